/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the rows of targets and gaps on the page for funders. */
#include "drawing/funder.h"

#include <string.h>

#include "drawing/funder_cells.h"
#include "drawing/lines.h"
#include "drawing/parts.h"
#include "result/gap.h"

enum { GAPS_SHOWN = 4, TARGET_LABEL = 34 };

/* ---- targets ---- */

enum {
	TARGET_INDICATOR,
	TARGET_ROUND,
	TARGET_GROUP,
	TARGET_FROM,
	TARGET_TO,
	TARGET_TARGET,
	TARGET_PROGRESS,
	TARGET_LOW,
	TARGET_HIGH,
	TARGET_VERDICT,
	TARGET_PHRASE_ID,
	TARGET_PHRASE_EN
};

static const struct column target_columns[] = {
	[TARGET_INDICATOR] = { "indicator", TYPE_TEXT, false, { "", "" } },
	[TARGET_ROUND] = { "round_to", TYPE_TEXT, false, { "", "" } },
	[TARGET_GROUP] = { "group", TYPE_TEXT, false, { "", "" } },
	[TARGET_FROM] = { "value_from", TYPE_NUMBER, false, { "", "" } },
	[TARGET_TO] = { "value_to", TYPE_NUMBER, false, { "", "" } },
	[TARGET_TARGET] = { "target", TYPE_NUMBER, false, { "", "" } },
	[TARGET_PROGRESS] = { "progress", TYPE_NUMBER, false, { "", "" } },
	[TARGET_LOW] = { "progress_low", TYPE_NUMBER, false, { "", "" } },
	[TARGET_HIGH] = { "progress_high", TYPE_NUMBER, false, { "", "" } },
	[TARGET_VERDICT] = { "verdict", TYPE_TEXT, false, { "", "" } },
	[TARGET_PHRASE_ID] = { "phrase_id", TYPE_TEXT, false, { "", "" } },
	[TARGET_PHRASE_EN] = { "phrase_en", TYPE_TEXT, false, { "", "" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static const struct table *targets(void)
{
	static const struct table *table;

	if (table == NULL)
		table = table_load(with_file("progress"), target_columns, TABLE_OPEN);
	stop_on_faults();
	return table;
}

static bool shown_target(size_t row)
{
	return funder_last_round(targets(), row, TARGET_ROUND) &&
		funder_is(targets(), row, TARGET_GROUP, "") &&
		funder_indicator(targets(), row, TARGET_INDICATOR) != NULL;
}

size_t funder_targets_count(void)
{
	size_t row, count = 0;

	for (row = 0; with_file("progress") != NULL && row < targets()->rows; row++)
		count += shown_target(row);
	return count;
}

static const char *target_class(size_t row)
{
	const char *verdict = cell(targets(), row, TARGET_VERDICT);

	if (strcmp(verdict, "reached") == 0)
		return "up";
	return strcmp(verdict, "not_reached") == 0 ? "down" : "unclear";
}

/* How the target stands; a row without a verdict was withheld to protect people. */
static struct text target_words(size_t row)
{
	const char *verdict = cell(targets(), row, TARGET_VERDICT);

	return texts_plain(
		keep_format("funder_target_%s", *verdict == '\0' ? "withheld" : verdict));
}

static void put_target(size_t row)
{
	const struct table *table = targets();
	const struct indicator *indicator = funder_indicator(table, row, TARGET_INDICATOR);
	const double numbers[] = { number_or_nan(cell_value(table, row, TARGET_FROM)),
		number_or_nan(cell_value(table, row, TARGET_TO)),
		number_or_nan(cell_value(table, row, TARGET_TARGET)) };
	struct amount amount = funder_amount(indicator, numbers, 3);

	part_set_lines("label", text_cut(indicator->label, TARGET_LABEL), TARGET_LABEL);
	part_set("verdict", target_class(row));
	part_set_text("verdict", target_words(row));
	part_set_text("from", amount_value(&amount, numbers[0], true));
	part_set_text("to", amount_value(&amount, numbers[1], true));
	part_set_text("target", amount_value(&amount, numbers[2], true));
	part_set_number("progress", number_or_nan(cell_value(table, row, TARGET_PROGRESS)));
	part_set_number("progress_low", number_or_nan(cell_value(table, row, TARGET_LOW)));
	part_set_number("progress_high", number_or_nan(cell_value(table, row, TARGET_HIGH)));
	part_row("target");
}

void funder_targets(size_t more)
{
	size_t row, count = 0, most = FUNDER_TARGETS + more;

	for (row = 0; with_file("progress") != NULL && row < targets()->rows; row++)
		if (shown_target(row) && ++count <= most)
			put_target(row);
	funder_more(count, most);
}

/* ---- gaps ---- */

static const struct table *gaps(void)
{
	static const struct table *table;

	if (table == NULL)
		table = table_load(with_file("gaps"), gap_columns, TABLE_OPEN);
	stop_on_faults();
	return table;
}

/* The change of a gap of a primary index in an arm of the programme (in all, where there is one). */
static bool shown_gap(size_t row)
{
	const struct indicator *indicator = funder_indicator(gaps(), row, GAP_INDICATOR);
	const char *comparison = study_load()->arm_comparison, *arm = cell(gaps(), row, GAP_ARM);

	return indicator != NULL && indicator->primary &&
		funder_is(gaps(), row, GAP_CONTRAST, "gap_change") &&
		round_ends(cell_value(gaps(), row, GAP_ROUND_FROM),
			cell_value(gaps(), row, GAP_ROUND_TO)) &&
		funder_is(gaps(), row, GAP_STATUS, "ok") &&
		*cell(gaps(), row, GAP_GROUP_VALUE_COMPARED) != '\0' &&
		(comparison == NULL ? *arm == '\0' : *arm != '\0' && strcmp(arm, comparison) != 0);
}

/* yes: those in focus fell behind, however early; catching up: the whole interval speaks for them. */
static const char *gap_class(size_t row)
{
	const struct indicator *indicator = funder_indicator(gaps(), row, GAP_INDICATOR);
	double low = number_or_nan(cell_value(gaps(), row, GAP_CONF_LOW)),
	       high = number_or_nan(cell_value(gaps(), row, GAP_CONF_HIGH));

	if (funder_is(gaps(), row, GAP_FELL_BEHIND, "yes"))
		return "down";
	if (indicator_too_early(indicator, rounds_load()->count - 1))
		return "too_early";
	return (indicator->direction == DIRECTION_UP && low > 0) ||
			(indicator->direction == DIRECTION_DOWN && high < 0)
		? "up"
		: "unclear";
}

size_t funder_gaps_count(void)
{
	size_t row, count = 0;

	for (row = 0; with_file("gaps") != NULL && row < gaps()->rows; row++)
		count += shown_gap(row);
	return count;
}

static void put_gap(size_t row)
{
	const struct table *table = gaps();
	const struct indicator *indicator = funder_indicator(table, row, GAP_INDICATOR);
	const double numbers[] = { number_or_nan(cell_value(table, row, GAP_GAP_FROM)),
		number_or_nan(cell_value(table, row, GAP_GAP_TO)),
		number_or_nan(cell_value(table, row, GAP_ESTIMATE)) };
	struct amount amount = funder_amount(indicator, numbers, 3);
	const char *group = cell(table, row, GAP_GROUP);
	const struct filling facts[] = {
		{ "goal", goal_of(indicator)->label },
		{ "focal", funder_value_label(group, cell(table, row, GAP_GROUP_VALUE)) },
		{ "compared",
			funder_value_label(group, cell(table, row, GAP_GROUP_VALUE_COMPARED)) },
		{ "gap_from", amount_change(&amount, numbers[0], false) },
		{ "gap_to", amount_change(&amount, numbers[1], false) },
		{ "interval",
			amount_interval(&amount,
				number_or_nan(cell_value(table, row, GAP_CONF_LOW)),
				number_or_nan(cell_value(table, row, GAP_CONF_HIGH))) },
		{ "change", amount_change(&amount, numbers[2], true) },
		{ NULL, { NULL, NULL } },
	};

	funder_line(
		gap_class(row), texts_fill(keep_format("funder_gap_%s", gap_class(row)), facts));
}

void funder_gaps(void)
{
	static const char *const order[] = { "down", "up" };
	size_t found = 0, all = funder_gaps_count(), row, i;

	for (i = 0; i < 2; i++)
		for (row = 0; with_file("gaps") != NULL && row < gaps()->rows; row++)
			if (shown_gap(row) && strcmp(gap_class(row), order[i]) == 0 &&
				++found <= GAPS_SHOWN)
				put_gap(row);
	funder_more(found, GAPS_SHOWN);
	if (all > found) {
		const struct filling fact[] = { { "n", text_same(keep_format("%zu", all - found)) },
			{ "total", text_same(keep_format("%zu", all)) }, { NULL, { NULL, NULL } } };

		funder_line("unclear", texts_fill("funder_gap_unclear", fact));
	}
}
