/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call rounds, groups and arms, and what is said behind a label. */
#ifndef DRAWING_LABELS_H
#define DRAWING_LABELS_H

#include "study/study.h"

/* A round's label; its name where rounds.csv has none of that name. */
struct text round_label(struct value name);

/* A value of a group by its list: "Perempuan" and "Women"; "sex 2" where none is listed, "" for
 * everybody. groups_load() must have been called. */
struct text group_label(const char *group, const char *value);

/* What an arm is called: its label in a list named arm, or its name. */
struct text arm_label(const char *arm);

/* A label, and behind it the arm where there are several. */
struct text label_of_arm(struct text label, const char *arm, bool several);

/* A label of an indicator or its goal; where no direction is good that is said behind it. */
struct text label_directed(struct text label, const struct indicator *indicator);

#endif
