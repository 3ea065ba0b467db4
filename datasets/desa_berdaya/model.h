/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The invented population of Desa Berdaya: villages, households, people and their answers. */
#ifndef DESA_BERDAYA_MODEL_H
#define DESA_BERDAYA_MODEL_H

#include <stdio.h>

#include <gsl/gsl_rng.h>

enum {
	ROUNDS = 4,
	VILLAGES = 24,
	SAMPLED_HOUSEHOLDS = 20, /* interviewed in a village at the baseline */
	HOUSEHOLDS_DRAWN = 34,   /* with those that wait to replace others */
	PEOPLE_IN_HOUSEHOLD = 2,
	LARGEST_CHOICE = 7,
	MEMBERS = 42, /* codes of all select_multiple questions together */
	MOST_INDICATORS = 80
};

/* What moves together: one hidden score per goal or principle, and four of their own. */
enum factor {
	INSTITUTIONS,
	BUSINESS,
	INCOME,
	ENVIRONMENT,
	LIVING,
	COMMUNITY,
	EQUALITY,
	PARTICIPATION,
	SUSTAINABILITY,
	SELF_RELIANCE,
	SOCIAL_CAPITAL,
	RESIDENTS_ROLE,
	WORKLOAD,
	HARM,
	WEALTH,
	FACTORS
};

enum question_kind {
	CHOICE,   /* one of `choices` codes, cut from a normal score at `percent` (cumulative) */
	MULTIPLE, /* several codes, see members.c */
	COUNT,    /* whole number, log-normal around `middle` with `spread`, at most `largest` */
	AMOUNT,   /* rupiah in steps of 10,000, log-normal; zero below `zero_percent` */
	HOURS,    /* half hours of yesterday, normal around `middle` */
	DEBT,     /* instalments as a share of the household's income */
	CHILDREN, /* a fixed property of the household */
	PUPILS    /* those of the children who attend school */
};

/* The order of the columns in the round files, after those of identification. */
enum question_id {
	PAR1,
	PAR2,
	PAR3,
	PAR4,
	KEL1,
	KEL2,
	KEL3,
	KEL4,
	KEL5,
	KEL6_FOUR,
	KEL6,
	USH1,
	USH2,
	USH3,
	USH4,
	USH5,
	USH6,
	PDP1,
	PDP2,
	PDP3,
	PDP4,
	PDP5,
	LKG1,
	LKG2,
	LKG3,
	LKG4,
	LKG5,
	KHD1,
	KHD2,
	KHD3,
	KHD4,
	KHD5,
	KHD6,
	MSY1,
	MSY2,
	MSY3,
	STR1,
	STR2,
	STR3_WORK,
	STR3_HOME,
	STR4,
	KBL1,
	KBL2,
	KBL3,
	MDR1,
	MDR2,
	MDR3,
	MS1,
	MS2,
	MS3,
	MS4,
	MS5,
	SD1,
	SD2,
	SD3,
	SD4,
	SD5,
	SD6,
	HRM1,
	HRM2,
	ASSETS,
	QUESTIONS
};

enum { SLOTS = QUESTIONS + MEMBERS };

/* Who is asked: a question is skipped unless this holds. */
enum asked_of {
	EVERYBODY,
	GROUP_MEMBERS,
	BUSINESS_OWNERS,
	PARENTS_OF_PUPILS,
	PARENTS_OF_TODDLERS,
	THE_HARMED
};

struct question {
	const char *name;
	enum question_kind kind;
	enum factor factor;
	int of_household; /* answered once, by the first respondent, and copied */
	enum asked_of asked_of;
	int first_round, last_round;
	double gain;   /* how much of the factor's trend and effect reaches it; negative turns it */
	double women;  /* how women differ from men, in standard deviations */
	double wealth; /* per fifth of wealth, in standard deviations */
	int unknown_percent, refused_percent, unsuited_percent; /* -88, -99, -77 */
	int choices;
	int code[LARGEST_CHOICE];
	double percent[LARGEST_CHOICE]; /* cumulative, at the baseline, for an average person */
	double middle, spread, largest, zero_percent;
};

