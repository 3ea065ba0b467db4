/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The share of people lost, and how it differs between two arms. */
#include "people/loss.h"

#include <math.h>

#include "people/notes.h"
#include "stat/proportion.h"

static double share_of(const struct side *side)
{
	return side->n > 0 ? (double)side->sum / (double)side->n : (double)NAN;
}

static struct contrast wilson_of(const struct side *side, double confidence)
{
	struct interval wilson = proportion_wilson((int64_t)side->sum, side->n, confidence);
	struct contrast result = contrast_refuse(wilson.estimate, wilson.status);

	result.conf_low = wilson.conf_low;
	result.conf_high = wilson.conf_high;
	result.clusters = (size_t)side->n;
	return result;
}

struct loss loss_share(struct sides *sides, const struct study *study)
{
	const struct side *side = &sides->side[OF_INTEREST];
	bool villages = study->cluster.count > 0;
	struct loss loss = { .method = villages ? "cr2_t" : "wilson", .note = { "", "" } };

	loss.result = villages ? sides_mean(sides, 1, study->confidence)
			       : wilson_of(side, study->confidence);
	loss.status = result_status(loss.result.status);
	loss.result.estimate = share_of(side);
	loss.result.statistic = loss.result.p_value = (double)NAN;
	loss.result.conf_low = fmax(loss.result.conf_low, 0);
	loss.result.conf_high = fmin(loss.result.conf_high, 1);
	note_few(&loss.note, &loss.result, side_clusters(sides, OF_INTEREST));
	return loss;
}

static struct loss unclustered(const struct side *a, const struct side *b, double confidence)
{
	struct interval interval =
		proportion_newcombe((int64_t)a->sum, a->n, (int64_t)b->sum, b->n, confidence);
	struct score_test test = proportion_test((int64_t)a->sum, a->n, (int64_t)b->sum, b->n);
	bool small = test.smallest_expected < 5;
	struct loss loss = { .method = small ? "newcombe_fisher" : "newcombe_score",
		.result = contrast_refuse(interval.estimate, test.status),
		.note = { "", "" } };

	loss.result.statistic = small ? (double)NAN : test.chi2;
	loss.result.p_value = small ? test.p_fisher : test.p_value;
	loss.result.conf_low = interval.conf_low;
	loss.result.conf_high = interval.conf_high;
	loss.result.clusters = (size_t)(a->n + b->n);
	return loss;
}

static bool alike(const struct side *a, const struct side *b)
{
	return a->n > 0 && b->n > 0 &&
		((a->sum == 0 && b->sum == 0) || (a->sum == a->n && b->sum == b->n));
}

struct loss loss_difference(struct sides *sides, const struct study *study)
{
	const struct side *a = &sides->side[OF_INTEREST], *b = &sides->side[COMPARED];
	struct loss loss = { .method = "cr2_t", .note = { "", "" } };

	if (study->cluster.count == 0)
		loss = unclustered(a, b, study->confidence);
	else
		loss.result = sides_difference(sides, 1, study->confidence);
	loss.status = alike(a, b) ? RESULT_NO_EVENTS : result_status(loss.result.status);
	if (isnan(loss.result.estimate))
		loss.result.estimate = share_of(a) - share_of(b);
	note_few(&loss.note, &loss.result, fewest_clusters(sides));
	return loss;
}

/* ---- how much is much ---- */

const char *const loss_level_names[LOSS_LEVELS] = { "low", "discuss", "high" };

enum loss_level loss_level(int64_t lost, int64_t of)
{
	if (lost > of / 5)
		return LOSS_HIGH;
	return lost < of / 20 + (of % 20 > 0) ? LOSS_LOW : LOSS_DISCUSS;
}

struct text loss_level_note(enum loss_level level)
{
	static const struct text notes[LOSS_LEVELS] = {
		[LOSS_LOW] = { "", "" },
		[LOSS_DISCUSS] = { "5 to 20 % lost: look in balance.csv at who they were, and "
				   "discuss it.",
			"5 sampai 20 % hilang: lihat di balance.csv siapa mereka, lalu bahas." },
		[LOSS_HIGH] = { "More than 20 % lost: this can bend the results; bounds (Lee) are "
				"advised.",
			"Lebih dari 20 % hilang: hasil dapat menyimpang; sebaiknya dihitung "
			"batasnya (Lee)." },
	};

	return notes[level];
}
