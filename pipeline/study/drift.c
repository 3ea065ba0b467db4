/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answer scales that change between the forms of rounds. */
#include "study/drift.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "study/study.h"

/* ---- what has changed ---- */

/* Whether an answer is read as a number; else it is one like `dont_know`, which moves no scale. */
static bool is_point(const struct choice *choice)
{
	double number;

	return !isnan(choice->score) ||
		number_read((struct value){ choice->name, strlen(choice->name) }, &number);
}

static bool is_scale(const struct choice_list *list)
{
	size_t points = 0, i;

	for (i = 0; i < list->count; i++)
		points += is_point(&list->choices[i]);
	return points > 1;
}

/* Whether words that both forms have are alike in one language at least, or there are none. */
static bool same_words(struct text a, struct text b)
{
	bool english = a.en != NULL && b.en != NULL, indonesian = a.id != NULL && b.id != NULL;

	return (!english && !indonesian) || (english && strcasecmp(a.en, b.en) == 0) ||
		(indonesian && strcasecmp(a.id, b.id) == 0);
}

static const char *word(struct text label)
{
	const char *first = language == INDONESIAN ? label.id : label.en;

	return first != NULL ? first : label.en != NULL ? label.en : label.id;
}

/* The first option that is not what it was: NULL, or what is to be said of it. */
static const char *moved(const struct choice_list *list, const struct choice_list *before)
{
	size_t i;

	for (i = 0; i < list->count; i++) {
		const struct choice *now = &list->choices[i];
		const struct choice *then =
			list_choice(before, (struct value){ now->name, strlen(now->name) });

		if (!is_point(now))
			continue;
		if (then == NULL)
			return keep_format(SAY("option %s is new", "pilihan %s baru"), now->name);
		if (!same_words(now->label, then->label))
			return keep_format(SAY("option %s is '%s', before it was '%s'",
						   "pilihan %s adalah '%s', sebelumnya '%s'"),
				now->name, word(now->label), word(then->label));
	}
	for (i = 0; i < before->count; i++) {
		const char *name = before->choices[i].name;

		if (is_point(&before->choices[i]) &&
			list_choice(list, (struct value){ name, strlen(name) }) == NULL)
			return keep_format(
				SAY("option %s is gone", "pilihan %s tidak ada lagi"), name);
	}
	return NULL;
}

static bool differ(double a, double b)
{
	return isnan(a) != isnan(b) || (!isnan(a) && (a < b || a > b));
}

static bool is_number(const struct question *question)
{
	return question->type == QUESTION_INTEGER || question->type == QUESTION_DECIMAL;
}

/* NULL, or how answers have changed. */
static const char *changed(const struct question *now, const struct question *then)
{
	if (now->type != then->type && !(is_number(now) && is_number(then)))
		return SAY("its `type` is another", "`type`-nya lain");
	if (now->list != NULL && then->list != NULL)
		return is_scale(now->list) && is_scale(then->list) ? moved(now->list, then->list)
								   : NULL;
	return differ(now->minimum, then->minimum) || differ(now->maximum, then->maximum)
		? SAY("its `constraint` is another", "`constraint`-nya lain")
		: NULL;
}

/* ---- which questions ---- */

static bool about(const char *name, const char *blank_or)
{
	return *name == '\0' || strcmp(name, blank_or) == 0;
}

/* Whether the study deals with the question in that round by itself. */
static bool recoded(const char *question, const char *round)
{
	const struct recodes *recodes = recodes_load();
	size_t i;

	for (i = 0; i < recodes->count; i++) {
		const struct recode *row = &recodes->list[i];

		if (strcasecmp(row->column, question) == 0 && about(row->round, round))
			return true;
		if (strcmp(row->question, question) == 0 && strcmp(row->round, round) == 0 &&
			*row->respondent == '\0')
			return true;
	}
	return false;
}

/* Whether an earlier round asked it in the same form: what is to be said was said. */
static bool met(const struct round_file *file, const char *question)
{
	const struct rounds *rounds = rounds_load();
	const struct round_file *earlier;

	for (earlier = rounds->files; earlier < file; earlier++)
		if (strcmp(earlier->form, file->form) == 0 &&
			!recoded(question, rounds->list[earlier->round].name))
			return true;
	return false;
}

static void look_at(const struct round_file *file, const char *name)
{
	const struct rounds *rounds = rounds_load();
	const struct question *now = form_question(form_load(file->form), name), *then = NULL;
	const struct round_file *first = rounds->files;
	const char *how;

	for (; first < file && then == NULL; first++)
		if (!recoded(name, rounds->list[first->round].name))
			then = form_question(form_load(first->form), name);
	if (now == NULL || then == NULL || now == then ||
		recoded(name, rounds->list[file->round].name) || met(file, name) ||
		(how = changed(now, then)) == NULL)
		return;
	warn(&(struct place){ now->place.file, now->place.line, NULL, name },
		SAY("this form asks otherwise than that of round %s: %s. If the answers mean "
		    "something else now, give the question another name in this form, name its "
		    "column in recode.csv, and bring both to one scale in `calculation`",
			"formulir ini bertanya lain daripada formulir putaran %s: %s. Bila arti "
			"jawabannya berubah, beri pertanyaan itu nama lain di formulir ini, "
			"sebutkan kolomnya di recode.csv, lalu samakan skala keduanya di "
			"`calculation`"),
		rounds->list[(first - 1)->round].name, how);
}

void drift_say(void)
{
	const struct rounds *rounds = rounds_load();
	const struct names *needed = questions_needed();
	size_t i, j;

	for (i = 1; fault_count() == 0 && i < rounds->file_count; i++)
		for (j = 0; j < name_count(needed); j++)
			look_at(&rounds->files[i], name_text(needed, j));
}
