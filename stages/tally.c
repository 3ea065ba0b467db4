/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally: scores in, exact sums out: the waist of the hourglass. */
#include "tally/tally.h"
#include "kit/kit.h"
#include "study/begin.h"
#include "tally/store.h"
#include "tally/sums.h"

static const struct column needs[] = {
	[KEY_RESPONDENT] = { "respondent", TYPE_TEXT, false, { "who", "siapa" } },
	[KEY_ROUND] = { "round", TYPE_TEXT, false, { "survey round", "putaran survei" } },
	[KEY_ARM] = { "arm", TYPE_TEXT, false,
		{ "programme or comparison", "program atau pembanding" } },
	[KEY_CLUSTER] = { "cluster", TYPE_TEXT, false, { "village", "desa" } },
	[KEY_STRATUM] = { "stratum", TYPE_TEXT, false, { "stratum", "strata" } },
	[KEY_WEIGHT] = { "weight", TYPE_NUMBER, true, { "survey weight", "bobot survei" } },
	[KEY_FPC] = { "fpc", TYPE_NUMBER, true,
		{ "clusters in the stratum's population", "jumlah desa dalam populasi strata" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static void end(void)
{
	sums_write(store_finish());
}

static const struct stage stage = {
	.name = "tally",
	.purpose = { "Add scores up, exactly, per indicator, round, arm, group and village.",
		"Menjumlahkan skor secara tepat per indikator, putaran, kelompok perlakuan, "
		"kelompok warga, dan desa." },
	.tables = study_tables,
	.needs = needs,
	.makes = tally_columns,
	.begin = store_begin,
	.row = store_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
