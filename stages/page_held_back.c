/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_held_back: the report's section on who is held back in several things at once, and by what. */
#include <math.h>
#include <string.h>

#include "drawing/headline.h"
#include "drawing/labels.h"
#include "drawing/numbers.h"
#include "page/held.h"
#include "page/page.h"
#include "spread/counted_columns.h"
#include "spread/counted_read.h"
#include "study/indicator_index.h"

static const char *const people_names[] = { "who", "held_back", "interval", "lack", "held_score",
	"left_out", "n" };
static const char *const member_names[] = { "member", "held_back_by", "interval", "part",
	"lacking" };
enum {
	PEOPLE_COLUMNS = sizeof(people_names) / sizeof(*people_names),
	MEMBER_COLUMNS = sizeof(member_names) / sizeof(*member_names)
};

static struct scene scene;
static struct counted_rows rows;

static const struct indicator *index_of(size_t index)
{
	return &indicators_load()->list[index];
}

/* ---- tables ---- */

static void put_columns(const char *const *names, size_t count)
{
	page_headings(names, count, 1, count - 2, scene.level); /* sources stand in the last */
}

static void put_people_row(const struct counted_row *cell)
{
	const struct counted_row *intensity = counted_beside(cell, "intensity", ""),
				 *adjusted = counted_beside(cell, "adjusted_headcount", ""),
				 *dropped = counted_beside(cell, "dropped", "");
	bool share = strcmp(cell->measure, "headcount") == 0, refused = isnan(cell->estimate);
	const char *sources = held_sources("", cell);
	size_t i;

	page_row(refused ? "refused" : "");
	page_head(*cell->arm == '\0'
			? held_round(cell->round)
			: text_join(arm_label(cell->arm), " · ", held_round(cell->round)));
	if (refused) {
		page_verdict(text_first_sentence(cell->note), sources);
		for (i = 2; i < PEOPLE_COLUMNS; i++)
			page_number(text_same("–"));
		return;
	}
	page_number(held_percent(share ? cell : NULL));
	page_number(held_interval(share ? cell : NULL));
	page_number(held_percent(intensity));
	page_number(adjusted == NULL ? text_same("–")
				     : number_shown(100 * (1 - adjusted->estimate), 1));
	page_number(held_percent(dropped));
	sources = held_sources(sources, intensity);
	if (adjusted != cell)
		sources = held_sources(sources, adjusted);
	page_cell(number_shown(cell->n, 0), held_sources(sources, dropped));
}

static void put_members(const struct counted_row *cell)
{
	const struct counted_row **parts;
	size_t count = counted_parts(cell, &parts), i;

	if (count > 0 && *cell->arm != '\0') {
		page_row("group");
		page_head(arm_label(cell->arm));
	}
	for (i = 0; i < count; i++) {
		const char *member = parts[i]->member;
		const struct counted_row *share =
						 counted_beside(cell, "censored_headcount", member),
					 *lacking = counted_beside(
						 cell, "uncensored_headcount", member);
		const char *sources = held_sources("", share);

		page_row("");
		page_head(parts[i]->label);
		page_number(held_percent(share));
		page_number(held_interval(share));
		page_number(held_percent(parts[i]));
		sources = held_sources(sources, parts[i]);
		page_cell(held_percent(lacking), held_sources(sources, lacking));
	}
}

/* ---- an index ---- */

/* The last round in which somebody was asked; NULL where nobody was. */
static const char *last_round(size_t index)
{
	const char *last = NULL;
	size_t i;

	for (i = 0; i < rows.count; i++)
		if (counted_leads(&rows.list[i], index))
			last = rows.list[i].round;
	return last;
}

/* Whether anything can be said of what holds people back in this round. */
static bool has_parts(size_t index, const char *round)
{
	const struct counted_row **parts;
	size_t i;

	for (i = 0; i < rows.count; i++)
		if (counted_leads(&rows.list[i], index) && rows.list[i].round == round &&
			counted_parts(&rows.list[i], &parts) > 0)
			return true;
	return false;
}

static bool is_comparison(const struct counted_row *row)
{
	const char *comparison = study_load()->arm_comparison;

	return comparison != NULL && strcmp(row->arm, comparison) == 0;
}

/* Calls for each cell of the index in a round, the comparison arm's last. */
static void each_arm(size_t index, const char *round, void (*put)(const struct counted_row *cell))
{
	size_t i;
	int last;

	for (last = 0; last < 2; last++)
		for (i = 0; i < rows.count; i++)
			if (counted_leads(&rows.list[i], index) &&
				strcmp(rows.list[i].round, round) == 0 &&
				is_comparison(&rows.list[i]) == (last == 1))
				put(&rows.list[i]);
}

static void put_index(size_t which, const char *round)
{
	const struct indicator *index = index_of(which);
	const struct filling facts[] = { { "indicator", index->label },
		{ "round", held_round(round) }, { "k", number_shown((double)index->k, 0) },
		{ "total", number_shown((double)index_weight(index), 0) },
		{ NULL, { NULL, NULL } } };
	size_t i;

	page_text("", texts_fill("page_held_intro", facts), "");
	each_arm(which, round, held_sentence);
	page_table("", texts_fill("page_held_people", facts));
	put_columns(people_names, PEOPLE_COLUMNS);
	for (i = 0; i < rounds_load()->count; i++)
		each_arm(which, rounds_load()->list[i].name, put_people_row);
	if (!has_parts(which, round))
		return;
	page_table("", texts_fill("page_held_members", facts));
	put_columns(member_names, MEMBER_COLUMNS);
	each_arm(which, round, put_members);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	study_begin(input);
	scene = scene_load();
}

static void end(void)
{
	bool begun = false;
	size_t i;

	rows = counted_all();
	for (i = 0; i < indicators_load()->count; i++) {
		const char *round = last_round(i);

		if (round == NULL)
			continue;
		if (!begun)
			page_section("held-back", texts_plain("page_held"));
		begun = true;
		put_index(i, round);
	}
	if (begun)
		page_text("note", texts_plain("page_held_note"), "");
}

static const struct stage stage = {
	.name = "page_held_back",
	.purpose = { "Write the report's section on who is held back in several things at once.",
		"Menulis bagian laporan tentang siapa yang tertinggal dalam beberapa hal "
		"sekaligus." },
	.tables = study_tables,
	.options = texts_options,
	.needs = counted_columns,
	.makes = page_columns,
	.begin = begin,
	.row = counted_read,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
