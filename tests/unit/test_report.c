/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagnostics: their parts, their escapes, their languages, and the exit statuses. */
#include "close.h"

#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "kit/kit.h"

static void say_warning(const void *context)
{
	report_begin("test");
	warn(context, SAY("reason %d", "sebab %d"), 7);
}

static void assert_says(const struct place *at, const char *wanted)
{
	struct child child = in_child(say_warning, at);

	assert_int_equal(child.status, 0);
	assert_string_equal(child.said, wanted);
}

static void test_parts(void **state)
{
	(void)state;
	assert_says(NULL, "test: reason 7\n");
	assert_says(&(struct place){ .file = "a.csv" }, "test: a.csv: reason 7\n");
	assert_says(&(struct place){ "a.csv", 3, NULL, NULL }, "test: a.csv:3: reason 7\n");
	assert_says(
		&(struct place){ "a.csv", 3, "umur", "x" }, "test: a.csv:3: umur: 'x': reason 7\n");
	assert_says(&(struct place){ NULL, 3, NULL, "" }, "test: '': reason 7\n");
}

static void test_escapes(void **state)
{
	(void)state;
	assert_says(&(struct place){ .offending = "a\nb\tc\x1b[31m\x7f" },
		"test: 'a\\x0Ab\\x09c\\x1B[31m\\x7F': reason 7\n");
	assert_says(&(struct place){ .offending = "\xc2\x9b"
						  "31m\xc2\xa0" },
		"test: '\\xC2\\x9B31m\xc2\xa0': reason 7\n");
	assert_says(&(struct place){ .offending = "a\xe2\x80\xae"
						  "b\xe2\x81\xa6"
						  "c\xe2\x80\xa6" },
		"test: 'a\\xE2\\x80\\xAEb\\xE2\\x81\\xA6c\xe2\x80\xa6': reason 7\n");
	assert_says(&(struct place){ .file = "a\nb.csv", .column = "c\rd" },
		"test: a\\x0Ab.csv: c\\x0Dd: reason 7\n");
	assert_says(&(struct place){ .offending = "caf\xc3\xa9 \xf0\x9f\x98\x80" },
		"test: 'caf\xc3\xa9 \xf0\x9f\x98\x80': reason 7\n");
}

static void test_cutting(void **state)
{
	char long_text[121], wanted[200] = "test: '";

	(void)state;
	memset(long_text, 'x', 120);
	long_text[120] = '\0';
	memset(wanted + 7, 'x', 80);
	memcpy(wanted + 87, "...': reason 7\n", 16);
	assert_says(&(struct place){ .offending = long_text }, wanted);
	/* never half a character: the one that begins at byte 80 goes */
	memcpy(long_text + 79, "\xc3\xa9", 2);
	memcpy(wanted + 86, "...': reason 7\n", 16);
	assert_says(&(struct place){ .offending = long_text }, wanted);
	/* 80 are shown whole */
	long_text[79] = long_text[80] = 'x';
	long_text[80] = '\0';
	memset(wanted + 7, 'x', 80);
	memcpy(wanted + 87, "': reason 7\n", 13);
	assert_says(&(struct place){ .offending = long_text }, wanted);
}

static void say_long(const void *context)
{
	report_begin("test");
	warn(context, "%s", keep_format("%9000d", 1));
}

static void test_long_messages(void **state)
{
	struct child child = in_child(say_long, NULL);

	(void)state;
	assert_int_equal(child.status, 0);
	assert_true(strlen(child.said) < 4096 && child.said[strlen(child.said) - 1] == '\n');
}

static void say_in_language(const void *context)
{
	if (context == NULL)
		unsetenv("BERDAYA_LANG");
	else
		setenv("BERDAYA_LANG", context, 1);
	say_warning(NULL);
	warn(NULL, "%s", text_of((struct text){ "yes", "ya" }));
}

static void test_languages(void **state)
{
	(void)state;
	assert_string_equal(in_child(say_in_language, "en").said, "test: reason 7\ntest: yes\n");
	assert_string_equal(in_child(say_in_language, "id").said, "test: sebab 7\ntest: ya\n");
	assert_string_equal(in_child(say_in_language, "").said, "test: sebab 7\ntest: ya\n");
	assert_string_equal(in_child(say_in_language, "fr").said, "test: sebab 7\ntest: ya\n");
	assert_string_equal(in_child(say_in_language, NULL).said, "test: sebab 7\ntest: ya\n");
}

static void end_refused(const void *context)
{
	report_begin("test");
	refuse(context, "no");
}

static void end_misused(const void *context)
{
	report_begin("test");
	misuse(context, "no");
}

static void end_broken(const void *context)
{
	report_begin("test");
	broken(context, "no");
}

static void test_statuses(void **state)
{
	(void)state;
	assert_ended(in_child(end_refused, NULL), 1, "test: no\n");
	assert_ended(in_child(end_misused, NULL), 2, "test: no\n");
	assert_ended(in_child(end_broken, NULL), 3, "test: no\n");
}

static void find_faults(const void *context)
{
	size_t i;

	report_begin("test");
	stop_on_faults();
	for (i = 0; i < *(const size_t *)context; i++)
		fault(&(struct place){ "a.csv", i + 1, NULL, NULL }, "no");
	assert_int_equal(fault_count(), i);
	stop_on_faults();
}

static void test_faults(void **state)
{
	static const size_t none = 0, two = 2;

	(void)state;
	assert_ended(in_child(find_faults, &none), 0, "");
	assert_ended(in_child(find_faults, &two), 2, "test: a.csv:1: no\ntest: a.csv:2: no\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_cutting),
		cmocka_unit_test(test_long_messages),
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_statuses),
		cmocka_unit_test(test_faults),
	};

	return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
