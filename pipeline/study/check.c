/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The study's tables against each other, every fault at once. */
#include <string.h>

#include "study/charts.h"
#include "study/frozen.h"
#include "study/study.h"
#include "study/targets.h"

static void check_groups(void)
{
	const struct groups *groups = groups_load();
	const struct indicators *indicators = indicators_load();
	size_t i;

	for (i = 0; i < groups->count; i++) {
		const char *name = groups->list[i].name;
		struct place at = { .file = "groups.csv",
			.line = groups->list[i].place.line,
			.column = "group",
			.offending = name };
		size_t key;

		for (key = 0; key < KEY_COUNT; key++)
			if (strcmp(key_names[key], name) == 0)
				fault(&at,
					SAY("a key column has this name already",
						"kolom kunci sudah memakai nama ini"));
		if (indicator_find(indicators, (struct value){ name, strlen(name) }) != NO_NAME)
			fault(&at,
				SAY("an indicator has this name already",
					"indikator sudah memakai nama ini"));
	}
}

static void check_goals(void)
{
	const struct goals *goals = goals_load();
	const struct indicators *indicators = indicators_load();
	size_t i, j;

	for (i = 0; i < goals->count; i++) {
		for (j = 0; j < indicators->count && indicators->list[j].goal != i; j++)
			;
		if (j == indicators->count)
			fault(&(struct place){ .file = "goals.csv",
				      .column = "goal",
				      .offending = goals->list[i].name },
				SAY("no indicator measures this goal; add one, or take the goal "
				    "out",
					"tidak ada indikator untuk tujuan ini; tambahkan, atau "
					"keluarkan tujuannya"));
	}
	if (indicators->count == 0)
		fault(&(struct place){ .file = "indicators.csv" },
			SAY("there is no indicator", "tidak ada indikator"));
}

static void check_arms(void)
{
	const struct study *study = study_load();
	const struct clusters *clusters = clusters_load();
	struct place at = { .file = "study.csv", .column = "arm" };
	bool given = study->arm.count > 0;
	size_t i;

	for (i = 0; i < clusters->count; i++)
		given |= *clusters->list[i].arm != '\0';
	if (study->assignment != NO_ASSIGNMENT && !given)
		fault(&at,
			SAY("name the column that tells arms apart, or fill the column arm of "
			    "clusters.csv",
				"sebutkan kolom pembeda kelompok, atau isi kolom arm di "
				"clusters.csv"));
}

size_t study_check(void)
{
	table_advice = true;
	study_load();
	rounds_load();
	goals_load();
	indicators_load();
	groups_load();
	targets_load();
	charts_load();
	recodes_load();
	clusters_load();
	frozen_load();
	questions_needed();
	check_goals();
	check_groups();
	check_arms();
	return fault_count();
}
