/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides cell by cell what must not be published, over all indicators, rounds and changes. */
#include "protect/decide.h"

#include "kit/kit.h"
#include "protect/audit.h"
#include "protect/complete.h"
#include "study/study.h"

static const struct study *study;
static const struct rounds *rounds;
static const struct round_pair *pairs;
static size_t pair_count;

static struct folio *folios;
static size_t folio_count;
static struct folio present;

static struct rule rule_of(const struct folio *folio, bool change)
{
	const struct indicator *indicator =
		folio->indicator == NO_NAME ? NULL : &indicators_load()->list[folio->indicator];
	bool sensitive = indicator != NULL && indicator->sensitive;

	return (struct rule){
		.people = (sensitive ? 2 : 1) * study->min_people,
		.possible = study->min_people,
		.clusters = (size_t)study->min_clusters,
		.sensitive = sensitive,
		.share = indicator != NULL && indicator->type == INDICATOR_BINARY,
		.change = change,
		.scale = folio->scale,
	};
}

/* Cells of which nothing may be told for what they are, whatever stands beside them. */
static void withhold_unfit(struct sheet *sheet, const struct rule *rule)
{
	size_t i;

	for (i = 0; i < sheet->rows * sheet->columns; i++) {
		struct cell *cell = &sheet->cells[i];

		if (cell->printed && cell->reason == SHOWN && cell->crowd.n > 0)
			cell->reason = crowd_unfit(&cell->crowd, rule, sheet->words);
	}
}

/* How many people there are is told by n and n_missing of any indicator: so it is decided first,
 * for all of them, and no indicator tells more. */
static void decide_present(void)
{
	struct rule rule = rule_of(&present, false);
	size_t i;

	for (i = 0; i < rounds->count; i++) {
		withhold_unfit(&present.present[i], &rule);
		sheet_complete(&present.present[i], &rule);
	}
}

/* A size that readers see, or the largest that they must reckon with. */
static int64_t known_size(const struct cell *cell)
{
	return cell->reason == SHOWN ? cell->crowd.n : cell->high;
}

/* Withholds more of the sizes of present people, about those of an unsafe cell; false if the cell is
 * safe, or nothing is left. */
static bool widen_present(const struct folio *folio, size_t round, size_t unsafe)
{
	size_t at =
		unsafe == NO_CELL ? NO_CELL : same_people(&present.layout, &folio->layout, unsafe);

	return at != NO_CELL && sheet_widen(&present.present[round], at);
}

/* True if the sizes of present people have to be decided anew. */
static bool decide_level(struct folio *folio, size_t round)
{
	struct rule rule = rule_of(folio, false);
	struct sheet *sheet = &folio->levels[round];
	size_t i;

	for (i = 0; i < sheet->rows * sheet->columns; i++) {
		size_t at = same_people(&present.layout, &folio->layout, i);
		const struct cell *all = at == NO_CELL ? NULL : &present.present[round].cells[at];

		if (all == NULL)
			continue;
		sheet->cells[i].most = known_size(all);
		if (sheet->cells[i].printed && sheet->cells[i].reason == SHOWN)
			sheet->cells[i].reason = all->reason;
	}
	return widen_present(folio, round, sheet_complete(sheet, &rule));
}

/* Few people between a level and the change: with a sensitive indicator they can be singled out. */
static bool few_between(const struct cell *level, const struct cell *change)
{
	int64_t between = level->crowd.n - change->crowd.n;

	return between > 0 && between < study->min_people;
}

static void link_change(struct cell *change, const struct cell *from, const struct cell *to,
	const struct rule *rule)
{
	change->most = known_size(from);
	if (!change->printed || change->reason != SHOWN || change->crowd.n == 0)
		return;
	if (from->reason != SHOWN || to->reason != SHOWN ||
		(rule->sensitive && (few_between(from, change) || few_between(to, change))))
		change->reason = DIFFERENCE;
}

/* True if levels have to be decided anew: what they tell of sizes leaves too few to a change. */
static bool decide_change(struct folio *folio, size_t pair)
{
	struct rule rule = rule_of(folio, true);
	struct sheet *sheet = &folio->changes[pair];
	struct sheet *from = &folio->levels[pairs[pair].from];
	size_t unsafe, i;

	for (i = 0; i < sheet->rows * sheet->columns; i++)
		link_change(&sheet->cells[i], &from->cells[i],
			&folio->levels[pairs[pair].to].cells[i], &rule);
	unsafe = sheet_complete(sheet, &rule);
	if (unsafe == NO_CELL)
		return false;
	return sheet_widen(from, unsafe) || widen_present(folio, pairs[pair].from, unsafe);
}

/* ---- indices ---- */

static const struct folio *folio_of(size_t indicator)
{
	size_t i;

	for (i = 0; i < folio_count; i++)
		if (folios[i].indicator == indicator)
			return &folios[i];
	return NULL;
}

/* Withholds what is withheld of a member. */
static void follow(const struct layout *layout, struct sheet *sheet, const struct layout *of,
	const struct sheet *member)
{
	size_t i, at;

	for (i = 0; i < sheet->rows * sheet->columns; i++) {
		struct cell *cell = &sheet->cells[i];

		at = same_people(of, layout, i);
		if (at != NO_CELL && cell->printed && cell->reason == SHOWN && cell->crowd.n > 0 &&
			member->cells[at].reason != SHOWN)
			cell->reason = DIFFERENCE;
	}
}

/* An index is the mean of its members: with the others it gives a sensitive one away. */
static void follow_members(struct folio *folio)
{
	const struct indicator *index = &indicators_load()->list[folio->indicator];
	size_t i, j;

	for (i = 0; i < index->member_count; i++) {
		const struct folio *member = folio_of(index->members[i]);

		if (member == NULL || !indicators_load()->list[index->members[i]].sensitive)
			continue;
		for (j = 0; j < rounds->count; j++)
			follow(&folio->layout, &folio->levels[j], &member->layout,
				&member->levels[j]);
		for (j = 0; j < pair_count; j++)
			follow(&folio->layout, &folio->changes[j], &member->layout,
				&member->changes[j]);
	}
}

/* True if what is known of present people or of levels changed, so that all must be done again. */
static bool decide_indicator(struct folio *folio)
{
	struct rule level = rule_of(folio, false), change = rule_of(folio, true);
	bool again = false;
	size_t i;

	for (i = 0; i < rounds->count; i++)
		withhold_unfit(&folio->levels[i], &level);
	for (i = 0; i < pair_count; i++)
		withhold_unfit(&folio->changes[i], &change);
	follow_members(folio);
	for (i = 0; i < rounds->count; i++)
		again |= decide_level(folio, i);
	for (i = 0; i < pair_count; i++)
		again |= decide_change(folio, i);
	return again;
}

/* Members before the indices that follow them. */
static bool decide_all(bool index)
{
	const struct indicator *indicators = indicators_load()->list;
	bool again = false;
	size_t i;

	for (i = 0; i < folio_count; i++)
		if ((indicators[folios[i].indicator].member_count > 0) == index)
			again |= decide_indicator(&folios[i]);
	return again;
}

struct folio decide(struct folio *list, size_t count)
{
	bool again = true;

	study = study_load();
	rounds = rounds_load();
	pair_count = round_pairs(rounds, &pairs);
	folios = list;
	folio_count = count;
	present = gather_present(folios, folio_count);
	while (again) {
		decide_present();
		again = decide_all(false);
		again |= decide_all(true);
	}
	return present;
}