/* One code of a select_multiple question. */
struct member {
	enum question_id question;
	const char *code;
	double percent_men, percent_women;
	double gain, wealth;
};

struct village {
	char id[4];
	int programme;        /* 1 programme, 0 comparison */
	int jepara;           /* stratum: 0 Sumberjo area, 1 Jepara coast */
	int households;       /* in the whole village */
	double response;      /* multiplies the programme's effects */
	double role_response; /* the same for the hand-over from facilitator to residents */
	double score[FACTORS][ROUNDS];
};

struct person {
	int woman, birth_year, education, disability;
	double score[FACTORS][ROUNDS];
	double stable[SLOTS];
	double noise[ROUNDS][SLOTS];
};

struct household {
	int number; /* within its village, from 1 */
	int village;
	int people; /* interviewed: 1 or 2 */
	int wealth; /* fifth, 1 poorest */
	int size, toddlers, children, receives_pkh, head_is_woman, minutes_to_market;
	double score[FACTORS][ROUNDS];
	struct person person[PEOPLE_IN_HOUSEHOLD];
};

struct population {
	int responses_drawn; /* set before drawing: how a programme village responds is chance too */
	struct village village[VILLAGES];
	int households_each;
	struct household household[VILLAGES * HOUSEHOLDS_DRAWN];
};

/* One person's answers in one round. NaN: not asked. A select_multiple is a set of bits, see
   selected(). */
struct answers {
	double value[QUESTIONS];
};

extern const struct question questions[QUESTIONS];
extern const struct member members[MEMBERS];

/* Fills a population with `households_each` sampled households a village. The villages' arms and
   kinds are fixed. */
void draw_population(struct population *population, int households_each, gsl_rng *random);

/* The programme's effect on a question's normal score, in standard deviations (hours for the
   workload). */
double programme_effect(const struct question *question, const struct village *village,
	const struct household *household, const struct person *person, int round);

/* The common trend of a factor since the baseline, in standard deviations, in both arms. */
double common_trend(enum factor factor, int round);

/* Computes the points at which answers change; call it once, before the first answer. */
void prepare_answers(void);

/* What a person answers in a round if the programme is there (1) or had never come (0): same
   people, same chance. */
void answer_round(struct answers *answers, const struct population *population,
	const struct household *household, int person, int round, int programme);

/* 1 if `code` is among the codes chosen in a select_multiple question. */
int selected(const struct answers *answers, enum question_id question, const char *code);

/* How many codes are chosen. */
int selected_count(const struct answers *answers, enum question_id question);

/* The number of indicators, the indexes of the goals among them. */
size_t indicator_count(void);

const char *indicator_name(size_t indicator);
const char *indicator_goal(size_t indicator);

/* All indicators of one person in one round: numerators and denominators (1 but for ratios); NaN
   where missing. */
struct measures {
	double numerator[MOST_INDICATORS], denominator[MOST_INDICATORS];
};

/* `round`: money is in rupiah of round 0. `first`: this person answers for the household; `programme_village`: asked about harm by the
   programme. */
void measure(struct measures *measures, const struct answers *answers,
	const struct household *household, int round, int first, int programme_village);

/* Writes truth.csv: averages over `populations` populations drawn from `seed`. */
void write_truth(FILE *file, unsigned long seed, int populations);

/* What is different from the published set, for simulations. */
struct scenario {
	int complete;   /* nobody is lost or replaced, every answer that was asked for is there */
	int drawn;      /* each programme village responds like one drawn from those of its area */
	int no_effects; /* the programme changes nothing */
	int no_truth;   /* truth.csv is not written */
};

/* The panel as it was interviewed: who was there, and with which missing answers, drawn with
   `random`. */
void write_rounds(const char *directory, const struct population *population,
	const struct scenario *scenario, gsl_rng *random);

/* Opens `name` in `directory` for writing, or ends the program with the reason. */
FILE *open_output(const char *directory, const char *name);

/* Closes a file and ends the program if anything did not reach it. */
void close_output(FILE *file, const char *name);

#endif
