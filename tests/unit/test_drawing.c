/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as they are drawn: every word and mark of the table is there, in its place, once, and safe. */
#include "chart.h"
#include "close.h"
#include "drawing.h"
#include "fixtures.h"
#include "looks.h"
#include "marks.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[] = {
	"goals_change",
	"goals_comparison",
	"goals_targets",
	"goals_one",
	"goals_longest",
	"goals_outside",
	"goals_refused",
	"goals_money",
	"goals_units",
	"goals_titled",
	"goals_empty",
	"goals_hostile",
	"effects",
	"effects_empty",
	"effects_longest",
	"effects_hostile",
	"villages_arms",
	"villages_units",
	"villages_one",
	"villages_refused",
	"villages_many",
	"villages_longest",
	"villages_empty",
	"villages_hostile",
	"flow_arms",
	"flow_rounds",
	"flow_cross",
	"flow_longest_1",
	"flow_longest_2",
	"flow_longest_3",
	"flow_empty",
	"flow_hostile",
	"chain_longest",
	"chain_wide",
	"chain_one",
	"chain_empty",
	"chain_hostile",
	"equity",
	"equity_units",
	"equity_one",
	"equity_arms",
	"equity_withheld",
	"equity_longest",
	"equity_empty",
	"equity_hostile",
	"funder",
	"funder_arms",
	"funder_longest",
	"funder_empty",
	"funder_hostile",
};
enum { NAMES = sizeof names / sizeof *names };

static int draw(void **state)
{
	(void)state;
	return fixtures_begin(names, NAMES);
}

/* ---- marks against numbers ------------------------------------------------------------------------------ */

static void test_marks_stand_at_their_values(void **state)
{
	static const char grey[] = "rgb(82,96,109)", soft[] = "rgb(102,114,127)",
			  ink[] = "rgb(31,41,51)";
	static const struct series goals[] = {
		{ "compare_from", "gpPt4", grey, "up down changed unclear too_early" },
		{ "compare_to", "gpPt4", grey, "up down changed unclear too_early" },
		{ "from", "gpPt6", grey, "up down changed unclear too_early" },
		{ "to", "gpPt6", "rgb(0,114,178)", "up" },
		{ "to", "gpPt12", "rgb(194,78,0)", "down" },
		{ "to", "gpPt4", ink, "changed" },
		{ "to", "gpPt6", soft, "unclear too_early" },
	};
	static const struct series villages[] = {
		{ "estimate", "gpPt6", "rgb(0,114,178)", "programme" },
		{ "estimate", "gpPt4", grey, "comparison" },
	};
	static const struct series effects[] = {
		{ "estimate", "gpPt6", "rgb(0,114,178)", "up" },
		{ "estimate", "gpPt12", "rgb(194,78,0)", "down" },
		{ "estimate", "gpPt4", ink, "changed" },
		{ "estimate", "gpPt6", soft, "unclear too_early" },
	};

	(void)state;
	for (size_t i = 0; i < 2 * fixture_count; i++) {
		const char *name = fixtures[i / 2];

		if (strstr(name, "empty") != NULL || strstr(name, "hostile") != NULL ||
			starts(name, "flow") || starts(name, "chain") || /* words and arrows only */
			starts(name, "funder") || /* whose axis bears no numbers */
			starts(name, "equity"))   /* whose axis runs upwards */
			continue;
		if (starts(name, "goals"))
			expect_marks(name, i % 2, goals, sizeof goals / sizeof *goals);
		else if (starts(name, "villages"))
			expect_marks(name, i % 2, villages, 2);
		else
			expect_marks(name, i % 2, effects, sizeof effects / sizeof *effects);
	}
}

static size_t marks_of(const struct drawing *drawing, const char *shape, const char *colour)
{
	size_t count = 0;

	for (size_t i = 0; i < drawing->marks; i++)
		count += strcmp(drawing->mark[i].shape, shape) == 0 &&
			strcmp(drawing->mark[i].colour, colour) == 0;
	return count;
}

/* Marks in the classes are as many as the villages of the table; the means are marked besides. */
static void test_each_village_has_a_mark(void **state)
{
	static const char *const drawn[] = { "villages_arms", "villages_one", "villages_longest" };
	size_t worse = 0, better = 0, all = 0;

	(void)state;
	for (size_t i = 0; i < 3; i++, worse = better = all = 0) {
		struct drawing *drawing = drawing_read(fixture_svg(drawn[i], 0));
		struct rows rows = rows_open(drawn[i], 0);

		while (rows_next(&rows, "rows")) {
			bool round = same_text(rows_field(&rows, "side"), "programme");

			worse += strtoul(rows_field(&rows, "worse").text, NULL, 10);
			better += round ? strtoul(rows_field(&rows, "better").text, NULL, 10) +
					!missing(rows_field(&rows, "estimate"))
					: 0;
			all += round ? strtoul(rows_field(&rows, "unclear").text, NULL, 10) : 0;
		}
		assert_int_equal(marks_of(drawing, "gpPt10", "rgb(194,78,0)"), worse);
		assert_int_equal(marks_of(drawing, "gpPt6", "rgb(0,114,178)"), better);
		assert_int_equal(marks_of(drawing, "gpPt6", "rgb(102,114,127)"), all);
		rows_close(&rows);
		drawing_free(drawing);
	}
}

static void test_panels_stand_at_their_heights(void **state)
{
	static const char *const focal[] = { "focal_from", "focal_to" };
	static const char *const others[] = { "others_from", "others_to" };
	static const char *const drawn[] = { "equity", "equity_units", "equity_one", "equity_arms",
		"equity_withheld", "equity_longest" };

	(void)state;
	for (size_t i = 0; i < 2 * sizeof drawn / sizeof *drawn; i++) {
		expect_panel_marks(drawn[i / 2], i % 2, "gpPt6", "rgb(142,69,133)", focal, 2);
		expect_panel_marks(drawn[i / 2], i % 2, "gpPt4", "rgb(82,96,109)", others, 2);
	}
}

/* ---- sameness ------------------------------------------------------------------------------------------- */

static void test_same_input_same_bytes(void **state)
{
	static const char *const redrawn[] = { "goals_comparison", "goals_hostile", "effects",
		"flow_arms", "chain_wide", "equity" };

	(void)state;
	expect_same_bytes(redrawn, sizeof redrawn / sizeof *redrawn);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_text_is_drawn),
		cmocka_unit_test(test_every_frame_text_is_drawn),
		cmocka_unit_test(test_marks_stand_at_their_values),
		cmocka_unit_test(test_each_village_has_a_mark),
		cmocka_unit_test(test_panels_stand_at_their_heights),
		cmocka_unit_test(test_texts_do_not_overlap),
		cmocka_unit_test(test_ids_are_unique_and_prefixed),
		cmocka_unit_test(test_nothing_of_the_data_runs),
		cmocka_unit_test(test_same_input_same_bytes),
	};

	return cmocka_run_group_tests(tests, draw, fixtures_end);
}
