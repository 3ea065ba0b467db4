/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one file is read in one round: a field for each key column and each question needed. */
#include "raw/plan.h"

#include <math.h>
#include <string.h>

#include "raw/headers.h"
#include "study/labels.h"

static const struct key_column *key_column(size_t key)
{
	const struct study *study = study_load();
	const struct key_column *const columns[KEY_COUNT] = {
		[KEY_RESPONDENT] = &study->respondent,
		[KEY_ROUND] = &study->round,
		[KEY_ARM] = &study->arm,
		[KEY_CLUSTER] = &study->cluster,
		[KEY_STRATUM] = &study->stratum,
		[KEY_WEIGHT] = &study->weight,
		[KEY_FPC] = &study->fpc,
	};

	return columns[key];
}

/* Names that the form may lack: key columns and what recode.csv makes of columns. */
static const char *const *more_names(void)
{
	static const char **more;
	size_t count = 0, capacity = 0, key, i;

	if (more != NULL)
		return (const char *const *)more;
	for (key = 0; key < KEY_COUNT; key++)
		for (i = 0; i < key_column(key)->count; i++) {
			more = grow(more, &capacity, count + 2, sizeof(*more));
			more[count++] = key_column(key)->names[i];
		}
	more = grow(more, &capacity, count + 1, sizeof(*more));
	return (const char *const *)more;
}

static void fault_lacking(const struct reader *reader, const struct headers *headers,
	const char *name, const char *what)
{
	const char *nearest = headers_nearest(headers, name);
	struct place at = { .file = reader->file, .line = reader->line, .column = name };

	if (nearest == NULL)
		fault(&at,
			SAY("the export lacks this column: %s", "ekspor tidak punya kolom ini: %s"),
			what);
	else
		fault(&at,
			SAY("the export lacks this column: %s; nearest: '%s' (recode.csv can say "
			    "that it is the same)",
				"ekspor tidak punya kolom ini: %s; terdekat: '%s' (recode.csv "
				"dapat menyatakan keduanya sama)"),
			what, nearest);
}

/* Codes and labels of the villages in clusters.csv, and of a list besides. */
static const struct lookup *village_lookup(const struct form *form, const struct choice_list *list)
{
	const struct clusters *clusters = clusters_load();
	struct lookup *lookup = lookup_new();
	size_t i, j, languages;

	for (i = 0; i < clusters->count; i++)
		lookup_add(lookup, clusters->list[i].name, clusters->list[i].name);
	for (i = 0; i < clusters->count; i++) {
		lookup_add(lookup, clusters->list[i].name, clusters->list[i].label.id);
		lookup_add(lookup, clusters->list[i].name, clusters->list[i].label.en);
	}
	for (i = 0; list != NULL && i < list->count; i++) {
		const char *const *labels = choice_labels(form, list, i, &languages);

		for (j = 0; j < languages; j++)
			lookup_add(lookup, list->choices[i].name, labels[j]);
	}
	return lookup;
}

/* The list that a key's values are taken from: that of its question, else the one named like it. */
static const struct choice_list *key_list(
	const struct form **form, const char *name, size_t key, bool alone)
{
	const struct question *question = form_question(*form, name);
	const struct choice_list *list;

	if (key == KEY_RESPONDENT)
		return NULL;
	if (question != NULL && question->type == QUESTION_SELECT_ONE)
		return question->list;
	if (!alone)
		return NULL;
	list = form_list(*form, key_names[key]);
	if (list == NULL) {
		*form = form_load(".");
		list = form_list(*form, key_names[key]);
	}
	return list;
}

static struct field plain_field(const struct round_file *file, const char *name, size_t column)
{
	return (struct field){ .name = name,
		.column = column,
		.dashes_are_blank = file->source == SOURCE_COMMCARE,
		.rule = { .type = QUESTION_TEXT,
			.minimum = NAN,
			.maximum = NAN,
			.decimal = file->decimal,
			.dates = file->dates } };
}

/* `alone`: the key is this field, not two joined. */
static struct field key_field(
	const struct round_file *file, const char *name, size_t column, size_t key, bool alone)
{
	const struct form *form = form_load(file->form);
	const struct choice_list *list = key_list(&form, name, key, alone);
	struct field field = plain_field(file, name, column);

	if (alone && key == KEY_CLUSTER && clusters_load()->listed)
		field.rule.lookup = village_lookup(form, list);
	else if (list != NULL)
		field.rule.lookup = list_lookup(form, list);
	if (field.rule.lookup == NULL)
		return field;
	field.rule.type = QUESTION_SELECT_ONE;
	field.rule.list = list == NULL ? key_names[key] : list->name;
	return field;
}

static bool villages_say(size_t key)
{
	const struct clusters *clusters = clusters_load();
	size_t i;

	for (i = 0; i < clusters->count; i++)
		if (*(key == KEY_ARM ? clusters->list[i].arm : clusters->list[i].stratum) != '\0')
			return key == KEY_ARM || key == KEY_STRATUM;
	return false;
}

static void plan_key(const struct reader *reader, const struct round_file *file,
	const struct headers *headers, size_t key, const char *round, struct key_plan *plan)
{
	const struct key_column *declared = key_column(key);
	size_t i;

	for (i = 0; i < declared->count; i++) {
		size_t column = headers_column(headers, declared->names[i]);

		if (column == NO_NAME && villages_say(key)) {
			plan->of_village = true;
			return;
		}
		if (column == NO_NAME)
			fault_lacking(reader, headers, declared->names[i],
				keep_format("%s, study.csv", key_names[key]));
		plan->fields[i] =
			key_field(file, declared->names[i], column, key, declared->count == 1);
		plan->fields[i].recoding = recoding_of(declared->names[i], round, false);
	}
	plan->count = declared->count;
}

