/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the rows of targets, gaps and harm on the page for funders. */
#include "drawing/funder.h"

#include <math.h>
#include <string.h>

#include "drawing/axis.h"
#include "drawing/numbers.h"
#include "drawing/parts.h"
#include "result/gap.h"
#include "result/harm.h"

enum { TARGETS_SHOWN = 6, GAPS_SHOWN = 4, HARM_SHOWN = 4, LINE_WIDTH = 146 };

/* ---- tables and their cells ---- */

static double number_in(const struct table *table, size_t row, size_t column)
{
	double number;

	return number_read(cell_value(table, row, column), &number) ? number : (double)NAN;
}

static bool is(const struct table *table, size_t row, size_t column, const char *text)
{
	return strcmp(cell(table, row, column), text) == 0;
}

static bool last_round(const struct table *table, size_t row, size_t column)
{
	const struct rounds *rounds = rounds_load();

	return is(table, row, column, rounds->list[rounds->count - 1].name);
}

static const struct indicator *indicator_in(const struct table *table, size_t row, size_t column)
{
	size_t indicator = indicator_find(indicators_load(), cell_value(table, row, column));

	return indicator == NO_NAME ? NULL : &indicators_load()->list[indicator];
}

/* How numbers of an indicator are printed: as its headline's. */
static struct amount amount_for(const struct indicator *indicator)
{
	size_t count, i;
	const struct headline *all = headlines(&count);

	for (i = 0; i < count; i++) {
		const struct headline *one = &all[i];

		if (one->indicator == indicator) {
			const struct axis axis = axis_for(&one, 1);

			return axis_amount(&axis, indicator, &one, 1);
		}
	}
	return amount_of(indicator, NULL, 0, indicator->scale_min, indicator->scale_max,
		indicator->scale_max - indicator->scale_min);
}

static void put_line(const char *verdict, struct text text)
{
	part_set("verdict", verdict);
	part_set_text("text", text_cut(text, LINE_WIDTH));
	part_row("line");
}

void funder_more(size_t found, size_t most)
{
	const struct filling fact[] = { { "n", text_same(keep_format("%zu", found - most)) },
		{ NULL, { NULL, NULL } } };

	if (found > most)
		put_line("unclear", texts_fill("funder_more", fact));
}

/* The label of a group's value; its name where it has none. */
static struct text value_label(const char *group, const char *value)
{
	const struct groups *groups = groups_load();
	size_t i, j;

	for (i = 0; i < groups->count; i++)
		for (j = 0; j < groups->list[i].value_count; j++)
			if (strcmp(groups->list[i].name, group) == 0 &&
				strcmp(groups->list[i].values[j].name, value) == 0)
				return groups->list[i].values[j].label;
	return text_same(value);
}

/* ---- targets ---- */

enum { TARGET_INDICATOR, TARGET_ROUND, TARGET_GROUP, TARGET_FROM, TARGET_TO, TARGET_TARGET,
	TARGET_PROGRESS, TARGET_LOW, TARGET_HIGH, TARGET_VERDICT, TARGET_PHRASE_ID,
	TARGET_PHRASE_EN };

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
	return last_round(targets(), row, TARGET_ROUND) && is(targets(), row, TARGET_GROUP, "") &&
		indicator_in(targets(), row, TARGET_INDICATOR) != NULL;
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

	return texts_plain(keep_format(
		"funder_target_%s", *verdict == '\0' ? "withheld" : verdict));
}

static void put_target(size_t row)
{
	const struct table *table = targets();
	const struct indicator *indicator = indicator_in(table, row, TARGET_INDICATOR);
	struct amount amount = amount_for(indicator);

	part_set_lines("label", text_cut(indicator->label, 28), 28);
	part_set("verdict", target_class(row));
	part_set_text("verdict", target_words(row));
	part_set_text("from", amount_value(&amount, number_in(table, row, TARGET_FROM), true));
	part_set_text("to", amount_value(&amount, number_in(table, row, TARGET_TO), true));
	part_set_text("target", amount_value(&amount, number_in(table, row, TARGET_TARGET), true));
	part_set_number("progress", number_in(table, row, TARGET_PROGRESS));
	part_set_number("progress_low", number_in(table, row, TARGET_LOW));
	part_set_number("progress_high", number_in(table, row, TARGET_HIGH));
	part_row("target");
}

void funder_targets(void)
{
	size_t row, count = 0;

	for (row = 0; with_file("progress") != NULL && row < targets()->rows; row++)
		if (shown_target(row) && ++count <= TARGETS_SHOWN)
			put_target(row);
	funder_more(count, TARGETS_SHOWN);
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
	const struct indicator *indicator = indicator_in(gaps(), row, GAP_INDICATOR);
	const char *comparison = study_load()->arm_comparison, *arm = cell(gaps(), row, GAP_ARM);

	return indicator != NULL && indicator->primary && is(gaps(), row, GAP_CONTRAST, "gap_change") &&
		is(gaps(), row, GAP_ROUND_FROM, rounds_load()->list[0].name) &&
		last_round(gaps(), row, GAP_ROUND_TO) && is(gaps(), row, GAP_STATUS, "ok") &&
		*cell(gaps(), row, GAP_GROUP_VALUE_COMPARED) != '\0' &&
		(comparison == NULL ? *arm == '\0'
				    : *arm != '\0' && strcmp(arm, comparison) != 0);
}

