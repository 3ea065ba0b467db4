/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call rounds and groups; arms: arm_label(). */
#ifndef DRAWING_LABELS_H
#define DRAWING_LABELS_H

#include "kit/kit.h"

/* A round's label; its name where rounds.csv has none of that name. */
struct text round_label(struct value name);

/* A value of a group by its list: "Perempuan" and "Women"; "sex 2" where none is listed, "" for
 * everybody. groups_load() must have been called. */
struct text group_label(const char *group, const char *value);

#endif
