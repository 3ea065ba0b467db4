/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stages that read a study begin with. */
#include "study/begin.h"

#include "study/frozen.h"

const char *const study_tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv",
	"goals.csv", "indicators.csv", "groups.csv", NULL };

const char *const planned_tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv",
	"goals.csv", "indicators.csv", "groups.csv", "frozen.csv", NULL };

void study_begin(const struct reader *input)
{
	(void)input;
	study_load();
	rounds_load();
	indicators_load();
	groups_load();
	stop_on_faults();
}

void planned_begin(const struct reader *input)
{
	frozen_load();
	study_begin(input);
}
