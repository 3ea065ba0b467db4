/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of a results chain: bands, places, and arrows that pass each other. */
#include "close.h"
#include "drawing/layers.h"

enum { MOST = 12 };

static size_t parents[MOST][MOST];
static struct goal list[MOST];

/* Goals of which each names those before it, as numbers from 0, or "". */
static struct layers laid_out(const char *const *before, size_t count)
{
	static struct goals goals;
	size_t i;

	for (i = 0; i < count; i++) {
		const char *digit = before[i];

		list[i] = (struct goal){ .parents = parents[i] };
		for (; *digit != '\0'; digit++)
			parents[i][list[i].parent_count++] = (size_t)(*digit - '0');
	}
	goals = (struct goals){ .count = count, .list = list };
	return layers_of(&goals);
}

static void expect_spot(
	const struct layers *layers, size_t goal, size_t band, size_t place, size_t places)
{
	assert_int_equal(layers->spots[goal].band, band);
	assert_int_equal(layers->spots[goal].place, place);
	assert_int_equal(layers->spots[goal].places, places);
}

static void test_a_goal_stands_below_all_before_it(void **state)
{
	static const char *const before[] = { "", "0", "1", "2", "23", "43", "" };
	struct layers layers = laid_out(before, 7);
	size_t i;

	(void)state;
	for (i = 0; i < 6; i++)
		expect_spot(&layers, i, i, 0, 1);
	assert_false(layers.spots[6].linked);
	assert_int_equal(layers.bands, 6);
	assert_int_equal(layers.loose_bands, 1);
	assert_int_equal(layers.joint_count, 7);
	assert_int_equal(layers.widest, 1);
	assert_int_equal(layers.places, 2);
}

/* 2 → 4 and 3 → 5 both pass a band, one beside the other. */
static void test_arrows_past_bands_have_lanes(void **state)
{
	static const char *const before[] = { "", "0", "1", "2", "23", "43" };
	struct layers layers = laid_out(before, 6);
	size_t i;

	(void)state;
	assert_int_equal(layers.lanes, 2);
	for (i = 0; i < layers.joint_count; i++) {
		const struct joint *joint = &layers.joints[i];
		bool past = joint->child - joint->parent > 1;

		assert_int_equal(joint->lane > 0, past);
		if (past) /* comes from the right: the last of those that reach the goal */
			assert_int_equal(joint->in, 1);
	}
}

static void test_a_wide_layer_takes_three_or_goes_over_bands(void **state)
{
	static const char *const three[] = { "", "0", "0", "0" };
	static const char *const five[] = { "", "0", "0", "0", "0", "0" };
	struct layers layers = laid_out(three, 4);

	(void)state;
	assert_int_equal(layers.places, 3);
	expect_spot(&layers, 3, 1, 2, 3);
	assert_int_equal(layers.joints[2].slot, 2);
	assert_int_equal(layers.joints[2].out, 2);
	assert_int_equal(layers.joints[2].outs, 3);
	layers = laid_out(five, 6);
	expect_spot(&layers, 3, 1, 2, 3);
	expect_spot(&layers, 4, 2, 0, 2);
	assert_int_equal(layers.bands, 3);
	assert_int_equal(layers.lanes, 2);
}

static void test_without_links_or_with_too_many_there_are_only_boxes(void **state)
{
	static const char *const none[] = { "", "", "", "" };
	static const char *const many[] = { "", "", "", "", "", "01234" };
	struct layers layers = laid_out(none, 4);

	(void)state;
	assert_int_equal(layers.bands, 0);
	assert_int_equal(layers.loose_bands, 2);
	assert_int_equal(layers.joint_count, 0);
	layers = laid_out(many, 6);
	assert_int_equal(layers.bands, 0);
	assert_int_equal(layers.joint_count, 0);
	layers = laid_out(none, 0);
	assert_int_equal(layers.loose_bands, 0);
}

/* Two goals that each name the other end too: nothing is lost, nothing runs for ever. */
static void test_a_circle_is_drawn_too(void **state)
{
	static const char *const circle[] = { "1", "0" };
	struct layers layers = laid_out(circle, 2);

	(void)state;
	assert_int_equal(layers.joint_count, 2);
	assert_true(layers.bands > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_goal_stands_below_all_before_it),
		cmocka_unit_test(test_arrows_past_bands_have_lanes),
		cmocka_unit_test(test_a_wide_layer_takes_three_or_goes_over_bands),
		cmocka_unit_test(test_without_links_or_with_too_many_there_are_only_boxes),
		cmocka_unit_test(test_a_circle_is_drawn_too),
	};

	report_begin("test_layers");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
