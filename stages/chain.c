/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chain: verdicts in, the state of each link of the results chain out. */
#include <math.h>

#include "kit/kit.h"
#include "protect/list.h"
#include "result/chain.h"
#include "result/columns.h"
#include "result/comparison.h"
#include "result/village_moves.h"
#include "stat/distribution.h"
#include "study/begin.h"
#include "tally/tally.h"

enum { LEAST_VILLAGES = 6 };

static const struct with_field with[] = {
	{ "tally", false,
		{ "the tally, for the changes of villages",
			"tabel rekap, untuk perubahan tiap desa" } },
	{ "suppressed", false,
		{ "the list of cells not to be published, as protect writes it",
			"daftar sel yang tidak dipublikasikan, seperti ditulis protect" } },
	{ NULL, false, { NULL, NULL } },
};

static const struct rounds *rounds;
static const struct goals *goals;
static const struct indicators *indicators;
static const struct list *suppressed;
static struct names *arms;
static size_t *primary; /* of each goal, NO_NAME where none */

/* ---- verdicts of primary indicators from the baseline, everybody ---- */

struct verdict {
	struct chain_side side;
	size_t indicator, round, arm;
};
static struct verdict *verdicts;
static size_t verdict_count, verdict_capacity;

static enum verdict_class class_read(struct value name)
{
	int class = 0;

	while (class < CLASS_COUNT && !same_text(name, verdict_class_names[class]))
		class ++;
	return (enum verdict_class) class;
}

static struct value kept(struct value value)
{
	return (struct value){ keep_value(value), value.length };
}

static void row(const struct value *needed)
{
	size_t indicator = indicator_in(needed, VERDICT_INDICATOR);
	struct verdict *verdict;

	if (!indicators->list[indicator].primary || !missing(needed[VERDICT_GROUP]) ||
		round_find(rounds, needed[VERDICT_ROUND_FROM]) != 0)
		return;
	verdicts = grow(verdicts, &verdict_capacity, verdict_count + 1, sizeof(*verdicts));
	verdict = &verdicts[verdict_count++];
	verdict->indicator = indicator;
	verdict->round = round_find(rounds, needed[VERDICT_ROUND_TO]);
	verdict->arm = name_add(arms, needed[VERDICT_ARM].text, needed[VERDICT_ARM].length);
	verdict->side = (struct chain_side){ .estimate = kept(needed[VERDICT_ESTIMATE]),
		.conf_low = kept(needed[VERDICT_CONF_LOW]),
		.conf_high = kept(needed[VERDICT_CONF_HIGH]),
		.class = class_read(needed[VERDICT_CLASS]),
		.status = result_status_read(needed[VERDICT_STATUS]) };
}

/* The verdict of a goal up to a round; refused where there is none. */
static struct chain_side side_of(size_t goal, size_t round, size_t arm)
{
	struct chain_side side = { .class = CLASS_REFUSED, .status = RESULT_NOT_ASKED };
	size_t i;

	if (primary[goal] == NO_NAME)
		side.status = RESULT_NO_PRIMARY;
	for (i = 0; i < verdict_count; i++)
		if (verdicts[i].indicator == primary[goal] && verdicts[i].round == round &&
			verdicts[i].arm == arm)
			side = verdicts[i].side;
	side.goal = goals->list[goal].name;
	side.label = goals->list[goal].label;
	side.indicator = primary[goal] == NO_NAME ? "" : indicators->list[primary[goal]].name;
	side.round = rounds->list[round].name;
	return side;
}

/* A goal that comes before may have moved earlier: the last round by which it clearly had. */
static struct chain_side parent_of(size_t goal, size_t round, size_t arm)
{
	size_t i;

	for (i = round; i > 0; i--) {
		struct chain_side side = side_of(goal, i, arm);

		if (side.class == CLASS_UP || side.class == CLASS_DOWN)
			return side;
	}
	return side_of(goal, round, arm);
}

/* ---- changes of villages, from each round to the next ---- */

static struct village_moves *moves; /* by goal, arm and round */

static struct village_moves *moves_of(size_t goal, size_t arm, size_t round)
{
	return &moves[(goal * name_count(arms) + arm) * rounds->count + round];
}

