/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds the rows of a sample up. */
#include "result/sample.h"

#include "result/ratio.h"
#include "result/sample_index.h"

size_t sample_arms(const struct samples *samples, const char *const **arms)
{
	*arms = samples->arms;
	return samples->arm_count;
}

size_t sample_groups(const struct samples *samples, const struct sample_group **groups)
{
	*groups = samples->groups;
	return samples->group_count;
}

bool sample_asked(const struct samples *samples, size_t round)
{
	struct sample everybody = { LEVEL, NO_NAME, round, NULL, "", "" };

	return sample_sums(samples, &everybody).n > 0;
}

/* ---- sums ---- */

/* A row's weights; each person weighs 1 where people count alike. */
static struct tally_weights weights_of(const struct tally_row *row)
{
	if (row->weights != NULL)
		return *row->weights;
	return (struct tally_weights){ exact_from_int64(row->n), row->sum_y };
}

static struct tally_weight_products weight_products_of(const struct tally_row *row)
{
	static const struct tally_weight_products none;
	struct tally_products products = tally_products(row);

	if (row->weights != NULL)
		return row->weight_products == NULL ? none : *row->weight_products;
	return (struct tally_weight_products){ exact_from_int64(row->n), products.sum_y2,
		products.sum_x, row->sum_y, products.sum_y2 };
}

static enum stat_status add_row(struct sample_sums *sums, const struct tally_row *row)
{
	struct pair_sums *pairs = &sums->pairs;
	struct tally_products products = tally_products(row);
	struct tally_weights weights = weights_of(row);
	struct tally_weight_products weight_products = weight_products_of(row);

	sums->n += row->n;
	sums->n_missing += row->n_missing;
	if (!tally_add_weights(&sums->weights, &weights) ||
		!tally_add_weight_products(&sums->weight_products, &weight_products) ||
		exact_add(pairs->sum_y, row->sum_y, &pairs->sum_y) != STAT_OK ||
		exact_add(pairs->sum_y2, products.sum_y2, &pairs->sum_y2) != STAT_OK ||
		exact_add(pairs->sum_x, products.sum_x, &pairs->sum_x) != STAT_OK ||
		exact_add(pairs->sum_x2, products.sum_x2, &pairs->sum_x2) != STAT_OK)
		return STAT_OVERFLOW;
	return exact_add(pairs->sum_xy, products.sum_xy, &pairs->sum_xy);
}

struct sample_sums sample_sums(const struct samples *samples, const struct sample *sample)
{
	const struct bucket *bucket = bucket_find(samples, TOTAL_ROW, sample);
	struct sample_sums sums = { .status = STAT_OK };
	size_t i;

	for (i = 0; bucket != NULL && i < bucket->count && sums.status == STAT_OK; i++) {
		const struct tally_row *row = samples->rows[bucket->first + i];

		if (in_arm(row, sample))
			sums.status = add_row(&sums, row);
	}
	sums.pairs.n = sums.n;
	return sums;
}

struct weighted_moments sample_weighted(const struct sample_sums *sums, int64_t scale)
{
	const struct tally_weights *weights = &sums->weights;
	const struct tally_weight_products *products = &sums->weight_products;
	struct weighted_sums parts = { sums->n, weights->sum_w, weights->sum_wy, products->sum_wy2,
		products->sum_w2 };

	return weighted_moments_from_sums(&parts, scale);
}

/* ---- values ---- */

size_t sample_counts(const struct samples *samples, const struct sample *sample,
	const struct value_count **counts)
{
	static struct value_count *list;
	static size_t capacity;
	const struct bucket *bucket = bucket_find(samples, VALUE_ROW, sample);
	size_t count = 0, i;

	for (i = 0; bucket != NULL && i < bucket->count; i++) {
		const struct tally_row *row = samples->rows[bucket->first + i];

		if (!in_arm(row, sample) || row->n == 0)
			continue;
		if (count > 0 && list[count - 1].value == row->value) {
			list[count - 1].count += row->n;
			continue;
		}
		list = grow(list, &capacity, count + 1, sizeof(*list));
		list[count++] = (struct value_count){ row->value, row->n };
	}
	*counts = list;
	return count;
}

size_t sample_weights(const struct samples *samples, const struct sample *sample,
	const struct value_weight **weights)
{
	static struct value_weight *list;
	static size_t capacity;
	const struct bucket *bucket = bucket_find(samples, VALUE_ROW, sample);
	size_t count = 0, i;

	for (i = 0; bucket != NULL && i < bucket->count; i++) {
		const struct tally_row *row = samples->rows[bucket->first + i];
		struct tally_weights own;

		if (!in_arm(row, sample) || row->n == 0)
			continue;
		own = weights_of(row);
		if (count == 0 || list[count - 1].value != row->value) {
			list = grow(list, &capacity, count + 1, sizeof(*list));
			list[count++] = (struct value_weight){ row->value, exact_from_int64(0) };
		}
		if (exact_add(list[count - 1].weight, own.sum_w, &list[count - 1].weight) !=
			STAT_OK)
			return 0;
	}
	*weights = list;
	return count;
}

