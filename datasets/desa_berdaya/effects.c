/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The truth put into the data: the programme's effects and the trend that both arms share. */
#include "model.h"

/* Effects in a village that responds as meant, in standard deviations of a question's normal score.
   */
static const double effects[FACTORS][ROUNDS] = {
	[INSTITUTIONS] = { 0, 0.36, 0.60, 0.66 },
	[BUSINESS] = { 0, 0, 0.32, 0.48 },
	[INCOME] = { 0, 0, 0.12, 0.38 },
	[LIVING] = { 0, 0, 0.10, 0.38 },
	[COMMUNITY] = { 0, 0, 0, 0.06 },
	[EQUALITY] = { 0, 0.11, 0.30, 0.47 },
	[PARTICIPATION] = { 0, 0.46, 0.51, 0.50 },
	[SUSTAINABILITY] = { 0, 0.05, 0.20, 0.40 },
	[SELF_RELIANCE] = { 0, 0.05, 0.15, 0.27 },
	[SOCIAL_CAPITAL] = { 0, 0.05, 0.10, 0.15 },
};

/* The business component starts a year earlier in the Sumberjo area. */
static const double early_business_in_sumberjo = 0.11;

/* Better waste services in the Sumberjo area; on the Jepara coast the furniture trade takes teak:
   planted harm. */
static const double environment_in_sumberjo[ROUNDS] = { 0, 0, 0, 0.08 };
static const double environment_in_jepara[ROUNDS] = { 0, -0.08, -0.24, -0.26 };

/* From facilitators to residents; the same in every programme village but two. */
static const double residents_role[ROUNDS] = { 0, 0.55, 1.30, 2.30 };

/* More hours of work for women, a day: planted harm. */
static const double hours_for_women[ROUNDS] = { 0, 0, 0.7, 0.5 };

/* People who say that the programme harmed them: more women, and more on the Jepara coast. */
static const double harm_for_women[ROUNDS] = { 0, 0.2, 0.6, 0.5 };
static const double harm_in_jepara[ROUNDS] = { 0, 0.2, 0.4, 0.4 };

static const double response_with_pkh = 0.5;
static const double business_response_of_poorest = 0.5;

/* In both arms, in standard deviations: about two points of 100 a round; after the pandemic incomes
   rise by 9 %. */
static const double trend_everywhere[ROUNDS] = { 0, 0.07, 0.14, 0.21 };
static const double trend_of_income[ROUNDS] = { 0, 0.11, 0.19, 0.32 };
static const double trend_of_role[ROUNDS] = { 0, 0.06, 0.12, 0.18 };

/* How a household responds to what the programme offers everybody. */
static double response_of(const struct question *question, const struct village *village,
	const struct household *household)
{
	double response = village->response;

	if (household->receives_pkh)
		response *= response_with_pkh;
	if (question->factor == BUSINESS && household->wealth <= 2)
		response *= business_response_of_poorest;
	return response;
}

double programme_effect(const struct question *question, const struct village *village,
	const struct household *household, const struct person *person, int round)
{
	double response = response_of(question, village, household);

	switch (question->factor) {
	case ENVIRONMENT:
		return village->jepara ? environment_in_jepara[round]
				       : environment_in_sumberjo[round];
	case RESIDENTS_ROLE:
		return village->role_response * residents_role[round];
	case WORKLOAD:
		return person->woman ? hours_for_women[round] : 0;
	case HARM:
		return (person->woman ? harm_for_women[round] : 0) +
			(village->jepara ? harm_in_jepara[round] : 0);
	case BUSINESS:
		if (round == 1 && !village->jepara)
			return response * early_business_in_sumberjo;
		break;
	default:
		break;
	}
	return response * effects[question->factor][round];
}

double common_trend(enum factor factor, int round)
{
	switch (factor) {
	case INCOME:
		return trend_of_income[round];
	case RESIDENTS_ROLE:
		return trend_of_role[round];
	case WORKLOAD:
	case HARM:
	case WEALTH:
		return 0;
	default:
		return trend_everywhere[round];
	}
}
