/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each column of indicators.csv says. */
#include "study/indicator_columns.h"

const struct column indicator_columns[] = {
	[COLUMN_INDICATOR] = { "indicator", TYPE_TEXT, false, { "its name", "namanya" } },
	[COLUMN_GOAL] = { "goal", TYPE_TEXT, false,
		{ "the goal it belongs to", "tujuan yang diukurnya" } },
	[COLUMN_PRIMARY] = { "primary", TYPE_INTEGER, true,
		{ "1: the goal's one main indicator", "1: indikator utama tujuan itu" } },
	[COLUMN_LABEL_ID] = { "label_id", TYPE_TEXT, true,
		{ "label in Indonesian", "label bahasa Indonesia" } },
	[COLUMN_LABEL_EN] = { "label_en", TYPE_TEXT, true,
		{ "label in English", "label bahasa Inggris" } },
	[COLUMN_PLAIN_ID] = { "plain_id", TYPE_TEXT, true,
		{ "plain words in Indonesian", "kata sederhana bahasa Indonesia" } },
	[COLUMN_PLAIN_EN] = { "plain_en", TYPE_TEXT, true,
		{ "plain words in English", "kata sederhana bahasa Inggris" } },
	[COLUMN_TYPE] = { "type", TYPE_TEXT, false,
		{ "binary, ordinal, scale, count, amount, index, ratio or multiple",
			"binary, ordinal, scale, count, amount, index, ratio, atau multiple" } },
	[COLUMN_UNIT] = { "unit", TYPE_TEXT, true, { "its unit", "satuannya" } },
	[COLUMN_CALCULATION] = { "calculation", TYPE_TEXT, true,
		{ "expression; of an index: its members, or `goal`",
			"ekspresi; untuk index: anggotanya, atau `goal`" } },
	[COLUMN_PER] = { "per", TYPE_TEXT, true,
		{ "expression: what a ratio is divided by", "ekspresi: penyebut ratio" } },
	[COLUMN_AMONG] = { "among", TYPE_TEXT, true,
		{ "expression: whom it is about", "ekspresi: siapa yang dihitung" } },
	[COLUMN_DIRECTION] = { "direction", TYPE_TEXT, true,
		{ "up, down or none: which way is good", "up, down, atau none: arah yang baik" } },
	[COLUMN_SCALE_MIN] = { "scale_min", TYPE_NUMBER, true,
		{ "lowest possible value", "nilai terendah yang mungkin" } },
	[COLUMN_SCALE_MAX] = { "scale_max", TYPE_NUMBER, true,
		{ "highest possible value", "nilai tertinggi yang mungkin" } },
	[COLUMN_MID] = { "mid", TYPE_NUMBER, true,
		{ "smallest change that matters", "perubahan terkecil yang berarti" } },
	[COLUMN_LAG_ROUNDS] = { "lag_rounds", TYPE_INTEGER, true,
		{ "rounds until a change can show",
			"jumlah putaran sampai perubahan dapat terlihat" } },
	[COLUMN_SENSITIVE] = { "sensitive", TYPE_INTEGER, true,
		{ "1: as health, violence or debts; published for larger groups only",
			"1: misalnya kesehatan, kekerasan, atau utang; hanya dipublikasikan untuk "
			"kelompok yang lebih besar" } },
	[COLUMN_BUILD] = { "build", TYPE_TEXT, true,
		{ "of an index: percent_of_maximum (also where blank), z_average, icw or "
		  "alkire_foster",
			"untuk index: percent_of_maximum (juga bila kosong), z_average, icw, atau "
			"alkire_foster" } },
	[COLUMN_REFLECTIVE] = { "reflective", TYPE_INTEGER, true,
		{ "of an index: 0 where it is a checklist, whose members need not say the same",
			"untuk index: 0 bila berupa daftar periksa, yang anggotanya tidak harus "
			"sejalan" } },
	[COLUMN_ADEQUATE] = { "adequate", TYPE_NUMBER, true,
		{ "of a member of alkire_foster: the value that is enough",
			"untuk anggota alkire_foster: nilai yang sudah cukup" } },
	[COLUMN_K] = { "k", TYPE_INTEGER, true,
		{ "of alkire_foster: from this weight of what is lacking on a person counts as "
		  "held back",
			"untuk alkire_foster: mulai bobot kekurangan ini seseorang terhitung "
			"tertinggal" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};
