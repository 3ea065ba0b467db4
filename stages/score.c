/* SPDX-License-Identifier: GPL-3.0-or-later */
/* score: answers in, indicators out, one row a person and round. */
#include <math.h>
#include <string.h>

#include "kit/kit.h"
#include "scoring/scoring.h"
#include "scoring/unfit.h"
#include "scoring/written.h"
#include "study/begin.h"

static const struct value nothing = { "", 0 };

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
static struct value *fields; /* of the row that is written */
static size_t field_count;
static struct room {
	char text[32];
} * rooms; /* for those that are numbers */

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

/* A field for each column of the header. */
static void make_room(void)
{
	size_t i;

	field_count = KEY_COUNT + groups->count + indicators->count;
	for (i = 0; i < indicators->count; i++)
		field_count += scored[i].per != NULL;
	fields = keep(field_count * sizeof(*fields));
	rooms = keep(field_count * sizeof(*rooms));
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
	make_room();
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

static struct value group_text(struct expression *group, const struct value *answers, char text[32])
{
	struct operand result = expression_evaluate(group, answers);

	if (result.kind == OPERAND_TEXT)
		return (struct value){ result.text, result.length };
	if (result.kind == OPERAND_NUMBER)
		return (struct value){ text, number_text(result.number, text) };
	return nothing;
}

/* The fields of the row; their texts live until the next one. */
static void fill(const struct value *keys, const struct value *answers)
{
	struct value *field = fields + KEY_COUNT;
	struct room *room = rooms;
	size_t i;

	memcpy(fields, keys, KEY_COUNT * sizeof(*fields));
	for (i = 0; i < groups->count; i++)
		*field++ = group_text(grouping[i], answers, (room++)->text);
	for (i = 0; i < indicators->count; i++) {
		const struct scored *one = &scored[i];

		*field++ = written_score(one, keys, (room++)->text);
		if (one->per != NULL)
			*field++ = written_per(one, keys, (room++)->text);
	}
}

static void row(const struct value *needed)
{
	const struct value *answers = stage_input()->values;

	if (norms != NULL && !norms_checked)
		check_norms();
	norms_checked = true;
	scoring_compute(scored, answers);
	fill(needed, answers);
	put_many(output, fields, field_count);
	end_row(output);
}

static const struct stage stage = {
	.name = "score",
	.purpose = { "Compute the indicators of each person from the answers.",
		"Menghitung indikator setiap orang dari jawabannya." },
	.with = with,
	.tables = study_tables,
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
