/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hashes each row that defines an analysis, however its table is written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit/digest.h"
#include "study/frozen.h"
#include "study/targets.h"

/* What is frozen: table, and the columns that name a row. */
static const struct {
	const char *table, *file;
	struct column keys[6];
} sources[] = {
	{ "study", "study.csv", { { "key", TYPE_TEXT, false, { "key", "kunci" } } } },
	{ "goals", "goals.csv", { { "goal", TYPE_TEXT, false, { "goal", "tujuan" } } } },
	{ "indicators", "indicators.csv",
		{ { "indicator", TYPE_TEXT, false, { "indicator", "indikator" } } } },
	{ "groups", "groups.csv", { { "group", TYPE_TEXT, false, { "group", "kelompok" } } } },
	{ "targets", "targets.csv",
		{ { "indicator", TYPE_TEXT, false, { "indicator", "indikator" } },
			{ "round", TYPE_TEXT, false, { "round", "putaran" } },
			{ "arm", TYPE_TEXT, true, { "arm", "kelompok program" } },
			{ "group", TYPE_TEXT, true, { "group", "kelompok" } },
			{ "group_value", TYPE_TEXT, true, { "its value", "nilainya" } } } },
};

enum { SOURCES = sizeof(sources) / sizeof(*sources) };

/* ---- the hash of a row ---- */

struct text_buffer {
	char *text;
	size_t length, capacity;
};

static void add(struct text_buffer *buffer, const char *text, size_t length)
{
	buffer->text = grow(buffer->text, &buffer->capacity, buffer->length + length + 1, 1);
	memcpy(buffer->text + buffer->length, text, length);
	buffer->length += length;
}

static void add_counted(struct text_buffer *buffer, const char *text, size_t length, char end)
{
	char number[32];

	add(buffer, number, (size_t)snprintf(number, sizeof(number), "%zu ", length));
	add(buffer, text, length);
	add(buffer, &end, 1);
}

/* A plain decimal as everybody writes it: "0,50" and "0.50" become "0.5". Other texts stay, with
 * LF as their line end. Changes `text` in place; returns its length. */
static size_t plain(char *text, size_t length, bool decimal_comma)
{
	size_t digits = strspn(text, "+-0123456789"), kept = 0, i;
	char *point = text + digits;

	for (i = 0; i < length; i++)
		if (text[i] != '\r' || text[i + 1] != '\n')
			text[kept++] = text[i];
	text[length = kept] = '\0';
	if (digits == 0 || (*point != '.' && !(decimal_comma && *point == ',')) ||
		strspn(point + 1, "0123456789") != length - digits - 1)
		return length;
	*point = '.';
	while (text[length - 1] == '0')
		length--;
	return text[length - 1] == '.' ? length - 1 : length;
}

static const struct table *sorted_table;

static int compare_columns(const void *left, const void *right)
{
	return strcmp(sorted_table->header[*(const size_t *)left].text,
		sorted_table->header[*(const size_t *)right].text);
}

static const char *hash_text(const char *text, size_t length)
{
	struct digest digest = digest_bytes(text, length);

	return keep_text(digest.hex, strlen(digest.hex));
}

static const char *hash_row(const struct table *table, size_t row)
{
	size_t *order = keep((table->width + 1) * sizeof(*order)), i;
	struct text_buffer buffer = { 0 };
	const char *hash;

	for (i = 0; i < table->width; i++)
		order[i] = i;
	sorted_table = table;
	qsort(order, table->width, sizeof(*order), compare_columns);
	for (i = 0; i < table->width; i++) {
		struct value name = table->header[order[i]],
			     value = table->cells[row * table->width + order[i]];
		char *text = keep_value(value);

		if (missing(value) || same_text(name, "note")) /* remarks are no plan */
			continue;
		add_counted(&buffer, name.text, name.length, ' ');
		add_counted(
			&buffer, text, plain(text, value.length, table->delimiter == ';'), '\n');
	}
	hash = hash_text(buffer.text, buffer.length);
	free(buffer.text);
	return hash;
}

/* ---- the plan as it is now ---- */

static struct frozen now;
static struct frozen_row *rows;
static size_t capacity;

static void add_row(const char *table, const char *name, const char *hash)
{
	rows = grow(rows, &capacity, now.count + 1, sizeof(*rows));
	rows[now.count++] = (struct frozen_row){ table, name, hash };
	now.rows = rows;
}

/* Rows of study.csv without a value set nothing. */
static bool says_nothing(const struct table *table, size_t row)
{
	size_t filled = 0, i;

	for (i = 0; i < table->width; i++)
		filled += !missing(table->cells[row * table->width + i]);
	return filled < 2;
}

static void add_table(size_t source)
{
	const struct column *keys = sources[source].keys;
	const struct table *table;
	const char *name;
	size_t row;

	if (!file_exists(sources[source].file))
		return;
	table = table_load(sources[source].file, keys, TABLE_OPEN);
	for (row = 0; table != NULL && row < table->rows; row++) {
		name = cell(table, row, 0);
		if (keys[1].name != NULL)
			name = target_name(name, cell(table, row, 1), cell(table, row, 2),
				cell(table, row, 3), cell(table, row, 4));
		if (!says_nothing(table, row))
			add_row(sources[source].table, name, hash_row(table, row));
	}
}

static int compare_names(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Who belongs to an index: `goal` takes in indicators that no row of its own names. */
static void add_members(const struct indicators *indicators, const struct indicator *index)
{
	const char **names = keep((index->member_count + 1) * sizeof(*names));
	struct text_buffer buffer = { 0 };
	size_t i;

	for (i = 0; i < index->member_count; i++)
		names[i] = indicators->list[index->members[i]].name;
	qsort(names, index->member_count, sizeof(*names), compare_names);
	for (i = 0; i < index->member_count; i++)
		add_counted(&buffer, names[i], strlen(names[i]), '\n');
	add_row("members", index->name, hash_text(buffer.text, buffer.length));
	free(buffer.text);
}

const struct frozen *frozen_now(void)
{
	const struct indicators *indicators = indicators_load();
	size_t i;

	if (now.count > 0)
		return &now;
	for (i = 0; i < SOURCES; i++)
		add_table(i);
	for (i = 0; i < indicators->count; i++)
		if (indicators->list[i].type == INDICATOR_INDEX)
			add_members(indicators, &indicators->list[i]);
	return &now;
}
