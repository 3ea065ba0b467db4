/* SPDX-License-Identifier: GPL-3.0-or-later */
/* indicator_table: targets and what was reached in; the table of all indicators that funders ask for, out. */
#include <math.h>
#include <string.h>

#include "kit/kit.h"
#include "result/columns.h"
#include "result/performance.h"
#include "result/progress.h"
#include "study/begin.h"

static const struct with_field with[] = {
	{ "estimates", false,
		{ "estimates.csv: indicators without a target",
			"estimates.csv: indikator tanpa sasaran" } },
	{ NULL, false, { NULL, NULL } },
};

static const struct text no_target = { "no target was set", "tidak ada sasaran" };

static bool *targeted; /* of each indicator */
static bool any;

/* ---- a row, whichever table it comes from ---- */

static void put_keys(const struct indicator *indicator, struct value arm, struct value group,
	struct value group_value)
{
	const struct goal *goal = goal_of(indicator);

	put_string(output, goal->name);
	put_string(output, goal->label.id);
	put_string(output, goal->label.en);
	put_string(output, goal_kind_name(goal->kind));
	put_string(output, indicator->name);
	put_string(output, indicator->label.id);
	put_string(output, indicator->label.en);
	put_string(output, indicator_type_name(indicator->type));
	put_string(output, indicator->unit);
	put_string(output, direction_name(indicator->direction));
	put_value(output, arm);
	put_value(output, group);
	put_value(output, group_value);
}

/* A round and its date, which one still to come does not have. */
static void put_round(struct value name)
{
	size_t round = round_find(rounds_load(), name);

	put_value(output, name);
	put_string(output, round == NO_NAME ? "" : rounds_load()->list[round].date);
}

static void put_all(const struct value *values, size_t first, size_t last)
{
	size_t i;

	for (i = first; i <= last; i++)
		put_value(output, values[i]);
}

/* ---- indicators with a target ---- */

static void put_distance(struct value actual, struct value target)
{
	double reached, wanted;

	if (number_read(actual, &reached) && number_read(target, &wanted))
		put_number(output, reached - wanted);
	else
		put_missing(output);
}

static void row(const struct value *needed)
{
	size_t indicator = indicator_in(needed, PROGRESS_INDICATOR);

	any = targeted[indicator] = true;
	put_keys(&indicators_load()->list[indicator], needed[PROGRESS_ARM], needed[PROGRESS_GROUP],
		needed[PROGRESS_GROUP_VALUE]);
	put_round(needed[PROGRESS_ROUND_FROM]);
	put_value(output, needed[PROGRESS_N_FROM]);
	put_value(output, needed[PROGRESS_VALUE_FROM]);
	put_value(output, needed[PROGRESS_TARGET]);
	put_round(needed[PROGRESS_ROUND_TO]);
	put_value(output, needed[PROGRESS_N_TO]);
	put_value(output, needed[PROGRESS_CLUSTERS]);
	put_value(output, needed[PROGRESS_VALUE_TO]);
	put_value(output, needed[PROGRESS_CONF_LOW]);
	put_value(output, needed[PROGRESS_CONF_HIGH]);
	put_distance(needed[PROGRESS_VALUE_TO], needed[PROGRESS_TARGET]);
	put_all(needed, PROGRESS_PROGRESS, PROGRESS_NOTE_EN);
	end_row(output);
}

/* ---- indicators without one ---- */

static bool is_last(const char *round)
{
	const struct rounds *rounds = rounds_load();

	return strcmp(round, rounds->list[rounds->count - 1].name) == 0;
}

/* Everybody of a programme arm in the last round; without a comparison, all together. */
static bool told(const struct table *estimates, size_t at)
{
	const char *compared = study_load()->arm_comparison,
		   *arm = cell(estimates, at, ESTIMATE_ARM);

	return is_last(cell(estimates, at, ESTIMATE_ROUND)) &&
		*cell(estimates, at, ESTIMATE_GROUP) == '\0' &&
		(compared == NULL ? *arm == '\0' : *arm != '\0' && strcmp(arm, compared) != 0);
}

static size_t baseline_of(const struct table *estimates, size_t later)
{
	const char *first = rounds_load()->list[0].name;
	size_t at;

	for (at = 0; at < estimates->rows; at++)
		if (strcmp(cell(estimates, at, ESTIMATE_ROUND), first) == 0 &&
			*cell(estimates, at, ESTIMATE_GROUP) == '\0' &&
			strcmp(cell(estimates, at, ESTIMATE_INDICATOR),
				cell(estimates, later, ESTIMATE_INDICATOR)) == 0 &&
			strcmp(cell(estimates, at, ESTIMATE_ARM),
				cell(estimates, later, ESTIMATE_ARM)) == 0)
			return at;
	return NO_NAME;
}

static void put_estimate(const struct table *estimates, size_t at, enum estimate_column column)
{
	if (at == NO_NAME)
		put_missing(output);
	else
		put_value(output, cell_value(estimates, at, column));
}

static void put_untargeted(
	const struct indicator *indicator, const struct table *estimates, size_t at)
{
	const struct value none = { "", 0 };
	const char *first = rounds_load()->list[0].name;
	size_t before = baseline_of(estimates, at), i;

	put_keys(indicator, cell_value(estimates, at, ESTIMATE_ARM), none, none);
	put_round((struct value){ first, strlen(first) });
	put_estimate(estimates, before, ESTIMATE_N);
	put_estimate(estimates, before, ESTIMATE_ESTIMATE);
	put_missing(output);
	put_round(cell_value(estimates, at, ESTIMATE_ROUND));
	put_estimate(estimates, at, ESTIMATE_N);
	put_estimate(estimates, at, ESTIMATE_CLUSTERS);
	put_estimate(estimates, at, ESTIMATE_ESTIMATE);
	put_estimate(estimates, at, ESTIMATE_CONF_LOW);
	put_estimate(estimates, at, ESTIMATE_CONF_HIGH);
	for (i = PERFORMANCE_DISTANCE; i < PERFORMANCE_VERDICT; i++)
		put_missing(output);
	put_string(output, "no_target");
	put_string(output, no_target.id);
	put_string(output, no_target.en);
	put_missing(output);
	for (i = ESTIMATE_PLANNED; i <= ESTIMATE_NOTE_EN; i++)
		put_estimate(estimates, at, (enum estimate_column)i);
	end_row(output);
}

/* A study without targets has nothing to hold its indicators against. */
static void end(void)
{
	const struct table *estimates;
	size_t at, indicator;

	if (!any || rounds_load()->count < 2)
		return;
	estimates = table_load(with_file("estimates"), estimate_columns, TABLE_OPEN);
	stop_on_faults();
	for (at = 0; at < estimates->rows; at++) {
		indicator = indicator_find(
			indicators_load(), cell_value(estimates, at, ESTIMATE_INDICATOR));
		if (indicator != NO_NAME && !targeted[indicator] && told(estimates, at))
			put_untargeted(&indicators_load()->list[indicator], estimates, at);
	}
}

static void begin(const struct reader *input)
{
	study_begin(input);
	targeted = keep((indicators_load()->count + 1) * sizeof(*targeted));
}

static const struct stage stage = {
	.name = "indicator_table",
	.purpose = { "Put each indicator's baseline, target and actual value side by side, as "
		     "funders ask for them.",
		"Menjajarkan keadaan awal, sasaran, dan capaian tiap indikator, seperti diminta "
		"penyandang dana." },
	.with = with,
	.tables = study_tables,
	.needs = progress_columns,
	.makes = performance_columns,
	.begin = begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
