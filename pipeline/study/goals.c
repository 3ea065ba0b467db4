/* SPDX-License-Identifier: GPL-3.0-or-later */
/* goals.csv: what the programme is after, in the order of its results chain. */
#include "study/study.h"

#include <string.h>

#include "study/words.h"

enum { GOAL, LABEL_ID, LABEL_EN, KIND, PARENTS, LAG_ROUNDS };

static const struct column columns[] = {
	[GOAL] = { "goal", TYPE_TEXT, false, { "its name", "namanya" } },
	[LABEL_ID] = { "label_id", TYPE_TEXT, true,
		{ "label in Indonesian", "label bahasa Indonesia" } },
	[LABEL_EN] = { "label_en", TYPE_TEXT, true,
		{ "label in English", "label bahasa Inggris" } },
	[KIND] = { "kind", TYPE_TEXT, true,
		{ "goal, principle, capital or harm", "goal, principle, capital, atau harm" } },
	[PARENTS] = { "parents", TYPE_TEXT, true,
		{ "goals that come before it", "tujuan yang mendahuluinya" } },
	[LAG_ROUNDS] = { "lag_rounds", TYPE_INTEGER, true,
		{ "rounds until a change can show",
			"jumlah putaran sampai perubahan dapat terlihat" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static const char *const kinds[] = { "goal", "principle", "capital", "harm", NULL };

const char *goal_kind_name(enum goal_kind kind)
{
	return kinds[kind];
}

size_t goal_find(const struct goals *goals, const char *name)
{
	size_t i;

	for (i = 0; i < goals->count; i++)
		if (strcmp(goals->list[i].name, name) == 0)
			return i;
	return NO_NAME;
}

static void set_parents(const struct table *table, const struct goals *goals, struct goal *list)
{
	size_t row, i, parent;

	for (row = 0; row < table->rows; row++) {
		struct words words = words_split(cell(table, row, PARENTS));
		struct place at = cell_place(table, row, PARENTS);
		size_t *parents = keep((words.count + 1) * sizeof(*parents)), count = 0;

		for (i = 0; i < words.count; i++) {
			parent = goal_find(goals, words.list[i]);
			if (parent == NO_NAME)
				fault(&at,
					SAY("goal '%s' does not stand in this table",
						"tujuan '%s' tidak ada di tabel ini"),
					words.list[i]);
			else if (parent == row)
				fault(&at,
					SAY("a goal does not come before itself",
						"tujuan tidak mendahului dirinya sendiri"));
			else
				parents[count++] = parent;
		}
		list[row].parents = parents;
		list[row].parent_count = count;
	}
}

enum { UNSEEN, ON_THE_WAY, SEEN };

/* Follows parents from a goal on; the goal by which the way comes back to one on it, or NO_NAME. */
static size_t comes_back(const struct goal *list, size_t goal, char *marks)
{
	size_t i, back;

	marks[goal] = ON_THE_WAY;
	for (i = 0; i < list[goal].parent_count; i++) {
		size_t parent = list[goal].parents[i];

		back = marks[parent] == ON_THE_WAY ? goal
			: marks[parent] == UNSEEN  ? comes_back(list, parent, marks)
						   : NO_NAME;
		if (back != NO_NAME)
			return back;
	}
	marks[goal] = SEEN;
	return NO_NAME;
}

/* The chain leads from causes to what follows: a goal cannot be among what comes before it. */
static void check_circles(const struct table *table, const struct goal *list)
{
	char *marks = keep(table->rows + 1);
	size_t row, back;
	struct place at;

	memset(marks, UNSEEN, table->rows);
	for (row = 0; row < table->rows; row++) {
		back = marks[row] == UNSEEN ? comes_back(list, row, marks) : NO_NAME;
		if (back == NO_NAME)
			continue;
		at = cell_place(table, back, PARENTS);
		fault(&at,
			SAY("goal '%s' comes before itself by way of these",
				"tujuan '%s' mendahului dirinya sendiri lewat tujuan ini"),
			list[back].name);
		return; /* marks are of the circle: one at a time */
	}
}

const struct goals *goals_load(void)
{
	static struct goals goals;
	static bool loaded;
	struct names *seen;
	const struct table *table;
	struct goal *list;
	size_t row;

	if (loaded)
		return &goals;
	loaded = true;
	seen = names_new();
	table = table_load("goals.csv", columns, TABLE_STRICT);
	if (table == NULL)
		return &goals;
	list = keep((table->rows + 1) * sizeof(*list));
	for (row = 0; row < table->rows; row++) {
		words_check_name(table, row, GOAL, seen);
		list[row] = (struct goal){
			.name = cell(table, row, GOAL),
			.label =
				words_label(table, row, LABEL_ID, LABEL_EN, cell(table, row, GOAL)),
			.kind = (enum goal_kind)words_choose(table, row, KIND, kinds, KIND_GOAL),
			.lag_rounds = cell_integer(table, row, LAG_ROUNDS, 0),
		};
	}
	goals = (struct goals){ table->rows, list };
	set_parents(table, &goals, list);
	check_circles(table, list);
	return &goals;
}
