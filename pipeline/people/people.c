/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts rows by village, names arms, and finds who was surveyed. */
#include "people/people.h"

#include <string.h>

const struct column people_needs[] = {
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

const char *const sight_names[SIGHT_COUNT] = { "present", "measured", "indicator" };

static struct people people;

void people_begin(const struct reader *scores)
{
	study_load();
	store_begin(scores);
}

void people_add(const struct value *needed)
{
	store_add(needed);
}

/* Each unit's place among all names that `name_of` gives, in byte order; blanks have none. */
static size_t rank_units(
	const char *(*name_of)(const struct unit *), size_t *ranks, const char ***names)
{
	struct names *met = names_new();
	size_t *number = keep((people.store->unit_count + 1) * sizeof(*number));
	size_t *place, *sorted, i;

	for (i = 0; i < people.store->unit_count; i++) {
		const char *name = name_of(&people.store->units[i]);

		number[i] = *name == '\0' ? NO_NAME : name_add(met, name, strlen(name));
	}
	sorted = names_sorted(met);
	place = keep((name_count(met) + 1) * sizeof(*place));
	*names = keep((name_count(met) + 1) * sizeof(**names));
	for (i = 0; i < name_count(met); i++) {
		place[sorted[i]] = i;
		(*names)[i] = name_text(met, sorted[i]);
	}
	for (i = 0; i < people.store->unit_count; i++)
		ranks[i] = number[i] == NO_NAME ? SIZE_MAX : place[number[i]];
	return name_count(met);
}

static const char *cluster_of(const struct unit *unit)
{
	return unit->cluster;
}

static const char *arm_of(const struct unit *unit)
{
	return unit->arm;
}

/* Counts rows per village, then deals them out: as stable as it is short. */
static void sort_rows(const size_t *cluster, size_t clusters)
{
	const struct store *store = people.store;
	size_t *start = keep((clusters + 2) * sizeof(*start)), row, i;
	uint32_t *order = keep((store->rows + 1) * sizeof(*order));

	for (row = 0; row < store->rows; row++)
		start[cluster[store->unit[row]] + 1]++;
	for (i = 1; i <= clusters; i++)
		start[i] += start[i - 1];
	for (row = 0; row < store->rows; row++)
		order[start[cluster[store->unit[row]]]++] = (uint32_t)row;
	people.order = order;
}

static void rank_all(void)
{
	size_t *cluster = keep((people.store->unit_count + 1) * sizeof(*cluster));
	size_t *arm = keep((people.store->unit_count + 1) * sizeof(*arm));
	const char **villages, **arms;
	size_t clusters = rank_units(cluster_of, cluster, &villages), i;

	for (i = 0; i < people.store->unit_count; i++)
		if (cluster[i] == SIZE_MAX) /* all rows without a village are of one */
			cluster[i] = clusters;
	people.arm_count = rank_units(arm_of, arm, &arms);
	people.arms = (const char *const *)arms;
	people.cluster = cluster;
	people.arm = arm;
	sort_rows(cluster, clusters + 1);
}

static void find_measured(void)
{
	const struct indicators *indicators = indicators_load();
	bool *measured = keep((people.store->rows + 1) * sizeof(*measured));
	size_t row, i;

	for (i = 0; i < indicators->count; i++)
		for (row = 0; row < people.store->rows; row++)
			if (series_value(&people.store->indicators[i].values, row) != NO_VALUE)
				measured[row] = true;
	people.measured = measured;
}

const struct people *people_finish(void)
{
	const char *comparison = study_load()->arm_comparison;
	size_t i;

	people.store = store_finish();
	people.rounds = rounds_load()->count;
	rank_all();
	find_measured();
	people.comparison = NO_NAME;
	for (i = 0; comparison != NULL && i < people.arm_count; i++)
		if (strcmp(people.arms[i], comparison) == 0)
			people.comparison = i;
	return &people;
}

/* ---- questions ---- */

uint32_t person_row(const struct people *all, size_t person, size_t round)
{
	return all->store->row_of[person * all->rounds + round];
}

uint32_t row_in_round(const struct people *all, uint32_t row, size_t round)
{
	return person_row(all, all->store->person[row], round);
}

bool row_of_arm(const struct people *all, uint32_t row, size_t arm)
{
	return arm == ALL_ARMS || all->arm[all->store->unit[row]] == arm;
}

size_t row_cluster(const struct people *all, uint32_t row)
{
	return all->cluster[all->store->unit[row]];
}

const char *arm_name(const struct people *all, size_t arm)
{
	return arm == ALL_ARMS ? "" : all->arms[arm];
}

bool seen(const struct people *all, uint32_t row, enum sight sight, size_t indicator)
{
	if (row == NO_ROW)
		return false;
	if (sight == SIGHT_VALUE)
		return series_value(&all->store->indicators[indicator].values, row) != NO_VALUE;
	return sight == SIGHT_PRESENT || all->measured[row];
}
