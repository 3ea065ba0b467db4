/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what the table of gaps tells of the same cells. */
#include "result/gap.h"

#include <math.h>
#include <string.h>

#include "puzzle.h"

static const struct table *table;
static bool of_others; /* whether equations or facts are asked for */

static const char *text(size_t row, enum gap_column column)
{
	return cell(table, row, column);
}

static double number(size_t row, enum gap_column column)
{
	double value;

	return number_read(cell_value(table, row, column), &value) ? value : (double)NAN;
}

/* The sizes of all values of the group but the focal one, of which a row tells the sum. */
static void tell_others(size_t row, size_t sheet, const char *arm, double n)
{
	struct equation equation = { 0, keep(name_count(puzzle.values) * sizeof(size_t)),
		keep(name_count(puzzle.values) * sizeof(double)), n, true };
	size_t i;

	if (isnan(n))
		return;
	for (i = 0; i < name_count(puzzle.values); i++) {
		const char *name = name_text(puzzle.values, i), *value = strchr(name, '=') + 1;
		const char *group = keep_text(name, (size_t)(value - 1 - name));

		if (strcmp(group, text(row, GAP_GROUP)) != 0 ||
			strcmp(value, text(row, GAP_GROUP_VALUE)) == 0)
			continue;
		equation.facts[equation.count] = place(sheet, arm, group, value);
		equation.times[equation.count++] = 1;
	}
	add_equation(&equation);
}

static void tell_side(
	size_t row, size_t sheet, const char *arm, bool compared, double n, double mean)
{
	const char *value = text(row, compared ? GAP_GROUP_VALUE_COMPARED : GAP_GROUP_VALUE);

	if (*value == '\0' && of_others)
		tell_others(row, sheet, arm, n);
	else if (*value != '\0' && !of_others)
		tell(look(puzzle.indicators, text(row, GAP_INDICATOR)),
			place(sheet, arm, text(row, GAP_GROUP), value), n, mean);
}

/* A change of pairs tells of one cell, a difference of two such of one in each arm; all else of
 * levels. */
static void read_side(size_t row, bool compared)
{
	const char *from = text(row, GAP_ROUND_FROM), *to = text(row, GAP_ROUND_TO);
	const char *contrast = text(row, GAP_CONTRAST), *arm = text(row, GAP_ARM);
	bool pairs = strcmp(text(row, GAP_SAMPLE), "pairs") == 0;
	double n_from = number(row, compared ? GAP_N_FROM_COMPARED : GAP_N_FROM);
	double n_to = number(row, compared ? GAP_N_TO_COMPARED : GAP_N_TO);
	double start = number(row, compared ? GAP_VALUE_FROM_COMPARED : GAP_VALUE_FROM);
	double end = number(row, compared ? GAP_VALUE_TO_COMPARED : GAP_VALUE_TO);

	if (strcmp(contrast, "gap_did") == 0 && pairs) {
		tell_side(row, sheet_of(from, to), puzzle.arm_comparison, compared, n_from, start);
		tell_side(row, sheet_of(from, to), arm, compared, n_to, end);
	} else if (strcmp(contrast, "gap_change") == 0 && pairs) {
		tell_side(row, sheet_of(from, to), arm, compared, n_to, end - start);
	} else if (strcmp(contrast, "gap_did") != 0) {
		tell_side(row, sheet_of("", from), arm, compared, n_from, start);
		tell_side(row, sheet_of("", to), arm, compared, n_to, end);
	}
}

static void read_all(size_t indicator)
{
	size_t row;

	for (row = 0; table != NULL && row < table->rows; row++) {
		if (indicator != NO_NAME &&
			look(puzzle.indicators, text(row, GAP_INDICATOR)) != indicator)
			continue;
		read_side(row, false);
		read_side(row, true);
	}
}

void gaps_read(const char *folder)
{
	const char *file = keep_format("%s/gaps.csv", folder);

	if (!file_exists(file))
		return;
	table = table_load(file, gap_columns, TABLE_OPEN);
	stop_on_faults();
	of_others = false;
	read_all(NO_NAME);
}

void clues_of_others(size_t indicator)
{
	of_others = true;
	read_all(indicator);
}
