/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_sources: the report's section on the data files, and the rows that were set aside. */
#include <string.h>

#include "drawing/numbers.h"
#include "drawing/texts.h"
#include "page/page.h"
#include "people/columns.h"

/* A data file: its rows, those that stay, and why the others do not. */
struct data_file {
	const char *file;
	struct text rows, kept, reasons;
	size_t row;
};
static struct data_file *list;
static size_t count, capacity;

static struct text shown(struct value value)
{
	double number;

	return number_read(value, &number) ? number_shown(number, 0) : text_same("–");
}

static struct data_file *data_file_of(struct value file)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (same_text(file, list[i].file))
			return &list[i];
	list = grow(list, &capacity, count + 1, sizeof(*list));
	list[count] = (struct data_file){ keep_value(file), text_same("–"), text_same("–"),
		text_same(""), page_row_read() };
	return &list[count++];
}

/* "4 (`keep` in study.csv is not true of the row)" */
static struct text left_out(const struct value *needed)
{
	double in, out;
	bool known = number_read(needed[FLOW_N_IN], &in) && number_read(needed[FLOW_N_OUT], &out);
	const struct filling facts[] = {
		{ "n", known ? number_shown(in - out, 0) : text_same("–") },
		{ "reason",
			{ keep_value(needed[FLOW_REASON_EN]),
				keep_value(needed[FLOW_REASON_ID]) } },
		{ NULL, { NULL, NULL } },
	};

	return texts_fill("page_sources_reason", facts);
}

static void row(const struct value *needed)
{
	struct data_file *source;

	if (missing(needed[FLOW_FILE]))
		return;
	source = data_file_of(needed[FLOW_FILE]);
	if (same_text(needed[FLOW_STEP], "file"))
		source->rows = shown(needed[FLOW_N_IN]);
	else if (same_text(needed[FLOW_STEP], "kept"))
		source->kept = shown(needed[FLOW_N_OUT]);
	else
		source->reasons = text_join(source->reasons, "; ", left_out(needed));
}

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

static void end(void)
{
	static const char *const names[] = { "file", "rows", "kept", "set_aside" };
	enum { COLUMNS = sizeof(names) / sizeof(*names) };
	size_t i;

	if (count == 0)
		return;
	page_section("sources", texts_plain("page_sources"));
	page_table("", texts_plain("page_sources_table"));
	page_headings(names, COLUMNS, 1, 2, text_same(""));
	for (i = 0; i < count; i++) {
		page_row("");
		page_head(text_same(file_name(list[i].file)));
		page_number(list[i].rows);
		page_number(list[i].kept);
		page_cell(*list[i].reasons.en == '\0' ? text_same("–") : list[i].reasons,
			page_source("flow", list[i].row));
	}
	page_text("note", texts_plain("page_sources_manifest"), "");
}

static const struct stage stage = {
	.name = "page_sources",
	.purpose = { "Write the report's section on the data files and the rows set aside.",
		"Menulis bagian laporan tentang berkas data dan baris yang disisihkan." },
	.options = texts_options,
	.needs = flow_columns,
	.makes = page_columns,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
