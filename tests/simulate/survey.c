/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws villages and people, and lets them answer. */
#include "survey.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>

#include "stat/distribution.h"

enum { THOUSANDTHS = 1000 };

static const double stays = 0.5; /* of the variance, from round to round */
static const double share_before = 0.3;
static const double share_added = 0.1;

static double normal(gsl_rng *random)
{
	return gsl_ran_gaussian_ziggurat(random, 1.0);
}

/* ---- drawing ---- */

/* Villages of an arm grow evenly from the fewest people to the most. */
static int64_t people_of(const struct design *design, size_t place, size_t villages)
{
	int64_t range = design->most - design->fewest;

	return design->fewest + range * (int64_t)place / ((int64_t)villages - 1);
}

static void draw_people(struct drawn_village *village, const struct design *design, gsl_rng *random)
{
	double both = normal(random), between[2];
	double within = sqrt(1 - design->icc);

	for (int round = 0; round < 2; round++)
		between[round] =
			sqrt(design->icc) * (sqrt(stays) * both + sqrt(1 - stays) * normal(random));
	for (int64_t i = 0; i < village->n; i++) {
		double own = normal(random);

		for (int round = 0; round < 2; round++) {
			double score = normal(random);

			if (design->people == PANEL)
				score = sqrt(stays) * own + sqrt(1 - stays) * score;
			village->score[round][i] = between[round] + within * score;
		}
	}
}

void survey_draw(struct draw *draw, const struct design *design, gsl_rng *random)
{
	size_t arms = design->kind == CHANGE ? 1 : 2;
	size_t each = design->villages / arms;

	draw->villages = each * arms;
	for (size_t i = 0; i < draw->villages; i++) {
		struct drawn_village *village = &draw->village[i];

		village->programme = i >= each;
		village->n = people_of(design, i % each, each);
		village->weight = design->weighted
			? 180 + (int64_t)(770 * pow(gsl_rng_uniform(random), 1.3))
			: 1;
		draw_people(village, design, random);
	}
}

/* ---- answering ---- */

double survey_truth(const struct design *design, bool effect)
{
	return effect && design->outcome == SHARE ? share_added : 0;
}

/* Where the hidden score of a share has to lie for a yes. */
static double threshold(const struct design *design, bool effect)
{
	return normal_quantile(1 - share_before - survey_truth(design, effect));
}

static int64_t answer(const struct design *design, double score, double limit)
{
	if (design->outcome == SHARE)
		return score > limit;
	return llround(score * THOUSANDTHS);
}

/* Sums of one cell over all villages. */
struct cell_sums {
	int64_t n, sum, squares;
};

/* Sums of one cell in one village. */
struct part_sums {
	size_t cell;
	int64_t n, sum;
};

static void add_part(struct answered *answered, const struct drawn_village *village, size_t number,
	size_t each, const struct part_sums *part)
{
	size_t at = answered->part_count++;
	struct exact sum = exact_from_int64(part->sum);

	answered->parts[at] = (struct cluster_cell){ number, part->cell, part->n, sum };
	answered->weighted[at] = (struct design_part){
		.stratum = number / each,
		.cluster = number % each,
		.cell = part->cell,
		.n = part->n,
		.sum_w = exact_from_int64(part->n * village->weight),
		.sum_wy = exact_from_int64(part->sum * village->weight),
	};
}

static void add_value(struct part_sums *part, struct cell_sums *cell, int64_t value)
{
	part->n++;
	part->sum += value;
	cell->n++;
	cell->sum += value;
	cell->squares += value * value;
}

static void add_pair(
	struct answered *answered, const struct design *design, int64_t from, int64_t to)
{
	struct pair_table *pairs = &answered->pairs;

	if (design->outcome == SHARE) {
		pairs->both += from == 1 && to == 1;
		pairs->gained += from == 0 && to == 1;
		pairs->lost += from == 1 && to == 0;
		pairs->neither += from == 0 && to == 0;
	}
	if (design->kind == CHANGE)
		answered->changes[answered->change_count++] = (struct value_count){ to - from, 1 };
}

/* One village: its changes where people are paired, else its values round by round. */
static void answer_village(struct answered *answered, struct cell_sums *cells,
	const struct design *design, const struct drawn_village *village, size_t number,
	size_t each, bool effect)
{
	bool pairs = design->people == PANEL && design->kind != DIFFERENCE;
	bool rounds = design->people == CROSS_SECTION && design->kind != DIFFERENCE;
	bool affected = effect && (design->kind == CHANGE || village->programme);
	double before = threshold(design, affected && design->kind == DIFFERENCE);
	double after = threshold(design, affected);
	struct part_sums part[2] = { { .cell = 0 }, { .cell = 1 } };

	for (size_t k = 0; k < 2; k++)
		part[k].cell += village->programme ? answered->cells / 2 : 0;
	for (int64_t i = 0; i < village->n; i++) {
		int64_t from = answer(design, village->score[0][i], before);
		int64_t to = answer(design, village->score[1][i], after);

		if (pairs)
			add_pair(answered, design, from, to);
		add_value(&part[0], &cells[part[0].cell], pairs ? to - from : from);
		if (rounds)
			add_value(&part[1], &cells[part[1].cell], to);
	}
	add_part(answered, village, number, each, &part[0]);
	if (rounds)
		add_part(answered, village, number, each, &part[1]);
}

static int by_value(const void *a, const void *b)
{
	const struct value_count *one = a, *other = b;

	return (one->value > other->value) - (one->value < other->value);
}

/* Sorts the changes and counts equal ones together. */
static void count_changes(struct answered *answered)
{
	struct value_count *changes = answered->changes;
	size_t kept = 0;

	qsort(changes, answered->change_count, sizeof(*changes), by_value);
	for (size_t i = 0; i < answered->change_count; i++) {
		if (kept > 0 && changes[kept - 1].value == changes[i].value)
			changes[kept - 1].count++;
		else
			changes[kept++] = changes[i];
	}
	answered->change_count = kept;
}

static void set_coefficients(struct answered *answered, const struct design *design)
{
	static const double change[] = { 1 }, two[] = { -1, 1 }, four[] = { 1, -1, -1, 1 };
	bool pairs = design->people == PANEL && design->kind != DIFFERENCE;
	const double *coefficient = two;

	answered->arms = design->kind == CHANGE ? 1 : 2;
	answered->cells = answered->arms * (pairs || design->kind == DIFFERENCE ? 1 : 2);
	if (answered->cells == 1)
		coefficient = change;
	else if (answered->cells == 4)
		coefficient = four;
	memcpy(answered->coefficient, coefficient, answered->cells * sizeof(*coefficient));
}

void survey_answer(struct answered *answered, const struct draw *draw, const struct design *design,
	bool effect)
{
	struct cell_sums cells[MOST_CELLS] = { { 0 } };

	set_coefficients(answered, design);
	answered->part_count = answered->change_count = 0;
	answered->pairs = (struct pair_table){ 0 };
	answered->scale = design->outcome == SHARE ? 1 : THOUSANDTHS;
	for (size_t i = 0; i < draw->villages; i++)
		answer_village(answered, cells, design, &draw->village[i], i,
			draw->villages / answered->arms, effect);
	for (size_t k = 0; k < answered->cells; k++)
		answered->moments[k] = moments_from_sums(cells[k].n, exact_from_int64(cells[k].sum),
			exact_from_int64(cells[k].squares), answered->scale);
	count_changes(answered);
}
