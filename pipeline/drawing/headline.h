/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headline results that a chart shows, from verdicts.csv and comparisons.csv. */
#ifndef DRAWING_HEADLINE_H
#define DRAWING_HEADLINE_H

#include "drawing/labels.h"
#include "drawing/texts.h"
#include "result/phrase.h"
#include "study/study.h"

/* One verdict: everybody's, baseline to last round. */
struct headline {
	const struct indicator *indicator;
	const char *arm;      /* "" where there is one arm */
	const char *contrast; /* change or did */
	enum verdict_class verdict;
	double estimate, conf_low, conf_high, p_adjusted;
	int64_t n, clusters;
	bool counted; /* false: n is withheld */
	struct text note, phrase;
	size_t row; /* of verdicts.csv, as a spreadsheet counts */
};

/* Adds a row of verdicts.csv (needed by verdict_columns) if it belongs on the charts. */
void headlines_add(const struct value *needed);
const struct headline *headlines(size_t *count);

/* The indicator that stands for a goal: its first primary one, else its first; NULL without any. */
const struct indicator *goal_primary(size_t goal);

/* The headline of each goal's primary indicator (the first, where none is) in each arm, in the order
 * of goals.csv; and those of them that carry the title: goals proper, else all. */
const struct headline *const *goal_headlines(size_t *count);
const struct headline *const *titled_headlines(size_t *count);

/* Results stand in rows of comparisons.csv; the table is given as --with comparisons=FILE, which is
 * comparisons_with for stages that take no other. */
extern const struct with_field comparisons_with[];
const struct table *comparisons(void);

/* The headline row of a contrast of an indicator, baseline to last round, everybody, in an arm
 * ("" all together); NO_NAME if there is none. */
size_t comparison_find(const struct indicator *indicator, const char *contrast, const char *arm);

/* Study-wide facts of a chart. */
struct scene {
	const char *design; /* change, comparison, randomised: as keys of texts.csv end */
	const struct round *from, *to;
	struct text comparison; /* what the comparison arm is called; "" without one */
	size_t arms;            /* that are compared with it; 1 without one */
	struct text level;      /* of the intervals, in per cent: 95, 97,5 */
	struct text alpha;      /* what is left: 0,05, 0,025 */
};
struct scene scene_load(void);

/* Whether the study has villages, and an arm of the row (or all together) fewer than FEW_VILLAGES. */
bool of_few_villages(const struct headline *headline);

/* The title by rule: how many got better, what got worse, in words that the design allows. */
struct text title_of(const char *prefix, const struct scene *scene,
	const struct headline *const *shown, size_t count);

/* Writes it as the heading of a chart (drawing/heading.h); `prefix` is "title",
 * "title_effects" or "title_trend". */
void title_put(const char *chart, const char *prefix, const struct scene *scene,
	const struct headline *const *shown, size_t count);

/* Counts of what is not clear, too early or refused; villages and respondents. */
struct text counts_of(const struct headline *const *shown, size_t count);
struct text people_of(const struct headline *const *shown, size_t count);

/* n of a row: of both rounds, or of both arms. */
struct text people_in_row(const struct headline *headline);

/* The names of both rounds, which stand side by side over the first row. */
void names_put(const struct scene *scene);

/* Words of a verdict: by the sign of the estimate, or by the comparison. */
struct text verdict_words(const struct scene *scene, const struct headline *headline);

#endif
