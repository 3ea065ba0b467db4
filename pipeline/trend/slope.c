/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slopes by CR2 and by the survey design. */
#include "trend/slope.h"

#include <math.h>

#include "people/notes.h"
#include "result/design.h"
#include "result/sample_index.h"
#include "stat/effect.h"
#include "trend/day.h"

/* The samples of a contrast: of each arm its slopes, or its rounds. */
struct cells {
	size_t count;
	struct sample samples[2 * TREND_MAX_ROUNDS];
	double weights[2 * TREND_MAX_ROUNDS];
};

static const char *name_of(const struct frame *frame, size_t arm)
{
	return arm == ALL_ARMS ? NULL : arm_name(frame->people, arm);
}

static struct sample sample_of(
	const struct frame *frame, enum measure measure, size_t round, const char *arm)
{
	const struct division *division = frame->division;

	return (struct sample){ measure, measure == LEVEL ? NO_NAME : frame->course->rounds[0],
		round, arm, division->group == NULL ? "" : division->group->name, division->value };
}

static void add_arm(struct cells *cells, const struct frame *frame, size_t arm, double sign)
{
	const struct course *course = frame->course;
	const char *name = name_of(frame, arm);
	double bend[TREND_MAX_ROUNDS];
	size_t r;

	if (frame->bend && trend_bend(course->days, course->count, bend) != STAT_OK)
		return;
	if (frame->panel) {
		cells->weights[cells->count] = sign;
		cells->samples[cells->count++] =
			sample_of(frame, CHANGE, course->rounds[course->count - 1], name);
		return;
	}
	for (r = 0; r < course->count; r++) {
		cells->weights[cells->count] =
			sign * (frame->bend ? bend[r] : (double)course->c[r]);
		cells->samples[cells->count++] = sample_of(frame, LEVEL, course->rounds[r], name);
	}
}

/* The comparison arm's cells first, where there are two arms. */
static struct cells cells_of(const struct frame *frame)
{
	struct cells cells = { .count = 0 };

	if (frame->did)
		add_arm(&cells, frame, frame->people->comparison, -1);
	add_arm(&cells, frame, frame->arm, 1);
	return cells;
}

/* Villages on the side that has fewer of them; n of all cells. */
static size_t fewest_villages(const struct frame *frame, const struct cells *cells,
	const struct cluster_cell *parts, size_t count, int64_t *n)
{
	size_t sides = frame->did ? 2 : 1, villages[2] = { 0, 0 }, last[2] = { 0, 0 }, i;

	*n = 0;
	for (i = 0; i < count; i++) {
		size_t side = parts[i].cell * sides / cells->count;

		*n += parts[i].n;
		if (villages[side] == 0 || last[side] != parts[i].cluster)
			villages[side]++;
		last[side] = parts[i].cluster;
	}
	return frame->did && villages[1] > villages[0] ? villages[0] : villages[frame->did];
}

static void scale(struct contrast *result, double per_year)
{
	result->estimate *= per_year;
	result->std_error *= per_year;
	result->conf_low *= per_year;
	result->conf_high *= per_year;
}

static double first_sd(const struct frame *frame, bool weighted)
{
	struct sample first = sample_of(frame, LEVEL, frame->course->rounds[0],
		name_of(frame, frame->did ? frame->people->comparison : frame->arm));
	struct sample_sums sums = sample_sums(frame->samples, &first);
	int64_t unit = frame->samples->block->scale;

	if (weighted)
		return sample_weighted(&sums, unit).std_dev;
	return moments_from_sums(sums.n, sums.pairs.sum_y, sums.pairs.sum_y2, unit).std_dev;
}

static void note_sample(const struct frame *frame, struct slope *slope)
{
	static const struct text everybody = {
		"Everybody who answered in a round, not only those who answered in all of them.",
		"Semua yang menjawab pada suatu putaran, bukan hanya yang menjawab di semuanya.",
	};

	if (!frame->panel && study_load()->design == PANEL)
		note_add(&slope->note, everybody);
	if (study_weighted() && !slope->weighted)
		note_add(&slope->note, result_note(NOTE_UNWEIGHTED));
	if (!study_weighted() && slope->weighted)
		note_add(&slope->note, result_note(NOTE_WITH_STRATA));
}

enum method { CR2, SURVEY, SURVEY_SMALL };

static const char *const methods[] = { "cr2_t", "survey_t", "survey_small_t" };

static struct contrast contrast_of(const struct frame *frame, enum method method,
	const struct cells *cells, const struct cluster_cell *parts, size_t count,
	struct text *note)
{
	struct contrast plain;

	if (method == CR2)
		return cluster_contrast(parts, count, cells->weights, cells->count,
			frame->samples->block->scale, study_load()->confidence);
	plain = design_of(frame->samples, cells->samples, cells->count, cells->weights, note)
			.contrast;
	return method == SURVEY_SMALL ? design_small_of(&plain) : plain;
}

