/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of suppressed.csv, and its rows as a set. */
#include "protect/list.h"

#include <string.h>

const struct column list_columns[LIST_COLUMN_COUNT + 1] = {
	[LIST_INDICATOR] = { "indicator", TYPE_TEXT, false,
		{ "indicator; blank: whatever the indicator, how many people there are",
			"indikator; kosong: apa pun indikatornya, banyaknya orang" } },
	[LIST_ROUND_FROM] = { "round_from", TYPE_TEXT, false,
		{ "earlier round of a change; blank: the level in a round",
			"putaran awal suatu perubahan; kosong: keadaan pada satu putaran" } },
	[LIST_ROUND] = { "round", TYPE_TEXT, false,
		{ "the round, the later one of a change",
			"putaran; untuk perubahan: yang belakangan" } },
	[LIST_ARM] = { "arm", TYPE_TEXT, false,
		{ "programme arm; blank: all together", "kelompok program; kosong: semuanya" } },
	[LIST_GROUP] = { "group", TYPE_TEXT, false,
		{ "group of people, as sex; blank: everybody",
			"kelompok orang, misalnya jenis kelamin; kosong: semua orang" } },
	[LIST_GROUP_VALUE] = { "group_value", TYPE_TEXT, false,
		{ "which of the group", "yang mana dalam kelompok itu" } },
	[LIST_REASON] = { "reason", TYPE_TEXT, false,
		{ "TOO_FEW_PEOPLE, TOO_FEW_CLUSTERS, SENSITIVE, COMPLEMENT or DIFFERENCE; not to "
		  "be shared",
			"TOO_FEW_PEOPLE, TOO_FEW_CLUSTERS, SENSITIVE, COMPLEMENT, atau DIFFERENCE; "
			"jangan dibagikan" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

struct list {
	struct names *keys;
};

/* Names hold no line ends, so the joined texts tell cells apart. */
static const char *joined(const struct list_key *key)
{
	return keep_format("%s\n%s\n%s\n%s\n%s\n%s", key->indicator, key->round_from, key->round,
		key->arm, key->group, key->group_value);
}

static void add(struct list *list, const struct list_key *key)
{
	const char *text = joined(key);

	name_add(list->keys, text, strlen(text));
}

struct list *list_load(const char *file)
{
	const struct table *table = table_load(file, list_columns, TABLE_OPEN);
	struct list *list = keep(sizeof(*list));
	size_t row;

	stop_on_faults();
	list->keys = names_new();
	for (row = 0; table != NULL && row < table->rows; row++) {
		struct list_key key = { cell(table, row, LIST_INDICATOR),
			cell(table, row, LIST_ROUND_FROM), cell(table, row, LIST_ROUND),
			cell(table, row, LIST_ARM), cell(table, row, LIST_GROUP),
			cell(table, row, LIST_GROUP_VALUE) };

		add(list, &key);
		key.group_value = "";
		if (*key.group != '\0')
			add(list, &key);
	}
	return list;
}

bool list_has(const struct list *list, const struct list_key *key)
{
	const char *text = joined(key);

	return name_find(list->keys, text, strlen(text)) != NO_NAME;
}
