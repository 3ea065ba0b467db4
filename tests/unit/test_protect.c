/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must not be published: people that are too few, complements, and what readers work out. */
#include "close.h"

#include <stdlib.h>

#include "protect/audit.h"
#include "protect/complete.h"
#include "protect/sheet.h"

static const struct rule ten = { .people = 10, .possible = 10, .scale = 1 };

/* Sizes row by row; the first row and column are totals. One group. */
static struct sheet table_of(size_t rows, size_t columns, const int64_t *sizes)
{
	size_t variables[16] = { 0 }, i;
	struct sheet sheet;

	for (i = 1; i < columns; i++)
		variables[i] = 1;
	sheet = sheet_new(rows, columns, variables, 0);
	for (i = 0; i < rows * columns; i++)
		sheet.cells[i].crowd.n = sizes[i];
	return sheet;
}

/* Withholds what is too small, then what gives it away; `wanted` has a letter for each cell. */
static void assert_withheld(struct sheet *sheet, const struct rule *rule, const char *wanted)
{
	static const char letters[] = ".pv!cd";
	size_t i;

	for (i = 0; i < sheet->rows * sheet->columns; i++) {
		struct cell *cell = &sheet->cells[i];

		if (cell->printed && cell->crowd.n > 0)
			cell->reason = crowd_unfit(&cell->crowd, rule, sheet->words);
	}
	assert_true(sheet_complete(sheet, rule) == NO_CELL);
	for (i = 0; i < sheet->rows * sheet->columns; i++)
		assert_int_equal(letters[sheet->cells[i].reason], wanted[i]);
}

static void lines_are_columns_and_groups_of_each_row(void **state)
{
	static const size_t variables[] = { 0, 1, 1, 2, 2, 2 };
	struct sheet sheet = sheet_new(3, 6, variables, 70);

	(void)state;
	assert_int_equal(sheet.words, 2);
	assert_int_equal(sheet.line_count, 6 + 3 * 2);
	assert_int_equal(sheet.lines[1].count, 3);
	assert_int_equal(sheet.lines[1].cells[0], 1);
	assert_int_equal(sheet.lines[1].cells[2], 13);
	assert_int_equal(sheet.lines[7].count, 4); /* row 0, the second group */
	assert_int_equal(sheet.lines[7].cells[3], 5);
	assert_int_equal(sheet_new(1, 6, variables, 0).line_count, 2);
}

/* Three hamlets by sex, six women in the second: its men and the whole third hamlet go as well. */
static void one_small_cell_takes_a_rectangle_along(void **state)
{
	static const int64_t sizes[] = { 88, 32, 56, 36, 14, 22, 25, 6, 19, 27, 12, 15 };
	struct sheet sheet = table_of(4, 3, sizes);

	(void)state;
	assert_withheld(&sheet, &ten,
		"..."
		"..."
		".pc"
		".cc");
	assert_int_equal(sheet.cells[7].low, 1); /* 18 women in both hamlets, somebody in either */
	assert_int_equal(sheet.cells[7].high, 17);
	assert_int_equal(sheet.cells[8].low, 8); /* 25 people less those 17 */
	assert_int_equal(sheet.cells[8].high, 24);
}

static void cells_that_are_too_small_together_take_the_next(void **state)
{
	static const int64_t nine[] = { 79, 4, 5, 30, 40 }, ten_in_all[] = { 80, 5, 5, 30, 40 };
	static const int64_t eleven[] = { 81, 5, 6, 30, 40 }, equal[] = { 69, 9, 30, 30 };
	struct sheet sheet = table_of(1, 5, nine);

	(void)state;
	assert_withheld(&sheet, &ten, ".ppc.");
	sheet = table_of(1, 5, ten_in_all); /* enough together, but neither could be ten */
	assert_withheld(&sheet, &ten, ".ppc.");
	sheet = table_of(1, 5, eleven);
	assert_withheld(&sheet, &ten, ".pp..");
	sheet = table_of(1, 4, equal);
	assert_withheld(&sheet, &ten, ".pc.");
}

