/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many people stand behind the results of the goals' main indicators. */
#include "drawing/flow_analysed.h"

static bool is_main(size_t which)
{
	const struct indicators *indicators = indicators_load();
	size_t first = NO_NAME, i;

	for (i = 0; i < indicators->count; i++)
		if (indicators->list[i].goal == indicators->list[which].goal &&
			(first == NO_NAME ||
				(indicators->list[i].primary && !indicators->list[first].primary)))
			first = i;
	return first == which;
}

struct analysed flow_analysed(bool panel, size_t round, const char *arm)
{
	struct analysed analysed = { 0, 0, 0 };
	size_t i;

	for (i = 0; i < indicators_load()->count; i++) {
		const struct step *step = panel ? step_find("pairs", 0, round, arm, i)
						: step_find("value", NO_NAME, round, arm, i);

		if (!is_main(i) || step == NULL || step->withheld || step->out == 0)
			continue;
		if (analysed.count == 0 || step->out < analysed.least)
			analysed.least = step->out;
		if (step->out > analysed.most)
			analysed.most = step->out;
		analysed.count++;
	}
	return analysed;
}
