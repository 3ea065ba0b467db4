/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparison of floating-point results in unit tests. */
#ifndef TESTS_CLOSE_H
#define TESTS_CLOSE_H

/* clang-format off: cmocka.h needs these three before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
/* clang-format on */
#include <cmocka.h>
#include <math.h>

/* got equals want: both NaN, or |got - want| <= relative_tolerance * |want| (so 0 and infinities
 * must be met exactly, and so must everything with a tolerance of 0). */
static inline void assert_close_at(
	double got, double want, double relative_tolerance, const char *file, int line)
{
	if (isnan(got) && isnan(want))
		return;
	if (got >= want && got <= want)
		return;
	if (isfinite(got) && isfinite(want) && fabs(got - want) <= relative_tolerance * fabs(want))
		return;
	print_error(
		"got %.17g, want %.17g (relative tolerance %g)\n", got, want, relative_tolerance);
	_fail(file, line);
}

#define assert_close(got, want, relative_tolerance) \
	assert_close_at(got, want, relative_tolerance, __FILE__, __LINE__)

#endif
