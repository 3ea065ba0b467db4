/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which question of its form each column of an export holds. */
#include "raw/headers.h"

#include <string.h>

#include "raw/recoding.h"
#include "study/labels.h"

enum { SEPARATOR_LIMIT = 32 }; /* of a header; more are no groups */

enum strength { NOTHING, BEHIND_GROUP, ALIKE, SAME_NAME, RECODED };

/* What a column is found to be. */
struct meant {
	enum strength strength;
	const char *name, *other; /* other: a second question of that label, or NULL */
	const char *choice_of;    /* the select_multiple whose choice this is, or NULL */
	const char *choice;       /* its code */
};

struct headers {
	const struct reader *reader;
	const struct form *form;
	struct lookup *names; /* questions by name and label */
	struct meant *columns;
};

static struct lookup *names_of(const struct form *form, const char *const *more)
{
	struct lookup *names = lookup_new();
	size_t count, i, j;

	for (i = 0; i < form->count; i++)
		lookup_add(names, form->questions[i].name, form->questions[i].name);
	for (; *more != NULL; more++)
		lookup_add(names, *more, *more);
	for (i = 0; i < form->count; i++) {
		const char *const *labels = question_labels(form, &form->questions[i], &count);

		for (j = 0; j < count; j++)
			lookup_add(names, form->questions[i].name, labels[j]);
	}
	return names;
}

static enum strength whole(const struct headers *headers, struct value text, struct meant *meant)
{
	enum found found;

	meant->other = NULL;
	found = lookup_find(headers->names, text, &meant->name, &meant->other);
	if (found == UNKNOWN || missing(text))
		return NOTHING;
	return found == FOUND && same_text(text, meant->name) ? SAME_NAME : ALIKE;
}

/* What stands behind the first separator after which there is a question. */
static enum strength behind_group(
	const struct headers *headers, struct value text, struct meant *meant)
{
	size_t i, tries = 0;

	for (i = 1; i + 1 < text.length && tries < SEPARATOR_LIMIT; i++) {
		struct value rest = { text.text + i + 1, text.length - i - 1 };

		if (strchr("/-.:", text.text[i]) == NULL || *rest.text == ' ')
			continue;
		tries++;
		if (whole(headers, rest, meant) != NOTHING)
			return BEHIND_GROUP;
	}
	return NOTHING;
}

static enum strength resolve(const struct headers *headers, struct value text, struct meant *meant)
{
	enum strength strength = whole(headers, text, meant);

	return strength == NOTHING ? behind_group(headers, text, meant) : strength;
}

/* Is the left side a select_multiple and the right side one of its choices? */
static bool is_choice(
	const struct headers *headers, struct value left, struct value right, struct meant *meant)
{
	const struct question *question;
	struct meant side;
	const char *other;

	if (missing(left) || missing(right) || resolve(headers, left, &side) == NOTHING ||
		side.other != NULL)
		return false;
	question = form_question(headers->form, side.name);
	if (question == NULL || question->type != QUESTION_SELECT_MULTIPLE ||
		question->list == NULL)
		return false;
	if (lookup_find(list_lookup(headers->form, question->list), right, &meant->choice,
		    &other) != FOUND)
		return false;
	meant->choice_of = question->name;
	return true;
}

static bool choice_column(const struct headers *headers, struct value text, struct meant *meant)
{
	static const char *const separators[] = { "/", " | ", "__", "_", ".", ":", "-" };
	size_t i, j, tries = 0;

	for (i = 0; i < sizeof(separators) / sizeof(separators[0]); i++)
		for (j = 1; j < text.length && tries < SEPARATOR_LIMIT; j++) {
			size_t length = strlen(separators[i]);
			struct value right = { text.text + j + length, 0 };

			if (j + length >= text.length ||
				memcmp(text.text + j, separators[i], length) != 0)
				continue;
			right.length = text.length - j - length;
			tries++;
			if (is_choice(headers, (struct value){ text.text, j }, right, meant))
				return true;
		}
	return false;
}

static struct meant look_at(const struct headers *headers, struct value header)
{
	struct meant meant = { .strength = NOTHING };

	header = text_trimmed(header);
	meant.strength = whole(headers, header, &meant);
	if (meant.strength != NOTHING)
		return meant;
	if (choice_column(headers, header, &meant)) {
		meant.strength = NOTHING;
		return meant;
	}
	meant.strength = behind_group(headers, header, &meant);
	return meant;
}

