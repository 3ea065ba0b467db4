/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads everybody's levels from estimates.csv. */
#include "drawing/trend_level.h"

#include <math.h>
#include <string.h>

#include "result/columns.h"
#include "result/status.h"

struct everybody {
	size_t indicator, round;
	const char *arm;
	struct trend_level level;
};

static struct everybody *list;
static size_t count, capacity;

static struct trend_level level_at(const struct table *table, size_t row)
{
	struct trend_level level = {
		.estimate = number_or_nan(cell_value(table, row, ESTIMATE_ESTIMATE)),
		.low = number_or_nan(cell_value(table, row, ESTIMATE_CONF_LOW)),
		.high = number_or_nan(cell_value(table, row, ESTIMATE_CONF_HIGH)),
		.withheld = result_status_read(cell_value(table, row, ESTIMATE_STATUS)) ==
			RESULT_SUPPRESSED,
	};

	if (!integer_read(cell_value(table, row, ESTIMATE_N), &level.n))
		level.n = 0;
	return level;
}

static void load(void)
{
	const struct table *table =
		table_load(with_file("estimates"), estimate_columns, TABLE_OPEN);

	stop_on_faults();
	for (size_t row = 0; row < table->rows; row++) {
		size_t indicator = indicator_find(
			indicators_load(), cell_value(table, row, ESTIMATE_INDICATOR));
		size_t round = round_find(rounds_load(), cell_value(table, row, ESTIMATE_ROUND));

		if (*cell(table, row, ESTIMATE_GROUP) != '\0' || indicator == NO_NAME ||
			round == NO_NAME)
			continue;
		list = grow(list, &capacity, count + 1, sizeof(*list));
		list[count++] = (struct everybody){ indicator, round,
			cell(table, row, ESTIMATE_ARM), level_at(table, row) };
	}
}

static void load_once(void)
{
	static bool loaded;

	if (!loaded)
		load();
	loaded = true;
}

struct trend_level trend_level(const struct indicator *indicator, size_t round, const char *arm)
{
	load_once();
	for (size_t i = 0; i < count; i++)
		if (&indicators_load()->list[list[i].indicator] == indicator &&
			list[i].round == round && strcmp(list[i].arm, arm) == 0)
			return list[i].level;
	return (struct trend_level){ .estimate = NAN, .low = NAN, .high = NAN };
}

static bool among(const char *const *arms, size_t found, const char *arm)
{
	for (size_t i = 0; i < found; i++)
		if (strcmp(arms[i], arm) == 0)
			return true;
	return false;
}

const char *const *trend_arms(size_t *found)
{
	const char *comparison = study_load()->arm_comparison;
	const char **arms;

	load_once();
	arms = keep((count + 1) * sizeof(*arms));
	arms[0] = "";
	*found = comparison == NULL ? 1 : 0;
	for (size_t i = 0; comparison != NULL && i < count; i++)
		if (*list[i].arm != '\0' && strcmp(list[i].arm, comparison) != 0 &&
			!among(arms, *found, list[i].arm))
			arms[(*found)++] = list[i].arm;
	return arms;
}
