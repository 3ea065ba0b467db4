/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key columns of an export: who, which round, arm, village, stratum, weight and fpc. */
#include "raw/keys.h"

#include <string.h>

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

const char *const *key_data_names(void)
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

	if (key == KEY_RESPONDENT || key == KEY_WEIGHT || key == KEY_FPC)
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

/* `alone`: the key is this field, not two joined. */
static struct field key_field(
	const struct round_file *file, const char *name, size_t column, size_t key, bool alone)
{
	const struct form *form = form_load(file->form);
	const struct choice_list *list = key_list(&form, name, key, alone);
	struct field field = field_plain(file, name, column);

	if (alone && key == KEY_CLUSTER && clusters_load()->listed)
		field.rule.lookup = village_lookup(form, list);
	else if (list != NULL)
		field.rule.lookup = list_lookup(form, list);
	if (key == KEY_WEIGHT || key == KEY_FPC)
		field.rule.type = QUESTION_DECIMAL;
	if (field.rule.lookup == NULL)
		return field;
	field.rule.type = QUESTION_SELECT_ONE;
	field.rule.list = list == NULL ? key_names[key] : list->name;
	return field;
}

const char *key_of_village(const struct cluster *cluster, size_t key)
{
	return cluster == NULL       ? ""
		: key == KEY_ARM     ? cluster->arm
		: key == KEY_STRATUM ? cluster->stratum
		: key == KEY_FPC     ? cluster->fpc
				     : "";
}

static bool villages_say(size_t key)
{
	const struct clusters *clusters = clusters_load();
	size_t i;

	for (i = 0; i < clusters->count; i++)
		if (*key_of_village(&clusters->list[i], key) != '\0')
			return true;
	return false;
}

void key_plan_make(struct key_plan *plan, size_t key, const struct headers *headers,
	const struct round_file *file, const char *round)
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
			headers_fault_lacking(headers, declared->names[i],
				keep_format(SAY("the %s that study.csv names",
						    "%s yang disebut study.csv"),
					key_names[key]));
		plan->fields[i] =
			key_field(file, declared->names[i], column, key, declared->count == 1);
		plan->fields[i].recoding = recoding_of(declared->names[i], round, false);
	}
	plan->count = declared->count;
}

void key_plan_round(
	struct key_plan *key, const struct reader *reader, const struct round_file *file)
{
	const struct rounds *rounds = rounds_load();
	const struct headers *headers =
		headers_match(reader, form_load(file->form), "", key_data_names());
	struct lookup *lookup = lookup_new();
	size_t i;

	key_plan_make(key, KEY_ROUND, headers, file, "");
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

/* Joins the values read with hyphens. */
static struct value joined(const struct key_plan *key, struct scratch *scratch)
{
	size_t length = 0, i;

	for (i = 0; i < key->count; i++) {
		struct value value = key->readings[i]->value;

		scratch->text =
			grow(scratch->text, &scratch->capacity, length + value.length + 2, 1);
		if (i > 0)
			scratch->text[length++] = '-';
		memcpy(scratch->text + length, value.text, value.length + 1);
		length += value.length;
	}
	return (struct value){ scratch->text, length };
}

struct value key_read(struct key_plan *key, const struct reader *reader, struct scratch *scratch,
	struct text *reason)
{
	static const struct value nothing = { "", 0 };
	size_t i;

	*reason = (struct text){ NULL, NULL };
	for (i = 0; i < key->count; i++) {
		const struct reading *reading = field_read(&key->fields[i], reader, NULL);

		key->readings[i] = reading;
		if (missing(reading->value)) {
			if (reading->action != NULL)
				*reason = reading->reason;
			return nothing;
		}
	}
	return key->count == 0    ? nothing
		: key->count == 1 ? key->readings[0]->value
				  : joined(key, scratch);
}
