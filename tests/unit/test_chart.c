/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gnuplot may see of a table, and when a drawing has failed. */
#include "chart.h"
#include "close.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char scratch[400];

static const char *path_of(const char *name)
{
	return keep_format("%s/%s", scratch, name);
}

static const char *write_text(const char *name, const char *text)
{
	const char *path = path_of(name);
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	return path;
}

static const char *read_text(const char *path)
{
	char *text = keep(65536);
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	assert_true(fread(text, 1, 65535, file) < 65535);
	fclose(file);
	return text;
}

static int begin(void **state)
{
	const char *given = getenv("SCRATCH");

	(void)state;
	setenv("BERDAYA_LANG", "en", 1);
	report_begin("test_chart");
	snprintf(scratch, sizeof scratch, "%s/chartXXXXXX", given == NULL ? "/tmp" : given);
	return mkdtemp(scratch) == NULL;
}

static int end(void **state)
{
	static const char *const left[] = { "meta.tsv", "ticks.tsv", "rows.tsv", "extra.tsv",
		"theme.gp", "chart.gp", "stderr.txt", "chart.svg", "chart.png", "chart.pdf",
		"in.csv", "in.gp", "in.svg", "out.svg" };

	(void)state;
	for (size_t i = 0; i < sizeof left / sizeof *left; i++)
		unlink(path_of(left[i]));
	rmdir(scratch);
	return 0;
}

/* ---- what gnuplot may see -------------------------------------------------------------------------- */

static void expect_safe(const char *text, const char *wanted)
{
	char safe[4 * CHART_FIELD + 1];
	size_t length = chart_safe_text(text, strlen(text), safe);

	assert_string_equal(safe, wanted);
	assert_int_equal(length, strlen(wanted));
}

static void test_safe_text(void **state)
{
	(void)state;
	expect_safe("Lingkungan, \xe2\x88\x92"
		    "4,8",
		"Lingkungan, \xe2\x88\x92"
		"4,8");
	expect_safe("", "NA");
	expect_safe("NA", "\xe2\x80\x93");
	expect_safe("NAN", "NAN");
	expect_safe("\x01N\x02"
		    "A",
		"\xe2\x80\x93");
	expect_safe("# a # b", "\xef\xbc\x83 a # b");
	expect_safe("\x07# a", "\xef\xbc\x83 a");
	expect_safe("a\tb\nc\rd", "a b c d");
	expect_safe("say \"x\\n\"", "say \xe2\x80\x9dx\xef\xbc\xbcn\xe2\x80\x9d");
	expect_safe("a\x1b[31m\x7f\xc2\x85z", "a[31mz");
	expect_safe("\xe2\x80\xae"
		    "gnp.exe\xe2\x81\xa6\xe2\x80\xa8\xef\xbb\xbf",
		"gnp.exe");
	expect_safe("\xe2\x80\xa8", "NA");
	expect_safe("\xff\xc0\xaf\xed\xa0\x80x",
		"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdx");
	expect_safe("\xe2\x82", "\xef\xbf\xbd\xef\xbf\xbd");
	expect_safe("\xf0\x9f\x98\x80\xef\xbf\xbf", "\xf0\x9f\x98\x80\xef\xbf\xbd");
	expect_safe("<![CDATA[x]]>]>", "<![CDATA[x]]\xef\xbc\x9e]>");
	expect_safe("`x` $(x) %s @x", "`x` $(x) %s @x");
}

static void test_safe_text_is_cut(void **state)
{
	char text[4 * 1500 + 1], safe[4 * CHART_FIELD + 1];

	(void)state;
	for (size_t i = 0; i < 1500; i++)
		memcpy(text + 4 * i, "\xf0\x9f\x98\x80", 4);
	assert_int_equal(chart_safe_text(text, 6000, safe), 4 * CHART_FIELD);
}

static void test_split(void **state)
{
	(void)state;
	chart_split(write_text("in.csv",
			    "part,key,value_id,value_en\n"
			    "meta,title_1,\"Satu, \"\"dua\"\"\",One\n"
			    "extra,x,,NA\n"
			    "meta,alt,Panjang,\n"),
		scratch);
	assert_string_equal(read_text(path_of("meta.tsv")),
		"key\tvalue_id\tvalue_en\ntitle_1\tSatu, \xe2\x80\x9d"
		"dua\xe2\x80\x9d\tOne\nalt\tPanjang\tNA\n");
	assert_string_equal(
		read_text(path_of("extra.tsv")), "key\tvalue_id\tvalue_en\nx\tNA\t\xe2\x80\x93\n");
	assert_string_equal(read_text(path_of("rows.tsv")), "key\tvalue_id\tvalue_en\n");
	assert_string_equal(read_text(path_of("ticks.tsv")), "key\tvalue_id\tvalue_en\n");
	assert_string_equal(chart_meta(scratch, "alt", INDONESIAN), "Panjang");
	assert_string_equal(chart_meta(scratch, "title_1", ENGLISH), "One");
	assert_null(chart_meta(scratch, "alt", ENGLISH));
	assert_null(chart_meta(scratch, "title_2", ENGLISH));
}