static void the_only_part_takes_the_total_along(void **state)
{
	static const int64_t one[] = { 9, 9, 0, 0 }, none[] = { 30, 0, 0, 30 };
	static const int64_t column[] = { 30, 30, 21, 21, 9, 9 };
	struct sheet sheet = table_of(1, 4, one);

	(void)state;
	assert_withheld(&sheet, &ten, "pp..");
	sheet = table_of(1, 4, none); /* nobody there, nothing to hide */
	assert_withheld(&sheet, &ten, "....");
	sheet = table_of(3, 2, column);
	assert_withheld(&sheet, &ten,
		".."
		"cc"
		"pp");
}

static void people_whom_no_table_shows_are_not_singled_out(void **state)
{
	static const int64_t few[] = { 43, 20, 20, 3 }, many[] = { 60, 20, 20, 20 };
	struct sheet sheet = table_of(1, 4, few);

	(void)state;
	sheet.cells[3].printed = false;
	assert_withheld(&sheet, &ten, ".d..");
	sheet = table_of(1, 4, many);
	sheet.cells[3].printed = false;
	assert_withheld(&sheet, &ten, "....");
}

/* Six of 206; the two hundred are known to be 202 at most, so the six are four at least. */
static void what_is_known_from_elsewhere_narrows_sizes(void **state)
{
	static const int64_t sizes[] = { 206, 6, 200 }, more[] = { 256, 6, 200, 50 };
	struct sheet sheet = table_of(1, 3, sizes);

	(void)state;
	sheet.cells[1].most = 12;
	sheet.cells[2].most = 202;
	sheet.cells[1].reason = TOO_FEW_PEOPLE;
	sheet.cells[2].reason = COMPLEMENT;
	assert_int_equal(audit(&sheet, &ten), 1);
	assert_int_equal(sheet.cells[1].low, 4);
	assert_int_equal(sheet.cells[1].high, 12);
	assert_int_equal(sheet.cells[2].low, 194);
	sheet = table_of(1, 4, more);
	sheet.cells[1].most = 12;
	sheet.cells[3].most = 52;
	assert_withheld(&sheet, &ten, ".pcc");
}

/* With a bound that no cell beside can loosen nothing is left; then the other sheet must give way. */
static void a_cell_that_stays_unsafe_is_told(void **state)
{
	static const int64_t sizes[] = { 12, 6, 6 };
	struct sheet sheet = table_of(1, 3, sizes);

	(void)state;
	sheet.cells[0].most = sheet.cells[1].most = sheet.cells[2].most = 9;
	sheet.cells[1].reason = sheet.cells[2].reason = TOO_FEW_PEOPLE;
	assert_int_equal(sheet_complete(&sheet, &ten), 0);
	assert_int_equal(sheet.cells[0].reason, COMPLEMENT);
	assert_false(sheet_widen(&sheet, 1));
	sheet.cells[0].reason = SHOWN;
	assert_true(sheet_widen(&sheet, 1));
	assert_int_equal(sheet.cells[0].reason, COMPLEMENT);
}

static void what_lines_determine_is_found(void **state)
{
	static const int64_t sizes[] = { 100, 60, 40, 50, 30, 20, 50, 30, 20 };
	static const struct rule lenient = { .people = 1, .possible = 0, .scale = 1 };
	struct sheet sheet = table_of(3, 3, sizes);

	(void)state;
	assert_true(audit(&sheet, &lenient) == NO_CELL);
	sheet.cells[4].reason = COMPLEMENT;
	assert_int_equal(audit(&sheet, &lenient), 4);
	sheet.cells[5].reason = sheet.cells[7].reason = COMPLEMENT;
	assert_int_equal(audit(&sheet, &lenient), 4); /* 5 follows from its column, then 4 */
	sheet.cells[8].reason = COMPLEMENT;
	assert_true(audit(&sheet, &lenient) == NO_CELL);
}

