/* SPDX-License-Identifier: GPL-3.0-or-later */
/* targets.csv: what an indicator is meant to reach in a round, agreed before the follow-up. */
#ifndef STUDY_TARGETS_H
#define STUDY_TARGETS_H

#include "study/study.h"

struct target {
	size_t indicator;                /* index into indicators */
	const char *round_name;          /* as written */
	size_t round;                    /* index into rounds; NO_NAME for a round still to come */
	const char *arm;                 /* "": each programme arm */
	const char *group, *group_value; /* both "": everybody */
	double value;                    /* in the indicator's units; shares from 0 to 1 */
	const char *note;                /* the study's own remark on this row, "" where none */
	struct place place;
};

struct targets {
	size_t count;
	const struct target *list;
};

/*
 * The targets in the order of their table; none where the file is absent. Faults: an indicator that
 * does not stand in indicators.csv; the baseline as its round; an arm that neither the list `arm` of
 * choices.csv nor clusters.csv knows, where one of them names arms; a group that does not stand in
 * groups.csv, one without a value, or a value that its list lacks; a target that is missing or
 * beyond the indicator's scale; the same target twice. A round that rounds.csv does not have is one
 * still to come; who checks a study is told so.
 */
const struct targets *targets_load(void);

/* By which name frozen.csv knows a target: indicator and round, then arm, group and value where
 * they are said. */
const char *target_name(const char *indicator, const char *round, const char *arm,
	const char *group, const char *group_value);

#endif
