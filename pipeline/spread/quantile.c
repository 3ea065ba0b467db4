/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles of a cell and their limits. */
#include <math.h>

#include "result/comparison.h"
#include "spread/finish.h"
#include "stat/distribution.h"
#include "stat/quantile.h"

static const struct text few_beyond = {
	"Too few people lie beyond it: it would be a single person's value.",
	"Terlalu sedikit orang di luarnya: angkanya akan menjadi nilai satu orang saja.",
};
static const struct text limit_blank = {
	"A limit is blank where too few people or villages lie beyond it.",
	"Batas dikosongkan bila terlalu sedikit orang atau desa di luarnya.",
};
static const struct text villages_alike = {
	"In every village the same share lies at or below it, so no limits can be given.",
	"Di setiap desa bagian orang di bawahnya sama sehingga batasnya tidak dapat ditentukan.",
};

/* How many people have at most, or at least, this value. */
static int64_t people_beyond(const struct cell *cell, double value, bool below)
{
	int64_t people = 0;
	size_t i;

	for (i = 0; i < cell->distinct; i++) {
		double own = (double)cell->counts[i].value / (double)cell->scale;

		if (below ? own <= value : own >= value)
			people += cell->counts[i].count;
	}
	return people;
}

static double guarded(const struct cell *cell, double limit, bool below)
{
	return people_beyond(cell, limit, below) < FEWEST_BEYOND ? (double)NAN : limit;
}

/* The largest value that is not above the quantile. */
static int64_t value_below(
	const struct cell *cell, double quantile, int64_t numerator, int64_t denominator)
{
	int64_t rank = (int64_t)((int128)((int64_t)cell->n - 1) * numerator / denominator);
	size_t i = cell->distinct - 1;

	if (cell->weights == NULL)
		return counts_at_rank(cell->counts, cell->distinct, rank);
	while (i > 0 && (double)cell->counts[i].value / (double)cell->scale > quantile)
		i--;
	return cell->counts[i].value;
}

static double quantile_at(const struct cell *cell, double p)
{
	return cell->weights == NULL
		? counts_quantile_at(cell->counts, cell->distinct, cell->scale, p)
		: weighted_quantile_at(cell->weights, cell->distinct, cell->scale, p);
}

static void set_woodruff(struct statistic *result, const struct cell *cell, int64_t at)
{
	double confidence = study_load()->confidence, estimate = result->estimate;
	struct derived derived = { true, 1, cell->counts[0].value, at };
	struct contrast share = cell_mean(cell, &derived, &result->note);

	result->estimate = (double)NAN;
	statistic_take(result, cell, &share);
	if (!isnan(result->estimate))
		result->estimate = estimate;
	result->std_error = (double)NAN;
	if (result->status == RESULT_ZERO_VAR)
		result->refusal = villages_alike;
	if (result->status != RESULT_OK)
		return;
	result->conf_low = guarded(cell, quantile_at(cell, share.conf_low), true);
	result->conf_high = guarded(cell, quantile_at(cell, share.conf_high), false);
	result->std_error = (result->conf_high - result->conf_low) /
		(2 * t_quantile((1 + confidence) / 2, share.df));
}

static double at_rank(const struct cell *cell, int64_t rank)
{
	if (rank < 1)
		return (double)NAN;
	return (double)counts_at_rank(cell->counts, cell->distinct, rank - 1) / (double)cell->scale;
}

static void set_order_statistics(struct statistic *result, const struct cell *cell, double p)
{
	struct rank_limits ranks = quantile_ranks((int64_t)cell->n, p, study_load()->confidence);

	result->conf_low = guarded(cell, at_rank(cell, ranks.low), true);
	result->conf_high = guarded(cell, at_rank(cell, ranks.high), false);
}

struct statistic statistic_quantile(const struct cell *cell, int64_t numerator, int64_t denominator)
{
	bool simple = !has_villages() && !study_weighted();
	struct statistic result = statistic_none(simple ? "order_statistics"
			: study_weighted()              ? "survey_woodruff"
							: "cr2_woodruff");

	if (cell->n < 2) {
		result.status = RESULT_TOO_FEW;
		return result;
	}
	result.estimate = cell->weights == NULL
		? counts_quantile(cell->counts, cell->distinct, cell->scale, numerator, denominator)
		: weighted_quantile(
			  cell->weights, cell->distinct, cell->scale, numerator, denominator);
	if (people_beyond(cell, result.estimate, true) < FEWEST_BEYOND ||
		people_beyond(cell, result.estimate, false) < FEWEST_BEYOND) {
		result.estimate = (double)NAN;
		result.status = RESULT_TOO_FEW;
		result.refusal = few_beyond;
	} else if (simple) {
		set_order_statistics(&result, cell, (double)numerator / (double)denominator);
	} else {
		set_woodruff(
			&result, cell, value_below(cell, result.estimate, numerator, denominator));
	}
	if (result.status == RESULT_OK && (isnan(result.conf_low) || isnan(result.conf_high)))
		note_add(&result.note, limit_blank);
	return result;
}
