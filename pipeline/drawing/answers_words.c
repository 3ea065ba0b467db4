/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words the chart of answers by rule. */
#include "drawing/answers_words.h"

#include <math.h>

#include "drawing/foot.h"
#include "drawing/numbers.h"

enum { FEET = 16, ALT_ITEMS = 4, NAMES_MOST = 4 };

/* The headlines of the questions shown, in each arm that has the programme. */
static const struct headline **headlines_of(const struct answers *answers, size_t *count)
{
	size_t arms = answers->arms > 1 ? answers->arms - 1 : 1;
	const struct headline **found = keep((answers->count * arms + 1) * sizeof(*found));

	*count = 0;
	for (size_t i = 0; i < answers->count; i++)
		for (size_t arm = 0; arm < arms; arm++) {
			const struct headline *one =
				answer_headline(&answers->list[i], answers->arm[arm]);

			if (one != NULL)
				found[(*count)++] = one;
		}
	return found;
}

struct text answers_title(const struct answers *answers, const struct scene *scene)
{
	size_t count;
	const struct headline **shown = headlines_of(answers, &count);
	const struct filling facts[] = { { "n", text_same(keep_format("%zu", answers->count)) },
		{ "goal", answers->list[0].indicator->label }, { NULL, { NULL, NULL } } };

	if (count > 0)
		return title_of("title_effects", scene, shown, count);
	return texts_fill(answers->count == 1 ? "title_answers_one" : "title_answers", facts);
}

/* ---- feet ---- */

static double largest_margin(const struct answers *answers)
{
	double margin = NAN;

	for (size_t i = 0; i < answers->count; i++)
		for (size_t arm = 0; arm < answers->arms; arm++)
			for (size_t round = 0; round < answers->rounds; round++)
				margin = fmax(margin,
					answer_bar(&answers->list[i], answers->arm[arm],
						answers->round[round])
						.margin);
	return margin;
}

static bool any_withheld(const struct answers *answers)
{
	for (size_t i = 0; i < answers->count; i++)
		for (size_t arm = 0; arm < answers->arms; arm++)
			for (size_t round = 0; round < answers->rounds; round++)
				if (answer_bar(&answers->list[i], answers->arm[arm],
					    answers->round[round])
						.withheld)
					return true;
	return false;
}

static size_t directed(const struct answers *answers, enum direction direction)
{
	size_t found = 0;

	for (size_t i = 0; i < answers->count; i++)
		found += answers->list[i].indicator->direction == direction;
	return found;
}

static bool any_early(const struct headline *const *shown, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (shown[i]->verdict == CLASS_TOO_EARLY)
			return true;
	return false;
}

void answers_feet(const struct answers *answers, const struct scene *scene)
{
	double margin = largest_margin(answers);
	size_t judged, down = directed(answers, DIRECTION_DOWN),
		       none = directed(answers, DIRECTION_NONE);
	const struct headline **shown = headlines_of(answers, &judged);
	const struct filling facts[] = {
		{ "level", scene->level },
		{ "value", number_shown(isnan(margin) ? margin : ceil(100 * margin), 0) },
		{ "list", text_list(answers->names, answers->left, NAMES_MOST) },
		{ NULL, { NULL, NULL } },
	};
	const struct {
		bool said;
		const char *key;
	} feet[] = {
		{ true, isnan(margin) ? "foot_answers_inside" : "foot_answers_margin" },
		{ down > 0, "foot_answers_reversed" },
		{ down == 0 && none < answers->count, "foot_answers_right" },
		{ none > 0, "foot_answers_undirected" },
		{ study_weighted(), "foot_answers_weighted" },
		{ true, "foot_answers_base" },
		{ judged > 0 && scene->arms == 1, "foot_answers_verdict" },
		{ judged > 0, keep_format("foot_%s", scene->design) },
		{ any_early(shown, judged), "foot_early" },
		{ any_withheld(answers), "foot_equity_hatched" },
		{ answers->rounds < rounds_load()->count, "foot_answers_rounds" },
		{ answers->left > 0, "foot_answers_left" },
	};
	struct text list[FEET];
	size_t lines = 0;

	for (size_t i = 0; i < sizeof(feet) / sizeof(*feet); i++)
		if (feet[i].said)
			list[lines++] = texts_fill(feet[i].key, facts);
	list[lines++] = foot_source();
	foot_put(list, lines);
}

/* ---- for those who cannot see it ---- */

static struct text per_cent(
	const struct answer_item *item, const char *arm, size_t round, bool right)
{
	struct answer_bar bar = answer_bar(item, arm, round);

	if (!bar.whole)
		return text_same("–");
	return percent_shown(answer_side(item, &bar, right), 0);
}

struct text answers_alternative(const struct answers *answers)
{
	const struct filling count[] = { { "n", text_same(keep_format("%zu", answers->count)) },
		{ NULL, { NULL, NULL } } };
	size_t first = answers->round[0], last = answers->round[answers->rounds - 1];
	struct text text = texts_fill("alt_answers", count);

	for (size_t i = 0; i < answers->count && i < ALT_ITEMS; i++) {
		const struct answer_item *item = &answers->list[i];
		const struct filling facts[] = {
			{ "goal", item->indicator->label },
			{ "value_from", per_cent(item, answers->arm[0], first, true) },
			{ "value_to", per_cent(item, answers->arm[0], last, true) },
			{ "a", per_cent(item, answers->arm[0], first, false) },
			{ "b", per_cent(item, answers->arm[0], last, false) },
			{ NULL, { NULL, NULL } },
		};

		text = text_join(text, " ", texts_fill("alt_answers_item", facts));
	}
	return text;
}
