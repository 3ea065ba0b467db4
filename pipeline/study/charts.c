/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads charts.csv. */
#include "study/charts.h"

#include <string.h>

enum { CHART, TITLE_ID, TITLE_EN };

static const struct column columns[] = {
	[CHART] = { "chart", TYPE_TEXT, false,
		{ "a chart of the default chain, by its step",
			"grafik dari rantai bawaan, menurut nama langkahnya" } },
	[TITLE_ID] = { "title_id", TYPE_TEXT, true,
		{ "its title in Indonesian; blank: the computed one alone",
			"judulnya dalam bahasa Indonesia; kosong: hanya judul hitungan" } },
	[TITLE_EN] = { "title_en", TYPE_TEXT, true,
		{ "its title in English", "judulnya dalam bahasa Inggris" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static size_t characters(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

static void check_title(const struct table *table, size_t row, size_t column, size_t other)
{
	struct place at = cell_place(table, row, column);
	const char *title = cell(table, row, column);

	if (*title == '\0' && *cell(table, row, other) != '\0')
		fault(&at,
			SAY("a title is given in both languages or in neither",
				"judul diisi dalam kedua bahasa atau tidak sama sekali"));
	if (characters(title) > CHART_TITLE_LENGTH)
		fault(&at,
			SAY("a title has room for %d characters", "judul paling panjang %d huruf"),
			CHART_TITLE_LENGTH);
}

static void check_name(const struct table *table, size_t row, struct names *seen)
{
	struct place at = cell_place(table, row, CHART);
	struct value name = cell_value(table, row, CHART);
	size_t before = name_count(seen);

	if (missing(name)) {
		fault(&at, SAY("name the chart", "sebutkan grafiknya"));
		return;
	}
	name_add(seen, name.text, name.length);
	if (name_count(seen) == before)
		fault(&at,
			SAY("this chart stands twice in the table",
				"grafik ini ada dua kali di tabel"));
}

static void read_rows(struct charts *charts, const struct table *table)
{
	struct listed_chart *list = keep((table->rows + 1) * sizeof(*list));
	struct names *seen = names_new();
	size_t row;

	for (row = 0; row < table->rows; row++) {
		check_name(table, row, seen);
		check_title(table, row, TITLE_ID, TITLE_EN);
		check_title(table, row, TITLE_EN, TITLE_ID);
		list[row] = (struct listed_chart){
			.name = cell(table, row, CHART),
			.title = { cell(table, row, TITLE_EN), cell(table, row, TITLE_ID) },
			.place = cell_place(table, row, CHART),
		};
	}
	*charts = (struct charts){ true, table->rows, list };
}

const struct charts *charts_load(void)
{
	static struct charts charts;
	static bool loaded;
	const struct table *table;

	if (loaded)
		return &charts;
	loaded = true;
	if (!file_exists("charts.csv"))
		return &charts;
	table = table_load("charts.csv", columns, TABLE_STRICT);
	if (table != NULL)
		read_rows(&charts, table);
	return &charts;
}

struct text chart_own_title(const char *chart)
{
	const struct charts *charts = charts_load();
	size_t i;

	for (i = 0; i < charts->count; i++)
		if (strcmp(charts->list[i].name, chart) == 0)
			return charts->list[i].title;
	return (struct text){ "", "" };
}
