/* SPDX-License-Identifier: GPL-3.0-or-later */
/* norms.csv: what is frozen at the baseline, asked for, read and looked up. */
#include "study/norms.h"

#include <math.h>
#include <string.h>

enum { DECIMALS = 9 };

const char norms_kind_indicator[] = "indicator", norms_kind_percentile[] = "percentile",
	   norms_kind_member[] = "member", norms_kind_index[] = "index";

const struct column norms_columns[NORMS_COLUMN_COUNT + 1] = {
	[NORMS_KIND] = { "kind", TYPE_TEXT, false,
		{ "indicator; percentile: one value that percentile() looks up; member and index: "
		  "how an index is standardised",
			"indicator; percentile: satu nilai yang dicari percentile(); member dan "
			"index: cara index dibakukan" } },
	[NORMS_NAME] = { "name", TYPE_TEXT, false,
		{ "the indicator or group", "nama indikator atau kelompok" } },
	[NORMS_ARGUMENT] = { "argument", TYPE_TEXT, true,
		{ "what stands in percentile(); of kind member: the member",
			"isi percentile(); pada jenis member: anggotanya" } },
	[NORMS_ROUND] = { "round", TYPE_TEXT, false, { "the baseline", "putaran awal" } },
	[NORMS_ARM] = { "arm", TYPE_TEXT, true,
		{ "blank: all arms; the comparison arm besides",
			"kosong: semua kelompok; ditambah kelompok pembanding" } },
	[NORMS_N] = { "n", TYPE_INTEGER, true, { "answers", "jumlah jawaban" } },
	[NORMS_MEAN] = { "mean", TYPE_NUMBER, true,
		{ "mean, unweighted", "rata-rata, tanpa bobot" } },
	[NORMS_SD] = { "sd", TYPE_NUMBER, true,
		{ "standard deviation (divisor n - 1)", "simpangan baku (pembagi n - 1)" } },
	[NORMS_P5] = { "p5", TYPE_NUMBER, true,
		{ "5th percentile (quantile of type 7)", "persentil ke-5 (kuantil tipe 7)" } },
	[NORMS_P95] = { "p95", TYPE_NUMBER, true,
		{ "95th percentile (quantile of type 7)", "persentil ke-95 (kuantil tipe 7)" } },
	[NORMS_VALUE] = { "value", TYPE_NUMBER, true,
		{ "of kind percentile: a value; of kind member: its weight",
			"pada jenis percentile: sebuah nilai; pada jenis member: bobotnya" } },
	[NORMS_COUNT] = { "count", TYPE_INTEGER, true,
		{ "how many gave it", "berapa orang yang memberi nilai itu" } },
	[NORMS_COLUMN_COUNT] = { NULL, TYPE_TEXT, false, { NULL, NULL } },
};

/* ---- what is asked for ---- */

static struct ranking_asked *asked;
static size_t asked_count, asked_room;

void ranking_ask(const char *owner, const char *argument, const struct place *place)
{
	size_t i;

	for (i = 0; i < asked_count; i++)
		if (strcmp(asked[i].owner, owner) == 0 && strcmp(asked[i].argument, argument) == 0)
			return;
	asked = grow(asked, &asked_room, asked_count + 1, sizeof(*asked));
	asked[asked_count++] = (struct ranking_asked){ owner, argument,
		place == NULL ? (struct place){ 0 } : *place };
}

size_t rankings_asked(const struct ranking_asked **list)
{
	indicators_load();
	groups_load();
	*list = asked;
	return asked_count;
}

bool norms_asked(struct place *where)
{
	const struct indicators *indicators = indicators_load();
	const struct ranking_asked *list;
	struct place place = { 0 };
	bool found = rankings_asked(&list) > 0;
	size_t i;

	if (found)
		place = list[0].place;
	for (i = 0; i < indicators->count && !found; i++) {
		const struct indicator *indicator = &indicators->list[i];

		found = indicator->min_frozen || indicator->max_frozen;
		place = indicator->place;
		place.column = indicator->min_frozen ? "scale_min" : "scale_max";
		place.offending = indicator->min_frozen ? "p5" : "p95";
		if (!found && index_standardised(indicator)) {
			found = true;
			place.column = "build";
			place.offending = indicator->name;
		}
	}
	if (found && where != NULL)
		*where = place;
	return found;
}

