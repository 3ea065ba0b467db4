/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts what people lack, cell by cell. */
#include "spread/counted.h"

#include <math.h>
#include <string.h>

#include "spread/counted_least.h"
#include "spread/finish.h"
#include "spread/lacking.h"
#include "stat/counting.h"
#include "study/indicator_index.h"

static const struct text nobody = {
	"Nobody here is held back, so that nothing can be said of how much they lack, or of what.",
	"Di sini tidak seorang pun tertinggal, jadi tidak ada yang dapat dikatakan tentang "
	"seberapa "
	"banyak atau apa kekurangannya."
};
static const struct text all_incomplete = {
	"Nobody answered all members, and only those who did are counted.",
	"Tidak seorang pun menjawab semua anggota, padahal hanya mereka yang dihitung."
};
static const struct text one_alone = {
	"A single person here is held back.",
	"Di sini hanya satu orang yang tertinggal.",
};
static const struct text told_in_part = {
	"The index or a member is sensitive, so that shares and parts are not told.",
	"Index ini atau salah satu anggotanya sensitif sehingga proporsi dan bagiannya tidak "
	"ditampilkan."
};
static const struct text perhaps_not_asked = {
	"The index is about some people only; who was not among them may have been counted as left "
	"out.",
	"Index ini hanya tentang sebagian orang; orang di luar itu mungkin terhitung sebagai yang "
	"tidak dihitung."
};

static const struct indicator *counting;
static bool discreet; /* something sensitive is in it */

static struct counted *measures;
static double *headcounts, *parts; /* of each member */
static size_t *share_rows;         /* where its censored headcount stands */
static size_t measure_count, measure_capacity, headcount_capacity, part_capacity, row_capacity;

void counted_begin(const struct people *people, size_t index)
{
	const struct indicator *list = indicators_load()->list;
	size_t i;

	lacking_begin(people, index);
	counted_least_begin(people, index);
	counting = &list[index];
	discreet = counting->sensitive;
	for (i = 0; i < counting->member_count; i++)
		discreet = discreet || list[counting->members[i]].sensitive;
}

void counted_round(size_t round)
{
	counted_least_round(round);
}

/* ---- the value of a person for each measure; `what` is the number of a member ---- */

static int64_t weight_censored(uint32_t row, const void *what)
{
	int64_t weight = lacking_weight(row);

	(void)what;
	return weight == NO_VALUE ? NO_VALUE : counting_censored(weight, counting->k);
}

static int64_t weight_if_held_back(uint32_t row, const void *what)
{
	int64_t weight = weight_censored(row, what);

	return weight > 0 ? weight : NO_VALUE;
}

static int64_t is_held_back(uint32_t row, const void *what)
{
	int64_t weight = weight_censored(row, what);

	return weight == NO_VALUE ? NO_VALUE : weight > 0;
}

static int64_t is_dropped(uint32_t row, const void *what)
{
	(void)what;
	if (lacking_weight(row) != NO_VALUE)
		return 0;
	return lacking_dropped(row) ? 1 : NO_VALUE;
}

static int64_t is_lacking(uint32_t row, const void *what)
{
	if (lacking_weight(row) == NO_VALUE)
		return NO_VALUE;
	return lacking_member(row, *(const size_t *)what);
}

static int64_t is_held_back_by(uint32_t row, const void *what)
{
	return is_held_back(row, what) == 0 ? 0 : is_lacking(row, what);
}

static int64_t is_lacking_dropped(uint32_t row, const void *what)
{
	return lacking_dropped(row) ? lacking_member(row, *(const size_t *)what) : NO_VALUE;
}

/* ---- the measures of a cell ---- */

static struct counted *add(const char *measure, size_t member, const struct cell *cell)
{
	struct counted *counted;

	measures = grow(measures, &measure_capacity, measure_count + 1, sizeof(*measures));
	counted = &measures[measure_count++];
	*counted = (struct counted){ measure, member, (int64_t)cell->n, cell->villages, NO_VALUE,
		statistic_none(NULL) };
	return counted;
}

static struct counted *add_share(const char *measure, size_t member, const struct cell *about,
	int64_t (*value_of)(uint32_t row, const void *what))
{
	struct cell cell = cell_by(about, value_of, &member, 1);
	struct counted *counted = add(measure, member, &cell);

	counted->statistic = statistic_share(&cell, 1, 1);
	return counted;
}

