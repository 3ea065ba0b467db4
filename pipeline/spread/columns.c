/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meanings of the columns of distributions.csv. */
#include "spread/columns.h"

const struct column distribution_columns[DISTRIBUTION_COLUMN_COUNT + 1] = {
	[DISTRIBUTION_GOAL] = { "goal", TYPE_TEXT, false, { "goal", "tujuan" } },
	[DISTRIBUTION_INDICATOR] = { "indicator", TYPE_TEXT, false, { "indicator", "indikator" } },
	[DISTRIBUTION_LABEL_ID] = { "label_id", TYPE_TEXT, false,
		{ "its name, in Indonesian", "namanya, bahasa Indonesia" } },
	[DISTRIBUTION_LABEL_EN] = { "label_en", TYPE_TEXT, false,
		{ "its name, in English", "namanya, bahasa Inggris" } },
	[DISTRIBUTION_TYPE] = { "type", TYPE_TEXT, false,
		{ "ordinal, scale, count or amount", "ordinal, scale, count, atau amount" } },
	[DISTRIBUTION_UNIT] = { "unit", TYPE_TEXT, false,
		{ "unit of the indicator", "satuan indikator" } },
	[DISTRIBUTION_ROUND] = { "round", TYPE_TEXT, false, { "survey round", "putaran survei" } },
	[DISTRIBUTION_ARM] = { "arm", TYPE_TEXT, false,
		{ "programme arm; blank: all together", "kelompok program; kosong: semuanya" } },
	[DISTRIBUTION_GROUP] = { "group", TYPE_TEXT, false,
		{ "group of people; blank: everybody", "kelompok orang; kosong: semua orang" } },
	[DISTRIBUTION_GROUP_VALUE] = { "group_value", TYPE_TEXT, false,
		{ "which of the group", "yang mana dalam kelompok itu" } },
	[DISTRIBUTION_MEASURE] = { "measure", TYPE_TEXT, false,
		{ "share (of a category), top_two (the two highest), share_zero, median, p10, p25, "
		  "p75, winsorised_mean, gini, or variance_ratio (variance over mean)",
			"share (proporsi suatu kategori), top_two (dua tertinggi), share_zero "
			"(yang "
			"nol), median, p10, p25, p75, winsorised_mean (rata-rata tanpa ekstrem), "
			"gini, atau variance_ratio (varians dibagi rata-rata)" } },
	[DISTRIBUTION_VALUE] = { "value", TYPE_TEXT, false,
		{ "the category of a share; the lower of top_two",
			"kategori suatu share; yang lebih rendah dari top_two" } },
	[DISTRIBUTION_CATEGORY_ID] = { "category_id", TYPE_TEXT, false,
		{ "what the form calls it, in Indonesian",
			"sebutannya di formulir, bahasa Indonesia" } },
	[DISTRIBUTION_CATEGORY_EN] = { "category_en", TYPE_TEXT, false,
		{ "what the form calls it, in English",
			"sebutannya di formulir, bahasa Inggris" } },
	[DISTRIBUTION_N] = { "n", TYPE_INTEGER, false,
		{ "people with a value", "orang yang bernilai" } },
	[DISTRIBUTION_N_MISSING] = { "n_missing", TYPE_INTEGER, false,
		{ "people of the cell without one", "orang tanpa nilai" } },
	[DISTRIBUTION_CLUSTERS] = { "clusters", TYPE_INTEGER, false,
		{ "villages; respondents where the study has no villages",
			"banyaknya desa; banyaknya responden bila studi tanpa desa" } },
	[DISTRIBUTION_ESTIMATE] = { "estimate", TYPE_NUMBER, false,
		{ "the statistic: shares 0 to 1; quantiles of type 7, with weights the smallest "
		  "value at or below which that share of the weight lies",
			"nilai statistik: proporsi 0 sampai 1; kuantil tipe 7, dengan bobot: nilai "
			"terkecil yang mencakup bagian bobot sebesar itu" } },
	[DISTRIBUTION_STD_ERROR] = { "std_error", TYPE_NUMBER, false,
		{ "standard error; of a quantile the width of its limits over 2 t",
			"galat baku; untuk kuantil: lebar batasnya dibagi 2 t" } },
	[DISTRIBUTION_DF] = { "df", TYPE_NUMBER, false,
		{ "degrees of freedom of t", "derajat bebas t" } },
	[DISTRIBUTION_CONF_LOW] = { "conf_low", TYPE_NUMBER, false,
		{ "lower limit of the confidence interval", "batas bawah selang kepercayaan" } },
	[DISTRIBUTION_CONF_HIGH] = { "conf_high", TYPE_NUMBER, false,
		{ "upper limit of the confidence interval", "batas atas selang kepercayaan" } },
	[DISTRIBUTION_METHOD] = { "method", TYPE_TEXT, false,
		{ "of the limits: cr2_logit, survey_logit, wilson; cr2_woodruff, survey_woodruff, "
		  "order_statistics; cr2_t, survey_t; jackknife",
			"cara menghitung batas: cr2_logit, survey_logit, wilson; cr2_woodruff, "
			"survey_woodruff, order_statistics; cr2_t, survey_t; jackknife" } },
	[DISTRIBUTION_PLANNED] = { "planned", TYPE_TEXT, false,
		{ "yes, changed or no: in frozen.csv; blank: nothing is frozen",
			"yes (ada), changed (berubah), atau no (tidak ada) di frozen.csv; kosong: "
			"tidak ada yang dibekukan" } },
	[DISTRIBUTION_STATUS] = { "status", TYPE_TEXT, false,
		{ "ok, or why numbers are missing", "ok, atau sebab angka dikosongkan" } },
	[DISTRIBUTION_NOTE_ID] = { "note_id", TYPE_TEXT, false,
		{ "remark, in Indonesian", "catatan, bahasa Indonesia" } },
	[DISTRIBUTION_NOTE_EN] = { "note_en", TYPE_TEXT, false,
		{ "remark, in English", "catatan, bahasa Inggris" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};
