/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts values in an open hash, and sums them up on their lattice. */
#include "scoring/frequency.h"

#include <math.h>
#include <stdlib.h>

#include "stat/moments.h"
#include "study/norms.h"

enum { FIRST_SLOTS = 64, MOST_DECIMALS = 9 };

struct frequency {
	int64_t denominator;
	struct frequency_row *slots; /* count 0: free */
	size_t slot_count, used;
	bool sorted; /* `slots` holds `used` rows in order; nothing more is counted */
};

struct frequency *frequency_new(int64_t denominator)
{
	struct frequency *frequency = keep(sizeof(*frequency));

	frequency->denominator = denominator;
	return frequency;
}

/* The slot of a value, or the free one where it belongs; slot_count is a power of two. */
static struct frequency_row *slot_of(
	struct frequency_row *slots, size_t slot_count, struct decimal value)
{
	uint64_t hash =
		((uint64_t)value.units ^ (uint64_t)value.decimals << 58) * 0x9E3779B97F4A7C15u;
	size_t at = (size_t)(hash >> 20) & (slot_count - 1);

	while (slots[at].count > 0 &&
		(slots[at].value.units != value.units ||
			slots[at].value.decimals != value.decimals))
		at = (at + 1) & (slot_count - 1);
	return &slots[at];
}

static void make_room(struct frequency *frequency)
{
	size_t room = 0,
	       wanted = frequency->slot_count == 0 ? FIRST_SLOTS : 2 * frequency->slot_count, i;
	struct frequency_row *slots;

	if (2 * frequency->used < frequency->slot_count)
		return;
	slots = grow(NULL, &room, wanted, sizeof(*slots));
	for (i = 0; i < frequency->slot_count; i++)
		if (frequency->slots[i].count > 0)
			*slot_of(slots, wanted, frequency->slots[i].value) = frequency->slots[i];
	free(frequency->slots);
	frequency->slots = slots;
	frequency->slot_count = wanted;
}

bool frequency_count(struct frequency *frequency, double number)
{
	struct decimal value;
	struct frequency_row *slot;

	if (isnan(number))
		return true;
	if (!ranking_value(number, frequency->denominator, &value))
		return false;
	make_room(frequency);
	slot = slot_of(frequency->slots, frequency->slot_count, value);
	frequency->used += slot->count == 0;
	slot->value = value;
	slot->count++;
	return true;
}

static int by_value(const void *left, const void *right)
{
	const struct frequency_row *a = left, *b = right;
	int64_t powers[2] = { 1, 1 };
	int128 first, second;
	int i;

	for (i = a->value.decimals; i < b->value.decimals; i++)
		powers[0] *= 10;
	for (i = b->value.decimals; i < a->value.decimals; i++)
		powers[1] *= 10;
	first = (int128)a->value.units * powers[0];
	second = (int128)b->value.units * powers[1];
	return (first > second) - (first < second);
}

size_t frequency_rows(struct frequency *frequency, const struct frequency_row **rows)
{
	size_t i, next = 0;

	if (!frequency->sorted) {
		for (i = 0; i < frequency->slot_count; i++)
			if (frequency->slots[i].count > 0)
				frequency->slots[next++] = frequency->slots[i];
		if (next > 0)
			qsort(frequency->slots, next, sizeof(*frequency->slots), by_value);
		frequency->sorted = true;
	}
	*rows = frequency->slots;
	return frequency->used;
}

/* ---- in units of one scale ---- */

/* All values as whole numbers of 1/denominator; false where one is off the lattice. */
static bool on_lattice(const struct frequency_row *rows, size_t count, int64_t denominator,
	struct value_count *counts)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (!lattice_snap(rows[i].value, denominator, &counts[i].value))
			return false;
	return true;
}

/* All values in units of 10^-decimals; false where one does not fit. */
static bool in_decimals(
	const struct frequency_row *rows, size_t count, int decimals, struct value_count *counts)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (!decimal_rescale(
			    decimal_round(rows[i].value, decimals), decimals, &counts[i].value))
			return false;
	return true;
}

/* The counts in units of 1/scale, the scale returned. Rounded values may then meet: they are
 * counted together, and *size is how many are left. */
static int64_t in_units(struct frequency *frequency, struct value_count *counts, size_t *size)
{
	const struct frequency_row *rows;
	size_t count = frequency_rows(frequency, &rows), i;
	int64_t scale = frequency->denominator;
	int decimals = MOST_DECIMALS;

	if (!on_lattice(rows, count, scale, counts)) {
		while (!in_decimals(rows, count, decimals, counts) && decimals > 0)
			decimals--;
		for (scale = 1; decimals > 0; decimals--)
			scale *= 10;
	}
	for (*size = 0, i = 0; i < count; i++) {
		if (*size == 0 || counts[*size - 1].value != counts[i].value)
			counts[(*size)++] = (struct value_count){ counts[i].value, 0 };
		counts[*size - 1].count += rows[i].count;
	}
	return scale;
}

/* Adds count * value and count * value^2; false on overflow of 256 bits. */
static bool add_row(struct value_count row, struct exact *sum, struct exact *squares)
{
	struct exact term;

	return exact_multiply_int64(exact_from_int64(row.value), row.count, &term) == STAT_OK &&
		exact_add(*sum, term, sum) == STAT_OK &&
		exact_multiply_int64(term, row.value, &term) == STAT_OK &&
		exact_add(*squares, term, squares) == STAT_OK;
}

struct frequency_summary frequency_summarise(struct frequency *frequency)
{
	struct value_count *counts = keep((frequency->used + 1) * sizeof(*counts));
	struct exact sum = exact_from_int64(0), squares = exact_from_int64(0);
	struct frequency_summary summary = { 0, NAN, NAN, NAN, NAN };
	struct moments moments;
	size_t size, i;
	int64_t scale = in_units(frequency, counts, &size);

	for (i = 0; i < size; i++)
		if (!add_row(counts[i], &sum, &squares))
			return summary;
	summary.n = counts_total(counts, size);
	moments = moments_from_sums(summary.n, sum, squares, scale);
	summary.mean = moments.mean;
	summary.sd = moments.std_dev;
	summary.p5 = counts_quantile(counts, size, scale, 5, 100);
	summary.p95 = counts_quantile(counts, size, scale, 95, 100);
	return summary;
}
