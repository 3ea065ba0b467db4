/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and sentences as people read them in both languages. */
#include "close.h"

#include <math.h>
#include <string.h>

#include "drawing/amount.h"
#include "drawing/lines.h"
#include "drawing/numbers.h"
#include "drawing/texts.h"

static void assert_text(struct text got, const char *id, const char *en)
{
	assert_string_equal(got.id, id);
	assert_string_equal(got.en, en);
}

static void numbers_follow_each_language(void **state)
{
	(void)state;
	assert_text(number_shown(1234567.891, 1), "1.234.567,9", "1,234,567.9");
	assert_text(number_shown(-0.04, 1), "0,0", "0.0");
	assert_text(number_shown(-4.75, 1), "−4,8", "−4.8");
	assert_text(number_shown(999, 0), "999", "999");
	assert_text(number_shown(-1000, 0), "−1.000", "−1,000");
	assert_text(number_shown(NAN, 1), "–", "–");
	assert_text(number_signed(5.6, 1), "+5,6", "+5.6");
	assert_text(number_signed(0.01, 1), "0,0", "0.0");
	assert_text(number_signed(-0.01, 1), "0,0", "0.0");
	assert_text(number_signed(-2, 0), "−2", "−2");
}

static void intervals_and_p_values_follow_each_language(void **state)
{
	(void)state;
	assert_text(interval_shown(-9.3, -0.3, 1), "(−9,3 s.d. −0,3)", "(−9.3 to −0.3)");
	assert_text(interval_shown(NAN, 1, 1), "", "");
	assert_text(p_shown(0.00099), "< 0,001", "< 0.001");
	assert_text(p_shown(0.0312), "0,031", "0.031");
	assert_text(p_shown(NAN), "–", "–");
}

static void decimals_follow_the_axis(void **state)
{
	(void)state;
	assert_int_equal(decimals_for(5000000), 0);
	assert_int_equal(decimals_for(100), 1);
	assert_int_equal(decimals_for(4), 2);
	assert_int_equal(decimals_for(0.4), 3);
}

static void an_axis_has_three_to_eight_gridlines(void **state)
{
	double low, span;

	(void)state;
	for (low = -3; low < 3; low += 0.7)
		for (span = 0.013; span < 1e7; span *= 1.37) {
			double step = tick_step(low, low + span);
			double count =
				floor((low + span) / step + 1e-9) - ceil(low / step - 1e-9) + 1;

			assert_true(count >= 3 && count <= 8);
		}
}

static struct amount amount_with(
	const char *unit, enum indicator_type type, double end, double half)
{
	static struct indicator indicator;
	static struct headline headline;
	static const struct headline *shown[1];

	indicator = (struct indicator){ .type = type, .unit = unit };
	headline = (struct headline){
		.indicator = &indicator, .estimate = 0, .conf_low = -half, .conf_high = half
	};
	shown[0] = &headline;
	return amount_of(&indicator, shown, 1, 0, end, end);
}

static void large_numbers_are_scaled(void **state)
{
	struct amount amount = amount_with("Rp", INDICATOR_AMOUNT, 496106112, 96440905);

	(void)state;
	assert_text(amount_value(&amount, 471215135, true), "Rp471 juta", "Rp471 million");
	assert_text(amount_value(&amount, 471215135, false), "471", "471");
	assert_text(amount_change(&amount, -6670346, true), "−Rp6,7 juta", "−Rp6.7 million");
	assert_text(amount_interval(&amount, -96440905, 83100210), "(−96,4 s.d. 83,1)",
		"(−96.4 to 83.1)");
	assert_text(amount_value(&amount, NAN, true), "–", "–");
	amount = amount_with("Rp", INDICATOR_AMOUNT, 12345, 900);
	assert_text(amount_value(&amount, 12345, true), "Rp12,3 ribu", "Rp12.3 thousand");
	assert_text(amount_change(&amount, 900, false), "+0,90", "+0.90");
	amount = amount_with("kg", INDICATOR_AMOUNT, 2.5e9, 3e8);
	assert_text(amount_value(&amount, 2.5e9, true), "2,50 miliar kg", "2.50 billion kg");
	amount = amount_with("kg", INDICATOR_AMOUNT, 9999, 10);
	assert_text(amount_value(&amount, 9999, true), "9.999 kg", "9,999 kg");
}