static void take(const struct tally_block *block)
{
	size_t goal = indicators->list[block->indicator].goal, arm, round;
	const struct samples *samples;

	if (primary[goal] != block->indicator)
		return;
	samples = samples_of(block);
	for (arm = 0; arm < name_count(arms); arm++) {
		const char *name = name_text(arms, arm);

		for (round = 1; round < rounds->count; round++)
			*moves_of(goal, arm, round) = village_moves_of(
				samples, round - 1, round, *name == '\0' ? NULL : name);
	}
}

static void take_all(void)
{
	struct tally_source *source = tally_open(with_file("tally"));

	moves = keep((goals->count * name_count(arms) * rounds->count + 1) * sizeof(*moves));
	while (tally_peek(source) != NO_NAME)
		take(tally_next(source));
}

/* ---- correlations ---- */

static bool hidden(size_t goal, size_t round, const char *arm)
{
	struct list_key key = { indicators->list[primary[goal]].name, rounds->list[round - 1].name,
		rounds->list[round].name, arm, "", "" };

	return list_has(suppressed, &key);
}

/* Turns changes so that up is good. */
static void turn(double *values, size_t count, size_t goal)
{
	size_t i;

	for (i = 0; indicators->list[primary[goal]].direction == DIRECTION_DOWN && i < count; i++)
		values[i] = -values[i];
}

static void correlate(
	struct chain_link *link, size_t parent, size_t child, size_t round, size_t arm)
{
	size_t before = round > 1 ? round - 1 : round;
	const struct village_moves *first = moves_of(parent, arm, before),
				   *second = moves_of(child, arm, round);
	double *x = keep((first->count + 1) * sizeof(*x)),
	       *y = keep((first->count + 1) * sizeof(*y));

	link->lag = (int64_t)(round - before);
	link->clusters = village_moves_pair(first, second, x, y);
	if (hidden(parent, before, link->arm) || hidden(child, round, link->arm)) {
		link->status = RESULT_SUPPRESSED;
		link->clusters = 0;
	} else if (first->count == 0 || second->count == 0) {
		link->status = RESULT_NOT_ASKED;
	} else if (!has_villages() || link->clusters < LEAST_VILLAGES) {
		link->status = RESULT_FEW_CLUSTERS;
	} else {
		turn(x, link->clusters, parent);
		turn(y, link->clusters, child);
		link->correlation =
			correlation_fisher(x, y, link->clusters, study_load()->confidence);
		link->status = result_status(link->correlation.status);
	}
}

/* ---- links ---- */

static void put_link(size_t parent, size_t child, size_t round, size_t arm)
{
	const double nan = (double)NAN;
	struct chain_link link = { .parent = parent_of(parent, round, arm),
		.child = side_of(child, round, arm),
		.round_from = rounds->list[0].name,
		.round_to = rounds->list[round].name,
		.arm = name_text(arms, arm),
		.lag = -1,
		.correlation = { nan, nan, nan, STAT_OK } };

	link.verdict = chain_judge(link.parent.class, link.child.class);
	if (link.parent.class == CLASS_REFUSED)
		link.status = link.parent.status;
	else if (link.child.class == CLASS_REFUSED)
		link.status = link.child.status;
	else
		correlate(&link, parent, child, round, arm);
	chain_put(&link);
}

static void end(void)
{
	size_t child, i, round, arm;

	take_all();
	for (child = 0; child < goals->count; child++)
		for (i = 0; i < goals->list[child].parent_count; i++)
			for (round = 1; round < rounds->count; round++)
				for (arm = 0; arm < name_count(arms); arm++)
					put_link(goals->list[child].parents[i], child, round, arm);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	size_t i;

	stat_begin();
	study_begin(input);
	rounds = rounds_load();
	goals = goals_load();
	indicators = indicators_load();
	suppressed = list_load(with_file("suppressed"));
	arms = names_new();
	primary = keep((goals->count + 1) * sizeof(*primary));
	for (i = 0; i < goals->count; i++)
		primary[i] = NO_NAME;
	for (i = 0; i < indicators->count; i++)
		if (indicators->list[i].primary)
			primary[indicators->list[i].goal] = i;
}

static const struct stage stage = {
	.name = "chain",
	.purpose = { "Say of each link of the results chain whether both goals moved, and whether "
		     "in the same villages.",
		"Menyatakan apakah kedua tujuan di tiap tautan rantai hasil bergerak, dan apakah "
		"di desa yang sama." },
	.with = with,
	.tables = study_tables,
	.needs = verdict_columns,
	.makes = chain_columns,
	.begin = begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
