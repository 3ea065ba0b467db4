/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks for few villages: ANCOVA, arms dealt out anew, signs flipped. */
#include "result/checks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stat/ancova.h"

enum { LOW_DF = 4 };

/* ---- ANCOVA ---- */

static bool same_sum(struct exact total, struct exact villages)
{
	return exact_compare(total, villages) == 0;
}

/* Refuses a tally whose village rows lack squares and products: as zeros they would count. */
static void check_products(const struct frame *frame, const struct cluster_sums *sums, size_t count)
{
	struct pair_sums all[4] = { { 0 } };
	size_t i, k;

	for (i = 0; i < count; i++) {
		struct pair_sums *cell = &all[sums[i].cell];

		if (exact_add(cell->sum_x2, sums[i].pairs.sum_x2, &cell->sum_x2) != STAT_OK ||
			exact_add(cell->sum_xy, sums[i].pairs.sum_xy, &cell->sum_xy) != STAT_OK)
			return; /* the statistic says so too */
	}
	for (k = 0; k < frame->cell_count; k++)
		if (!same_sum(frame->sums[k].pairs.sum_x2, all[k].sum_x2) ||
			!same_sum(frame->sums[k].pairs.sum_xy, all[k].sum_xy))
			refuse(&(struct place){ .column = "sum_x2",
				       .offending = indicator_of(frame->block)->name },
				SAY("the villages of this tally do not add up to its totals",
					"jumlah baris desa pada tally ini tidak sama dengan "
					"totalnya"));
}

struct comparison check_ancova(const struct frame *frame)
{
	static struct ancova_part *parts;
	static size_t capacity;
	struct comparison comparison = comparison_of(frame, "ancova");
	const struct cluster_sums *sums;
	size_t count = sample_clusters(frame->samples, frame->cells, frame->cell_count, &sums), i;

	check_products(frame, sums, count);
	parts = grow(parts, &capacity, count + 1, sizeof(*parts));
	for (i = 0; i < count; i++)
		parts[i] = (struct ancova_part){ sums[i].cluster, sums[i].cell, sums[i].pairs };
	comparison.se_method = "CR2";
	comparison.value_from = comparison.value_to = (double)NAN; /* their difference is the did */
	comparison.result =
		ancova_cr2(parts, count, frame->block->scale, study_load()->confidence).contrast;
	note_add(&comparison.note, result_note(NOTE_ANCOVA));
	if (has_villages() && comparison.result.df < LOW_DF)
		note_add(&comparison.note, result_note(NOTE_LOW_DF));
	return comparison;
}

/* ---- chance ---- */

static const char *or_blank(const char *text)
{
	return text == NULL ? "" : text;
}

static struct random_stream stream_of(const struct frame *frame, const char *method)
{
	const struct rounds *rounds = rounds_load();
	char *name = keep_format("%s/%s/%s/%s/%s/%s/%s/%s", method,
		indicator_of(frame->block)->name, contrast_names[frame->kind],
		rounds->list[frame->round_from].name, rounds->list[frame->round_to].name,
		or_blank(frame->arm), frame->group, frame->group_value);

	return random_begin((uint64_t)study_load()->seed, name);
}

/* The headline's estimate with another test's p value. */
static void set_result(
	const struct frame *frame, const struct resampled *resampled, struct comparison *comparison)
{
	const struct cluster_cell *parts;
	size_t count = sample_parts(frame->samples, frame->cells, frame->cell_count, &parts);
	struct contrast headline = cluster_contrast(parts, count, frame->weights, frame->cell_count,
		frame->block->scale, study_load()->confidence);

	comparison->result = contrast_refuse(headline.estimate, resampled->status);
	comparison->result.p_value = resampled->p_value;
	comparison->result.clusters = headline.clusters;
}

/* ---- arms dealt out anew ---- */

/* A village with its stratum, before strata have numbers. */
struct dealt {
	const char *stratum;
	size_t place; /* among villages in byte order */
	struct assigned_cluster cluster;
};

