/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roots of symmetric 3 x 3 matrices. */
#ifndef STAT_ROOT_H
#define STAT_ROOT_H

enum { ROOT_SIZE = 3 };

/* result = (I - S)^(-1/2) vector, S (`products`) symmetric with eigenvalues from 0 to 1: what CR2
 * multiplies a cluster's residuals by (Bell and McCaffrey 2002). Along an eigenvector whose eigenvalue
 * is 1 the result is 0, as the Moore-Penrose inverse has it. */
void root_of_rest(double products[ROOT_SIZE][ROOT_SIZE], const double vector[ROOT_SIZE],
	double result[ROOT_SIZE]);

#endif
