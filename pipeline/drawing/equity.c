/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the changes of gaps, and tells which are clear. */
#include "drawing/equity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "result/gap.h"

static struct equity *list, *dids;
static size_t count, capacity, did_count, did_capacity;
static bool in_order;

/* From the baseline to the last round, where there is a programme: everywhere in a study without a
 * comparison arm. */
static bool wanted(const struct value *needed)
{
	const char *comparison = study_load()->arm_comparison;

	if (!round_ends(needed[GAP_ROUND_FROM], needed[GAP_ROUND_TO]))
		return false;
	if (comparison == NULL)
		return missing(needed[GAP_ARM]);
	return !missing(needed[GAP_ARM]) && !same_text(needed[GAP_ARM], comparison);
}

static const struct group *group_of(struct value name)
{
	const struct groups *groups = groups_load();
	struct place at = stage_place(GAP_GROUP);

	for (size_t i = 0; i < groups->count; i++)
		if (same_text(name, groups->list[i].name))
			return &groups->list[i];
	refuse(&at,
		SAY("this group does not stand in groups.csv",
			"kelompok ini tidak ada di groups.csv"));
}

static struct text value_label(const struct group *group, struct value value)
{
	struct text label = text_same(keep_value(value));

	if (missing(value))
		return texts_plain("equity_others");
	for (size_t i = 0; i < group->value_count; i++) {
		const struct text *given = &group->values[i].label;

		if (!same_text(value, group->values[i].name))
			continue;
		if (given->en != NULL && *given->en != '\0')
			label = text_same(given->en);
		if (given->id != NULL && *given->id != '\0')
			label = (struct text){ given->en == NULL || *given->en == '\0' ? given->id
										       : label.en,
				given->id };
	}
	return label;
}

/* Clear: the interval leaves zero out, and there are villages enough; where a direction is good,
 * the table itself says so (a gain on few villages is `cannot_tell`). */
static bool is_clear(const struct equity *equity, struct value behind)
{
	if (!equity->excludes_zero)
		return false;
	if (equity->indicator->direction == DIRECTION_NONE)
		return study_load()->cluster.count == 0 || equity->clusters >= FEW_VILLAGES;
	return same_text(behind, fell_behind_names[BEHIND_YES]) ||
		same_text(behind, fell_behind_names[BEHIND_NO]);
}

static enum verdict_class class_shown(const struct equity *equity)
{
	if (!equity->excludes_zero || equity->few)
		return CLASS_UNCLEAR;
	if (equity->indicator->direction == DIRECTION_NONE)
		return CLASS_CHANGED;
	return (equity->change > 0) == (equity->indicator->direction == DIRECTION_UP) ? CLASS_UP
										      : CLASS_DOWN;
}

/* Before a change can be expected nothing is judged, unless those in focus lost ground. */
static enum verdict_class class_of(const struct equity *equity)
{
	enum verdict_class class = class_shown(equity);

	if (isnan(equity->change) || isnan(equity->low) || isnan(equity->high))
		return CLASS_REFUSED;
	return class != CLASS_DOWN &&
			indicator_too_early(equity->indicator, rounds_load()->count - 1)
		? CLASS_TOO_EARLY
		: class;
}

static struct equity read_row(const struct value *needed, const struct indicator *indicator)
{
	const struct group *group = group_of(needed[GAP_GROUP]);
	struct equity equity = {
		.indicator = indicator,
		.group = group,
		.arm = keep_value(needed[GAP_ARM]),
		.value = keep_value(needed[GAP_GROUP_VALUE]),
		.compared = keep_value(needed[GAP_GROUP_VALUE_COMPARED]),
		.focal = { value_label(group, needed[GAP_GROUP_VALUE]),
			number_or_nan(needed[GAP_VALUE_FROM]), number_or_nan(needed[GAP_VALUE_TO]),
			integer_or(needed[GAP_N_FROM], 0), integer_or(needed[GAP_N_TO], 0) },
		.others = { value_label(group, needed[GAP_GROUP_VALUE_COMPARED]),
			number_or_nan(needed[GAP_VALUE_FROM_COMPARED]),
			number_or_nan(needed[GAP_VALUE_TO_COMPARED]),
			integer_or(needed[GAP_N_FROM_COMPARED], 0),
			integer_or(needed[GAP_N_TO_COMPARED], 0) },
		.gap_from = number_or_nan(needed[GAP_GAP_FROM]),
		.gap_to = number_or_nan(needed[GAP_GAP_TO]),
		.change = number_or_nan(needed[GAP_ESTIMATE]),
		.low = number_or_nan(needed[GAP_CONF_LOW]),
		.high = number_or_nan(needed[GAP_CONF_HIGH]),
		.did = NAN,
		.did_low = NAN,
		.did_high = NAN,
		.planned = same_text(needed[GAP_PLANNED], "yes"),
		.suppressed = same_text(needed[GAP_STATUS], "SUPPRESSED"),
		.note = { keep_value(needed[GAP_NOTE_EN]), keep_value(needed[GAP_NOTE_ID]) },
		.row = stage_input()->record + 1,
		.clusters = integer_or(needed[GAP_CLUSTERS], 0),
	};

