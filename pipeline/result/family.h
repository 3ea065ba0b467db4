/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which tests are judged together. */
#ifndef RESULT_FAMILY_H
#define RESULT_FAMILY_H

#include "study/study.h"

enum family_rule { FAMILY_NONE, FAMILY_HOLM, FAMILY_BH };

/* The family of an indicator's tests of a group ("": everybody), by name, and how it is adjusted. Primary
 * indicators of the goals of a kind: Holm. The others of a goal: Benjamini-Hochberg, and likewise all
 * of a goal for each group of people. The options of a question with several answers are a family of
 * their own: Holm. Goals of harm have none, since adjusting would hide harm; `*name` is then left. */
enum family_rule family_of(const struct indicator *indicator, const char *group,
	const char *group_value, const char **name);

/* Families are apart for each contrast, pair of rounds and arm: the text that tells one of them. NULL
 * is as good as "". */
const char *family_key(const char *name, const char *contrast, const char *round_from,
	const char *round_to, const char *arm);

#endif
