/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the panels of the chart of trends, and places levels on their axes. */
#include "drawing/trend_panel.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { PANELS = 12 };

/* Letters along the time axis of a panel, by how many stand side by side. */
static const double rooms[] = { 44, 44, 44, 30, 20 };

static struct trend_told *told;
static size_t told_count, told_capacity;

void trend_panels_add(const struct trend_told *one)
{
	told = grow(told, &told_capacity, told_count + 1, sizeof(*told));
	told[told_count++] = *one;
}

/* ---- levels ---- */

struct trend_level trend_panel_level(const struct trend_panel *panel, bool compared, size_t round)
{
	return trend_level(panel->told->indicator, round,
		compared ? study_load()->arm_comparison : panel->arm);
}

struct trend_level trend_panel_last(const struct trend_panel *panel, bool compared)
{
	struct trend_level last = { .estimate = NAN };

	for (size_t round = 0; round < rounds_load()->count; round++) {
		struct trend_level level = trend_panel_level(panel, compared, round);

		if (!isnan(level.estimate))
			last = level;
	}
	return last;
}

static double bounded(const struct indicator *indicator, double value)
{
	if (isnan(value) || !(indicator->scale_max > indicator->scale_min))
		return value;
	return fmin(fmax(value, indicator->scale_min), indicator->scale_max);
}

double trend_panel_place(
	const struct trend_panels *panels, const struct trend_panel *panel, double value)
{
	const struct indicator *indicator = panel->told->indicator;

	return panel_place(&panels->axis, indicator, bounded(indicator, value));
}

/* The lowest and highest level and limit of an arm. */
static struct panel_range range_of(const struct trend_panel *panel, bool compared)
{
	const struct indicator *indicator = panel->told->indicator;
	struct panel_range range = { indicator, NAN, NAN };

	for (size_t round = 0; round < rounds_load()->count; round++) {
		struct trend_level level = trend_panel_level(panel, compared, round);

		range.low = fmin(range.low, bounded(indicator, fmin(level.estimate, level.low)));
		range.high = fmax(range.high, bounded(indicator, fmax(level.estimate, level.high)));
	}
	return range;
}

struct amount trend_panel_amount(const struct trend_panel *panel, bool compared)
{
	const struct indicator *indicator = panel->told->indicator;
	struct panel_range range = range_of(panel, compared);
	double scale = indicator->scale_max - indicator->scale_min;

	return amount_of(indicator, NULL, 0, range.low, range.high,
		scale > 0                        ? scale
			: range.low < range.high ? range.high - range.low
						 : 1);
}

/* ---- the choice ---- */

static const struct trend_told *find(size_t goal, const char *arm)
{
	for (size_t i = 0; i < told_count; i++)
		if (told[i].indicator == goal_primary(goal) &&
			(*told[i].arm == '\0' || strcmp(told[i].arm, arm) == 0))
			return &told[i];
	return NULL;
}

static bool is_told(size_t goal, bool all_kinds)
{
	if (!all_kinds && goals_load()->list[goal].kind != KIND_GOAL)
		return false;
	for (size_t i = 0; i < told_count; i++)
		if (told[i].indicator == goal_primary(goal))
			return true;
	return false;
}

/* At most `most` goals, the same for each arm. */
static size_t fill(struct trend_panel *list, const char *const *arms, size_t count, bool all_kinds,
	size_t most)
{
	size_t used = 0;

	for (size_t arm = 0; arm < count; arm++)
		for (size_t goal = 0, goals = 0; goal < goals_load()->count && goals < most;
			goal++) {
			const struct trend_told *one = find(goal, arms[arm]);

			goals += is_told(goal, all_kinds);
			if (one == NULL || !is_told(goal, all_kinds))
				continue;
			list[used++] = (struct trend_panel){ one, arms[arm],
				{ .indicator = one->indicator,
					.arm = arms[arm],
					.verdict = one->verdict,
					.estimate = one->estimate } };
		}
	return used;
}

/* Where all are too many, goals proper; of these, or where there are none of all, as many as have room. */
static size_t choose(struct trend_panel *list, const char *const *arms, size_t count)
{
	size_t panels = fill(list, arms, count, true, SIZE_MAX), proper;

	if (panels <= PANELS)
		return panels;
	proper = fill(list, arms, count, false, SIZE_MAX);
	if (proper > 0 && proper <= PANELS)
		return proper;
	panels = fill(list, arms, count, proper == 0, count > PANELS ? 1 : PANELS / count);
	return panels > PANELS ? PANELS : panels;
}

static struct panel_axis axis_of(const struct trend_panels *panels)
{
	struct panel_range *ranges = keep((panels->count + 1) * sizeof(*ranges));

	for (size_t i = 0; i < panels->count; i++) {
		struct panel_range compared;

		ranges[i] = range_of(&panels->list[i], false);
		if (!panels->compared)
			continue;
		compared = range_of(&panels->list[i], true);
		ranges[i].low = fmin(ranges[i].low, compared.low);
		ranges[i].high = fmax(ranges[i].high, compared.high);
	}
	return panel_axis_for(ranges, panels->count);
}

struct trend_panels trend_panels_choose(void)
{
	struct trend_panels panels = { .compared = study_load()->arm_comparison != NULL };
	const char *const *arms = trend_arms(&panels.arms);
	struct trend_panel *list = keep((panels.arms * goals_load()->count + 1) * sizeof(*list));
	size_t band;

	panels.left = fill(list, arms, panels.arms, true, SIZE_MAX) > PANELS;
	panels.count = choose(list, arms, panels.arms);
	panels.list = list;
	if (panels.count == 0)
		return panels;
	band = (panels.count + panels.arms - 1) / panels.arms;
	panels.a_line = band <= 4 ? band : band <= 6 ? 3 : 4;
	panels.times = round_times_of(rooms[panels.a_line]);
	panels.axis = axis_of(&panels);
	return panels;
}
