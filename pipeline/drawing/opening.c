/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Declares once what all stages that draw or write words begin with. */
#include "drawing/opening.h"

const struct option_field texts_options[] = {
	{ "texts", OPTION_FILE, &texts_file, true,
		{ "the wording: texts.csv of berdaya's plots",
			"susunan kata: texts.csv dari plots berdaya" } },
	{ NULL, OPTION_FLAG, NULL, false, { NULL, NULL } },
};

const char *const chart_tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv",
	"goals.csv", "indicators.csv", "groups.csv", "charts.csv", NULL };

const char chart_makes_note[] = "part,key,value_id,value_en,value,text_id,text_en,row,kind,id,...";
