/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds up village rows and merges lists of villages in byte order. */
#include "result/village_moves.h"

#include <math.h>
#include <string.h>

#include "result/sample_index.h"

/* Sum and size of one village's values; with weights both are weighted. */
struct pile {
	struct exact sum, size;
};

static void pile_add(struct pile *pile, const struct tally_row *row)
{
	struct exact n = exact_from_int64(row->n);
	bool alike = row->weights == NULL;

	if (exact_add(pile->sum, alike ? row->sum_y : row->weights->sum_wy, &pile->sum) !=
			STAT_OK ||
		exact_add(pile->size, alike ? n : row->weights->sum_w, &pile->size) != STAT_OK)
		pile->size = exact_from_int64(0);
}

static double pile_mean(const struct pile *pile, int64_t scale)
{
	struct exact divisor;

	if (exact_sign(pile->size) <= 0 ||
		exact_multiply_int64(pile->size, scale, &divisor) != STAT_OK)
		return (double)NAN;
	return exact_ratio(pile->sum, divisor);
}

/* The mean of each village that has people in the sample. */
static struct village_moves means_of(const struct samples *samples, const struct sample *sample)
{
	const struct bucket *bucket = bucket_find(samples, VILLAGE_ROW, sample);
	struct village_move *list;
	size_t count = 0, i;
	struct pile pile = { exact_from_int64(0), exact_from_int64(0) };

	if (bucket == NULL)
		return (struct village_moves){ 0, NULL };
	list = keep((bucket->count + 1) * sizeof(*list));
	for (i = bucket->first; i < bucket->first + bucket->count; i++) {
		const struct tally_row *row = samples->rows[i];

		if (row->n == 0 || !in_arm(row, sample))
			continue;
		if (count == 0 || strcmp(list[count - 1].cluster, row->cluster) != 0) {
			pile = (struct pile){ exact_from_int64(0), exact_from_int64(0) };
			list[count++].cluster = keep_text(row->cluster, strlen(row->cluster));
		}
		pile_add(&pile, row);
		list[count - 1].mean = pile_mean(&pile, samples->block->scale);
	}
	return (struct village_moves){ count, list };
}

/* Calls for each village of both lists in turn; false at the end of one. */
static bool next_common(
	const struct village_moves *first, const struct village_moves *second, size_t *i, size_t *j)
{
	while (*i < first->count && *j < second->count) {
		int order = strcmp(first->list[*i].cluster, second->list[*j].cluster);

		if (order == 0)
			return true;
		*(order < 0 ? i : j) += 1;
	}
	return false;
}

struct village_moves village_moves_of(
	const struct samples *samples, size_t round_from, size_t round, const char *arm)
{
	struct sample change = { CHANGE, round_from, round, arm, "", "" };
	struct sample from = { LEVEL, NO_NAME, round_from, arm, "", "" };
	struct sample to = { LEVEL, NO_NAME, round, arm, "", "" };
	struct village_moves before, after;
	struct village_move *list;
	size_t count = 0, i, j;

	if (study_load()->design == PANEL)
		return means_of(samples, &change);
	before = means_of(samples, &from);
	after = means_of(samples, &to);
	list = keep((before.count + 1) * sizeof(*list));
	for (i = j = 0; next_common(&before, &after, &i, &j); i++, j++)
		list[count++] = (struct village_move){ before.list[i].cluster,
			after.list[j].mean - before.list[i].mean };
	return (struct village_moves){ count, list };
}

size_t village_moves_pair(
	const struct village_moves *first, const struct village_moves *second, double *x, double *y)
{
	size_t count = 0, i, j;

	for (i = j = 0; next_common(first, second, &i, &j); i++, j++) {
		x[count] = first->list[i].mean;
		y[count++] = second->list[j].mean;
	}
	return count;
}
