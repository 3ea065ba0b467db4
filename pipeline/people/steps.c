/* SPDX-License-Identifier: GPL-3.0-or-later */
/* flow.csv read back: how many come to a step and go on. */
#include "people/steps.h"

#include <string.h>

#include "people/columns.h"

static struct step *list;
static size_t count, capacity;

static int64_t number(const struct value *needed, int column)
{
	struct place at = stage_place((size_t)column);
	int64_t integer;

	if (missing(needed[column]))
		return 0;
	if (!integer_read(needed[column], &integer))
		refuse(&at, SAY("not a whole number", "bukan bilangan bulat"));
	return integer;
}

void steps_add(const struct value *needed)
{
	list = grow(list, &capacity, count + 1, sizeof(*list));
	list[count++] = (struct step){
		.file = keep_value(needed[FLOW_FILE]),
		.arm = keep_value(needed[FLOW_ARM]),
		.step = keep_value(needed[FLOW_STEP]),
		.from = round_find(rounds_load(), needed[FLOW_ROUND_FROM]),
		.to = round_find(rounds_load(), needed[FLOW_ROUND]),
		.indicator = indicator_find(indicators_load(), needed[FLOW_INDICATOR]),
		.in = number(needed, FLOW_N_IN),
		.out = number(needed, FLOW_N_OUT),
		.withheld = missing(needed[FLOW_N_IN]),
	};
}

const struct step *steps(size_t *how_many)
{
	*how_many = count;
	return list;
}

const struct step *step_find(
	const char *step, size_t from, size_t to, const char *arm, size_t indicator)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (*list[i].file == '\0' && list[i].from == from && list[i].to == to &&
			list[i].indicator == indicator && strcmp(list[i].arm, arm) == 0 &&
			strcmp(list[i].step, step) == 0)
			return &list[i];
	return NULL;
}

int64_t step_in(const char *step, size_t from, size_t to, const char *arm)
{
	const struct step *found = step_find(step, from, to, arm, NO_NAME);

	return found == NULL ? 0 : found->in;
}

int64_t step_out(const char *step, size_t from, size_t to, const char *arm)
{
	const struct step *found = step_find(step, from, to, arm, NO_NAME);

	return found == NULL ? 0 : found->out;
}

int64_t step_left(const char *step, size_t from, size_t to, const char *arm)
{
	return step_in(step, from, to, arm) - step_out(step, from, to, arm);
}

static bool of_files(const struct step *step, size_t round)
{
	return *step->file != '\0' && (round == NO_NAME || step->to == round);
}

int64_t rows_left(const char *step, size_t round)
{
	int64_t rows = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		if (!of_files(&list[i], round))
			continue;
		if (*step == '\0' && strcmp(list[i].step, "file") == 0)
			rows += list[i].in;
		else if (strcmp(list[i].step, step) == 0)
			rows += list[i].in - list[i].out;
	}
	return rows;
}

size_t files_of(size_t round)
{
	size_t files = 0, i;

	for (i = 0; i < count; i++)
		files += of_files(&list[i], round) && strcmp(list[i].step, "file") == 0;
	return files;
}
