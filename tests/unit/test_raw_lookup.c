/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes and labels, one in a field and several. */
#include "close.h"

#include <string.h>

#include "kit/distance.h"
#include "raw/answer.h"
#include "raw/multiple.h"

static struct lookup *groups(void)
{
	struct lookup *lookup = lookup_new();

	lookup_add(lookup, "poktan", "Kelompok tani/nelayan");
	lookup_add(lookup, "arisan", "Arisan");
	lookup_add(lookup, "kas", "Kas, tabungan; dan lain");
	lookup_add(lookup, "tidak_ada", "Tidak ada");
	lookup_add(lookup, "lain", "Lain");
	lookup_add(lookup, "lain2", "lain");
	return lookup;
}

static struct value value_of(const char *text)
{
	return (struct value){ text, strlen(text) };
}

/* The code that is found, "?" for none, "!" for two. */
static const char *one(const char *text)
{
	const char *code, *other;

	switch (lookup_find(groups(), value_of(text), &code, &other)) {
	case FOUND:
		return code;
	case AMBIGUOUS:
		return "!";
	case UNKNOWN:
		break;
	}
	return "?";
}

static const char *several(const char *text)
{
	static struct scratch scratch;
	const struct lookup *lookup = groups();
	bool *chosen = multiple_room(lookup);
	struct value stranger;

	switch (multiple_read(lookup, value_of(text), chosen, &stranger)) {
	case FOUND:
		return answer_of_choices(lookup, chosen, &scratch).text;
	case AMBIGUOUS:
		return "!";
	case UNKNOWN:
		break;
	}
	return keep_format("?%s", keep_text(stranger.text, stranger.length));
}

static void one_choice(void **state)
{
	(void)state;
	assert_string_equal(one("poktan"), "poktan");
	assert_string_equal(one(" POKTAN "), "poktan");
	assert_string_equal(one("Kelompok\xc2\xa0 tani/nelayan"), "poktan");
	assert_string_equal(one("tidak ADA"), "tidak_ada");
	assert_string_equal(one("lain"), "lain"); /* a code, though a label too */
	assert_string_equal(one("Lain"), "!");
	assert_string_equal(one("poktan2"), "?");
	assert_string_equal(one(""), "?");
}

static void several_choices(void **state)
{
	(void)state;
	assert_string_equal(several("arisan poktan"), "poktan arisan");
	assert_string_equal(several("arisan  arisan"), "arisan");
	assert_string_equal(several("Kelompok tani/nelayan, Arisan"), "poktan arisan");
	assert_string_equal(several("Kelompok tani/nelayan Arisan"), "poktan arisan");
	assert_string_equal(several("Arisan;Kas, tabungan; dan lain"), "arisan kas");
	assert_string_equal(several("arisan bumdes"), "?bumdes");
	assert_string_equal(several("Arisan; Karang taruna"), "?Karang taruna");
	assert_string_equal(several("Arisan, Karang taruna"), "?Karang taruna");
}

static void two_ways_to_cut(void **state)
{
	struct lookup *lookup = lookup_new();
	struct value stranger;
	bool *chosen;

	(void)state;
	lookup_add(lookup, "a", "Bank");
	lookup_add(lookup, "b", "Desa");
	lookup_add(lookup, "c", "Bank Desa");
	chosen = multiple_room(lookup);
	assert_int_equal(
		multiple_read(lookup, value_of("Bank Desa"), chosen, &stranger), AMBIGUOUS);
	chosen = multiple_room(lookup);
	assert_int_equal(multiple_read(lookup, value_of("Bank, Desa"), chosen, &stranger), FOUND);
	assert_true(chosen[0] && chosen[1] && !chosen[2]);
}

/* Many labels that can follow each other in many ways must not take forever. */
static void hostile_lists_end(void **state)
{
	struct lookup *lookup = lookup_new();
	char text[4001];
	struct value stranger;
	size_t i;

	(void)state;
	lookup_add(lookup, "x", "a");
	lookup_add(lookup, "y", "a a");
	lookup_add(lookup, "z", "a a a");
	for (i = 0; i < 4000; i += 2)
		memcpy(text + i, "a ", 2);
	memcpy(text + 3998, "b", 2);
	assert_int_equal(
		multiple_read(lookup, value_of(text), multiple_room(lookup), &stranger), UNKNOWN);
}

static void nearest(void **state)
{
	(void)state;
	assert_string_equal(lookup_nearest(groups(), value_of("poktn")), "'poktan'");
	assert_string_equal(
		lookup_nearest(groups(), value_of("Tidak adaa")), "'tidak_ada' (Tidak ada)");
	assert_null(lookup_nearest(groups(), value_of("xyz")));
	assert_int_equal(text_distance("kitten", "sitting"), 3);
	assert_int_equal(text_distance("", "abc"), 3);
}

static void yes_and_no(void **state)
{
	bool yes = false;

	(void)state;
	assert_true(answer_yes(value_of("TRUE"), &yes) && yes);
	assert_true(answer_yes(value_of("Ya"), &yes) && yes);
	assert_true(answer_yes(value_of("0"), &yes) && !yes);
	assert_true(answer_yes(value_of(" "), &yes) && !yes);
	assert_false(answer_yes(value_of("2"), &yes));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_choice),
		cmocka_unit_test(several_choices),
		cmocka_unit_test(two_ways_to_cut),
		cmocka_unit_test(hostile_lists_end),
		cmocka_unit_test(nearest),
		cmocka_unit_test(yes_and_no),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
