/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Integers of every width, and short texts, packed and taken apart again. */
#include "close.h"

#include <string.h>

#include "raw/bits.h"
#include "raw/short_text.h"

/* splitmix64 (Steele, Lea and Flood 2014) */
static uint64_t random_word(void)
{
	static uint64_t state;
	uint64_t mixed = state += 0x9e3779b97f4a7c15u;

	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
	return mixed ^ (mixed >> 31);
}

static void integers_of_every_width_come_back(void **state)
{
	static uint64_t integers[BITS_COUNT], got[BITS_COUNT], words[BITS_COUNT + 1];
	unsigned width;
	size_t i;

	(void)state;
	for (width = 0; width <= 64; width++) {
		for (i = 0; i < BITS_COUNT; i++)
			integers[i] = width == 0 ? 0 : random_word() >> (64 - width);
		if (width > 0)
			integers[random_word() % BITS_COUNT] |= (uint64_t)1 << (width - 1);
		assert_int_equal(bits_width(integers), width);
		words[bits_words(width)] = 7; /* what stands behind them stays */
		bits_write(words, integers, width);
		assert_int_equal(words[bits_words(width)], 7);
		bits_read(words, got, width);
		assert_memory_equal(got, integers, sizeof integers);
		for (i = 0; i < BITS_COUNT; i++)
			assert_true(bits_read_one(words, i, width) == integers[i]);
	}
}

static void short_texts_come_back(void **state)
{
	static const char characters[] = "-./0123456789:;";
	size_t length, i, round;

	(void)state;
	for (length = 1; length <= SHORT_TEXT; length++)
		for (round = 0; round < 100; round++) {
			char text[SHORT_TEXT], got[SHORT_TEXT];
			uint64_t shortened;
			struct value value;

			for (i = 0; i < length; i++)
				text[i] = characters[random_word() % (sizeof characters - 1)];
			assert_true(text_shorten((struct value){ text, length }, &shortened));
			assert_true(shortened < (uint64_t)1 << (4 * length));
			value = text_lengthen(shortened, got);
			assert_int_equal(value.length, length);
			assert_memory_equal(value.text, text, length);
		}
}

static void other_texts_are_not_shortened(void **state)
{
	unsigned byte;

	(void)state;
	for (byte = 0; byte < 256; byte++) {
		char text[4] = "123";
		uint64_t shortened;
		bool known = byte != 0 && strchr("-./0123456789:;", (int)byte) != NULL;

		text[1] = (char)byte;
		assert_int_equal(text_shorten((struct value){ text, 3 }, &shortened), known);
	}
	assert_false(text_shorten((struct value){ "1234567890123456", 16 }, &(uint64_t){ 0 }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(integers_of_every_width_come_back),
		cmocka_unit_test(short_texts_come_back),
		cmocka_unit_test(other_texts_are_not_shortened),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