const char *norms_reference(void)
{
	const char *arm = study_load()->arm_comparison;

	return arm == NULL ? "" : arm;
}

/* ---- rankings ---- */

bool ranking_value(double number, int64_t denominator, struct decimal *decimal)
{
	return decimal_of_number(number, denominator, DECIMALS, decimal);
}

/* The double that the text of `decimal` reads back as. */
static double number_of(struct decimal decimal)
{
	char text[32];
	size_t length = decimal_text(decimal, text);
	double number = NAN;

	number_read((struct value){ text, length }, &number);
	return number;
}

bool ranking_place(const struct ranking *ranking, double number, int64_t denominator, double *place)
{
	size_t low = 0, high = ranking->count;
	struct decimal decimal;
	int64_t below, equal = 0;
	double value;

	if (ranking->n == 0 || !ranking_value(number, denominator, &decimal))
		return false;
	value = number_of(decimal);
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (ranking->values[middle] < value)
			low = middle + 1;
		else
			high = middle;
	}
	below = low < ranking->count ? ranking->below[low] : ranking->n;
	if (low < ranking->count && ranking->values[low] <= value)
		equal = (low + 1 < ranking->count ? ranking->below[low + 1] : ranking->n) - below;
	*place = 100 * ((double)below + (double)equal / 2) / (double)ranking->n;
	return true;
}

void ranking_add(struct ranking *ranking, struct decimal value, int64_t count)
{
	ranking->values =
		grow(ranking->values, &ranking->room, ranking->count + 1, sizeof(*ranking->values));
	ranking->below = grow(
		ranking->below, &ranking->below_room, ranking->count + 1, sizeof(*ranking->below));
	ranking->values[ranking->count] = number_of(value);
	ranking->below[ranking->count++] = ranking->n;
	ranking->n += count;
}

/* ---- all of them ---- */

static struct standard standard_new(const struct indicator *index)
{
	struct standard standard = { .centre = NAN, .spread = NAN };

	if (!index_standardised(index))
		return standard;
	standard.count = index->member_count;
	standard.n = keep((standard.count + 1) * sizeof(*standard.n));
	standard.mean = keep((standard.count + 1) * sizeof(*standard.mean));
	standard.sd = keep((standard.count + 1) * sizeof(*standard.sd));
	standard.weight = keep((standard.count + 1) * sizeof(*standard.weight));
	return standard;
}

struct norms *norms_new(void)
{
	const struct indicators *indicators = indicators_load();
	const struct ranking_asked *list;
	struct norms *norms = keep(sizeof(*norms));
	size_t i;

	norms->count = indicators->count;
	norms->list = keep((norms->count + 1) * sizeof(*norms->list));
	norms->standards = keep((norms->count + 1) * sizeof(*norms->standards));
	for (i = 0; i < norms->count; i++) {
		norms->list[i] = (struct norm){ indicators->list[i].name, NAN, NAN };
		norms->standards[i] = standard_new(&indicators->list[i]);
	}
	norms->ranking_count = rankings_asked(&list);
	norms->rankings = keep((norms->ranking_count + 1) * sizeof(*norms->rankings));
	for (i = 0; i < norms->ranking_count; i++) {
		norms->rankings[i].owner = list[i].owner;
		norms->rankings[i].argument = list[i].argument;
	}
	return norms;
}

const struct norm *norm_find(const struct norms *norms, const char *indicator)
{
	size_t i;

	for (i = 0; i < norms->count; i++)
		if (strcmp(norms->list[i].indicator, indicator) == 0)
			return &norms->list[i];
	return NULL;
}

const struct ranking *ranking_find(
	const struct norms *norms, const char *owner, const char *argument)
{
	size_t i;

	for (i = 0; i < norms->ranking_count; i++)
		if (strcmp(norms->rankings[i].owner, owner) == 0 &&
			strcmp(norms->rankings[i].argument, argument) == 0)
			return &norms->rankings[i];
	return NULL;
}
