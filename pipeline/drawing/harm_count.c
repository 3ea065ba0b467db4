/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts the rows of harm.csv, screen by screen. */
#include "drawing/harm_count.h"

#include <string.h>

#include "result/harm.h"

static double number_at(const struct table *table, size_t row, size_t column)
{
	double number;

	return number_read(cell_value(table, row, column), &number) ? number : 0;
}

/* Adds the looks that a summary row tells of. */
static void add_looks(const struct table *table, size_t summary, struct harm_count *count)
{
	double rate =
		number_at(table, summary, HARM_BY_CHANCE) / number_at(table, summary, HARM_SCREENS);
	size_t row;

	for (row = 0; row < table->rows; row++) {
		const char *flag = cell(table, row, HARM_FLAG);

		if (*cell(table, row, HARM_SCREENS) != '\0' ||
			strcmp(cell(table, row, HARM_SCREEN), cell(table, summary, HARM_SCREEN)) !=
				0)
			continue;
		if (*flag == '\0') {
			count->withheld++;
			continue;
		}
		count->judged++;
		count->flagged += strcmp(flag, harm_flag_names[FLAG_HARM]) == 0;
		count->possible += strcmp(flag, harm_flag_names[FLAG_POSSIBLE]) == 0;
		count->chance += rate;
	}
}

struct harm_count harm_count(const struct table *table)
{
	struct harm_count count = { 0 };
	size_t row;

	for (row = 0; row < table->rows; row++) {
		if (*cell(table, row, HARM_SCREENS) != '\0')
			add_looks(table, row, &count);
		if (strcmp(cell(table, row, HARM_SCREEN), screen_names[SCREEN_REPORTED]) == 0 &&
			strcmp(cell(table, row, HARM_FLAG), harm_flag_names[FLAG_HARM]) == 0 &&
			count.reported++ == 0)
			count.first_reported = row;
	}
	return count;
}