static void units_stand_where_they_are_read(void **state)
{
	struct amount amount = amount_with("%", INDICATOR_BINARY, 1, 0.1);

	(void)state;
	assert_text(amount_value(&amount, 0.625, true), "62,5%", "62.5%");
	assert_text(amount_change(&amount, 0.07, true), "+7,0 poin", "+7.0 points");
	amount = amount_with("0-100", INDICATOR_INDEX, 100, 1);
	assert_text(amount_value(&amount, 54.04, true), "54,0", "54.0");
	amount = amount_with("1-5", INDICATOR_ORDINAL, 4, 1);
	assert_text(amount_value(&amount, 3.094, true), "3,09", "3.09");
}

static void titles_break_where_a_clause_ends(void **state)
{
	struct lines lines = text_balance("2 of 6 goals improved more than in comparison villages; "
					  "behind: Better environment",
		66);

	(void)state;
	assert_string_equal(lines.first, "2 of 6 goals improved more than in comparison villages;");
	assert_string_equal(lines.second, "behind: Better environment");
	lines = text_balance(
		"Stronger family economy is not clearly different from comparison villages", 66);
	assert_string_equal(lines.first, "Stronger family economy is not clearly");
	assert_string_equal(lines.second, "different from comparison villages");
	lines = text_balance("short", 66);
	assert_string_equal(lines.second, "");
}

static void names_in_patterns_are_filled(void **state)
{
	const struct filling facts[] = { { "goal", { "Better {list}", "Lebih {list}" } },
		{ "comparison", { "c", "p" } }, { NULL, { NULL, NULL } } };

	(void)state;
	assert_text(texts_fill("title_one_up_comparison", facts),
		"Lebih {list}: membaik lebih banyak daripada di p",
		"Better {list}: improved more than in c");
}

static void lists_are_cut_and_joined(void **state)
{
	struct text goals[] = { { "a", "A" }, { "b", "B" }, { "c", "C" } };

	(void)state;
	assert_text(text_list(goals, 0, 2), "", "");
	assert_text(text_list(goals, 1, 2), "A", "a");
	assert_text(text_list(goals, 2, 2), "A dan B", "a and b");
	assert_text(text_list(goals, 3, 3), "A, B, dan C", "a, b, and c");
	assert_text(text_list(goals, 3, 2), "A, B, dan 1 lainnya", "a, b, and 1 more");
}

static void long_labels_go_over_two_lines(void **state)
{
	struct lines lines;

	(void)state;
	lines = text_wrap("short label", 28);
	assert_string_equal(lines.first, "short label");
	assert_string_equal(lines.second, "");
	lines = text_wrap("a label that is split in halves to be read", 28);
	assert_string_equal(lines.first, "a label that is split in");
	assert_string_equal(lines.second, "halves to be read");
	lines = text_wrap("aaaa bbbb cccc dddd eeee", 9);
	assert_string_equal(lines.first, "aaaa bbbb");
	assert_string_equal(lines.second, "cccc…");
	lines = text_wrap("abcdefghijkl", 5);
	assert_string_equal(lines.first, "abcde");
	assert_string_equal(lines.second, "fghi…");
	lines = text_wrap("", 5);
	assert_string_equal(lines.first, "");
	lines = text_wrap("中文中文中文", 6); /* two units wide each */
	assert_string_equal(lines.first, "中文中");
	assert_string_equal(lines.second, "文中文");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_follow_each_language),
		cmocka_unit_test(intervals_and_p_values_follow_each_language),
		cmocka_unit_test(decimals_follow_the_axis),
		cmocka_unit_test(an_axis_has_three_to_eight_gridlines),
		cmocka_unit_test(large_numbers_are_scaled),
		cmocka_unit_test(units_stand_where_they_are_read),
		cmocka_unit_test(titles_break_where_a_clause_ends),
		cmocka_unit_test(names_in_patterns_are_filled),
		cmocka_unit_test(lists_are_cut_and_joined),
		cmocka_unit_test(long_labels_go_over_two_lines),
	};

	texts_file = "plots/texts.csv";
	return cmocka_run_group_tests(tests, NULL, NULL);
}
