/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns and rows of progress.csv. */
#include <math.h>

#include "result/comparison.h"
#include "result/keys.h"
#include "result/progress.h"
#include "study/frozen.h"

const struct column progress_columns[PROGRESS_COLUMN_COUNT + 1] = {
	{ "goal", TYPE_TEXT, false, { "goal of the indicator", "tujuan indikator itu" } },
	{ "indicator", TYPE_TEXT, false, { "indicator", "indikator" } },
	{ "label_id", TYPE_TEXT, false,
		{ "name of the indicator, in Indonesian", "nama indikator, bahasa Indonesia" } },
	{ "label_en", TYPE_TEXT, false,
		{ "name of the indicator, in English", "nama indikator, bahasa Inggris" } },
	{ "type", TYPE_TEXT, false, { "type of the indicator", "jenis indikator" } },
	{ "unit", TYPE_TEXT, false, { "unit of its values", "satuan nilainya" } },
	{ "round_from", TYPE_TEXT, false, { "the baseline", "putaran awal" } },
	{ "round_to", TYPE_TEXT, false,
		{ "round in which the target is to be reached",
			"putaran saat sasaran harus tercapai" } },
	{ "arm", TYPE_TEXT, false,
		{ "programme arm; blank: all together", "kelompok program; kosong: semuanya" } },
	{ "group", TYPE_TEXT, false,
		{ "group of people, as sex; blank: everybody",
			"kelompok orang, misalnya jenis kelamin; kosong: semua orang" } },
	{ "group_value", TYPE_TEXT, false,
		{ "which of the group", "yang mana dalam kelompok itu" } },
	{ "sample", TYPE_TEXT, false,
		{ "all: everybody who answered in a round",
			"all: semua yang menjawab pada suatu putaran" } },
	{ "n_from", TYPE_INTEGER, false,
		{ "people with a value at the baseline", "orang yang bernilai di putaran awal" } },
	{ "n_to", TYPE_INTEGER, false,
		{ "people with a value in the later round",
			"orang yang bernilai di putaran akhir" } },
	{ "clusters", TYPE_INTEGER, false,
		{ "villages of the later round; respondents where the study has no villages",
			"desa di putaran akhir; responden bila studi tanpa desa" } },
	{ "value_from", TYPE_NUMBER, false, { "value at the baseline", "nilai awal" } },
	{ "value_to", TYPE_NUMBER, false,
		{ "value in the later round, as in estimates",
			"nilai di putaran akhir, seperti dalam estimates" } },
	{ "std_error", TYPE_NUMBER, false,
		{ "standard error of value_to", "galat baku value_to" } },
	{ "df", TYPE_NUMBER, false, { "its degrees of freedom", "derajat bebasnya" } },
	{ "conf_low", TYPE_NUMBER, false, { "lower limit of value_to", "batas bawah value_to" } },
	{ "conf_high", TYPE_NUMBER, false, { "upper limit of value_to", "batas atas value_to" } },
	{ "direction", TYPE_TEXT, false,
		{ "up, down or none: which way is good", "up, down, atau none: arah yang baik" } },
	{ "target", TYPE_NUMBER, false,
		{ "what was to be reached", "sasaran yang ingin dicapai" } },
	{ "progress", TYPE_NUMBER, false,
		{ "share of the way from the baseline to the target that was covered",
			"bagian jarak dari keadaan awal ke sasaran yang sudah ditempuh" } },
	{ "progress_low", TYPE_NUMBER, false,
		{ "its lower limit (Fieller)", "batas bawahnya (Fieller)" } },
	{ "progress_high", TYPE_NUMBER, false,
		{ "its upper limit (Fieller)", "batas atasnya (Fieller)" } },
	{ "verdict", TYPE_TEXT, false,
		{ "reached, not_reached, possibly_reached, possibly_not_reached (few villages), "
		  "unclear or not_measured",
			"reached (tercapai), not_reached (belum), possibly_reached, "
			"possibly_not_reached (desanya sedikit), unclear, atau not_measured" } },
	{ "phrase_id", TYPE_TEXT, false,
		{ "the verdict in words, in Indonesian",
			"putusan dengan kata-kata, bahasa Indonesia" } },
	{ "phrase_en", TYPE_TEXT, false,
		{ "the verdict in words, in English",
			"putusan dengan kata-kata, bahasa Inggris" } },
	{ "explanation", TYPE_TEXT, false,
		{ "the study's own remark in targets.csv",
			"catatan studi sendiri dalam targets.csv" } },
	{ "planned", TYPE_TEXT, false,
		{ "whether the frozen plan has this target: yes, changed or no; blank: nothing "
		  "is frozen",
			"apakah sasaran ini ada dalam rencana yang dibekukan: yes, changed, atau "
			"no; kosong: tidak ada yang dibekukan" } },
	{ "status", TYPE_TEXT, false,
		{ "ok, or why numbers are missing", "ok, atau sebab angka dikosongkan" } },
	{ "note_id", TYPE_TEXT, false, { "remark, in Indonesian", "catatan, bahasa Indonesia" } },
	{ "note_en", TYPE_TEXT, false, { "remark, in English", "catatan, bahasa Inggris" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static void put_keys(const struct progress *progress, const struct indicator *indicator)
{
	const struct target *target = progress->target;

	put_indicator_keys(indicator);
	put_string(output, rounds_load()->list[0].name);
	put_string(output, target->round_name);
	put_string(output, progress->arm);
	put_string(output, target->group);
	put_string(output, target->group_value);
	put_string(output, "all");
}

static void put_value_of(const struct estimate *estimate)
{
	bool stands = estimate->status == RESULT_OK || estimate->status == RESULT_ZERO_VAR;

	put_number(output, stands ? estimate->mean.estimate : (double)NAN);
}

static void put_values(const struct progress *progress)
{
	const struct estimate *after = &progress->after;
	bool surveyed = progress->target->round != NO_NAME;
	bool ok = surveyed && after->status == RESULT_OK;

	put_integer(output, progress->before.sums.n);
	put_integer(output, after->sums.n);
	put_integer(output, (int64_t)after->mean.clusters);
	put_value_of(&progress->before);
	if (surveyed)
		put_value_of(after);
	else
		put_missing(output);
	put_number(output, ok ? after->mean.std_error : (double)NAN);
	put_number(output, ok ? after->mean.df : (double)NAN);
	put_number(output, ok ? after->mean.conf_low : (double)NAN);
	put_number(output, ok ? after->mean.conf_high : (double)NAN);
}

void progress_put(const struct progress *progress)
{
	const struct target *target = progress->target;
	const struct indicator *indicator = &indicators_load()->list[target->indicator];
	struct text words = reached_text(progress->reached);
	struct text notes = result_status_note(progress->status);

	note_add(&notes, progress->note);
	put_keys(progress, indicator);
	put_values(progress);
	put_string(output, direction_name(indicator->direction));
	put_number(output, target->value);
	put_number(output, progress->way.ratio);
	put_number(output, progress->way.conf_low);
	put_number(output, progress->way.conf_high);
	put_string(output, reached_names[progress->reached]);
	put_string(output, words.id);
	put_string(output, words.en);
	put_string(output, target->note);
	put_string(output,
		frozen_planned_target(target->indicator, target->group,
			target_name(indicator->name, target->round_name, target->arm, target->group,
				target->group_value)));
	put_string(output, result_status_name(progress->status));
	put_note(output, notes);
	end_row(output);
}