/* Columns that recode.csv names for this round are what it says and nothing else. */
static void recode_columns(struct headers *headers, const char *round)
{
	static struct scratch left, right;
	size_t i, row;

	for (i = 0; i < headers->reader->columns; i++) {
		struct value header = text_spaced(&left, headers->reader->header[i]);

		for (row = 0; row < recodes_load()->count; row++) {
			const struct recode *recode = &recodes_load()->list[row];
			struct value column = { recode->column, strlen(recode->column) };

			if (missing(column) ||
				(*recode->round != '\0' && strcmp(recode->round, round) != 0))
				continue;
			column = text_spaced(&right, column);
			if (!same_text(header, column.text))
				continue;
			headers->columns[i] =
				(struct meant){ .strength = RECODED, .name = recode->question };
			recode_hit(row);
		}
	}
}

struct headers *headers_match(const struct reader *reader, const struct form *form,
	const char *round, const char *const *more)
{
	struct headers *headers = keep(sizeof(*headers));
	size_t i;

	headers->reader = reader;
	headers->form = form;
	headers->names = names_of(form, more);
	headers->columns = keep((reader->columns + 1) * sizeof(*headers->columns));
	for (i = 0; i < reader->columns; i++)
		headers->columns[i] = look_at(headers, reader->header[i]);
	recode_columns(headers, round);
	return headers;
}

/* The header's line, while the reader still stands there. */
static size_t header_line(const struct headers *headers)
{
	return headers->reader->record == 0 ? headers->reader->line : 0;
}

static bool means(const struct meant *meant, const char *name)
{
	if (meant->strength == NOTHING)
		return false;
	return strcmp(meant->name, name) == 0 ||
		(meant->other != NULL && strcmp(meant->other, name) == 0);
}

size_t headers_column(const struct headers *headers, const char *name)
{
	size_t best = NO_NAME, rival = NO_NAME, i;
	struct place at;

	for (i = 0; i < headers->reader->columns; i++) {
		const struct meant *meant = &headers->columns[i];

		if (!means(meant, name))
			continue;
		if (best == NO_NAME || meant->strength > headers->columns[best].strength) {
			best = i;
			rival = NO_NAME;
		} else if (meant->strength == headers->columns[best].strength) {
			rival = i;
		}
	}
	if (best == NO_NAME)
		return NO_NAME;
	at = (struct place){ headers->reader->file, header_line(headers), NULL,
		headers->reader->header[best].text };
	if (headers->columns[best].other != NULL)
		fault(&at,
			SAY("this label belongs to two questions, '%s' and '%s'; name the column "
			    "in recode.csv or export names",
				"label ini milik dua pertanyaan, '%s' dan '%s'; sebutkan kolomnya "
				"di recode.csv atau ekspor nama"),
			headers->columns[best].name, headers->columns[best].other);
	else if (rival != NO_NAME && !same_text(headers->reader->header[rival], at.offending))
		fault(&at,
			SAY("two columns could be the question '%s', this one and '%s'; say which "
			    "in recode.csv",
				"dua kolom bisa jadi pertanyaan '%s', yang ini dan '%s'; sebutkan "
				"yang mana di recode.csv"),
			name, headers->reader->header[rival].text);
	return best;
}

bool headers_recoded(const struct headers *headers, size_t column)
{
	return column != NO_NAME && headers->columns[column].strength == RECODED;
}

const size_t *headers_choices(
	const struct headers *headers, const char *name, const struct lookup *lookup)
{
	size_t *columns = keep((lookup_count(lookup) + 1) * sizeof(*columns)), i, number;
	bool any = false;

	for (i = 0; i < lookup_count(lookup); i++)
		columns[i] = NO_NAME;
	for (i = 0; i < headers->reader->columns; i++) {
		const struct meant *meant = &headers->columns[i];

		if (meant->choice_of == NULL || strcmp(meant->choice_of, name) != 0)
			continue;
		number = lookup_number(lookup, meant->choice);
		if (columns[number] == NO_NAME)
			columns[number] = i;
		any = true;
	}
	return any ? columns : NULL;
}

bool headers_ignores(const struct headers *headers, const char *name)
{
	size_t column = reader_column(headers->reader, name);

	return column != NO_NAME && headers->columns[column].strength == NOTHING;
}

static const char *nearest_header(const struct headers *headers, const char *name)
{
	struct names *all = names_new();
	size_t i;

	for (i = 0; i < headers->reader->columns; i++)
		name_add(all, headers->reader->header[i].text, headers->reader->header[i].length);
	return text_nearest(name, all);
}

void headers_fault_lacking(const struct headers *headers, const char *name, const char *what)
{
	const char *nearest = nearest_header(headers, name);
	struct place at = {
		.file = headers->reader->file, .line = header_line(headers), .column = name
	};

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