/* yes: those in focus fell behind; catching up: the whole interval speaks for them. */
static const char *gap_class(size_t row)
{
	const struct indicator *indicator = indicator_in(gaps(), row, GAP_INDICATOR);
	double low = number_in(gaps(), row, GAP_CONF_LOW), high = number_in(gaps(), row, GAP_CONF_HIGH);

	if (is(gaps(), row, GAP_FELL_BEHIND, "yes"))
		return "down";
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
	const struct indicator *indicator = indicator_in(table, row, GAP_INDICATOR);
	struct amount amount = amount_for(indicator);
	const char *group = cell(table, row, GAP_GROUP);
	const struct filling facts[] = {
		{ "goal", goals_load()->list[indicator->goal].label },
		{ "focal", value_label(group, cell(table, row, GAP_GROUP_VALUE)) },
		{ "compared", value_label(group, cell(table, row, GAP_GROUP_VALUE_COMPARED)) },
		{ "gap_from", amount_change(&amount, number_in(table, row, GAP_GAP_FROM), false) },
		{ "gap_to", amount_change(&amount, number_in(table, row, GAP_GAP_TO), false) },
		{ "interval", amount_interval(&amount, number_in(table, row, GAP_CONF_LOW),
				      number_in(table, row, GAP_CONF_HIGH)) },
		{ "change", amount_change(&amount, number_in(table, row, GAP_ESTIMATE), true) },
		{ NULL, { NULL, NULL } },
	};

	put_line(gap_class(row), texts_fill(keep_format("funder_gap_%s", gap_class(row)), facts));
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

		put_line("unclear", texts_fill("funder_gap_unclear", fact));
	}
}

/* ---- harm ---- */

static void put_harm(const struct table *table, size_t row)
{
	const char *group = cell(table, row, HARM_GROUP);
	struct text label = { cell(table, row, HARM_LABEL_EN), cell(table, row, HARM_LABEL_ID) };
	struct text phrase = { cell(table, row, HARM_PHRASE_EN), cell(table, row, HARM_PHRASE_ID) };

	if (*group != '\0')
		label = text_join(label, " · ", value_label(group, cell(table, row, HARM_GROUP_VALUE)));
	put_line("down", text_join(label, ": ", phrase));
}

/* Whether a finding is flagged, of the last round, and the first about these people and indicator.
 * Gaps stand in their own lines; what people report is told of everybody. */
static bool shown_harm(const struct table *table, size_t row, const char *screen)
{
	size_t i;

	if (!is(table, row, HARM_SCREEN, screen) || !is(table, row, HARM_FLAG, "harm") ||
		!last_round(table, row, HARM_ROUND_TO) ||
		(strcmp(screen, "reported") == 0 && *cell(table, row, HARM_GROUP) != '\0'))
		return false;
	for (i = 0; i < row; i++)
		if (is(table, i, HARM_FLAG, "harm") && last_round(table, i, HARM_ROUND_TO) &&
			!is(table, i, HARM_SCREEN, "gap_widened") &&
			is(table, i, HARM_INDICATOR, cell(table, row, HARM_INDICATOR)) &&
			is(table, i, HARM_GROUP, cell(table, row, HARM_GROUP)) &&
			is(table, i, HARM_GROUP_VALUE, cell(table, row, HARM_GROUP_VALUE)))
			return false;
	return true;
}

/* Looks whose answer may be shown, how many of them flag harm, and how many would by chance. */
struct looks {
	double judged, flagged, chance;
	size_t withheld;
};

/* Adds the looks that a summary row tells of, but for those that are withheld. */
static void add_looks(const struct table *table, size_t summary, struct looks *looks)
{
	double rate = number_in(table, summary, HARM_BY_CHANCE) / number_in(table, summary, HARM_SCREENS);
	size_t row;

	for (row = 0; row < table->rows; row++) {
		if (*cell(table, row, HARM_SCREENS) != '\0' ||
			!is(table, row, HARM_SCREEN, cell(table, summary, HARM_SCREEN)))
			continue;
		if (*cell(table, row, HARM_FLAG) == '\0') {
			looks->withheld++;
			continue;
		}
		looks->judged++;
		looks->flagged += is(table, row, HARM_FLAG, "harm");
		looks->chance += rate;
	}
}

void funder_harm(void)
{
	static const char *const order[] = { "reported", "clearly_down", "worse_share_difference" };
	const struct table *table = table_load(with_file("harm"), harm_columns, TABLE_OPEN);
	struct looks looks = { 0 };
	size_t found = 0, row, i;

	stop_on_faults();
	for (i = 0; i < sizeof(order) / sizeof(*order); i++)
		for (row = 0; row < table->rows; row++)
			if (shown_harm(table, row, order[i]) && ++found <= HARM_SHOWN)
				put_harm(table, row);
	funder_more(found, HARM_SHOWN);
	for (row = 0; row < table->rows; row++)
		if (*cell(table, row, HARM_SCREENS) != '\0')
			add_looks(table, row, &looks);
	const struct filling facts[] = { { "screens", number_shown(looks.judged, 0) },
		{ "flagged", number_shown(looks.flagged, 0) },
		{ "chance", number_shown(looks.chance, 0) },
		{ "withheld", number_shown((double)looks.withheld, 0) }, { NULL, { NULL, NULL } } };

	if (looks.judged > 0)
		put_line("unclear",
			texts_fill(found == 0 ? "funder_harm_none" : "funder_harm_screens", facts));
	if (looks.withheld > 0)
		put_line("unclear", texts_fill("funder_harm_withheld", facts));
}
