/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns hidden scores into answers: what one person says, with and without the programme. */
#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "model.h"

static const double loading = 0.7; /* of a question on its hidden score */
static const double stable_share =
	0.6;                         /* of a question's own variance that stays with the person */
static const double courtesy = 0.25; /* programme villages flatter their own situation */
static const double step_of_money = 10000;

/* The normal scores at which an answer becomes the next one; the last of a question: its point of
   zero. */
static double cut[QUESTIONS][LARGEST_CHOICE + 1];
static double member_cut[MEMBERS][2]; /* men, women */

void prepare_answers(void)
{
	for (size_t id = 0; id < QUESTIONS; id++) {
		for (int i = 0; i + 1 < questions[id].choices; i++)
			cut[id][i] = gsl_cdf_ugaussian_Pinv(questions[id].percent[i] / 100);
		if (questions[id].zero_percent > 0)
			cut[id][LARGEST_CHOICE] =
				gsl_cdf_ugaussian_Pinv(questions[id].zero_percent / 100);
	}
	for (size_t i = 0; i < MEMBERS; i++) {
		member_cut[i][0] = gsl_cdf_ugaussian_Qinv(members[i].percent_men / 100);
		member_cut[i][1] = gsl_cdf_ugaussian_Qinv(members[i].percent_women / 100);
	}
}

/* Everything that one answer depends on. */
struct setting {
	const struct village *village;
	const struct household *household;
	const struct person *person;
	int round;
	int programme;
};

/* Own variance of one slot plus the hidden score: standard normal over the population at the
   baseline. */
static double score_of(const struct setting *setting, enum factor factor, size_t slot)
{
	int round = setting->round;
	double shared = setting->village->score[factor][round] +
		setting->household->score[factor][round] + setting->person->score[factor][round];
	double own = sqrt(stable_share) * setting->person->stable[slot] +
		sqrt(1 - stable_share) * setting->person->noise[round][slot];

	return loading * shared + sqrt(1 - loading * loading) * own;
}

/* Trend and effect in the factor's own direction. */
static double shift_of(const struct setting *setting, const struct question *question)
{
	double shift = common_trend(question->factor, setting->round);

	if (setting->programme && setting->village->programme)
		shift += programme_effect(question, setting->village, setting->household,
			setting->person, setting->round);
	return shift;
}

static double latent_of(const struct setting *setting, enum question_id id)
{
	const struct question *question = &questions[id];
	double latent = score_of(setting, question->factor, (size_t)id);

	if (question->gain < 0)
		latent = -latent;
	latent += question->gain * shift_of(setting, question);
	latent += question->women * (setting->person->woman ? 0.5 : -0.5);
	latent += question->wealth * (setting->household->wealth - 3);
	if (id >= SD1 && id <= SD6 && setting->programme && setting->village->programme &&
		setting->round > 0)
		latent += courtesy;
	return latent;
}

static double choose(enum question_id id, double latent)
{
	int chosen = 0;

	while (chosen < questions[id].choices - 1 && latent > cut[id][chosen])
		chosen++;
	return questions[id].code[chosen];
}

static double count_of(const struct question *question, double latent)
{
	double count = floor(question->middle * exp(question->spread * latent) + 0.5);

	return fmin(count, question->largest);
}

static double money_of(enum question_id id, double latent)
{
	const struct question *question = &questions[id];
	double amount = question->middle * exp(question->spread * latent);

	if (question->zero_percent > 0 && latent < cut[id][LARGEST_CHOICE])
		return 0;
	return fmin(
		fmax(1, floor(amount / step_of_money + 0.5)) * step_of_money, question->largest);
}

/* Instalments are a share of this round's income: none below the zero point, then rising. */
static double debt_of(double latent, double income)
{
	double share = questions[PDP5].middle + questions[PDP5].spread * fmax(0, latent);

	if (latent < cut[PDP5][LARGEST_CHOICE])
		return 0;
	return floor(fmin(share, 0.9) * income / step_of_money + 0.5) * step_of_money;
}

