/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was interviewed when: losses, returns, replacements and refusals. */
#include "panel.h"

static const double lost_by_round[ROUNDS] = { 0, 0.08, 0.06, 0.11 };
static const double lost_more_in_comparison = 0.02;
static const double lost_with_whole_household = 0.6;
static const double returns_after_absence = 0.2;
static const double replaced = 0.6;
static const double refuses_interview = 0.006;

static const int survey_year[ROUNDS] = { 2021, 2022, 2023, 2025 };

static int chance(gsl_rng *random, double probability)
{
	return gsl_rng_uniform(random) < probability;
}

/* The poorest move away more, and so do people where the programme brings nothing. */
static double loss_rate(const struct village *village, const struct household *household, int round)
{
	double rate = lost_by_round[round] + (village->programme ? 0 : lost_more_in_comparison);

	if (household->wealth == 1)
		rate *= 1.4;
	if (village->programme && village->response <= 0)
		rate *= 1.3;
	return rate;
}

/* Young men look for work elsewhere. */
static double migration(const struct person *person, int round)
{
	int age = survey_year[round] - person->birth_year;

	return !person->woman && age >= 18 && age <= 30 ? 2 : 1;
}

static void start(struct attendance *attendance, const struct household *household, int round,
	gsl_rng *random)
{
	for (int person = 0; person < household->people; person++) {
		attendance->since[person] = round;
		attendance->state[person][round] =
			chance(random, refuses_interview) ? REFUSED : INTERVIEWED;
	}
}

/* Moves one known household to the next round; returns how many of its people were lost. */
static int follow(struct attendance *attendance, const struct village *village,
	const struct household *household, int round, gsl_rng *random)
{
	double rate = loss_rate(village, household, round);
	int all_leave = chance(random, rate * lost_with_whole_household);
	int lost = 0;

	for (int person = 0; person < household->people; person++) {
		enum presence before = attendance->state[person][round - 1];
		double leaves = rate * (1 - lost_with_whole_household) *
			migration(&household->person[person], round);
		int stays = !all_leave && !chance(random, leaves);
		int comes_back = chance(random, returns_after_absence);
		int refuses = chance(random, refuses_interview);

		attendance->state[person][round] = ABSENT;
		if (before == INTERVIEWED && stays)
			attendance->state[person][round] = refuses ? REFUSED : INTERVIEWED;
		else if (before == ABSENT && attendance->state[person][0] != REFUSED && comes_back)
			attendance->state[person][round] = INTERVIEWED;
		lost += before == INTERVIEWED && attendance->state[person][round] == ABSENT;
	}
	return lost;
}

/* One village from round to round; new households take the place of some that were lost. */
static void plan_village(struct attendance *attendance, const struct village *village,
	const struct household *household, int households, gsl_rng *random)
{
	int known = SAMPLED_HOUSEHOLDS;

	for (int i = 0; i < known; i++)
		start(&attendance[i], &household[i], 0, random);
	for (int round = 1; round < ROUNDS; round++) {
		double wanted = 0;

		for (int i = 0; i < known; i++)
			wanted += replaced *
				follow(&attendance[i], village, &household[i], round, random);
		for (; wanted >= 1 && known < households; known++) {
			start(&attendance[known], &household[known], round, random);
			wanted -= household[known].people;
		}
	}
}

static void nobody_yet(struct attendance *attendance, int households)
{
	for (int h = 0; h < households; h++)
		for (int person = 0; person < PEOPLE_IN_HOUSEHOLD; person++) {
			attendance[h].since[person] = ROUNDS;
			for (int round = 0; round < ROUNDS; round++)
				attendance[h].state[person][round] = ABSENT;
		}
}

void plan_complete_panel(struct attendance *attendance, const struct population *population)
{
	int each = population->households_each;

	nobody_yet(attendance, VILLAGES * each);
	for (int h = 0; h < VILLAGES * each; h++)
		for (int person = 0;
			h % each < SAMPLED_HOUSEHOLDS && person < population->household[h].people;
			person++) {
			attendance[h].since[person] = 0;
			for (int round = 0; round < ROUNDS; round++)
				attendance[h].state[person][round] = INTERVIEWED;
		}
}

void plan_panel(struct attendance *attendance, const struct population *population, gsl_rng *random)
{
	int each = population->households_each;

	nobody_yet(attendance, VILLAGES * each);
	for (int village = 0; village < VILLAGES; village++)
		plan_village(attendance + village * each, &population->village[village],
			population->household + village * each, each, random);
}
