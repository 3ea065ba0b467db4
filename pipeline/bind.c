/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Binds the tables that a step reads to the steps that make them, and checks its options. */
#include "step.h"

#include <string.h>

#include "document.h"
#include "inside.h"
#include "list.h"

static bool find_product(const struct plan *plan, const char *name, struct input *input)
{
	for (input->step = 0; input->step < plan->count; input->step++) {
		const struct step *step = &plan->steps[input->step];

		for (input->product = 0; input->product < step->product_count; input->product++)
			if (strcmp(step->products[input->product].name, name) == 0)
				return makes_tables(step->kind);
	}
	return false;
}

/* ---- what a document reads ---- */

static void add_input(struct step *step, struct input input)
{
	step->inputs = list_extend(
		step->inputs, &step->input_capacity, step->input_count + 1, sizeof(input));
	step->inputs[step->input_count++] = input;
}

/* Whether a product is what the word asks for: a table by its name, a chart's drawings by the name
 * of its step, or * for all published tables. */
static bool is_asked(const struct step *maker, const struct product *product, const char *word)
{
	if (strcmp(word, "*") == 0)
		return product->published && makes_tables(maker->kind);
	if (maker->kind == STEP_CHART)
		return strcmp(maker->name, word) == 0 && strstr(product->file, ".svg") != NULL;
	return makes_tables(maker->kind) && strcmp(product->name, word) == 0;
}

/* A document shows what there is: a chart or table that the study leaves out is none of it. */
static bool bind_shown(
	const struct plan *plan, const struct chain *chain, struct step *step, const char *word)
{
	size_t before = step->input_count, i, j;

	for (i = 0; i < plan->count; i++)
		for (j = 0; j < plan->steps[i].product_count; j++) {
			const struct product *product = &plan->steps[i].products[j];

			if (is_asked(&plan->steps[i], product, word))
				add_input(step, (struct input){ product->name, i, j });
		}
	if (step->input_count > before || strcmp(word, "*") == 0 || step->place.file == NULL)
		return true;
	for (i = 0; i < chain->removed_count; i++)
		if (strcmp(chain->removed[i].step, word) == 0)
			return true;
	return false;
}

static void miss_table(const struct chain *chain, const struct step *step, const char *name)
{
	struct place at = step_place(step, "reads", name);
	size_t i;

	for (i = 0; i < chain->removed_count; i++) {
		if (strcmp(chain->removed[i].step, name) == 0) {
			fault(&chain->removed[i].place,
				SAY("the step is left out, but '%s' reads its table",
					"langkah ini dibuang, padahal '%s' membaca tabelnya"),
				step->name);
			return;
		}
	}
	fault(&at, SAY("no step makes this table", "tidak ada langkah yang membuat tabel ini"));
}

/* One word of `reads`: TABLE, or NAME=TABLE where the stage knows the table by another name. */
static void bind_input(
	const struct plan *plan, const struct chain *chain, struct step *step, const char *word)
{
	const char *equals = strchr(word, '='), *table = equals == NULL ? word : equals + 1;
	struct input input = { 0 };
	struct place at = step_place(step, "reads", word);

	if (step->kind == STEP_DOCUMENT) {
		if (!bind_shown(plan, chain, step, word))
			miss_table(chain, step, word);
		return;
	}
	if (!find_product(plan, table, &input)) {
		miss_table(chain, step, table);
		return;
	}
	if (step->input_count > 0)
		input.with = equals == NULL ? table : keep_text(word, (size_t)(equals - word));
	else if (equals != NULL)
		fault(&at,
			SAY("the first table goes to stdin and takes no name",
				"tabel pertama masuk lewat stdin dan tidak diberi nama"));
	if (input.with != NULL && step->description != NULL &&
		described(step->description, "with", input.with) == NULL)
		fault(&at,
			SAY("stage '%s' takes no table of this name",
				"tahap '%s' tidak memakai tabel bernama ini"),
			step->stage);
	add_input(step, input);
}

