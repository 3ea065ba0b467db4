/* SPDX-License-Identifier: GPL-3.0-or-later */
/* score: answers in, indicators out, one row a person and round. */
#include <math.h>
#include <string.h>

#include "kit/decimal.h"
#include "kit/kit.h"
#include "scoring/scoring.h"
#include "scoring/unfit.h"

enum { DECIMALS = 9 }; /* enough to find the lattice again */

static const struct column needs[] = {
	[KEY_RESPONDENT] = { "respondent", TYPE_TEXT, false, { "who", "siapa" } },
	[KEY_ROUND] = { "round", TYPE_TEXT, false, { "survey round", "putaran survei" } },
	[KEY_ARM] = { "arm", TYPE_TEXT, false,
		{ "programme or comparison", "program atau pembanding" } },
	[KEY_CLUSTER] = { "cluster", TYPE_TEXT, false, { "village", "desa" } },
	[KEY_STRATUM] = { "stratum", TYPE_TEXT, false, { "stratum", "strata" } },
	[KEY_WEIGHT] = { "weight", TYPE_NUMBER, false, { "survey weight", "bobot survei" } },
	[KEY_FPC] = { "fpc", TYPE_NUMBER, false,
		{ "clusters in the stratum's population", "jumlah desa dalam populasi strata" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static const char *const tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv",
	"goals.csv", "indicators.csv", "groups.csv", NULL };

static const struct with_field with[] = {
	{ "norms", true,
		{ "norms.csv, where a study uses p5, p95, percentile(), z_average or icw",
			"norms.csv, bila studi memakai p5, p95, percentile(), z_average, atau "
			"icw" } },
	{ NULL, false, { NULL, NULL } },
};

static const struct indicators *indicators;
static const struct groups *groups;
static const struct norms *norms; /* NULL where the study asks for none */
static struct scored *scored;
static struct expression **grouping;
static bool norms_checked;

/* The norms, if the study asks for any. */
static const struct norms *find_norms(void)
{
	const char *file = with_file("norms");
	struct place where;

	if (!norms_asked(&where))
		return NULL;
	if (file == NULL)
		misuse(&where,
			SAY("this needs the baseline: give the table of the stage norms as --with "
			    "norms=FILE (in pipeline.csv: "
			    "scores reads `responses norms`)",
				"ini memerlukan putaran awal: berikan tabel tahap norms lewat "
				"--with norms=BERKAS (di pipeline.csv: "
				"scores membaca `responses norms`)"));
	return norms_read(file);
}

static void begin(const struct reader *input)
{
	size_t i;

	study_load();
	indicators = indicators_load();
	groups = groups_load();
	stop_on_faults();
	norms = find_norms();
	scored = scoring_begin(input->header, input->columns, norms);
	grouping = keep((groups->count + 1) * sizeof(*grouping));
	for (i = 0; i < KEY_COUNT; i++)
		put_string(output, key_names[i]);
	for (i = 0; i < groups->count; i++) {
		const struct group *group = &groups->list[i];

		grouping[i] = study_calculation(group->calculation, &group->place, group->name,
			norms, input->header, input->columns);
		put_string(output, group->name);
	}
	for (i = 0; i < indicators->count; i++) {
		put_string(output, indicators->list[i].name);
		if (scored[i].per != NULL)
			put_string(output, indicator_per_column(&indicators->list[i]));
	}
	stop_on_faults();
	end_row(output);
}

static const char *end_text(double end)
{
	return isnan(end) ? "?" : keep_format("%g", end);
}

/* Members of indices need p5 and p95 that tell people apart. */
static void check_norms(void)
{
	size_t i, j;

	if (norms->rows == 0)
		refuse(&(struct place){ .file = with_file("norms") },
			SAY("has no rows though there are answers; make it again with the stage "
			    "norms",
				"tidak berisi baris padahal ada jawaban; buat ulang dengan tahap "
				"norms"));
	for (i = 0; i < indicators->count; i++)
		for (j = 0; indicators->list[i].build == BUILD_PERCENT_OF_MAXIMUM &&
			j < indicators->list[i].member_count;
			j++) {
			const struct scored *member = &scored[indicators->list[i].members[j]];
			struct place at = member->indicator->place;

			at.column = "scale_max";
			at.offending = member->indicator->name;
			if (!(member->low < member->high))
				refuse(&at,
					SAY("its scale runs from %s to %s at the baseline and "
					    "tells nobody apart; write numbers",
						"skalanya dari %s sampai %s pada putaran awal "
						"sehingga tidak membedakan siapa pun; tulis angka"),
					end_text(member->low), end_text(member->high));
		}
}

static const char *exact(double number)
{
	char text[32];

	return keep_text(text, number_text(number, text));
}

/* Notes what is wrong with a value; false then, and it is not written. */
static bool check_value(const struct scored *one, const struct value *keys)
{
	static const struct text is_text = {
		"the calculation gives a text; score() turns choices into numbers",
		"perhitungan memberi teks; score() mengubah pilihan menjadi angka"
	};
	static const struct text not_binary = { "a binary indicator must give 0 or 1",
		"indikator binary harus memberi 0 atau 1" };
	static const struct text outside = { "outside scale_min and scale_max; correct the scale, "
					     "or cap the value with min() or max()",
		"di luar scale_min dan scale_max; perbaiki skalanya, atau batasi nilainya dengan "
		"min() atau max()" };
	static const struct text below = { "what a ratio is divided by must not be negative",
		"penyebut rasio tidak boleh negatif" };
	const struct indicator *indicator = one->indicator;
	bool ratio = indicator->type == INDICATOR_RATIO;
	const struct text *wrong = NULL;

	if (!missing(one->text))
		wrong = &is_text;
	else if (isnan(one->value))
		return true;
	else if (indicator->type == INDICATOR_BINARY && one->value != 0 && one->value != 1)
		wrong = &not_binary;
	else if (ratio && one->per_value < 0)
		wrong = &below;
	else if (!ratio && (one->value < indicator->scale_min || one->value > indicator->scale_max))
		wrong = &outside;
	if (wrong != NULL)
		unfit_note(indicator,
			wrong == &is_text ? keep_text(one->text.text, one->text.length)
					  : exact(wrong == &below ? one->per_value : one->value),
			*wrong, keys[KEY_RESPONDENT], keys[KEY_ROUND]);
	return wrong == NULL;
}

/* Is the value an answer that stands there as it would be written? Then nothing need be computed to
 * write it, which spares amounts a third of this stage's time. */
static bool stands_there(const struct scored *one, const struct value *answers)
{
	size_t answer = one->calculation == NULL ? NO_NAME : expression_answer(one->calculation),
	       decimals;
	int64_t units;

	return answer != NO_NAME && plain_number(answers[answer], &units, &decimals) &&
		answers[answer].length <= 15 && decimals <= DECIMALS &&
		(decimals == 0 || (units % 10 != 0 && one->indicator->denominator == 0));
}

/* A number on its lattice (0: unknown); NaN is missing. Its text is left in `memory`, if there is any. */
static void put_fitting(const struct scored *one, double number, int64_t denominator,
	struct memory *memory, const struct value *keys)
{
	static const struct text too_long = { "more than 18 digits", "lebih dari 18 angka" };
	struct decimal decimal;
	char text[32];
	size_t length;

	if (isnan(number)) {
		put_missing(output);
	} else if (decimal_of_number(number, denominator, DECIMALS, &decimal)) {
		length = decimal_text(decimal, text);
		put_text(output, text, length);
		if (memory != NULL && length <= sizeof(memory->text)) {
			memory->length = (uint8_t)length;
			memcpy(memory->text, text, length);
		}
	} else {
		unfit_note(one->indicator, exact(number), too_long, keys[KEY_RESPONDENT],
			keys[KEY_ROUND]);
		put_missing(output);
	}
}

static void put_score(
	const struct scored *one, const struct value *keys, const struct value *answers)
{
	struct memory *memory = one->calculation == NULL || one->per != NULL ? NULL : one->memory;
	bool fits;

	if (memory != NULL && memory->length > 0) { /* it was checked when it was written first */
		put_text(output, memory->text, memory->length);
		return;
	}
	fits = one->calculation == NULL || check_value(one, keys);
	if (fits && !isnan(one->value) && stands_there(one, answers))
		put_value(output, answers[expression_answer(one->calculation)]);
	else
		put_fitting(
			one, fits ? one->value : NAN, one->indicator->denominator, memory, keys);
	if (one->per != NULL)
		put_fitting(one, fits ? one->per_value : NAN, 0, NULL, keys);
}

static void put_group(struct expression *group, const struct value *answers)
{
	struct operand result = expression_evaluate(group, answers);
	char text[32];

	if (result.kind == OPERAND_TEXT)
		put_text(output, result.text, result.length);
	else if (result.kind == OPERAND_NUMBER)
		put_text(output, text, number_text(result.number, text));
	else
		put_missing(output);
}

static void row(const struct value *needed)
{
	const struct value *answers = stage_input()->values;
	size_t i;

	if (norms != NULL && !norms_checked)
		check_norms();
	norms_checked = true;
	scoring_compute(scored, answers);
	for (i = 0; i < KEY_COUNT; i++)
		put_value(output, needed[i]);
	for (i = 0; i < groups->count; i++)
		put_group(grouping[i], answers);
	for (i = 0; i < indicators->count; i++)
		put_score(&scored[i], needed, answers);
	end_row(output);
}

static const struct stage stage = {
	.name = "score",
	.purpose = { "Compute the indicators of each person from the answers.",
		"Menghitung indikator setiap orang dari jawabannya." },
	.with = with,
	.tables = tables,
	.needs = needs,
	.makes_note = "respondent,round,arm,cluster,stratum,weight,fpc,GROUPS,INDICATORS (of a "
		      "ratio the numerator, then NAME.per)",
	.begin = begin,
	.row = row,
	.end = unfit_settle,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
