/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the page of contents from the plan of a run. */
#include "index.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "declared.h"
#include "html_text.h"
#include "study/study.h"

struct page {
	FILE *file;
	const struct rendering *rendering;
	enum language spoken;
};

static const char *half(const struct page *page, struct text text)
{
	const char *first = page->spoken == ENGLISH ? text.en : text.id;
	const char *second = page->spoken == ENGLISH ? text.id : text.en;

	return first != NULL && *first != '\0' ? first : second == NULL ? "" : second;
}

static void put_link(
	const struct page *page, const char *folder, const char *file, const char *words)
{
	fprintf(page->file, "<a href=\"%s%s\">", folder, file);
	html_text(page->file, words);
	fputs("</a>", page->file);
}

/* Files of the other language are told under that language. */
static bool of_language(const struct page *page, const char *file)
{
	return strstr(file, page->spoken == ENGLISH ? ".id." : ".en.") == NULL;
}

static void put_document(const struct page *page, const struct product *product)
{
	static const struct {
		const char *ending;
		struct text words;
	} kinds[] = {
		{ ".html",
			{ "The report, to read in a browser and to print",
				"Laporan, untuk dibaca di peramban dan dicetak" } },
		{ ".xlsx",
			{ "All tables in one workbook, for a spreadsheet",
				"Semua tabel dalam satu buku kerja, untuk lembar kerja" } },
		{ ".json",
			{ "The tables described for programs (Frictionless data package)",
				"Keterangan tabel untuk program komputer (Frictionless data "
				"package)" } },
	};
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strstr(product->file, kinds[i].ending) == NULL)
			continue;
		fputs("<li>", page->file);
		put_link(page, "", product->file, half(page, kinds[i].words));
		fputs("</li>\n", page->file);
	}
}

static void put_chart(const struct page *page, const struct step *step)
{
	const char *code = page->spoken == ENGLISH ? "en" : "id";
	const char *const formats[] = { "svg", "png", "pdf" };
	size_t i;

	fputs("<li>", page->file);
	html_text(page->file, step->name);
	fputs(":", page->file);
	for (i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
		fputc(' ', page->file);
		put_link(page, published_folder(step->kind),
			keep_format("%s.%s.%s", step->name, code, formats[i]), formats[i]);
	}
	fputs("</li>\n", page->file);
}

static void put_table(const struct page *page, size_t number)
{
	const struct plan *plan = page->rendering->plan;
	const struct step *step = &plan->steps[number];

	fputs("<li>", page->file);
	put_link(page, published_folder(step->kind), step->products[0].file, step->name);
	fputs(": ", page->file);
	html_text(page->file, half(page, declared_purpose(plan, number)));
	fputs("</li>\n", page->file);
}

static bool is_published(const struct step *step)
{
	return step->product_count > 0 && step->products[0].published;
}

static void put_kind(const struct page *page, enum step_kind kind, struct text heading)
{
	const struct plan *plan = page->rendering->plan;
	size_t i, j;

	fprintf(page->file, "<h2 id=\"%s-%d\">", page->spoken == ENGLISH ? "en" : "id", (int)kind);
	html_text(page->file, half(page, heading));
	fputs("</h2>\n<ul>\n", page->file);
	for (i = 0; i < plan->count; i++) {
		const struct step *step = &plan->steps[i];

		if (!is_published(step) || step == page->rendering->step)
			continue;
		if (kind == STEP_CHART && step->kind == STEP_CHART)
			put_chart(page, step);
		else if (kind == STEP_STAGE && makes_tables(step->kind))
			put_table(page, i);
		for (j = 0; kind == STEP_DOCUMENT && step->kind == kind && j < step->product_count;
			j++)
			if (of_language(page, step->products[j].file))
				put_document(page, &step->products[j]);
	}
	fputs("</ul>\n", page->file);
}

static void put_language(struct page *page, enum language spoken)
{
	static const struct text headings[] = { { "Open first", "Buka lebih dulu" },
		{ "Charts", "Grafik" }, { "Tables", "Tabel" } };

	page->spoken = spoken;
	fprintf(page->file, "<section lang=\"%s\">\n", spoken == ENGLISH ? "en" : "id");
	put_kind(page, STEP_DOCUMENT, headings[0]);
	put_kind(page, STEP_CHART, headings[1]);
	put_kind(page, STEP_STAGE, headings[2]);
	fputs("</section>\n", page->file);
}

static void put_notice(struct page *page)
{
	const struct text notice = study_load()->notice;

	if (notice.id == NULL || *half(page, notice) == '\0')
		return;
	fputs("<aside class=\"notice\">", page->file);
	html_text(page->file, half(page, notice));
	fputs("</aside>\n", page->file);
}

static void put_field(void *context, const char *name)
{
	struct page *page = context;

	page->spoken = study_load()->language;
	if (strcmp(name, "lang") == 0) {
		fputs(page->spoken == ENGLISH ? "en" : "id", page->file);
	} else if (strcmp(name, "title") == 0) {
		html_text(page->file, half(page, study_load()->title));
	} else if (strcmp(name, "notice") == 0) {
		put_notice(page);
	} else if (strcmp(name, "header") == 0) {
		fputs("<h1>", page->file);
		html_text(page->file, half(page, study_load()->title));
		fputs("</h1>\n", page->file);
	} else if (strcmp(name, "skip") == 0) {
		html_text(page->file,
			half(page, (struct text){ "Skip to the list", "Langsung ke daftar" }));
	} else if (strcmp(name, "made") == 0) {
		html_text(page->file,
			half(page,
				(struct text){ "manifest.csv lists every file with its "
					       "fingerprint, and what it was made from.",
					"manifest.csv mencantumkan setiap berkas beserta sidik "
					"jarinya dan asalnya." }));
	} else if (strcmp(name, "body") == 0) {
		enum language first = study_load()->language;

		put_language(page, first);
		put_language(page, first == ENGLISH ? INDONESIAN : ENGLISH);
	}
}

void index_make(const struct rendering *rendering)
{
	const char *path = partial_file(rendering->area, &rendering->step->products[0]);
	struct page page = { .rendering = rendering, .file = fopen(path, "wb") };

	if (page.file != NULL)
		html_template(page.file, rendering->step->program, put_field, &page);
	if (page.file == NULL || ferror(page.file) || fclose(page.file) != 0)
		broken(&(struct place){ .file = path }, "%s", error_text(errno));
}
