/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of comparisons.csv in the making: what is compared, and what a method says of it. */
#ifndef RESULT_COMPARISON_H
#define RESULT_COMPARISON_H

#include "result/sample.h"
#include "result/status.h"
#include "stat/contrast.h"

enum contrast_kind {
	CONTRAST_CHANGE,
	CONTRAST_DIFFERENCE,
	CONTRAST_DID,
	CONTRAST_GAP,        /* between two values of a group, in one round */
	CONTRAST_GAP_CHANGE, /* of the gap, between rounds */
	CONTRAST_GAP_DID,    /* of that, between arms */
	CONTRAST_COUNT
};
extern const char *const contrast_names[CONTRAST_COUNT];

/* What a contrast sets against each other; a gap does so with two values of a group. */
bool between_rounds(enum contrast_kind kind);
bool between_arms(enum contrast_kind kind);
bool between_groups(enum contrast_kind kind);

/*
 * One thing that is compared, before any test. Its cells are samples with a mean each; the estimate
 * is sum_k weight[k] m_k:
 *   change, pairs      the mean change (+1)
 *   change, all        earlier round (-1), later round (+1)
 *   difference, all    comparison arm (-1), arm (+1)
 *   did, pairs         mean change of the comparison arm (-1), of the arm (+1)
 *   did, all           comparison earlier (+1), later (-1), arm earlier (-1), later (+1)
 *   gap, all           those compared with (-1), the group's own value (+1)
 *   gap_change         the same of changes, by pairs or by two levels each (-1, +1)
 *   gap_did            minus the same of the comparison arm, whose cells come first
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
	const char *group_value_compared; /* of a gap */
	size_t cell_count;
	struct sample cells[CLUSTER_MAX_CELLS];
	double weights[CLUSTER_MAX_CELLS];
	struct sample_sums sums[CLUSTER_MAX_CELLS];
	struct moments moments[CLUSTER_MAX_CELLS]; /* of each cell's y; everybody counts the same */
	struct weighted_moments weighted[CLUSTER_MAX_CELLS];
	struct change_moments changes; /* change, pairs: of its one cell */
	double value_from, value_to;   /* in the indicator's units; NaN where empty, and of gaps */
	int64_t n_from, n_to;
	bool asked; /* both rounds have values */
};

/* Fills a frame whose samples, block, kind, pairs, rounds, arms and group are set. */
void frame_fill(struct frame *frame);

/* The means in the earlier and in the later round of the people in a cell of pairs; NaN where it is
 * empty or the sums leave 256 bits. */
void frame_levels(const struct frame *frame, size_t cell, bool weighted, double *from, double *to);

/* What a method makes of a frame. Texts are literals. */
struct comparison {
	const char *method, *se_method; /* se_method NULL where there is no interval */
	struct contrast result;
	double value_from, value_to;
	bool weighted;                /* of a study with weights: this row counts them */
	bool few;                     /* fewer than FEW_VILLAGES villages on a side */
	double effect_size;           /* NaN: none */
	const char *effect_size_type; /* NULL: none */
	double effect_unit; /* effect size of a difference of 1; NaN where it is no multiple of it */
	double effect_low, effect_high; /* its own interval, where it is no multiple; NaN: none */
	bool headline;
	const char *family; /* of a row that its own method adjusts within a family; else NULL */
	size_t family_size;
	double p_adjusted;
	const char *adjust_method;
	struct text note; /* besides the status's and the tally's own */
};

/* A comparison that has the frame's values and nothing else yet. */
struct comparison comparison_of(const struct frame *frame, const char *method);

/* The main method of the study: comparison_cr2, or, where it declares weights or populations, the
 * survey design taken to a small sample (stat/design_small.h) with weighted values. Then *plain, unless
 * NULL, is what comparison_survey makes of the same frame. */
struct comparison comparison_headline(const struct frame *frame, struct comparison *plain);

/* cluster_contrast of the cells, its effect size, and what must be said where there are few
 * villages: the headline of a study without weights. */
struct comparison comparison_cr2(const struct frame *frame);

/* The same by the survey design (design.h), as R and Stata have it. */
struct comparison comparison_survey(const struct frame *frame);

/* Adds to the note of a comparison that is not refused how small a change or difference this survey
 * could have missed: power_reach for a power of 0.8 times its standard error. The observed effect
 * has no part in it. */
void comparison_tell_detectable(const struct frame *frame, struct comparison *comparison);

/* The one reason that a reader is told: a round that was not asked and a share of 0 or 1 on all
 * sides overrule the method's own. */
enum result_status comparison_status(
	const struct frame *frame, const struct comparison *comparison);

/* An estimate that nobody can doubt stands although its uncertainty is unknown; any other refused
 * one would mislead. */
bool estimate_stands(enum result_status status);

/* All that must be said of a row of this status. */
struct text comparison_notes(
	const struct frame *frame, const struct comparison *comparison, enum result_status status);

/* Writes the columns that say what is compared: of the indicator, then contrast,round_from,round_to,arm,
 * group,group_value, of gaps group_value_compared, and sample. */
void comparison_put_keys(const struct frame *frame);

/* Writes the row; the columns that `adjust` fills stay empty where the comparison has no family. */
void comparison_put(const struct frame *frame, const struct comparison *comparison);

/* The same without the end of the row, for tables with more columns. */
void comparison_put_cells(const struct frame *frame, const struct comparison *comparison);

/* The same with a status that is known, of a frame that has lost its cells. */
void comparison_put_judged(
	const struct frame *frame, const struct comparison *comparison, enum result_status status);

/* Whether the study has villages; without them each respondent is a cluster. */
bool has_villages(void);

/* The indicator of a frame or block. */
const struct indicator *indicator_of(const struct tally_block *block);

#endif
