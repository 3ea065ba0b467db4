/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts people and villages of every cell, those whom no table shows included. */
#include "protect/gather.h"

#include <string.h>

#include "kit/kit.h"
#include "protect/audit.h"
#include "protect/nest.h"
#include "result/sample.h"
#include "study/study.h"

static const struct samples *samples;
static const char everybody[] = "";

/* ---- people ---- */

static struct exact add(struct exact a, struct exact b)
{
	struct exact sum;

	if (exact_add(a, b, &sum) != STAT_OK)
		refuse(NULL, SAY("a sum does not fit in 256 bits", "jumlah melebihi 256 bit"));
	return sum;
}

/* Of a change y is later minus earlier and x the earlier value: later = x + y. */
static void set_values(struct crowd *crowd, const struct pair_sums *sums, enum measure measure)
{
	crowd->values[0].sum = sums->sum_y;
	crowd->values[0].square = sums->sum_y2;
	if (measure == LEVEL)
		return;
	crowd->values[0].sum = add(sums->sum_x, sums->sum_y);
	crowd->values[0].square =
		add(add(sums->sum_x2, sums->sum_y2), add(sums->sum_xy, sums->sum_xy));
	crowd->values[1].sum = sums->sum_x;
	crowd->values[1].square = sums->sum_x2;
}

/* Adds `sign` times the people of each village; the number of villages seen. */
static size_t count_villages(
	const struct sample *sample, int sign, int64_t **people, size_t *capacity)
{
	const struct cluster_cell *parts;
	size_t count = sample_parts(samples, sample, 1, &parts), i, seen = 0;

	for (i = 0; i < count; i++) {
		*people = grow(*people, capacity, parts[i].cluster + 1, sizeof(**people));
		(*people)[parts[i].cluster] += sign * parts[i].n;
		seen = parts[i].cluster + 1;
	}
	return seen;
}

static void set_villages(struct crowd *crowd, const int64_t *people, size_t villages)
{
	size_t i;

	for (i = 0; i < villages; i++)
		if (people[i] > 0)
			crowd->villages[i / 64] |= (uint64_t)1 << i % 64;
}

/* The sheet under way, and who is in it. */
struct gathering {
	const struct layout *layout;
	struct sample sample; /* measure and rounds */
	struct sheet sheet;
	struct sheet *present; /* or NULL */
	size_t villages;
};

static struct sample sample_of(const struct gathering *now, size_t row, size_t column)
{
	struct sample sample = now->sample;

	sample.arm = now->layout->arms[row];
	sample.group = now->layout->list[column].group;
	sample.group_value = now->layout->list[column].value;
	return sample;
}

static void gather_shown(struct gathering *now, size_t row, size_t column)
{
	static int64_t *people;
	static size_t capacity;
	struct sample sample = sample_of(now, row, column);
	struct sample_sums sums = sample_sums(samples, &sample);
	size_t at = row * now->layout->columns + column;
	struct crowd *crowd = &now->sheet.cells[at].crowd;

	crowd->n = sums.n;
	set_values(crowd, &sums.pairs, now->sample.measure);
	if (now->present != NULL)
		now->present->cells[at].crowd.n = sums.n + sums.n_missing;
	if (now->villages == 0)
		return;
	people = grow(people, &capacity, now->villages, sizeof(*people));
	memset(people, 0, now->villages * sizeof(*people));
	count_villages(&sample, 1, &people, &capacity);
	set_villages(crowd, people, now->villages);
}

/* Everybody in the row less those who have a value of the group. */
static void take_away(struct crowd *crowd, const struct crowd *less)
{
	size_t i;

	crowd->n -= less->n;
	for (i = 0; i < 2; i++) {
		crowd->values[i].sum = add(crowd->values[i].sum, exact_negate(less->values[i].sum));
		crowd->values[i].square =
			add(crowd->values[i].square, exact_negate(less->values[i].square));
	}
}

