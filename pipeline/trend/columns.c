/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of trends.csv with their meanings. */
#include "trend/columns.h"

const struct column trend_columns[TREND_COLUMN_COUNT + 1] = {
	[TREND_GOAL] = { "goal", TYPE_TEXT, false, { "goal", "tujuan" } },
	[TREND_INDICATOR] = { "indicator", TYPE_TEXT, false, { "indicator", "indikator" } },
	[TREND_LABEL_ID] = { "label_id", TYPE_TEXT, false,
		{ "name of the indicator, in Indonesian", "nama indikator, bahasa Indonesia" } },
	[TREND_LABEL_EN] = { "label_en", TYPE_TEXT, false,
		{ "name of the indicator, in English", "nama indikator, bahasa Inggris" } },
	[TREND_TYPE] = { "type", TYPE_TEXT, false, { "type of the indicator", "jenis indikator" } },
	[TREND_UNIT] = { "unit", TYPE_TEXT, false,
		{ "unit of its values; the trend is this unit a year (shares 0 to 1)",
			"satuan nilainya; tren dinyatakan per tahun dalam satuan ini (proporsi 0 "
			"sampai 1)" } },
	[TREND_CONTRAST] = { "contrast", TYPE_TEXT, false,
		{ "trend: change a year; trend_did: trend of the arm minus trend of the "
		  "comparison; "
		  "trend_bend: what the change a year itself changes in a year",
			"trend: perubahan per tahun; trend_did: tren program dikurangi tren "
			"pembanding; trend_bend: perubahan dari perubahan per tahun itu sendiri "
			"dalam setahun" } },
	[TREND_ROUND_FROM] = { "round_from", TYPE_TEXT, false,
		{ "first round of the trend", "putaran pertama dalam tren" } },
	[TREND_ROUND_TO] = { "round_to", TYPE_TEXT, false,
		{ "last round of the trend", "putaran terakhir dalam tren" } },
	[TREND_ROUNDS] = { "rounds", TYPE_INTEGER, false,
		{ "how many rounds it runs through: those with an answer",
			"banyaknya putaran dalam tren: yang ada jawabannya" } },
	[TREND_ARM] = { "arm", TYPE_TEXT, false,
		{ "programme arm; blank: all together", "kelompok program; kosong: semuanya" } },
	[TREND_GROUP] = { "group", TYPE_TEXT, false,
		{ "group of people, as sex; blank: everybody",
			"kelompok orang, misalnya jenis kelamin; kosong: semua orang" } },
	[TREND_GROUP_VALUE] = { "group_value", TYPE_TEXT, false,
		{ "which of the group", "yang mana dalam kelompok itu" } },
	[TREND_SAMPLE] = { "sample", TYPE_TEXT, false,
		{ "panel: people with a value in every round of the trend; all: everybody with a "
		  "value",
			"panel: orang yang nilainya ada di setiap putaran tren; all: semua yang "
			"nilainya ada" } },
	[TREND_N] = { "n", TYPE_INTEGER, false,
		{ "people of the panel; for sample all the values of all rounds",
			"banyaknya orang dalam panel; untuk sampel all banyaknya nilai di semua "
			"putaran" } },
	[TREND_CLUSTERS] = { "clusters", TYPE_INTEGER, false,
		{ "villages that took part; respondents where the study has no villages",
			"banyaknya desa yang ikut; banyaknya responden bila studi tanpa desa" } },
	[TREND_ESTIMATE] = { "estimate", TYPE_NUMBER, false,
		{ "change a year along a straight line: of a panel the mean of people's own "
		  "slopes, else the slope through the means of the rounds",
			"perubahan per tahun menurut garis lurus: untuk panel rata-rata kemiringan "
			"tiap orang, selain itu kemiringan melalui rata-rata putaran" } },
	[TREND_STD_ERROR] = { "std_error", TYPE_NUMBER, false,
		{ "standard error of the estimate", "galat baku perkiraan" } },
	[TREND_STATISTIC] = { "statistic", TYPE_NUMBER, false,
		{ "t; chi-squared of friedman, cochran_q and cochran_armitage; L of page_l",
			"t; khi-kuadrat pada friedman, cochran_q, dan cochran_armitage; L pada "
			"page_l" } },
	[TREND_DF] = { "df", TYPE_NUMBER, false, { "degrees of freedom", "derajat bebas" } },
	[TREND_P_VALUE] = { "p_value", TYPE_NUMBER, false,
		{ "two-sided p value, not adjusted", "nilai p dua sisi, tanpa penyesuaian" } },
	[TREND_CONF_LOW] = { "conf_low", TYPE_NUMBER, false,
		{ "lower limit of the confidence interval", "batas bawah selang kepercayaan" } },
	[TREND_CONF_HIGH] = { "conf_high", TYPE_NUMBER, false,
		{ "upper limit of the confidence interval", "batas atas selang kepercayaan" } },
	[TREND_METHOD] = { "method", TYPE_TEXT, false,
		{ "the test: cr2_t, survey_small_t, survey_t, friedman, cochran_q, page_l, "
		  "cochran_armitage",
			"ujinya: cr2_t, survey_small_t, survey_t, friedman, cochran_q, page_l, "
			"cochran_armitage" } },
	[TREND_SE_METHOD] = { "se_method", TYPE_TEXT, false,
		{ "how the standard error was made: CR2, survey",
			"cara galat baku dihitung: CR2, survey" } },
	[TREND_EFFECT_SIZE] = { "effect_size", TYPE_NUMBER, false,
		{ "the whole change from first to last round along the line, in standard "
		  "deviations of the first round; or Kendall's W",
			"seluruh perubahan dari putaran pertama sampai terakhir menurut garis, "
			"dalam simpangan baku putaran pertama; atau W Kendall" } },
	[TREND_EFFECT_SIZE_TYPE] = { "effect_size_type", TYPE_TEXT, false,
		{ "glass (standard deviation of the arm's first round; of trend_did that of the "
		  "comparison), kendall_w",
			"glass (simpangan baku putaran pertama kelompok itu; untuk trend_did milik "
			"pembanding), kendall_w" } },
	[TREND_LAG] = { "lag", TYPE_TEXT, false,
		{ "reached, or too_early: the last round comes before an effect is expected",
			"reached (sudah waktunya), atau too_early: putaran terakhir belum sampai "
			"waktu dampak diharapkan" } },
	[TREND_ROLE] = { "role", TYPE_TEXT, false,
		{ "headline, or check beside it",
			"headline (hasil utama), atau check di sampingnya" } },
	[TREND_PLANNED] = { "planned", TYPE_TEXT, false,
		{ "whether the frozen plan has it: yes, changed since, no; blank: nothing is "
		  "frozen",
			"apakah tercantum dalam rencana yang dibekukan: yes, changed (berubah "
			"sejak itu), no; kosong: tidak ada yang dibekukan" } },
	[TREND_STATUS] = { "status", TYPE_TEXT, false,
		{ "ok, or why numbers are missing", "ok, atau sebab angka dikosongkan" } },
	[TREND_NOTE_ID] = { "note_id", TYPE_TEXT, false,
		{ "remark, in Indonesian", "catatan, bahasa Indonesia" } },
	[TREND_NOTE_EN] = { "note_en", TYPE_TEXT, false,
		{ "remark, in English", "catatan, bahasa Inggris" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};
