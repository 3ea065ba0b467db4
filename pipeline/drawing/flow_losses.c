/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What attrition.csv says of the last round: title and footers of the flow chart. */
#include "drawing/flow_losses.h"

#include <math.h>
#include <string.h>

#include "drawing/flow_cells.h"
#include "drawing/foot.h"
#include "drawing/numbers.h"
#include "people/columns.h"

static const struct table *table;

static bool is(size_t row, size_t column, const char *text)
{
	return strcmp(cell(table, row, column), text) == 0;
}

/* Of everybody, from the first round to the last, any indicator. */
static bool of_the_chart(size_t row)
{
	return is(row, ATTRITION_MEASURE, "measured") && is(row, ATTRITION_GROUP, "") &&
		round_ends(cell_value(table, row, ATTRITION_ROUND_FROM),
			cell_value(table, row, ATTRITION_ROUND_TO));
}

static struct text difference(const struct scene *scene, size_t row, bool unequal)
{
	double low = number_or_nan(cell_value(table, row, ATTRITION_CONF_LOW)),
	       high = number_or_nan(cell_value(table, row, ATTRITION_CONF_HIGH));
	const struct filling facts[] = {
		{ "arm", arm_label(cell(table, row, ATTRITION_ARM)) },
		{ "comparison", arm_label(study_load()->arm_comparison) },
		{ "a",
			flow_percent(integer_or(cell_value(table, row, ATTRITION_N_LOST), 0),
				integer_or(cell_value(table, row, ATTRITION_N_FROM), 0)) },
		{ "b",
			flow_percent(
				integer_or(cell_value(table, row, ATTRITION_N_LOST_COMPARISON), 0),
				integer_or(
					cell_value(table, row, ATTRITION_N_FROM_COMPARISON), 0)) },
		{ "change",
			number_signed(
				100 * number_or_nan(cell_value(table, row, ATTRITION_ESTIMATE)),
				1) },
		{ "level", scene->level },
		{ "low", number_shown(100 * low, 1) },
		{ "high", number_shown(100 * high, 1) },
		{ "verdict", texts_plain(unequal ? "flow_unequal" : "flow_not_clear") },
		{ NULL, { NULL, NULL } },
	};

	return texts_fill(isnan(low) ? "foot_flow_difference_only" : "foot_flow_difference", facts);
}

static void add_difference(struct flow_losses *losses, const struct scene *scene, size_t row)
{
	double p = number_or_nan(cell_value(table, row, ATTRITION_P_VALUE));
	bool unequal = p < 1 - study_load()->confidence;

	losses->unequal |= unequal;
	if (losses->count < FLOW_DIFFERENCES &&
		!isnan(number_or_nan(cell_value(table, row, ATTRITION_ESTIMATE))))
		losses->differences[losses->count++] = difference(scene, row, unequal);
}

struct flow_losses flow_losses(const struct scene *scene)
{
	struct flow_losses losses = { .level = "" };
	size_t row;

	table = table_load(with_file("attrition"), attrition_columns, TABLE_OPEN);
	stop_on_faults();
	for (row = 0; row < table->rows; row++) {
		if (!of_the_chart(row))
			continue;
		if (is(row, ATTRITION_CONTRAST, "difference")) {
			add_difference(&losses, scene, row);
		} else if (is(row, ATTRITION_ARM, "")) {
			losses.from = integer_or(cell_value(table, row, ATTRITION_N_FROM), 0);
			losses.lost = integer_or(cell_value(table, row, ATTRITION_N_LOST), 0);
			losses.level = cell(table, row, ATTRITION_LEVEL);
		}
	}
	return losses;
}

struct text flow_title(const struct flow_losses *losses, int64_t people)
{
	const struct rounds *rounds = rounds_load();
	bool panel = study_load()->design == PANEL;
	const struct filling facts[] = {
		{ "total", flow_count(losses->from) },
		{ "n",
			flow_count(panel && rounds->count > 1 ? losses->from - losses->lost
							      : people) },
		{ "m", text_same(keep_format("%zu", rounds->count)) },
		{ "share", flow_percent(losses->lost, losses->from) },
		{ NULL, { NULL, NULL } },
	};

	return texts_fill(rounds->count == 1 ? "title_flow_one"
			: !panel             ? "title_flow_cross"
			: losses->lost == 0  ? "title_flow_all"
			: losses->unequal    ? "title_flow_unequal"
					     : "title_flow",
		facts);
}

void flow_feet(
	const struct flow_losses *losses, size_t goals, bool arms_joined, bool rounds_left_out)
{
	const struct study *study = study_load();
	const struct filling source[] = { { "source", study->title }, { NULL, { NULL, NULL } } };
	const struct filling range[] = { { "n", text_same(keep_format("%zu", goals)) },
		{ NULL, { NULL, NULL } } };
	bool panel = study->design == PANEL;
	size_t rounds = rounds_load()->count, count = 0, i;
	struct text list[FLOW_DIFFERENCES + 6];

	for (i = 0; losses->lost > 0 && i < losses->count; i++)
		list[count++] = losses->differences[i];
	if (*losses->level != '\0' && strcmp(losses->level, "low") != 0)
		list[count++] = texts_plain(keep_format("foot_flow_%s", losses->level));
	if (rounds > (panel ? 2 : 1))
		list[count++] = texts_plain(panel ? "foot_flow_since" : "foot_flow_cross");
	if (goals > 1)
		list[count++] = texts_fill("foot_flow_range", range);
	if (arms_joined)
		list[count++] = texts_plain("foot_flow_arms");
	if (rounds_left_out)
		list[count++] = texts_plain("foot_flow_rounds");
	list[count++] = texts_fill("foot_source", source);
	foot_put(list, count);
}
