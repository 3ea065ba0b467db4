/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators once more, in C, from the answers alone: a check of the study's indicators.csv. */
#include <math.h>
#include <string.h>

#include "model.h"

enum rule {
	AS_IT_IS,      /* the answer */
	RANGE,         /* 1 if low <= answer <= high, else 0 */
	AT_MOST,       /* the smaller of the answer and high */
	TURNED,        /* high minus the answer */
	SCALED,        /* (answer - low) times high */
	OF_OTHER,      /* the answer over a second one: a ratio of totals */
	MONEY,         /* the answer in rupiah of round 0 */
	MONEY_OF_EACH, /* the same, over the people in the household */
	BY_HAND        /* a function of its own */
};

enum among {
	ALL = 0,
	HOUSEHOLD = 1,          /* the first respondent of a household answers for it */
	OWNERS = 2,             /* of a business */
	ZERO_WITHOUT_GROUP = 4, /* who is in no group counts as 0 */
	ZERO_WITHOUT_BUSINESS = 8,
	PROGRAMME_VILLAGES = 16
};

struct indicator {
	const char *name, *goal;
	enum question_id question;
	enum rule rule;
	double low, high;
	int among;    /* bits of enum among */
	int in_index; /* +1 up is good, -1 down is good, 0 not in the index */
	double scale_min, scale_max;
	double (*by_hand)(const struct answers *answers, const struct household *household);
};

static double in_a_group(const struct answers *answers, const struct household *household)
{
	(void)household;
	return selected_count(answers, KEL1) > 0;
}

/* In round 0 the question had four steps; they are spread over the five of the later rounds. */
static double satisfaction(const struct answers *answers, const struct household *household)
{
	(void)household;
	return isnan(answers->value[KEL6]) ? 1 + (answers->value[KEL6_FOUR] - 1) * 4 / 3
					   : answers->value[KEL6];
}

static double formal_capital(const struct answers *answers, const struct household *household)
{
	(void)household;
	return selected(answers, USH4, "koperasi") || selected(answers, USH4, "bank");
}

static double moneylender(const struct answers *answers, const struct household *household)
{
	(void)household;
	return selected(answers, USH4, "rentenir") || selected(answers, USH4, "pinjol");
}

static double treated_when_ill(const struct answers *answers, const struct household *household)
{
	(void)household;
	return answers->value[KHD5] > 1 ? NAN : answers->value[KHD5];
}

static double own_money(const struct answers *answers, const struct household *household)
{
	(void)household;
	return answers->value[STR1] > 4 ? NAN : answers->value[STR1] <= 2;
}

static double bearable_work(const struct answers *answers, const struct household *household)
{
	double hours = answers->value[STR3_WORK] + answers->value[STR3_HOME] / 2;

	(void)household;
	return isnan(hours) ? NAN : hours <= 10.5;
}

static double stages_joined(const struct answers *answers, const struct household *household)
{
	(void)household;
	return selected_count(answers, PAR1);
}

