/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares, winsorised means and jackknifed statistics of a cell. */
#include "spread/statistic.h"

#include <math.h>
#include <stdlib.h>

#include "result/comparison.h"
#include "spread/finish.h"
#include "stat/proportion.h"
#include "stat/quantile.h"
#include "stat/spread.h"

/* ---- shares ---- */

static const struct text no_events = {
	"Nobody, or everybody: how certain that is cannot be told from the villages.",
	"Tidak seorang pun, atau semua orang: kepastiannya tidak dapat dinilai dari desa-desanya.",
};

static struct statistic wilson_share(const struct cell *cell, int64_t low, int64_t high)
{
	struct statistic result = statistic_none("wilson");
	struct interval limits;
	int64_t within = 0;
	size_t i;

	for (i = 0; i < cell->distinct; i++)
		if (cell->counts[i].value >= low && cell->counts[i].value <= high)
			within += cell->counts[i].count;
	limits = proportion_wilson(within, (int64_t)cell->n, study_load()->confidence);
	result.status = result_status(limits.status);
	result.estimate = limits.estimate;
	result.conf_low = limits.conf_low;
	result.conf_high = limits.conf_high;
	return result;
}

struct statistic statistic_share(const struct cell *cell, int64_t low, int64_t high)
{
	struct derived derived = { true, 1, low, high };
	struct statistic result = statistic_none(study_weighted() ? "survey_logit" : "cr2_logit");
	struct contrast share;

	if (!has_villages() && !study_weighted())
		return wilson_share(cell, low, high);
	share = share_limits(cell_mean(cell, &derived, &result.note), study_load()->confidence);
	statistic_take(&result, cell, &share);
	if (result.status == RESULT_ZERO_VAR && (share.estimate <= 0 || share.estimate >= 1)) {
		result.status = RESULT_NO_EVENTS;
		result.refusal = no_events;
	}
	return result;
}

/* ---- means ---- */

struct statistic statistic_mean(const struct cell *cell)
{
	struct derived derived = { false, 1, INT64_MIN, INT64_MAX };
	struct statistic result = statistic_none(study_weighted() ? "survey_t" : "cr2_t");
	struct contrast mean = cell_mean(cell, &derived, &result.note);

	statistic_take(&result, cell, &mean);
	return result;
}

enum { PERCENT = 100 };

struct cut cut_of(const struct people *people, size_t indicator, const struct division *everybody)
{
	struct cut cut = { .known = false };

	for (cut.round = 0; cut.round < people->rounds; cut.round++) {
		struct cell cell = cell_of(people, indicator, cut.round, ALL_ARMS, everybody);

		cut.known = counts_cut(cell.counts, cell.distinct, 1, PERCENT, &cut.low) &&
			counts_cut(cell.counts, cell.distinct, PERCENT - 1, PERCENT, &cut.high);
		if (cut.known)
			break;
	}
	return cut;
}

struct statistic statistic_winsorised(const struct cell *cell, const struct cut *cut)
{
	struct derived derived = { false, PERCENT, cut->low, cut->high };
	struct statistic result = statistic_none(study_weighted() ? "survey_t" : "cr2_t");
	struct contrast mean = cell_mean(cell, &derived, &result.note);
	const char *round;

	statistic_take(&result, cell, &mean);
	if (!cut->known)
		return result;
	round = rounds_load()->list[cut->round].name;
	note_add(&result.note,
		(struct text){
			keep_format("What lies beyond the 1st and 99th percentile of round %s (all "
				    "arms, unweighted) counts as these.",
				round),
			keep_format("Nilai di luar persentil ke-1 dan ke-99 putaran %s (semua "
				    "kelompok, tanpa bobot) dihitung sebesar persentil itu.",
				round) });
	return result;
}

/* ---- jackknife ---- */

static int compare_values(const void *left, const void *right)
{
	const struct spread_value *a = left, *b = right;

	if (a->value != b->value)
		return a->value > b->value ? 1 : -1;
	if (a->weight != b->weight)
		return a->weight > b->weight ? 1 : -1;
	return (a->cluster > b->cluster) - (a->cluster < b->cluster);
}

static const struct spread_value *values_of(const struct cell *cell)
{
	static struct spread_value *values;
	static size_t capacity;
	const size_t *villages = cell_villages(cell);
	size_t i;

	values = grow(values, &capacity, cell->n + 1, sizeof(*values));
	for (i = 0; i < cell->n; i++)
		values[i] = (struct spread_value){ (double)cell->values[i] / (double)cell->scale,
			(double)row_weight(cell->people, cell->rows[i]), villages[i] };
	qsort(values, cell->n, sizeof(*values), compare_values);
	return values;
}

static struct statistic jackknifed(const struct cell *cell,
	struct spread (*function)(const struct spread_value *values, size_t n,
		struct spread_cluster *room, double *replicates, size_t clusters))
{
	static struct spread_cluster *room;
	static double *replicates;
	static size_t room_capacity, replicate_capacity;
	static const struct text without_strata = {
		"The jackknife leaves strata out, which errs on the safe side.",
		"Jackknife tanpa strata; selangnya cenderung lebih lebar.",
	};
	struct statistic result = statistic_none("jackknife");
	struct contrast contrast;
	struct spread spread;

	room = grow(room, &room_capacity, cell->villages + 1, sizeof(*room));
	replicates = grow(replicates, &replicate_capacity, cell->villages + 1, sizeof(*replicates));
	spread = function(values_of(cell), cell->n, room, replicates, cell->villages);
	contrast = spread.status == STAT_OK
		? jackknife(spread.estimate, replicates, cell->villages, study_load()->confidence)
		: contrast_refuse(spread.estimate, spread.status);
	statistic_take(&result, cell, &contrast);
	if (result.status == RESULT_OK && result.conf_low < 0)
		result.conf_low = 0;
	if (study_weighted() && study_load()->stratum.count > 0)
		note_add(&result.note, without_strata);
	return result;
}

static struct statistic without_sum(struct statistic result)
{
	static const struct text none = { "Nobody has anything (all values are 0).",
		"Tidak seorang pun punya (semua nilai 0)." };

	if (result.status == RESULT_NO_EVENTS)
		result.refusal = none;
	return result;
}

struct statistic statistic_gini(const struct cell *cell)
{
	struct statistic result;

	if (cell->distinct > 0 && cell->counts[0].value < 0) {
		result = statistic_none("jackknife");
		result.status = RESULT_NEGATIVE;
		return result;
	}
	result = jackknifed(cell, gini_of);
	if (result.status == RESULT_OK && result.conf_high > 1)
		result.conf_high = 1;
	return without_sum(result);
}

struct statistic statistic_variance_ratio(const struct cell *cell)
{
	return without_sum(jackknifed(cell, variance_ratio_of));
}