static bool reads_with(const struct step *step, const char *name)
{
	size_t i;

	for (i = 1; i < step->input_count; i++)
		if (strcmp(step->inputs[i].with, name) == 0)
			return true;
	return false;
}

static void check_reads(const struct step *step, const char *reads)
{
	struct place at = step_place(step, "reads", *reads == '\0' ? NULL : reads);
	const struct described *stage = described(step->description, "stage", NULL);
	size_t i;

	if (step->kind == STEP_CHART && step->input_count != 1)
		fault(&at, SAY("a chart reads one table", "grafik membaca satu tabel"));
	if (stage != NULL && strcmp(stage->type, "source") == 0 && step->input_count > 0)
		fault(&at,
			SAY("stage '%s' reads the study's own files and no table",
				"tahap '%s' membaca berkas studi, bukan tabel"),
			step->stage);
	if (stage != NULL && strcmp(stage->type, "filter") == 0 && step->input_count == 0)
		fault(&at,
			SAY("stage '%s' needs a table to read (step '%s')",
				"tahap '%s' memerlukan tabel untuk dibaca (langkah '%s')"),
			step->stage, step->name);
	for (i = 0; step->description != NULL && i < step->description->count; i++) {
		const struct described *row = &step->description->rows[i];

		if (strcmp(row->kind, "with") == 0 && row->required && !reads_with(step, row->name))
			fault(&at,
				SAY("stage '%s' needs the table '%s' besides: %s",
					"tahap '%s' juga memerlukan tabel '%s': %s"),
				step->stage, row->name, text_of(row->meaning));
	}
}

/* The stage's option that a word sets; NULL for none, and for those that the driver itself sets. */
static const struct described *option_of(const struct step *step, const char *word)
{
	static const char *const own[] = { "with", "rejects", "help", "version", "describe" };
	const char *name;
	size_t i;

	if (strncmp(word, "--", 2) != 0)
		return NULL;
	name = keep_text(word + 2, strcspn(word + 2, "="));
	for (i = 0; i < sizeof(own) / sizeof(*own); i++)
		if (strcmp(name, own[i]) == 0)
			return NULL;
	return described(step->description, "option", name);
}

static void check_options(struct step *step)
{
	size_t i;

	step->files = keep((step->options.count + 1) * sizeof(*step->files));
	for (i = 0; i < step->options.count && step->kind != STEP_PROGRAM; i++) {
		const char *word = step->options.word[i], *value = strchr(word, '=');
		const struct described *option = option_of(step, word);
		struct place at = step_place(step, "options", word);

		if (option == NULL)
			fault(&at,
				SAY("stage '%s' has no such option; write options as --name=value",
					"tahap '%s' tidak punya pilihan ini; tulis pilihan sebagai "
					"--nama=nilai"),
				step->stage);
		else if (strcmp(option->type, "file") == 0 && value != NULL &&
			inside_study(&at, value + 1) != NULL)
			step->files[step->file_count++] = value + 1;
	}
}

void step_bind(const struct plan *plan, const struct chain *chain, struct step *step,
	const struct link *link)
{
	struct place at = step_place(step, "reads", link->reads);
	struct arguments words = { 0 };
	size_t before = fault_count(), i;

	if (!arguments_split(&words, link->reads))
		fault(&at,
			SAY("names of tables are separated by blanks",
				"nama tabel dipisahkan spasi"));
	for (i = 0; i < words.count; i++)
		bind_input(plan, chain, step, words.word[i]);
	if (fault_count() > before)
		return;
	check_reads(step, link->reads);
	at = step_place(step, "options", link->options);
	if (!arguments_split(&step->options, link->options))
		fault(&at,
			SAY("an apostrophe is not closed, or there is a control character",
				"tanda ' tidak ditutup, atau ada karakter kendali"));
	check_options(step);
}
