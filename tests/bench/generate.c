/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes up the survey of the benchmark: a panel of two rounds with a tenth lost on the way, 3 % of
 * answers missing, villages of about 50 in 10 strata, and rows in no order. Every value depends on
 * the seed, the respondent, the round and the question alone.
 *
 * usage: generate RESPONDENTS SEED FOLDER     writes baseline.csv and followup.csv
 */
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	VILLAGE_SIZE = 50,
	FEWEST_VILLAGES = 20,
	STRATA = 10,
	AGREEMENTS = 18, /* from 1 to 5 */
	CHOICES = 8,     /* 0 or 1 */
	AMOUNTS = 4,
	QUESTIONS = AGREEMENTS + CHOICES + AMOUNTS
};

/* What a chance is about, besides questions and villages. */
enum { PERSON = 100, WEIGHT, SEX, LOST, VILLAGE, VILLAGE_IN_ROUND, ORDER, UNANSWERED = 200 };

static uint64_t seed;

/* splitmix64 (Steele, Lea and Flood 2014) of what a chance is about. */
static uint64_t chance(uint64_t who, unsigned round, unsigned what)
{
	uint64_t mixed = seed + 0x9e3779b97f4a7c15u * (who * 1024 + round * 512 + what + 1);

	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
	return mixed ^ (mixed >> 31);
}

/* Above 0 and below 1. */
static double uniform(uint64_t who, unsigned round, unsigned what)
{
	return ((double)(chance(who, round, what) >> 12) + 0.5) / 4503599627370496.0;
}

/* A standard normal number (Box and Muller 1958). */
static double normal(uint64_t who, unsigned round, unsigned what)
{
	const double turn = 6.283185307179586;

	return sqrt(-2 * log(uniform(who, round, what))) *
		cos(turn * uniform(who + ((uint64_t)1 << 40), round, what));
}

static void write_header(FILE *file)
{
	unsigned i;

	fputs("respondent_id,round,village,stratum,group,sex,weight", file);
	for (i = 1; i <= AGREEMENTS; i++)
		fprintf(file, ",l%02u", i);
	for (i = 1; i <= CHOICES; i++)
		fprintf(file, ",b%u", i);
	for (i = 1; i <= AMOUNTS; i++)
		fprintf(file, ",x%u", i);
	fputc('\n', file);
}

/* The answer to a question from how well someone does in it, about standard normal. */
static void write_answer(FILE *file, unsigned question, double standing)
{
	if (question < AGREEMENTS)
		fprintf(file, "%d",
			1 + (standing > -1.2) + (standing > -0.4) + (standing > 0.4) +
				(standing > 1.2));
	else if (question < AGREEMENTS + CHOICES)
		fprintf(file, "%d", standing > 0.4 - 0.1 * (question - AGREEMENTS));
	else if (question == AGREEMENTS + CHOICES)
		fprintf(file, "%.0f", 1000 * floor(1450 * exp(0.75 * standing)));
	else if (question == AGREEMENTS + CHOICES + 1)
		fprintf(file, "%.2f", 360000 * exp(0.6 * standing));
	else if (question == AGREEMENTS + CHOICES + 2)
		fprintf(file, "%.3f", 0.6 * exp(0.9 * standing));
	else
		fprintf(file, "%.1f", 9 * exp(0.6 * standing));
}

static void write_row(FILE *file, uint64_t who, unsigned round, uint64_t villages)
{
	uint64_t village = who % villages;
	bool programme = village / STRATA % 2 == 0;
	double common = 0.55 * normal(who, 0, PERSON) + 0.25 * normal(village, 0, VILLAGE) +
		0.12 * normal(village, round, VILLAGE_IN_ROUND) +
		(round == 0                 ? 0
				: programme ? 0.12
					    : 0.05);
	unsigned question;

	fprintf(file, "R%08llu,%u,V%06llu,D%02llu,%s,%c,%.4f", (unsigned long long)who + 1,
		round + 1, (unsigned long long)village + 1,
		(unsigned long long)(village % STRATA) + 1, programme ? "programme" : "comparison",
		uniform(who, 0, SEX) < 0.52 ? 'F' : 'M',
		0.4 + 1.6 * uniform(who, 0, WEIGHT) * (0.5 + 0.15 * (double)(village % STRATA)));
	for (question = 0; question < QUESTIONS; question++) {
		fputc(',', file);
		if (uniform(who, round, UNANSWERED + question) >= 0.03)
			write_answer(file, question, common + 0.8 * normal(who, round, question));
	}
	fputc('\n', file);
}

static void shuffle(uint32_t *order, uint32_t count, unsigned round)
{
	uint32_t i;

	for (i = 0; i < count; i++)
		order[i] = i;
	for (i = count - 1; i > 0; i--) {
		uint32_t other = (uint32_t)(chance(i, round, ORDER) % (i + 1)), moved = order[i];

		order[i] = order[other];
		order[other] = moved;
	}
}

static int write_round(
	const char *folder, const char *name, unsigned round, uint32_t *order, uint32_t count)
{
	uint32_t villages = count / VILLAGE_SIZE, i;
	char path[4096];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "w");
	if (file == NULL) {
		fprintf(stderr, "generate: %s: %s\n", path, strerror(errno));
		return 3;
	}
	write_header(file);
	shuffle(order, count, round);
	for (i = 0; i < count; i++)
		if (round == 0 || uniform(order[i], round, LOST) >= 0.1)
			write_row(file, order[i], round,
				villages < FEWEST_VILLAGES ? FEWEST_VILLAGES : villages);
	return fclose(file) == 0 ? 0 : 3;
}

int main(int argc, char **argv)
{
	uint32_t count = argc == 4 ? (uint32_t)strtoul(argv[1], NULL, 10) : 0, *order;
	int status;

	if (count == 0) {
		fputs("usage: generate RESPONDENTS SEED FOLDER\n", stderr);
		return 2;
	}
	seed = strtoull(argv[2], NULL, 10);
	order = malloc(count * sizeof *order);
	if (order == NULL)
		return 3;
	status = write_round(argv[3], "baseline.csv", 0, order, count);
	if (status == 0)
		status = write_round(argv[3], "followup.csv", 1, order, count);
	free(order);
	return status;
}
