/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what published rows tell of the cells of a study. */
#include <math.h>
#include <string.h>

#include "puzzle.h"
#include "result/columns.h"

static const struct table *estimates, *comparisons; /* or few_villages while that is read */

static const char *text(size_t row, enum comparison_column column)
{
	return cell(comparisons, row, column);
}

static double number(const struct table *table, size_t row, size_t column)
{
	double value;

	return number_read(cell_value(table, row, column), &value) ? value : (double)NAN;
}

static bool suppressed(const struct table *table, size_t row, size_t status)
{
	return strcmp(cell(table, row, status), "SUPPRESSED") == 0;
}

/* ---- names ---- */

static size_t add(struct names *names, const char *name)
{
	return name_add(names, name, strlen(name));
}

static const char *sheet_name(const char *from, const char *round)
{
	return keep_format("%s>%s", from, round);
}

void meet_sheets(const char *from, const char *round)
{
	add(puzzle.sheets, sheet_name("", round));
	if (*from == '\0')
		return;
	add(puzzle.sheets, sheet_name("", from));
	add(puzzle.sheets, sheet_name(from, round));
}

void meet_people(const char *arm, const char *group, const char *value)
{
	size_t at;

	if (*arm != '\0')
		add(puzzle.arms, arm);
	if (*group == '\0')
		return;
	at = add(puzzle.values, keep_format("%s=%s", group, value));
	puzzle.group_of = grow(puzzle.group_of, &puzzle.group_capacity, at + 1, sizeof(size_t));
	puzzle.group_of[at] = add(puzzle.groups, group);
}

static void meet_all(void)
{
	size_t i;

	for (i = 0; i < estimates->rows; i++) {
		add(puzzle.indicators, cell(estimates, i, ESTIMATE_INDICATOR));
		meet_sheets("", cell(estimates, i, ESTIMATE_ROUND));
		meet_people(cell(estimates, i, ESTIMATE_ARM), cell(estimates, i, ESTIMATE_GROUP),
			cell(estimates, i, ESTIMATE_GROUP_VALUE));
	}
	for (i = 0; i < comparisons->rows; i++) {
		add(puzzle.indicators, text(i, COMPARISON_INDICATOR));
		meet_sheets(text(i, COMPARISON_ROUND_FROM), text(i, COMPARISON_ROUND_TO));
		meet_people(text(i, COMPARISON_ARM), text(i, COMPARISON_GROUP),
			text(i, COMPARISON_GROUP_VALUE));
	}
	meet_people(puzzle.arm_comparison, "", "");
}

static void lay_out(void)
{
	size_t i;

	puzzle.rows = name_count(puzzle.arms) == 0 ? 1 : name_count(puzzle.arms) + 2;
	puzzle.columns = 1 + name_count(puzzle.values) + name_count(puzzle.groups);
	puzzle.cells = name_count(puzzle.sheets) * puzzle.rows * puzzle.columns;
	puzzle.facts = keep(name_count(puzzle.indicators) * sizeof(struct fact *));
	for (i = 0; i < name_count(puzzle.indicators); i++)
		puzzle.facts[i] = keep(puzzle.cells * sizeof(struct fact));
}

size_t sheet_of(const char *from, const char *round)
{
	return look(puzzle.sheets, sheet_name(from, round));
}

size_t place(size_t sheet, const char *arm, const char *group, const char *value)
{
	size_t row = 0, column = 0;

	if (*arm != '\0')
		row = look(puzzle.arms, arm);
	if (*group != '\0')
		column = look(puzzle.values, keep_format("%s=%s", group, value));
	if (sheet == NO_NAME || row == NO_NAME || column == NO_NAME)
		return NO_NAME;
	return fact_index(sheet, row + (*arm != '\0'), column + (*group != '\0'));
}

size_t earlier_sheet(size_t sheet)
{
	const char *name = name_text(puzzle.sheets, sheet), *end = strchr(name, '>');
	size_t length = (size_t)(end - name);

	return length == 0 ? sheet : look(puzzle.sheets, sheet_name("", keep_text(name, length)));
}

/* ---- what a row tells ---- */

static void know(struct fact *fact, enum quantity quantity, double value)
{
	if (isnan(value))
		return;
	fact->known[quantity] = true;
	fact->value[quantity] = value;
}

void tell(size_t indicator, size_t at, double n, double mean)
{
	struct fact *fact;

	if (isnan(n) || indicator == NO_NAME || at == NO_NAME)
		return;
	fact = &puzzle.facts[indicator][at];
	know(fact, SIZE, n);
	know(fact, SUM, n > 0 ? n * mean : 0);
	if (fact->known[SUM])
		know(fact, LACKING, n - fact->value[SUM]);
}

