/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks along the plan who declared a table's columns. */
#include "declared.h"

#include <string.h>

/* The step that made the columns of this one's table, or NO_NAME. */
static size_t maker(const struct plan *plan, size_t number)
{
	const struct step *step = &plan->steps[number];
	size_t i;

	for (i = 0; step->description != NULL && i < step->description->count; i++)
		if (strcmp(step->description->rows[i].kind, "makes") == 0)
			return number;
	if (step->description == NULL || step->input_count == 0)
		return NO_NAME;
	return maker(plan, step->inputs[0].step);
}

const struct described *declared_column(const struct plan *plan, size_t step, const char *column)
{
	size_t from = maker(plan, step);

	return from == NO_NAME ? NULL : described(plan->steps[from].description, "makes", column);
}

struct text declared_purpose(const struct plan *plan, size_t step)
{
	size_t from = maker(plan, step);
	const struct described *stage =
		from == NO_NAME ? NULL : described(plan->steps[from].description, "stage", NULL);

	return stage == NULL ? (struct text){ "", "" } : stage->meaning;
}