#define HH HOUSEHOLD
static const struct indicator indicators[] = {
	{ "i_anggota", "kelembagaan", KEL1, BY_HAND, 0, 0, ALL, 1, 0, 1, in_a_group },
	{ "i_aktif", "kelembagaan", KEL2, AS_IT_IS, 0, 0, ZERO_WITHOUT_GROUP, 1, 0, 3, NULL },
	{ "i_mitra", "kelembagaan", KEL3, AT_MOST, 0, 10, ZERO_WITHOUT_GROUP, 1, 0, 10, NULL },
	{ "i_terbuka", "kelembagaan", KEL4, RANGE, 4, 5, ALL, 1, 0, 1, NULL },
	{ "i_pengaruh_klp", "kelembagaan", KEL5, RANGE, 2, 3, ZERO_WITHOUT_GROUP, 1, 0, 1, NULL },
	{ "i_layanan", "kelembagaan", KEL6, BY_HAND, 0, 0, ALL, 1, 1, 5, satisfaction },
	{ "i_usaha", "usaha", USH1, AS_IT_IS, 0, 0, HH, 1, 0, 1, NULL },
	{ "i_omzet", "usaha", USH2, MONEY, 0, 0, HH | OWNERS, 0, 0, 0, NULL },
	{ "i_catat", "usaha", USH3, RANGE, 1, 2, HH | ZERO_WITHOUT_BUSINESS, 1, 0, 1, NULL },
	{ "i_modal_formal", "usaha", USH4, BY_HAND, 0, 0, HH | ZERO_WITHOUT_BUSINESS, 1, 0, 1,
		formal_capital },
	{ "i_rentenir", "usaha", USH4, BY_HAND, 0, 0, HH | OWNERS, 0, 0, 1, moneylender },
	{ "i_latih", "usaha", USH5, AS_IT_IS, 0, 0, ALL, 1, 0, 1, NULL },
	{ "i_pasar", "usaha", USH6, AS_IT_IS, 0, 0, HH | OWNERS, 0, 1, 5, NULL },
	{ "i_pdp_kapita", "pendapatan", PDP1, MONEY_OF_EACH, 0, 0, HH, 0, 0, 0, NULL },
	{ "i_pdp_tetap", "pendapatan", PDP2, RANGE, 2, 2, HH, 1, 0, 1, NULL },
	{ "i_sumber", "pendapatan", PDP3, AT_MOST, 0, 6, HH, 1, 0, 6, NULL },
	{ "i_tabung", "pendapatan", PDP4, AS_IT_IS, 0, 0, HH, 1, 0, 1, NULL },
	{ "i_beban_utang", "pendapatan", PDP5, OF_OTHER, PDP1, 0, HH, 0, 0, 0, NULL },
	{ "i_air", "lingkungan", LKG1, RANGE, 1, 5, HH, 1, 0, 1, NULL },
	{ "i_sampah", "lingkungan", LKG2, RANGE, 1, 2, HH, 1, 0, 1, NULL },
	{ "i_sanitasi", "lingkungan", LKG3, RANGE, 1, 1, HH, 1, 0, 1, NULL },
	{ "i_kerja_lkg", "lingkungan", LKG4, AT_MOST, 0, 24, HH, 1, 0, 24, NULL },
	{ "i_lkg_memburuk", "lingkungan", LKG5, RANGE, 1, 2, HH, -1, 0, 1, NULL },
	{ "i_lapar", "kehidupan", KHD1, RANGE, 1, 3, ALL, -1, 0, 1, NULL },
	{ "i_sekolah", "kehidupan", KHD3, OF_OTHER, KHD2, 0, HH, 0, 0, 0, NULL },
	{ "i_posyandu", "kehidupan", KHD4, AS_IT_IS, 0, 0, HH, 0, 0, 1, NULL },
	{ "i_berobat", "kehidupan", KHD5, BY_HAND, 0, 0, HH, 1, 0, 1, treated_when_ill },
	{ "i_puas", "kehidupan", KHD6, AS_IT_IS, 0, 0, ALL, 1, 0, 10, NULL },
	{ "i_aman", "masyarakat", MSY1, RANGE, 4, 5, ALL, 1, 0, 1, NULL },
	{ "i_konflik", "masyarakat", MSY2, AS_IT_IS, 0, 0, ALL, -1, 0, 3, NULL },
	{ "i_berdaya_desa", "masyarakat", MSY3, RANGE, 2, 3, ALL, 1, 0, 1, NULL },
	{ "i_putus_pdp", "kesetaraan", STR1, BY_HAND, 0, 0, ALL, 1, 0, 1, own_money },
	{ "i_bicara", "kesetaraan", STR2, RANGE, 2, 3, ALL, 1, 0, 1, NULL },
	{ "i_beban_kerja", "kesetaraan", STR3_WORK, BY_HAND, 0, 0, ALL, 0, 0, 1, bearable_work },
	{ "i_sikap_setara", "kesetaraan", STR4, TURNED, 0, 6, ALL, 1, 1, 5, NULL },
	{ "i_tahap", "partisipasi", PAR1, BY_HAND, 0, 0, ALL, 1, 0, 6, stages_joined },
	{ "i_tangga", "partisipasi", PAR2, AS_IT_IS, 0, 0, ALL, 1, 1, 5, NULL },
	{ "i_usul", "partisipasi", PAR3, RANGE, 2, 2, ALL, 1, 0, 1, NULL },
	{ "i_umpan_balik", "partisipasi", PAR4, AS_IT_IS, 0, 0, ALL, 0, 0, 1, NULL },
	{ "i_peran_warga", "keberlanjutan", KBL1, SCALED, 1, 25, ALL, 1, 0, 100, NULL },
	{ "i_lanjut", "keberlanjutan", KBL2, RANGE, 4, 5, ALL, 1, 0, 1, NULL },
	{ "i_rawat", "keberlanjutan", KBL3, AS_IT_IS, 0, 0, ALL, 1, 0, 1, NULL },
	{ "i_swadaya", "kemandirian", MDR1, MONEY, 0, 0, ALL, 0, 0, 0, NULL },
	{ "i_mampu", "kemandirian", MDR2, RANGE, 4, 5, ALL, 1, 0, 1, NULL },
	{ "i_andal_sendiri", "kemandirian", MDR3, RANGE, 1, 2, ALL, 1, 0, 1, NULL },
	{ "i_percaya", "modal_sosial", MS1, RANGE, 4, 5, ALL, 1, 0, 1, NULL },
	{ "i_norma", "modal_sosial", MS2, AS_IT_IS, 0, 0, ALL, 0, 1, 5, NULL },
	{ "i_jaring", "modal_sosial", MS3, AT_MOST, 0, 20, ALL, 1, 0, 20, NULL },
	{ "i_bridging", "modal_sosial", MS4, AS_IT_IS, 0, 0, ALL, 1, 0, 1, NULL },
	{ "i_linking", "modal_sosial", MS5, AS_IT_IS, 0, 0, ALL, 1, 0, 1, NULL },
	{ "h_rugi", "dampak_negatif", HRM1, AS_IT_IS, 0, 0, PROGRAMME_VILLAGES, 0, 0, 1, NULL },
};
#undef HH

