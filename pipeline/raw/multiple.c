/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices of a select_multiple written in one field. */
#include "raw/multiple.h"

#include <string.h>

enum { STEP_LIMIT = 1000 }; /* more ways to cut than anybody wrote on purpose */

/* A search through the ways to cut a text into labels. */
struct cutting {
	const struct lookup *lookup;
	bool *present, *found; /* by number of the code */
	size_t solutions, steps;
};

bool *multiple_room(const struct lookup *lookup)
{
	static bool *room;
	static size_t capacity;

	room = grow(room, &capacity, lookup_count(lookup) + 1, sizeof(*room));
	memset(room, 0, capacity * sizeof(*room));
	return room;
}

/* Codes as form tools write them: one space between. */
static bool read_codes(const struct lookup *lookup, struct value text, bool *chosen)
{
	const char *at = text.text, *end = at + text.length;

	while (at < end) {
		const char *stop = memchr(at, ' ', (size_t)(end - at)), *code, *other;
		size_t length = (size_t)((stop == NULL ? end : stop) - at), number;

		if (length > 0) {
			if (lookup_find(lookup, (struct value){ at, length }, &code, &other) !=
					FOUND ||
				strlen(code) != length || memcmp(code, at, length) != 0)
				return false;
			number = lookup_number(lookup, code);
			chosen[number] = true;
		}
		at += length + (stop != NULL);
	}
	return true;
}

static void note_solution(struct cutting *cutting)
{
	size_t size = lookup_count(cutting->lookup) * sizeof(bool);

	if (cutting->solutions == 0) {
		memcpy(cutting->found, cutting->present, size);
		cutting->solutions = 1;
	} else if (memcmp(cutting->found, cutting->present, size) != 0) {
		cutting->solutions = 2;
	}
}

static void cut(struct cutting *cutting, struct value rest)
{
	size_t length = rest.length + 1;
	const char *code;

	while (rest.length > 0 && strchr(" ,;", rest.text[0]) != NULL)
		rest = (struct value){ rest.text + 1, rest.length - 1 };
	if (rest.length == 0) {
		note_solution(cutting);
		return;
	}
	while (cutting->solutions < 2 && cutting->steps++ < STEP_LIMIT &&
		(length = lookup_prefix(cutting->lookup, rest, length - 1, &code)) > 0) {
		size_t number = lookup_number(cutting->lookup, code);
		bool before = cutting->present[number];

		cutting->present[number] = true;
		cut(cutting, (struct value){ rest.text + length, rest.length - length });
		cutting->present[number] = before;
	}
}

/* The first part that is no choice, by the most telling separator that the text holds. */
static struct value first_stranger(const struct lookup *lookup, struct value text)
{
	char separator = memchr(text.text, ';', text.length) != NULL ? ';'
		: memchr(text.text, ',', text.length) != NULL        ? ','
								     : ' ';
	const char *at = text.text, *end = at + text.length;

	while (at < end) {
		const char *stop = memchr(at, separator, (size_t)(end - at)), *code, *other;
		struct value part = text_trimmed(
			(struct value){ at, (size_t)((stop == NULL ? end : stop) - at) });

		if (part.length > 0 && lookup_find(lookup, part, &code, &other) != FOUND)
			return part;
		at = stop == NULL ? end : stop + 1;
	}
	return text;
}

enum found multiple_read(
	const struct lookup *lookup, struct value text, bool *chosen, struct value *stranger)
{
	static struct scratch folding;
	static bool *present;
	static size_t capacity;
	struct cutting cutting = { .lookup = lookup, .found = chosen };

	if (read_codes(lookup, text, chosen))
		return FOUND;
	memset(chosen, 0, lookup_count(lookup) * sizeof(*chosen));
	present = grow(present, &capacity, lookup_count(lookup) + 1, sizeof(*present));
	memset(present, 0, capacity * sizeof(*present));
	cutting.present = present;
	cut(&cutting, text_folded(&folding, text));
	if (cutting.solutions == 1)
		return FOUND;
	if (cutting.solutions > 1)
		return AMBIGUOUS;
	*stranger = first_stranger(lookup, text);
	return UNKNOWN;
}
