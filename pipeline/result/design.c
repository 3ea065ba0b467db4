/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds strata, clusters and populations of a contrast among the rows of the tally. */
#include "result/design.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "result/design_note.h"
#include "result/members.h"

/* A stratum that the study declares. */
struct layer {
	double population; /* NaN: not known */
	size_t clusters;   /* in the round that has more of them */
};

/* One contrast under way; memory is used again for the next. */
static struct {
	const struct samples *samples;
	const struct sample *cells;
	size_t cell_count;
	struct member *members;
	size_t count;
	struct layer *layers;
	size_t layer_count, layer_capacity;
	struct design_part *parts;
	size_t part_capacity;
	size_t *first_member; /* of each stratum of the design */
	double *population;
	size_t strata, strata_capacity, population_capacity;
	bool by_arm;
} now;

/* ---- members ---- */

/* By stratum, arm (where it is one), cluster and cell, which is the order they come in; sums are
 * exact, so the rest is all one. */
static void order_members(bool arms_too)
{
	now.by_arm = arms_too;
	members_sort(now.members, now.count, arms_too ? by_arm : by_cluster);
	members_sort(now.members, now.count, by_stratum);
}

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

/* Clusters of a stratum's members [first, end), in the round that has more of them. */
static size_t clusters_of(size_t first, size_t end)
{
	size_t counts[DESIGN_MAX_CELLS] = { 0 }, last[DESIGN_MAX_CELLS], most = 0, i;

	for (i = first; i < end; i++) {
		const struct member *member = &now.members[i];

		if (!member->visited)
			continue;
		if (counts[member->cell] == 0 || last[member->cell] != member->ranks.cluster)
			counts[member->cell]++;
		last[member->cell] = member->ranks.cluster;
		most = counts[member->cell] > most ? counts[member->cell] : most;
	}
	return most;
}

static void check_population(const struct layer *layer, const char *stratum)
{
	if (layer->population < (double)layer->clusters * (1 - 1e-9))
		refuse(&(struct place){ .column = "fpc", .offending = stratum },
			SAY("the data have %zu clusters of this stratum, more than its population",
				"data berisi %zu klaster dari strata ini, melebihi populasinya"),
			layer->clusters);
}

static void find_layers(void)
{
	size_t first, end, i;

	now.layer_count = 0;
	for (first = 0; first < now.count; first = end) {
		const char *stratum = study_stratum(now.members[first].row->stratum);

		for (end = first; end < now.count &&
			now.members[end].ranks.stratum == now.members[first].ranks.stratum;
			end++)
			now.members[end].layer = (uint32_t)now.layer_count;
		now.layers = grow(
			now.layers, &now.layer_capacity, now.layer_count + 1, sizeof(*now.layers));
		i = now.layer_count++;
		now.layers[i].clusters = clusters_of(first, end);
		now.layers[i].population =
			study_load()->fpc.count > 0 ? population_of(stratum) : (double)NAN;
		check_population(&now.layers[i], stratum);
	}
}

/* Whether a sample names an arm while no village of a stratum holds two. */
static bool arms_are_strata(void)
{
	bool named = false;
	size_t i;

	for (i = 0; i < now.cell_count; i++)
		named = named || now.cells[i].arm != NULL;
	for (i = 1; i < now.count && named; i++)
		named = now.members[i].layer != now.members[i - 1].layer ||
			now.members[i].ranks.cluster != now.members[i - 1].ranks.cluster ||
			now.members[i].row->arm == now.members[i - 1].row->arm;
	return named;
}

/* ---- strata and parts of the design ---- */

static bool same_stratum(const struct member *a, const struct member *b)
{
	return a->layer == b->layer && (!now.by_arm || a->row->arm == b->row->arm);
}

/* A stratum of the design begins with member `first` and has so many clusters. */
static void set_population(size_t stratum, size_t first, size_t clusters)
{
	const struct layer *layer = &now.layers[now.members[first].layer];

	now.population = grow(
		now.population, &now.population_capacity, stratum + 1, sizeof(*now.population));
	now.first_member = grow(
		now.first_member, &now.strata_capacity, stratum + 1, sizeof(*now.first_member));
	now.first_member[stratum] = first;
	now.population[stratum] = layer->population * (double)clusters / (double)layer->clusters;
}

static void set_part(struct design_part *part, const struct member *member)
{
	const struct tally_row *row = member->row;

	*part = (struct design_part){ now.strata - 1, member->ranks.cluster, member->cell, 0,
		{ { 0 } }, { { 0 } } };
	if (member->visited)
		return;
	part->n = row->n;
	part->sum_w = row->weights == NULL ? exact_from_int64(row->n) : row->weights->sum_w;
	part->sum_wy = row->weights == NULL ? row->sum_y : row->weights->sum_wy;
}

static void make_parts(void)
{
	size_t clusters = 0, first = 0, i;

	now.strata = 0;
	now.parts = grow(now.parts, &now.part_capacity, now.count + 1, sizeof(*now.parts));
	for (i = 0; i < now.count; i++) {
		const struct member *member = &now.members[i];
		bool begins = i == 0 || !same_stratum(member, member - 1);

		if (begins && i > 0)
			set_population(now.strata - 1, first, clusters);
		if (begins) {
			now.strata++;
			first = i;
			clusters = 0;
		}
		clusters += begins || member->ranks.cluster != member[-1].ranks.cluster;
		set_part(&now.parts[i], member);
	}
	if (now.count > 0)
		set_population(now.strata - 1, first, clusters);
}

/* ---- the contrast ---- */

/* What a reader calls a stratum of the design. */
static const char *name_of(size_t stratum)
{
	const struct member *member = &now.members[now.first_member[stratum]];
	const char *arm = now.by_arm ? member->row->arm : "";
	const char *name = study_stratum(member->row->stratum);

	if (*arm == '\0' || *name == '\0')
		return *arm == '\0' ? name : arm;
	return keep_format("%s, %s", name, arm);
}

struct design_result design_of(const struct samples *samples, const struct sample *cells,
	size_t cell_count, const double *coefficients, struct text *note)
{
	const struct study *study = study_load();
	struct survey_design design = { .lonely = study->lonely == LONELY_CENTRED ? LONELY_ADJUST
										  : LONELY_REFUSE };
	struct design_result result;

	now.samples = samples;
	now.cells = cells;
	now.cell_count = cell_count;
	check_design(samples);
	now.count = members_of(samples, cells, cell_count, &now.members);
	order_members(false);
	find_layers();
	if (arms_are_strata())
		order_members(true);
	make_parts();
	design.strata = now.strata;
	design.population = now.population;
	result = design_contrast(now.parts, now.count, &design, coefficients, cell_count,
		samples->block->scale, study->confidence);
	note_joins(note);
	if (result.lonely > 0)
		note_lonely(&result, name_of(result.lonely_stratum), note);
	return result;
}