/* Each size is the most that any table counts: parts may come to more than their total. */
static void sizes_that_do_not_add_up_keep_their_bounds(void **state)
{
	static const int64_t sizes[] = { 699, 346, 354, 30, 15, 16 };
	struct sheet sheet = table_of(2, 3, sizes);
	size_t i;

	(void)state;
	sheet.cells[4].reason = sheet.cells[5].reason = COMPLEMENT;
	audit_sizes(&sheet);
	for (i = 0; i < 4; i++) {
		assert_int_equal(sheet.cells[i].low, sizes[i]);
		assert_int_equal(sheet.cells[i].high, sizes[i]);
	}
	for (i = 4; i < 6; i++)
		assert_in_range(sheet.cells[i].low, 1, (uint64_t)sheet.cells[i].high);
}

static struct crowd crowd_of(int64_t n, int64_t sum, int64_t square)
{
	struct crowd crowd = { .n = n };

	crowd.values[0].sum = exact_from_int64(sum);
	crowd.values[0].square = exact_from_int64(square);
	return crowd;
}

static void sensitive_values_do_not_tell_of_everybody(void **state)
{
	struct rule rule = {
		.people = 20, .possible = 10, .sensitive = true, .share = true, .scale = 1
	};
	struct crowd none = crowd_of(30, 0, 0), two = crowd_of(30, 2, 2);
	struct crowd three = crowd_of(30, 3, 3), most = crowd_of(30, 28, 28);
	struct crowd same = crowd_of(30, 120, 480), other = crowd_of(30, 120, 481);

	(void)state;
	assert_int_equal(crowd_unfit(&none, &rule, 0), SENSITIVE);
	assert_int_equal(crowd_unfit(&two, &rule, 0), SENSITIVE);
	assert_int_equal(crowd_unfit(&three, &rule, 0), SHOWN);
	assert_int_equal(crowd_unfit(&most, &rule, 0), SENSITIVE);
	rule.change = true; /* and nobody had it before */
	assert_int_equal(crowd_unfit(&three, &rule, 0), SENSITIVE);
	rule.change = rule.share = false;
	assert_int_equal(crowd_unfit(&same, &rule, 0), SENSITIVE);
	assert_int_equal(crowd_unfit(&other, &rule, 0), SHOWN);
	other.n = 19;
	assert_int_equal(crowd_unfit(&other, &rule, 0), TOO_FEW_PEOPLE);
	rule.sensitive = false;
	assert_int_equal(crowd_unfit(&same, &rule, 0), SHOWN);
}

static void villages_are_counted_together(void **state)
{
	const struct rule rule = { .people = 10, .possible = 10, .clusters = 3, .scale = 1 };
	uint64_t left[2] = { 3, 0 }, right[2] = { 2, (uint64_t)1 << 63 };
	struct crowd crowd = { .n = 8, .villages = left }, more = { .n = 8, .villages = right };

	(void)state;
	crowd.values[1].sum = more.values[1].sum = exact_from_int64(5);
	assert_int_equal(crowd_unfit(&crowd, &rule, 2), TOO_FEW_PEOPLE);
	crowd.n = 10;
	assert_int_equal(crowd_unfit(&crowd, &rule, 2), TOO_FEW_CLUSTERS);
	crowd_add(&crowd, &more, 2);
	assert_int_equal(crowd.n, 18);
	assert_int_equal(crowd_unfit(&crowd, &rule, 2), SHOWN);
	assert_int_equal(exact_compare(crowd.values[1].sum, exact_from_int64(10)), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_columns_and_groups_of_each_row),
		cmocka_unit_test(one_small_cell_takes_a_rectangle_along),
		cmocka_unit_test(cells_that_are_too_small_together_take_the_next),
		cmocka_unit_test(the_only_part_takes_the_total_along),
		cmocka_unit_test(people_whom_no_table_shows_are_not_singled_out),
		cmocka_unit_test(what_is_known_from_elsewhere_narrows_sizes),
		cmocka_unit_test(a_cell_that_stays_unsafe_is_told),
		cmocka_unit_test(what_lines_determine_is_found),
		cmocka_unit_test(sizes_that_do_not_add_up_keep_their_bounds),
		cmocka_unit_test(sensitive_values_do_not_tell_of_everybody),
		cmocka_unit_test(villages_are_counted_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
