/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inverts a covariance matrix by Cholesky's method and sums its rows. */
#include "stat/index_weights.h"

#include <gsl/gsl_linalg.h>
#include <math.h>

/* The largest sum of absolute values of a row, which is that of a column: S is symmetric. */
static double norm(const double *matrix, size_t count)
{
	double largest = 0;
	size_t i, j;

	for (i = 0; i < count; i++) {
		double sum = 0;

		for (j = 0; j < count; j++)
			sum += fabs(matrix[i * count + j]);
		largest = fmax(largest, sum);
	}
	return largest;
}

static int all_finite(const double *matrix, size_t count)
{
	size_t i;

	for (i = 0; i < count * count; i++)
		if (!isfinite(matrix[i]))
			return 0;
	return 1;
}

/* False where it is not positive definite. GSL's error handler must be off. */
static int invert(double *matrix, size_t count)
{
	gsl_matrix_view view = gsl_matrix_view_array(matrix, count, count);

	return gsl_linalg_cholesky_decomp1(&view.matrix) == 0 &&
		gsl_linalg_cholesky_invert(&view.matrix) == 0;
}

static void take_weights(
	struct index_weights *result, const double *inverse, size_t count, double *weights)
{
	double total = 0;
	size_t i, j;

	for (i = 0; i < count; i++) {
		weights[i] = 0;
		for (j = 0; j < count; j++)
			weights[i] += inverse[i * count + j];
		total += weights[i];
	}
	for (i = 0; i < count; i++) {
		weights[i] /= total;
		result->negative += weights[i] < 0;
	}
}

struct index_weights index_weights(double *covariance, size_t count, double *weights)
{
	struct index_weights result = { INFINITY, 0, STAT_ZERO_VAR };
	double size;
	size_t i;

	for (i = 0; i < count; i++)
		weights[i] = NAN;
	if (count == 0 || !all_finite(covariance, count)) {
		result.status = count == 0 ? STAT_TOO_FEW : STAT_BAD_INPUT;
		return result;
	}
	size = norm(covariance, count);
	gsl_set_error_handler_off();
	if (!invert(covariance, count))
		return result;
	result.condition = size * norm(covariance, count);
	if (!(result.condition <= INDEX_WORST_CONDITION))
		return result;
	result.status = STAT_OK;
	take_weights(&result, covariance, count, weights);
	return result;
}
