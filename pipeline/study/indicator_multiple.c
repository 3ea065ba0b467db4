/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes an indicator of each option of a question, and one of how many were chosen. */
#include "study/indicator_multiple.h"

#include <math.h>
#include <string.h>

#include "study/names.h"
#include "study/words.h"

static struct indicator *append(struct indicator_list *into, const struct indicator *row)
{
	struct indicator *made;

	into->list = grow(into->list, &into->capacity, into->count + 1, sizeof(*into->list));
	made = &into->list[into->count++];
	*made = *row;
	made->scale_min = 0;
	made->min_frozen = made->max_frozen = false;
	return made;
}

/* The question that the first word names, `${q}` or `q`; NULL after a fault. */
static const struct question *question_of(const struct indicator *row, const char *word)
{
	size_t length = strlen(word);
	const struct question *question;

	if (length > 3 && strncmp(word, "${", 2) == 0 && word[length - 1] == '}')
		word = keep_text(word + 2, length - 3);
	question = study_question(word);
	if (question != NULL && question->type == QUESTION_SELECT_MULTIPLE &&
		question->list != NULL)
		return question;
	fault(&row->place,
		SAY("'%s' is no select_multiple question of the form",
			"'%s' bukan pertanyaan select_multiple pada formulir"),
		word);
	return NULL;
}

/* Whether a word names the option as one that means none of the others. */
static bool excluded(const struct words *words, const char *option)
{
	size_t i;

	for (i = 1; i < words->count; i++)
		if (words->list[i][0] == '-' && strcmp(words->list[i] + 1, option) == 0)
			return true;
	return false;
}

static void check_excluded(
	const struct indicator *row, const struct words *words, const struct choice_list *list)
{
	size_t i;

	for (i = 1; i < words->count; i++) {
		const char *option = words->list[i] + 1;

		if (words->list[i][0] != '-' ||
			list_choice(list, (struct value){ option, strlen(option) }) == NULL)
			fault(&row->place,
				SAY("'%s': behind the question stand only options that mean none, "
				    "each with a minus, as -none",
					"'%s': sesudah pertanyaan hanya ada pilihan yang berarti "
					"tidak ada, masing-masing dengan "
					"tanda minus, misalnya -tidak_ada"),
				words->list[i]);
	}
}

static struct text option_label(const struct indicator *row, const struct choice *choice)
{
	struct text option = words_both(choice->label);

	if (*option.en == '\0')
		option = (struct text){ choice->name, choice->name };
	return (struct text){ keep_format("%s: %s", row->label.en, option.en),
		keep_format("%s: %s", row->label.id, option.id) };
}

static void add_option(struct indicator_list *into, const struct indicator *row, const char *chosen,
	const struct choice *choice, struct names *seen)
{
	struct indicator *option = append(into, row);

	option->name = keep_format("%s_%s", row->name, choice->name);
	if (!words_claim(option->name, seen))
		fault(&row->place,
			SAY("option '%s' would be the indicator '%s', which is no name (1 to 32 of "
			    "A-Z a-z 0-9 _ -) or is taken; "
			    "shorten the row's name",
				"pilihan '%s' akan menjadi indikator '%s', yang bukan nama yang "
				"sah (1 sampai 32 huruf A-Z a-z, "
				"angka, _ atau -) atau sudah dipakai; persingkat nama baris ini"),
			choice->name, option->name);
	option->label = option_label(row, choice);
	option->plain = (struct text){ "", "" };
	option->type = INDICATOR_BINARY;
	option->calculation = chosen;
	option->scale_max = 1;
	option->adequate = NAN; /* that is about how many */
	option->primary = false;
	option->option = true;
}

void multiple_expand(struct indicator_list *into, const struct indicator *row, const char *text,
	struct names *seen)
{
	struct words words = words_split(*text == '\0' ? row->name : text);
	const struct question *question = question_of(row, words.count == 0 ? "" : words.list[0]);
	size_t which = into->count, chosen = 0, i;
	struct indicator *total = append(into, row);
	const char *sum = "";

	total->type = INDICATOR_COUNT;
	total->unit = "";
	total->calculation = "0"; /* unless there are options */
	total->mid = NAN;         /* it is about shares */
	total->mid_text = (struct value){ "", 0 };
	if (question == NULL)
		return;
	check_excluded(row, &words, question->list);
	for (i = 0; i < question->list->count; i++) {
		const struct choice *choice = &question->list->choices[i];
		const char *one = keep_format(
			"if(selected(${%s}, '%s'), 1, 0)", question->name, choice->name);

		if (excluded(&words, choice->name))
			continue;
		sum = chosen++ == 0 ? one : keep_format("%s + %s", sum, one);
		add_option(into, row, one, choice, seen);
	}
	if (chosen == 0)
		fault(&row->place, SAY("no option is left", "tidak ada pilihan yang tersisa"));
	else
		into->list[which].calculation = sum;
	into->list[which].scale_max = (double)chosen;
}