static struct counted *add_mean(const char *measure, const struct cell *about,
	int64_t (*value_of)(uint32_t row, const void *what))
{
	struct cell cell = cell_by(about, value_of, NULL, index_weight(counting));
	struct counted *counted = add(measure, NO_NAME, &cell);
	struct statistic *mean = &counted->statistic;

	*mean = statistic_mean(&cell);
	if (mean->status == RESULT_OK) {
		mean->conf_low = fmax(mean->conf_low, 0);
		mean->conf_high = fmin(mean->conf_high, 1);
	}
	return counted;
}

static void leave_empty(struct counted *counted, enum result_status status, struct text refusal)
{
	counted->statistic = statistic_none(NULL);
	counted->statistic.status = status;
	counted->statistic.refusal = refusal;
}

/* The mean of what is lacking among few, or none, who are held back. */
static void explain_intensity(struct counted *intensity, const struct cell *cell)
{
	if (intensity->n == 0 && cell->n > 0)
		leave_empty(intensity, RESULT_NO_EVENTS, nobody);
	else if (intensity->n == 1)
		leave_empty(intensity, RESULT_TOO_FEW, one_alone);
}

/* The parts of M0, each in the row behind that of its censored headcount. */
static void set_parts(const size_t *rows, size_t intensity)
{
	size_t i, count = counting->member_count;

	counting_contributions(headcounts, counting->member_weights, count, parts);
	for (i = 0; i < count; i++) {
		const struct counted *share = &measures[rows[i]], *held_back = &measures[intensity];
		struct counted *part = &measures[rows[i] + 1];

		part->n = held_back->n;
		part->villages = held_back->villages;
		part->statistic.estimate = parts[i];
		if (*held_back->statistic.refusal.en != '\0') /* none, or one alone */
			leave_empty(
				part, held_back->statistic.status, held_back->statistic.refusal);
		else if (isnan(parts[i]))
			leave_empty(part, share->statistic.status, share->statistic.refusal);
	}
}

static void add_members(const struct cell *cell, size_t intensity, bool compared)
{
	size_t count = counting->member_count, i;

	headcounts = grow(headcounts, &headcount_capacity, count, sizeof(*headcounts));
	parts = grow(parts, &part_capacity, count, sizeof(*parts));
	share_rows = grow(share_rows, &row_capacity, count, sizeof(*share_rows));
	for (i = 0; i < count; i++) {
		share_rows[i] = measure_count;
		headcounts[i] = add_share("censored_headcount", i, cell, is_held_back_by)
					->statistic.estimate;
		add("contribution", i, cell);
		add_share("uncensored_headcount", i, cell, is_lacking);
		if (compared)
			add_share("dropped_headcount", i, cell, is_lacking_dropped);
	}
	set_parts(share_rows, intensity);
}

/* How many were dropped. */
static size_t add_dropped(const struct cell *cell)
{
	struct counted *dropped = add_share("dropped", NO_NAME, cell, is_dropped);
	size_t count = (size_t)dropped->n - cell->n;

	if (*counting->among != '\0' && count > 0)
		note_add(&dropped->statistic.note, perhaps_not_asked);
	return count;
}

static void leave_all_empty(bool incomplete_answers)
{
	size_t i;

	for (i = 0; i < measure_count; i++)
		if (strncmp(measures[i].measure, "dropped", 7) != 0)
			leave_empty(&measures[i], RESULT_NOT_ASKED,
				incomplete_answers ? all_incomplete : (struct text){ "", "" });
}

size_t counted_measures(const struct cell *cell, bool asked, const struct counted **list)
{
	size_t intensity = 1, dropped, i;

	measure_count = 0;
	if (!discreet) {
		add_share("headcount", NO_NAME, cell, is_held_back);
		explain_intensity(add_mean("intensity", cell, weight_if_held_back), cell);
	}
	add_mean("adjusted_headcount", cell, weight_censored);
	if (discreet)
		note_add(&measures[0].statistic.note, told_in_part);
	dropped = add_dropped(cell);
	if (!discreet)
		add_members(cell, intensity, dropped > 0 && cell->division->group == NULL);
	if (!asked)
		leave_all_empty(dropped > 0);
	for (i = 0; i < measure_count && asked && !discreet; i++)
		measures[i].n_least = counted_least(cell, measures[i].measure, measures[i].member);
	*list = measures;
	return measure_count;
}
