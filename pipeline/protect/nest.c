/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds which values of a group make up a value of another, by trying until people add up. */
#include "protect/nest.h"

#include <string.h>

#include "kit/kit.h"
#include "protect/audit.h"

enum { STEPS_MOST = 20000 }; /* of a search; real groups need a few */

/* ---- a search: each part is put into a whole that has room for its people ---- */

struct search {
	const struct sheet *sheet;
	const int64_t *people;
	size_t places, steps;
	size_t *parts, part_count;   /* columns of one group, those without anybody left out */
	size_t *wholes, whole_count; /* columns of the other */
	size_t *whole_of;            /* of each part */
	int64_t *room;               /* of each whole in each place */
};

static bool fits(const struct search *search, size_t part, size_t whole)
{
	const int64_t *people = search->people + search->parts[part] * search->places;
	size_t i;

	for (i = 0; i < search->places; i++)
		if (people[i] > search->room[whole * search->places + i])
			return false;
	return true;
}

static void put(struct search *search, size_t part, size_t whole, int sign)
{
	const int64_t *people = search->people + search->parts[part] * search->places;
	size_t i;

	for (i = 0; i < search->places; i++)
		search->room[whole * search->places + i] -= sign * people[i];
}

static bool filled(const struct search *search)
{
	size_t i;

	for (i = 0; i < search->whole_count * search->places; i++)
		if (search->room[i] != 0)
			return false;
	return true;
}

static bool adds_up(const struct search *search, size_t row, size_t whole)
{
	const struct sheet *sheet = search->sheet;
	const struct cell *cells = sheet->cells + row * sheet->columns;
	struct crowd all = { 0 };
	size_t i;

	for (i = 0; i < search->part_count; i++)
		if (search->whole_of[i] == whole)
			crowd_add(&all, &cells[search->parts[i]].crowd, 0);
	return crowd_same(&all, &cells[search->wholes[whole]].crowd);
}

static bool all_add_up(const struct search *search)
{
	size_t row, whole;

	for (row = 0; row < search->sheet->rows; row++)
		for (whole = 0; whole < search->whole_count; whole++)
			if (!adds_up(search, row, whole))
				return false;
	return true;
}

static bool find(struct search *search, size_t part)
{
	size_t whole;

	if (part == search->part_count)
		return filled(search) && all_add_up(search);
	for (whole = 0; whole < search->whole_count; whole++) {
		if (++search->steps > STEPS_MOST)
			return false;
		if (!fits(search, part, whole))
			continue;
		search->whole_of[part] = whole;
		put(search, part, whole, 1);
		if (find(search, part + 1))
			return true;
		put(search, part, whole, -1);
	}
	return false;
}

/* ---- lines ---- */

static void add_line(struct sheet *sheet, const struct line *line)
{
	sheet_add_line(sheet, line);
	sheet->nested++;
}

static void add_parts(
	struct line *line, const struct search *search, size_t whole, size_t row_start)
{
	size_t i;

	for (i = 0; i < search->part_count; i++)
		if (search->whole_of[i] == whole)
			line->cells[line->count++] = row_start + search->parts[i];
}

/* A whole is its parts; and everybody is these and the other wholes, which matters where the whole
 * is hidden: those hidden in its stead may be too few, or all alike. */
static void add_lines(struct sheet *sheet, const struct search *search, size_t whole)
{
	size_t most = search->part_count + search->whole_count + 1, row, i;

	for (row = 0; row < sheet->rows; row++) {
		size_t start = row * sheet->columns;
		struct line line = { 1, keep(most * sizeof(*line.cells)) };
		struct line mixed = { 1, keep(most * sizeof(*mixed.cells)) };

		line.cells[0] = start + search->wholes[whole];
		add_parts(&line, search, whole, start);
		if (line.count > 1)
			add_line(sheet, &line);
		mixed.cells[0] = start;
		add_parts(&mixed, search, whole, start);
		for (i = 0; i < search->whole_count; i++)
			if (i != whole)
				mixed.cells[mixed.count++] = start + search->wholes[i];
		if (line.count > 2)
			add_line(sheet, &mixed);
	}
}

