/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A headline of everybody, and what it could be with the people who are missing. */
#include "people/answers.h"

#include <math.h>

double headline_change(const struct headline *headline)
{
	return headline->side[0].mean_change - (headline->did ? headline->side[1].mean_change : 0);
}

static struct answer answer_of(const struct headline *headline, enum look_at_loss look)
{
	const double nan = (double)NAN;
	struct answer answer = { .look = look, nan, nan, nan, nan, .note = { "", "" } };

	if (headline->side[0].n_pairs < 2 || (headline->did && headline->side[1].n_pairs < 2))
		answer.status = RESULT_TOO_FEW;
	return answer;
}

struct answer answer_pairs(const struct headline *headline)
{
	struct answer answer = answer_of(headline, LOOK_PAIRS);

	if (answer.status == RESULT_OK)
		answer.estimate = headline_change(headline);
	return answer;
}

static double change_of_all(const struct people *people, const struct headline *headline,
	size_t arm, int side, struct answer *answer)
{
	struct everybody from = everybody_in(people, headline->indicator, headline->from, arm);
	struct everybody to = everybody_in(people, headline->indicator, headline->to, arm);

	answer->n_from[side] = from.n;
	answer->n_to[side] = to.n;
	if (from.n < 2 || to.n < 2)
		answer->status = RESULT_TOO_FEW;
	return to.mean - from.mean;
}

struct answer answer_all(const struct people *people, const struct headline *headline)
{
	struct answer answer = answer_of(headline, LOOK_ALL);
	double change;

	answer.status = RESULT_OK;
	change = change_of_all(people, headline, headline->arm, 0, &answer);
	if (headline->did)
		change -= change_of_all(people, headline, people->comparison, 1, &answer);
	if (answer.status == RESULT_OK)
		answer.estimate = change;
	answer.note = result_note(NOTE_OVERLAP);
	return answer;
}

static void note_cells(const struct headline *headline, struct answer *answer)
{
	static const struct text together = {
		"Cells with fewer than 10 people followed were put together.",
		"Sel dengan kurang dari 10 orang yang diikuti digabung.",
	};
	size_t most = headline->side[0].cells;

	if (headline->did && headline->side[1].cells > most)
		most = headline->side[1].cells;
	note_add(&answer->note,
		(struct text){
			keep_format("Those followed stand for all of their cell (stratum and "
				    "focal groups of the earlier round): up to %zu cells.",
				most),
			keep_format("Yang diikuti mewakili semua orang di selnya (strata dan "
				    "kelompok fokus di putaran awal): paling banyak %zu sel.",
				most) });
	if (headline->side[0].joined || (headline->did && headline->side[1].joined))
		note_add(&answer->note, together);
}

struct answer answer_weighted(const struct headline *headline)
{
	static const struct text too_few = { "Fewer than 10 people of an arm were followed.",
		"Kurang dari 10 orang dalam satu kelompok program yang diikuti." };
	struct answer answer = answer_of(headline, LOOK_WEIGHTED);

	if (headline->side[0].cells == 0 || (headline->did && headline->side[1].cells == 0)) {
		answer.status = RESULT_TOO_FEW;
		answer.refusal = too_few;
	} else {
		answer.estimate = headline->side[0].weighted_change -
			(headline->did ? headline->side[1].weighted_change : 0);
		note_cells(headline, &answer);
	}
	return answer;
}

struct answer answer_lee(const struct headline *headline)
{
	static const struct text note = {
		"Bounds for those who would be followed in either arm, if the programme makes "
		"people "
		"either stay or leave, not both; no confidence interval is given.",
		"Batas untuk mereka yang akan tetap diikuti di kedua kelompok, bila program hanya "
		"membuat orang bertahan atau hanya membuat orang pergi; tanpa selang kepercayaan.",
	};
	struct answer answer = answer_of(headline, LOOK_LEE);
	struct bound_side sides[2];
	struct bounds bounds;
	int i;

	for (i = 0; i < 2; i++)
		sides[i] = (struct bound_side){ headline->side[i].changes,
			headline->side[i].n_pairs, headline->side[i].share };
	bounds = lee_bounds(&sides[0], &sides[1]);
	if (answer.status == RESULT_OK) {
		answer.status = result_status(bounds.status);
		answer.low = bounds.low;
		answer.high = bounds.high;
		answer.trimmed = bounds.trimmed;
		answer.note = note;
	}
	return answer;
}

/* The change of a side if those lost had this value later. */
static double if_lost_had(const struct followed *side, double value)
{
	double lost = side->lost_share > 0 ? side->lost_share * (value - side->lost_mean) : 0;

	return side->share * side->mean_change + lost;
}

struct answer answer_manski(const struct headline *headline, double least, double most)
{
	static const struct text note = {
		"Those lost get the lowest and then the highest value of the scale.",
		"Yang hilang diberi nilai terendah, lalu nilai tertinggi dari skalanya.",
	};
	struct answer answer = answer_of(headline, LOOK_MANSKI);
	const struct followed *arm = &headline->side[0], *comparison = &headline->side[1];

	if (answer.status == RESULT_OK) {
		answer.low = if_lost_had(arm, least);
		answer.high = if_lost_had(arm, most);
		answer.note = note;
	}
	if (answer.status == RESULT_OK && headline->did) {
		answer.low -= if_lost_had(comparison, most);
		answer.high -= if_lost_had(comparison, least);
	}
	return answer;
}
