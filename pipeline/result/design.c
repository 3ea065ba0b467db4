/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds strata, clusters and populations of a contrast among the rows of the tally. */
#include "result/design.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "result/design_note.h"
#include "result/members.h"
#include "stat/design_small.h"

/* A stratum that the study declares, by the rank of its text; `clusters` is 0 where nobody was asked. */
struct layer {
	double population; /* NaN: not known */
	size_t clusters;   /* in the round that has more of them */
	const struct member *member;
};

/* A stratum of the design: that, or its villages of one arm. */
struct design_stratum {
	const struct member *first;
	size_t clusters;
	size_t first_part;
	bool has_members;
};

/* One contrast under way; memory is used again for the next. */
static struct {
	const struct samples *samples;
	const struct sample *cells;
	size_t cell_count;
	struct members members;
	struct layer *layers;
	size_t layer_count, layer_capacity;
	struct design_part *parts;
	size_t part_count, part_capacity;
	struct design_stratum *strata;
	double *population; /* of each stratum of the design */
	size_t stratum_count, stratum_capacity, population_capacity;
	struct survey_design design;
	const double *coefficients;
} now;

/* ---- strata that the study declares ---- */

/* Clusters (or people) in the stratum's population, the larger one where rounds differ. A joined
 * stratum has those of all that make it up, each said once for every arm. */
static double population_of(const char *stratum)
{
	double largest = 0;
	size_t k, i, j;

	for (k = 0; k < now.cell_count; k++) {
		struct sample all = everybody(&now.cells[k]);
		const struct bucket *bucket = bucket_find(now.samples, TOTAL_ROW, &all);
		const struct tally_row **rows =
			bucket == NULL ? NULL : now.samples->rows + bucket->first;
		double sum = 0;

		for (i = 0; bucket != NULL && i < bucket->count; i++) {
			if (strcmp(study_stratum(rows[i]->stratum), stratum) != 0)
				continue;
			for (j = 0; j < i && rows[j]->stratum != rows[i]->stratum; j++)
				;
			sum += j == i ? (double)rows[i]->fpc / 1e9 : 0;
		}
		largest = sum > largest ? sum : largest;
	}
	return largest > 0 ? largest : (double)NAN;
}

static struct layer *layer_of(const struct member *member)
{
	size_t rank = member->ranks.stratum;

	now.layers = grow(now.layers, &now.layer_capacity, rank + 1, sizeof(*now.layers));
	while (now.layer_count <= rank)
		now.layers[now.layer_count++] = (struct layer){ (double)NAN, 0, member };
	return &now.layers[rank];
}

/* Counts the clusters that were visited in one round. */
static void count_clusters(const struct member_source *source)
{
	const struct member *member;
	size_t clusters = 0;

	for (member = source->next; member < source->end; member++) {
		struct layer *layer = layer_of(member);

		if (member == source->next || member->ranks.stratum != member[-1].ranks.stratum)
			clusters = 0;
		if (clusters == 0 || member->ranks.cluster != member[-1].ranks.cluster)
			clusters++;
		layer->member = member;
		layer->clusters = clusters > layer->clusters ? clusters : layer->clusters;
	}
}

static void set_layer_population(struct layer *layer)
{
	const char *stratum = study_stratum(layer->member->row->stratum);

	layer->population = population_of(stratum);
	if (layer->population < (double)layer->clusters * (1 - 1e-9))
		refuse(&(struct place){ .column = "fpc", .offending = stratum },
			SAY("the data have %zu clusters of this stratum, more than its population",
				"data berisi %zu klaster dari strata ini, melebihi populasinya"),
			layer->clusters);
}

static void find_layers(void)
{
	size_t i;

	now.layer_count = 0;
	members_begin(&now.members, now.samples, now.cells, now.cell_count, false, true);
	for (i = 0; i < now.members.count; i++)
		if (now.members.sources[i].cell == VISITED)
			count_clusters(&now.members.sources[i]);
	for (i = 0; i < now.layer_count; i++)
		if (now.layers[i].clusters > 0)
			set_layer_population(&now.layers[i]);
}

/* Whether a village of some stratum holds two arms. */
static bool a_village_holds_two(void)
{
	const struct member *member;
	uint32_t arm = 0;

	members_begin(&now.members, now.samples, now.cells, now.cell_count, false, false);
	while ((member = members_next(&now.members)) != NULL) {
		if (!now.members.begins_cluster && member->ranks.arm != arm)
			return true;
		arm = member->ranks.arm;
	}
	return false;
}

