/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds an indicator's categories and what the form calls them. */
#include "spread/categories.h"

#include <math.h>
#include <string.h>

static bool whole(double number)
{
	return floor(number) == number;
}

static size_t from_scale(const struct indicator *indicator, struct category *categories)
{
	double span = indicator->scale_max - indicator->scale_min;
	size_t count = 0;

	if (!whole(indicator->scale_min) || !whole(indicator->scale_max) ||
		!(span >= 1 && span < MOST_CATEGORIES))
		return 0;
	for (; count <= (size_t)span; count++)
		categories[count].value = (int64_t)indicator->scale_min + (int64_t)count;
	return count;
}

/* Puts a value among those met, in order; false when there are too many. */
static bool meet(struct category *categories, size_t *count, int64_t value)
{
	size_t at = *count;

	while (at > 0 && categories[at - 1].value >= value)
		at--;
	if (at < *count && categories[at].value == value)
		return true;
	if (*count == MOST_CATEGORIES)
		return false;
	memmove(categories + at + 1, categories + at, (*count - at) * sizeof(*categories));
	categories[at].value = value;
	(*count)++;
	return true;
}

static size_t from_values(
	const struct people *people, size_t indicator, struct category *categories)
{
	size_t count = 0, row;

	for (row = 0; row < people->store->rows; row++) {
		int64_t value = series_value(&people->store->indicators[indicator].values, row);

		if (value != NO_VALUE && !meet(categories, &count, value))
			return 0;
	}
	return count;
}

/* The question whose answers the calculation passes on as they are, or NULL. */
static const struct question *question_of(const struct indicator *indicator)
{
	const char *text = indicator->calculation, *end;

	text += strspn(text, " ");
	if (strncmp(text, "score(", 6) == 0)
		text += 6;
	if (strncmp(text, "${", 2) != 0)
		return NULL;
	text += 2;
	end = strchr(text, '}');
	if (end == NULL || strspn(end + 1, " )") != strlen(end + 1))
		return NULL;
	return form_question(form_load("."), keep_text(text, (size_t)(end - text)));
}

static bool choice_has(const struct choice *choice, int64_t value)
{
	double number = choice->score;

	if (isnan(number) &&
		!number_read((struct value){ choice->name, strlen(choice->name) }, &number))
		return false;
	return number == (double)value;
}

static struct text label_of(const struct question *question, int64_t value)
{
	struct text label = { "", "" };
	size_t i;

	if (question == NULL || question->list == NULL)
		return label;
	for (i = 0; i < question->list->count; i++)
		if (choice_has(&question->list->choices[i], value)) {
			struct text found = question->list->choices[i].label;

			label.en = found.en == NULL ? "" : found.en;
			label.id = found.id == NULL ? "" : found.id;
			return label;
		}
	return label;
}

size_t categories_of(
	const struct people *people, size_t indicator, struct category categories[MOST_CATEGORIES])
{
	const struct indicator *asked = &indicators_load()->list[indicator];
	const struct question *question = question_of(asked);
	size_t count, i;

	if (people->store->indicators[indicator].scale != 1 ||
		people->store->indicators[indicator].decimals != 0)
		return 0;
	if (isnan(asked->scale_min) || isnan(asked->scale_max))
		count = from_values(people, indicator, categories);
	else
		count = from_scale(asked, categories);
	for (i = 0; i < count; i++)
		categories[i].label = label_of(question, categories[i].value);
	return count;
}