	equity.excludes_zero = equity.low > 0 || equity.high < 0;
	equity.few = equity.excludes_zero && !is_clear(&equity, needed[GAP_FELL_BEHIND]);
	equity.class = class_of(&equity);
	return equity;
}

void equity_add(const struct value *needed)
{
	size_t indicator = indicator_in(needed, GAP_INDICATOR);
	bool did = same_text(needed[GAP_CONTRAST], "gap_did");
	struct equity equity;

	if (!wanted(needed) || (!did && !same_text(needed[GAP_CONTRAST], "gap_change")))
		return;
	equity = read_row(needed, &indicators_load()->list[indicator]);
	if (did) {
		dids = grow(dids, &did_capacity, did_count + 1, sizeof(*dids));
		dids[did_count++] = equity;
	} else {
		list = grow(list, &capacity, count + 1, sizeof(*list));
		list[count++] = equity;
	}
}

static int by_order(const void *first, const void *second)
{
	const struct equity *a = first, *b = second;
	int arms = strcmp(a->arm, b->arm);

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (arms != 0)
		return arms;
	if (a->indicator->goal != b->indicator->goal)
		return a->indicator->goal < b->indicator->goal ? -1 : 1;
	if (a->indicator != b->indicator)
		return a->indicator < b->indicator ? -1 : 1;
	return strcmp(a->compared, b->compared);
}

static void add_did(struct equity *equity)
{
	for (size_t i = 0; i < did_count; i++) {
		const struct equity *did = &dids[i];

		if (did->indicator != equity->indicator || did->group != equity->group ||
			strcmp(did->arm, equity->arm) != 0 ||
			strcmp(did->compared, equity->compared) != 0)
			continue;
		equity->did = did->change;
		equity->did_low = did->low;
		equity->did_high = did->high;
		equity->did_clear = did->excludes_zero && !did->few;
		equity->did_row = did->row;
	}
}

/* Where a group has more than two values, the one against all others together stands for it. */
static bool against_all(const struct equity *equity)
{
	bool joined = false;

	for (size_t i = 0; i < count; i++)
		joined |= list[i].group == equity->group && *list[i].compared == '\0';
	return !joined || *equity->compared == '\0';
}

const struct equity *equities(size_t *found)
{
	if (!in_order) {
		if (count > 1)
			qsort(list, count, sizeof(*list), by_order);
		for (size_t i = 0; i < count; i++) {
			add_did(&list[i]);
			list[i].primary =
				list[i].indicator == goal_primary(list[i].indicator->goal) &&
				against_all(&list[i]);
		}
		in_order = true;
	}
	*found = count;
	return list;
}

size_t equity_arms(void)
{
	struct names *arms = names_new();

	for (size_t i = 0; i < count; i++)
		name_add(arms, list[i].arm, strlen(list[i].arm));
	return name_count(arms) == 0 ? 1 : name_count(arms);
}

bool equity_clear(const struct equity *equity)
{
	return equity->class == CLASS_UP || equity->class == CLASS_DOWN ||
		equity->class == CLASS_CHANGED;
}

bool equity_widened(const struct equity *equity)
{
	return fabs(equity->gap_to) > fabs(equity->gap_from);
}

struct amount equity_amount(const struct equity *equity)
{
	double low = fmin(fmin(equity->focal.from, equity->focal.to),
		fmin(equity->others.from, equity->others.to));
	double high = fmax(fmax(equity->focal.from, equity->focal.to),
		fmax(equity->others.from, equity->others.to));
	const struct indicator *indicator = equity->indicator;
	double scale = indicator->scale_max - indicator->scale_min;
	double span = scale > 0 ? scale : low < high ? high - low : 1;

	return amount_of(indicator, NULL, 0, isnan(low) ? 0 : low, isnan(high) ? 0 : high, span);
}
