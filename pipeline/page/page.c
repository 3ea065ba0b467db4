/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the parts of a page, a row each. */
#include "page/page.h"

const struct column page_columns[] = {
	{ "part", TYPE_TEXT, false, { "what stands here", "apa yang ada di sini" } },
	{ "class", TYPE_TEXT, true, { "how it looks", "rupanya" } },
	{ "anchor", TYPE_TEXT, true,
		{ "name of a section, label or chart", "nama bagian, label, atau grafik" } },
	{ "text_id", TYPE_TEXT, true, { "words in Indonesian", "kata-kata bahasa Indonesia" } },
	{ "text_en", TYPE_TEXT, true, { "words in English", "kata-kata bahasa Inggris" } },
	{ "source", TYPE_TEXT, true,
		{ "where the numbers stand: TABLE:ROW", "letak angkanya: TABEL:BARIS" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static void put_part(const char *part, const char *class, const char *anchor, struct text words,
	const char *source)
{
	put_string(output, part);
	put_string(output, class);
	put_string(output, anchor);
	put_string(output, words.id);
	put_string(output, words.en);
	put_string(output, source);
	end_row(output);
}

void page_title(struct text words)
{
	put_part("title", "", "", words, "");
}

void page_lead(struct text words)
{
	put_part("lead", "", "", words, "");
}

void page_notice(struct text words)
{
	put_part("notice", "notice", "", words, "");
}

void page_label(const char *name, struct text words)
{
	put_part("label", "", name, words, "");
}

void page_section(const char *anchor, struct text words)
{
	put_part("section", "", anchor, words, "");
}

void page_subsection(const char *anchor, struct text words)
{
	put_part("subsection", "", anchor, words, "");
}

void page_text(const char *class, struct text words, const char *source)
{
	put_part("text", class, "", words, source);
}

void page_item(const char *class, struct text words, const char *source)
{
	put_part("item", class, "", words, source);
}

void page_chart(const char *step, struct text heading)
{
	put_part("chart", "", step, heading, "");
}

void page_table(const char *class, struct text caption)
{
	put_part("table", class, "", caption, "");
}

void page_columns_row(
	const struct text *headings, size_t count, size_t first_number, size_t last_number)
{
	size_t i;

	put_part("columns", "", "", text_same(""), "");
	for (i = 0; i < count; i++)
		put_part("head", i >= first_number && i <= last_number ? "number" : "", "",
			headings[i], "");
}

void page_headings(const char *const *names, size_t count, size_t first_number, size_t last_number,
	struct text level)
{
	const struct filling facts[] = { { "level", level }, { NULL, { NULL, NULL } } };
	struct text *headings = keep((count + 1) * sizeof(*headings));
	size_t i;

	for (i = 0; i < count; i++)
		headings[i] = texts_fill(keep_format("page_column_%s", names[i]), facts);
	page_columns_row(headings, count, first_number, last_number);
}

void page_row(const char *class)
{
	put_part("row", class, "", text_same(""), "");
}

void page_head(struct text words)
{
	put_part("head", "", "", words, "");
}

void page_cell(struct text words, const char *source)
{
	put_part("cell", "", "", words, source);
}

void page_number(struct text words)
{
	put_part("cell", "number", "", words, "");
}

void page_verdict(struct text words, const char *source)
{
	put_part("cell", "verdict", "", words, source);
}

const char *page_source(const char *table, size_t row)
{
	return row == 0 ? "" : keep_format("%s:%zu", table, row);
}

const char *page_sources(const char *others, const char *table, size_t row)
{
	return *others == '\0' ? page_source(table, row)
			       : keep_format("%s %s", others, page_source(table, row));
}

size_t page_row_read(void)
{
	return stage_input()->record + 1;
}