/* What is known of a question: by the round's form, by the name that its column has there, or by
 * another form of the study; *form becomes the one that knows it. */
static const struct question *known_question(
	const struct form **form, const char *name, const char *header)
{
	const struct rounds *rounds = rounds_load();
	const struct question *question = form_question(*form, name);
	size_t i;

	if (question == NULL && header != NULL)
		question = form_question(*form, header);
	if (question == NULL) {
		*form = form_load(".");
		question = form_question(*form, name);
	}
	for (i = 0; question == NULL && i < rounds->file_count; i++) {
		*form = form_load(rounds->files[i].form);
		question = form_question(*form, name);
	}
	return question;
}

static void plan_question(const struct reader *reader, const struct plan *plan,
	const struct headers *headers, const char *name, struct field *field)
{
	const struct form *form = form_load(plan->file->form);
	bool in_form = form_question(form, name) != NULL;
	size_t column = headers_column(headers, name);
	const struct question *question =
		known_question(&form, name, column == NO_NAME ? NULL : reader->header[column].text);

	*field = plain_field(
		plan->file, name, in_form || headers_recoded(headers, column) ? column : NO_NAME);
	field->recoding = recoding_of(name, rounds_load()->list[plan->round].name, true);
	if (question != NULL) {
		field->rule.type = question->type;
		field->rule.minimum = question->minimum;
		field->rule.maximum = question->maximum;
	}
	if (question != NULL && question->list != NULL) {
		field->rule.list = question->list->name;
		field->rule.lookup = list_lookup(form, question->list);
	}
	if (in_form && column == NO_NAME && field->rule.type == QUESTION_SELECT_MULTIPLE)
		field->choices = headers_choices(headers, name, field->rule.lookup);
	if (in_form && !field_asked(field))
		fault_lacking(reader, headers, name,
			SAY("a question of the round's form that is needed",
				"pertanyaan di formulir putaran ini yang diperlukan"));
	if (column != NO_NAME && field->column == NO_NAME)
		warn(&(struct place){ reader->file, reader->line, name, NULL },
			SAY("the export has this column but the round's form has no such question; "
			    "it is left out",
				"ekspor punya kolom ini tetapi formulir putaran ini tidak punya "
				"pertanyaannya; kolom ini ditinggalkan"));
}

struct plan *plan_make(const struct reader *reader, const struct round_file *file, size_t round)
{
	static const struct names *needed;
	static const size_t keys[] = { KEY_RESPONDENT, KEY_ARM, KEY_CLUSTER, KEY_STRATUM };
	const char *round_name = rounds_load()->list[round].name;
	const struct headers *headers =
		headers_match(reader, form_load(file->form), round_name, more_names());
	struct plan *plan = keep(sizeof(*plan));
	size_t i;

	if (needed == NULL)
		needed = questions_needed();
	plan->file = file;
	plan->round = round;
	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		plan_key(reader, file, headers, keys[i], round_name, &plan->keys[keys[i]]);
	plan->count = name_count(needed);
	plan->questions = keep((plan->count + 1) * sizeof(*plan->questions));
	for (i = 0; i < plan->count; i++)
		plan_question(reader, plan, headers, name_text(needed, i), &plan->questions[i]);
	return plan;
}

void plan_round_field(
	const struct reader *reader, const struct round_file *file, struct key_plan *key)
{
	const struct rounds *rounds = rounds_load();
	const struct headers *headers =
		headers_match(reader, form_load(file->form), "", more_names());
	struct lookup *lookup = lookup_new();
	size_t i;

	plan_key(reader, file, headers, KEY_ROUND, "", key);
	for (i = 0; i < rounds->count; i++)
		lookup_add(lookup, rounds->list[i].name, rounds->list[i].name);
	for (i = 0; i < rounds->count; i++) {
		lookup_add(lookup, rounds->list[i].name, rounds->list[i].label.id);
		lookup_add(lookup, rounds->list[i].name, rounds->list[i].label.en);
	}
	if (key->count != 1 || key->fields[0].rule.type == QUESTION_SELECT_ONE)
		return;
	key->fields[0].rule.type = QUESTION_SELECT_ONE;
	key->fields[0].rule.list = "rounds.csv";
	key->fields[0].rule.lookup = lookup;
}

struct value key_read(struct key_plan *key, const struct reader *reader, struct scratch *scratch,
	struct text *reason)
{
	size_t length = 0, i;

	*reason = (struct text){ NULL, NULL };
	for (i = 0; i < key->count; i++) {
		const struct reading *reading = field_read(&key->fields[i], reader, NULL);
		struct value value = reading->value;

		key->readings[i] = reading;
		if (missing(value)) {
			if (reading->action != NULL)
				*reason = reading->reason;
			return (struct value){ "", 0 };
		}
		scratch->text =
			grow(scratch->text, &scratch->capacity, length + value.length + 2, 1);
		if (i > 0)
			scratch->text[length++] = '-';
		memcpy(scratch->text + length, value.text, value.length + 1);
		length += value.length;
	}
	return (struct value){ length == 0 ? "" : scratch->text, length };
}
