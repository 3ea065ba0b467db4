/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads multidimensional.csv and finds what belongs together. */
#include "spread/counted_read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "spread/counted_columns.h"
#include "study/study.h"

static struct counted_row *rows;
static size_t row_count, capacity;
static bool arms; /* some rows are about one */
static struct names *texts;

static const char *once(struct value value)
{
	if (texts == NULL)
		texts = names_new();
	return name_text(texts, name_add(texts, value.text, value.length));
}

void counted_read(const struct value *needed)
{
	size_t index = indicator_in(needed, COUNTED_INDICATOR);

	if (!missing(needed[COUNTED_GROUP]))
		return;
	arms = arms || !missing(needed[COUNTED_ARM]);
	rows = grow(rows, &capacity, row_count + 1, sizeof(*rows));
	rows[row_count++] = (struct counted_row){ .index = index,
		.round = once(needed[COUNTED_ROUND]),
		.arm = once(needed[COUNTED_ARM]),
		.measure = once(needed[COUNTED_MEASURE]),
		.member = once(needed[COUNTED_MEMBER]),
		.label = { once(needed[COUNTED_LABEL_EN]), once(needed[COUNTED_LABEL_ID]) },
		.note = { once(needed[COUNTED_NOTE_EN]), once(needed[COUNTED_NOTE_ID]) },
		.n = number_or_nan(needed[COUNTED_N]),
		.estimate = number_or_nan(needed[COUNTED_ESTIMATE]),
		.conf_low = number_or_nan(needed[COUNTED_CONF_LOW]),
		.conf_high = number_or_nan(needed[COUNTED_CONF_HIGH]),
		.asked = !same_text(needed[COUNTED_STATUS], "NOT_ASKED"),
		.row = stage_input()->record + 1 };
}

struct counted_rows counted_all(void)
{
	return (struct counted_rows){ row_count, rows };
}

const struct counted_row *counted_beside(
	const struct counted_row *row, const char *measure, const char *member)
{
	size_t i;

	for (i = 0; i < row_count; i++)
		if (rows[i].index == row->index && rows[i].round == row->round &&
			rows[i].arm == row->arm && strcmp(rows[i].measure, measure) == 0 &&
			strcmp(rows[i].member, member) == 0)
			return &rows[i];
	return NULL;
}

bool counted_leads(const struct counted_row *row, size_t index)
{
	if (row->index != index || !row->asked || (*row->arm != '\0') != arms)
		return false;
	return strcmp(row->measure, "headcount") == 0 ||
		(strcmp(row->measure, "adjusted_headcount") == 0 &&
			counted_beside(row, "headcount", "") == NULL);
}

static int by_size(const void *left, const void *right)
{
	const struct counted_row *a = *(const struct counted_row *const *)left,
				 *b = *(const struct counted_row *const *)right;

	if (a->estimate > b->estimate || a->estimate < b->estimate)
		return a->estimate > b->estimate ? -1 : 1;
	return a->row < b->row ? -1 : a->row > b->row;
}

size_t counted_parts(const struct counted_row *row, const struct counted_row ***list)
{
	size_t count = 0, i;

	*list = keep((row_count + 1) * sizeof(struct counted_row *));
	for (i = 0; i < row_count; i++)
		if (strcmp(rows[i].measure, "contribution") == 0 && !isnan(rows[i].estimate) &&
			counted_beside(row, "contribution", rows[i].member) == &rows[i])
			(*list)[count++] = &rows[i];
	qsort(*list, count, sizeof(**list), by_size);
	return count;
}
