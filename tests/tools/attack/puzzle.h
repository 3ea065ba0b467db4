/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published result tables as a puzzle: cells, what rows tell of them, and how they add up. */
#ifndef ATTACK_PUZZLE_H
#define ATTACK_PUZZLE_H

#include "kit/kit.h"

enum quantity { SIZE, SUM, LACKING, QUANTITIES }; /* people, sum of values, people minus that */

/* People who have a row in a round, and those with a value of any indicator: no indicator has more. */
enum { PRESENT, MEASURED, REAL };

/* What is known of a cell. */
struct fact {
	bool target; /* it is suppressed */
	bool known[QUANTITIES];
	double value[QUANTITIES], low[QUANTITIES], high[QUANTITIES];
};

/* sum of times * fact = total */
struct equation {
	size_t count;
	size_t *facts;
	double *times, total;
	bool sizes_only;
};

/* Sheets are rounds and pairs of rounds; rows of a sheet everybody, the arms, people without an arm;
 * columns everybody, the values of all groups, people without a value of each group. */
struct puzzle {
	struct names *indicators; /* first PRESENT and MEASURED, whatever the indicator */
	struct names *sheets, *arms, *groups, *values;
	size_t *group_of; /* each value's */
	size_t group_capacity;
	size_t rows, columns, cells; /* cells: of all sheets of an indicator */
	struct fact **facts;         /* of each indicator; sheet by sheet, row by row */
	struct equation *equations;
	size_t equation_count, equation_capacity;
	const char *arm_comparison;
	double min_people;
	bool weighted; /* means are not sums over n: bounds of sums do not hold */
};
extern struct puzzle puzzle;

/* Indicators of the same people; the first is the sum of the others, where there are any. */
struct family {
	size_t count;
	size_t *members;
};

/* The number of a text, or NO_NAME. */
size_t look(const struct names *names, const char *text);

size_t fact_index(size_t sheet, size_t row, size_t column);

/* The sheet of levels in the earlier round of a change; of levels the sheet itself. */
size_t earlier_sheet(size_t sheet);

/* ---- clues.c ---- */

/* Reads FOLDER/estimates.csv and FOLDER/comparisons.csv: names, then what each row tells. */
void clues_read(const char *folder);

/* Makes a sheet of levels (from ""), or one of a change and those of both its rounds; the people of a
 * row. Before cells are laid out. */
void meet_sheets(const char *from, const char *round);
void meet_people(const char *arm, const char *group, const char *value);

/* The sheet of levels in a round (from ""), or of a change; NO_NAME if no row was about it. */
size_t sheet_of(const char *from, const char *round);

/* The cell of some people in a sheet, or NO_NAME where no row was about them. */
size_t place(size_t sheet, const char *arm, const char *group, const char *value);

/* Of a cell of an indicator (a number) n is known, and with a mean that is not NaN the sum. */
void tell(size_t indicator, size_t at, double n, double mean);

/* Equations of the sizes that differences in differences of the indicator tell. */
void clues_of_did(size_t indicator);

/* ---- people.c ---- */

/* Reads FOLDER/attrition.csv and FOLDER/balance.csv where they are. */
void people_read(const char *folder);

/* ---- gaps.c ---- */

/* Reads FOLDER/gaps.csv where it is. */
void gaps_read(const char *folder);

/* Equations of the sizes that gaps with all others together tell of the indicator. */
void clues_of_others(size_t indicator);

/* ---- others.c ---- */

/* Finds FOLDER/bounds.csv, distributions.csv, harm.csv, heterogeneity.csv and trends.csv where they are;
 * the people whom a trend follows through all its rounds have sheets of their own. */
void others_meet(const char *folder);

/* What their rows tell of cells. */
void others_read(void);

/* Equations of the sizes that their rows tell of the indicator. */
void clues_of_sums(size_t indicator);

/* ---- counted.c ---- */

/* Finds FOLDER/multidimensional.csv where it is; each index's people held back, and its members' people
 * left out, are indicators of their own from counted_first() on. */
void counted_meet(const char *folder);
size_t counted_first(void);

/* In which cells the headcount (M0 stands in estimates, so A), or what those left out lack, is told. */
void counted_read(void);

/* ---- known.c ---- */

/* Reads FOLDER/known.csv where it is: what the questionnaire says of parts and wholes. */
void known_read(const char *folder);

/* Values of one group that make up a value of another add up to it. */
void known_lines(void);

/* Which sums an indicator and those that it is the sum of determine together. After all lines. */
void known_solve(void);
bool known_determined(size_t indicator, size_t at);

/* The family of an indicator, of itself alone where it has none. */
struct family known_family(size_t indicator);

/* Tells n, where it is known of one member, of all: the same people have all of them. */
void known_share(const struct family *family);

/* ---- lines.c ---- */

void add_equation(const struct equation *equation);

/* Arms add up, and the values of each group. */
void lines_add(void);

/* Takes for granted that nobody lacks an arm or a group, unless a line known but for such people
 * tells of some; where some_may, only if such a line tells of none. */
void lines_close(bool some_may);

/* ---- solve.c ---- */

/* Bounds of all cells of an indicator; those of PRESENT and MEASURED come first. */
void bound_cells(size_t indicator);

/* Marks each cell whose quantity is unknown but determined by the equations; of a family those of the
 * members one behind the other, and their quantity is SUM. */
void determine(const struct family *family, enum quantity quantity, bool *determined);

#endif
