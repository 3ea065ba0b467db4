/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts people and villages of every cell, those whom no table shows included. */
#include "protect/gather.h"

#include <string.h>

#include "kit/kit.h"
#include "protect/audit.h"
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

static size_t cell_count(const struct layout *layout)
{
	return layout->rows * layout->columns;
}

/* The most people that any folio counts; their villages all together. */
static void raise_cell(struct cell *cell, int64_t n, const struct sheet *sheet, size_t at)
{
	size_t i;

	if (cell->crowd.n < n)
		cell->crowd.n = n;
	for (i = 0; i < sheet->words; i++)
		cell->crowd.villages[i] |= sheet->cells[at].crowd.villages[i];
}

static void raise_present(const struct folio *present, const struct folio *folio, size_t cell)
{
	size_t at = same_people(&folio->layout, &present->layout, cell), i;
	const struct round_pair *pairs;
	size_t pair_count = round_pairs(rounds_load(), &pairs);

	for (i = 0; at != NO_CELL && i < rounds_load()->count; i++) {
		raise_cell(&present->present[i].cells[cell], folio->present[i].cells[at].crowd.n,
			&folio->levels[i], at);
		raise_cell(&present->levels[i].cells[cell], folio->levels[i].cells[at].crowd.n,
			&folio->levels[i], at);
	}
	for (i = 0; at != NO_CELL && i < pair_count; i++)
		raise_cell(&present->changes[i].cells[cell], folio->changes[i].cells[at].crowd.n,
			&folio->changes[i], at);
}

/* Empty sheets with room for every village of the folios. */
static struct sheet *empty_sheets(const struct layout *layout, size_t count, size_t words)
{
	struct sheet *sheets = keep((count + 1) * sizeof(*sheets));
	size_t i;

	for (i = 0; i < count; i++)
		sheets[i] = layout_sheet(layout, 64 * words);
	return sheets;
}

struct folio gather_present(const struct folio *folios, size_t count)
{
	const struct folio *widest = folios;
	struct folio present = { .indicator = NO_NAME, .scale = 1 };
	const struct round_pair *pairs;
	size_t rounds = rounds_load()->count, words = 0, i, j;

	for (i = 0; i < count; i++) {
		if (cell_count(&folios[i].layout) > cell_count(&widest->layout))
			widest = &folios[i];
		for (j = 0; j < rounds; j++)
			if (folios[i].levels[j].words > words)
				words = folios[i].levels[j].words;
	}
	present.layout = widest->layout;
	present.present = empty_sheets(&present.layout, rounds, words);
	present.levels = empty_sheets(&present.layout, rounds, words);
	present.changes = empty_sheets(&present.layout, round_pairs(rounds_load(), &pairs), words);
	for (i = 0; i < count; i++)
		for (j = 0; j < cell_count(&present.layout); j++)
			raise_present(&present, &folios[i], j);
	return present;
}