static int by_stratum_of(const void *left, const void *right)
{
	const struct dealt *a = left, *b = right;
	int order = strcmp(a->stratum, b->stratum);

	return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

/* Fills one entry a village; false if one lies in both arms. */
static bool list_dealt(const struct frame *frame, const struct cluster_sums *sums, size_t count,
	struct dealt *list, size_t *villages)
{
	size_t ends = frame->cell_count / 2, i;

	*villages = 0;
	for (i = 0; i < count; i++) {
		bool treated = sums[i].cell >= ends, first = i == 0;
		struct dealt *village;

		if (first || sums[i].cluster != sums[i - 1].cluster) {
			list[*villages] =
				(struct dealt){ .stratum = sums[i].stratum, .place = *villages };
			list[(*villages)++].cluster.treated = treated;
		}
		village = &list[*villages - 1];
		if (village->cluster.treated != treated)
			return false;
		village->cluster.n[sums[i].cell % ends] += (double)sums[i].pairs.n;
		village->cluster.sum[sums[i].cell % ends] += exact_to_double(sums[i].pairs.sum_y);
	}
	return true;
}

static struct resampled deal_out(const struct frame *frame)
{
	static struct dealt *list;
	static struct assigned_cluster *clusters;
	static size_t list_capacity, capacity;
	const struct cluster_sums *sums;
	size_t count = sample_clusters(frame->samples, frame->cells, frame->cell_count, &sums);
	size_t villages, stratum = 0, i;

	list = grow(list, &list_capacity, count + 1, sizeof(*list));
	clusters = grow(clusters, &capacity, count + 1, sizeof(*clusters));
	if (!list_dealt(frame, sums, count, list, &villages))
		return (struct resampled){ .p_value = (double)NAN, .status = STAT_ONE_WAY };
	qsort(list, villages, sizeof(*list), by_stratum_of);
	for (i = 0; i < villages; i++) {
		stratum += i > 0 && strcmp(list[i - 1].stratum, list[i].stratum) != 0;
		clusters[i] = list[i].cluster;
		clusters[i].stratum = stratum;
	}
	return resample_assignment(clusters, villages, frame->cell_count / 2,
		stream_of(frame, "assignment"), RESAMPLE_DRAWS);
}

struct comparison check_assignment(const struct frame *frame, struct resampled *resampled)
{
	struct comparison comparison = comparison_of(frame, "randomisation");

	*resampled = deal_out(frame);
	set_result(frame, resampled, &comparison);
	note_add(&comparison.note, result_note(NOTE_ASSIGNMENT));
	return comparison;
}

/* ---- signs flipped ---- */

/* Whether some arm of a did has two villages, with which the wild bootstrap goes astray (MacKinnon
 * and Webb 2018). */
static bool two_villages(const struct frame *frame, const struct cluster_cell *parts, size_t count)
{
	size_t villages[4] = { 0 }, i, k;

	for (i = 0; i < count; i++)
		villages[parts[i].cell] += i == 0 || parts[i].cluster != parts[i - 1].cluster ||
			parts[i].cell != parts[i - 1].cell;
	for (k = 0; k < frame->cell_count; k++)
		if (frame->kind == CONTRAST_DID && villages[k] == 2)
			return true;
	return false;
}

struct comparison check_signs(
	const struct frame *frame, enum flip_statistic statistic, struct resampled *resampled)
{
	static double *work;
	static size_t capacity;
	bool wild = statistic == FLIP_T;
	struct comparison comparison = comparison_of(frame, wild ? "wild_bootstrap" : "sign_flip");
	const struct cluster_cell *parts;
	size_t count = sample_parts(frame->samples, frame->cells, frame->cell_count, &parts);

	work = grow(work, &capacity, (count + 1) * (2 + 2 * frame->cell_count), sizeof(*work));
	*resampled =
		resample_signs(parts, count, frame->weights, frame->cell_count, frame->block->scale,
			statistic, stream_of(frame, comparison.method), RESAMPLE_DRAWS, work);
	note_add(&comparison.note, result_note(wild ? NOTE_WILD : NOTE_SIGN_FLIP));
	if (wild && two_villages(frame, parts, count))
		note_add(&comparison.note, result_note(NOTE_WILD_TWO));
	set_result(frame, resampled, &comparison);
	return comparison;
}