static void expect_refused(const char *table)
{
	const char *path = write_text("in.csv", table);
	int status = 0;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		if (freopen("/dev/null", "w", stderr) == NULL)
			_exit(99);
		chart_split(path, scratch);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), REFUSED);
}

static void test_split_refuses(void **state)
{
	char many[2000] = "part,x\n";

	(void)state;
	expect_refused("key,part\na,meta\n");
	expect_refused("part\nmeta\n");
	expect_refused("part,x\n../meta,1\n");
	expect_refused("part,x\n,1\n");
	expect_refused("part,x\nMeta,1\n");
	for (char letter = 'a'; letter <= 'n'; letter++)
		snprintf(many + strlen(many), sizeof many - strlen(many), "%c,1\n", letter);
	expect_refused(many);
}

/* ---- drawing ------------------------------------------------------------------------------------------- */

static bool draw(const char *template, struct chart_reason *reason)
{
	write_text("theme.gp", "");
	return chart_draw(write_text("in.gp", template), scratch, ENGLISH, CHART_SVG,
		path_of("out.svg"), reason);
}

static void expect_failure(const char *template, const char *word)
{
	struct chart_reason reason;

	unlink(path_of("out.svg"));
	assert_false(draw(template, &reason));
	if (strstr(reason.text, word) == NULL)
		fail_msg("%s lacks %s", reason.text, word);
	assert_int_not_equal(access(path_of("out.svg"), F_OK), 0);
}

#define TERMINAL "set terminal svg; set output 'chart.svg'\n"

static void test_draw(void **state)
{
	struct chart_reason reason;

	(void)state;
	assert_true(draw(TERMINAL "set label LANG.FMT at 0,0\nplot x\n", &reason));
	assert_non_null(strstr(read_text(path_of("out.svg")), "ensvg"));
}

static void test_draw_fails_aloud(void **state)
{
	(void)state;
	expect_failure("print 'a warning'\n" TERMINAL "plot x\n", "a warning");
	expect_failure(TERMINAL "plot x\nplot 'not-there.tsv'\n", "not-there");
	expect_failure(TERMINAL "plot x\nexit status 3\n", "3");
	expect_failure("nonsense\n", "nonsense");
	expect_failure("x = 1\n", "whole");
	expect_failure("set print 'chart.svg'\nprint '<svg>'\n", "whole");
	expect_failure("set table 'chart.svg'\n", "whole");
}

static void test_draw_without_gnuplot(void **state)
{
	const char *path = keep_format("%s", getenv("PATH"));

	(void)state;
	setenv("PATH", scratch, 1);
	expect_failure("", "gnuplot-nox");
	setenv("PATH", path, 1);
}

static void test_draw_without_files(void **state)
{
	struct chart_reason reason;
	const char *drawing = write_text("in.gp", TERMINAL "plot x\n");

	(void)state;
	write_text("theme.gp", "");
	assert_false(chart_draw(
		path_of("no.gp"), scratch, ENGLISH, CHART_SVG, path_of("out.svg"), &reason));
	assert_false(chart_draw(
		drawing, path_of("no"), ENGLISH, CHART_SVG, path_of("out.svg"), &reason));
	assert_false(
		chart_draw(drawing, scratch, ENGLISH, CHART_SVG, path_of("no/out.svg"), &reason));
	unlink(path_of("theme.gp"));
	assert_false(chart_draw(drawing, scratch, ENGLISH, CHART_SVG, path_of("out.svg"), &reason));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_safe_text),
		cmocka_unit_test(test_safe_text_is_cut),
		cmocka_unit_test(test_split),
		cmocka_unit_test(test_split_refuses),
		cmocka_unit_test(test_draw),
		cmocka_unit_test(test_draw_fails_aloud),
		cmocka_unit_test(test_draw_without_gnuplot),
		cmocka_unit_test(test_draw_without_files),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
