/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows tables of people through the plan, up to where they are protected. */
#include "guard.h"

#include <string.h>

#include "kit/kit.h"
#include "step.h"
#include "study/study.h"

/* Tables that hold people, or add up to people. */
static const char *const confidential[] = { "ingest", "norms", "score", "tally", "merge", "panel",
	"protect", "villages", "village_sheets", NULL };
/* Tables that show every cell. */
static const char *const unprotected[] = { "estimate", "compare", "resample", "attrition",
	"balance", "flow", "power", "progress", "distribution", "bounds", "trend", "gap",
	"reliability", "heterogeneity", "harm", "multidimensional", NULL };

static bool lists(const char *const *list, const char *stage)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, stage) == 0)
			return true;
	return false;
}

bool guard_confidential(const char *stage)
{
	return lists(confidential, stage);
}

bool guard_unprotected(const char *stage)
{
	return lists(unprotected, stage);
}

static bool is_published(const struct step *step)
{
	size_t i;

	for (i = 0; i < step->product_count; i++)
		if (step->products[i].published)
			return true;
	return false;
}

/* Whether what a step makes may show too few people; `bare` says so of those before it. */
static bool is_bare(const struct plan *plan, const struct step *step, const bool *bare)
{
	bool may = guard_confidential(step->stage) || guard_unprotected(step->stage);
	size_t i;

	if (strcmp(step->stage, "withhold") == 0 || step->kind == STEP_PROGRAM)
		return false;
	for (i = 0; !may && i < step->input_count; i++)
		if (step->inputs[i].with != NULL &&
			strcmp(plan->steps[step->inputs[i].step].stage, "protect") == 0)
			return false; /* it leaves those cells out by itself */
	for (i = 0; i < step->input_count; i++)
		may |= bare[step->inputs[i].step];
	return may;
}

/* The first bare table that a step is made of; its own where there is none. */
static const char *bare_name(const struct plan *plan, const struct step *step, const bool *bare)
{
	size_t i;

	for (i = 0; i < step->input_count; i++)
		if (bare[step->inputs[i].step])
			return plan->steps[step->inputs[i].step]
				.products[step->inputs[i].product]
				.name;
	return step->name;
}

void guard_check(const struct plan *plan)
{
	bool *bare = keep((plan->count + 1) * sizeof(*bare));
	size_t i;

	for (i = 0; i < plan->count; i++) {
		const struct step *step = &plan->steps[i];
		struct place at = step_place(step, "publish", step->name);

		bare[i] = is_bare(plan, step, bare);
		if (!bare[i] || !is_published(step) || study_load()->min_people == 0)
			continue;
		fault(&at,
			SAY("this may show too few people: '%s', which it is made of, has not gone "
			    "through 'withhold'",
				"ini bisa memperlihatkan terlalu sedikit orang: '%s', bahannya, "
				"belum melewati 'withhold'"),
			bare_name(plan, step, bare));
		bare[i] = false; /* said once */
	}
}
