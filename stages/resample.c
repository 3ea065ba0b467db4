/* SPDX-License-Identifier: GPL-3.0-or-later */
/* resample: the tally in; what few villages allow to say of the headline out, one row a check. */
#include <math.h>
#include <string.h>

#include "kit/kit.h"
#include "protect/list.h"
#include "result/columns.h"
#include "result/ratio.h"
#include "result/together.h"
#include "stat/distribution.h"
#include "study/begin.h"

/* With more villages than this nothing is resampled: the headline is as good. */
enum { MANY_VILLAGES = 200, OWN_COLUMNS = 3 };

static const struct with_field with[] = {
	{ "suppressed", true,
		{ "the list of cells not to be published, as protect writes it: they are judged in "
		  "no family",
			"daftar sel yang tidak dipublikasikan, seperti ditulis protect: sel itu "
			"tidak masuk keluarga uji mana pun" } },
	{ NULL, false, { NULL, NULL } },
};

/* The columns of comparisons.csv, then these. */
static struct column makes[COMPARISON_COLUMN_COUNT + OWN_COLUMNS + 1];
static const struct column own_columns[OWN_COLUMNS + 1] = {
	{ "draws", TYPE_INTEGER, false,
		{ "possibilities gone through, or drawn by chance",
			"banyaknya kemungkinan yang diperiksa, atau yang diundi" } },
	{ "enumerated", TYPE_TEXT, false,
		{ "yes: all possibilities; no: drawn by chance from the study's seed",
			"yes: semua kemungkinan; no: diundi berdasarkan seed studi" } },
	{ "p_attainable", TYPE_NUMBER, false,
		{ "the smallest p value that these villages and draws could give",
			"nilai p terkecil yang mungkin dengan desa dan undian sebanyak ini" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static const struct study *study;
static const struct list *suppressed; /* NULL: nothing is */
static const struct round_pair *pairs;
static size_t pair_count;

static void put_own(const struct resampled *resampled)
{
	bool tested = resampled != NULL && resampled->status == STAT_OK;

	if (tested) {
		put_integer(output, resampled->draws);
		put_string(output, resampled->enumerated ? "yes" : "no");
	} else {
		put_missing(output);
		put_missing(output);
	}
	put_number(output, tested ? resampled->attainable : (double)NAN);
	end_row(output);
}

static void put(const struct frame *frame, const struct comparison *check,
	const struct resampled *resampled)
{
	comparison_put_cells(frame, check);
	put_own(resampled);
}

static bool listed(const struct frame *frame, const char *arm)
{
	const struct rounds *rounds = rounds_load();
	const char *from = rounds->list[frame->round_from].name;
	struct list_key key = { indicator_of(frame->block)->name, from,
		rounds->list[frame->round_to].name, arm == NULL ? "" : arm, "", "" };

	if (frame->pairs)
		return list_has(suppressed, &key);
	key.round_from = "";
	if (list_has(suppressed, &key))
		return true;
	key.round = from;
	return list_has(suppressed, &key);
}

/* Whether withhold leaves the row in. */
static bool shown(const struct frame *frame)
{
	return suppressed == NULL ||
		(frame->n_from >= study->min_people && frame->n_to >= study->min_people &&
			!listed(frame, frame->arm) &&
			(frame->arm_comparison == NULL || !listed(frame, frame->arm_comparison)));
}

static size_t villages_of(const struct frame *frame)
{
	const struct cluster_cell *parts;
	size_t count = sample_parts(frame->samples, frame->cells, frame->cell_count, &parts);
	size_t villages = 0, i;

	for (i = 0; i < count; i++)
		villages += i == 0 || parts[i].cluster != parts[i - 1].cluster;
	return villages;
}

static void put_frame(struct frame *frame)
{
	struct comparison check;
	struct resampled resampled;

	frame_fill(frame);
	if (!frame->asked)
		return;
	if (frame->kind == CONTRAST_DID && frame->pairs) {
		check = check_ancova(frame);
		put(frame, &check, NULL);
	}
	if (!has_villages() || villages_of(frame) > MANY_VILLAGES)
		return;
	if (frame->kind == CONTRAST_DID) {
		check = check_assignment(frame, &resampled);
		put(frame, &check, &resampled);
	}
	check = check_signs(frame, FLIP_T, &resampled);
	put(frame, &check, &resampled);
	together_hold(frame, &check, shown(frame));
	if (frame->kind == CONTRAST_CHANGE && frame->pairs) {
		check = check_signs(frame, FLIP_SIZE, &resampled);
		put(frame, &check, &resampled);
	}
}

static void put_arms(struct frame frame)
{
	const char *const *arms;
	size_t count = sample_arms(frame.samples, &arms), i;

	if (frame.kind == CONTRAST_CHANGE)
		put_frame(&frame);
	for (i = 0; i < count; i++) {
		struct value arm = { arms[i], strlen(arms[i]) };

		if (frame.kind == CONTRAST_CHANGE ? count == 1
						  : same_text(arm, study->arm_comparison))
			continue;
		frame.arm = arms[i];
		frame.arm_comparison = frame.kind == CONTRAST_CHANGE ? NULL : study->arm_comparison;
		put_frame(&frame);
	}
}

static void take(const struct tally_block *block)
{
	struct frame frame = { .samples = samples_of(block),
		.block = block,
		.pairs = study->design == PANEL,
		.headline = true,
		.group = "",
		.group_value = "" };
	size_t i;

	for (i = 0; i < pair_count && !is_ratio(block); i++) {
		if (pairs[i].from != 0)
			continue;
		frame.round_from = pairs[i].from;
		frame.round_to = pairs[i].to;
		frame.kind = CONTRAST_CHANGE;
		put_arms(frame);
		frame.kind = CONTRAST_DID;
		if (study->arm_comparison != NULL)
			put_arms(frame);
	}
}

static void begin(const struct reader *input)
{
	stat_begin();
	tally_take(take);
	planned_begin(input);
	study = study_load();
	suppressed = with_file("suppressed") == NULL ? NULL : list_load(with_file("suppressed"));
	pair_count = round_pairs(rounds_load(), &pairs);
}

static void end(void)
{
	size_t rows, i;

	tally_end();
	rows = together_judge();
	for (i = 0; i < rows; i++) {
		struct resampled resampled = together_put(i);

		put_own(&resampled);
	}
}

static const struct stage stage = {
	.name = "resample",
	.purpose = { "Check changes and their differences with methods for few villages.",
		"Memeriksa perubahan dan bedanya dengan metode untuk desa yang sedikit." },
	.with = with,
	.tables = planned_tables,
	.needs = tally_columns,
	.makes = makes,
	.begin = begin,
	.row = tally_row,
	.end = end,
};

int main(int argc, char **argv)
{
	memcpy(makes, comparison_columns, COMPARISON_COLUMN_COUNT * sizeof(*makes));
	memcpy(makes + COMPARISON_COLUMN_COUNT, own_columns, sizeof(own_columns));
	return stage_main(argc, argv, &stage);
}
