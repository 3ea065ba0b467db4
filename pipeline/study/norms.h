/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is frozen at the baseline: norms.csv as structs, and what a study asks of it.
 *
 * An indicator asks for p5 or p95 in scale_min and scale_max; its calculation, or that of a group,
 * asks for rankings with percentile(); an index asks for how its members are standardised. Later
 * rounds never change them.
 */
#ifndef STUDY_NORMS_H
#define STUDY_NORMS_H

#include "kit/decimal.h"
#include "study/study.h"

/* The columns of norms.csv, in order. */
enum norms_column {
	NORMS_KIND,
	NORMS_NAME,
	NORMS_ARGUMENT,
	NORMS_ROUND,
	NORMS_ARM,
	NORMS_N,
	NORMS_MEAN,
	NORMS_SD,
	NORMS_P5,
	NORMS_P95,
	NORMS_VALUE,
	NORMS_COUNT,
	NORMS_COLUMN_COUNT
};
extern const struct column norms_columns[NORMS_COLUMN_COUNT + 1];
/* What `kind` says. */
extern const char norms_kind_indicator[], norms_kind_percentile[], norms_kind_member[],
	norms_kind_index[];

/* ---- what is asked for ---- */

/* An argument of percentile(), as written in the calculation of an indicator or group. */
struct ranking_asked {
	const char *owner, *argument;
	struct place place;
};

/* Notes that one is asked for; twice the same counts once. */
void ranking_ask(const char *owner, const char *argument, const struct place *place);

/* All that the study's indicators and groups ask for. */
size_t rankings_asked(const struct ranking_asked **list);

/* Whether the study asks for anything that is frozen; *where (may be NULL) is the first place. */
bool norms_asked(struct place *where);

/* The arm that indices are standardised in: the comparison arm, or "" for everybody. */
const char *norms_reference(void);

/* ---- what there is ---- */

/* The baseline answers that percentile() places values among: distinct values, ascending, and how
 * many answers lie below each. */
struct ranking {
	const char *owner, *argument;
	size_t count, room, below_room;
	double *values;
	int64_t *below;
	int64_t n; /* all answers */
	bool met;  /* in norms.csv */
};

struct norm {
	const char *indicator;
	double p5, p95; /* NaN where nobody answered */
};

/* How the members of an index are standardised: z = (x - mean) / sd, turned so that up is good; the
 * index is (sum of weight x z / sum of weights - centre) / spread, over the members answered. */
struct standard {
	size_t count;               /* members in their order; none where it is no such index */
	int64_t *n;                 /* who answered, of the reference at the baseline */
	double *mean, *sd, *weight; /* weights have sum 1 */
	int64_t people;             /* of the reference who answered enough members */
	double centre, spread;      /* 0 and 1 in a z_average */
	size_t met;                 /* rows in norms.csv */
};

struct norms {
	size_t rows; /* of norms.csv; none for a survey without answers */
	size_t count;
	struct norm *list;
	struct standard *standards; /* one an indicator */
	size_t ranking_count;
	struct ranking *rankings;
};

/* Norms of the study's indicators and of the rankings it asks for, all still without numbers. */
struct norms *norms_new(void);

/* Adds answers to a ranking, in ascending order of value. */
void ranking_add(struct ranking *ranking, struct decimal value, int64_t count);

/* Reads norms.csv. Refuses a table that is not as the stage norms writes it, one frozen at another
 * round than the study's baseline, and, if it has rows at all, one that lacks what the study asks. */
const struct norms *norms_read(const char *file);

const struct norm *norm_find(const struct norms *norms, const char *indicator); /* or NULL */
const struct ranking *ranking_find(
	const struct norms *norms, const char *owner, const char *argument); /* or NULL */

/* The number that is compared in rankings: `number` on its lattice (0: unknown) with at most 9
 * decimals, as it is written, so that ties are ties on paper. False if it has more than 18 digits. */
bool ranking_value(double number, int64_t denominator, struct decimal *decimal);

/* 100 (B + E/2) / N: B of the N baseline answers lie below the value, E equal it (mid-ranks, as R's
 * 100 * (rank(x) - 0.5) / n within the baseline). False if there is none. */
bool ranking_place(
	const struct ranking *ranking, double number, int64_t denominator, double *place);

#endif
