/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form: the XLSForm sheets survey.csv and choices.csv as questions and lists of choices. */
#include "study/study.h"

#include <math.h>
#include <string.h>

#include "study/choices.h"
#include "study/constraint.h"
#include "study/labels.h"

enum { TYPE, NAME, CONSTRAINT };

static const struct column columns[] = {
	[TYPE] = { "type", TYPE_TEXT, false, { "type of question", "jenis pertanyaan" } },
	[NAME] = { "name", TYPE_TEXT, false, { "name of the question", "nama pertanyaan" } },
	[CONSTRAINT] = { "constraint", TYPE_TEXT, true, { "range of answers", "batas jawaban" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

struct form_private {
	struct form form; /* what the caller sees */
	const char *folder;
	struct names *names; /* of the questions */
	struct question *questions;
	size_t capacity;
	size_t label_count;   /* languages of the survey sheet */
	const char ***labels; /* of each question */
	size_t labels_capacity;
	struct choices choices;
	struct form_private *next;
};

static enum question_type plain_type(const char *type)
{
	static const struct {
		const char *name;
		enum question_type type;
	} known[] = {
		{ "integer", QUESTION_INTEGER },
		{ "int", QUESTION_INTEGER },
		{ "decimal", QUESTION_DECIMAL },
		{ "range", QUESTION_DECIMAL },
		{ "text", QUESTION_TEXT },
		{ "string", QUESTION_TEXT },
		{ "calculate", QUESTION_TEXT },
		{ "hidden", QUESTION_TEXT },
		{ "barcode", QUESTION_TEXT },
		{ "acknowledge", QUESTION_TEXT },
		{ "time", QUESTION_TEXT },
		{ "username", QUESTION_TEXT },
		{ "date", QUESTION_DATE },
		{ "today", QUESTION_DATE },
		{ "dateTime", QUESTION_DATE },
		{ "datetime", QUESTION_DATE },
		{ "start", QUESTION_DATE },
		{ "end", QUESTION_DATE },
	};
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i].name, type) == 0)
			return known[i].type;
	return strncmp(type, "rank ", 5) == 0 ? QUESTION_TEXT : QUESTION_OTHER;
}

/* What stands behind `word` in a type; NULL if the type begins otherwise. */
static const char *behind(const char *type, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(type, word, length) != 0)
		return NULL;
	return type + length + strspn(type + length, " ");
}

/* Type, and for selects the list; a space or an underscore in `select_one`. */
static enum question_type read_type(const char *type, const char **list, bool *other)
{
	static const struct {
		const char *word;
		enum question_type type;
	} selects[] = {
		{ "select_one ", QUESTION_SELECT_ONE },
		{ "select one ", QUESTION_SELECT_ONE },
		{ "select_multiple ", QUESTION_SELECT_MULTIPLE },
		{ "select multiple ", QUESTION_SELECT_MULTIPLE },
	};
	size_t i;

	for (i = 0; i < sizeof(selects) / sizeof(selects[0]); i++) {
		const char *name = behind(type, selects[i].word);

		if (name == NULL)
			continue;
		*list = keep_text(name, strcspn(name, " "));
		*other = strstr(name, " or_other") != NULL || strstr(name, " or other") != NULL;
		return selects[i].type;
	}
	return plain_type(type);
}

/* Lattice of the answers: 1, 10, 100 ... for whole numbers and for codes that are decimals. */
static int64_t denominator_of(const struct question *question)
{
	int64_t denominator = 0;
	size_t i;

	if (question->type == QUESTION_INTEGER)
		return 1;
	for (i = 0; question->type == QUESTION_SELECT_ONE && question->list != NULL &&
		i < question->list->count;
		i++) {
		const char *name = question->list->choices[i].name, *dot = strchr(name, '.');
		int64_t tenths = 1;
		double number;
		size_t j;

		if (!number_read((struct value){ name, strlen(name) }, &number))
			continue;
		if (strpbrk(name, "eE") != NULL || (dot != NULL && strlen(dot + 1) > 9))
			return 0;
		for (j = 0; dot != NULL && j < strlen(dot + 1); j++)
			tenths *= 10;
		denominator = tenths > denominator ? tenths : denominator;
	}
	return denominator;
}

static void add_question(
	struct form_private *form, const struct question *question, const char **labels)
{
	size_t count = form->form.count;

	if (name_find(form->names, question->name, strlen(question->name)) != NO_NAME) {
		fault(&question->place,
			SAY("the question stands twice in the form",
				"pertanyaan ini ada dua kali di formulir"));
		return;
	}
	name_add(form->names, question->name, strlen(question->name));
	form->questions =
		grow(form->questions, &form->capacity, count + 1, sizeof(*form->questions));
	form->labels = grow(form->labels, &form->labels_capacity, count + 1, sizeof(*form->labels));
	form->questions[count] = *question;
	form->labels[count] = labels;
	form->form.count++;
	form->form.questions = form->questions;
}