/* The columns of a group in which anybody stands. */
static size_t *columns_of(
	const struct layout *layout, const struct sheet *sheet, size_t variable, size_t *count)
{
	size_t *columns = keep(layout->columns * sizeof(*columns)), i;

	*count = 0;
	for (i = 0; i < layout->columns; i++)
		if (layout->list[i].variable == variable && sheet->cells[i].crowd.n > 0)
			columns[(*count)++] = i;
	return columns;
}

/* Whether a pair of groups was refuted before: what lies within another does so in every sheet. */
static struct names *refuted;

static const char *pair_name(const struct layout *layout, size_t part, size_t whole)
{
	return keep_format("%s>%s", layout->list[part].group, layout->list[whole].group);
}

static bool is_refuted(const char *pair)
{
	if (refuted == NULL)
		refuted = names_new();
	return name_find(refuted, pair, strlen(pair)) != NO_NAME;
}

static void try_groups(const struct layout *layout, struct search search, struct sheet *sheet,
	size_t fine, size_t coarse)
{
	static int64_t *room;
	static size_t capacity;
	size_t size = search.places * sizeof(*room), whole;
	const char *pair;

	search.parts = columns_of(layout, sheet, fine, &search.part_count);
	search.wholes = columns_of(layout, sheet, coarse, &search.whole_count);
	if (search.part_count < 2 || search.whole_count < 2)
		return;
	pair = pair_name(layout, search.parts[0], search.wholes[0]);
	if (is_refuted(pair))
		return;
	search.whole_of = keep(search.part_count * sizeof(*search.whole_of));
	room = grow(room, &capacity, search.whole_count * search.places, sizeof(*room));
	search.room = room;
	for (whole = 0; whole < search.whole_count; whole++)
		memcpy(room + whole * search.places,
			search.people + search.wholes[whole] * search.places, size);
	if (!find(&search, 0)) {
		name_add(refuted, pair, strlen(pair));
		return;
	}
	for (whole = 0; whole < search.whole_count; whole++)
		add_lines(sheet, &search, whole);
}

void nest_find(
	const struct layout *layout, struct sheet *sheet, const int64_t *people, size_t places)
{
	const struct search search = { .sheet = sheet, .people = people, .places = places };
	size_t variables = layout->list[layout->columns - 1].variable, fine, coarse;

	for (fine = 1; fine <= variables; fine++)
		for (coarse = 1; coarse <= variables; coarse++)
			if (fine != coarse)
				try_groups(layout, search, sheet, fine, coarse);
}

/* ---- the same lines elsewhere ---- */

static bool has_line(const struct sheet *sheet, const struct line *line)
{
	size_t i;

	for (i = sheet->line_count - sheet->nested; i < sheet->line_count; i++)
		if (sheet->lines[i].count == line->count &&
			memcmp(sheet->lines[i].cells, line->cells,
				line->count * sizeof(*line->cells)) == 0)
			return true;
	return false;
}

void nest_follow(const struct layout *layout, struct sheet *sheet, const struct layout *of,
	const struct sheet *found)
{
	size_t i, j;

	for (i = found->line_count - found->nested; i < found->line_count; i++) {
		const struct line *from = &found->lines[i];
		struct line line = { 0, keep(from->count * sizeof(*line.cells)) };
		int64_t rest = 0;

		for (j = 0; j < from->count; j++) {
			size_t at = same_people(layout, of, from->cells[j]);

			if (at == NO_CELL)
				break;
			line.cells[line.count++] = at;
			rest += (j == 0 ? 1 : -1) * sheet->cells[at].crowd.n;
		}
		if (line.count == from->count && rest == 0 && !has_line(sheet, &line)) {
			sheet_add_line(sheet, &line);
			sheet->nested++;
		}
	}
}
