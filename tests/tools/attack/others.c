/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what bounds, distributions, harm, heterogeneity and trends tell of the same cells. */
#include <math.h>
#include <string.h>

#include "puzzle.h"

/* What any of the tables may have. */
enum other_column {
	INDICATOR,
	CONTRAST,
	SCREEN,
	MEASURE,
	ROUND,
	ROUND_FROM,
	ROUND_TO,
	ARM,
	GROUP,
	GROUP_VALUE,
	GROUP_VALUE_COMPARED,
	SAMPLE,
	VALUE,
	N,
	N_MISSING,
	N_FROM,
	N_TO,
	N_PAIRS,
	N_COMPARED,
	N_FROM_COMPARISON,
	N_TO_COMPARISON,
	N_PAIRS_COMPARISON,
	ROUNDS,
	ESTIMATE,
	STATUS,
	OTHER_COLUMNS
};

#define MAY_HAVE(name) \
	{ \
		name, TYPE_TEXT, true, \
		{ \
			name, name \
		} \
	}
static const struct column columns[OTHER_COLUMNS + 1] = {
	[INDICATOR] = MAY_HAVE("indicator"),
	[CONTRAST] = MAY_HAVE("contrast"),
	[SCREEN] = MAY_HAVE("screen"),
	[MEASURE] = MAY_HAVE("measure"),
	[ROUND] = MAY_HAVE("round"),
	[ROUND_FROM] = MAY_HAVE("round_from"),
	[ROUND_TO] = MAY_HAVE("round_to"),
	[ARM] = MAY_HAVE("arm"),
	[GROUP] = MAY_HAVE("group"),
	[GROUP_VALUE] = MAY_HAVE("group_value"),
	[GROUP_VALUE_COMPARED] = MAY_HAVE("group_value_compared"),
	[SAMPLE] = MAY_HAVE("sample"),
	[VALUE] = MAY_HAVE("value"),
	[N] = MAY_HAVE("n"),
	[N_MISSING] = MAY_HAVE("n_missing"),
	[N_FROM] = MAY_HAVE("n_from"),
	[N_TO] = MAY_HAVE("n_to"),
	[N_PAIRS] = MAY_HAVE("n_pairs"),
	[N_COMPARED] = MAY_HAVE("n_compared"),
	[N_FROM_COMPARISON] = MAY_HAVE("n_from_comparison"),
	[N_TO_COMPARISON] = MAY_HAVE("n_to_comparison"),
	[N_PAIRS_COMPARISON] = MAY_HAVE("n_pairs_comparison"),
	[ROUNDS] = MAY_HAVE("rounds"),
	[ESTIMATE] = MAY_HAVE("estimate"),
	[STATUS] = MAY_HAVE("status"),
};

static const struct table *bounds, *distributions, *harm, *heterogeneity, *trends;
static const double unknown = (double)NAN;

static double number(const struct table *table, size_t row, enum other_column column)
{
	double value;

	return number_read(cell_value(table, row, column), &value) ? value : unknown;
}

static bool is(const struct table *table, size_t row, enum other_column column, const char *text)
{
	return strcmp(cell(table, row, column), text) == 0;
}

static size_t indicator_of(const struct table *table, size_t row)
{
	return look(puzzle.indicators, cell(table, row, INDICATOR));
}

/* The row's group in a sheet and an arm. */
static size_t at(const struct table *table, size_t row, size_t sheet, const char *arm)
{
	return place(sheet, arm, cell(table, row, GROUP), cell(table, row, GROUP_VALUE));
}

/* ---- bounds: who had the earlier value, the later one, both ---- */

