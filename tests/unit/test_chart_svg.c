/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an SVG may hold, and how it is made fit for a page. */
#include "chart.h"
#include "close.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char place[] = "/tmp/chart-svg-XXXXXX";

static int begin(void **state)
{
	int file = mkstemp(place);

	(void)state;
	report_begin("test_chart_svg");
	return file < 0 || close(file) != 0;
}

static int end(void **state)
{
	(void)state;
	return unlink(place);
}

static void write_text(const char *text)
{
	FILE *file = fopen(place, "wb");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static const char *read_text(void)
{
	char *text = keep(65536);
	FILE *file = fopen(place, "rb");

	assert_non_null(file);
	assert_true(fread(text, 1, 65535, file) < 65535);
	fclose(file);
	return text;
}

#define OPENING \
	"<?xml version=\"1.0\"?>\n<!-- by --><svg width=\"9\" height=\"9\" viewBox=\"0 0 9 9\" " \
	"xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
#define OPENING_EVENT \
	"<svg onload=\"x()\" viewBox=\"0 0 9 9\" xmlns=\"http://www.w3.org/2000/svg\">"

static bool finish(const char *drawing, struct chart_reason *reason)
{
	write_text(drawing);
	return chart_finish_svg(place, "A <b> & \"c\"", "D]]>", "one", INDONESIAN, reason);
}

static void test_finish(void **state)
{
	struct chart_reason reason;

	(void)state;
	assert_true(finish(OPENING
		"<title>Gnuplot</title><desc>P</desc><g id=\"a\"><title>gnuplot_plot_1</title>"
		"<circle id=\"b\" r=\"1\"/><use xlink:href=\"#b\"/><g fill=\"url(#a)\" "
		"font-family=\"Noto Sans:Bold\"><text>x &lt; y</text></g>"
		"<g font-family=\"Noto Sans\"/></g></svg>\n",
		&reason));
	assert_string_equal(read_text(),
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<svg xmlns=\"http://www.w3.org/2000/svg\" "
		"xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
		"viewBox=\"0 0 9 9\" lang=\"id\" role=\"img\" aria-labelledby=\"one-title "
		"one-desc\">"
		"<title id=\"one-title\">A &lt;b&gt; &amp; \"c\"</title><desc "
		"id=\"one-desc\">D]]&gt;</desc>"
		"<g id=\"one-a\"><circle id=\"one-b\" r=\"1\"/><use xlink:href=\"#one-b\"/><g "
		"fill=\"url(#one-a)\" font-family=\"Noto Sans, DejaVu Sans, sans-serif\" "
		"font-weight=\"bold\">"
		"<text>x &lt; y</text></g><g font-family=\"Noto Sans, DejaVu Sans, "
		"sans-serif\"/></g></svg>\n");
}

static void test_finish_refuses(void **state)
{
	static const char *const drawings[] = {
		OPENING "<script>x</script></svg>",
		OPENING "<g onload=\"x\"/></svg>",
		OPENING "<g ONclick=\"x\"/></svg>",
		OPENING_EVENT "</svg>",
		OPENING "<foreignObject/></svg>",
		OPENING "<image xlink:href=\"a.png\"/></svg>",
		OPENING "<a xlink:href=\"#b\"/></svg>",
		OPENING "<use xlink:href=\"http://a/b#c\"/></svg>",
		OPENING "<use href=\"JavaScript:x()\"/></svg>",
		OPENING "<g fill=\"url(http://a/b#c)\"/></svg>",
		OPENING "<g fill=\"JAVASCRIPT:x\"/></svg>",
		OPENING "<g style=\"fill:red\"/></svg>",
		OPENING "<style>@import 'x';</style></svg>",
		OPENING "<?php x ?></svg>",
		"<!DOCTYPE svg [<!ENTITY a SYSTEM \"/etc/passwd\">]>\n<svg "
		"xmlns=\"http://www.w3.org/2000/svg\"><text>&a;</text></svg>",
		"<html/>",
		OPENING "<g>",
		"",
	};
	struct chart_reason reason;

	(void)state;
	for (size_t i = 0; i < sizeof drawings / sizeof *drawings; i++) {
		reason.text[0] = '\0';
		if (finish(drawings[i], &reason))
			fail_msg("let through: %s", drawings[i]);
		assert_true(reason.text[0] != '\0');
		assert_string_equal(read_text(), drawings[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_finish),
		cmocka_unit_test(test_finish_refuses),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
