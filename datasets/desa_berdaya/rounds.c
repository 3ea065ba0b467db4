/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the four round files: one row a person, with the missing answers that interviews have. */
#include <math.h>
#include <stdlib.h>

#include "panel.h"

enum { FULL = 0, BLANK = 1, UNKNOWN = -88, REFUSED_ANSWER = -99, UNSUITED = -77 };
enum { INTERVIEWERS_A_VILLAGE = 2, INTERVIEWER_PAIRS = 6, CARELESS_INTERVIEWER = 7 };

static const double left_blank = 0.004;
static const double careless_times = 4; /* one interviewer notes "don't know" four times as often */

static struct scenario scenario; /* of the files under way */

struct round_date {
	int year, month, day;
};

static const struct round_date first_day[ROUNDS] = {
	{ 2021, 9, 13 },
	{ 2022, 9, 12 },
	{ 2023, 10, 9 },
	{ 2025, 11, 3 },
};

static void print_date(FILE *file, const struct round_date *first, int days_later)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	struct round_date date = *first;

	for (date.day += days_later; date.day > days[date.month - 1]; date.month++)
		date.day -= days[date.month - 1];
	fprintf(file, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static int interviewer(int village, int household_number)
{
	return 1 + village % INTERVIEWER_PAIRS * INTERVIEWERS_A_VILLAGE +
		household_number % INTERVIEWERS_A_VILLAGE;
}

/* Whether an answer that was asked for is missing, and with which code. */
static int draw_missing(const struct question *question, const struct household *household,
	int programme, gsl_rng *random)
{
	int careless = interviewer(household->village, household->number) == CARELESS_INTERVIEWER;
	double unknown = question->unknown_percent / 100.0 * (careless ? careless_times : 1);
	double refused = question->refused_percent / 100.0 * (household->wealth == 5 ? 2 : 1);
	double unsuited = question->unsuited_percent / 100.0;
	double place = scenario.complete ? 1 : gsl_rng_uniform(random);

	if (question->factor == HARM && !programme)
		return UNSUITED;
	if (place < unknown)
		return UNKNOWN;
	if (place < unknown + refused)
		return REFUSED_ANSWER;
	if (place < unknown + refused + unsuited)
		return UNSUITED;
	return place < unknown + refused + unsuited + left_blank ? BLANK : FULL;
}

/* The question that decides whether this one is asked; QUESTIONS: none. */
static int gate_of(enum asked_of asked_of)
{
	switch (asked_of) {
	case GROUP_MEMBERS:
		return KEL1;
	case BUSINESS_OWNERS:
		return USH1;
	case THE_HARMED:
		return HRM1;
	case EVERYBODY:
	case PARENTS_OF_PUPILS:
	case PARENTS_OF_TODDLERS:
	default:
		return QUESTIONS;
	}
}

/* Draws the missing answers of household questions (`of_household` 1) or of one person's own (0).
   */
static void draw_all_missing(int missing[QUESTIONS], const struct household *household,
	int of_household, int programme, gsl_rng *random)
{
	for (int id = 0; id < QUESTIONS; id++) {
		int gate = gate_of(questions[id].asked_of);

		if (questions[id].of_household != of_household)
			continue;
		missing[id] = questions[id].kind == CHILDREN
			? FULL
			: draw_missing(&questions[id], household, programme, random);
		if (gate < QUESTIONS && missing[gate] != FULL)
			missing[id] = BLANK;
	}
}

static void print_set(FILE *file, const struct answers *answers, enum question_id id)
{
	static const char *const nothing[QUESTIONS] = {
		[PAR1] = "tidak_ada",
		[KEL1] = "tidak_ada",
		[USH4] = "sendiri",
		[HRM2] = "lain",
		[ASSETS] = "",
	};
	const char *space = "";

	if (selected_count(answers, id) == 0) {
		fputs(nothing[id], file);
		return;
	}
	for (size_t i = 0; i < MEMBERS; i++) {
		if (members[i].question != id || !selected(answers, id, members[i].code))
			continue;
		fprintf(file, "%s%s", space, members[i].code);
		space = " ";
	}
}

static void print_answer(
	FILE *file, const struct answers *answers, enum question_id id, int missing)
{
	double value = answers->value[id];

	if (isnan(value) || missing == BLANK)
		return;
	if (missing != FULL)
		fprintf(file, "%d", missing);
	else if (questions[id].kind == MULTIPLE)
		print_set(file, answers, id);
	else
		fprintf(file, "%.*f", fmod(value, 1) > 0 ? 1 : 0, value);
}

static int in_round(enum question_id id, int round)
{
	return id != ASSETS && round >= questions[id].first_round &&
		round <= questions[id].last_round;
}

static void print_header(FILE *file, int round)
{
	fputs("tanggal,enum_id,setuju,prov,kab,kec,village_id,hh_id,resp_id,hh_utama,is_"
	      "replacement,sex,"
	      "birth_year,edu,head_sex,hh_size,n_balita,disability,pkh,assets,wealth_q,access_min,"
	      "weight",
		file);
	for (int id = 0; id < QUESTIONS; id++)
		if (in_round((enum question_id)id, round))
			fprintf(file, ",%s", questions[id].name);
	putc('\n', file);
}

/* Where and who: known even of somebody who refuses. */
static void print_place(FILE *file, const struct village *village,
	const struct household *household, const struct attendance *attendance, int person,
	int round)
{
	int main_respondent = person == 0 || attendance->state[0][round] != INTERVIEWED;
	int days_later = household->village % 12 * 2 + (household->number > 12);

	print_date(file, &first_day[round], days_later);
	fprintf(file, ",P%02d,%d", interviewer(household->village, household->number),
		attendance->state[person][round] == INTERVIEWED);
	fputs(village->jepara ? ",Jawa Tengah,Jepara," : ",Jawa Timur,Sumberjo,", file);
	fputs(village->jepara ? (household->village % 2 ? "Pesisir Utara" : "Pesisir Selatan")
			      : (household->village % 2 ? "Sumberjo Barat" : "Sumberjo Timur"),
		file);
	fprintf(file, ",%s,%02d%02d,%02d%02d%d,%d,%d,%d", village->id, household->village + 1,
		household->number, household->village + 1, household->number, person + 1,
		main_respondent, attendance->since[person] > 0,
		household->person[person].woman ? 2 : 1);
}

static void print_household(FILE *file, const struct village *village,
	const struct household *household, const struct person *person,
	const struct answers *answers)
{
	fprintf(file, ",%d,%d,%d,%d,%d,%d,%d,", person->birth_year, person->education,
		household->head_is_woman ? 2 : 1, household->size, household->toddlers,
		person->disability, household->receives_pkh);
	print_set(file, answers, ASSETS);
	fprintf(file, ",%d,%d,%.2f", household->wealth, household->minutes_to_market,
		village->households / (double)SAMPLED_HOUSEHOLDS);
}

static void print_person(FILE *file, const struct population *population,
	const struct household *household, const struct attendance *attendance, int person,
	int round, const int missing[QUESTIONS])
{
	const struct village *village = &population->village[household->village];
	int answered = attendance->state[person][round] == INTERVIEWED;
	struct answers answers;

	answer_round(&answers, population, household, person, round, !scenario.no_effects);
	print_place(file, village, household, attendance, person, round);
	if (answered)
		print_household(file, village, household, &household->person[person], &answers);
	else
		fprintf(file, ",,,,,,,,,,,%.2f", village->households / (double)SAMPLED_HOUSEHOLDS);
	for (int id = 0; id < QUESTIONS; id++) {
		if (!in_round((enum question_id)id, round))
			continue;
		putc(',', file);
		if (answered)
			print_answer(file, &answers, (enum question_id)id, missing[id]);
	}
	putc('\n', file);
}

static void write_round(FILE *file, const struct population *population,
	const struct attendance *attendance, int round, gsl_rng *random)
{
	int missing[QUESTIONS] = { 0 };

	print_header(file, round);
	for (int h = 0; h < VILLAGES * population->households_each; h++) {
		const struct household *household = &population->household[h];
		int programme = population->village[household->village].programme;

		draw_all_missing(missing, household, 1, programme, random);
		for (int person = 0; person < household->people; person++) {
			if (attendance[h].state[person][round] == ABSENT)
				continue;
			draw_all_missing(missing, household, 0, programme, random);
			print_person(file, population, household, &attendance[h], person, round,
				missing);
		}
	}
}

void write_rounds(const char *directory, const struct population *population,
	const struct scenario *wanted, gsl_rng *random)
{
	struct attendance *attendance =
		calloc(VILLAGES * (size_t)population->households_each, sizeof *attendance);

	if (attendance == NULL) {
		fputs("generate: out of memory\n", stderr);
		exit(3);
	}
	scenario = *wanted;
	if (scenario.complete)
		plan_complete_panel(attendance, population);
	else
		plan_panel(attendance, population, random);
	for (int round = 0; round < ROUNDS; round++) {
		char name[] = "round0.csv";
		FILE *file;

		name[5] = (char)('0' + round);
		file = open_output(directory, name);
		write_round(file, population, attendance, round, random);
		close_output(file, name);
	}
	free(attendance);
}
