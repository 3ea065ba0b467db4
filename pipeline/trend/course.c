/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rounds a trend runs through: those without an answer are left out. */
#include "trend/course.h"

#include "trend/day.h"

enum { FEWEST_ROUNDS = 3 };

/* ---- rounds ---- */

static bool asked(const struct people *people, size_t indicator, size_t round)
{
	const struct store *store = people->store;
	size_t row;

	for (row = store->round_start[round]; row < store->round_start[round + 1]; row++)
		if (series_value(&store->indicators[indicator].values, row) != NO_VALUE)
			return true;
	return false;
}

static void note_left_out(struct course *course, const char *names)
{
	note_add(&course->note,
		(struct text){
			keep_format("The trend leaves out rounds without an answer: %s.", names),
			keep_format("Tren ini tidak memuat putaran tanpa jawaban: %s.", names),
		});
}

static void find_rounds(struct course *course, const struct people *people, size_t indicator)
{
	const struct rounds *rounds = rounds_load();
	const char *left_out = "";
	size_t round;

	for (round = 0; round < rounds->count; round++) {
		if (!asked(people, indicator, round))
			left_out = keep_format("%s%s%s", left_out, *left_out == '\0' ? "" : ", ",
				rounds->list[round].name);
		else if (course->count == TREND_MAX_ROUNDS)
			course->status = RESULT_TOO_MANY_ROUNDS;
		else
			course->rounds[course->count++] = round;
	}
	if (*left_out != '\0')
		note_left_out(course, left_out);
	if (course->count < FEWEST_ROUNDS)
		course->status = RESULT_TOO_FEW_ROUNDS;
}

static void set_days(struct course *course)
{
	const struct rounds *rounds = rounds_load();
	double per_day = 0;
	size_t i;

	for (i = 0; i < course->count; i++)
		if (!day_of(rounds->list[course->rounds[i]].date, &course->days[i]))
			course->status = RESULT_NO_DATES;
	if (course->status != RESULT_OK)
		return;
	if (trend_coefficients(course->days, course->count, course->c, &per_day) != STAT_OK) {
		course->status = RESULT_NO_DATES;
		return;
	}
	course->per_year = per_day * DAYS_A_YEAR;
	course->years = (double)(course->days[course->count - 1] - course->days[0]) / DAYS_A_YEAR;
}

static void set_lag(struct course *course, const struct indicator *indicator)
{
	static const struct text too_early = {
		"Too early to judge: an effect is expected only in later rounds.",
		"Belum waktunya dinilai: dampaknya baru diharapkan pada putaran berikutnya.",
	};

	course->too_early = course->count > 0 &&
		indicator_too_early(indicator, course->rounds[course->count - 1]);
	if (course->too_early)
		note_add(&course->note, too_early);
}

struct course course_of(const struct people *people, size_t indicator)
{
	struct course course = { .status = RESULT_OK, .note = { "", "" } };

	find_rounds(&course, people, indicator);
	if (indicators_load()->list[indicator].type == INDICATOR_RATIO)
		course.status = RESULT_NO_TREND;
	if (course.status == RESULT_OK)
		set_days(&course);
	set_lag(&course, &indicators_load()->list[indicator]);
	return course;
}
