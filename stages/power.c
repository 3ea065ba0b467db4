/* SPDX-License-Identifier: GPL-3.0-or-later */
/* power: the tally in; what a next round of so many villages and people could detect, out. */
#include <math.h>

#include "kit/kit.h"
#include "result/comparison.h"
#include "result/keys.h"
#include "result/planning.h"
#include "stat/distribution.h"
#include "study/begin.h"
#include "tally/tally.h"

enum { MOST_VILLAGES = 100000 };
static const double power = 0.8;
static const double villages_tried[] = { 5, 8, 12, 16, 24, 40, 80 };
static const double people_tried[] = { 5, 10, 20, 40 };
static const double persons_tried[] = { 30, 50, 100, 200, 400, 800 }; /* without villages */
/* A plan of shares stands beside those of power.h. */
enum { SHARES = POWER_DESIGN_COUNT };
static const char *const design_names[] = { "change", "did", "ancova", "shares" };

static const struct study *study;
static const struct rounds *rounds;

static const struct column columns[] = {
	{ "goal", TYPE_TEXT, false, { "goal of the indicator", "tujuan indikator itu" } },
	{ "indicator", TYPE_TEXT, false, { "indicator", "indikator" } },
	{ "label_id", TYPE_TEXT, false,
		{ "name of the indicator, in Indonesian", "nama indikator, bahasa Indonesia" } },
	{ "label_en", TYPE_TEXT, false,
		{ "name of the indicator, in English", "nama indikator, bahasa Inggris" } },
	{ "type", TYPE_TEXT, false, { "type of the indicator", "jenis indikator" } },
	{ "unit", TYPE_TEXT, false, { "unit of its values", "satuan nilainya" } },
	{ "round_from", TYPE_TEXT, false,
		{ "earlier of the two rounds that the spreads come from",
			"yang awal dari kedua putaran sumber sebaran" } },
	{ "round_to", TYPE_TEXT, false, { "the later one", "yang akhir" } },
	{ "design", TYPE_TEXT, false,
		{ "change (one arm), did (difference in differences), ancova (later values "
		  "compared, given the earlier ones), shares (two shares compared in one round)",
			"change (satu kelompok), did (beda perubahan), ancova (nilai akhir "
			"dibandingkan dengan memperhitungkan nilai awal), shares (dua proporsi "
			"dibandingkan pada satu putaran)" } },
	{ "villages", TYPE_INTEGER, false,
		{ "villages in each arm; blank where the study has none",
			"desa di tiap kelompok program; kosong bila studi tanpa desa" } },
	{ "people", TYPE_INTEGER, false,
		{ "people interviewed in each village, before any are lost; in each arm where "
		  "there are no villages",
			"orang yang diwawancarai di tiap desa, sebelum ada yang hilang; di tiap "
			"kelompok program bila tanpa desa" } },
	{ "sd", TYPE_NUMBER, false,
		{ "standard deviation of people in a round, within arms",
			"simpangan baku antarorang pada satu putaran, di dalam kelompok" } },
	{ "icc", TYPE_NUMBER, false,
		{ "likeness of people of one village: of their changes in a panel, else of their "
		  "levels; below 0 counts as 0",
			"kemiripan warga sedesa: perubahannya dalam panel, selain itu nilainya; di "
			"bawah 0 dihitung 0" } },
	{ "autocorrelation", TYPE_NUMBER, false,
		{ "correlation of the same people's values in both rounds",
			"korelasi nilai orang yang sama di kedua putaran" } },
	{ "attrition", TYPE_NUMBER, false,
		{ "share of people lost between the rounds, expected again",
			"bagian orang yang hilang antarputaran, diperkirakan sama" } },
	{ "std_error", TYPE_NUMBER, false,
		{ "standard error to be expected", "galat baku yang diperkirakan" } },
	{ "df", TYPE_NUMBER, false, { "degrees of freedom", "derajat bebas" } },
	{ "detectable", TYPE_NUMBER, false,
		{ "smallest true change or difference found in 8 of 10 surveys",
			"perubahan atau beda sebenarnya yang terkecil yang ditemukan dalam 8 dari "
			"10 survei" } },
	{ "mid", TYPE_NUMBER, false,
		{ "smallest change that matters", "perubahan terkecil yang berarti" } },
	{ "villages_for_mid", TYPE_INTEGER, false,
		{ "villages (people where there are none) needed in each arm to find mid, with so "
		  "many people in each",
			"desa (orang bila tanpa desa) yang diperlukan di tiap kelompok untuk "
			"menemukan mid, dengan orang sebanyak itu di tiap desa" } },
	{ "status", TYPE_TEXT, false,
		{ "ok, or why numbers are missing", "ok, atau sebab angka dikosongkan" } },
	{ "note_id", TYPE_TEXT, false, { "remark, in Indonesian", "catatan, bahasa Indonesia" } },
	{ "note_en", TYPE_TEXT, false, { "remark, in English", "catatan, bahasa Inggris" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

/* ---- rows ---- */

static const struct indicator *indicator;
static struct planning planning;

static void put_keys(int design)
{
	put_indicator_keys(indicator);
	put_string(output, rounds->list[rounds->count - 2].name);
	put_string(output, rounds->list[rounds->count - 1].name);
	put_string(output, design_names[design]);
}

static void put_size(double size)
{
	if (size > 0)
		put_integer(output, (int64_t)size);
	else
		put_missing(output);
}

/* The plan as it will be analysed: those who stay. */
static struct power_plan plan_of(int design, double villages, double people)
{
	double stay = 1 - planning.attrition;

	if (has_villages())
		return (struct power_plan){ (enum power_design)design, villages, people * stay };
	return (struct power_plan){ (enum power_design)design, people * stay, 1 };
}

/* Whether shares are to fall. */
static bool falls(void)
{
	return indicator->direction == DIRECTION_DOWN;
}

/* The villages (people) in each arm that find what matters; 0 where nothing was agreed. */
static double needed_for_mid(const struct power_plan *plan)
{
	bool shares = (int)plan->design == SHARES;
	double needed;

	if (planning.status != RESULT_OK || isnan(indicator->mid))
		return 0;
	needed = shares ? planning_share_villages(&planning, plan,
				  planning.share + (falls() ? -1 : 1) * indicator->mid,
				  1 - study->confidence, power, MOST_VILLAGES)
			: (double)power_villages(&planning.spread, plan, indicator->mid,
				  1 - study->confidence, power, MOST_VILLAGES);
	return has_villages() ? needed : ceil(needed / (1 - planning.attrition));
}

/* What is detected; plans of other indicators have the same df. */
static struct power_result detect(const struct power_plan *plan)
{
	static double last_df[sizeof(villages_tried) / sizeof(*villages_tried)][2];
	static double last[sizeof(villages_tried) / sizeof(*villages_tried)][2];
	struct power_result result;
	size_t design = plan->design == POWER_ANCOVA, i = 0;

	if ((int)plan->design == SHARES)
		return planning_shares(&planning, plan, !falls(), 1 - study->confidence, power);
	result = power_error(&planning.spread, plan);
	while (has_villages() && villages_tried[i] < plan->villages)
		i++;
	if (last_df[i][design] != result.df)
		last[i][design] = power_noncentrality(result.df, 1 - study->confidence, power);
	last_df[i][design] = result.df;
	result.detectable = last[i][design] * result.std_error;
	return result;
}

/* `needed`: for mid, at this many people. */
static void put_plan(int design, double villages, double people, double needed)
{
	bool ok = planning.status == RESULT_OK;
	double nan = (double)NAN;
	struct power_plan plan = plan_of(design, villages, people);
	struct power_result result = ok ? detect(&plan) : (struct power_result){ nan, nan, nan };

	put_keys(design);
	put_size(villages);
	put_size(people);
	put_number(output, ok ? planning.std_dev : nan);
	put_number(output,
		!ok                        ? nan
			: design == SHARES ? planning_level_icc(&planning)
					   : planning.icc);
	put_number(output, ok ? planning.autocorrelation : nan);
	put_number(output, ok ? planning.attrition : nan);
	put_number(output, result.std_error);
	put_number(output, result.df);
	put_number(output, result.detectable);
	put_number(output, indicator->mid);
	put_size(needed);
	put_string(output, result_status_name(planning.status));
	put_note(output, result_status_note(planning.status));
	end_row(output);
}

static void put_people(int design, double people)
{
	struct power_plan plan = plan_of(design, 2, people);
	double needed = needed_for_mid(&plan);
	size_t i;

	if (!has_villages())
		put_plan(design, 0, people, needed);
	for (i = 0; has_villages() && i < sizeof(villages_tried) / sizeof(*villages_tried); i++)
		put_plan(design, villages_tried[i], people, needed);
}

static void put_design(int design)
{
	size_t i;

	if (planning.status != RESULT_OK) {
		put_plan(design, 0, 0, 0);
		return;
	}
	for (i = 0; !has_villages() && i < sizeof(persons_tried) / sizeof(*persons_tried); i++)
		put_people(design, persons_tried[i]);
	for (i = 0; has_villages() && i < sizeof(people_tried) / sizeof(*people_tried); i++)
		put_people(design, people_tried[i]);
}

static void take(const struct tally_block *block)
{
	if (rounds->count < 2)
		return;
	indicator = indicator_of(block);
	planning = planning_of(samples_of(block), rounds->count - 2, rounds->count - 1);
	if (study->arm_comparison == NULL) {
		put_design(POWER_CHANGE);
		return;
	}
	put_design(POWER_DID);
	if (study->design == PANEL)
		put_design(POWER_ANCOVA);
	if (indicator->type == INDICATOR_BINARY)
		put_design(SHARES);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	stat_begin();
	tally_take(take);
	tally_take_values_only();
	tally_take_counts_alone();
	tally_take_sums_alone();
	study_begin(input);
	study = study_load();
	rounds = rounds_load();
}

static const struct stage stage = {
	.name = "power",
	.purpose = { "Plan the next round: what so many villages and people could detect, from the "
		     "study's own spreads.",
		"Merencanakan putaran berikut: yang dapat ditemukan dengan sekian desa dan orang, "
		"dari sebaran data studi sendiri." },
	.tables = study_tables,
	.needs = tally_columns,
	.makes = columns,
	.begin = begin,
	.row = tally_row,
	.end = tally_end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
