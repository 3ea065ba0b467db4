/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says by rule how gaps between groups changed: titles, verdicts, sentences. */
#include <math.h>
#include <string.h>

#include "drawing/equity.h"
#include "drawing/lines.h"
#include "drawing/numbers.h"

/* How many are named in a title before "and 2 more", and how wide a line of it is. */
enum { TITLE_GAPS = 2, TITLE_WIDTH = 66 };

struct text equity_verdict(const struct equity *equity)
{
	const char *moved = equity_widened(equity) ? "widened" : "narrowed";

	if (equity->class == CLASS_REFUSED)
		return texts_plain("verdict_refused");
	if (equity->class == CLASS_TOO_EARLY)
		return texts_plain("equity_too_early");
	if (!equity->excludes_zero)
		return texts_plain("verdict_unclear");
	return texts_plain(keep_format(equity->few ? "equity_possibly_%s" : "equity_%s", moved));
}

struct text equity_counted(const struct equity_side *side, const char *arrow)
{
	struct text from = number_shown((double)side->n_from, 0);

	if (side->n_from == 0 && side->n_to == 0)
		return text_same("–");
	return side->n_from == side->n_to
		? from
		: text_join(from, arrow, number_shown((double)side->n_to, 0));
}

struct text equity_group_label(const struct equity *equity, size_t arms)
{
	return label_of_arm(equity->group->label, equity->arm, arms > 1);
}

static int rank_of(const struct equity *equity)
{
	switch (equity->class) {
	case CLASS_DOWN:
		return 0;
	case CLASS_CHANGED:
		return 1;
	case CLASS_UP:
		return 2;
	case CLASS_REFUSED:
		return 4;
	default:
		return 3;
	}
}

const struct equity **equities_worst_first(const struct equity *const *given, size_t count)
{
	const struct equity **sorted = keep((count + 1) * sizeof(*sorted));
	size_t used = 0;

	for (int rank = 0; rank <= 4; rank++)
		for (size_t i = 0; i < count; i++)
			if (rank_of(given[i]) == rank)
				sorted[used++] = given[i];
	return sorted;
}

static struct text goal_label(const struct equity *equity)
{
	return goal_of(equity->indicator)->label;
}

/* The clear ones that widened, or narrowed: by goal, and where they are of several groups by who is
 * in focus: "Income (Poorest 40 %)". At most `most` are named. */
static struct text moved(const struct equity *const *list, size_t count, bool widened,
	bool one_group, size_t most, size_t *found)
{
	struct text *items = keep((count + 1) * sizeof(*items));
	size_t used = 0;

	for (size_t i = 0; i < count; i++)
		if (equity_clear(list[i]) && equity_widened(list[i]) == widened) {
			const struct filling facts[] = { { "goal", goal_label(list[i]) },
				{ "a", list[i]->focal.label }, { NULL, { NULL, NULL } } };

			items[used++] =
				one_group ? facts[0].value : texts_fill("equity_item", facts);
		}
	*found = used;
	return text_list(items, used, most);
}

/* The group that all clear ones are of, else NULL. */
static const struct group *one_group_of(const struct equity *const *list, size_t count)
{
	const struct group *group = NULL;

	for (size_t i = 0; i < count; i++) {
		if (!equity_clear(list[i]))
			continue;
		if (group != NULL && group != list[i]->group)
			return NULL;
		group = list[i]->group;
	}
	return group;
}

/* Whether both lines of a title hold it whole. */
static bool fits(const char *title)
{
	struct lines lines = text_wrap(title, TITLE_WIDTH);

	return strlen(lines.first) + strlen(lines.second) + 1 >= strlen(title) &&
		strstr(lines.second, "…") == NULL;
}

static struct text named(const struct equity *const *list, size_t count, size_t most)
{
	const struct group *group = one_group_of(list, count);
	size_t widened, narrowed;
	const struct filling facts[] = {
		{ "a", moved(list, count, true, group != NULL, most, &widened) },
		{ "b", moved(list, count, false, group != NULL, most, &narrowed) },
		{ "group", group == NULL ? text_same("") : group->label },
		{ "total", text_same(keep_format("%zu", count)) },
		{ "n", text_same(keep_format("%zu", widened)) },
		{ "m", text_same(keep_format("%zu", narrowed)) },
		{ NULL, { NULL, NULL } },
	};

	if (most == 0)
		return texts_fill("title_equity_counts", facts);
	return texts_fill(keep_format("title_equity_%s%s", group == NULL ? "" : "one_",
				  widened == 0            ? "narrowed"
					  : narrowed == 0 ? "widened"
							  : "mixed"),
		facts);
}

struct text equity_title(const struct equity *const *list, size_t count)
{
	const struct equity **sorted = equities_worst_first(list, count);
	size_t clear = 0, refused = 0, most = TITLE_GAPS;
	struct text title;

	for (size_t i = 0; i < count; i++) {
		clear += equity_clear(list[i]);
		refused += list[i]->class == CLASS_REFUSED;
	}
	if (clear == 0)
		return texts_plain(refused == count ? "title_equity_refused" : "title_equity_none");
	do {
		title = named(sorted, count, most);
	} while (most-- > 0 && (!fits(title.id) || !fits(title.en)));
	return title;
}

/* Who is ahead of whom now: by the good direction, on which side of zero the gap began and ended. */
static const char *ground(const struct equity *equity)
{
	double good = equity->indicator->direction == DIRECTION_DOWN ? -1 : 1;
	bool behind_from = good * equity->gap_from < 0, behind_to = good * equity->gap_to < 0;

	if (equity->class == CLASS_DOWN)
		return !behind_to     ? "equity_lead_shrank"
			: behind_from ? "equity_further_behind"
				      : "equity_now_behind";
	return !behind_from ? "equity_lead_grew"
		: behind_to ? "equity_catching_up"
			    : "equity_overtook";
}

/* Whether the comparison villages' gap changed as well. */
static struct text beside_comparison(
	const struct equity *equity, const struct scene *scene, const struct amount *amount)
{
	const struct filling facts[] = { { "comparison", scene->comparison },
		{ "change", amount_change(amount, equity->did, true) },
		{ "interval", amount_interval(amount, equity->did_low, equity->did_high) },
		{ NULL, { NULL, NULL } } };

	if (isnan(equity->did) || isnan(equity->did_low))
		return text_same("");
	return texts_fill(equity->did_clear ? "equity_did_clear" : "equity_did_unclear", facts);
}

struct text equity_sentence(const struct equity *equity, const struct scene *scene)
{
	struct amount amount = equity_amount(equity);
	struct text topic = equity->primary
		? goal_label(equity)
		: text_join(goal_label(equity), ": ", equity->indicator->label);
	const struct filling facts[] = {
		{ "goal", topic },
		{ "group", equity_group_label(equity, equity_arms()) },
		{ "verdict", equity_verdict(equity) },
		{ "a", equity->focal.label },
		{ "b", equity->others.label },
		{ "value_from", amount_change(&amount, equity->gap_from, true) },
		{ "value_to", amount_change(&amount, equity->gap_to, true) },
		{ "interval", amount_interval(&amount, equity->low, equity->high) },
		{ "change", amount_change(&amount, equity->change, true) },
		{ NULL, { NULL, NULL } },
	};
	struct text sentence = texts_fill("equity_sentence", facts);

	if (equity->class == CLASS_UP || equity->class == CLASS_DOWN)
		sentence = text_join(sentence, " ", texts_fill(ground(equity), facts));
	return text_join(sentence, " ", beside_comparison(equity, scene, &amount));
}
