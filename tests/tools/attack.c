/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tries to work suppressed cells out of the published tables, and tells of each that it can. */
/*
 * usage: attack FOLDER MIN_PEOPLE [ARM_COMPARISON ["SENSITIVE_INDICATOR ..." [gaps]]]
 *
 * Reads FOLDER/estimates.csv and FOLDER/comparisons.csv; attrition, balance, gaps, few_villages, bounds,
 * distributions, harm, heterogeneity, multidimensional and trends where they are; and nothing else but what is said below. Of every cell (indicator, round or pair of rounds, arm, group) any row of any table
 * may tell n and the sum of values; equations say that arms and the values of a group add up, as do
 * the sizes in a difference in differences. FOLDER/known.csv (whole, part) may say what a reader knows
 * from the questionnaire: GROUP=VALUE that are part of one of another group, all together it, and
 * indicators that have another as their sum, answered by the same people. A suppressed cell is recovered where
 *   - a row tells it after all, or the equations determine its n or its sum (elimination);
 *   - bounds along the equations leave n below MIN_PEOPLE, or fewer than MIN_PEOPLE sizes. It is
 *     taken for granted that it holds one person at least, no more than are present or measured in
 *     the round or in both, and of a change no more than the earlier level, and
 *     that nobody lacks an arm or a group as long as no line that is otherwise known tells of such
 *     (with `gaps`: only if one tells of none);
 *   - in a level of a SENSITIVE_INDICATOR, bounds leave nobody with the attribute, or nobody without
 *     (in studies without weights, where means times n add up).
 * Prints how many cells are suppressed and how many recovered; ends with 1 if any is recovered.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attack/puzzle.h"

struct puzzle puzzle;

size_t look(const struct names *names, const char *text)
{
	return name_find(names, text, strlen(text));
}

size_t fact_index(size_t sheet, size_t row, size_t column)
{
	return (sheet * puzzle.rows + row) * puzzle.columns + column;
}

static void claim(size_t indicator, size_t at, const char *how)
{
	size_t column = at % puzzle.columns, row = at / puzzle.columns % puzzle.rows;

	printf("%s %s arm=%s %s: %s\n", name_text(puzzle.indicators, indicator),
		name_text(puzzle.sheets, at / puzzle.columns / puzzle.rows),
		row == 0 ? "" : name_text(puzzle.arms, row - 1),
		column == 0 ? "" : name_text(puzzle.values, column - 1), how);
}

/* What bounds tell of a suppressed cell, or NULL. */
static const char *weakness(const struct fact *fact, bool share)
{
	if (fact->known[SIZE] || fact->known[SUM])
		return "a row tells it";
	if (fact->high[SIZE] < puzzle.min_people)
		return "n is known to be too small";
	if (fact->high[SIZE] - fact->low[SIZE] + 1 < puzzle.min_people)
		return keep_format("n lies between %g and %g", fact->low[SIZE], fact->high[SIZE]);
	if (share && (fact->high[SUM] < 0.5 || fact->high[LACKING] < 0.5))
		return "everybody is alike";
	return NULL;
}

static void attack(size_t indicator, bool sensitive, size_t *suppressed, size_t *recovered)
{
	const struct fact *of = puzzle.facts[indicator];
	const struct family alone = { 1, &indicator };
	bool *determined = keep(puzzle.cells);
	size_t sheet_cells = puzzle.rows * puzzle.columns, i;

	bound_cells(indicator);
	determine(&alone, SIZE, determined);
	determine(&alone, SUM, determined);
	for (i = 0; i < puzzle.cells; i++) {
		size_t sheet = i / sheet_cells;
		bool share = sensitive && !puzzle.weighted && earlier_sheet(sheet) == sheet;
		const char *how = weakness(&of[i], share);

		if (!of[i].target)
			continue;
		++*suppressed;
		if (how == NULL && !determined[i] && !known_determined(indicator, i))
			continue;
		++*recovered;
		claim(indicator, i, how != NULL ? how : "the equations determine it");
	}
}

/* Of few people held back, or left out, who they are is told elsewhere: what they lack must not be. */
static void attack_counted(size_t quantity, size_t *suppressed, size_t *recovered)
{
	const struct fact *of = puzzle.facts[quantity];
	const struct family alone = { 1, &quantity };
	bool *determined = keep(puzzle.cells);
	size_t i;

	determine(&alone, SIZE, determined);
	for (i = 0; i < puzzle.cells; i++) {
		*suppressed += of[i].target;
		if (!of[i].target || (!of[i].known[SIZE] && !determined[i]))
			continue;
		++*recovered;
		claim(quantity, i, of[i].known[SIZE] ? "rows tell it" : "sums determine it");
	}
}

static void add_clues(size_t indicator)
{
	clues_of_did(indicator);
	clues_of_others(indicator);
	clues_of_sums(indicator);
}

/* With n of all indicators of a family for each: it must not be known to be too small. That it is
 * known is no harm by itself, as what is withheld for its value may stand beside what is not. */
static void attack_family(size_t indicator, size_t *recovered)
{
	const struct family family = known_family(indicator);
	const struct fact *of = puzzle.facts[indicator];
	size_t i;

	if (family.count == 1)
		return;
	known_share(&family);
	for (i = 0; i < family.count; i++)
		add_clues(family.members[i]);
	bound_cells(indicator);
	for (i = 0; i < puzzle.cells; i++) {
		if (!of[i].target || of[i].high[SIZE] >= puzzle.min_people)
			continue;
		++*recovered;
		claim(indicator, i, "indicators of the same people tell that n is too small");
	}
}

static bool is_word(const char *word, const char *words)
{
	return strstr(keep_format(" %s ", words), keep_format(" %s ", word)) != NULL;
}

static void begin(int argc, char **argv)
{
	report_begin("attack");
	language = ENGLISH;
	if (argc < 3)
		misuse(NULL, "%s",
			"usage: attack FOLDER MIN_PEOPLE [ARM_COMPARISON "
			"['SENSITIVE_INDICATOR ...' [gaps]]]");
	puzzle.min_people = strtod(argv[2], NULL);
	puzzle.arm_comparison = argc > 3 ? argv[3] : "";
	puzzle.indicators = names_new();
	puzzle.sheets = names_new();
	puzzle.arms = names_new();
	puzzle.groups = names_new();
	puzzle.values = names_new();
	name_add(puzzle.indicators, "", 0);
	name_add(puzzle.indicators, " ", 1); /* no name of an indicator */
}

int main(int argc, char **argv)
{
	size_t suppressed = 0, recovered = 0, lines, i;

	begin(argc, argv);
	clues_read(argv[1]);
	people_read(argv[1]);
	gaps_read(argv[1]);
	others_read();
	counted_read();
	known_read(argv[1]);
	lines_add();
	lines = puzzle.equation_count;
	lines_close(argc > 5);
	known_solve();
	bound_cells(PRESENT);
	bound_cells(MEASURED);
	for (i = REAL; i < counted_first(); i++) {
		puzzle.equation_count = lines;
		add_clues(i);
		attack(i, argc > 4 && is_word(name_text(puzzle.indicators, i), argv[4]),
			&suppressed, &recovered);
	}
	for (i = REAL; i < counted_first(); i++) {
		puzzle.equation_count = lines;
		attack_family(i, &recovered);
	}
	puzzle.equation_count = lines;
	for (i = counted_first(); i < name_count(puzzle.indicators); i++)
		attack_counted(i, &suppressed, &recovered);
	printf("%zu suppressed, %zu recovered\n", suppressed, recovered);
	return recovered > 0;
}
