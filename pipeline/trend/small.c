/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts the cells of the complete panel and looks for small ones. */
#include "trend/small.h"

enum { FEWEST_TO_HAVE = 3 };

/* The indicator looked at. */
static struct {
	const struct people *people;
	size_t indicator;
	const struct course *course;
	const struct complete *complete;
	bool all_small;     /* everybody in all arms */
	bool arms_small;    /* an arm */
	bool *groups_small; /* of each group: a value of it, or those without one */
} now;

/* People of an arm, with this code of a group. */
struct cell {
	size_t arm;   /* ALL_ARMS: all; as many as there are arms: those without one */
	size_t group; /* NO_NAME: everybody */
	uint16_t code;
};

static bool in_cell(const struct cell *cell, uint32_t row)
{
	const struct people *people = now.people;
	size_t arm = people->arm[people->store->unit[row]];

	if (cell->arm == people->arm_count ? arm != ALL_ARMS
					   : cell->arm != ALL_ARMS && arm != cell->arm)
		return false;
	return cell->group == NO_NAME || people->store->groups[cell->group].code[row] == cell->code;
}

static bool has_value(uint32_t row, size_t round)
{
	return seen(now.people, row_in_round(now.people, row, now.course->rounds[round]),
		SIGHT_VALUE, now.indicator);
}

/* Those with a value in two rounds (or twice the same), by where they were in the earlier one. */
static int64_t people_of(const struct cell *cell, size_t from, size_t to)
{
	const uint32_t *start = now.people->store->round_start + now.course->rounds[from];
	int64_t n = 0;
	uint32_t row;

	for (row = start[0]; row < start[1]; row++)
		n += in_cell(cell, row) && has_value(row, from) && has_value(row, to);
	return n;
}

/* Whether few stand between the panel and those of a round or of two. */
static bool little_between(const struct cell *cell, int64_t n)
{
	size_t from, to;

	for (to = 0; to < now.course->count; to++)
		for (from = 0; from <= to; from++) {
			int64_t others = people_of(cell, from, to) - n;

			if (others != 0 && others > -2 * study_load()->min_people &&
				others < 2 * study_load()->min_people)
				return true;
		}
	return false;
}

/* Whether in a round everybody has the same value, or fewer than three a value of their own in a
 * share. */
static bool alike(const struct cell *cell, int64_t n, size_t round)
{
	const struct complete *complete = now.complete;
	bool share = indicators_load()->list[now.indicator].type == INDICATOR_BINARY;
	int64_t first = 0, same = 0;
	bool met = false;
	size_t i;

	for (i = 0; i < complete->count; i++) {
		int64_t y = complete->values[i * complete->rounds + round];

		if (!in_cell(cell, complete->rows[i]))
			continue;
		first = met ? first : y;
		met = true;
		same += y == first;
	}
	return same == n || (share && (same < FEWEST_TO_HAVE || n - same < FEWEST_TO_HAVE));
}

static bool tells_of_few(const struct cell *cell, int64_t n)
{
	size_t r;

	for (r = 0; r < now.course->count; r++)
		if (alike(cell, n, r))
			return true;
	return little_between(cell, n);
}

static bool is_small(struct cell cell)
{
	const struct study *study = study_load();
	bool sensitive = indicators_load()->list[now.indicator].sensitive;
	size_t villages = 0, last = 0, i;
	int64_t n = 0;

	for (i = 0; i < now.complete->count; i++) {
		size_t village = row_cluster(now.people, now.complete->rows[i]);

		if (!in_cell(&cell, now.complete->rows[i]))
			continue;
		villages += n++ == 0 || village != last;
		last = village;
	}
	if (n == 0)
		return false;
	return n < study->min_people * (sensitive ? 2 : 1) ||
		(study->cluster.count > 0 && (int64_t)villages < study->min_clusters) ||
		(sensitive && tells_of_few(&cell, n));
}

static bool group_is_small(size_t group)
{
	size_t values = name_count(now.people->store->groups[group].names), code, arm;

	for (code = 0; code <= values; code++) {
		if (is_small((struct cell){ ALL_ARMS, group, (uint16_t)code }))
			return true;
		for (arm = 0; arm <= now.people->arm_count; arm++)
			if (is_small((struct cell){ arm, group, (uint16_t)code }))
				return true;
	}
	return false;
}

static int64_t size_of(size_t arm)
{
	const struct cell cell = { arm, NO_NAME, 0 };
	int64_t n = 0;
	size_t i;

	for (i = 0; i < now.complete->count; i++)
		n += in_cell(&cell, now.complete->rows[i]);
	return n;
}

/* Whether so few people are shown of an arm, or of all, that of each of its hidden parts it would be
 * known that it is small. */
static bool too_few_to_hide_in(size_t arm, size_t parts)
{
	int64_t n = size_of(arm);

	return n > 0 && n < study_load()->min_people + (int64_t)parts;
}

static bool shown_too_closely(void)
{
	size_t groups = groups_load()->count, group, arm;

	if (now.arms_small && !now.all_small &&
		too_few_to_hide_in(ALL_ARMS, now.people->arm_count + 1))
		return true;
	for (group = 0; group < groups; group++) {
		size_t values = name_count(now.people->store->groups[group].names) + 1;

		if (!now.groups_small[group])
			continue;
		if (!now.all_small && too_few_to_hide_in(ALL_ARMS, values))
			return true;
		for (arm = 0; !now.arms_small && arm < now.people->arm_count; arm++)
			if (too_few_to_hide_in(arm, values))
				return true;
	}
	return false;
}

void panel_look(const struct people *people, size_t indicator, const struct course *course,
	const struct complete *complete)
{
	size_t groups = groups_load()->count, i;

	if (now.groups_small == NULL)
		now.groups_small = keep((groups + 1) * sizeof(*now.groups_small));
	if (study_load()->min_people == 0)
		return;
	now.people = people;
	now.indicator = indicator;
	now.course = course;
	now.complete = complete;
	now.all_small = is_small((struct cell){ ALL_ARMS, NO_NAME, 0 });
	now.arms_small = now.all_small;
	for (i = 0; i <= people->arm_count; i++)
		now.arms_small = now.arms_small || is_small((struct cell){ i, NO_NAME, 0 });
	for (i = 0; i < groups; i++)
		now.groups_small[i] = group_is_small(i);
	if (!shown_too_closely())
		return;
	now.all_small = now.arms_small = true;
	for (i = 0; i < groups; i++)
		now.groups_small[i] = true;
}

bool panel_is_small(const struct frame *frame)
{
	if (frame->division->group != NULL)
		return now.groups_small[frame->division->index];
	return frame->arm == ALL_ARMS ? now.all_small : now.arms_small;
}
