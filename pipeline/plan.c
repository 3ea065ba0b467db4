/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the chain a plan: all steps found and bound, each behind what it reads. */
#include "plan.h"

#include <string.h>
#include <strings.h>

#include "chain.h"
#include "guard.h"
#include "step.h"

static void check_products(const struct plan *plan)
{
	const struct step *step, *other;

	for (step = plan->steps; step < plan->steps + plan->count; step++)
		for (other = plan->steps; other < plan->steps + plan->count; other++)
			if (step->rejects && other != step &&
				(strcasecmp(step->products[1].name, other->name) == 0 ||
					(other < step && other->rejects &&
						strcasecmp(step->products[1].name,
							other->products[1].name) == 0)))
				fault(&other->place,
					SAY("step '%s' already makes a table '%s'",
						"langkah '%s' sudah membuat tabel '%s'"),
					step->name, step->products[1].name);
}

static bool ready(const struct step *step, const size_t *place)
{
	size_t i;

	for (i = 0; i < step->input_count; i++)
		if (place[step->inputs[i].step] == NO_NAME)
			return false;
	return true;
}

/* Puts each step behind all that it reads, otherwise as the chain has them. */
static void put_in_order(struct plan *plan)
{
	struct step *sorted = keep((plan->count + 1) * sizeof(*sorted));
	size_t *place = keep((plan->count + 1) * sizeof(*place)), done = 0, i, j;

	for (i = 0; i < plan->count; i++)
		place[i] = NO_NAME;
	for (i = 0; i < plan->count; i++) {
		if (place[i] != NO_NAME || !ready(&plan->steps[i], place))
			continue;
		place[i] = done;
		sorted[done++] = plan->steps[i];
		i = NO_NAME; /* from the start again: earlier steps may be ready now */
	}
	for (i = 0; i < plan->count; i++)
		if (place[i] == NO_NAME)
			fault(&plan->steps[i].place,
				SAY("steps go round in a circle: '%s' never gets its tables",
					"langkah-langkah berputar: '%s' tidak pernah mendapat "
					"tabelnya"),
				plan->steps[i].name);
	for (i = 0; i < done; i++)
		for (j = 0; j < sorted[i].input_count; j++)
			sorted[i].inputs[j].step = place[sorted[i].inputs[j].step];
	plan->steps = sorted;
	plan->count = done;
}

struct plan *plan_load(bool allow_programs)
{
	size_t before = fault_count(), i;
	struct chain chain = chain_load();
	struct plan *plan = keep(sizeof(*plan));

	plan->steps = keep((chain.count + 1) * sizeof(*plan->steps));
	plan->count = chain.count;
	for (i = 0; i < chain.count; i++)
		step_find(&plan->steps[i], &chain.links[i], allow_programs);
	check_products(plan);
	for (i = 0; i < chain.count; i++)
		step_bind(plan, &chain, &plan->steps[i], &chain.links[i]);
	if (fault_count() > before)
		return NULL;
	put_in_order(plan);
	if (fault_count() == before)
		guard_check(plan);
	return fault_count() > before ? NULL : plan;
}

const char *published_folder(enum step_kind kind)
{
	if (makes_tables(kind))
		return "tables/";
	return kind == STEP_CHART ? "charts/" : "";
}

size_t plan_find(const struct plan *plan, const char *name)
{
	size_t i;

	for (i = 0; i < plan->count; i++)
		if (strcmp(plan->steps[i].name, name) == 0)
			return i;
	return NO_NAME;
}

void plan_mark_followers(const struct plan *plan, size_t step, bool *marked)
{
	size_t i, j;

	marked[step] = true;
	for (i = step + 1; i < plan->count; i++)
		for (j = 0; j < plan->steps[i].input_count; j++)
			marked[i] = marked[i] || marked[plan->steps[i].inputs[j].step];
}
