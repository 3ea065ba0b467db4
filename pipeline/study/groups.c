/* SPDX-License-Identifier: GPL-3.0-or-later */
/* groups.csv: how people are told apart, as women and men or the poorest and others. */
#include "study/study.h"

#include "study/names.h"
#include "study/words.h"

enum { GROUP, LABEL_ID, LABEL_EN, CALCULATION, LIST, FOCAL };

static const struct column columns[] = {
	[GROUP] = { "group", TYPE_TEXT, false, { "its name", "namanya" } },
	[LABEL_ID] = { "label_id", TYPE_TEXT, true,
		{ "label in Indonesian", "label bahasa Indonesia" } },
	[LABEL_EN] = { "label_en", TYPE_TEXT, true,
		{ "label in English", "label bahasa Inggris" } },
	[CALCULATION] = { "calculation", TYPE_TEXT, true,
		{ "expression that gives a person's group; blank: the question of that name",
			"ekspresi yang memberi kelompok seseorang; kosong: pertanyaan bernama "
			"sama" } },
	[LIST] = { "list", TYPE_TEXT, true,
		{ "list of choices.csv with labels and order",
			"daftar di choices.csv dengan label dan urutan" } },
	[FOCAL] = { "focal", TYPE_TEXT, true,
		{ "the value that is compared with the others",
			"nilai yang dibandingkan dengan lainnya" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static void set_values(struct group *group, const struct table *table, size_t row)
{
	const char *name = cell(table, row, LIST);
	const struct choice_list *list;
	struct place at = cell_place(table, row, LIST);

	if (*name == '\0')
		return;
	list = form_list(form_load("."), name);
	if (list == NULL) {
		fault(&at,
			SAY("there is no such list in choices.csv",
				"daftar ini tidak ada di choices.csv"));
		return;
	}
	group->value_count = list->count;
	group->values = list->choices;
	at = cell_place(table, row, FOCAL);
	if (*group->focal != '\0' && list_choice(list, cell_value(table, row, FOCAL)) == NULL)
		fault(&at, SAY("not a choice of list '%s'", "bukan pilihan dalam daftar '%s'"),
			name);
}

/* An expression that cannot be compiled is left blank, so that nobody says its fault again. */
static void check_calculation(struct group *group)
{
	const struct value *header;
	size_t count = study_header(&header);

	if (study_calculation(
		    group->calculation, &group->place, group->name, NULL, header, count) == NULL)
		group->calculation = "";
}

const struct groups *groups_load(void)
{
	static struct groups groups;
	static bool loaded;
	struct names *seen;
	const struct table *table = NULL;
	struct group *list;
	size_t row;

	if (loaded)
		return &groups;
	loaded = true;
	seen = names_new();
	if (file_exists("groups.csv"))
		table = table_load("groups.csv", columns, TABLE_STRICT);
	if (table == NULL)
		return &groups;
	list = keep((table->rows + 1) * sizeof(*list));
	for (row = 0; row < table->rows; row++) {
		const char *name = cell(table, row, GROUP),
			   *calculation = cell(table, row, CALCULATION);

		words_check_name(table, row, GROUP, seen);
		list[row] = (struct group){
			.name = name,
			.label = words_label(table, row, LABEL_ID, LABEL_EN, name),
			.calculation =
				*calculation == '\0' ? keep_format("${%s}", name) : calculation,
			.focal = cell(table, row, FOCAL),
			.place = cell_place(table, row, CALCULATION),
		};
		set_values(&list[row], table, row);
		check_calculation(&list[row]);
	}
	groups = (struct groups){ table->rows, list };
	return &groups;
}
