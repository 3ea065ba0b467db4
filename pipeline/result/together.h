/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests by villages' signs that wait until their whole family is known, to be judged together. */
#ifndef RESULT_TOGETHER_H
#define RESULT_TOGETHER_H

#include "result/checks.h"

/* Keeps the test of a frame of everybody for its family; `single` is check_signs(frame, FLIP_T). One
 * that is not `shown` (since it is not to be published) is no member of the family, and neither is one
 * that is refused: their rows come all the same. Nothing is kept of goals of harm, which have no
 * families. */
void together_hold(const struct frame *frame, const struct comparison *single, bool shown);

/* Judges all families (resample_family); how many rows were kept. */
size_t together_judge(void);

/* Writes a row, in the order of keeping, as comparison_put_cells does; the method is max_t. What was gone
 * through, with a status, for more columns. */
struct resampled together_put(size_t row);

#endif
