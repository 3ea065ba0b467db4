/* SPDX-License-Identifier: GPL-3.0-or-later */
/* flow: scores, responses and rejects in, the way from each file's rows to each printed n out. */
#include <string.h>

#include "kit/kit.h"
#include "people/columns.h"
#include "people/counts.h"
#include "people/people.h"
#include "people/printed.h"
#include "people/rejects.h"
#include "study/study.h"

static const struct with_field with[] = {
	{ "responses", false, { "responses.csv", "responses.csv" } },
	{ "rejects", false, { "the rejects of ingest", "daftar baris yang disisihkan ingest" } },
	{ "comparisons", true,
		{ "comparisons.csv; each n in it must be one of this table's",
			"comparisons.csv; setiap n di dalamnya harus ada di tabel ini" } },
	{ NULL, false, { NULL, NULL } },
};

static const struct people *people;
static const struct counts *counts;
static struct names *respondents; /* numbered as the store numbers them */
static unsigned char *aside;      /* of person * rounds + round */

/* ---- rows of the table ---- */

/* What a row is about; numbers are NO_NAME, or slot 0, where it is not. */
struct about {
	const char *file, *round; /* of a file's rows: round as the file has it */
	size_t from, to, slot, indicator;
};

static void put_step(
	const struct about *about, const char *step, int64_t in, int64_t out, struct text reason)
{
	const struct rounds *rounds = rounds_load();

	put_string(output, about->file);
	put_string(output, about->from == NO_NAME ? NULL : rounds->list[about->from].name);
	put_string(output, about->to == NO_NAME ? about->round : rounds->list[about->to].name);
	put_string(output, about->slot == 0 ? NULL : people->arms[about->slot - 1]);
	put_string(output,
		about->indicator == NO_NAME ? NULL
					    : indicators_load()->list[about->indicator].name);
	put_string(output, step);
	put_integer(output, in);
	put_integer(output, out);
	put_string(output, reason.id);
	put_string(output, reason.en);
	end_row(output);
}

static const struct text no_reason = { NULL, NULL };

/* ---- files ---- */

static void put_file(const struct file_flow *flow)
{
	struct about about = { flow->file, flow->round, NO_NAME, NO_NAME, 0, NO_NAME };
	int64_t left = flow->rows;
	size_t i, key;

	put_step(&about, "file", left, left, no_reason);
	for (i = 0; i < ASIDE_COUNT; i++)
		for (key = 0; key < ASIDE_KEYS; key++) {
			int64_t gone = flow->aside[i][key];

			if (gone == 0)
				continue;
			put_step(&about, aside_names[i], left, left - gone,
				aside_reason((enum aside)i, key));
			left -= gone;
		}
	put_step(&about, "kept", left, flow->kept, no_reason);
}

/* ---- rounds ---- */

static size_t slots(void)
{
	return people->arm_count > 1 ? counts->slots : 1;
}

static void put_round(size_t round, const int64_t *responses)
{
	static const struct text unmeasured = { "a row without any indicator's value",
		"baris tanpa nilai indikator mana pun" };
	static const struct text no_value = { "no answer, or not asked",
		"tidak menjawab, atau tidak ditanyai" };
	const struct round_counts *of = &counts->rounds[round];
	struct about about = { NULL, NULL, NO_NAME, round, 0, NO_NAME };

	for (about.slot = 0; about.slot < slots(); about.slot++) {
		put_step(&about, "respondents", responses[about.slot], of->rows[about.slot],
			no_reason);
		put_step(&about, "measured", of->rows[about.slot], of->measured[about.slot],
			unmeasured);
	}
	for (about.indicator = 0; about.indicator < indicators_load()->count; about.indicator++)
		for (about.slot = 0; about.slot < slots(); about.slot++)
			put_step(&about, "value", of->measured[about.slot],
				of->values[about.indicator][about.slot], no_value);
}

/* ---- pairs of rounds ---- */

static void put_leaving(const struct pair_counts *of, struct about about)
{
	static const char *const steps[LEAVING_COUNT] = { "no_row", "row_not_kept", "row_rejected",
		"row_duplicate", "not_measured" };
	static const struct text reasons[LEAVING_COUNT] = {
		[LEAVING_NO_ROW] = { "no row in the later round",
			"tidak ada baris di putaran akhir" },
		[LEAVING_NOT_KEPT] = { "the row was set aside by `keep`",
			"barisnya disisihkan menurut `keep`" },
		[LEAVING_REJECTED] = { "the row could not be used",
			"barisnya tidak dapat dipakai" },
		[LEAVING_DUPLICATE] = { "the row contradicts another of the same person",
			"barisnya bertentangan dengan baris lain dari orang yang sama" },
		[LEAVING_NOT_MEASURED] = { "a row without any indicator's value",
			"baris tanpa nilai indikator mana pun" },
	};
	int64_t left = of->measured[about.slot];
	size_t i;

	for (i = 0; i < LEAVING_COUNT; i++) {
		int64_t gone = of->leaving[i][about.slot];

		if (gone > 0 || i == LEAVING_NO_ROW || i == LEAVING_NOT_MEASURED)
			put_step(&about, steps[i], left, left - gone, reasons[i]);
		left -= gone;
	}
}

