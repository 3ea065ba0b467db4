/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of comparisons.csv in the making: what is compared, and what a method says of it. */
#ifndef RESULT_COMPARISON_H
#define RESULT_COMPARISON_H

#include "result/sample.h"
#include "result/status.h"
#include "stat/contrast.h"

enum contrast_kind { CONTRAST_CHANGE, CONTRAST_DIFFERENCE, CONTRAST_DID, CONTRAST_COUNT };
extern const char *const contrast_names[CONTRAST_COUNT];

/*
 * One thing that is compared, before any test. Its cells are samples with a mean each; the estimate
 * is sum_k weight[k] m_k:
 *   change, pairs      the mean change (+1)
 *   change, all        earlier round (-1), later round (+1)
 *   difference, all    comparison arm (-1), arm (+1)
 *   did, pairs         mean change of the comparison arm (-1), of the arm (+1)
 *   did, all           comparison earlier (+1), later (-1), arm earlier (-1), later (+1)
 */
struct frame {
	const struct samples *samples;
	const struct tally_block *block;
	enum contrast_kind kind;
	bool pairs;
	bool headline;               /* the role of its main row; all other methods are checks */
	size_t round_from, round_to; /* round_from NO_NAME for a difference */
	const char *arm;             /* NULL: all together */
	const char *arm_comparison;  /* of a difference or did, else NULL */
	const char *group, *group_value;
	size_t cell_count;
	struct sample cells[4];
	double weights[4];
	struct sample_sums sums[4];
	struct moments moments[4]; /* of each cell's y; everybody counts the same */
	struct weighted_moments weighted[4];
	struct change_moments changes; /* change, pairs: of its one cell */
	double value_from, value_to;   /* in the indicator's units; NaN where empty */
	int64_t n_from, n_to;
	bool asked; /* both rounds have values */
};

/* Fills a frame whose samples, block, kind, pairs, rounds, arms and group are set. */
void frame_fill(struct frame *frame);

/* What a method makes of a frame. Texts are literals. */
struct comparison {
	const char *method, *se_method; /* se_method NULL where there is no interval */
	struct contrast result;
	double value_from, value_to;
	bool weighted;                /* of a study with weights: this row counts them */
	double effect_size;           /* NaN: none */
	const char *effect_size_type; /* NULL: none */
	double effect_unit;           /* effect size of a difference of 1; NaN where it is no multiple of it */
	bool headline;
	struct text note; /* besides the status's and the tally's own */
};

/* A comparison that has the frame's values and nothing else yet. */
struct comparison comparison_of(const struct frame *frame, const char *method);

/* cluster_contrast of the cells, its effect size, and what must be said where there are few
 * villages: the headline of a study without weights. */
struct comparison comparison_cr2(const struct frame *frame);

/* The same by the survey design (design.h) with weighted values: the headline of a study that
 * declares weights or populations. */
struct comparison comparison_survey(const struct frame *frame);

/* Writes the row; the columns that `adjust` fills stay empty. A round that was not asked and a
 * share of 0 or 1 on both sides overrule the method's own status. */
void comparison_put(const struct frame *frame, const struct comparison *comparison);

/* Whether the study has villages; without them each respondent is a cluster. */
bool has_villages(void);

/* The indicator of a frame or block. */
const struct indicator *indicator_of(const struct tally_block *block);

#endif
