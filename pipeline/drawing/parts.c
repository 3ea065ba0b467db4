/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the one table from which a chart's parts are split. */
#include "drawing/parts.h"

#include <math.h>
#include <string.h>

#include "drawing/lines.h"
#include "drawing/numbers.h"
#include "drawing/texts.h"

enum { COLUMN_LIMIT = 80, HEAD_WIDTH = 90 };

static const char *columns[COLUMN_LIMIT];
static const char *cells[COLUMN_LIMIT];
static size_t column_count;
static int64_t rows;

static void add_columns(const char *names)
{
	while (*names != '\0') {
		size_t length = strcspn(names, " ");

		columns[column_count++] = keep_text(names, length);
		names += length + (names[length] == ' ');
	}
}

void parts_begin(const char *row_columns)
{
	size_t i;

	add_columns("part key value_id value_en value text_id text_en row kind id label_id_1 "
		    "label_id_2 label_en_1 label_en_2");
	add_columns(row_columns);
	for (i = 0; i < column_count; i++)
		put_string(output, columns[i]);
	end_row(output);
}

void part_set(const char *column, const char *text)
{
	size_t i;

	for (i = 0; i < column_count; i++)
		if (strcmp(columns[i], column) == 0) {
			cells[i] = text;
			return;
		}
	broken(&(struct place){ .column = column },
		SAY("the chart has no such column", "grafik tidak punya kolom ini"));
}

void part_set_number(const char *column, double number)
{
	char text[32];

	if (isfinite(number))
		part_set(column, keep_text(text, number_text(number, text)));
}

void part_set_text(const char *column, struct text text)
{
	part_set(keep_format("%s_id", column), text.id);
	part_set(keep_format("%s_en", column), text.en);
}

void part_set_lines(const char *column, struct text text, double width)
{
	struct lines id = text_balance(text.id, width), en = text_balance(text.en, width);

	part_set(keep_format("%s_id_1", column), id.first);
	part_set(keep_format("%s_id_2", column), id.second);
	part_set(keep_format("%s_en_1", column), en.first);
	part_set(keep_format("%s_en_2", column), en.second);
}

static void flush(const char *part)
{
	size_t i;

	part_set("part", part);
	for (i = 0; i < column_count; i++) {
		put_string(output, cells[i]);
		cells[i] = NULL;
	}
	end_row(output);
}

void parts_meta(const char *key, struct text value)
{
	if (*value.en == '\0' && *value.id == '\0')
		return;
	part_set("key", key);
	part_set_text("value", value);
	flush("meta");
}

void parts_meta_lines(const char *key, struct text value, double width)
{
	struct lines id = text_balance(value.id, width), en = text_balance(value.en, width);

	parts_meta(keep_format("%s_1", key), (struct text){ en.first, id.first });
	parts_meta(keep_format("%s_2", key), (struct text){ en.second, id.second });
}

void parts_meta_number(const char *key, double number)
{
	char text[32];

	parts_meta(key, text_same(keep_text(text, number_text(number, text))));
}

void parts_ticks(double low, double high, double divisor, int decimals)
{
	double step = tick_step(low, high), at;

	for (at = ceil(low / step - 1e-9) * step; at <= high + step * 1e-9; at += step) {
		double value = round(at / step) * step;

		part_set_number("value", value);
		part_set_text("text", number_shown(value / divisor, value == 0 ? 0 : decimals));
		flush("ticks");
	}
}

void part_row(const char *kind)
{
	part_set_number("row", (double)++rows);
	part_set("kind", kind);
	flush("rows");
}

void part_head(struct text words)
{
	part_set_lines("label", text_cut(words, HEAD_WIDTH), HEAD_WIDTH);
	part_row("head");
}
