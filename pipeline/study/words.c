/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of words, coined names and labels in two languages. */
#include "study/words.h"

#include <string.h>

struct words words_split(const char *text)
{
	struct words words = { 0, NULL };
	size_t capacity = 0;

	while (*text != '\0') {
		size_t length = strcspn(text, " ");

		if (length > 0) {
			words.list =
				grow(words.list, &capacity, words.count + 1, sizeof(*words.list));
			words.list[words.count++] = keep_text(text, length);
		}
		text += length + (text[length] == ' ');
	}
	return words;
}

const char *words_join(const char *const *list)
{
	const char *joined = "";

	for (; *list != NULL; list++)
		joined = *joined == '\0' ? *list : keep_format("%s, %s", joined, *list);
	return joined;
}

static bool blank(const char *text)
{
	return text == NULL || *text == '\0';
}

struct text words_both(struct text text)
{
	if (blank(text.en))
		text.en = blank(text.id) ? "" : text.id;
	if (blank(text.id))
		text.id = text.en;
	return text;
}

struct text words_label(
	const struct table *table, size_t row, size_t id_column, size_t en_column, const char *name)
{
	struct text label = words_both(
		(struct text){ cell(table, row, en_column), cell(table, row, id_column) });

	if (*label.en == '\0' && table_advice &&
		(table->bound[id_column] != NO_NAME || table->bound[en_column] != NO_NAME))
		warn(&(struct place){ table->file, table->lines[row],
			     table->columns[id_column].name, NULL },
			SAY("'%s' has no label in either language; its name is shown instead",
				"'%s' tidak punya label dalam kedua bahasa; namanya yang "
				"ditampilkan"),
			name);
	return *label.en == '\0' ? (struct text){ name, name } : label;
}

static bool well_formed(struct value name)
{
	static const char allowed[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

	return name.length >= 1 && name.length <= 32 && strspn(name.text, allowed) == name.length;
}

/* Whether the name, without regard to case, is new. */
static bool add_new(struct names *seen, const char *name)
{
	size_t before = name_count(seen), length = strlen(name), i;
	char *lower = keep_text(name, length);

	for (i = 0; i < length; i++)
		if (lower[i] >= 'A' && lower[i] <= 'Z')
			lower[i] = (char)(lower[i] - 'A' + 'a');
	name_add(seen, lower, length);
	return name_count(seen) > before;
}

bool words_claim(const char *name, struct names *seen)
{
	return well_formed((struct value){ name, strlen(name) }) && add_new(seen, name);
}

void words_check_name(const struct table *table, size_t row, size_t column, struct names *seen)
{
	struct value name = cell_value(table, row, column);
	struct place at = cell_place(table, row, column);

	if (!well_formed(name))
		fault(&at,
			SAY("a name is 1 to 32 of the characters A-Z a-z 0-9 _ -",
				"nama terdiri dari 1 sampai 32 huruf A-Z a-z, angka, _ atau -"));
	else if (!add_new(seen, name.text))
		fault(&at,
			SAY("this name stands twice (capitals do not count)",
				"nama ini ada dua kali (huruf besar dianggap sama)"));
}

size_t words_choose(const struct table *table, size_t row, size_t column, const char *const *names,
	size_t if_blank)
{
	struct value value = cell_value(table, row, column);
	struct place at = cell_place(table, row, column);
	size_t i;

	if (missing(value))
		return if_blank;
	for (i = 0; names[i] != NULL; i++)
		if (same_text(value, names[i]))
			return i;
	fault(&at, SAY("use one of: %s", "pakai salah satu: %s"), words_join(names));
	return if_blank;
}
