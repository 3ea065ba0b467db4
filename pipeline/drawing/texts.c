/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the sentence patterns of texts.csv in both languages. */
#include "drawing/texts.h"

#include <string.h>

enum { KEY, TEXT_ID, TEXT_EN };

static const struct column columns[] = {
	[KEY] = { "key", TYPE_TEXT, false, { "its name", "namanya" } },
	[TEXT_ID] = { "text_id", TYPE_TEXT, false, { "in Indonesian", "bahasa Indonesia" } },
	[TEXT_EN] = { "text_en", TYPE_TEXT, false, { "in English", "bahasa Inggris" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

const char *texts_file;

static struct text pattern(const char *key)
{
	static const struct table *table;
	size_t row;

	if (table == NULL) {
		table = table_load(texts_file, columns, TABLE_STRICT);
		stop_on_faults();
	}
	for (row = 0; row < table->rows; row++)
		if (strcmp(cell(table, row, KEY), key) == 0)
			return (struct text){ cell(table, row, TEXT_EN),
				cell(table, row, TEXT_ID) };
	broken(&(struct place){ .file = "texts.csv", .column = "key", .offending = key },
		SAY("this text is missing from the installation",
			"teks ini tidak ada dalam instalasi"));
}

static const char *half(struct text text, enum language which)
{
	return which == ENGLISH ? text.en : text.id;
}

static const char *fill(const char *text, const struct filling *fillings, enum language which)
{
	const char *open = strchr(text, '{'), *close = open == NULL ? NULL : strchr(open, '}');
	const struct filling *filling;
	size_t length;

	if (close == NULL)
		return text;
	length = (size_t)(close - open - 1);
	for (filling = fillings; filling != NULL && filling->name != NULL; filling++)
		if (strlen(filling->name) == length && memcmp(filling->name, open + 1, length) == 0)
			return keep_format("%.*s%s%s", (int)(open - text), text,
				half(filling->value, which), fill(close + 1, fillings, which));
	return keep_format(
		"%.*s%s", (int)(close + 1 - text), text, fill(close + 1, fillings, which));
}

struct text texts_fill(const char *key, const struct filling *fillings)
{
	struct text text = pattern(key);

	return (struct text){ fill(text.en, fillings, ENGLISH),
		fill(text.id, fillings, INDONESIAN) };
}

struct text texts_plain(const char *key)
{
	return texts_fill(key, NULL);
}

struct text text_same(const char *text)
{
	return (struct text){ text, text };
}

static const char *join(const char *first, const char *between, const char *second)
{
	if (*first == '\0' || *second == '\0')
		return *first == '\0' ? second : first;
	return keep_format("%s%s%s", first, between, second);
}

struct text text_join(struct text first, const char *between, struct text second)
{
	return (struct text){ join(first.en, between, second.en),
		join(first.id, between, second.id) };
}

static const char *sign_of(const char **number)
{
	static const char *const signs[] = { "+", "−" };
	size_t i;

	for (i = 0; i < 2; i++)
		if (strncmp(*number, signs[i], strlen(signs[i])) == 0) {
			*number += strlen(signs[i]);
			return signs[i];
		}
	return "";
}

struct text text_sign(struct text *number)
{
	const char *en = sign_of(&number->en), *id = sign_of(&number->id);

	return (struct text){ en, id };
}

static const char *capital(const char *text)
{
	return *text >= 'a' && *text <= 'z' ? keep_format("%c%s", *text - 'a' + 'A', text + 1)
					    : text;
}

struct text text_capital(struct text text)
{
	return (struct text){ capital(text.en), capital(text.id) };
}

static const char *first_sentence(const char *text)
{
	const char *stop = strstr(text, ". ");

	return stop == NULL ? text : keep_text(text, (size_t)(stop - text) + 1);
}

struct text text_first_sentence(struct text text)
{
	return (struct text){ first_sentence(text.en), first_sentence(text.id) };
}

static const char *without_stop(const char *text)
{
	size_t length = strlen(text);

	return length > 0 && text[length - 1] == '.' ? keep_text(text, length - 1) : text;
}

struct text text_without_stop(struct text text)
{
	text = text_first_sentence(text);
	return (struct text){ without_stop(text.en), without_stop(text.id) };
}

struct text text_list(const struct text *list, size_t count, size_t most)
{
	struct text joined = count == 0 ? text_same("") : list[0];
	size_t shown = count <= most ? count : most, i;

	if (count == 2 && shown == 2) {
		const struct filling both[] = { { "a", list[0] }, { "b", list[1] },
			{ NULL, { NULL, NULL } } };

		return texts_fill("list_two", both);
	}
	for (i = 1; i < shown; i++) {
		const struct filling last[] = { { "b", list[i] }, { NULL, { NULL, NULL } } };
		struct text separator = texts_plain("list_separator");

		if (i == count - 1)
			joined = text_join(joined, "", texts_fill("list_last", last));
		else
			joined = text_join(joined, separator.en, list[i]);
	}
	if (shown < count) {
		const struct filling more[] = { { "list", joined },
			{ "n", text_same(keep_format("%zu", count - shown)) },
			{ NULL, { NULL, NULL } } };

		joined = texts_fill("list_more", more);
	}
	return joined;
}
