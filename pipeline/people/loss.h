/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The share of people lost, and how it differs between two arms. */
#ifndef PEOPLE_LOSS_H
#define PEOPLE_LOSS_H

#include "people/sides.h"
#include "result/status.h"
#include "study/study.h"

/* With a status other than ok the estimate stands (it is a count of people) and nothing else does. */
struct loss {
	struct contrast result;
	const char *method;
	enum result_status status;
	struct text note;
};

/*
 * Both take sides to which each person was added as 1 (lost) or 0.
 *
 * loss_share: the share of OF_INTEREST that was lost. With villages the interval is that of CR2
 * with Satterthwaite df, cut at 0 and 1 (cr2_t); without, Wilson's.
 *
 * loss_difference: the share of OF_INTEREST minus that of COMPARED. With villages cr2_t of the 0/1
 * losses in two cells; without, Newcombe's interval and the score test (newcombe_score), or
 * Fisher's p where an expected count is below 5 (newcombe_fisher). NO_EVENTS where nobody, or
 * everybody, was lost on both sides.
 */
struct loss loss_share(struct sides *sides, const struct study *study);
struct loss loss_difference(struct sides *sides, const struct study *study);

/* How much was lost, compared in whole numbers: low below 5 %, high above 20 %. */
enum loss_level { LOSS_LOW, LOSS_DISCUSS, LOSS_HIGH, LOSS_LEVELS };
extern const char *const loss_level_names[LOSS_LEVELS];
enum loss_level loss_level(int64_t lost, int64_t of);
struct text loss_level_note(enum loss_level level);

#endif
