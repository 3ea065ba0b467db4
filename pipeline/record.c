/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes down programs, libraries, study tables and data that a result depends on. */
#include "record.h"

#include <csv.h>
#include <gsl/gsl_version.h>
#include <inttypes.h>
#include <libxml/xmlversion.h>
#include <string.h>

#include "kit/describe.h"
#include "origin.h"
#include "study/study.h"
#include "workbook.h"

static void add_version(
	struct manifest *manifest, const char *kind, const char *name, const char *version)
{
	manifest_add(manifest, &(struct manifest_row){ kind, name, "", "", "", version });
}

static void add_libraries(struct manifest *manifest)
{
	add_version(manifest, "library", "gsl", GSL_VERSION);
	add_version(manifest, "library", "libcsv",
		keep_format("%d.%d.%d", CSV_MAJOR, CSV_MINOR, CSV_RELEASE));
	add_version(manifest, "library", "libxml2", LIBXML_DOTTED_VERSION);
	add_version(manifest, "library", "libxlsxwriter", workbook_library());
}

static bool draws(const struct run *run)
{
	size_t i;

	for (i = 0; i < run->plan->count; i++)
		if (run->plan->steps[i].kind == STEP_CHART)
			return true;
	return false;
}

/* A file of the study, or a program: each once, however many steps depend on it. */
static void add_part(struct manifest *manifest, struct names *seen, const struct step *step,
	const struct part *part)
{
	struct manifest_row row = { part_kind_name(part->kind), part->name, "",
		keep_text(part->digest.hex, strlen(part->digest.hex)), "", "" };
	const char *key = keep_format("%s %s", row.kind, row.name);
	size_t before = name_count(seen);

	if (*row.sha256 == '\0' || strcmp(row.name, "berdaya") == 0 ||
		strcmp(row.name, "gnuplot") == 0)
		return;
	name_add(seen, key, strlen(key));
	if (name_count(seen) == before)
		return;
	if (part->kind == PART_PROGRAM) {
		row.kind = !makes_tables(step->kind) || strcmp(row.name, "texts.csv") == 0
			? "plot"
			: "stage";
		row.file = strchr(row.name, '/') == NULL ? "" : row.name;
		row.version = *row.file == '\0' ? berdaya_version : "";
	} else {
		row.kind = part->kind == PART_TABLE ? "study" : "data";
		row.file = part->name;
		row.rows = keep_format("%zu", origin_of(part->name).rows);
	}
	manifest_add(manifest, &row);
}

static void add_parts(struct manifest *manifest, const struct run *run, enum part_kind kind)
{
	struct names *seen = names_new();
	size_t i, j;

	for (i = 0; i < run->plan->count; i++)
		for (j = 0; j < run->turns[i].stamp.count; j++)
			if (run->turns[i].stamp.parts[j].kind == kind)
				add_part(manifest, seen, &run->plan->steps[i],
					&run->turns[i].stamp.parts[j]);
}

/* How few people and villages a published cell may have. */
static void add_protection(struct manifest *manifest, const struct run *run)
{
	const struct study *study = study_load();
	const char *name = "off";
	size_t i;

	for (i = 0; i < run->plan->count && study->min_people > 0; i++)
		if (strcmp(run->plan->steps[i].stage, "withhold") == 0)
			name = keep_format("min_people=%" PRId64 " min_clusters=%" PRId64,
				study->min_people, study->min_clusters);
	add_version(manifest, "protection", name, "");
}

void record_origins(struct manifest *manifest, const struct run *run)
{
	struct digest digest = origin_of(house()->program).digest;

	manifest_add(manifest,
		&(struct manifest_row){ "program", "berdaya", "",
			keep_text(digest.hex, strlen(digest.hex)), "", berdaya_version });
	add_libraries(manifest);
	if (draws(run) && gnuplot_version() != NULL)
		add_version(manifest, "program", "gnuplot", gnuplot_version());
	add_protection(manifest, run);
	add_parts(manifest, run, PART_PROGRAM);
	add_parts(manifest, run, PART_TABLE);
	add_parts(manifest, run, PART_DATA);
}
