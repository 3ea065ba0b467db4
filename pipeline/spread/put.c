/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes cells and their statistics. */
#include "spread/put.h"

#include <math.h>

#include "study/frozen.h"

void cell_put_keys(const struct cell *cell)
{
	const struct group *group = cell->division->group;

	put_string(output, rounds_load()->list[cell->round].name);
	put_string(output, arm_name(cell->people, cell->arm));
	put_string(output, group == NULL ? NULL : group->name);
	put_string(output, cell->division->value);
}

void statistic_put(const struct cell *cell, const struct statistic *statistic)
{
	const struct group *group = cell->division->group;
	bool limits = !isnan(statistic->conf_low) || !isnan(statistic->conf_high);
	struct text notes = *statistic->refusal.en != '\0' ? statistic->refusal
							   : result_status_note(statistic->status);

	note_add(&notes, statistic->note);
	put_number(output, statistic->estimate);
	put_number(output, statistic->std_error);
	put_number(output, statistic->df);
	put_number(output, statistic->conf_low);
	put_number(output, statistic->conf_high);
	put_string(output, limits ? statistic->method : NULL);
	put_string(output, frozen_planned(cell->indicator, group == NULL ? "" : group->name));
	put_string(output, result_status_name(statistic->status));
	put_note(output, notes);
	end_row(output);
}
