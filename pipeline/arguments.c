/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splits the options of a step into words, and quotes words for people who type them. */
#include "arguments.h"

#include <string.h>

#include "kit/kit.h"
#include "list.h"

void arguments_add(struct arguments *arguments, const char *word)
{
	arguments->word = list_extend(arguments->word, &arguments->capacity, arguments->count + 2,
		sizeof(*arguments->word));
	arguments->word[arguments->count++] = word;
	arguments->word[arguments->count] = NULL;
}

static bool blank(char character)
{
	return character == ' ' || character == '\t';
}

static bool has_control(const char *text)
{
	for (; *text != '\0'; text++)
		if (((unsigned char)*text < 0x20 && *text != '\t') || *text == 0x7f)
			return true;
	return false;
}

/* Copies the quoted part behind an apostrophe; returns what follows it, NULL if it never ends. */
static const char *take_quoted(char *into, size_t *length, const char *text)
{
	for (;; text++) {
		if (*text == '\0')
			return NULL;
		if (*text == '\'' && *++text != '\'')
			return text;
		into[(*length)++] = *text;
	}
}

bool arguments_split(struct arguments *arguments, const char *text)
{
	if (has_control(text))
		return false;
	for (;;) {
		char *word = keep(strlen(text) + 1);
		size_t length = 0;

		while (blank(*text))
			text++;
		if (*text == '\0')
			return true;
		while (*text != '\0' && !blank(*text)) {
			if (*text != '\'') {
				word[length++] = *text++;
				continue;
			}
			text = take_quoted(word, &length, text + 1);
			if (text == NULL)
				return false;
		}
		arguments_add(arguments, word);
	}
}

const char *argument_for_shell(const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				    "_-./=:,+@%";
	char *quoted = keep(4 * strlen(word) + 3), *end = quoted;

	if (*word != '\0' && word[strspn(word, plain)] == '\0')
		return word;
	*end++ = '\'';
	for (; *word != '\0'; word++) {
		if (*word == '\'') {
			memcpy(end, "'\\''", 4);
			end += 4;
		} else {
			*end++ = *word;
		}
	}
	*end++ = '\'';
	return quoted;
}
