/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks the verdicts that charts show, and the rows behind them. */
#include "drawing/headline.h"

#include <math.h>
#include <string.h>

#include "drawing/numbers.h"
#include "result/columns.h"

static struct headline *list;
static size_t count, capacity;

static enum verdict_class class_of(struct value value)
{
	size_t i;

	for (i = 0; i < CLASS_COUNT; i++)
		if (same_text(value, verdict_class_names[i]))
			return (enum verdict_class)i;
	return CLASS_REFUSED;
}

/* What is withheld has no words of its own. */
static struct text phrase_shown(const struct value *needed)
{
	struct value en = needed[VERDICT_PHRASE_EN], id = needed[VERDICT_PHRASE_ID];

	if (missing(en) && missing(id))
		return texts_plain("phrase_withheld");
	return (struct text){ keep_value(en), keep_value(id) };
}

void headlines_add(const struct value *needed)
{
	size_t indicator = indicator_in(needed, VERDICT_INDICATOR);

	if (!missing(needed[VERDICT_GROUP]) ||
		!round_ends(needed[VERDICT_ROUND_FROM], needed[VERDICT_ROUND_TO]))
		return;
	list = grow(list, &capacity, count + 1, sizeof(*list));
	list[count++] = (struct headline){
		.indicator = &indicators_load()->list[indicator],
		.arm = keep_value(needed[VERDICT_ARM]),
		.contrast = keep_value(needed[VERDICT_CONTRAST]),
		.verdict = class_of(needed[VERDICT_CLASS]),
		.estimate = number_or_nan(needed[VERDICT_ESTIMATE]),
		.conf_low = number_or_nan(needed[VERDICT_CONF_LOW]),
		.conf_high = number_or_nan(needed[VERDICT_CONF_HIGH]),
		.p_adjusted = number_or_nan(needed[VERDICT_P_ADJUSTED]),
		.n = integer_or(needed[VERDICT_N], 0),
		.counted = !missing(needed[VERDICT_N]),
		.clusters = integer_or(needed[VERDICT_CLUSTERS], 0),
		.note = { keep_value(needed[VERDICT_NOTE_EN]),
			keep_value(needed[VERDICT_NOTE_ID]) },
		.phrase = phrase_shown(needed),
		.row = stage_input()->record + 1,
	};
}

const struct headline *headlines(size_t *how_many)
{
	*how_many = count;
	return list;
}

const struct indicator *goal_primary(size_t goal)
{
	const struct indicators *indicators = indicators_load();
	const struct indicator *primary = NULL;
	size_t i;

	for (i = 0; i < indicators->count; i++)
		if (indicators->list[i].goal == goal &&
			(primary == NULL || (indicators->list[i].primary && !primary->primary)))
			primary = &indicators->list[i];
	return primary;
}

const struct headline *const *goal_headlines(size_t *found)
{
	const struct headline **shown = keep((count + 1) * sizeof(*shown));
	size_t goal, i;

	*found = 0;
	for (goal = 0; goal < goals_load()->count; goal++)
		for (i = 0; i < count; i++)
			if (list[i].indicator == goal_primary(goal))
				shown[(*found)++] = &list[i];
	return shown;
}

const struct headline *const *titled_headlines(size_t *found)
{
	size_t all, i;
	const struct headline *const *shown = goal_headlines(&all);
	const struct headline **titled = keep((all + 1) * sizeof(*titled));

	*found = 0;
	for (i = 0; i < all; i++)
		if (goal_of(shown[i]->indicator)->kind == KIND_GOAL)
			titled[(*found)++] = shown[i];
	if (*found > 0)
		return titled;
	*found = all;
	return shown;
}

const struct with_field comparisons_with[] = {
	{ "comparisons", false, { "comparisons.csv", "comparisons.csv" } },
	{ NULL, false, { NULL, NULL } },
};

const struct table *comparisons(void)
{
	static const struct table *table;

	if (table == NULL)
		table = table_load(with_file("comparisons"), comparison_columns, TABLE_OPEN);
	stop_on_faults();
	return table;
}

size_t comparison_find(const struct indicator *indicator, const char *contrast, const char *arm)
{
	const struct table *table = comparisons();
	size_t row;

	for (row = 0; row < table->rows; row++)
		if (strcmp(cell(table, row, COMPARISON_INDICATOR), indicator->name) == 0 &&
			strcmp(cell(table, row, COMPARISON_CONTRAST), contrast) == 0 &&
			strcmp(cell(table, row, COMPARISON_ROLE), "headline") == 0 &&
			strcmp(cell(table, row, COMPARISON_ARM), arm) == 0 &&
			*cell(table, row, COMPARISON_GROUP) == '\0' &&
			round_ends(cell_value(table, row, COMPARISON_ROUND_FROM),
				cell_value(table, row, COMPARISON_ROUND_TO)))
			return row;
	return NO_NAME;
}

/* What the comparison arm is called in running text: villages where the study has them. */
static struct text comparison_name(const struct study *study)
{
	if (study->arm_comparison == NULL)
		return text_same("");
	return texts_plain(study->cluster.count > 0 ? "comparison_villages" : "comparison_group");
}

static size_t count_arms(void)
{
	struct names *arms = names_new();
	size_t i;

	for (i = 0; i < count; i++)
		name_add(arms, list[i].arm, strlen(list[i].arm));
	return name_count(arms) == 0 ? 1 : name_count(arms);
}

static bool few(size_t row)
{
	int64_t clusters;

	return row != NO_NAME &&
		integer_read(cell_value(comparisons(), row, COMPARISON_CLUSTERS), &clusters) &&
		clusters < FEW_VILLAGES;
}

bool of_few_villages(const struct headline *headline)
{
	const struct study *study = study_load();

	if (study->cluster.count == 0)
		return false;
	if (headline->clusters > 0 && headline->clusters < FEW_VILLAGES)
		return true;
	return study->arm_comparison != NULL &&
		(few(comparison_find(headline->indicator, "change", headline->arm)) ||
			few(comparison_find(headline->indicator, "change", study->arm_comparison)));
}

/* With as many decimals as the number has, from `least` on. */
static struct text exactly(double number, int least)
{
	int decimals = least;

	while (decimals < 6 &&
		fabs(number * pow(10, decimals) - round(number * pow(10, decimals))) > 1e-6)
		decimals++;
	return number_shown(number, decimals);
}

struct scene scene_load(void)
{
	static const char *const designs[] = { "change", "comparison", "randomised" };
	const struct study *study = study_load();
	const struct rounds *rounds = rounds_load();

	return (struct scene){
		.design =
			designs[study->arm_comparison == NULL ? NO_ASSIGNMENT : study->assignment],
		.from = rounds->count > 0 ? &rounds->list[0] : NULL,
		.to = rounds->count > 0 ? &rounds->list[rounds->count - 1] : NULL,
		.comparison = comparison_name(study),
		.arms = count_arms(),
		.level = exactly(study->confidence * 100, 0),
		.alpha = exactly(1 - study->confidence, 2),
	};
}
