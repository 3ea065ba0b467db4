/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reliability: scores in; whether the members of each index say the same thing, round by round, out. */
#include <math.h>

#include "kit/kit.h"
#include "people/items.h"
#include "result/status.h"
#include "stat/distribution.h"
#include "stat/reliability.h"

static const struct column makes[] = {
	{ "goal", TYPE_TEXT, false, { "goal of the index", "tujuan index" } },
	{ "indicator", TYPE_TEXT, false, { "the index", "index" } },
	{ "label_id", TYPE_TEXT, false,
		{ "its name, or that of the member, in Indonesian",
			"namanya, atau nama anggotanya, bahasa Indonesia" } },
	{ "label_en", TYPE_TEXT, false,
		{ "its name, or that of the member, in English",
			"namanya, atau nama anggotanya, bahasa Inggris" } },
	{ "round", TYPE_TEXT, false, { "the round", "putaran" } },
	{ "member", TYPE_TEXT, true,
		{ "the member; blank: all together", "anggotanya; kosong: semuanya bersama" } },
	{ "members", TYPE_INTEGER, false,
		{ "how many members the index has", "jumlah anggota index" } },
	{ "n", TYPE_INTEGER, false,
		{ "people who answered all members", "orang yang menjawab semua anggota" } },
	{ "n_missing", TYPE_INTEGER, true,
		{ "people who answered some of them only", "orang yang hanya menjawab sebagian" } },
	{ "alpha", TYPE_NUMBER, true,
		{ "Cronbach's alpha; of a member: without it",
			"alfa Cronbach; pada anggota: tanpa anggota itu" } },
	{ "conf_low", TYPE_NUMBER, true,
		{ "lower limit of alpha (Feldt)", "batas bawah alfa (Feldt)" } },
	{ "conf_high", TYPE_NUMBER, true,
		{ "upper limit of alpha (Feldt)", "batas atas alfa (Feldt)" } },
	{ "item_rest", TYPE_NUMBER, true,
		{ "correlation of the member with the others together",
			"korelasi anggota dengan semua anggota lain" } },
	{ "items", TYPE_TEXT, false,
		{ "scale: members from 0 to 100; standardised: members over their standard "
		  "deviation",
			"scale: anggota dari 0 sampai 100; standardised: anggota dibagi simpangan "
			"bakunya" } },
	{ "status", TYPE_TEXT, false,
		{ "ok, or why there is no number", "ok, atau mengapa tidak ada angka" } },
	{ "note_id", TYPE_TEXT, true,
		{ "what must be said besides, in Indonesian", "keterangan, bahasa Indonesia" } },
	{ "note_en", TYPE_TEXT, true,
		{ "what must be said besides, in English", "keterangan, bahasa Inggris" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static const struct text runs_backwards = {
	"Runs against the other members: its direction is probably not reversed, or it belongs to "
	"no index with them.",
	"Berlawanan arah dengan anggota lain: arahnya mungkin belum dibalik, atau tidak cocok "
	"dalam satu index."
};
static const struct text below_nothing = {
	"Below 0: some members run against the others; look at item_rest.",
	"Di bawah 0: ada anggota yang berlawanan arah dengan yang lain; lihat item_rest."
};

static const struct people *people;

static void put_start(const struct indicator *index, struct text label, size_t round,
	const char *member, const struct items *items)
{
	put_string(output, goal_of(index)->name);
	put_string(output, index->name);
	put_string(output, label.id);
	put_string(output, label.en);
	put_string(output, rounds_load()->list[round].name);
	put_string(output, member);
	put_integer(output, (int64_t)items->count);
	put_integer(output, items->n);
	put_integer(output, items->n_missing);
}

static void put_end(const struct items *items, enum result_status status, struct text note)
{
	struct text notes = result_status_note(status);

	note_add(&notes, note);
	put_string(output, items->standardised ? "standardised" : "scale");
	put_string(output, result_status_name(status));
	put_note(output, notes);
	end_row(output);
}

/* Below 0 by more than chance among so few people, as if they were drawn one by one. */
static bool clearly_negative(double correlation, int64_t n)
{
	double df = (double)n - 2, rest = 1 - correlation * correlation;

	if (n < 3 || !(correlation < 0))
		return false;
	return rest <= 0 ||
		t_p_value(correlation * sqrt(df / rest), df) < 1 - study_load()->confidence;
}

static void put_member(const struct indicator *index, size_t round, const struct items *items,
	size_t which, enum result_status status)
{
	const struct indicator *member = &indicators_load()->list[index->members[which]];
	double rest = reliability_item_rest(items->covariance, items->count, which);
	bool backwards = status == RESULT_OK && clearly_negative(rest, items->n);

	if (backwards)
		warn(&(struct place){ .file = index->place.file,
			     .line = index->place.line,
			     .column = "calculation",
			     .offending = member->name },
			SAY("round %s: %s", "putaran %s: %s"), rounds_load()->list[round].name,
			text_of(runs_backwards));
	put_start(index, member->label, round, member->name, items);
	put_number(output,
		status == RESULT_OK ? reliability_without(items->covariance, items->count, which)
				    : (double)NAN);
	put_missing(output);
	put_missing(output);
	put_number(output, status == RESULT_OK ? rest : (double)NAN);
	put_end(items, status, backwards ? runs_backwards : (struct text){ "", "" });
}

static void put_round(const struct indicator *index, size_t round)
{
	struct items items = items_of(people, index, round);
	struct reliability found =
		reliability_alpha(items.covariance, items.count, items.n, study_load()->confidence);
	enum result_status status = result_status(found.status);
	bool ok = status == RESULT_OK;
	size_t i;

	put_start(index, index->label, round, NULL, &items);
	put_number(output, ok ? found.alpha : (double)NAN);
	put_number(output, ok ? found.conf_low : (double)NAN);
	put_number(output, ok ? found.conf_high : (double)NAN);
	put_missing(output);
	put_end(&items, status, ok && found.alpha < 0 ? below_nothing : (struct text){ "", "" });
	for (i = 0; i < items.count; i++)
		put_member(index, round, &items, i, status);
}

static void begin(const struct reader *input)
{
	stat_begin();
	people_begin(input);
}

static void end(void)
{
	const struct indicators *indicators = indicators_load();
	size_t i, round;

	people = people_finish();
	for (i = 0; i < indicators->count && people->store->rows > 0; i++)
		for (round = 0; indicators->list[i].reflective && round < rounds_load()->count;
			round++)
			put_round(&indicators->list[i], round);
}

static const struct stage stage = {
	.name = "reliability",
	.purpose = { "Tell whether the members of each index say the same thing: alpha, and each "
		     "member's part in it.",
		"Memeriksa apakah anggota tiap index mengatakan hal yang sama: alfa, dan peran "
		"tiap anggota." },
	.tables = study_tables,
	.needs = people_needs,
	.makes = makes,
	.begin = begin,
	.row = people_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