/* ---- clusters ---- */

/* The next row of a cell that counts. */
struct cursor {
	size_t at; /* into samples->rows */
	size_t end;
	uint32_t arm;     /* arm_rank() */
	uint32_t cluster; /* its rank; NO_CLUSTER at the end */
};
#define NO_CLUSTER UINT32_MAX

static void settle(const struct samples *samples, struct cursor *cursor)
{
	for (; cursor->at < cursor->end; cursor->at++) {
		const struct row_ranks *ranks = &samples->ranks[cursor->at];

		cursor->cluster = ranks->cluster;
		if ((cursor->arm == ANY_ARM || ranks->arm == cursor->arm) &&
			samples->rows[cursor->at]->n > 0)
			return;
	}
	cursor->cluster = NO_CLUSTER;
}

static void open_cells(const struct samples *samples, const struct sample *cells, size_t cell_count,
	struct cursor *cursors)
{
	size_t i;

	for (i = 0; i < cell_count; i++) {
		const struct bucket *bucket = bucket_find(samples, VILLAGE_ROW, &cells[i]);

		cursors[i] = (struct cursor){ 0, 0, arm_rank(&cells[i]), NO_CLUSTER };
		if (bucket != NULL) {
			cursors[i].at = bucket->first;
			cursors[i].end = bucket->first + bucket->count;
		}
		settle(samples, &cursors[i]);
	}
}

/* The place in samples->rows of the next row, that of the lowest cluster, and its cell; NO_NAME when
 * all are through. */
static size_t next_row(
	const struct samples *samples, size_t cell_count, struct cursor *cursors, size_t *cell)
{
	size_t best = 0, at, i;

	for (i = 1; i < cell_count; i++)
		if (cursors[i].cluster < cursors[best].cluster)
			best = i;
	if (cell_count == 0 || cursors[best].cluster == NO_CLUSTER)
		return NO_NAME;
	*cell = best;
	at = cursors[best].at++;
	settle(samples, &cursors[best]);
	return at;
}

/* What sample_parts() made last: a headline and its checks ask for the same. */
static struct {
	size_t turn, cell_count;
	struct sample cells[CLUSTER_MAX_CELLS];
	struct cluster_cell *list;
	size_t count, capacity;
} made;

static bool made_of(const struct samples *samples, const struct sample *cells, size_t cell_count)
{
	size_t i;

	if (made.turn != samples->turn || made.cell_count != cell_count)
		return false;
	for (i = 0; i < cell_count; i++) {
		const struct sample *a = &made.cells[i], *b = &cells[i];

		if (a->measure != b->measure || a->round_from != b->round_from ||
			a->round != b->round || a->arm != b->arm || a->group != b->group ||
			a->group_value != b->group_value)
			return false;
	}
	return true;
}

static void make_parts(const struct samples *samples, const struct sample *cells, size_t cell_count)
{
	struct cursor cursors[CLUSTER_MAX_CELLS];
	size_t cell, at;

	made.turn = samples->turn;
	made.cell_count = cell_count;
	for (cell = 0; cell < cell_count; cell++)
		made.cells[cell] = cells[cell];
	made.count = 0;
	open_cells(samples, cells, cell_count, cursors);
	while ((at = next_row(samples, cell_count, cursors, &cell)) != NO_NAME) {
		const struct tally_row *row = samples->rows[at];

		made.list = grow(made.list, &made.capacity, made.count + 1, sizeof(*made.list));
		made.list[made.count++] = is_ratio(samples->block)
			? ratio_part(row, samples->per_unit, samples->block->count,
				  samples->ranks[at].cluster, cell)
			: (struct cluster_cell){ samples->ranks[at].cluster, cell, row->n,
				  row->sum_y };
	}
}

size_t sample_parts(const struct samples *samples, const struct sample *cells, size_t cell_count,
	const struct cluster_cell **parts)
{
	if (!made_of(samples, cells, cell_count))
		make_parts(samples, cells, cell_count);
	*parts = made.list;
	return made.count;
}

size_t sample_clusters(const struct samples *samples, const struct sample *cells, size_t cell_count,
	const struct cluster_sums **sums)
{
	static struct cluster_sums *list;
	static size_t capacity;
	struct cursor cursors[CLUSTER_MAX_CELLS];
	size_t count = 0, cell, at;

	open_cells(samples, cells, cell_count, cursors);
	while ((at = next_row(samples, cell_count, cursors, &cell)) != NO_NAME) {
		const struct tally_row *row = samples->rows[at];
		struct tally_products products = tally_products(row);

		list = grow(list, &capacity, count + 1, sizeof(*list));
		list[count++] = (struct cluster_sums){ samples->ranks[at].cluster, cell,
			row->cluster, row->stratum, row->arm,
			{ row->n, products.sum_x, products.sum_x2, row->sum_y, products.sum_y2,
				products.sum_xy } };
	}
	*sums = list;
	return count;
}
