/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures texts roughly, and breaks and cuts them. */
#include "drawing/lines.h"

#include <string.h>

/* The code point at `text` and its bytes; the text is valid UTF-8. */
static uint32_t code_point(const char *text, size_t *bytes)
{
	const unsigned char *byte = (const unsigned char *)text;

	*bytes = byte[0] < 0x80 ? 1 : byte[0] < 0xe0 ? 2 : byte[0] < 0xf0 ? 3 : 4;
	switch (*bytes) {
	case 1:
		return byte[0];
	case 2:
		return (uint32_t)(byte[0] & 0x1f) << 6 | (byte[1] & 0x3f);
	case 3:
		return (uint32_t)(byte[0] & 0x0f) << 12 | (uint32_t)(byte[1] & 0x3f) << 6 |
			(byte[2] & 0x3f);
	default:
		return (uint32_t)(byte[0] & 0x07) << 18 | (uint32_t)(byte[1] & 0x3f) << 12 |
			(uint32_t)(byte[2] & 0x3f) << 6 | (byte[3] & 0x3f);
	}
}

/* How wide a character is, in units of an average letter (plots/README.md). */
static double width_of(uint32_t point)
{
	if ((point >= 'A' && point <= 'Z') || point == 'm' || point == 'w' || point == '%' ||
		point == '@' || point == 0x2014)
		return 1.4;
	if ((point >= 0x1100 && point <= 0x1fff) || point >= 0x2e80)
		return 2;
	return point >= 0x300 && point <= 0x36f ? 0 : 1;
}

/* How many bytes of `text` fit in `width`: up to the last blank if it must break, *all if not. */
static size_t fitting(const char *text, double width, bool *all)
{
	size_t at = 0, blank = 0, bytes;
	double used = 0;

	while (text[at] != '\0') {
		used += width_of(code_point(text + at, &bytes));
		if (used > width)
			break;
		if (text[at] == ' ')
			blank = at;
		at += bytes;
	}
	*all = text[at] == '\0';
	if (*all || text[at] == ' ')
		return at;
	return blank > 0 ? blank : at;
}

static const char *cut(const char *text, double width)
{
	size_t length;
	bool all;

	length = fitting(text, width, &all);
	if (all)
		return text;
	length = fitting(text, width - 1, &all);
	return keep_format("%.*s…", (int)length, text);
}

struct text text_cut(struct text text, double width)
{
	return (struct text){ cut(text.en, width), cut(text.id, width) };
}

struct lines text_wrap(const char *text, double width)
{
	struct lines lines = { text, "" };
	size_t length;
	bool all;

	length = fitting(text, width, &all);
	if (all)
		return lines;
	lines.first = keep_text(text, length);
	text += length;
	text += strspn(text, " ");
	lines.second = cut(text, width);
	return lines;
}

static double text_length(const char *text, size_t bytes)
{
	double used = 0;
	size_t at = 0, step;

	for (; at < bytes; at += step)
		used += width_of(code_point(text + at, &step));
	return used;
}

/* How ill a text breaks at a blank: by its longer line, less where a clause ends there. */
static double cost_of_break(const char *text, size_t blank, double width)
{
	double first = text_length(text, blank),
	       second = text_length(text + blank + 1, strlen(text + blank + 1));
	double longer = first > second ? first : second;

	if (longer > width)
		return longer + 1000;
	return longer -
		(blank == 0                                                        ? 0
				: text[blank - 1] == ';'                           ? 18
				: text[blank - 1] == ',' || text[blank - 1] == ':' ? 14
										   : 0);
}

struct lines text_balance(const char *text, double width)
{
	struct lines lines = text_wrap(text, width);
	double best = 1000, cost;
	size_t at;

	if (*lines.second == '\0')
		return lines;
	for (at = 0; text[at] != '\0'; at++) {
		cost = text[at] == ' ' ? cost_of_break(text, at, width) : best;
		if (cost < best) {
			best = cost;
			lines = (struct lines){ keep_text(text, at), text + at + 1 };
		}
	}
	return lines;
}

double text_width(struct text text)
{
	double en = text_length(text.en, strlen(text.en)),
	       id = text_length(text.id, strlen(text.id));

	return en > id ? en : id;
}

bool text_fits(struct text text, double width)
{
	return *text_wrap(text.en, width).second == '\0' &&
		*text_wrap(text.id, width).second == '\0';
}