static void read_bound(size_t row)
{
	const char *from = cell(bounds, row, ROUND_FROM), *to = cell(bounds, row, ROUND_TO);
	const char *arms[] = { cell(bounds, row, ARM), puzzle.arm_comparison };
	static const enum other_column sizes[2][3] = { { N_FROM, N_PAIRS, N_TO },
		{ N_FROM_COMPARISON, N_PAIRS_COMPARISON, N_TO_COMPARISON } };
	size_t indicator = indicator_of(bounds, row), side;
	bool mean = is(bounds, row, MEASURE, "pairs") && is(bounds, row, CONTRAST, "change");

	for (side = 0; side < (is(bounds, row, CONTRAST, "did") ? 2 : 1); side++) {
		tell(indicator, at(bounds, row, sheet_of("", from), arms[side]),
			number(bounds, row, sizes[side][0]), unknown);
		tell(indicator, at(bounds, row, sheet_of(from, to), arms[side]),
			number(bounds, row, sizes[side][1]),
			mean ? number(bounds, row, ESTIMATE) : unknown);
		tell(indicator, at(bounds, row, sheet_of("", to), arms[side]),
			number(bounds, row, sizes[side][2]), unknown);
	}
}

/* ---- distributions: shares of all values make the mean ---- */

static void read_distribution(size_t row)
{
	static size_t last = NO_NAME, of = NO_NAME;
	static double shares, mean;
	size_t indicator = indicator_of(distributions, row);
	size_t where = at(distributions, row, sheet_of("", cell(distributions, row, ROUND)),
		cell(distributions, row, ARM));
	double n = number(distributions, row, N), share = number(distributions, row, ESTIMATE);

	tell(indicator, where, n, unknown);
	tell(PRESENT, where, n + number(distributions, row, N_MISSING), unknown);
	if (where != last || indicator != of)
		shares = mean = 0;
	last = where;
	of = indicator;
	if (!is(distributions, row, MEASURE, "share"))
		return;
	shares += share;
	mean += share * number(distributions, row, VALUE);
	if (shares > 1 - 1e-9)
		tell(indicator, where, n, mean);
}

/* ---- harm: levels, changes, and both sides of a difference ---- */

static void read_harm(size_t row)
{
	const char *from = cell(harm, row, ROUND_FROM), *to = cell(harm, row, ROUND_TO);
	const char *arm = cell(harm, row, ARM), *group = cell(harm, row, GROUP);
	const char *compared = cell(harm, row, GROUP_VALUE_COMPARED);
	size_t indicator = indicator_of(harm, row), sheet = sheet_of("", to);
	double n = number(harm, row, N), n_compared = number(harm, row, N_COMPARED);
	bool level = is(harm, row, CONTRAST, "level") || is(harm, row, CONTRAST, "difference");
	bool mean = is(harm, row, SCREEN, "reported") ||
		(is(harm, row, SCREEN, "clearly_down") && is(harm, row, CONTRAST, "change"));

	if (!level)
		sheet = sheet_of(from, to);
	if (is(harm, row, SCREEN, "summary") || (!level && !is(harm, row, SAMPLE, "pairs")) ||
		is(harm, row, CONTRAST, "gap_did"))
		return;
	tell(indicator, at(harm, row, sheet, arm), n, mean ? number(harm, row, ESTIMATE) : unknown);
	if (is(harm, row, CONTRAST, "gap_change") && *compared != '\0')
		tell(indicator, place(sheet, arm, group, compared), n_compared, unknown);
	else if (!is(harm, row, CONTRAST, "gap_change"))
		tell(indicator, at(harm, row, sheet, puzzle.arm_comparison), n_compared, unknown);
}

/* ---- heterogeneity: people behind the villages' changes ---- */

static void read_heterogeneity(size_t row)
{
	const char *from = cell(heterogeneity, row, ROUND_FROM);
	const char *to = cell(heterogeneity, row, ROUND_TO), *arm = cell(heterogeneity, row, ARM);
	size_t indicator = indicator_of(heterogeneity, row);

	if (is(heterogeneity, row, SAMPLE, "pairs")) {
		tell(indicator, at(heterogeneity, row, sheet_of(from, to), arm),
			number(heterogeneity, row, N_TO), unknown);
		return;
	}
	tell(indicator, at(heterogeneity, row, sheet_of("", from), arm),
		number(heterogeneity, row, N_FROM), unknown);
	tell(indicator, at(heterogeneity, row, sheet_of("", to), arm),
		number(heterogeneity, row, N_TO), unknown);
}

/* ---- trends: people in all of the rounds, or the people of each round together ---- */