static struct slope slope_of(const struct frame *frame, enum method method)
{
	bool survey = method != CR2;
	struct slope slope = { .method = methods[method],
		.se_method = survey ? "survey" : "CR2",
		.headline = frame->headline && method == (study_weighted() ? SURVEY_SMALL : CR2),
		.weighted = survey,
		.effect_size_type = "glass",
		.note = { "", "" } };
	struct cells cells = cells_of(frame);
	const struct cluster_cell *parts;
	size_t count = sample_parts(frame->samples, cells.samples, cells.count, &parts);
	size_t fewest = fewest_villages(frame, &cells, parts, count, &slope.n);

	slope.result = contrast_of(frame, method, &cells, parts, count, &slope.note);
	scale(&slope.result, frame->bend ? DAYS_A_YEAR * DAYS_A_YEAR : frame->course->per_year);
	slope.status = result_status(slope.result.status);
	slope.effect_size = effect_glass(slope.result.estimate * frame->course->years,
		first_sd(frame, survey && study_weighted()));
	note_few(&slope.note, &slope.result, fewest);
	note_sample(frame, &slope);
	return slope;
}

struct slope slope_cr2(const struct frame *frame)
{
	return slope_of(frame, CR2);
}

struct slope slope_survey(const struct frame *frame)
{
	return slope_of(frame, SURVEY);
}

struct slope slope_headline(const struct frame *frame)
{
	return slope_of(frame, study_weighted() ? SURVEY_SMALL : CR2);
}

/* ---- checks ---- */

struct slope check_bend(const struct frame *frame)
{
	static const struct text note = {
		"What the change a year itself gains or loses in a year: 0 on a straight line. "
		"Other "
		"bends are not looked for.",
		"Bertambah atau berkurangnya perubahan per tahun itu sendiri dalam setahun: 0 bila "
		"jalannya garis lurus. Belokan lain tidak dicari.",
	};
	struct slope slope = slope_headline(frame);

	slope.headline = false;
	slope.effect_size = (double)NAN;
	note_add(&slope.note, note);
	return slope;
}

static struct slope check_of(
	const struct frame *frame, const char *method, enum stat_status status, struct text note)
{
	struct slope slope = { .method = method,
		.result = contrast_refuse((double)NAN, status),
		.effect_size = (double)NAN,
		.status = result_status(status),
		.note = note };

	if (study_load()->cluster.count > 0)
		note_add(&slope.note, result_note(NOTE_IGNORES_CLUSTERS));
	note_sample(frame, &slope);
	return slope;
}

struct slope check_friedman(const struct frame *frame, const struct repeated_tests *tests)
{
	static const struct text note = {
		"Whether rounds differ at all, in whatever direction.",
		"Apakah putaran berbeda satu sama lain, ke arah mana pun.",
	};
	bool share = indicators_load()->list[frame->indicator].type == INDICATOR_BINARY;
	struct slope slope = check_of(frame, share ? "cochran_q" : "friedman", tests->status, note);

	slope.result.statistic = tests->chi2;
	slope.result.df = tests->df;
	slope.result.p_value = tests->p_value;
	slope.effect_size = share ? (double)NAN : tests->kendall_w;
	slope.effect_size_type = "kendall_w";
	return slope;
}

struct slope check_page(const struct frame *frame, const struct repeated_tests *tests)
{
	static const struct text note = {
		"Whether answers rise or fall from round to round; the order of rounds counts, "
		"not their dates.",
		"Apakah jawaban naik atau turun dari putaran ke putaran; yang dihitung urutan "
		"putaran, bukan tanggalnya.",
	};
	struct slope slope = check_of(frame, "page_l", tests->status, note);

	slope.result.statistic = tests->page_l;
	slope.result.p_value = tests->page_p;
	return slope;
}

struct slope check_shares(const struct frame *frame)
{
	static const struct text note = {
		"Whether the share rises or falls with the dates of the rounds.",
		"Apakah proporsinya naik atau turun menurut tanggal putaran.",
	};
	const struct course *course = frame->course;
	int64_t events[TREND_MAX_ROUNDS] = { 0 }, people[TREND_MAX_ROUNDS] = { 0 }, n = 0;
	struct trend_test test;
	struct slope slope;
	size_t r;

	for (r = 0; r < course->count; r++) {
		struct sample level =
			sample_of(frame, LEVEL, course->rounds[r], name_of(frame, frame->arm));
		struct sample_sums sums = sample_sums(frame->samples, &level);

		people[r] = sums.n;
		exact_to_int64(sums.pairs.sum_y, &events[r]);
		events[r] /= frame->samples->block->scale;
		n += sums.n;
	}
	test = trend_of_shares(events, people, course->days, course->count);
	slope = check_of(frame, "cochran_armitage", test.status, note);
	slope.n = n;
	slope.result.statistic = test.chi2;
	slope.result.df = 1;
	slope.result.p_value = test.p_value;
	return slope;
}
