/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meanings of the columns of multidimensional.csv. */
#include "spread/counted_columns.h"

const struct column counted_columns[COUNTED_COLUMN_COUNT + 1] = {
	[COUNTED_GOAL] = { "goal", TYPE_TEXT, false, { "goal of the index", "tujuan index" } },
	[COUNTED_INDICATOR] = { "indicator", TYPE_TEXT, false, { "the index", "index" } },
	[COUNTED_LABEL_ID] = { "label_id", TYPE_TEXT, false,
		{ "its name, or that of the member, in Indonesian",
			"namanya, atau nama anggotanya, bahasa Indonesia" } },
	[COUNTED_LABEL_EN] = { "label_en", TYPE_TEXT, false,
		{ "its name, or that of the member, in English",
			"namanya, atau nama anggotanya, bahasa Inggris" } },
	[COUNTED_ROUND] = { "round", TYPE_TEXT, false, { "survey round", "putaran survei" } },
	[COUNTED_ARM] = { "arm", TYPE_TEXT, true,
		{ "programme arm; blank: all together", "kelompok program; kosong: semuanya" } },
	[COUNTED_GROUP] = { "group", TYPE_TEXT, true,
		{ "group of people; blank: everybody", "kelompok orang; kosong: semua orang" } },
	[COUNTED_GROUP_VALUE] = { "group_value", TYPE_TEXT, true,
		{ "which of the group", "yang mana dalam kelompok itu" } },
	[COUNTED_MEASURE] = { "measure", TYPE_TEXT, false,
		{ "headcount (H: share held back), intensity (A: what these lack), "
		  "adjusted_headcount (M0 = H A), dropped (share left out for missing answers); of "
		  "a member censored_headcount (held back and lacking it), contribution (its part "
		  "in M0), uncensored_headcount (lacking it), dropped_headcount (lacking it, among "
		  "those left out)",
			"headcount (H: proporsi yang tertinggal), intensity (A: seberapa banyak "
			"kekurangannya), adjusted_headcount (M0 = H A), dropped (proporsi yang "
			"tidak dihitung karena jawabannya tidak lengkap); untuk anggota "
			"censored_headcount (tertinggal dan kurang dalam hal itu), contribution "
			"(bagiannya dalam M0), uncensored_headcount (kurang dalam hal itu), "
			"dropped_headcount (kurang dalam hal itu, di antara yang tidak "
			"dihitung)" } },
	[COUNTED_MEMBER] = { "member", TYPE_TEXT, true,
		{ "the member; blank: all together", "anggotanya; kosong: semuanya bersama" } },
	[COUNTED_MEMBER_WEIGHT] = { "member_weight", TYPE_INTEGER, true,
		{ "weight of the member", "bobot anggota" } },
	[COUNTED_TOTAL_WEIGHT] = { "total_weight", TYPE_INTEGER, false,
		{ "weight of all members", "bobot semua anggota" } },
	[COUNTED_K] = { "k", TYPE_INTEGER, false,
		{ "weight of what is lacking from which on a person counts as held back",
			"bobot kekurangan yang membuat seseorang terhitung tertinggal" } },
	[COUNTED_N] = { "n", TYPE_INTEGER, false,
		{ "people it tells of: those who answered all members; of intensity and "
		  "contribution those held back; of dropped also those left out; of "
		  "dropped_headcount those left out who answered the member",
			"orang yang dihitung: yang menjawab semua anggota; untuk intensity dan "
			"contribution: yang tertinggal; untuk dropped: termasuk yang tidak "
			"dihitung; untuk dropped_headcount: yang tidak dihitung tetapi menjawab "
			"anggota itu" } },
	[COUNTED_N_MISSING] = { "n_missing", TYPE_INTEGER, false,
		{ "people of the cell who did not answer all members",
			"orang yang tidak menjawab semua anggota" } },
	[COUNTED_CLUSTERS] = { "clusters", TYPE_INTEGER, false,
		{ "villages of these n; respondents where the study has no villages",
			"banyaknya desa dari n orang itu; banyaknya responden bila studi tanpa "
			"desa" } },
	[COUNTED_N_LEAST] = { "n_least", TYPE_INTEGER, true,
		{ "the fewest people of whom more could be worked out from this number and those "
		  "beside it, in this cell or another: withhold goes by it; blank: no fewer than "
		  "n",
			"paling sedikit berapa orang yang keterangannya dapat dihitung dari angka "
			"ini dan angka di sekitarnya, di sel ini atau sel lain: dipakai oleh "
			"withhold; kosong: tidak kurang dari n" } },
	[COUNTED_ESTIMATE] = { "estimate", TYPE_NUMBER, true,
		{ "the measure, 0 to 1", "nilai ukuran, 0 sampai 1" } },
	[COUNTED_STD_ERROR] = { "std_error", TYPE_NUMBER, true,
		{ "standard error", "galat baku" } },
	[COUNTED_DF] = { "df", TYPE_NUMBER, true,
		{ "degrees of freedom of t", "derajat bebas t" } },
	[COUNTED_CONF_LOW] = { "conf_low", TYPE_NUMBER, true,
		{ "lower limit of the confidence interval", "batas bawah selang kepercayaan" } },
	[COUNTED_CONF_HIGH] = { "conf_high", TYPE_NUMBER, true,
		{ "upper limit of the confidence interval", "batas atas selang kepercayaan" } },
	[COUNTED_METHOD] = { "method", TYPE_TEXT, true,
		{ "of the limits: cr2_logit, survey_logit or wilson of shares, cr2_t or survey_t "
		  "of intensity and adjusted_headcount",
			"cara menghitung batas: cr2_logit, survey_logit, atau wilson untuk "
			"proporsi, cr2_t atau survey_t untuk intensity dan adjusted_headcount" } },
	[COUNTED_PLANNED] = { "planned", TYPE_TEXT, true,
		{ "yes, changed or no: in frozen.csv; blank: nothing is frozen",
			"yes (ada), changed (berubah), atau no (tidak ada) di frozen.csv; kosong: "
			"tidak ada yang dibekukan" } },
	[COUNTED_STATUS] = { "status", TYPE_TEXT, false,
		{ "ok, or why numbers are missing", "ok, atau sebab angka dikosongkan" } },
	[COUNTED_NOTE_ID] = { "note_id", TYPE_TEXT, true,
		{ "remark, in Indonesian", "catatan, bahasa Indonesia" } },
	[COUNTED_NOTE_EN] = { "note_en", TYPE_TEXT, true,
		{ "remark, in English", "catatan, bahasa Inggris" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};
