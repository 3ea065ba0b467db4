/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names are numbered as first seen, however many and whatever they look like. */
#include "close.h"

#include <stdio.h>
#include <string.h>

#include "kit/kit.h"

static size_t add(struct names *names, const char *text)
{
	return name_add(names, text, strlen(text));
}

static size_t find(const struct names *names, const char *text)
{
	return name_find(names, text, strlen(text));
}

static void test_order(void **state)
{
	struct names *names = names_new();

	(void)state;
	assert_int_equal(name_count(names), 0);
	assert_int_equal(find(names, "a"), NO_NAME);
	assert_int_equal(add(names, "beta"), 0);
	assert_int_equal(add(names, "alfa"), 1);
	assert_int_equal(add(names, "beta"), 0);
	assert_int_equal(add(names, ""), 2);
	assert_int_equal(add(names, "Beta"), 3);
	assert_int_equal(name_add(names, "betamax", 4), 0);
	assert_int_equal(name_count(names), 4);
	assert_int_equal(find(names, ""), 2);
	assert_int_equal(find(names, "bet"), NO_NAME);
	assert_string_equal(name_text(names, 1), "alfa");
	assert_string_equal(name_text(names, 0), "beta");
}

static void test_sorted(void **state)
{
	static const char *const texts[] = { "b", "", "\xc3\xa9", "a", "B", "ab", "10", "9" };
	static const size_t wanted[] = { 1, 6, 7, 4, 3, 5, 0, 2 }; /* by bytes, in any locale */
	struct names *names = names_new();
	size_t i, *sorted;

	(void)state;
	assert_non_null(names_sorted(names));
	for (i = 0; i < 8; i++)
		add(names, texts[i]);
	sorted = names_sorted(names);
	for (i = 0; i < 8; i++)
		assert_int_equal(sorted[i], wanted[i]);
}

/* 100,000 names: alike in all but a few bytes, of all lengths to 40, and texts that share the sum
 * and product of their bytes, on which weaker hashes collide. */
static void test_many(void **state)
{
	enum { MANY = 100000 };
	static const char *const twins[] = { "Aa", "BB" }; /* equal under the hash of Java */
	struct names *names = names_new();
	char text[64];
	size_t i, j;

	(void)state;
	for (i = 0; i < MANY; i++) {
		snprintf(text, sizeof text, "%0*zu", (int)(5 + i % 36), i);
		assert_int_equal(add(names, text), i);
	}
	for (i = 0; i < 1024; i++) {
		for (j = 0; j < 10; j++)
			memcpy(text + 2 * j, twins[i >> j & 1], 2);
		assert_int_equal(name_add(names, text, 20), MANY + i);
	}
	for (i = 0; i < MANY; i++) {
		snprintf(text, sizeof text, "%0*zu", (int)(5 + i % 36), i);
		assert_int_equal(find(names, text), i);
		assert_string_equal(name_text(names, i), text);
	}
	assert_int_equal(name_count(names), MANY + 1024);
}

/* Texts of all lengths to 6 from few letters, many of which end alike, have the numbers that a search
 * gives them. */
static void test_recall(void **state)
{
	struct names *searched = names_new(), *recalled = names_new();
	struct name_endings endings = { { 0 } };
	unsigned random = 1;
	char text[8];
	size_t i, j;

	(void)state;
	for (i = 0; i < 20000; i++) {
		size_t length = (random = random * 1664525u + 1013904223u) >> 16;

		for (j = 0; j < sizeof text; j++)
			text[j] = "ab1\xc3"[(random = random * 1664525u + 1013904223u) >> 30];
		length %= i < 1000 ? 3 : 7;
		assert_int_equal(name_recall(recalled, &endings, text, length),
			name_add(searched, text, length));
	}
	assert_int_equal(name_count(recalled), name_count(searched));
	assert_true(name_count(searched) > 2000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_sorted),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_recall),
	};

	return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
