/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers all that a step's table depends on, each with the SHA-256 of its bytes. */
#include "fingerprint.h"

#include <string.h>

#include "origin.h"
#include "study/study.h"

static void add_file(struct stamp *stamp, enum part_kind kind, const char *name, const char *path)
{
	struct origin origin;

	if (stamp_part(stamp, kind, name) != NULL)
		return;
	origin = origin_of(path); /* not there: an empty digest, which is a fact as well */
	stamp_add(stamp, kind, name, &origin.digest);
}

static void add_text(struct stamp *stamp, enum part_kind kind, const char *name, const char *text)
{
	struct digest digest = digest_bytes(text, strlen(text));

	stamp_add(stamp, kind, name, &digest);
}

static void add_options(struct stamp *stamp, const struct step *step)
{
	const char *all = "";
	size_t i;

	for (i = 0; i < step->options.count; i++)
		all = keep_format("%s%s\n", all, step->options.word[i]);
	add_text(stamp, PART_OPTION, "options", all);
	for (i = 0; i < step->file_count; i++)
		add_file(stamp, PART_TABLE, step->files[i], step->files[i]);
}

const char *texts_option(const struct step *step)
{
	size_t i;

	if (described(step->description, "option", "texts") == NULL)
		return NULL;
	for (i = 0; i < step->options.count; i++)
		if (strncmp(step->options.word[i], "--texts=", 8) == 0)
			return NULL;
	return keep_format("--texts=%s/texts.csv", house()->plots);
}

static void add_plots(struct stamp *stamp, const struct step *step)
{
	const struct names *files = file_names(house()->plots, "");
	const char *version = gnuplot_version();
	size_t *order = names_sorted(files), i;

	for (i = 0; i < name_count(files); i++) {
		const char *name = name_text(files, order[i]);
		bool theme = strcmp(name, "theme.gp") == 0, texts = strcmp(name, "texts.csv") == 0;

		if ((theme && step->kind == STEP_CHART) || (texts && texts_option(step) != NULL))
			add_file(stamp, PART_PROGRAM, name,
				keep_format("%s/%s", house()->plots, name));
	}
	if (makes_tables(step->kind))
		return;
	add_file(stamp, PART_PROGRAM, "berdaya", house()->program);
	if (step->kind == STEP_CHART)
		add_text(stamp, PART_PROGRAM, "gnuplot", version == NULL ? "" : version);
}

static void add_tables(struct stamp *stamp, const struct step *step)
{
	const struct names *files;
	size_t *order, i;

	for (i = 0; step->description != NULL && i < step->description->count; i++)
		if (strcmp(step->description->rows[i].kind, "table") == 0)
			add_file(stamp, PART_TABLE, step->description->rows[i].name,
				step->description->rows[i].name);
	if (step->kind != STEP_PROGRAM)
		return;
	files = file_names(".", ".csv");
	order = names_sorted(files);
	for (i = 0; i < name_count(files); i++)
		if (strcmp(name_text(files, order[i]), "pipeline.csv") !=
			0) /* its row is among the options */
			add_file(stamp, PART_TABLE, name_text(files, order[i]),
				name_text(files, order[i]));
}

/* What rounds.csv names: the forms of rounds that have their own, and the data files. */
static void add_rounds(struct stamp *stamp, bool data)
{
	const struct rounds *rounds = rounds_load();
	size_t i;

	for (i = 0; rounds != NULL && i < rounds->file_count; i++) {
		const struct round_file *file = &rounds->files[i];
		const char *survey = keep_format("%s/survey.csv", file->form);
		const char *choices = keep_format("%s/choices.csv", file->form);

		if (data)
			add_file(stamp, PART_DATA, file->file, file->file);
		if (strcmp(file->form, ".") == 0)
			continue; /* the study's own form is among its tables */
		add_file(stamp, PART_TABLE, survey, survey);
		add_file(stamp, PART_TABLE, choices, choices);
	}
}

/* A document bears the study's title, and may tell of everything that is published. */
static void add_shown(struct stamp *stamp, const struct plan *plan)
{
	const char *all = "";
	size_t i, j;

	add_file(stamp, PART_TABLE, "study.csv", "study.csv");
	for (i = 0; i < plan->count; i++)
		for (j = 0; j < plan->steps[i].product_count; j++)
			if (plan->steps[i].products[j].published)
				all = keep_format("%s%s\n", all, plan->steps[i].products[j].file);
	add_text(stamp, PART_OPTION, "published", all);
}

struct stamp fingerprint(const struct plan *plan, size_t number, const struct stamp *made)
{
	const struct step *step = &plan->steps[number];
	struct stamp stamp = { .step = step->name };
	size_t i;

	add_file(&stamp, PART_PROGRAM, step->stage, step->program);
	add_plots(&stamp, step);
	add_options(&stamp, step);
	add_tables(&stamp, step);
	if (step->kind == STEP_DOCUMENT)
		add_shown(&stamp, plan);
	else if (step->input_count == 0 ||
		described(step->description, "table", "survey.csv") != NULL)
		add_rounds(&stamp, step->input_count == 0);
	for (i = 0; i < step->input_count; i++) {
		const struct input *input = &step->inputs[i];
		const struct product *product = &plan->steps[input->step].products[input->product];
		const struct part *made_part =
			stamp_part(&made[input->step], PART_OUTPUT, product->file);
		const char *name = input->with == NULL
			? product->name
			: keep_format("--with %s=%s", input->with, product->name);

		stamp_add(&stamp, PART_INPUT, name,
			made_part == NULL ? &(struct digest){ .hex = "" } : &made_part->digest);
	}
	return stamp;
}

void fingerprint_outputs(
	struct stamp *stamp, const struct step *step, const char *folder, size_t *rows)
{
	struct digest digest;
	size_t i;

	for (i = 0; i < step->product_count; i++) {
		digest_file(
			keep_format("%s/%s", folder, step->products[i].file), &digest, &rows[i]);
		stamp_add(stamp, PART_OUTPUT, step->products[i].file, &digest);
	}
}

bool fingerprint_holds(
	const struct stamp *stamp, const struct step *step, const char *folder, size_t *rows)
{
	const struct part *part;
	struct digest digest;
	size_t i;

	for (i = 0; i < step->product_count; i++) {
		part = stamp_part(stamp, PART_OUTPUT, step->products[i].file);
		if (part == NULL ||
			!digest_file(keep_format("%s/%s", folder, step->products[i].file), &digest,
				&rows[i]) ||
			!digest_equal(&part->digest, &digest))
			return false;
	}
	return true;
}
