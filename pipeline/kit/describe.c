/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help and description of a stage, from its one declaration, in both languages. */
#include "kit/describe.h"

#include <stdio.h>

const char berdaya_version[] = "0.1.0";

static const char *const type_names[] = { "text", "integer", "number" };
static const char *const option_types[] = { "flag", "text", "file", "integer", "number" };

static const struct option_field common_options[] = {
	{ "help", OPTION_FLAG, NULL, false, { "this help", "bantuan ini" } },
	{ "version", OPTION_FLAG, NULL, false, { "the version", "versi" } },
	{ "describe", OPTION_FLAG, NULL, false,
		{ "what this stage needs and makes, as CSV",
			"apa yang diperlukan dan dibuat tahap ini, sebagai CSV" } },
	{ NULL, OPTION_FLAG, NULL, false, { NULL, NULL } },
};

static const struct option_field rejects_option[] = {
	{ "rejects", OPTION_FILE, NULL, false,
		{ "where to list every row and value set aside, with the reason",
			"berkas untuk mencatat setiap baris dan nilai yang disisihkan beserta "
			"sebabnya" } },
	{ NULL, OPTION_FLAG, NULL, false, { NULL, NULL } },
};

static void help_option(const char *name, const char *argument, const char *meaning)
{
	printf("  --%s%s%s\n      %s\n", name, *argument == '\0' ? "" : "=", argument, meaning);
}

static void help_options(const struct option_field *option)
{
	for (; option != NULL && option->name != NULL; option++)
		help_option(option->name,
			option->type == OPTION_FLAG           ? ""
				: option->type == OPTION_FILE ? SAY("FILE", "BERKAS")
				: option->type == OPTION_TEXT ? SAY("TEXT", "TEKS")
							      : SAY("NUMBER", "ANGKA"),
			text_of(option->meaning));
}

static void help_columns(const char *title, const struct column *column)
{
	if (column == NULL || column->name == NULL)
		return;
	printf("\n%s\n", title);
	for (; column->name != NULL; column++)
		printf("  %s%s  %s\n", column->name,
			column->optional ? SAY(" (if present)", " (bila ada)") : "",
			text_of(column->meaning));
}

void describe_help(const struct stage *stage)
{
	const struct with_field *with;
	const char *const *table;

	printf("%s: %s\n\n%s: %s%s\n\n%s\n", stage->name, text_of(stage->purpose),
		SAY("Usage", "Cara pakai"), stage->name,
		stage->no_input
			? SAY(" [OPTION]... > TABLE", " [PILIHAN]... > TABEL")
			: SAY(" [OPTION]... < TABLE > TABLE", " [PILIHAN]... < TABEL > TABEL"),
		SAY("Options:", "Pilihan:"));
	help_options(stage->options);
	for (with = stage->with; with != NULL && with->name != NULL; with++)
		help_option("with", keep_format("%s=%s", with->name, SAY("FILE", "BERKAS")),
			text_of(with->meaning));
	if (stage->rejects)
		help_options(rejects_option);
	help_options(common_options);
	if (stage->tables != NULL) {
		printf("\n%s",
			SAY("Reads these tables of the study, in the present folder:",
				"Membaca tabel studi berikut, di folder tempat ia dijalankan:"));
		for (table = stage->tables; *table != NULL; table++)
			printf(" %s", *table);
		printf("\n");
	}
	help_columns(SAY("Columns it needs:", "Kolom yang diperlukan:"), stage->needs);
	help_columns(SAY("Columns it makes:", "Kolom yang dibuat:"), stage->makes);
	if (stage->makes_note != NULL)
		printf("\n%s %s\n", SAY("Header of its output:", "Baris judul keluarannya:"),
			stage->makes_note);
	printf("\n%s\n",
		SAY("Exit status: 0 done, 1 data refused, 2 misused, 3 broken (I/O, memory).",
			"Status keluar: 0 selesai, 1 data ditolak, 2 salah pakai, 3 gangguan "
			"(baca-tulis, memori)."));
	if (fflush(stdout) != 0)
		broken(&(struct place){ .file = "<stdout>" },
			SAY("cannot be written", "tidak dapat ditulis"));
}

void describe_version(const struct stage *stage)
{
	put_string(output, keep_format("%s (berdaya) %s", stage->name, berdaya_version));
	end_row(output);
}

static void describe_row(
	const char *kind, const char *name, const char *type, bool required, struct text meaning)
{
	put_string(output, kind);
	put_string(output, name);
	put_string(output, type);
	put_string(output, required ? "yes" : "no");
	put_string(output, meaning.en);
	put_string(output, meaning.id);
	end_row(output);
}

static void describe_options(const struct option_field *option)
{
	for (; option != NULL && option->name != NULL; option++)
		describe_row("option", option->name, option_types[option->type], option->required,
			option->meaning);
}

static void describe_columns(const char *kind, const struct column *column)
{
	for (; column != NULL && column->name != NULL; column++)
		describe_row(kind, column->name, type_names[column->type], !column->optional,
			column->meaning);
}

void describe_table(const struct stage *stage)
{
	static const char *const header[] = { "kind", "name", "type", "required", "meaning_en",
		"meaning_id" };
	const struct with_field *with;
	const char *const *table;
	size_t i;

	for (i = 0; i < sizeof(header) / sizeof(header[0]); i++)
		put_string(output, header[i]);
	end_row(output);
	describe_row(
		"stage", stage->name, stage->no_input ? "source" : "filter", true, stage->purpose);
	describe_options(stage->options);
	if (stage->rejects)
		describe_options(rejects_option);
	for (with = stage->with; with != NULL && with->name != NULL; with++)
		describe_row("with", with->name, "table", !with->optional, with->meaning);
	for (table = stage->tables; table != NULL && *table != NULL; table++)
		describe_row("table", *table, "table", false,
			(struct text){ "a table of the study", "tabel studi" });
	describe_columns("needs", stage->needs);
	describe_columns("makes", stage->makes);
	if (stage->makes_note != NULL)
		describe_row("makes_note", stage->makes_note, "text", true,
			(struct text){ "how the header of the output comes about",
				"asal baris judul keluaran" });
}
