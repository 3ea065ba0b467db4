/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a text reaches a page, and that it stays text. */
#include "html_drawing.h"
#include "html_parts.h"
#include "html_text.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "close.h"
#include "kit/kit.h"

static char *written;
static size_t length;

static FILE *begin(void)
{
	FILE *file = open_memstream(&written, &length);

	assert_non_null(file);
	return file;
}

static void assert_written(FILE *file, const char *expected)
{
	assert_int_equal(fclose(file), 0);
	assert_string_equal(written, expected);
	free(written);
}

static void test_text(void **state)
{
	FILE *file = begin();

	(void)state;
	html_text(file, "<script>alert('x')</script> & \"y\"");
	assert_written(file, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;");
}

static void test_controls(void **state)
{
	FILE *file = begin();

	(void)state;
	html_text(file,
		"a\x1b[2Jb\xc2\x9b"
		"c\xe2\x80\xae"
		"d\xe2\x81\xa6"
		"e\nf\xe2\x80\x93\xc2\xa0g");
	assert_written(file, "a[2Jbcde f\xe2\x80\x93\xc2\xa0g");
}

static void test_sources(void **state)
{
	FILE *file = begin();

	(void)state;
	html_sources(file, "verdicts:12 ../x:1 a:b gaps:3\"");
	assert_written(file, " <a class=\"source\" href=\"tables/verdicts.csv\">verdicts:12</a>");
}

static void put_name(void *context, const char *name)
{
	fprintf(context, "<%s>", name);
}

static void test_template(void **state)
{
	char path[] = "/tmp/html-XXXXXX";
	int descriptor = mkstemp(path);
	FILE *file = begin();

	(void)state;
	assert_true(descriptor >= 0);
	assert_int_equal(write(descriptor, "a{{one}}b{{two}}c{{d", 20), 20);
	close(descriptor);
	html_template(file, path, put_name, file);
	unlink(path);
	assert_written(file, "a<one>b<two>c{{d");
}

/* A drawing with a line of text every 40 pixels, but for one room of 60. */
static struct html_drawing drawing_of(const char *path, double height, double wide_at)
{
	FILE *file = fopen(path, "wb");
	double y;

	assert_non_null(file);
	fprintf(file, "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 1000 %.0f\" role=\"img\">",
		height);
	for (y = 20; y < height; y += y == wide_at ? 60 : 40)
		fprintf(file, "<g transform=\"translate(28.00,%.2f)\"><text>a</text></g>", y);
	fputs("</svg>\n", file);
	assert_int_equal(fclose(file), 0);
	return html_drawing_read(path);
}

static void test_tall_drawings(void **state)
{
	char path[] = "/tmp/html-XXXXXX";
	int descriptor = mkstemp(path);
	struct html_drawing drawing;
	FILE *file;
	size_t i;

	(void)state;
	assert_true(descriptor >= 0);
	close(descriptor);
	drawing = drawing_of(path, 1700, 0);
	assert_int_equal(drawing.pieces, 1);
	file = begin();
	html_drawing_put(file, &drawing, "x");
	assert_int_equal(fclose(file), 0);
	assert_ptr_equal(strstr(written, "<svg viewBox=\"0 0 1000 1700\" role"), written);
	free(written);
	drawing = drawing_of(path, 3000, 1100);
	assert_int_equal(drawing.pieces, 3);
	assert_int_equal(drawing.edge[1], 1126); /* the wide room, less what letters rise */
	assert_int_equal(drawing.edge[3], 3000);
	for (i = 0; i < 3; i++)
		assert_true(drawing.edge[i + 1] - drawing.edge[i] <= 1264);
	file = begin();
	html_drawing_put(file, &drawing, "x");
	assert_int_equal(fclose(file), 0);
	assert_non_null(
		strstr(written, "<svg viewBox=\"0 0 1000 1126\" role=\"img\"><g id=\"x\"><g"));
	assert_non_null(strstr(written, "aria-hidden=\"true\" viewBox=\"0 1126 1000 "));
	assert_non_null(strstr(written, "<use href=\"#x\"/></svg>"));
	free(written);
	drawing = drawing_of(path, 2000, 2000);
	assert_int_equal(drawing.pieces, 2);
	unlink(path);
}

static void test_goes_on(void **state)
{
	(void)state;
	assert_true(html_goes_on(HTML_ITEM, true, false));
	assert_false(html_goes_on(HTML_ITEM, false, true));
	assert_true(html_goes_on(HTML_CELL, false, true));
	assert_false(html_goes_on(HTML_TEXT, true, true));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_controls),
		cmocka_unit_test(test_sources),
		cmocka_unit_test(test_template),
		cmocka_unit_test(test_tall_drawings),
		cmocka_unit_test(test_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
