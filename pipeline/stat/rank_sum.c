/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mann-Whitney and Brunner-Munzel tests of two tables of counted values. */
#include "stat/rank.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "stat/distribution.h"
#include "stat/moments.h"
#include "stat/ttest.h"

/* The two tables, read together in ascending order of value. */
struct merged {
	const struct value_count *a;
	const struct value_count *b;
	size_t left_a;
	size_t left_b;
};

/* People of each group at one distinct value. */
struct tied {
	int64_t a;
	int64_t b;
};

static bool next_tied(struct merged *merged, struct tied *tied)
{
	bool take_a = merged->left_a > 0;
	bool take_b = merged->left_b > 0;

	*tied = (struct tied){ 0, 0 };
	if (take_a && take_b) {
		int64_t a = merged->a->value;
		int64_t b = merged->b->value;

		take_a = a <= b;
		take_b = b <= a;
	}
	if (take_a) {
		tied->a = merged->a++->count;
		merged->left_a--;
	}
	if (take_b) {
		tied->b = merged->b++->count;
		merged->left_b--;
	}
	return take_a || take_b;
}

struct groups {
	struct merged start;
	int64_t n_a;
	int64_t n_b;
};

/* Checks both tables; fewest is how many people each group must have. */
static enum stat_status judge(const struct value_count *a, size_t size_a,
	const struct value_count *b, size_t size_b, int64_t fewest, struct groups *groups)
{
	struct merged merged = { a, b, size_a, size_b };
	struct tied tied;
	int64_t n;

	*groups = (struct groups){ .start = merged };
	if (!counts_are_sound(a, size_a) || !counts_are_sound(b, size_b))
		return STAT_BAD_INPUT;
	groups->n_a = counts_total(a, size_a);
	groups->n_b = counts_total(b, size_b);
	if (groups->n_a < fewest || groups->n_b < fewest)
		return STAT_TOO_FEW;
	if (groups->n_a > INT32_MAX || groups->n_b > INT32_MAX - groups->n_a)
		return STAT_OVERFLOW;
	n = groups->n_a + groups->n_b;
	while (next_tied(&merged, &tied))
		if (tied.a + tied.b == n)
			return STAT_ALL_TIES;
	return STAT_OK;
}

/* Largest doubled rank sum that `chosen` of n people can have. */
static int64_t largest_sum(int64_t chosen, int64_t n)
{
	return chosen * (2 * n - chosen + 1);
}

