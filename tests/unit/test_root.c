/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roots of 3 x 3 matrices: twice the root is the inverse, and nothing goes along what is used up. */
#include "close.h"

#include <math.h>

#include "stat/root.h"

static void of_a_diagonal(void **state)
{
	double products[3][3] = { { 0.75, 0, 0 }, { 0, 0, 0 }, { 0, 0, 1 } };
	const double vector[3] = { 3, 5, 7 };
	double result[3];

	(void)state;
	root_of_rest(products, vector, result);
	assert_close(result[0], 6, 1e-15);
	assert_close(result[1], 5, 1e-15);
	assert_true(result[2] == 0);
}

/* (I - S) times the root of the root must give the vector back. */
static void twice_is_the_inverse(void **state)
{
	static const double rows[][3] = { { 0.3, 0.2, 0.1 }, { 0.5, -0.4, 0 },
		{ 0.01, 0.6, -0.6 } };
	const double vector[3] = { 1, -2, 0.5 };
	double products[3][3] = { { 0 } }, once[3], twice[3];
	size_t g, i, j;

	(void)state;
	for (g = 0; g < 3; g++)
		for (i = 0; i < 3; i++)
			for (j = 0; j < 3; j++)
				products[i][j] += 0.5 * rows[g][i] * rows[g][j];
	root_of_rest(products, vector, once);
	root_of_rest(products, once, twice);
	for (i = 0; i < 3; i++) {
		double back = twice[i];

		for (j = 0; j < 3; j++)
			back -= products[i][j] * twice[j];
		assert_close(back, vector[i], 1e-13);
	}
}

/* S = u u' with |u| = 1 uses up the direction u: what remains is the part of the vector across it. */
static void nothing_along_what_is_used_up(void **state)
{
	const double u[3] = { 2.0 / 3, -1.0 / 3, 2.0 / 3 }, vector[3] = { 1, 2, 3 };
	double products[3][3], result[3], along = 0;
	size_t i, j;

	(void)state;
	for (i = 0; i < 3; i++) {
		for (j = 0; j < 3; j++)
			products[i][j] = u[i] * u[j];
		along += u[i] * vector[i];
	}
	root_of_rest(products, vector, result);
	for (i = 0; i < 3; i++)
		assert_close(result[i], vector[i] - along * u[i], 1e-13);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_a_diagonal),
		cmocka_unit_test(twice_is_the_inverse),
		cmocka_unit_test(nothing_along_what_is_used_up),
	};

	return cmocka_run_group_tests_name("root", tests, NULL, NULL);
}
