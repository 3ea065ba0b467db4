/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one file is read in one round: a field for each key column and each question needed. */
#include "raw/plan.h"

#include "raw/headers.h"

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

/* How answers to a question of a form are read. */
static void read_as(
	struct answer_rule *rule, const struct form *form, const struct question *question)
{
	rule->type = question->type;
	rule->minimum = question->minimum;
	rule->maximum = question->maximum;
	if (question->list != NULL) {
		rule->list = question->list->name;
		rule->lookup = list_lookup(form, question->list);
	}
}

static void plan_question(const struct reader *reader, const struct plan *plan,
	const struct headers *headers, const char *name, struct field *field)
{
	const struct form *form = form_load(plan->file->form);
	bool in_form = form_question(form, name) != NULL;
	size_t column = headers_column(headers, name);
	const struct question *question =
		known_question(&form, name, column == NO_NAME ? NULL : reader->header[column].text);

	*field = field_plain(
		plan->file, name, in_form || headers_recoded(headers, column) ? column : NO_NAME);
	field->recoding = recoding_of(name, rounds_load()->list[plan->round].name, true);
	if (question != NULL)
		read_as(&field->rule, form, question);
	field->study_rule = field->rule;
	question = form_question(form_load("."), name);
	if (question != NULL)
		read_as(&field->study_rule, form_load("."), question);
	if (in_form && column == NO_NAME && field->rule.type == QUESTION_SELECT_MULTIPLE)
		field->choices = headers_choices(headers, name, field->rule.lookup);
	if (in_form && !field_asked(field))
		headers_fault_lacking(headers, name,
			SAY("a question of the round's form that is needed",
				"pertanyaan di formulir putaran ini yang diperlukan"));
	if (!in_form && !field_asked(field) && headers_ignores(headers, name))
		warn(&(struct place){ reader->file, reader->record == 0 ? reader->line : 0, name,
			     NULL },
			SAY("the export has this column but the round's form has no such question; "
			    "it is left out",
				"ekspor punya kolom ini tetapi formulir putaran ini tidak punya "
				"pertanyaannya; kolom ini ditinggalkan"));
}

struct plan *plan_make(const struct reader *reader, const struct round_file *file, size_t round)
{
	static const struct names *needed;
	static const size_t keys[] = { KEY_RESPONDENT, KEY_ARM, KEY_CLUSTER, KEY_STRATUM,
		KEY_WEIGHT, KEY_FPC };
	const char *round_name = rounds_load()->list[round].name;
	const struct headers *headers =
		headers_match(reader, form_load(file->form), round_name, key_data_names());
	struct plan *plan = keep(sizeof(*plan));
	size_t i;

	if (needed == NULL)
		needed = questions_needed();
	plan->file = file;
	plan->round = round;
	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		key_plan_make(&plan->keys[keys[i]], keys[i], headers, file, round_name);
	plan->count = name_count(needed);
	plan->questions = keep((plan->count + 1) * sizeof(*plan->questions));
	for (i = 0; i < plan->count; i++)
		plan_question(reader, plan, headers, name_text(needed, i), &plan->questions[i]);
	return plan;
}
