/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the program of a step, never outside its house or the study, and lists what the step makes. */
#include "step.h"

#include <string.h>
#include <unistd.h>

#include "document.h"
#include "guard.h"
#include "inside.h"

struct place step_place(const struct step *step, const char *column, const char *text)
{
	struct place place = step->place;

	place.column = column;
	place.offending = text;
	return place;
}

static bool ends_in(const char *text, const char *ending)
{
	size_t length = strlen(text), tail = strlen(ending);

	return length > tail && strcmp(text + length - tail, ending) == 0;
}

/* ---- the program of a step ---- */

/* The study's program; NULL after a fault. */
static const char *find_program(const struct step *step)
{
	struct place at = step_place(step, "stage", step->stage);
	const char *program = inside_study(&at, step->stage);

	if (program == NULL || step->kind != STEP_PROGRAM || access(program, X_OK) == 0)
		return program;
	fault(&at,
		SAY("the program may not be executed (chmod +x)",
			"program ini tidak dapat dijalankan (chmod +x)"));
	return NULL;
}

static void find_stage(struct step *step)
{
	struct place at = step_place(step, "stage", step->stage);

	step->kind = ends_in(step->stage, ".gp")     ? STEP_CHART
		: document_kind(step->stage) != NULL ? STEP_DOCUMENT
		: strchr(step->stage, '/')           ? STEP_PROGRAM
						     : STEP_STAGE;
	if (strchr(step->stage, '/') != NULL) {
		step->program = find_program(step);
	} else if (step->kind == STEP_CHART) {
		step->program = keep_format("%s/%s", house()->plots, step->stage);
		if (!file_exists(step->program) || strcmp(step->stage, "theme.gp") == 0)
			fault(&at, SAY("there is no such chart", "tidak ada grafik seperti itu"));
	} else if (step->kind == STEP_DOCUMENT) {
		const char *template = document_kind(step->stage)->template;

		step->program = template == NULL
			? house()->program
			: keep_format("%s/%s", house()->plots,
				  *template == '\0' ? step->stage : template);
		if (!file_exists(step->program))
			fault(&at, SAY("there is no such page", "tidak ada halaman seperti itu"));
	} else {
		step->description = describe(step->stage);
		if (step->description == NULL)
			fault(&at,
				SAY("there is no such stage; 'berdaya stages' lists them all (step "
				    "'%s')",
					"tidak ada tahap seperti itu; 'berdaya stages' mendaftar "
					"semuanya (langkah '%s')"),
				step->name);
		else
			step->program = step->description->program;
	}
}

static void check_permission(const struct step *step, bool allow_programs)
{
	struct place at = step_place(step, "stage", step->stage);

	if (!allow_programs && strchr(step->stage, '/') != NULL)
		fault(&at,
			SAY("this study brings a program of its own: read it first, then add "
			    "--allow-programs",
				"studi ini membawa programnya sendiri: periksa dulu, lalu "
				"tambahkan --allow-programs"));
}

/* ---- what a step makes ---- */

static void add_product(struct step *step, const char *name, const char *ending, bool published)
{
	step->products[step->product_count++] =
		(struct product){ name, keep_format("%s%s", name, ending), published };
}

static bool read_publish(const struct step *step, const char *text)
{
	struct place at = step_place(step, "publish", text);

	if (*text == '\0')
		return !makes_tables(step->kind);
	if (strcmp(text, "no") == 0)
		return false;
	if (strcmp(text, "yes") != 0) {
		fault(&at, SAY("write yes, no or nothing", "tulis yes, no, atau kosongkan"));
		return false;
	}
	if (guard_confidential(step->stage))
		fault(&at,
			SAY("this table shows single people or villages and stays private",
				"tabel ini memperlihatkan orang atau desa satu per satu "
				"dan tetap tertutup"));
	if (guard_unprotected(step->stage))
		fault(&at,
			SAY("this table may show too few people: publish what 'withhold' "
			    "makes of it",
				"tabel ini bisa memperlihatkan terlalu sedikit orang: "
				"publikasikan hasil 'withhold' darinya"));
	return true;
}

static void list_products(struct step *step, const char *publish)
{
	static const char *const images[] = { "id.svg", "id.png", "id.pdf", "en.svg", "en.png",
		"en.pdf", NULL };
	bool published = read_publish(step, publish);
	const char *const *variant;

	if (!makes_tables(step->kind)) {
		variant = step->kind == STEP_CHART ? images : document_kind(step->stage)->variants;
		for (; *variant != NULL; variant++)
			add_product(
				step, keep_format("%s.%s", step->name, *variant), "", published);
		return;
	}
	add_product(step, step->name, ".csv", published);
	step->rejects = described(step->description, "option", "rejects") != NULL;
	if (step->rejects)
		add_product(step,
			strcmp(step->stage, "ingest") == 0 ? "rejects"
							   : keep_format("%s_rejects", step->name),
			".csv", false);
}

void step_find(struct step *step, const struct link *link, bool allow_programs)
{
	*step = (struct step){ .name = link->step, .stage = link->stage, .place = link->place };
	find_stage(step);
	check_permission(step, allow_programs);
	list_products(step, link->publish);
}
