/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places rounds by their dates, and thins out labels that would touch. */
#include "drawing/round_times.h"

#include <string.h>

#include "drawing/dates.h"
#include "drawing/lines.h"
#include "study/study.h"
#include "trend/day.h"

/* Between two labels, in letters. */
static const double BETWEEN = 0.8;

static bool by_date(double *years)
{
	const struct rounds *rounds = rounds_load();
	int64_t first = 0, before = 0, day;

	for (size_t i = 0; i < rounds->count; i++) {
		if (rounds->list[i].date == NULL || !day_of(rounds->list[i].date, &day) ||
			(i > 0 && day <= before))
			return false;
		first = i == 0 ? day : first;
		before = day;
		years[i] = (double)(day - first) / DAYS_A_YEAR;
	}
	return true;
}

/* The year where no two rounds share one, else month and year; the round's own name without dates. */
static struct text label_of(size_t round, bool dated)
{
	const struct rounds *rounds = rounds_load();
	const char *date = rounds->list[round].date;

	if (!dated)
		return text_cut(text_same(rounds->list[round].name), 8);
	for (size_t i = 1; i < rounds->count; i++)
		if (strncmp(rounds->list[i].date, rounds->list[i - 1].date, 4) == 0)
			return date_short(date);
	return text_same(keep_text(date, 4));
}

struct round_times round_times_of(double room)
{
	size_t count = rounds_load()->count, last = count - 1, shown = 0;
	double *years = keep((count + 1) * sizeof(*years)), letter;
	struct text *labels = keep((count + 1) * sizeof(*labels));
	struct round_times times = { .count = count, .years = years, .labels = labels };

	times.dated = by_date(years);
	for (size_t i = 0; i < count && !times.dated; i++)
		years[i] = (double)i;
	letter = count > 1 ? years[last] / room : 1;
	for (size_t i = 0; i < count; i++) {
		double width = (text_width(label_of(i, times.dated)) + BETWEEN) * letter;
		bool fits = i == 0 || i == last ||
			(years[i] - years[shown] >= width && years[last] - years[i] >= width);

		labels[i] = fits ? label_of(i, times.dated) : text_same("");
		shown = fits ? i : shown;
		times.crowded |= !fits;
	}
	return times;
}
