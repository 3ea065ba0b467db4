/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the links of the results chain, and counts them in words. */
#include "drawing/links.h"

#include <string.h>

#include "study/study.h"

static struct goal_link *list;
static size_t count, capacity;

static struct value kept_value(struct value value)
{
	return (struct value){ keep_value(value), value.length };
}

static size_t goal_named(struct value name, const struct place *at)
{
	size_t goal = goal_find(goals_load(), keep_value(name));

	if (goal == NO_NAME)
		refuse(at,
			SAY("this goal does not stand in goals.csv",
				"tujuan ini tidak ada di goals.csv"));
	return goal;
}

static enum chain_state state_of(struct value name)
{
	int state = 0;

	while (state < CHAIN_NOT_MEASURED && !same_text(name, chain_state_names[state]))
		state++;
	return (enum chain_state)state;
}

void links_add(const struct value *needed, const struct place at[2], size_t row)
{
	const struct rounds *rounds = rounds_load();
	size_t parent = goal_named(needed[CHAIN_PARENT], &at[0]),
	       child = goal_named(needed[CHAIN_CHILD], &at[1]);

	if (rounds->count < 2 ||
		!same_text(needed[CHAIN_ROUND_TO], rounds->list[rounds->count - 1].name))
		return;
	list = grow(list, &capacity, count + 1, sizeof(*list));
	list[count++] = (struct goal_link){ .parent = parent,
		.child = child,
		.arm = keep_value(needed[CHAIN_ARM]),
		.state = state_of(needed[CHAIN_STATE]),
		.phrase = { keep_value(needed[CHAIN_PHRASE_EN]),
			keep_value(needed[CHAIN_PHRASE_ID]) },
		.correlation = kept_value(needed[CHAIN_CORRELATION]),
		.conf_low = kept_value(needed[CHAIN_CONF_LOW]),
		.conf_high = kept_value(needed[CHAIN_CONF_HIGH]),
		.clusters = kept_value(needed[CHAIN_CLUSTERS]),
		.row = row };
}

void links_load(void)
{
	const struct table *table = table_load(with_file("chain"), chain_columns, TABLE_OPEN);
	struct value needed[CHAIN_COLUMN_COUNT];
	size_t row, column;

	stop_on_faults();
	for (row = 0; row < table->rows; row++) {
		struct place at[] = { cell_place(table, row, CHAIN_PARENT),
			cell_place(table, row, CHAIN_CHILD) };

		for (column = 0; column < CHAIN_COLUMN_COUNT; column++)
			needed[column] = cell_value(table, row, column);
		links_add(needed, at, row + 2);
	}
}

const struct goal_link *links(size_t *how_many)
{
	*how_many = count;
	return list;
}

const struct goal_link *link_between(size_t parent, size_t child, const char *arm)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (list[i].parent == parent && list[i].child == child &&
			strcmp(list[i].arm, arm) == 0)
			return &list[i];
	return NULL;
}

/* How many links are in a state, in all arms. */
static size_t links_in(enum chain_state state)
{
	size_t found = 0, i;

	for (i = 0; i < count; i++)
		found += list[i].state == state;
	return found;
}

static struct text counted(size_t number)
{
	return text_same(keep_format("%zu", number));
}

struct text links_title(void)
{
	size_t expected = links_in(CHAIN_CONSISTENT);
	const struct filling facts[] = { { "n", counted(expected) }, { "total", counted(count) },
		{ NULL, { NULL, NULL } } };

	if (links_in(CHAIN_NOT_MEASURED) == count)
		return texts_plain("title_chain_not_measured");
	if (expected == 0)
		return texts_fill(
			links_in(CHAIN_REVERSED) > 0 ? "title_chain_none" : "title_chain_not_yet",
			facts);
	if (expected == count)
		return texts_fill(count == 1 ? "title_chain_one" : "title_chain_all", facts);
	return texts_fill("title_chain_some", facts);
}

struct text links_counts(void)
{
	struct text text = text_same("");
	int state;

	for (state = 0; state < CHAIN_STATE_COUNT; state++) {
		size_t found = links_in((enum chain_state)state);
		const struct filling fact[] = { { "n", counted(found) },
			{ "state",
				texts_plain(
					keep_format("chain_state_%s", chain_state_names[state])) },
			{ NULL, { NULL, NULL } } };

		if (found > 0)
			text = text_join(text, ", ", texts_fill("chain_count", fact));
	}
	return text;
}
