/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step-down max-T over the indicators of a family, from villages' sums. */
#include "result/together.h"

#include <math.h>
#include <string.h>

#include "result/family.h"

enum { CELLS = 4 };

/* A test with what it needs when its turn comes, and what its row says. */
struct waiting {
	struct tally_block block; /* without its rows */
	enum contrast_kind kind;
	bool pairs;
	size_t round_from, round_to;
	const char *arm;
	int64_t n_from, n_to;
	struct comparison comparison;
	enum result_status status;
	struct resampled resampled;

	size_t family; /* NO_NAME: a member of none */
	double weights[CELLS];
	size_t cell_count;
	struct cluster_cell *parts; /* cluster: the village's number, in its family when judged */
	size_t part_count;
};

static struct waiting **list;
static size_t count, capacity;
static struct names *keys, *villages;

/* ---- keep ---- */

static void keep_parts(const struct frame *frame, struct waiting *test)
{
	const struct cluster_sums *sums;
	size_t rows = sample_clusters(frame->samples, frame->cells, frame->cell_count, &sums), i;

	test->cell_count = frame->cell_count;
	memcpy(test->weights, frame->weights, frame->cell_count * sizeof(*frame->weights));
	test->parts = keep((rows + 1) * sizeof(*test->parts));
	test->part_count = rows;
	for (i = 0; i < rows; i++)
		test->parts[i] = (struct cluster_cell){ name_add(villages, sums[i].name,
								strlen(sums[i].name)),
			sums[i].cell, sums[i].pairs.n, sums[i].pairs.sum_y };
}

static const char *key_of(const struct waiting *test)
{
	const struct rounds *rounds = rounds_load();

	return family_key(test->comparison.family, contrast_names[test->kind],
		rounds->list[test->round_from].name, rounds->list[test->round_to].name, test->arm);
}

void together_hold(const struct frame *frame, const struct comparison *single, bool shown)
{
	const char *name = NULL, *key;
	struct waiting *test;

	if (family_of(indicator_of(frame->block), "", "", &name) == FAMILY_NONE)
		return;
	if (keys == NULL) {
		keys = names_new();
		villages = names_new();
	}
	list = grow(list, &capacity, count + 1, sizeof(*list));
	test = list[count++] = keep(sizeof(*test));
	*test = (struct waiting){ .block = *frame->block,
		.kind = frame->kind,
		.pairs = frame->pairs,
		.round_from = frame->round_from,
		.round_to = frame->round_to,
		.arm = frame->arm,
		.n_from = frame->n_from,
		.n_to = frame->n_to,
		.comparison = *single,
		.status = shown ? comparison_status(frame, single) : RESULT_SUPPRESSED,
		.resampled = { .status = STAT_TOO_FEW }, /* until it is judged */
		.family = NO_NAME };
	test->block.rows = NULL;
	test->comparison.method = test->comparison.adjust_method = "max_t";
	test->comparison.result.p_value = (double)NAN;
	test->comparison.p_adjusted = (double)NAN;
	test->comparison.family = name;
	test->comparison.note = result_note(NOTE_MAX_T);
	key = key_of(test);
	if (test->status == RESULT_OK) {
		test->family = name_add(keys, key, strlen(key));
		keep_parts(frame, test);
	}
}

/* ---- judge ---- */

/* The tests of a family, and room to judge them. */
struct family {
	const char *key;
	struct waiting **members;
	struct family_test *tests;
	size_t count;
	struct random_stream *streams;
	size_t villages;
};

/* Numbers the family's villages in the byte order of their names, whatever else there is. */
static void number_villages(struct family *family, const size_t *sorted)
{
	size_t all = name_count(villages), *number = keep((all + 1) * sizeof(*number)), i, j;

	memset(number, 0, (all + 1) * sizeof(*number));
	for (i = 0; i < family->count; i++)
		for (j = 0; j < family->members[i]->part_count; j++)
			number[family->members[i]->parts[j].cluster] = 1;
	family->streams = keep((all + 1) * sizeof(*family->streams));
	for (i = 0; i < all; i++) {
		if (number[sorted[i]] == 0)
			continue;
		family->streams[family->villages] = random_begin((uint64_t)study_load()->seed,
			keep_format("max_t\n%s\n%s", family->key, name_text(villages, sorted[i])));
		number[sorted[i]] = family->villages++;
	}
	for (i = 0; i < family->count; i++)
		for (j = 0; j < family->members[i]->part_count; j++)
			family->members[i]->parts[j].cluster =
				number[family->members[i]->parts[j].cluster];
}

static void prepare_tests(struct family *family)
{
	size_t i;

	family->tests = keep((family->count + 1) * sizeof(*family->tests));
	for (i = 0; i < family->count; i++) {
		struct waiting *member = family->members[i];

		family->tests[i] = (struct family_test){ .parts = member->parts,
			.part_count = member->part_count,
			.weight = member->weights,
			.cell_count = member->cell_count,
			.scale = member->block.scale,
			.work = keep((family->villages + 1) * (1 + 2 * CELLS) * sizeof(double)) };
	}
}

static void take_over(
	struct waiting *member, const struct family_test *test, const struct tested_family *family)
{
	member->comparison.family_size = family->tested;
	member->comparison.p_adjusted = test->p_adjusted;
	member->comparison.result.p_value = test->p_value;
	member->status = result_status(test->status);
	member->resampled = (struct resampled){ .p_value = test->p_value,
		.attainable = test->attainable,
		.draws = family->draws,
		.enumerated = family->enumerated,
		.status = test->status };
}

static void judge(struct family *family, const size_t *sorted)
{
	struct tested_family tested;
	size_t i;

	number_villages(family, sorted);
	prepare_tests(family);
	tested = resample_family(family->tests, family->count, family->streams, family->villages,
		RESAMPLE_DRAWS, 1 - study_load()->confidence,
		keep((family->villages + 1) * sizeof(double)),
		keep((family->count + 1) * sizeof(size_t)));
	for (i = 0; i < family->count; i++)
		take_over(family->members[i], &family->tests[i], &tested);
}

size_t together_judge(void)
{
	size_t families = keys == NULL ? 0 : name_count(keys), key, i;
	const size_t *sorted = keys == NULL ? NULL : names_sorted(villages);

	for (key = 0; key < families; key++) {
		struct family family = { .key = name_text(keys, key),
			.members = keep((count + 1) * sizeof(*family.members)) };

		for (i = 0; i < count; i++)
			if (list[i]->family == key)
				family.members[family.count++] = list[i];
		judge(&family, sorted);
	}
	return count;
}

struct resampled together_put(size_t row)
{
	const struct waiting *test = list[row];
	const struct frame frame = { .block = &test->block,
		.kind = test->kind,
		.pairs = test->pairs,
		.round_from = test->round_from,
		.round_to = test->round_to,
		.arm = test->arm,
		.group = "",
		.group_value = "",
		.n_from = test->n_from,
		.n_to = test->n_to };

	comparison_put_judged(&frame, &test->comparison, test->status);
	return test->resampled;
}
