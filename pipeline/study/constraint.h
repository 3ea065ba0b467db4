/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The range of answers that a form's constraint states. */
#ifndef STUDY_CONSTRAINT_H
#define STUDY_CONSTRAINT_H

/* Reads `. >= 0 and . <= 10` and its like: comparisons of `.` with a number by < <= > >= =, joined
 * by `and`, the number on either side, parentheses around a comparison or the whole. A strict bound
 * becomes the nearest double inside it. What else a constraint may say (or, regex, other questions)
 * is left alone: both bounds are then NaN, as they are where a side is open. */
void constraint_range(const char *constraint, double *minimum, double *maximum);

#endif
