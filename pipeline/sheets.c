/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the sheets of villages: words and counts from a table, looks from a template. */
#include "sheets.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "catalogue.h"
#include "html_text.h"
#include "system.h"
#include "tree.h"

enum { CLUSTER, PART, CLASS, TEXT_ID, TEXT_EN, FROM, TO };

static const struct column columns[] = {
	[CLUSTER] = { "cluster", TYPE_TEXT, false, { NULL, NULL } },
	[PART] = { "part", TYPE_TEXT, false, { NULL, NULL } },
	[CLASS] = { "class", TYPE_TEXT, true, { NULL, NULL } },
	[TEXT_ID] = { "text_id", TYPE_TEXT, true, { NULL, NULL } },
	[TEXT_EN] = { "text_en", TYPE_TEXT, true, { NULL, NULL } },
	[FROM] = { "from", TYPE_INTEGER, true, { NULL, NULL } },
	[TO] = { "to", TYPE_INTEGER, true, { NULL, NULL } },
	{ 0 },
};

enum { ICONS = 10, FOLDER_LIMIT = 32 };

static const char *const codes[] = { "id", "en" };
static const char *const formats[] = { "poster", "sheet" };

/* The rows of one village, and the file being written. */
struct sheet {
	const struct table *table;
	size_t first, next;
	size_t spoken, format;
	FILE *file;
};

/* ---- what stands on a sheet ---- */

static const char *words_at(const struct sheet *sheet, size_t row)
{
	return cell(sheet->table, row, sheet->spoken == 0 ? TEXT_ID : TEXT_EN);
}

static const char *words(const struct sheet *sheet, const char *part)
{
	size_t row;

	for (row = sheet->first; row < sheet->next; row++)
		if (strcmp(cell(sheet->table, row, PART), part) == 0)
			return words_at(sheet, row);
	return "";
}

static void put_element(
	const struct sheet *sheet, const char *name, const char *class, const char *text)
{
	if (*text == '\0')
		return;
	fprintf(sheet->file, "<%s class=\"%s\">", name, class);
	html_text(sheet->file, text);
	fprintf(sheet->file, "</%s>\n", name);
}

/* Ten figures in a row, of which `filled` are filled, and the same in words. */
static void put_icons(const struct sheet *sheet, const char *when, int64_t filled)
{
	int64_t i;

	fprintf(sheet->file, "<div class=\"row %s\"><span class=\"when\">", when);
	html_text(sheet->file, words(sheet, when));
	fputs("</span><span class=\"icons\" aria-hidden=\"true\">", sheet->file);
	for (i = 0; i < ICONS; i++)
		fprintf(sheet->file,
			"<svg class=\"%s\" viewBox=\"0 0 20 24\"><path d=\"M10 1a4.5 4.5 0 1 1 0 "
			"9a4.5 4.5 0 1 1 0-9M2 23v-5q0-6 8-6t8 6v5z\"/></svg>",
			i < filled ? "full" : "empty");
	fprintf(sheet->file, "</span><span class=\"count\">%lld ", (long long)filled);
	html_text(sheet->file, words(sheet, "of"));
	fputs("</span></div>\n", sheet->file);
}

static void put_message(const struct sheet *sheet, size_t row)
{
	static const char *const kinds[] = { "up", "worse", "same" };
	static const char *const signs[] = { "▲", "▼", "●" };
	const char *class = cell(sheet->table, row, CLASS);
	size_t kind = 0;

	while (kind < 2 && strcmp(class, kinds[kind]) != 0)
		kind++;
	fprintf(sheet->file, "<section class=\"%s\">\n", kinds[kind]);
	put_element(sheet, "h2", "what", words_at(sheet, row));
	fprintf(sheet->file, "<p class=\"verdict\">%s ", signs[kind]);
	html_text(sheet->file, words(sheet, kinds[kind]));
	fputs("</p>\n", sheet->file);
	put_icons(sheet, "before", cell_integer(sheet->table, row, FROM, 0));
	put_icons(sheet, "now", cell_integer(sheet->table, row, TO, 0));
	fputs("</section>\n", sheet->file);
}

static void put_talk(const struct sheet *sheet)
{
	int i;

	if (*words(sheet, "talk") == '\0')
		return;
	fputs("<div class=\"talk\">\n", sheet->file);
	put_element(sheet, "h2", "", words(sheet, "talk"));
	fputs("<ul>\n", sheet->file);
	for (i = 1; i <= 3; i++)
		put_element(sheet, "li", "", words(sheet, keep_format("question_%d", i)));
	fputs("</ul>\n</div>\n<div class=\"why\">\n", sheet->file);
	put_element(sheet, "h2", "", words(sheet, "why"));
	fputs("<div class=\"line\"></div><div class=\"line\"></div><div class=\"line\"></div>\n"
	      "</div>\n",
		sheet->file);
}