static void gather_rest(struct gathering *now, size_t row, size_t column)
{
	static int64_t *people;
	static size_t capacity;
	size_t first = row * now->layout->columns, i;
	struct crowd *crowd = &now->sheet.cells[first + column].crowd;
	uint64_t *villages = crowd->villages;
	struct sample sample = sample_of(now, row, 0);

	people = grow(people, &capacity, now->villages + 1, sizeof(*people));
	memset(people, 0, now->villages * sizeof(*people));
	count_villages(&sample, 1, &people, &capacity);
	*crowd = now->sheet.cells[first].crowd;
	crowd->villages = villages;
	if (now->present != NULL)
		now->present->cells[first + column].crowd.n = now->present->cells[first].crowd.n;
	for (i = column - 1; now->layout->list[i].variable == now->layout->list[column].variable;
		i--) {
		sample = sample_of(now, row, i);
		count_villages(&sample, -1, &people, &capacity);
		take_away(crowd, &now->sheet.cells[first + i].crowd);
		if (now->present != NULL)
			now->present->cells[first + column].crowd.n -=
				now->present->cells[first + i].crowd.n;
	}
	if (villages != NULL)
		set_villages(crowd, people, now->villages);
}

/* Everybody's villages are those of the sheet; without villages people do not come from any. */
static size_t villages_of(const struct sample *sample)
{
	static int64_t *people;
	static size_t capacity;

	return study_load()->cluster.count == 0 ? 0 : count_villages(sample, 1, &people, &capacity);
}

/* The people of a column in each village. */
static void count_places(
	const struct gathering *now, size_t column, const int64_t *everybody_of, int64_t *people)
{
	static int64_t *counted;
	static size_t capacity;
	const struct column_of *list = now->layout->list;
	struct sample sample = sample_of(now, 0, column);
	size_t i, j;

	if (sample.group_value != NULL) {
		counted = grow(counted, &capacity, now->villages, sizeof(*counted));
		memset(counted, 0, now->villages * sizeof(*counted));
		count_villages(&sample, 1, &counted, &capacity);
		memcpy(people, counted, now->villages * sizeof(*people));
		return;
	}
	memcpy(people, everybody_of, now->villages * sizeof(*people));
	for (j = column - 1; list[j].variable == list[column].variable; j--)
		for (i = 0; i < now->villages; i++)
			people[i] -= everybody_of[j * now->villages + i];
}

/* Without villages the rows of the sheet are the places. */
static void find_nests(struct gathering *now)
{
	size_t places = now->villages > 0 ? now->villages : now->layout->rows;
	size_t width = now->layout->columns, column, row;
	static int64_t *people;
	static size_t capacity;

	people = grow(people, &capacity, width * places, sizeof(*people));
	for (column = 0; column < width; column++) {
		if (now->villages > 0)
			count_places(now, column, people, people + column * places);
		for (row = 0; now->villages == 0 && row < places; row++)
			people[column * places + row] =
				now->sheet.cells[row * width + column].crowd.n;
	}
	nest_find(now->layout, &now->sheet, people, places);
}

static struct sheet gather_sheet(
	const struct layout *layout, struct sample sample, struct sheet *present)
{
	struct gathering now = { layout, sample, { 0 }, present, 0 };
	size_t row, column;

	now.villages = villages_of(&sample);
	now.sheet = layout_sheet(layout, now.villages);
	for (row = 0; row < layout->rows; row++)
		for (column = 0; column < layout->columns; column++)
			if (layout->list[column].value == NULL)
				gather_rest(&now, row, column);
			else
				gather_shown(&now, row, column);
	find_nests(&now);
	return now.sheet;
}

/* ---- folios ---- */

struct folio gather(const struct tally_block *block)
{
	struct folio folio = { .indicator = block->indicator, .scale = block->scale };
	const struct round_pair *pairs;
	size_t rounds = rounds_load()->count, pair_count = round_pairs(rounds_load(), &pairs), i;
	struct sample sample = { LEVEL, NO_NAME, 0, NULL, everybody, everybody };

	samples = samples_of(block);
	folio.layout = layout_of(samples);
	folio.levels = keep(rounds * sizeof(*folio.levels));
	folio.present = keep(rounds * sizeof(*folio.present));
	folio.changes = keep((pair_count + 1) * sizeof(*folio.changes));
	for (i = 0; i < rounds; i++) {
		sample.round = i;
		folio.present[i] = layout_sheet(&folio.layout, 0);
		folio.levels[i] = gather_sheet(&folio.layout, sample, &folio.present[i]);
	}
	sample.measure = CHANGE;
	for (i = 0; i < pair_count; i++) {
		sample.round_from = pairs[i].from;
		sample.round = pairs[i].to;
		folio.changes[i] = gather_sheet(&folio.layout, sample, NULL);
	}
	return folio;
}