enum { PLAIN = sizeof indicators / sizeof indicators[0] };

/* One index a goal; those of household goals exist for the first respondent only. */
static const struct goal_index {
	const char *name, *goal;
	int of_household;
} indexes[] = {
	{ "x_kelembagaan", "kelembagaan", 0 },
	{ "x_usaha", "usaha", 1 },
	{ "x_pendapatan", "pendapatan", 1 },
	{ "x_lingkungan", "lingkungan", 1 },
	{ "x_kehidupan", "kehidupan", 0 },
	{ "x_masyarakat", "masyarakat", 0 },
	{ "x_kesetaraan", "kesetaraan", 0 },
	{ "x_partisipasi", "partisipasi", 0 },
	{ "x_keberlanjutan", "keberlanjutan", 0 },
	{ "x_kemandirian", "kemandirian", 0 },
	{ "x_modal_sosial", "modal_sosial", 0 },
};

enum { INDEXES = sizeof indexes / sizeof indexes[0] };

_Static_assert(PLAIN + INDEXES <= MOST_INDICATORS, "struct measures has room for all");

size_t indicator_count(void)
{
	return PLAIN + INDEXES;
}

const char *indicator_name(size_t indicator)
{
	return indicator < PLAIN ? indicators[indicator].name : indexes[indicator - PLAIN].name;
}

const char *indicator_goal(size_t indicator)
{
	return indicator < PLAIN ? indicators[indicator].goal : indexes[indicator - PLAIN].goal;
}

/* Consumer prices, invented like everything here; the studies' rounds.csv has the same numbers. */
static const double price_level[ROUNDS] = { 106.5, 112.9, 115.6, 121.1 };

static double apply(const struct indicator *indicator, const struct answers *answers,
	const struct household *household, int round)
{
	double answer = answers->value[indicator->question];

	switch (indicator->rule) {
	case BY_HAND:
		return indicator->by_hand(answers, household);
	case RANGE:
		return isnan(answer) ? NAN : answer >= indicator->low && answer <= indicator->high;
	case AT_MOST:
		return answer > indicator->high ? indicator->high : answer;
	case TURNED:
		return indicator->high - answer;
	case SCALED:
		return (answer - indicator->low) * indicator->high;
	case MONEY:
		return answer * price_level[0] / price_level[round];
	case MONEY_OF_EACH:
		return answer * price_level[0] / price_level[round] / household->size;
	case AS_IT_IS:
	case OF_OTHER:
	default:
		return answer;
	}
}

static double value_of(const struct indicator *indicator, const struct answers *answers,
	const struct household *household, int round, int first, int programme_village)
{
	int owner = answers->value[USH1] > 0;
	int member = answers->value[KEL1] > 0;

	if (((indicator->among & HOUSEHOLD) && !first) || ((indicator->among & OWNERS) && !owner) ||
		((indicator->among & PROGRAMME_VILLAGES) && !programme_village))
		return NAN;
	if (((indicator->among & ZERO_WITHOUT_GROUP) && !member) ||
		((indicator->among & ZERO_WITHOUT_BUSINESS) && !owner))
		return 0;
	return apply(indicator, answers, household, round);
}

/* Mean of the members on 0 to 100, up is good; missing if fewer than half of them are there. */
static double index_of(const struct goal_index *goal_index, const struct measures *measures)
{
	double sum = 0;
	int members_there = 0;
	int members_of_goal = 0;

	for (size_t i = 0; i < PLAIN; i++) {
		const struct indicator *indicator = &indicators[i];
		double place = (measures->numerator[i] - indicator->scale_min) /
			(indicator->scale_max - indicator->scale_min);

		if (indicator->in_index == 0 || strcmp(indicator->goal, goal_index->goal) != 0)
			continue;
		members_of_goal++;
		if (isnan(place))
			continue;
		members_there++;
		sum += 100 * (indicator->in_index > 0 ? place : 1 - place);
	}
	return 2 * members_there < members_of_goal ? NAN : sum / members_there;
}

void measure(struct measures *measures, const struct answers *answers,
	const struct household *household, int round, int first, int programme_village)
{
	for (size_t i = 0; i < PLAIN; i++) {
		measures->numerator[i] = value_of(
			&indicators[i], answers, household, round, first, programme_village);
		measures->denominator[i] =
			indicators[i].rule == OF_OTHER ? answers->value[(int)indicators[i].low] : 1;
	}
	for (size_t i = 0; i < INDEXES; i++) {
		measures->numerator[PLAIN + i] =
			indexes[i].of_household && !first ? NAN : index_of(&indexes[i], measures);
		measures->denominator[PLAIN + i] = 1;
	}
}
