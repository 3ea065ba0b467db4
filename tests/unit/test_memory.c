/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept memory is zeroed, aligned and its own; arrays grow with a zeroed part; no room ends with 3. */
#include "close.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "kit/kit.h"

static bool all_zero(const unsigned char *bytes, size_t length)
{
	while (length > 0 && bytes[length - 1] == 0)
		length--;
	return length == 0;
}

static void test_keep(void **state)
{
	static const size_t sizes[] = { 1, 15, 16, 17, 16384, 16385, 70000, 3, 1 << 20, 40, 65536 };
	enum { SIZES = sizeof sizes / sizeof sizes[0], ROUNDS = 20 };
	static unsigned char *kept[ROUNDS * SIZES];
	size_t i, j;

	(void)state;
	for (i = 0; i < ROUNDS * SIZES; i++) {
		kept[i] = keep(sizes[i % SIZES]);
		assert_int_equal((uintptr_t)kept[i] % 16, 0);
		assert_true(all_zero(kept[i], sizes[i % SIZES]));
		memset(kept[i], (int)(i % 251 + 1), sizes[i % SIZES]);
	}
	for (i = 0; i < ROUNDS * SIZES; i++)
		for (j = 0; j < sizes[i % SIZES]; j += 997)
			assert_int_equal(kept[i][j], i % 251 + 1);
	assert_non_null(keep(0));
}

static void test_texts(void **state)
{
	char *text = keep_text("abcdef", 3);

	(void)state;
	assert_string_equal(text, "abc");
	assert_string_equal(keep_text(NULL, 0), "");
	assert_string_equal(keep_format("%s has %d", "Desa", 24), "Desa has 24");
	assert_string_equal(keep_format("%s", ""), "");
	assert_int_equal(strlen(keep_format("%100000d", 7)), 100000);
}

static void test_grow(void **state)
{
	size_t capacity = 0, i, before;
	int *array = NULL;

	(void)state;
	for (i = 0; i < 5000; i++) {
		before = capacity;
		array = grow(array, &capacity, i + 1, sizeof *array);
		assert_true(capacity >= i + 1);
		assert_true(all_zero(
			(unsigned char *)(array + before), (capacity - before) * sizeof *array));
		array[i] = (int)i + 1;
	}
	for (i = 0; i < 5000; i++)
		assert_int_equal(array[i], i + 1);
	assert_ptr_equal(grow(array, &capacity, 3, sizeof *array), array);
	free(array);
}

static void keep_too_much(const void *context)
{
	report_begin("test");
	keep(*(const size_t *)context);
}

static void grow_too_much(const void *context)
{
	size_t capacity = 0;

	report_begin("test");
	grow(NULL, &capacity, *(const size_t *)context, 16);
}

static void test_too_much(void **state)
{
	static const size_t sizes[] = { SIZE_MAX, SIZE_MAX - 20, SIZE_MAX / 2 + 2, SIZE_MAX / 20 };
	const char *watched = getenv("INSTRUMENTED");
	size_t i;

	(void)state;
	if (watched != NULL &&
		(strcmp(watched, "sanitize") == 0 || strcmp(watched, "memcheck") == 0))
		skip(); /* they end the program themselves */
	for (i = 0; i < 4; i++) {
		assert_ended(in_child(keep_too_much, &sizes[i]), 3, "test: out of memory");
		assert_ended(in_child(grow_too_much, &sizes[i]), 3, "test: out of memory");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keep),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_grow),
		cmocka_unit_test(test_too_much),
	};

	return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
