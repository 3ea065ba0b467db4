/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides cell by cell what must not be published, over all indicators, rounds and changes. */
#include "protect/decide.h"

#include "kit/kit.h"
#include "protect/audit.h"
#include "protect/complete.h"
#include "protect/present.h"
#include "protect/settle.h"
#include "protect/twin.h"
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

/* A change is withheld where a level of the two is. */
static void link_change(struct sheet *change, const struct sheet *from, const struct sheet *to)
{
	size_t i;

	for (i = 0; i < change->rows * change->columns; i++) {
		struct cell *cell = &change->cells[i];

		if (cell->printed && cell->reason == SHOWN && cell->crowd.n > 0 &&
			(from->cells[i].reason != SHOWN || to->cells[i].reason != SHOWN))
			cell->reason = DIFFERENCE;
	}
}

/* ---- people present and people measured ---- */

/* Both are told by the same rows, so both are withheld or none; true if that changed anything. */
static bool share_reasons(struct sheet *one, struct sheet *other)
{
	bool changed = false;
	size_t i;

	for (i = 0; i < one->rows * one->columns; i++) {
		struct cell *a = &one->cells[i], *b = &other->cells[i];

		if ((a->reason == SHOWN) == (b->reason == SHOWN))
			continue;
		changed = true;
		if (a->reason == SHOWN)
			a->reason = b->reason;
		else
			b->reason = a->reason;
	}
	return changed;
}

static bool decide_present_round(size_t round, const struct rule *rule)
{
	struct sheet *all = &present.present[round], *measured = &present.levels[round];
	const struct above above = { all, &present.layout };
	bool again;

	withhold_unfit(all, rule);
	withhold_unfit(measured, rule);
	again = share_reasons(all, measured);
	sheet_complete(all, rule);
	again |= settle(&present.layout, measured, rule, &above, 1);
	return share_reasons(all, measured) || again;
}

/* How many people there are is told by n and n_missing of any indicator, and by who was lost: so it
 * is decided first, for all of them, and no indicator tells more. */
static void decide_present(void)
{
	struct rule rule = rule_of(&present, false);
	bool again = true;
	size_t i;

	while (again) {
		again = false;
		for (i = 0; i < rounds->count; i++)
			again |= decide_present_round(i, &rule);
		for (i = 0; i < pair_count; i++) {
			struct sheet *from = &present.levels[pairs[i].from];
			const struct above above = { from, &present.layout };

			withhold_unfit(&present.changes[i], &rule);
			link_change(&present.changes[i], from, &present.levels[pairs[i].to]);
			again |= settle(&present.layout, &present.changes[i], &rule, &above, 1);
		}
	}
}

/* ---- levels and changes of an indicator ---- */

static bool decide_level(struct folio *folio, size_t round)
{
	const struct above above = { &present.levels[round], &present.layout };
	struct rule rule = rule_of(folio, false);

	return settle(&folio->layout, &folio->levels[round], &rule, &above, 1);
}

/* Few people between a level and the change: with a sensitive indicator they can be singled out. */
static bool few_between(const struct cell *level, const struct cell *change)
{
	int64_t between = level->crowd.n - change->crowd.n;

	return between > 0 && between < study->min_people;
}

static void guard_between(struct sheet *change, const struct sheet *from, const struct sheet *to)
{
	size_t i;

	for (i = 0; i < change->rows * change->columns; i++) {
		struct cell *cell = &change->cells[i];

		if (cell->printed && cell->reason == SHOWN && cell->crowd.n > 0 &&
			(few_between(&from->cells[i], cell) || few_between(&to->cells[i], cell)))
			cell->reason = DIFFERENCE;
	}
}

static bool decide_change(struct folio *folio, size_t pair)
{
	struct sheet *change = &folio->changes[pair], *from = &folio->levels[pairs[pair].from];
	const struct sheet *to = &folio->levels[pairs[pair].to];
	const struct above above[] = { { from, &folio->layout },
		{ &present.changes[pair], &present.layout } };
	struct rule rule = rule_of(folio, true);

	link_change(change, from, to);
	if (rule.sensitive)
		guard_between(change, from, to);
	return settle(&folio->layout, change, &rule, above, 2);
}

/* ---- indices, and counts of options ---- */

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

/* What is made of sensitive parts goes with each of them: with the others it gives it away. */
static void follow_part(struct folio *folio, size_t part)
{
	const struct folio *of = folio_of(part);
	size_t i;

	if (of == NULL || !indicators_load()->list[part].sensitive)
		return;
	for (i = 0; i < rounds->count; i++)
		follow(&folio->layout, &folio->levels[i], &of->layout, &of->levels[i]);
	for (i = 0; i < pair_count; i++)
		follow(&folio->layout, &folio->changes[i], &of->layout, &of->changes[i]);
}

/* An index is the mean of its members, a count of options their sum. */
static void follow_parts(struct folio *folio)
{
	const struct indicators *all = indicators_load();
	const struct indicator *whole = &all->list[folio->indicator];
	size_t i;

	for (i = 0; i < whole->member_count; i++)
		follow_part(folio, whole->members[i]);
	if (whole->option)
		return;
	for (i = folio->indicator + 1; i < all->count && all->list[i].option; i++)
		follow_part(folio, i);
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
	follow_parts(folio);
	for (i = 0; i < rounds->count; i++)
		again |= decide_level(folio, i);
	for (i = 0; i < pair_count; i++)
		again |= decide_change(folio, i);
	return again;
}

/* Parts come before what is made of them. */
enum rank { ALONE, COUNT_OF_OPTIONS, INDEX, RANKS };

static enum rank rank_of(size_t indicator)
{
	const struct indicators *all = indicators_load();

	if (all->list[indicator].member_count > 0)
		return INDEX;
	return !all->list[indicator].option && indicator + 1 < all->count &&
			all->list[indicator + 1].option
		? COUNT_OF_OPTIONS
		: ALONE;
}

static bool decide_all(enum rank rank)
{
	bool again = false;
	size_t i;

	for (i = 0; i < folio_count; i++)
		if (rank_of(folios[i].indicator) == rank)
			again |= decide_indicator(&folios[i]);
	return again;
}

struct folio decide(struct folio *list, size_t count)
{
	bool again = true;
	enum rank rank;

	study = study_load();
	rounds = rounds_load();
	pair_count = round_pairs(rounds, &pairs);
	folios = list;
	folio_count = count;
	present = gather_present(folios, folio_count);
	twins_find(folios, folio_count);
	while (again) {
		again = false;
		decide_present();
		for (rank = ALONE; rank < RANKS; rank++)
			again |= decide_all(rank);
		again |= twins_follow();
	}
	return present;
}
