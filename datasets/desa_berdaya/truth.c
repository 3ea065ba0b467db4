/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The true levels, changes and effects: the same people with and without the programme. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model.h"

enum variant { WITH_PROGRAMME, COMPARISON, WITHOUT_PROGRAMME, VARIANTS };
enum { PAIRS = 5, GROUP_VALUES = 7 };

static const int pair_from[PAIRS] = { 0, 0, 0, 1, 2 };
static const int pair_to[PAIRS] = { 1, 2, 3, 2, 3 };

static const struct group_value {
	const char *group, *value;
} group_values[GROUP_VALUES] = {
	{ "", "" },
	{ "sex", "1" },
	{ "sex", "2" },
	{ "wealth", "termiskin" },
	{ "wealth", "lainnya" },
	{ "area", "sumberjo" },
	{ "area", "jepara" },
};

struct total {
	double numerator, denominator;
};

/* Totals of one population for one indicator, group value and variant. */
struct totals {
	struct total level[ROUNDS];
	struct total from[PAIRS], to[PAIRS]; /* of people who were measured in both rounds */
};

/* Sums over populations, and how many populations had the number at all. */
struct mean {
	double sum;
	int n;
};

/* Arms as published: programme, comparison, both. */
struct truth {
	struct mean level[3][ROUNDS], change[3][PAIRS], difference[ROUNDS], did[PAIRS];
};

static struct totals totals[MOST_INDICATORS][GROUP_VALUES][VARIANTS];
static struct truth truths[MOST_INDICATORS][GROUP_VALUES];

static void add(struct total *total, double numerator, double denominator)
{
	total->numerator += numerator;
	total->denominator += denominator;
}

static int in_group(
	int group_value, const struct household *household, const struct person *person, int jepara)
{
	switch (group_value) {
	case 1:
		return !person->woman;
	case 2:
		return person->woman;
	case 3:
		return household->wealth <= 2;
	case 4:
		return household->wealth > 2;
	case 5:
		return !jepara;
	case 6:
		return jepara;
	default:
		return 1;
	}
}

static int is_there(const struct measures *measures, size_t indicator)
{
	return !isnan(measures->numerator[indicator]) && !isnan(measures->denominator[indicator]);
}

/* Adds one person's indicator, in all rounds, to one set of totals. */
static void add_indicator(struct totals *sums, const struct measures measures[ROUNDS],
	size_t indicator, double weight)
{
	for (int round = 0; round < ROUNDS; round++)
		if (is_there(&measures[round], indicator))
			add(&sums->level[round], weight * measures[round].numerator[indicator],
				weight * measures[round].denominator[indicator]);
	for (int pair = 0; pair < PAIRS; pair++) {
		const struct measures *from = &measures[pair_from[pair]];
		const struct measures *to = &measures[pair_to[pair]];

		if (!is_there(from, indicator) || !is_there(to, indicator))
			continue;
		add(&sums->from[pair], weight * from->numerator[indicator],
			weight * from->denominator[indicator]);
		add(&sums->to[pair], weight * to->numerator[indicator],
			weight * to->denominator[indicator]);
	}
}

/* One person in one variant of the world, who stands for as many as her village is large. */
static void add_person(const struct population *population, const struct household *household,
	int person, enum variant variant)
{
	const struct village *village = &population->village[household->village];
	int programme = variant == WITH_PROGRAMME;
	struct measures measures[ROUNDS];
	struct answers answers;

	for (int round = 0; round < ROUNDS; round++) {
		answer_round(&answers, population, household, person, round, programme);
		measure(&measures[round], &answers, household, round, person == 0, programme);
	}
	for (int value = 0; value < GROUP_VALUES; value++)
		if (in_group(value, household, &household->person[person], village->jepara))
			for (size_t i = 0; i < indicator_count(); i++)
				add_indicator(&totals[i][value][variant], measures, i,
					village->households);
}

static void add_population(const struct population *population)
{
	memset(totals, 0, sizeof totals);
	for (int h = 0; h < VILLAGES * population->households_each; h++) {
		const struct household *household = &population->household[h];
		int programme = population->village[household->village].programme;

		for (int person = 0; person < household->people; person++) {
			add_person(population, household, person,
				programme ? WITH_PROGRAMME : COMPARISON);
			if (programme)
				add_person(population, household, person, WITHOUT_PROGRAMME);
		}
	}
}

static double ratio(const struct total *total)
{
	return total->denominator > 0 ? total->numerator / total->denominator : NAN;
}

static double ratio_of_both(const struct total *one, const struct total *other)
{
	struct total both = *one;

	add(&both, other->numerator, other->denominator);
	return ratio(&both);
}