/* Whether a sample names an arm while no village of a stratum holds two. */
static bool arms_are_strata(void)
{
	size_t i;

	for (i = 0; i < now.cell_count; i++)
		if (now.cells[i].arm != NULL)
			return clusters_keep_to_one_arm(now.samples) || !a_village_holds_two();
	return false;
}

/* ---- strata and parts of the design ---- */

static void begin_stratum(const struct member *first)
{
	now.strata =
		grow(now.strata, &now.stratum_capacity, now.stratum_count + 1, sizeof(*now.strata));
	now.strata[now.stratum_count++] =
		(struct design_stratum){ first, 0, now.part_count, false };
}

/* A stratum without members adds nothing; but where populations are known it tells a census from others. */
static void end_stratum(void)
{
	const struct design_stratum *end = now.strata + now.stratum_count;

	if (now.stratum_count == 0 || end[-1].has_members || study_load()->fpc.count > 0)
		return;
	now.part_count = end[-1].first_part;
	now.stratum_count--;
}

static void add_part(const struct member *member, size_t cell)
{
	struct design_part *part;

	now.parts = grow(now.parts, &now.part_capacity, now.part_count + 1, sizeof(*now.parts));
	part = &now.parts[now.part_count++];
	*part = (struct design_part){ now.stratum_count - 1, member->ranks.cluster, 0, 0, { { 0 } },
		{ { 0 } } };
	if (cell == VISITED)
		return;
	now.strata[now.stratum_count - 1].has_members = true;
	part->cell = cell;
	part->n = member->n;
	part->sum_w = member->sum_w;
	part->sum_wy = member->sum_wy;
}

/* A cluster that has members need not be there as one visited too. */
static void make_parts(void)
{
	const struct members *members = &now.members;
	const struct member *member;

	now.part_count = now.stratum_count = 0;
	while ((member = members_next(&now.members)) != NULL) {
		if (members->cell == VISITED && !members->begins_cluster)
			continue;
		if (members->begins_stratum) {
			end_stratum();
			begin_stratum(member);
		}
		now.strata[now.stratum_count - 1].clusters += members->begins_cluster;
		add_part(member, members->cell);
	}
	end_stratum();
}

static void set_populations(void)
{
	size_t i;

	now.population = grow(now.population, &now.population_capacity, now.stratum_count + 1,
		sizeof(*now.population));
	for (i = 0; i < now.stratum_count; i++) {
		const struct layer *layer = layer_of(now.strata[i].first);

		now.population[i] = layer->population * (double)now.strata[i].clusters /
			(double)layer->clusters;
	}
}

/* Whether every stratum was drawn whole. */
static bool is_census(void)
{
	size_t i;

	if (now.design.population == NULL)
		return false;
	for (i = 0; i < now.stratum_count; i++)
		if (!(fabs(now.population[i] - (double)now.strata[i].clusters) <
			    1e-9 * now.population[i]))
			return false;
	return true;
}

/* ---- the contrast ---- */

/* What a reader calls a stratum of the design. */
static const char *name_of(size_t stratum)
{
	const struct tally_row *row = now.strata[stratum].first->row;
	const char *arm = now.members.by_arm ? row->arm : "";
	const char *name = study_stratum(row->stratum);

	if (*arm == '\0' || *name == '\0')
		return *arm == '\0' ? name : arm;
	return keep_format("%s, %s", name, arm);
}

struct design_result design_of(const struct samples *samples, const struct sample *cells,
	size_t cell_count, const double *coefficients, struct text *note)
{
	const struct study *study = study_load();
	bool finite = study->fpc.count > 0;
	struct design_result result;

	now.samples = samples;
	now.cells = cells;
	now.cell_count = cell_count;
	now.coefficients = coefficients;
	check_design(samples);
	if (finite)
		find_layers();
	members_begin(&now.members, samples, cells, cell_count, arms_are_strata(), finite);
	make_parts();
	if (finite)
		set_populations();
	now.design = (struct survey_design){ now.stratum_count, finite ? now.population : NULL,
		study->lonely == LONELY_CENTRED ? LONELY_ADJUST : LONELY_REFUSE };
	result = design_contrast(now.parts, now.part_count, &now.design, coefficients, cell_count,
		samples->block->scale, study->confidence);
	note_joins(note);
	if (result.contrast.status == STAT_ZERO_VAR && is_census())
		note_add(note, result_note(NOTE_CENSUS));
	if (result.lonely > 0)
		note_lonely(&result, name_of(result.lonely_stratum), note);
	return result;
}

struct contrast design_small_of(const struct contrast *plain)
{
	return design_small(now.parts, now.part_count, &now.design, now.coefficients,
		now.cell_count, plain, study_load()->confidence);
}
