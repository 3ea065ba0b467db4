/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bounds: scores in, what the missing could change in each headline out. */
#include <math.h>

#include "kit/kit.h"
#include "people/answers.h"
#include "people/bounds_columns.h"
#include "people/notes.h"
#include "people/people.h"
#include "result/keys.h"
#include "result/status.h"
#include "stat/distribution.h"
#include "study/begin.h"
#include "study/frozen.h"

static const struct people *people;

/* ---- the row ---- */

static void put_keys(const struct headline *headline, enum look_at_loss look)
{
	static const char *const samples[] = { "pairs", "all", "", "", "" };
	static const char *const looks[] = { "pairs", "all", "weighted", "lee", "manski" };
	const struct indicator *indicator = &indicators_load()->list[headline->indicator];

	put_indicator_keys(indicator);
	put_string(output, headline->did ? "did" : "change");
	put_string(output, rounds_load()->list[headline->from].name);
	put_string(output, rounds_load()->list[headline->to].name);
	put_string(output, arm_name(people, headline->arm));
	put_string(output, samples[look]);
	put_string(output, looks[look]);
}

static void put_counts(const struct headline *headline, const struct answer *answer)
{
	int side;

	for (side = 0; side < 2; side++) {
		const struct followed *followed = &headline->side[side];
		bool there = side == 0 || headline->did, all = answer->look == LOOK_ALL;
		size_t counts[] = { all ? answer->n_from[side] : followed->n_from,
			followed->n_pairs, answer->n_to[side] };
		bool shown[] = { there, there && !all, there && all };
		int i;

		for (i = 0; i < 3; i++)
			if (shown[i])
				put_integer(output, (int64_t)counts[i]);
			else
				put_missing(output);
	}
	put_number(output, headline->side[0].lost_share);
	put_number(output, headline->did ? headline->side[1].lost_share : (double)NAN);
}

static const char *survives(const struct headline *headline, const struct answer *answer)
{
	double pairs = headline_change(headline);
	double low = isnan(answer->low) ? answer->estimate : answer->low;
	double high = isnan(answer->high) ? answer->estimate : answer->high;

	if (answer->look == LOOK_PAIRS || isnan(pairs) || pairs == 0 || isnan(low) || isnan(high))
		return NULL;
	return (pairs > 0 && low > 0) || (pairs < 0 && high < 0) ? "yes" : "no";
}

static void put_answer(const struct headline *headline, struct answer made)
{
	const struct answer *answer = &made;
	bool special = answer->refusal.en != NULL;
	struct text notes = special ? answer->refusal : result_status_note(answer->status);

	note_add(&notes, answer->note);
	if (*indicators_load()->list[headline->indicator].among != '\0')
		note_add(&notes, among_note);
	put_keys(headline, answer->look);
	put_counts(headline, answer);
	put_number(output, answer->estimate);
	put_number(output, answer->low);
	put_number(output, answer->high);
	put_number(output, answer->trimmed);
	put_string(output, survives(headline, answer));
	put_string(output, frozen_planned(headline->indicator, ""));
	put_string(output, result_status_name(answer->status));
	put_note(output, notes);
	end_row(output);
}

/* ---- all headlines ---- */

static void put_headline(struct headline *headline)
{
	const struct indicator *indicator = &indicators_load()->list[headline->indicator];
	double least = indicator->scale_min, most = indicator->scale_max;

	headline->side[0] = followed_of(
		people, headline->indicator, headline->from, headline->to, headline->arm, 0);
	if (headline->did)
		headline->side[1] = followed_of(people, headline->indicator, headline->from,
			headline->to, people->comparison, 1);
	if (indicator->type == INDICATOR_BINARY && isnan(least) && isnan(most)) {
		least = 0;
		most = 1;
	}
	put_answer(headline, answer_pairs(headline));
	put_answer(headline, answer_all(people, headline));
	put_answer(headline, answer_weighted(headline));
	if (headline->did)
		put_answer(headline, answer_lee(headline));
	if (!isnan(least) && !isnan(most))
		put_answer(headline, answer_manski(headline, least, most));
}

static bool asked(size_t indicator, size_t round)
{
	return everybody_in(people, indicator, round, ALL_ARMS).n > 0;
}

static void put_refused(const struct headline *headline, const char *status, struct text note)
{
	int i;

	put_keys(headline, LOOK_PAIRS);
	for (i = BOUNDS_N_FROM; i < BOUNDS_PLANNED; i++)
		put_missing(output);
	put_string(output, frozen_planned(headline->indicator, ""));
	put_string(output, status);
	put_note(output, note);
	end_row(output);
}

static void put_indicator(size_t indicator, struct round_pair pair)
{
	struct headline headline = { indicator, pair.from, pair.to, ALL_ARMS, false, { { 0 } } };

	if (study_load()->design != PANEL) {
		put_refused(&headline, not_a_panel, not_a_panel_note);
		return;
	}
	if (!asked(indicator, pair.from) || !asked(indicator, pair.to)) {
		put_refused(&headline, result_status_name(RESULT_NOT_ASKED),
			result_status_note(RESULT_NOT_ASKED));
		return;
	}
	put_headline(&headline);
	for (headline.arm = 0; people->arm_count > 1 && headline.arm < people->arm_count;
		headline.arm++)
		put_headline(&headline);
	headline.did = true;
	for (headline.arm = 0; people->comparison != NO_NAME && headline.arm < people->arm_count;
		headline.arm++)
		if (headline.arm != people->comparison)
			put_headline(&headline);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	stat_begin();
	planned_begin(input);
	people_begin(input);
}

static void end(void)
{
	const struct round_pair *pairs;
	size_t count = round_pairs(rounds_load(), &pairs), i, k;

	people = people_finish();
	for (i = 0; i < indicators_load()->count && people->store->rows > 0; i++)
		for (k = 0; k < count; k++)
			put_indicator(i, pairs[k]);
}

static const struct stage stage = {
	.name = "bounds",
	.purpose = { "Show what people who are missing later could change in each headline.",
		"Menunjukkan apa yang dapat diubah oleh orang yang hilang pada tiap hasil utama." },
	.tables = planned_tables,
	.needs = people_needs,
	.makes = bounds_columns,
	.begin = begin,
	.row = people_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