static void put_pair(size_t pair)
{
	static const struct text joined = { "new: not measured in the earlier round",
		"baru: tidak terukur di putaran awal" };
	static const struct text no_earlier = { "no value in the earlier round",
		"tanpa nilai di putaran awal" };
	static const struct text no_later = { "no value in the later round",
		"tanpa nilai di putaran akhir" };
	const struct pair_counts *of = &counts->of_pairs[pair];
	size_t from = counts->pairs[pair].from, to = counts->pairs[pair].to;
	struct about about = { NULL, NULL, from, to, 0, NO_NAME };

	for (about.slot = 0; about.slot < slots(); about.slot++) {
		put_leaving(of, about);
		put_step(&about, "linked", counts->rounds[to].measured[about.slot],
			of->linked[about.slot], joined);
	}
	for (about.indicator = 0; about.indicator < indicators_load()->count; about.indicator++)
		for (about.slot = 0; about.slot < slots(); about.slot++) {
			int64_t earlier = of->earlier[about.indicator][about.slot];

			put_step(&about, "earlier_value", of->stayed[about.slot], earlier,
				no_earlier);
			put_step(&about, "pairs", earlier, of->both[about.indicator][about.slot],
				no_later);
		}
}

/* ---- the other tables ---- */

static void meet(const char *respondent, const char *round, enum aside why)
{
	size_t person = name_find(respondents, respondent, strlen(respondent));
	size_t number = round_find(rounds_load(), (struct value){ round, strlen(round) });

	if (person != NO_NAME && number != NO_NAME)
		aside[person * people->rounds + number] = (unsigned char)why;
}

static void prepare_aside(void)
{
	size_t count = people->store->person_count * people->rounds;

	aside = keep(count + 1);
	memset(aside, ASIDE_COUNT, count);
}

/* Rows of responses.csv by round and slot. */
static int64_t **count_responses(void)
{
	struct reader *reader = reader_open(with_file("responses"), NULL);
	size_t round_at = reader_column(reader, "round"), arm_at = reader_column(reader, "arm"), i;
	int64_t **rows = keep((people->rounds + 1) * sizeof(*rows));

	if (round_at == NO_NAME || arm_at == NO_NAME)
		refuse(&(struct place){ reader->file, reader->line,
			       round_at == NO_NAME ? "round" : "arm", NULL },
			SAY("this column is missing", "kolom ini tidak ada"));
	for (i = 0; i < people->rounds; i++)
		rows[i] = keep(counts->slots * sizeof(**rows));
	while (reader_next(reader)) {
		size_t round = round_find(rounds_load(), reader->values[round_at]);
		struct place at = reader_place(reader, round_at);

		if (round == NO_NAME)
			refuse(&at, SAY("no such round", "putaran ini tidak ada"));
		rows[round][0]++;
		for (i = 0; i < people->arm_count; i++)
			if (same_text(reader->values[arm_at], people->arms[i]))
				rows[round][1 + i]++;
	}
	reader_close(reader);
	return rows;
}

static _Noreturn void refuse_vanished(const char *file, const char *round, int64_t in, int64_t out)
{
	refuse(&(struct place){ .file = file, .column = "round", .offending = round },
		SAY("rows have vanished: %lld in, %lld out",
			"ada baris yang hilang: %lld masuk, %lld keluar"),
		(long long)in, (long long)out);
}

/* From files to responses, and from responses to scores, by round and arm. */
static void check_rows(const struct file_flows *files, int64_t *const *responses)
{
	int64_t in = 0, out = 0;
	size_t round, slot, i;

	for (i = 0; i < files->count; i++)
		in += files->list[i].kept;
	for (round = 0; round < people->rounds; round++) {
		const char *name = rounds_load()->list[round].name;
		int64_t kept = 0;
		bool by_round = false;

		out += responses[round][0];
		for (i = 0; i < files->count; i++)
			if (strcmp(files->list[i].round, name) == 0) {
				by_round = true;
				kept += files->list[i].kept;
			}
		if (by_round && kept != responses[round][0])
			refuse_vanished("responses", name, kept, responses[round][0]);
		for (slot = 0; slot < counts->slots; slot++)
			if (responses[round][slot] != counts->rounds[round].rows[slot])
				refuse_vanished("scores", name, responses[round][slot],
					counts->rounds[round].rows[slot]);
	}
	if (in != out)
		refuse_vanished("responses", NULL, in, out);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	respondents = names_new();
	people_begin(input);
}

static void row(const struct value *needed)
{
	people_add(needed);
	name_add(respondents, needed[KEY_RESPONDENT].text, needed[KEY_RESPONDENT].length);
}

static void end(void)
{
	const struct file_flows *files;
	int64_t **responses;
	size_t i;

	people = people_finish();
	prepare_aside();
	files = rejects_read(with_file("rejects"), meet);
	counts = count_people(people, aside);
	responses = count_responses();
	check_rows(files, responses);
	if (with_file("comparisons") != NULL)
		printed_check(with_file("comparisons"), people, counts);
	for (i = 0; i < files->count; i++)
		put_file(&files->list[i]);
	for (i = 0; i < people->rounds; i++)
		put_round(i, responses[i]);
	for (i = 0; i < counts->pair_count && study_load()->design == PANEL; i++)
		put_pair(i);
}

static const struct stage stage = {
	.name = "flow",
	.purpose = { "Follow rows and people from each file to each printed n; refuse what "
		     "vanishes.",
		"Mengikuti baris dan orang dari tiap berkas sampai tiap n; menolak bila ada yang "
		"hilang." },
	.with = with,
	.tables = study_tables,
	.needs = people_needs,
	.makes = flow_columns,
	.begin = begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
