/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that people typed: blanks, capitals and near misses. */
#include "raw/text.h"

#include <string.h>

#include "kit/distance.h"

struct value scratch_copy(struct scratch *scratch, const char *text, size_t length)
{
	scratch->text = grow(scratch->text, &scratch->capacity, length + 1, 1);
	if (length > 0)
		memmove(scratch->text, text, length);
	scratch->text[length] = '\0';
	return (struct value){ scratch->text, length };
}

/* How many bytes of a blank stand at `text`: space, tab, line ends, U+00A0, U+2007, U+202F. */
static size_t blank_length(const char *text, size_t room)
{
	const unsigned char *byte = (const unsigned char *)text;

	if (room >= 1 && (byte[0] == ' ' || (byte[0] >= '\t' && byte[0] <= '\r')))
		return 1;
	if (room >= 2 && byte[0] == 0xc2 && byte[1] == 0xa0)
		return 2;
	if (room >= 3 && byte[0] == 0xe2 && byte[1] == 0x80 && (byte[2] == 0x87 || byte[2] == 0xaf))
		return 3;
	return 0;
}

static size_t blank_length_before(const char *start, const char *end)
{
	size_t length;

	for (length = 1; length <= 3 && length <= (size_t)(end - start); length++)
		if (blank_length(end - length, length) == length)
			return length;
	return 0;
}

/* An ASCII character that is no blank, nor part of one. */
static bool is_visible(char character)
{
	return character > ' ' && character < 0x7f;
}

struct value text_trimmed(struct value value)
{
	const char *start = value.text, *end = value.text + value.length;
	size_t length;

	if (start < end && is_visible(start[0]) && is_visible(end[-1]))
		return value;
	while ((length = blank_length(start, (size_t)(end - start))) > 0)
		start += length;
	while ((length = blank_length_before(start, end)) > 0)
		end -= length;
	return (struct value){ start, (size_t)(end - start) };
}

static struct value folded(struct scratch *scratch, struct value value, bool capitals)
{
	struct value trimmed = text_trimmed(value);
	const char *from = trimmed.text, *end = from + trimmed.length;
	char *into;

	scratch->text = grow(scratch->text, &scratch->capacity, trimmed.length + 1, 1);
	into = scratch->text;
	while (from < end) {
		size_t blank = blank_length(from, (size_t)(end - from));

		if (blank > 0) {
			if (into[-1] != ' ') /* trimmed: a blank is never the first */
				*into++ = ' ';
			from += blank;
		} else if (capitals && *from >= 'A' && *from <= 'Z') {
			*into++ = (char)(*from++ - 'A' + 'a');
		} else if (end - from >= 3 &&
			(memcmp(from, "\xe2\x80\x98", 3) == 0 ||
				memcmp(from, "\xe2\x80\x99", 3) == 0)) {
			*into++ = '\'';
			from += 3;
		} else if (capitals && end - from >= 2 && from[0] == '\xc3' &&
			(unsigned char)from[1] >= 0x80 && (unsigned char)from[1] <= 0x9e &&
			(unsigned char)from[1] != 0x97) {
			*into++ = *from++;
			*into++ = (char)((unsigned char)*from++ + 0x20);
		} else {
			*into++ = *from++;
		}
	}
	*into = '\0';
	return (struct value){ scratch->text, (size_t)(into - scratch->text) };
}

struct value text_folded(struct scratch *scratch, struct value value)
{
	return folded(scratch, value, true);
}

struct value text_spaced(struct scratch *scratch, struct value value)
{
	return folded(scratch, value, false);
}

const char *text_nearest(const char *text, const struct names *names)
{
	static struct scratch left, right;
	const char *nearest = NULL;
	struct value key = text_folded(&left, (struct value){ text, strlen(text) }), other;
	size_t least = SIZE_MAX, i;

	for (i = 0; i < name_count(names); i++) {
		const char *name = name_text(names, i);
		size_t shorter, longer, distance;

		other = text_folded(&right, (struct value){ name, strlen(name) });
		shorter = key.length < other.length ? key.length : other.length;
		longer = key.length < other.length ? other.length : key.length;
		distance = longer - shorter;
		if (distance <= longer / 3 && distance < least)
			distance = text_distance(key.text, other.text);
		if (distance <= longer / 3 && distance < least) {
			least = distance;
			nearest = name;
		}
	}
	return nearest;
}