static int64_t fewer(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

size_t rank_workspace(int64_t n_a, int64_t n_b)
{
	int64_t chosen = fewer(n_a, n_b);

	if (chosen < 1 || n_a > MANN_WHITNEY_EXACT_MAX || n_b > MANN_WHITNEY_EXACT_MAX - n_a)
		return 0;
	return (size_t)((chosen + 1) * (largest_sum(chosen, n_a + n_b) + 1));
}

/* ways[j][s] = number of ways to choose j people with doubled rank sum s; one person joins. */
static void add_person(uint64_t *ways, int64_t chosen, int64_t width, int64_t rank)
{
	for (int64_t j = chosen; j > 0; j--) {
		uint64_t *with = ways + j * width;
		const uint64_t *without = with - width;

		for (int64_t s = width - 1; s >= rank; s--)
			with[s] += without[s - rank];
	}
}

/* P(|U - E| >= |u - E|) over all choices of the smaller group; `far` is the doubled |u - E|. */
static double exact_p(const struct groups *groups, int64_t far, uint64_t *ways)
{
	struct merged merged = groups->start;
	int64_t n = groups->n_a + groups->n_b;
	int64_t chosen = fewer(groups->n_a, groups->n_b);
	int64_t width = largest_sum(chosen, n) + 1;
	int64_t ranked = 0;
	uint64_t extreme = 0;
	uint64_t all = 0;
	struct tied tied;

	memset(ways, 0, (size_t)((chosen + 1) * width) * sizeof *ways);
	ways[0] = 1;
	while (next_tied(&merged, &tied)) {
		int64_t count = tied.a + tied.b;

		for (int64_t i = 0; i < count; i++)
			add_person(ways, chosen, width, 2 * ranked + count + 1);
		ranked += count;
	}
	for (int64_t s = 0; s < width; s++) {
		int64_t distance = s - chosen * (n + 1);

		all += ways[chosen * width + s];
		if (distance >= far || distance <= -far)
			extreme += ways[chosen * width + s];
	}
	return (double)extreme / (double)all;
}

static double two_sided(double distance, double correction, double variance)
{
	return normal_p_value(fmax(0, fabs(distance) - correction) / sqrt(variance));
}

/* Fills everything but the exact p and returns doubled U minus its doubled expectation. */
static int64_t fill_mann_whitney(const struct groups *groups, struct mann_whitney *result)
{
	struct merged merged = groups->start;
	double pairs = (double)groups->n_a * (double)groups->n_b;
	double n = (double)(groups->n_a + groups->n_b);
	int64_t doubled_u = 0;
	int64_t below_b = 0;
	int64_t far;
	double ties = 0;
	double variance;
	struct tied tied;

	while (next_tied(&merged, &tied)) {
		double t = (double)(tied.a + tied.b);

		doubled_u += tied.a * (2 * below_b + tied.b);
		below_b += tied.b;
		ties += (t * t - 1) * t;
	}
	far = doubled_u - groups->n_a * groups->n_b;
	variance = pairs / 12 * (n + 1 - ties / (n * (n - 1)));
	result->u = (double)doubled_u / 2;
	result->theta = result->u / pairs;
	result->cliff = (double)far / pairs;
	result->p_normal = two_sided((double)far / 2, 0, variance);
	result->p_corrected = two_sided((double)far / 2, 0.5, variance);
	return far;
}

struct mann_whitney rank_mann_whitney(const struct value_count *a, size_t size_a,
	const struct value_count *b, size_t size_b, uint64_t *work)
{
	const double nan = (double)NAN;
	struct mann_whitney result = { nan, 0, 0, nan, nan, nan, nan, nan, STAT_OK };
	struct groups groups;
	int64_t far;

	result.status = judge(a, size_a, b, size_b, 1, &groups);
	result.n_a = groups.n_a;
	result.n_b = groups.n_b;
	if (result.status != STAT_OK)
		return result;
	far = fill_mann_whitney(&groups, &result);
	if (work && rank_workspace(groups.n_a, groups.n_b) > 0)
		result.p_exact = exact_p(&groups, far < 0 ? -far : far, work);
	return result;
}

/* Exact sums of a group's doubled placements: twice the people of the other group below, plus
 * those level. */
struct placements {
	struct exact sum;
	struct exact squares;
};

static void place(struct placements *placements, int64_t people, int64_t placement)
{
	struct exact sum = exact_from_int128((int128)people * placement);
	struct exact square;

	exact_multiply_int64(sum, placement, &square);
	exact_add(placements->sum, sum, &placements->sum);
	exact_add(placements->squares, square, &placements->squares);
}

/* Mean and spread of placements as shares of the other group's people. */
static struct sample_summary summarise(
	const struct placements *placements, int64_t n, int64_t others)
{
	struct moments moments =
		moments_from_sums(n, placements->sum, placements->squares, 2 * others);
	struct sample_summary summary = { moments.n, moments.mean, moments.std_dev };

	return summary;
}

struct contrast rank_brunner_munzel(const struct value_count *a, size_t size_a,
	const struct value_count *b, size_t size_b, double confidence)
{
	struct placements places_a = { { { 0 } }, { { 0 } } };
	struct placements places_b = { { { 0 } }, { { 0 } } };
	struct contrast result;
	struct contrast welch;
	struct groups groups;
	struct tied below = { 0, 0 };
	struct tied tied;
	struct sample_summary summary_a;
	enum stat_status status = judge(a, size_a, b, size_b, 2, &groups);

	if (status != STAT_OK)
		return contrast_refuse(status == STAT_ALL_TIES ? 0.5 : (double)NAN, status);
	while (next_tied(&groups.start, &tied)) {
		place(&places_a, tied.a, 2 * below.b + tied.b);
		place(&places_b, tied.b, 2 * below.a + tied.a);
		below.a += tied.a;
		below.b += tied.b;
	}
	summary_a = summarise(&places_a, groups.n_a, groups.n_b);
	/* theta minus its complement: same standard error and df, twice the distance from 1/2 */
	welch = ttest_welch(summary_a, summarise(&places_b, groups.n_b, groups.n_a), confidence);
	result = contrast_complete(summary_a.mean - 0.5, welch.std_error, welch.df, confidence);
	if (welch.status != STAT_OK)
		result = contrast_refuse(
			0, welch.status == STAT_ZERO_VAR ? STAT_NO_OVERLAP : welch.status);
	result.estimate = summary_a.mean;
	result.conf_low += 0.5;
	result.conf_high += 0.5;
	return result;
}