/* The text that `or_other` asks for besides. */
static void add_other(struct form_private *form, const struct question *select, size_t label_count)
{
	struct question text = { .name = keep_format("%s_other", select->name),
		.type = QUESTION_TEXT,
		.minimum = NAN,
		.maximum = NAN,
		.place = select->place };
	const char **labels = keep((label_count + 1) * sizeof(*labels));
	size_t i;

	for (i = 0; i < label_count; i++)
		labels[i] = "";
	add_question(form, &text, labels);
}

static void add_row(struct form_private *form, const struct table *table, size_t row,
	const struct label_columns *found, bool repeated)
{
	struct question question = { .name = cell(table, row, NAME),
		.place = cell_place(table, row, NAME) };
	const char **labels = label_row(table, row, found), *list = NULL;
	bool other = false;

	question.type = read_type(cell(table, row, TYPE), &list, &other);
	question.label = label_text((const char *const *)labels, found);
	constraint_range(cell(table, row, CONSTRAINT), &question.minimum, &question.maximum);
	if (list != NULL)
		question.list = choices_list(&form->choices, list, other);
	if (list != NULL && question.list == NULL)
		fault(&(struct place){ table->file, table->lines[row], "type", list },
			SAY("this list does not stand in the form's choices.csv",
				"daftar ini tidak ada di choices.csv formulir ini"));
	question.denominator = denominator_of(&question);
	if (repeated) /* many answers to a respondent; they lie in a table of their own */
		question.type = QUESTION_OTHER;
	add_question(form, &question, labels);
	if (other)
		add_other(form, &question, found->count);
}

/* begin_group, end repeat, note ...: rows that hold no answer. */
static bool structural(const char *type, size_t *repeats)
{
	if (strcmp(type, "begin_repeat") == 0 || strcmp(type, "begin repeat") == 0)
		++*repeats;
	if (*repeats > 0 && (strcmp(type, "end_repeat") == 0 || strcmp(type, "end repeat") == 0))
		--*repeats;
	return *type == '\0' || strcmp(type, "note") == 0 || strncmp(type, "begin", 5) == 0 ||
		strncmp(type, "end_", 4) == 0 || strncmp(type, "end ", 4) == 0;
}

static void read_survey(struct form_private *form, const char *file)
{
	const struct table *table = table_load(file, columns, TABLE_SHEET);
	struct label_columns found;
	size_t row, repeats = 0;

	if (table == NULL || table->bound[TYPE] == NO_NAME || table->bound[NAME] == NO_NAME)
		return;
	found = label_columns_find(table);
	form->label_count = found.count;
	for (row = 0; row < table->rows; row++)
		if (!structural(cell(table, row, TYPE), &repeats) &&
			*cell(table, row, NAME) != '\0')
			add_row(form, table, row, &found, repeats > 0);
}

const struct form *form_load(const char *folder)
{
	static struct form_private *loaded;
	struct form_private *form;
	const char *prefix = strcmp(folder, ".") == 0 ? "" : keep_format("%s/", folder);

	for (form = loaded; form != NULL; form = form->next)
		if (strcmp(form->folder, folder) == 0)
			return &form->form;
	form = keep(sizeof(*form));
	form->folder = keep_text(folder, strlen(folder));
	form->names = names_new();
	form->next = loaded;
	loaded = form;
	choices_load(&form->choices, keep_format("%schoices.csv", prefix));
	read_survey(form, keep_format("%ssurvey.csv", prefix));
	form->form.list_count = form->choices.count;
	form->form.lists = form->choices.lists;
	return &form->form;
}

const struct question *form_question(const struct form *form, const char *name)
{
	size_t number = name_find(((const struct form_private *)form)->names, name, strlen(name));

	return number == NO_NAME ? NULL : &form->questions[number];
}

const struct choice_list *form_list(const struct form *form, const char *name)
{
	size_t i;

	for (i = 0; i < form->list_count; i++)
		if (strcmp(form->lists[i].name, name) == 0)
			return &form->lists[i];
	return NULL;
}

const struct choice *list_choice(const struct choice_list *list, struct value name)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (same_text(name, list->choices[i].name))
			return &list->choices[i];
	return NULL;
}

const char *const *question_labels(
	const struct form *form, const struct question *question, size_t *count)
{
	const struct form_private *inside = (const struct form_private *)form;

	*count = inside->label_count;
	return (const char *const *)inside->labels[question - form->questions];
}

const char *const *choice_labels(
	const struct form *form, const struct choice_list *list, size_t choice, size_t *count)
{
	const struct form_private *inside = (const struct form_private *)form;

	*count = inside->choices.label_count;
	return (const char *const *)inside->choices.labels[list - form->lists][choice];
}
