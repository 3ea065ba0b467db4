/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells who is held back, and by what. */
#include "page/held.h"

#include <math.h>
#include <string.h>

#include "drawing/labels.h"
#include "drawing/numbers.h"
#include "page/page.h"

enum { MOST_NAMED = 3 };

struct text held_percent(const struct counted_row *row)
{
	return percent_shown(row == NULL ? (double)NAN : row->estimate, 0);
}

struct text held_interval(const struct counted_row *row)
{
	return row == NULL || isnan(row->conf_low)
		? text_same("–")
		: interval_shown(100 * row->conf_low, 100 * row->conf_high, 0);
}

const char *held_sources(const char *sources, const struct counted_row *row)
{
	return row == NULL ? sources : page_sources(sources, "multidimensional", row->row);
}

struct text held_round(const char *round)
{
	return round_label((struct value){ round, strlen(round) });
}

/* The row that says why a cell has no parts to tell. */
static const struct counted_row *silent_row(const struct counted_row *cell)
{
	const struct counted_row *intensity = counted_beside(cell, "intensity", "");
	const struct counted_rows rows = counted_all();
	size_t i;

	if (isnan(cell->estimate) || intensity == NULL)
		return cell;
	for (i = 0; !isnan(intensity->estimate) && i < rows.count; i++)
		if (strcmp(rows.list[i].measure, "contribution") == 0 &&
			counted_beside(cell, "contribution", rows.list[i].member) == &rows.list[i])
			return &rows.list[i];
	return intensity;
}

static void put_silence(const struct counted_row *cell)
{
	const struct counted_row *silent = silent_row(cell);
	const struct filling facts[] = { { "arm", arm_label(cell->arm) },
		{ NULL, { NULL, NULL } } };
	bool of_arm = *cell->arm != '\0', share = strcmp(cell->measure, "headcount") == 0;
	struct text reason = share || isnan(cell->estimate) ? text_first_sentence(silent->note)
							    : texts_plain("page_held_discreet");

	if (share && !isnan(cell->estimate) && !(cell->estimate > 0))
		page_item("",
			texts_fill(of_arm ? "page_held_nobody_arm" : "page_held_nobody_all", facts),
			held_sources("", cell));
	else if (*reason.en != '\0')
		page_item("", of_arm ? text_join(arm_label(cell->arm), ": ", reason) : reason,
			held_sources("", silent));
}

void held_sentence(const struct counted_row *cell)
{
	const struct counted_row **parts, *intensity = counted_beside(cell, "intensity", "");
	size_t count = counted_parts(cell, &parts), i;
	const char *sources = held_sources("", cell);
	struct text list[MOST_NAMED];

	if (isnan(cell->estimate) || intensity == NULL || isnan(intensity->estimate) ||
		count == 0) {
		put_silence(cell);
		return;
	}
	sources = held_sources(sources, intensity);
	for (i = 0; i < count && i < MOST_NAMED; i++) {
		const struct filling facts[] = { { "member", parts[i]->label },
			{ "part", held_percent(parts[i]) }, { NULL, { NULL, NULL } } };

		list[i] = texts_fill("page_held_part", facts);
		sources = held_sources(sources, parts[i]);
	}
	const struct filling facts[] = { { "arm", arm_label(cell->arm) },
		{ "round", held_round(cell->round) }, { "share", held_percent(cell) },
		{ "interval", held_interval(cell) }, { "lack", held_percent(intensity) },
		{ "list", text_list(list, i, MOST_NAMED) }, { NULL, { NULL, NULL } } };
	page_item("", texts_fill(*cell->arm == '\0' ? "page_held_all" : "page_held_arm", facts),
		sources);
}