static void keep(struct mean *mean, double value)
{
	if (isnan(value))
		return;
	mean->sum += value;
	mean->n++;
}

/* Turns one population's totals into levels, changes and effects, and adds these to the truth. */
static void keep_totals(struct truth *truth, const struct totals by_variant[VARIANTS])
{
	const struct totals *with = &by_variant[WITH_PROGRAMME];
	const struct totals *comparison = &by_variant[COMPARISON];
	const struct totals *without = &by_variant[WITHOUT_PROGRAMME];

	for (int r = 0; r < ROUNDS; r++) {
		keep(&truth->level[0][r], ratio(&with->level[r]));
		keep(&truth->level[1][r], ratio(&comparison->level[r]));
		keep(&truth->level[2][r], ratio_of_both(&with->level[r], &comparison->level[r]));
		keep(&truth->difference[r], ratio(&with->level[r]) - ratio(&without->level[r]));
	}
	for (int p = 0; p < PAIRS; p++) {
		keep(&truth->change[0][p], ratio(&with->to[p]) - ratio(&with->from[p]));
		keep(&truth->change[1][p], ratio(&comparison->to[p]) - ratio(&comparison->from[p]));
		keep(&truth->change[2][p],
			ratio_of_both(&with->to[p], &comparison->to[p]) -
				ratio_of_both(&with->from[p], &comparison->from[p]));
		keep(&truth->did[p],
			ratio(&with->to[p]) - ratio(&with->from[p]) -
				(ratio(&without->to[p]) - ratio(&without->from[p])));
	}
}

/* One line, if the number exists. `from` is -1 where a contrast has one round only. */
static void print_truth(FILE *file, size_t indicator, int value, int from, int round,
	const char *arm, const char *contrast, const struct mean *mean)
{
	double average = mean->n > 0 ? mean->sum / mean->n : NAN;
	int decimals = fabs(average) < 1000 ? 4 : 0;
	double scale = decimals == 4 ? 1e4 : 1;

	if (isnan(average))
		return;
	fprintf(file, "%s,%s,", indicator_goal(indicator), indicator_name(indicator));
	if (from >= 0)
		fprintf(file, "%d", from);
	fprintf(file, ",%d,%s,%s,%s,%s,", round, arm, group_values[value].group,
		group_values[value].value, contrast);
	/* Adding zero turns a rounded -0 into 0. */
	fprintf(file, "%.*f\n", decimals, floor(average * scale + 0.5) / scale + 0.0);
}

/* Levels and changes are printed for everybody, effects for groups too. */
static void print_indicator(FILE *file, size_t indicator)
{
	static const char *const arms[] = { "program", "pembanding", "" };

	for (int arm = 0; arm < 3; arm++) {
		const struct truth *truth = &truths[indicator][0];

		for (int r = 0; r < ROUNDS; r++)
			print_truth(file, indicator, 0, -1, r, arms[arm], "level",
				&truth->level[arm][r]);
		for (int p = 0; p < PAIRS; p++)
			print_truth(file, indicator, 0, pair_from[p], pair_to[p], arms[arm],
				"change", &truth->change[arm][p]);
	}
	for (int value = 0; value < GROUP_VALUES; value++) {
		const struct truth *truth = &truths[indicator][value];

		for (int r = 1; r < ROUNDS; r++)
			print_truth(file, indicator, value, -1, r, "program", "difference",
				&truth->difference[r]);
		for (int p = 0; p < PAIRS; p++)
			print_truth(file, indicator, value, pair_from[p], pair_to[p], "program",
				"did", &truth->did[p]);
	}
}

void write_truth(FILE *file, unsigned long seed, int populations)
{
	struct population *population = calloc(1, sizeof *population);
	gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);

	if (population == NULL || random == NULL) {
		fputs("generate: out of memory\n", stderr);
		exit(3);
	}
	for (int i = 0; i < populations; i++) {
		gsl_rng_set(random, seed + 1 + (unsigned long)i);
		draw_population(population, SAMPLED_HOUSEHOLDS, random);
		add_population(population);
		for (size_t indicator = 0; indicator < indicator_count(); indicator++)
			for (int value = 0; value < GROUP_VALUES; value++)
				keep_totals(&truths[indicator][value], totals[indicator][value]);
	}
	fputs("goal,indicator,round_from,round,arm,group,group_value,contrast,truth\n", file);
	for (size_t indicator = 0; indicator < indicator_count(); indicator++)
		print_indicator(file, indicator);
	gsl_rng_free(random);
	free(population);
}