/* A sheet of its own, whose people have values in all rounds. */
static const char *panel_of(size_t row)
{
	return keep_format("%s through %s", cell(trends, row, ROUND_TO), cell(trends, row, ROUNDS));
}

static size_t panel_sheet(size_t row)
{
	return sheet_of(cell(trends, row, ROUND_FROM), panel_of(row));
}

static void read_trend(size_t row)
{
	size_t indicator = indicator_of(trends, row);
	size_t where = at(trends, row, panel_sheet(row), cell(trends, row, ARM));

	if (!is(trends, row, SAMPLE, "panel") || !is(trends, row, CONTRAST, "trend") ||
		where == NO_NAME || indicator == NO_NAME)
		return;
	puzzle.facts[indicator][where].target |= is(trends, row, STATUS, "SUPPRESSED");
	tell(indicator, where, number(trends, row, N), unknown);
}

static void add_size(struct equation *equation, size_t fact)
{
	if (fact == NO_NAME)
		equation->total = unknown;
	equation->facts[equation->count] = fact;
	equation->times[equation->count++] = 1;
}

/* The levels of an arm from the first to the last round; rounds were met in their order. */
static void add_levels(struct equation *equation, size_t row, const char *arm)
{
	size_t first = sheet_of("", cell(trends, row, ROUND_FROM)), added = 0, sheet;
	size_t last = sheet_of("", cell(trends, row, ROUND_TO));

	for (sheet = first; sheet <= last && sheet != NO_NAME; sheet++)
		if (earlier_sheet(sheet) == sheet) {
			add_size(equation, at(trends, row, sheet, arm));
			added++;
		}
	if ((double)added != number(trends, row, ROUNDS))
		equation->total = unknown; /* a round without answers: which? */
}

void clues_of_sums(size_t indicator)
{
	size_t row, side;

	for (row = 0; trends != NULL && row < trends->rows; row++) {
		bool two = is(trends, row, CONTRAST, "trend_did");
		bool panel = is(trends, row, SAMPLE, "panel");
		const char *arms[] = { cell(trends, row, ARM), puzzle.arm_comparison };
		size_t most = 2 * name_count(puzzle.sheets) + 2;
		struct equation equation = { 0, NULL, NULL, number(trends, row, N), true };

		if (indicator_of(trends, row) != indicator || (panel && !two) ||
			isnan(equation.total))
			continue;
		equation.facts = keep(most * sizeof(size_t));
		equation.times = keep(most * sizeof(double));
		for (side = 0; side < (two ? 2 : 1); side++)
			if (panel)
				add_size(&equation, at(trends, row, panel_sheet(row), arms[side]));
			else
				add_levels(&equation, row, arms[side]);
		if (!isnan(equation.total))
			add_equation(&equation);
	}
}

/* ---- all ---- */

static const struct table *table_of(const char *folder, const char *name)
{
	const char *file = keep_format("%s/%s.csv", folder, name);

	return file_exists(file) ? table_load(file, columns, TABLE_OPEN) : NULL;
}

void others_meet(const char *folder)
{
	size_t row;

	bounds = table_of(folder, "bounds");
	distributions = table_of(folder, "distributions");
	harm = table_of(folder, "harm");
	heterogeneity = table_of(folder, "heterogeneity");
	trends = table_of(folder, "trends");
	stop_on_faults();
	for (row = 0; trends != NULL && row < trends->rows; row++)
		if (is(trends, row, SAMPLE, "panel"))
			name_add(puzzle.sheets,
				keep_format("%s>%s", cell(trends, row, ROUND_FROM), panel_of(row)),
				strlen(cell(trends, row, ROUND_FROM)) + 1 + strlen(panel_of(row)));
}

static void read_rows(const struct table *table, void (*read)(size_t row))
{
	size_t row;

	for (row = 0; table != NULL && row < table->rows; row++)
		read(row);
}

void others_read(void)
{
	read_rows(bounds, read_bound);
	read_rows(distributions, read_distribution);
	read_rows(harm, read_harm);
	read_rows(heterogeneity, read_heterogeneity);
	read_rows(trends, read_trend);
}