static void put_body(const struct sheet *sheet)
{
	size_t row;

	put_element(sheet, "aside", "notice", words(sheet, "notice"));
	fputs("<header>\n", sheet->file);
	put_element(sheet, "h1", "", words(sheet, "title"));
	put_element(sheet, "p", "", words(sheet, "rounds"));
	put_element(sheet, "p", "", words(sheet, "people"));
	fputs("</header>\n<main>\n", sheet->file);
	put_element(sheet, "p", "nothing", words(sheet, "nothing"));
	for (row = sheet->first; row < sheet->next; row++)
		if (strcmp(cell(sheet->table, row, PART), "message") == 0)
			put_message(sheet, row);
	put_talk(sheet);
	fputs("</main>\n", sheet->file);
	put_element(sheet, "footer", "", words(sheet, "estimate"));
}

static void put_field(void *context, const char *name)
{
	const struct sheet *sheet = context;

	if (strcmp(name, "lang") == 0)
		fputs(codes[sheet->spoken], sheet->file);
	else if (strcmp(name, "format") == 0)
		fputs(formats[sheet->format], sheet->file);
	else if (strcmp(name, "title") == 0)
		html_text(sheet->file, words(sheet, "title"));
	else if (strcmp(name, "body") == 0)
		put_body(sheet);
}

/* ---- files ---- */

static void write_file(struct sheet *sheet, const char *folder, const char *name)
{
	const struct place at = { .file = name };

	sheet->file = fopen(keep_format("%s/%s", folder, name), "wb");
	if (sheet->file == NULL)
		broken(&at, "%s", error_text(errno));
	html_template(
		sheet->file, keep_format("%s/village.html", house()->plots), put_field, sheet);
	if (ferror(sheet->file) | fclose(sheet->file))
		broken(&at, "%s", error_text(errno));
}

/* A code that can name a folder does; any other by its digest. */
static const char *folder_of(const char *cluster)
{
	static const char allowed[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
	size_t length = strlen(cluster);

	if (length > 0 && length <= FOLDER_LIMIT && strspn(cluster, allowed) == length)
		return cluster;
	return keep_format("sha256-%.16s", digest_bytes(cluster, length).hex);
}

static void write_village(struct sheet *sheet, struct manifest *manifest, const char *next)
{
	const char *cluster = cell(sheet->table, sheet->first, CLUSTER);
	const char *folder = folder_of(cluster);
	struct digest digest;

	tree_make(keep_format("%s/%s", next, folder), 0700);
	for (sheet->format = 0; sheet->format < 2; sheet->format++)
		for (sheet->spoken = 0; sheet->spoken < 2; sheet->spoken++) {
			const char *name = keep_format("%s/%s.%s.html", folder,
				formats[sheet->format], codes[sheet->spoken]);
			struct manifest_row row = { "village", cluster, name, "", "", "" };

			write_file(sheet, next, name);
			digest_file(keep_format("%s/%s", next, name), &digest, NULL);
			row.sha256 = keep_text(digest.hex, strlen(digest.hex));
			manifest_add(manifest, &row);
		}
}

const char *sheets_folder(const struct area *area)
{
	return keep_format("%s.villages", area->shown);
}

static void replace(const char *next, const char *folder)
{
	tree_sync(next);
	if (!file_exists(folder)) {
		tree_rename(next, folder);
	} else if (exchange(next, folder)) {
		tree_remove(next);
	} else {
		tree_remove(folder);
		tree_rename(next, folder);
	}
}

size_t sheets_write(const struct area *area)
{
	const char *file = keep_format("%s/private/village_sheets.csv", area->output);
	const char *folder = keep_format("%s.villages", area->output);
	const char *next = keep_format("%s.next", folder);
	struct sheet sheet = { 0 };
	struct manifest manifest = { 0 }, old = { 0 };
	size_t count = 0;

	if (!file_exists(file))
		misuse(&(struct place){ .file = area->shown },
			SAY("there is no result with sheets of villages yet: berdaya run first",
				"belum ada hasil dengan lembar desa: jalankan berdaya run dahulu"));
	if (file_exists(folder) && !manifest_read(&old, keep_format("%s/manifest.csv", folder)))
		misuse(&(struct place){ .file = sheets_folder(area) },
			SAY("this folder was not made by berdaya and is left alone",
				"folder ini bukan buatan berdaya dan dibiarkan"));
	sheet.table = table_load(file, columns, TABLE_OPEN);
	stop_on_faults();
	tree_remove(next);
	tree_make(next, 0700);
	for (sheet.first = 0; sheet.first < sheet.table->rows; sheet.first = sheet.next, count++) {
		sheet.next = sheet.first + 1;
		while (sheet.next < sheet.table->rows &&
			strcmp(cell(sheet.table, sheet.next, CLUSTER),
				cell(sheet.table, sheet.first, CLUSTER)) == 0)
			sheet.next++;
		write_village(&sheet, &manifest, next);
	}
	manifest_write(&manifest, keep_format("%s/manifest.csv", next));
	replace(next, folder);
	return count;
}
