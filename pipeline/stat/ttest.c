/* SPDX-License-Identifier: GPL-3.0-or-later */
/* t-tests from summaries of one or two samples. */
#include "stat/ttest.h"

#include <math.h>

#include "stat/compensated.h"

static struct contrast too_few(double estimate)
{
	return contrast_refuse(isfinite(estimate) ? estimate : (double)NAN, STAT_TOO_FEW);
}

struct contrast ttest_one_sample(struct sample_summary sample, double reference, double confidence)
{
	double estimate = sample.mean - reference;

	if (!(sample.n >= 2))
		return too_few(estimate);
	return contrast_complete(
		estimate, sample.std_dev / sqrt(sample.n), sample.n - 1, confidence);
}

struct contrast ttest_welch(struct sample_summary a, struct sample_summary b, double confidence)
{
	double estimate = a.mean - b.mean;
	double part_a = a.std_dev * a.std_dev / a.n;
	double part_b = b.std_dev * b.std_dev / b.n;
	double variance = part_a + part_b;
	double df;

	if (!(a.n >= 2 && b.n >= 2))
		return too_few(estimate);
	df = variance * variance / (part_a * part_a / (a.n - 1) + part_b * part_b / (b.n - 1));
	return contrast_complete(estimate, sqrt(variance), df, confidence);
}

struct contrast ttest_pooled(struct sample_summary a, struct sample_summary b, double confidence)
{
	double estimate = a.mean - b.mean;
	double df = a.n + b.n - 2;
	double squares = (a.n - 1) * a.std_dev * a.std_dev + (b.n - 1) * b.std_dev * b.std_dev;

	if (!(a.n >= 2 && b.n >= 2))
		return too_few(estimate);
	return contrast_complete(
		estimate, sqrt(squares / df * (1 / a.n + 1 / b.n)), df, confidence);
}

struct sample_summary ttest_summarise(const double *values, size_t count)
{
	struct sample_summary summary = { (double)count, (double)NAN, (double)NAN };
	struct compensated sum = { 0, 0 };
	struct compensated squares = { 0, 0 };

	if (count == 0)
		return summary;
	for (size_t i = 0; i < count; i++)
		compensated_add(&sum, values[i]);
	summary.mean = compensated_total(&sum) / (double)count;
	if (count == 1)
		return summary;
	for (size_t i = 0; i < count; i++) {
		double distance = values[i] - summary.mean;

		compensated_add(&squares, distance * distance);
	}
	summary.std_dev = sqrt(compensated_total(&squares) / (double)(count - 1));
	return summary;
}

struct contrast ttest_cluster_means(const double *means, size_t count, double confidence)
{
	struct contrast result = ttest_one_sample(ttest_summarise(means, count), 0, confidence);

	result.clusters = count;
	return result;
}

struct contrast ttest_cluster_means_pooled(
	const double *a, size_t count_a, const double *b, size_t count_b, double confidence)
{
	struct sample_summary summary_a = ttest_summarise(a, count_a);
	struct sample_summary summary_b = ttest_summarise(b, count_b);
	struct contrast result = ttest_pooled(summary_a, summary_b, confidence);

	result.clusters = count_a + count_b;
	return result;
}

struct contrast ttest_cluster_means_welch(
	const double *a, size_t count_a, const double *b, size_t count_b, double confidence)
{
	struct sample_summary summary_a = ttest_summarise(a, count_a);
	struct sample_summary summary_b = ttest_summarise(b, count_b);
	struct contrast result = ttest_welch(summary_a, summary_b, confidence);

	result.clusters = count_a + count_b;
	return result;
}
