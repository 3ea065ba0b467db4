/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws villages, households and people, alike within villages and households. */
#include <math.h>
#include <stdio.h>

#include <gsl/gsl_randist.h>

#include "model.h"

/* Shares of a hidden score's variance, and how much of a score stays from round to round. */
static const double variance_in_village = 0.08;
static const double variance_in_income_village = 0.12;
static const double variance_in_community_village = 0.15;
static const double variance_in_workload_village = 0.02;
static const double variance_up_to_household = 0.45;
static const double kept_by_village = 0.95;
static const double kept_by_household = 0.9;
static const double kept_by_person = 0.8;
static const double share_of_general_score = 0.3;

static double normal(gsl_rng *random)
{
	return gsl_ran_gaussian_ziggurat(random, 1.0);
}

static int chance(gsl_rng *random, double probability)
{
	return gsl_rng_uniform(random) < probability;
}

/* A score for each factor and round: standard normal times sqrt(variance), first-order
   autocorrelated. */
static void draw_scores(
	double score[FACTORS][ROUNDS], const double variance[FACTORS], double kept, gsl_rng *random)
{
	double general[ROUNDS];

	for (int round = 0; round < ROUNDS; round++)
		general[round] = normal(random);
	for (int factor = 0; factor < FACTORS; factor++) {
		double last = 0;

		for (int round = 0; round < ROUNDS; round++) {
			double fresh = sqrt(share_of_general_score) * general[round] +
				sqrt(1 - share_of_general_score) * normal(random);

			last = round == 0 ? fresh : kept * last + sqrt(1 - kept * kept) * fresh;
			score[factor][round] = sqrt(variance[factor]) * last;
		}
	}
}

static double village_variance(int factor)
{
	switch (factor) {
	case INCOME:
		return variance_in_income_village;
	case COMMUNITY:
		return variance_in_community_village;
	case WORKLOAD:
		return variance_in_workload_village;
	default:
		return variance_in_village;
	}
}

/* Three programme villages quarrel over land and gain nothing, one declines; in two the facilitator
   never steps back. */
static void set_response(struct village *village, int number, gsl_rng *random)
{
	village->response = 1 + 0.15 * normal(random);
	village->role_response = 1;
	switch (number) {
	case 3:
		village->response = 0;
		break;
	case 6:
	case 17:
		village->response = 0;
		village->role_response = 0.1;
		break;
	case 15:
		village->response = -0.3;
		break;
	default:
		break;
	}
}

/* The number of one of the six villages of the same arm and area. */
static int another_like(int number, gsl_rng *random)
{
	return number - (number - 1) % 6 + (int)gsl_rng_uniform_int(random, 6);
}

static void draw_village(struct village *village, int number, int responses_drawn, gsl_rng *random)
{
	double variance[FACTORS];

	for (int factor = 0; factor < FACTORS; factor++)
		variance[factor] = village_variance(factor);
	snprintf(village->id, sizeof village->id, "V%02u", (unsigned)number % 100u);
	village->jepara = number > 12;
	village->programme = (number - 1) % 12 < 6;
	village->households = 180 + (int)(770 * pow(gsl_rng_uniform(random), 1.3));
	set_response(village, responses_drawn ? another_like(number, random) : number, random);
	draw_scores(village->score, variance, kept_by_village, random);
}

static void draw_person(struct person *person, gsl_rng *random)
{
	double variance[FACTORS];

	for (int factor = 0; factor < FACTORS; factor++)
		variance[factor] = 1 - variance_up_to_household;
	draw_scores(person->score, variance, kept_by_person, random);
	for (int slot = 0; slot < SLOTS; slot++)
		person->stable[slot] = normal(random);
	for (int round = 0; round < ROUNDS; round++)
		for (int slot = 0; slot < SLOTS; slot++)
			person->noise[round][slot] = normal(random);
}

static int between(int low, int value, int high)
{
	return value < low ? low : value > high ? high : value;
}

/* Age, schooling and disability: the poor and the old went to school less. */
static void describe_person(
	struct person *person, int woman, int birth_year, int wealth, gsl_rng *random)
{
	int age = 2021 - birth_year;

	person->woman = woman;
	person->birth_year = birth_year;
	person->education = between(0,
		(int)floor(2.3 + 0.35 * (wealth - 3) - 0.04 * (age - 40) - 0.2 * woman +
			0.9 * normal(random)),
		4);
	person->disability = chance(random, age > 60 ? 0.12 : 0.03);
}

/* A household of a couple (82 %), or of one adult, more often a woman. */
static void describe_household(struct household *household, gsl_rng *random)
{
	int couple = chance(random, 0.82);
	int first_is_woman = couple ? chance(random, 0.5) : chance(random, 0.72);
	int birth_year = between(1942, (int)(1979.5 + 12 * normal(random)), 2001);
	int spouse_year = between(
		1942, birth_year + (first_is_woman ? -4 : 4) + (int)(3 * normal(random)), 2002);

	household->people = couple ? 2 : 1;
	household->wealth = 1 + (int)gsl_rng_uniform_int(random, 5);
	household->head_is_woman = !couple && first_is_woman;
	household->toddlers = couple && birth_year > 1976 ? (int)gsl_ran_poisson(random, 0.45) : 0;
	household->toddlers = between(0, household->toddlers, 3);
	household->children =
		birth_year > 1992 ? 0 : between(0, (int)gsl_ran_poisson(random, 1.0), 5);
	household->size = household->people + household->toddlers + household->children +
		between(0, (int)gsl_ran_poisson(random, 0.5), 4);
	household->receives_pkh = chance(random,
		household->wealth <= 2           ? 0.5
			: household->wealth == 3 ? 0.15
						 : 0.02);
	household->minutes_to_market = 5 * (1 + (int)gsl_ran_poisson(random, 4.0));
	describe_person(
		&household->person[0], first_is_woman, birth_year, household->wealth, random);
	describe_person(
		&household->person[1], !first_is_woman, spouse_year, household->wealth, random);
}

static void draw_household(struct household *household, int village, int number, gsl_rng *random)
{
	double variance[FACTORS];

	for (int factor = 0; factor < FACTORS; factor++)
		variance[factor] = variance_up_to_household - village_variance(factor);
	household->village = village;
	household->number = number;
	describe_household(household, random);
	draw_scores(household->score, variance, kept_by_household, random);
	for (int person = 0; person < PEOPLE_IN_HOUSEHOLD; person++)
		draw_person(&household->person[person], random);
}

void draw_population(struct population *population, int households_each, gsl_rng *random)
{
	population->households_each = households_each;
	for (int village = 0; village < VILLAGES; village++)
		draw_village(&population->village[village], village + 1,
			population->responses_drawn, random);
	for (int village = 0; village < VILLAGES; village++)
		for (int i = 0; i < households_each; i++)
			draw_household(&population->household[village * households_each + i],
				village, i + 1, random);
}