static void read_estimate(size_t row)
{
	size_t indicator = look(puzzle.indicators, cell(estimates, row, ESTIMATE_INDICATOR));
	size_t at = place(sheet_of("", cell(estimates, row, ESTIMATE_ROUND)),
		cell(estimates, row, ESTIMATE_ARM), cell(estimates, row, ESTIMATE_GROUP),
		cell(estimates, row, ESTIMATE_GROUP_VALUE));
	double n = number(estimates, row, ESTIMATE_N);

	puzzle.weighted |= *cell(estimates, row, ESTIMATE_KISH) != '\0';
	if (suppressed(estimates, row, ESTIMATE_STATUS))
		puzzle.facts[indicator][at].target = true;
	tell(indicator, at, n, number(estimates, row, ESTIMATE_ESTIMATE));
	tell(PRESENT, at, n + number(estimates, row, ESTIMATE_N_MISSING), (double)NAN);
}

/* The cell of a row of comparisons, in another sheet or arm. */
static size_t place_of(size_t row, const char *from, const char *round, const char *arm)
{
	return place(sheet_of(from, round), arm, text(row, COMPARISON_GROUP),
		text(row, COMPARISON_GROUP_VALUE));
}

/* A row tells of two cells, or of one at both ends of a change of pairs. */
static void read_comparison(size_t row)
{
	size_t indicator = look(puzzle.indicators, text(row, COMPARISON_INDICATOR));
	const char *from = text(row, COMPARISON_ROUND_FROM), *to = text(row, COMPARISON_ROUND_TO);
	const char *arm = text(row, COMPARISON_ARM), *contrast = text(row, COMPARISON_CONTRAST);
	bool pairs = strcmp(text(row, COMPARISON_SAMPLE), "pairs") == 0;
	bool means = strcmp(text(row, COMPARISON_METHOD), "village_means") == 0;
	double n_from = number(comparisons, row, COMPARISON_N_FROM);
	double n_to = number(comparisons, row, COMPARISON_N_TO);
	double start = means ? (double)NAN : number(comparisons, row, COMPARISON_VALUE_FROM);
	double end = means ? (double)NAN : number(comparisons, row, COMPARISON_VALUE_TO);

	if (strcmp(contrast, "change") == 0 && pairs) {
		size_t at = place_of(row, from, to, arm);

		puzzle.facts[indicator][at].target |=
			suppressed(comparisons, row, COMPARISON_STATUS);
		tell(indicator, at, n_to, end - start);
	} else if (strcmp(contrast, "change") == 0) {
		tell(indicator, place_of(row, "", from, arm), n_from, start);
		tell(indicator, place_of(row, "", to, arm), n_to, end);
	} else if (strcmp(contrast, "difference") == 0) {
		tell(indicator, place_of(row, "", to, puzzle.arm_comparison), n_from, start);
		tell(indicator, place_of(row, "", to, arm), n_to, end);
	} else if (pairs) {
		tell(indicator, place_of(row, from, to, puzzle.arm_comparison), n_from, start);
		tell(indicator, place_of(row, from, to, arm), n_to, end);
	}
}

/* Its rows are of the same cells as those of comparisons. */
static void read_few_villages(const char *file)
{
	const struct table *headlines = comparisons;
	size_t i;

	if (!file_exists(file))
		return;
	comparisons = table_load(file, comparison_columns, TABLE_OPEN);
	for (i = 0; i < comparisons->rows; i++)
		read_comparison(i);
	comparisons = headlines;
}

void clues_read(const char *folder)
{
	size_t i;

	estimates =
		table_load(keep_format("%s/estimates.csv", folder), estimate_columns, TABLE_OPEN);
	comparisons = table_load(
		keep_format("%s/comparisons.csv", folder), comparison_columns, TABLE_OPEN);
	stop_on_faults();
	meet_all();
	others_meet(folder);
	counted_meet(folder);
	lay_out();
	for (i = 0; i < estimates->rows; i++)
		read_estimate(i);
	for (i = 0; i < comparisons->rows; i++)
		read_comparison(i);
	read_few_villages(keep_format("%s/few_villages.csv", folder));
}

/* ---- n of two levels together ---- */

static void tell_both(size_t row, const char *arm, double n)
{
	struct equation equation = { 2, keep(2 * sizeof(size_t)), keep(2 * sizeof(double)), n,
		true };

	equation.facts[0] = place_of(row, "", text(row, COMPARISON_ROUND_FROM), arm);
	equation.facts[1] = place_of(row, "", text(row, COMPARISON_ROUND_TO), arm);
	equation.times[0] = equation.times[1] = 1;
	if (!isnan(n))
		add_equation(&equation);
}

void clues_of_did(size_t indicator)
{
	size_t row;

	for (row = 0; row < comparisons->rows; row++) {
		if (look(puzzle.indicators, text(row, COMPARISON_INDICATOR)) != indicator ||
			strcmp(text(row, COMPARISON_CONTRAST), "did") != 0 ||
			strcmp(text(row, COMPARISON_SAMPLE), "all") != 0)
			continue;
		tell_both(row, puzzle.arm_comparison, number(comparisons, row, COMPARISON_N_FROM));
		tell_both(
			row, text(row, COMPARISON_ARM), number(comparisons, row, COMPARISON_N_TO));
	}
}