/* Hours move by hours: the effect is in hours, not in standard deviations. */
static double hours_of(const struct setting *setting, enum question_id id)
{
	const struct question *question = &questions[id];
	double hours = question->middle +
		question->spread * score_of(setting, question->factor, (size_t)id);

	if (setting->person->woman)
		hours += question->women;
	hours += question->gain * shift_of(setting, question);
	return fmin(fmax(floor(hours * 2 + 0.5) / 2, 0), question->largest);
}

/* Who is at school: all the children, but for one or two where schooling is hardest to pay for. */
static double pupils_of(double latent, int children)
{
	int away = (latent < -1.1) + (latent < -1.8);

	return children > away ? children - away : 0;
}

static double choose_several(const struct setting *setting, enum question_id id)
{
	const struct question *question = &questions[id];
	double set = 0;

	for (size_t i = 0; i < MEMBERS; i++) {
		const struct member *member = &members[i];
		double latent;

		if (member->question != id)
			continue;
		latent = score_of(setting, question->factor, QUESTIONS + i);
		if (member->gain < 0)
			latent = -latent;
		latent += member->gain * shift_of(setting, question) +
			member->wealth * (setting->household->wealth - 3);
		if (latent > member_cut[i][setting->person->woman])
			set += ldexp(1, (int)i);
	}
	return set;
}

static int is_asked(const struct answers *answers, const struct setting *setting,
	const struct question *question)
{
	if (setting->round < question->first_round || setting->round > question->last_round)
		return 0;
	switch (question->asked_of) {
	case GROUP_MEMBERS:
		return answers->value[KEL1] > 0;
	case BUSINESS_OWNERS:
		return answers->value[USH1] > 0;
	case PARENTS_OF_PUPILS:
		return setting->household->children > 0;
	case PARENTS_OF_TODDLERS:
		return setting->household->toddlers > 0;
	case THE_HARMED:
		return answers->value[HRM1] > 0;
	case EVERYBODY:
	default:
		return 1;
	}
}

static double answer(
	const struct answers *answers, const struct setting *setting, enum question_id id)
{
	const struct question *question = &questions[id];

	switch (question->kind) {
	case CHOICE:
		return choose(id, latent_of(setting, id));
	case COUNT:
		return count_of(question, latent_of(setting, id));
	case AMOUNT:
		return money_of(id, latent_of(setting, id));
	case DEBT:
		return debt_of(latent_of(setting, id), answers->value[PDP1]);
	case HOURS:
		return hours_of(setting, id);
	case CHILDREN:
		return setting->household->children;
	case PUPILS:
		return pupils_of(latent_of(setting, id), setting->household->children);
	case MULTIPLE:
	default:
		return choose_several(setting, id);
	}
}

void answer_round(struct answers *answers, const struct population *population,
	const struct household *household, int person, int round, int programme)
{
	struct setting setting = { &population->village[household->village], household,
		&household->person[person], round, programme };

	for (int id = 0; id < QUESTIONS; id++) {
		setting.person = &household->person[questions[id].of_household ? 0 : person];
		answers->value[id] = NAN;
		if (is_asked(answers, &setting, &questions[id]))
			answers->value[id] = answer(answers, &setting, (enum question_id)id);
	}
}

int selected(const struct answers *answers, enum question_id question, const char *code)
{
	for (size_t i = 0; i < MEMBERS; i++)
		if (members[i].question == question && strcmp(members[i].code, code) == 0)
			return fmod(floor(ldexp(answers->value[question], -(int)i)), 2) > 0;
	return 0;
}

int selected_count(const struct answers *answers, enum question_id question)
{
	int count = 0;

	for (size_t i = 0; i < MEMBERS; i++)
		if (members[i].question == question)
			count += fmod(floor(ldexp(answers->value[question], -(int)i)), 2) > 0;
	return count;
}
