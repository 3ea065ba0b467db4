/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what tables of the lost and of balance tell of the same cells. */
#include "people/columns.h"

#include <math.h>
#include <string.h>

#include "puzzle.h"

static const struct table *table;

static const char *text(size_t row, size_t column)
{
	return cell(table, row, column);
}

static double number(size_t row, size_t column)
{
	double value;

	return number_read(cell_value(table, row, column), &value) ? value : (double)NAN;
}

static bool load(const char *folder, const char *name, const struct column *columns)
{
	const char *file = keep_format("%s/%s", folder, name);

	if (!file_exists(file))
		return false;
	table = table_load(file, columns, TABLE_OPEN);
	stop_on_faults();
	return true;
}

/* ---- attrition: who had a value, or was there, in a round, and how many of them were lost ---- */

static void read_side(size_t row, const char *arm, double n_from, double n_lost)
{
	const char *from = text(row, ATTRITION_ROUND_FROM), *to = text(row, ATTRITION_ROUND_TO);
	const char *group = text(row, ATTRITION_GROUP), *value = text(row, ATTRITION_GROUP_VALUE);
	size_t level = place(sheet_of("", from), arm, group, value);
	size_t change = place(sheet_of(from, to), arm, group, value);
	size_t indicator = strcmp(text(row, ATTRITION_MEASURE), "measured") == 0
		? MEASURED
		: look(puzzle.indicators, text(row, ATTRITION_INDICATOR));

	tell(indicator, level, n_from, (double)NAN);
	tell(indicator, change, n_from - n_lost, (double)NAN);
}

static void read_attrition(void)
{
	size_t row;

	for (row = 0; row < table->rows; row++) {
		read_side(row, text(row, ATTRITION_ARM), number(row, ATTRITION_N_FROM),
			number(row, ATTRITION_N_LOST));
		if (strcmp(text(row, ATTRITION_CONTRAST), "difference") == 0)
			read_side(row, puzzle.arm_comparison,
				number(row, ATTRITION_N_FROM_COMPARISON),
				number(row, ATTRITION_N_LOST_COMPARISON));
	}
}

/* ---- balance: baseline means of indicators, and shares of groups, by arm ---- */

static const char *baseline(void)
{
	return name_text(puzzle.sheets, 0) + 1; /* the first sheet is of levels: ">round" */
}

static void read_arm(size_t row, const char *arm, size_t n_column, size_t mean_column)
{
	double n = number(row, n_column), mean = number(row, mean_column);
	const char *covariate = text(row, BALANCE_COVARIATE), *value = text(row, BALANCE_VALUE);
	size_t sheet = sheet_of("", baseline());

	if (strcmp(text(row, BALANCE_SAMPLE), "stayers") == 0)
		sheet = sheet_of(baseline(), text(row, BALANCE_ROUND_TO));
	if (*value != '\0')
		tell(MEASURED, place(sheet, arm, covariate, value), round(n * mean), (double)NAN);
	else if (strcmp(text(row, BALANCE_SAMPLE), "all") == 0)
		tell(look(puzzle.indicators, covariate), place(sheet, arm, "", ""), n, mean);
}

/* The lost and those who stayed are all together. */
static void read_stayers(size_t row)
{
	double lost = number(row, BALANCE_N), stayed = number(row, BALANCE_N_COMPARED);
	double sum = lost * number(row, BALANCE_MEAN) + stayed * number(row, BALANCE_MEAN_COMPARED);

	if (*text(row, BALANCE_VALUE) == '\0')
		tell(look(puzzle.indicators, text(row, BALANCE_COVARIATE)),
			place(sheet_of("", baseline()), text(row, BALANCE_ARM), "", ""),
			lost + stayed, sum / (lost + stayed));
}

static void read_balance(void)
{
	size_t row;

	for (row = 0; row < table->rows; row++) {
		if (strcmp(text(row, BALANCE_COMPARISON), "stayers") == 0) {
			read_stayers(row);
		} else if (strcmp(text(row, BALANCE_SAMPLE), "attriters") != 0) {
			read_arm(row, text(row, BALANCE_ARM), BALANCE_N, BALANCE_MEAN);
			read_arm(row, puzzle.arm_comparison, BALANCE_N_COMPARED,
				BALANCE_MEAN_COMPARED);
		}
	}
}

void people_read(const char *folder)
{
	if (load(folder, "attrition.csv", attrition_columns))
		read_attrition();
	if (load(folder, "balance.csv", balance_columns))
		read_balance();
}
