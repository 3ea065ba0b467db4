/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet choices.csv of a form as lists. */
#include "study/choices.h"

#include <math.h>
#include <string.h>

#include "study/labels.h"

enum { LIST, LIST_SPACED, NAME, VALUE, SCORE };

static const struct column columns[] = {
	[LIST] = { "list_name", TYPE_TEXT, true, { "name of the list", "nama daftar" } },
	[LIST_SPACED] = { "list name", TYPE_TEXT, true, { "name of the list", "nama daftar" } },
	[NAME] = { "name", TYPE_TEXT, true, { "code of the choice", "kode pilihan" } },
	[VALUE] = { "value", TYPE_TEXT, true, { "code of the choice", "kode pilihan" } },
	[SCORE] = { "score", TYPE_NUMBER, true, { "score of the choice", "skor pilihan" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static size_t either(const struct table *table, size_t first, size_t second)
{
	if (table->bound[first] == NO_NAME && table->bound[second] == NO_NAME)
		fault(
			&(struct place){
				.file = table->file, .line = 1, .column = columns[first].name },
			SAY("this column is missing: %s", "kolom ini tidak ada: %s"),
			text_of(columns[first].meaning));
	return table->bound[first] == NO_NAME ? second : first;
}

/* A score as the lattice is read from: with a decimal point, whatever the table has. */
static struct value score_text(const struct table *table, size_t row)
{
	struct value value = cell_value(table, row, SCORE);
	char *text = keep_value(value), *comma = strchr(text, ',');

	if (comma != NULL && table->delimiter == ';')
		*comma = '.';
	return (struct value){ text, value.length };
}

static void add_choice(
	struct choices *choices, size_t number, const struct choice *choice, const char **labels)
{
	struct choice_list *list = &choices->lists[number];
	struct choice *all = (struct choice *)list->choices;

	all[list->count] = *choice;
	choices->labels[number][list->count] = labels;
	list->count++;
}

/* Room for each list's choices and the `other` that a form may add. */
static void make_lists(struct choices *choices, const struct table *table,
	const struct names *names, size_t column)
{
	size_t *sizes = keep((name_count(names) + 1) * sizeof(*sizes)), i;

	for (i = 0; i < table->rows; i++) {
		struct value name = cell_value(table, i, column);

		if (!missing(name))
			sizes[name_find(names, name.text, name.length)]++;
	}
	choices->count = name_count(names);
	choices->lists = keep((choices->count + 1) * sizeof(*choices->lists));
	choices->labels = keep((choices->count + 1) * sizeof(*choices->labels));
	for (i = 0; i < choices->count; i++) {
		choices->lists[i].name = name_text(names, i);
		choices->lists[i].choices = keep((sizes[i] + 1) * sizeof(struct choice));
		choices->labels[i] = keep((sizes[i] + 1) * sizeof(**choices->labels));
	}
}

static void read_rows(
	struct choices *choices, const struct table *table, size_t list_column, size_t name_column)
{
	struct label_columns found = label_columns_find(table);
	struct names *names = names_new();
	size_t row;

	for (row = 0; row < table->rows; row++) {
		struct value list = cell_value(table, row, list_column);

		if (!missing(list))
			name_add(names, list.text, list.length);
	}
	make_lists(choices, table, names, list_column);
	choices->label_count = found.count;
	for (row = 0; row < table->rows; row++) {
		struct value list = cell_value(table, row, list_column),
			     name = cell_value(table, row, name_column);
		struct place at = cell_place(table, row, name_column);
		size_t number = name_find(names, list.text, list.length);
		const char **labels;

		if (missing(list) || missing(name))
			continue;
		if (list_choice(&choices->lists[number], name) != NULL) {
			fault(&at,
				SAY("the code stands twice in list '%s'",
					"kode ini ada dua kali di daftar '%s'"),
				list.text);
			continue;
		}
		labels = label_row(table, row, &found);
		add_choice(choices, number,
			&(struct choice){ name.text,
				label_text((const char *const *)labels, &found),
				cell_number(table, row, SCORE), score_text(table, row) },
			labels);
	}
}

void choices_load(struct choices *choices, const char *file)
{
	const struct table *table =
		file_exists(file) ? table_load(file, columns, TABLE_SHEET) : NULL;
	size_t list_column, name_column;

	if (table == NULL)
		return;
	list_column = either(table, LIST, LIST_SPACED);
	name_column = either(table, NAME, VALUE);
	if (table->bound[list_column] != NO_NAME && table->bound[name_column] != NO_NAME)
		read_rows(choices, table, list_column, name_column);
}

const struct choice_list *choices_list(struct choices *choices, const char *name, bool or_other)
{
	static const struct value other = { "other", 5 };
	size_t i = 0;

	while (i < choices->count && strcmp(choices->lists[i].name, name) != 0)
		i++;
	if (i == choices->count)
		return NULL;
	if (or_other && list_choice(&choices->lists[i], other) == NULL) {
		const char **labels = keep((choices->label_count + 1) * sizeof(*labels));
		size_t j;

		for (j = 0; j < choices->label_count; j++)
			labels[j] = "";
		add_choice(choices, i,
			&(struct choice){ other.text, { "Other", "Lainnya" }, NAN, { "", 0 } },
			labels);
	}
	return &choices->lists[i];
}
