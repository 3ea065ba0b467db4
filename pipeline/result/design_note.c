/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences on strata that have a single village or were joined. */
#include "result/design_note.h"

#include <string.h>

#include "result/sample_index.h"
#include "result/status.h"
#include "study/study.h"

static bool has_stratum(const struct samples *samples, const char *stratum)
{
	size_t i;

	for (i = 0; i < samples->row_count; i++)
		if (strcmp(samples->rows[i]->stratum, stratum) == 0)
			return true;
	return false;
}

static void check_weights(const struct samples *samples)
{
	size_t i;

	for (i = 0; i < samples->row_count; i++)
		if (samples->rows[i]->kind != VALUE_ROW && samples->rows[i]->n > 0 &&
			samples->rows[i]->weights == NULL)
			refuse(&(struct place){ .column = "sum_w" },
				SAY("the tally has no weights, which study.csv declares; tally "
				    "again",
					"rekap tidak berisi bobot yang dinyatakan study.csv; "
					"hitung ulang"));
}

void check_design(const struct samples *samples)
{
	const struct study *study = study_load();
	static bool checked;
	size_t i;

	if (checked)
		return;
	if (study->weight.count > 0)
		check_weights(samples);
	for (i = 0; i < study->join_count; i++)
		if (!has_stratum(samples, study->joins[i].stratum))
			refuse(&study->lonely_place,
				SAY("the data have no stratum '%s'",
					"data tidak punya strata '%s'"),
				study->joins[i].stratum);
	checked = true;
}

void note_joins(struct text *note)
{
	const struct study *study = study_load();
	size_t i;

	for (i = 0; i < study->join_count; i++) {
		const struct stratum_join *join = &study->joins[i];

		note_add(note,
			(struct text){ keep_format("Stratum '%s' counts as '%s'.", join->stratum,
					       join->into),
				keep_format("Strata '%s' dihitung sebagai '%s'.", join->stratum,
					join->into) });
	}
}

static struct text refused(const char *name, size_t count)
{
	if (count == 1)
		return (struct text){ keep_format("It is stratum '%s'; `lonely` in study.csv can "
						  "join it to another.",
					      name),
			keep_format(
				"Yaitu strata '%s'; `lonely` di study.csv dapat menggabungkannya "
				"dengan strata lain.",
				name) };
	return (struct text){ keep_format("There are %zu of them; the first is '%s'. `lonely` in "
					  "study.csv can join them to others.",
				      count, name),
		keep_format("Ada %zu strata seperti itu; yang pertama '%s'. `lonely` di study.csv "
			    "dapat menggabungkannya dengan strata lain.",
			count, name) };
}

static struct text centred(const char *name, size_t count)
{
	if (count == 1)
		return (struct text){ keep_format("Stratum '%s' has a single village, which is "
						  "compared with the mean over all strata.",
					      name),
			keep_format("Strata '%s' hanya berisi satu desa, yang dibandingkan dengan "
				    "rata-rata semua strata.",
				name) };
	return (struct text){ keep_format("%zu strata have a single village each, which is "
					  "compared with the mean over all strata; the first is "
					  "'%s'.",
				      count, name),
		keep_format("%zu strata masing-masing hanya berisi satu desa, yang dibandingkan "
			    "dengan rata-rata semua strata; yang pertama '%s'.",
			count, name) };
}

void note_lonely(const struct design_result *result, const char *name, struct text *note)
{
	if (result->contrast.status == STAT_LONELY_PSU)
		note_add(note, refused(name, result->lonely));
	else
		note_add(note, centred(name, result->lonely));
}
