/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meanings of the columns of bounds.csv. */
#include "people/bounds_columns.h"

const struct column bounds_columns[BOUNDS_COLUMN_COUNT + 1] = {
	[BOUNDS_GOAL] = { "goal", TYPE_TEXT, false, { "goal", "tujuan" } },
	[BOUNDS_INDICATOR] = { "indicator", TYPE_TEXT, false, { "indicator", "indikator" } },
	[BOUNDS_LABEL_ID] = { "label_id", TYPE_TEXT, false,
		{ "its name, in Indonesian", "namanya, bahasa Indonesia" } },
	[BOUNDS_LABEL_EN] = { "label_en", TYPE_TEXT, false,
		{ "its name, in English", "namanya, bahasa Inggris" } },
	[BOUNDS_TYPE] = { "type", TYPE_TEXT, false, { "kind of indicator", "jenis indikator" } },
	[BOUNDS_UNIT] = { "unit", TYPE_TEXT, false,
		{ "unit of the indicator", "satuan indikator" } },
	[BOUNDS_CONTRAST] = { "contrast", TYPE_TEXT, false,
		{ "change: of an arm; did: change of the arm minus that of the "
		  "comparison arm",
			"change: perubahan suatu kelompok; did: perubahan kelompok program "
			"dikurangi perubahan pembanding" } },
	[BOUNDS_ROUND_FROM] = { "round_from", TYPE_TEXT, false,
		{ "earlier round", "putaran awal" } },
	[BOUNDS_ROUND_TO] = { "round_to", TYPE_TEXT, false, { "later round", "putaran akhir" } },
	[BOUNDS_ARM] = { "arm", TYPE_TEXT, false,
		{ "programme arm in the earlier round; blank: all together",
			"kelompok program di putaran awal; kosong: semuanya" } },
	[BOUNDS_SAMPLE] = { "sample", TYPE_TEXT, false,
		{ "pairs: those with both values; all: everybody in each round; "
		  "blank: those with the earlier value",
			"pairs: yang bernilai di keduanya; all: semua orang di tiap "
			"putaran; kosong: yang bernilai di putaran awal" } },
	[BOUNDS_MEASURE] = { "measure", TYPE_TEXT, false,
		{ "pairs, all, weighted (in cells), lee (trimmed bounds) or manski "
		  "(worst and best case)",
			"pairs, all, weighted (dibobot dalam sel), lee (batas pangkas), "
			"atau manski (kemungkinan terburuk dan terbaik)" } },
	[BOUNDS_N_FROM] = { "n_from", TYPE_INTEGER, false,
		{ "people with the earlier value; of all: with a value in the "
		  "earlier round",
			"orang yang bernilai di putaran awal" } },
	[BOUNDS_N_PAIRS] = { "n_pairs", TYPE_INTEGER, false,
		{ "of them, with the later value; of all: blank",
			"di antaranya yang juga bernilai di putaran akhir; untuk all: "
			"kosong" } },
	[BOUNDS_N_TO] = { "n_to", TYPE_INTEGER, false,
		{ "of all: people with a value in the later round",
			"untuk all: orang yang bernilai di putaran akhir" } },
	[BOUNDS_N_FROM_COMPARISON] = { "n_from_comparison", TYPE_INTEGER, false,
		{ "n_from of the comparison arm, for a did",
			"n_from kelompok pembanding, untuk did" } },
	[BOUNDS_N_PAIRS_COMPARISON] = { "n_pairs_comparison", TYPE_INTEGER, false,
		{ "n_pairs of the comparison arm, for a did",
			"n_pairs kelompok pembanding, untuk did" } },
	[BOUNDS_N_TO_COMPARISON] = { "n_to_comparison", TYPE_INTEGER, false,
		{ "n_to of the comparison arm, for a did",
			"n_to kelompok pembanding, untuk did" } },
	[BOUNDS_SHARE_LOST] = { "share_lost", TYPE_NUMBER, false,
		{ "share of those with the earlier value who lack the later one (0 "
		  "to 1)",
			"proporsi yang bernilai di putaran awal tetapi tidak di putaran "
			"akhir (0 sampai 1)" } },
	[BOUNDS_SHARE_LOST_COMPARISON] = { "share_lost_comparison", TYPE_NUMBER, false,
		{ "the same of the comparison arm, for a did",
			"hal yang sama di kelompok pembanding, untuk did" } },
	[BOUNDS_ESTIMATE] = { "estimate", TYPE_NUMBER, false,
		{ "the contrast of pairs, all or weighted",
			"perbedaan menurut pairs, all, atau weighted" } },
	[BOUNDS_BOUND_LOW] = { "bound_low", TYPE_NUMBER, false,
		{ "the least that it can be, of lee and manski",
			"paling kecil yang mungkin, untuk lee dan manski" } },
	[BOUNDS_BOUND_HIGH] = { "bound_high", TYPE_NUMBER, false,
		{ "the most that it can be", "paling besar yang mungkin" } },
	[BOUNDS_TRIMMED] = { "trimmed", TYPE_NUMBER, false,
		{ "of lee: share of the fuller arm that is left out",
			"untuk lee: proporsi kelompok yang lebih lengkap yang dikeluarkan" } },
	[BOUNDS_SIGN_SURVIVES] = { "sign_survives", TYPE_TEXT, false,
		{ "yes: rise or fall is the same as of the pairs, whatever the "
		  "bounds; no: it may be the other way",
			"yes: naik atau turunnya tetap seperti pada pairs, juga di kedua "
			"batas; no: mungkin sebaliknya" } },
	[BOUNDS_PLANNED] = { "planned", TYPE_TEXT, false,
		{ "yes, changed or no: in frozen.csv; blank: nothing is frozen",
			"yes (ada), changed (berubah), atau no (tidak ada) di frozen.csv; "
			"kosong: tidak ada yang dibekukan" } },
	[BOUNDS_STATUS] = { "status", TYPE_TEXT, false,
		{ "ok, or why numbers are missing", "ok, atau sebab angka dikosongkan" } },
	[BOUNDS_NOTE_ID] = { "note_id", TYPE_TEXT, false,
		{ "remark, in Indonesian", "catatan, bahasa Indonesia" } },
	[BOUNDS_NOTE_EN] = { "note_en", TYPE_TEXT, false,
		{ "remark, in English", "catatan, bahasa Inggris" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};
