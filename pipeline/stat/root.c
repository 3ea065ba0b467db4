/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roots of symmetric 3 x 3 matrices, from their eigenvectors by Jacobi's rotations. */
#include "stat/root.h"

#include <math.h>

enum { SWEEPS = 30 };

/* One rotation of Jacobi's method: makes matrix[p][q] zero. */
static void rotate(double matrix[ROOT_SIZE][ROOT_SIZE], double vectors[ROOT_SIZE][ROOT_SIZE],
	size_t p, size_t q)
{
	double cotangent, tangent, c, s;
	size_t i;

	if (fabs(matrix[p][q]) < 1e-300)
		return;
	cotangent = (matrix[p][p] - matrix[q][q]) / (2 * matrix[p][q]); /* of twice the angle */
	tangent = copysign(1 / (fabs(cotangent) + hypot(1, cotangent)), cotangent);
	c = 1 / hypot(1, tangent);
	s = tangent * c;
	for (i = 0; i < ROOT_SIZE; i++) {
		double a = matrix[i][p], b = matrix[i][q];

		matrix[i][p] = c * a + s * b;
		matrix[i][q] = c * b - s * a;
		a = vectors[i][p];
		b = vectors[i][q];
		vectors[i][p] = c * a + s * b;
		vectors[i][q] = c * b - s * a;
	}
	for (i = 0; i < ROOT_SIZE; i++) {
		double a = matrix[p][i], b = matrix[q][i];

		matrix[p][i] = c * a + s * b;
		matrix[q][i] = c * b - s * a;
	}
}

void root_of_rest(double products[ROOT_SIZE][ROOT_SIZE], const double vector[ROOT_SIZE],
	double result[ROOT_SIZE])
{
	double vectors[ROOT_SIZE][ROOT_SIZE] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
	double matrix[ROOT_SIZE][ROOT_SIZE];
	size_t i, j, sweep;

	for (i = 0; i < ROOT_SIZE; i++)
		for (j = 0; j < ROOT_SIZE; j++)
			matrix[i][j] = products[i][j];
	for (sweep = 0; sweep < SWEEPS; sweep++) {
		double size = fabs(matrix[0][1]) + fabs(matrix[0][2]) + fabs(matrix[1][2]);

		if (size < 1e-18)
			break;
		rotate(matrix, vectors, 0, 1);
		rotate(matrix, vectors, 0, 2);
		rotate(matrix, vectors, 1, 2);
	}
	for (i = 0; i < ROOT_SIZE; i++)
		result[i] = 0;
	for (j = 0; j < ROOT_SIZE; j++) {
		double rest = 1 - matrix[j][j], along = 0;

		if (rest <= 1e-12)
			continue;
		for (i = 0; i < ROOT_SIZE; i++)
			along += vectors[i][j] * vector[i];
		for (i = 0; i < ROOT_SIZE; i++)
			result[i] += vectors[i][j] * along / sqrt(rest);
	}
}
