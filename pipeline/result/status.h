/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the columns status, note_id and note_en of every result table. */
#ifndef RESULT_STATUS_H
#define RESULT_STATUS_H

#include "kit/kit.h"
#include "stat/status.h"

/* The reasons of the statistics, then those that only the tables can know. */
enum result_status {
	RESULT_OK,
	RESULT_TOO_FEW,
	RESULT_ZERO_VAR,
	RESULT_ONE_CLUSTER,
	RESULT_NOT_IDENTIFIED,
	RESULT_LONELY_PSU,
	RESULT_LOW_DF,
	RESULT_NO_EVENTS,
	RESULT_NO_CHANGE,
	RESULT_NO_OVERLAP,
	RESULT_ALL_TIES,
	RESULT_ZERO_MEAN,
	RESULT_UNBOUNDED,
	RESULT_ONE_WAY,
	RESULT_FEW_WAYS,
	RESULT_OVERFLOW,
	RESULT_BAD_INPUT,
	RESULT_NOT_ASKED,      /* a compared round has no value at all of this indicator */
	RESULT_NOT_YET,        /* of a round still to come */
	RESULT_NO_DISTANCE,    /* the baseline is at the target or beyond it */
	RESULT_NEGATIVE,       /* values below 0 where only amounts from 0 make sense */
	RESULT_TOO_FEW_ROUNDS, /* of a trend: fewer than three have a value */
	RESULT_TOO_MANY_ROUNDS,
	RESULT_NO_TREND,     /* of a ratio of totals */
	RESULT_NO_DATES,     /* rounds of a trend without a date, or not in the order of time */
	RESULT_FEW_CLUSTERS, /* too few villages to set one thing against another */
	RESULT_NO_PRIMARY,   /* a goal without a primary indicator */
	RESULT_SUPPRESSED,   /* withheld from publication */
	RESULT_STATUS_COUNT
};

/* The same reason, by its name; RESULT_BAD_INPUT for one that has no row here. */
enum result_status result_status(enum stat_status status);

/* The code as printed: "ok", "TOO_FEW" ... */
const char *result_status_name(enum result_status status);

/* The code of a printed name; RESULT_STATUS_COUNT for any other text. */
enum result_status result_status_read(struct value name);

/* Why the cells are empty, a whole sentence; both halves "" for RESULT_OK. */
struct text result_status_note(enum result_status status);

/* Sentences that say how a number is to be read. */
enum result_note {
	NOTE_AS_WRITTEN,     /* no lattice of values is known */
	NOTE_ROUNDED_VALUES, /* counted at four significant digits */
	NOTE_LOW_DF,         /* df below 4 */
	NOTE_IGNORES_CLUSTERS,
	NOTE_CLUSTER_MEANS, /* another estimand */
	NOTE_RANKS,         /* the test is of ranks, the estimate a mean */
	NOTE_SIGNS,
	NOTE_RANK_SUM, /* of two samples: of ranks, the estimate a difference of means */
	NOTE_OVERLAP,  /* everybody in either round, not the same people */
	NOTE_WILSON,
	NOTE_UNWEIGHTED,   /* a check beside a weighted headline */
	NOTE_WITH_STRATA,  /* a check with strata beside a headline without */
	NOTE_CENSUS,       /* every stratum was drawn whole */
	NOTE_FEW_WEIGHTED, /* weights and fewer than 10 villages in an arm */
	NOTE_RATIO,
	NOTE_RATE_RATIO, /* the estimate is a ratio of means */
	NOTE_RATE_EXACT, /* of events that come by themselves */
	NOTE_ANCOVA,     /* given the earlier value */
	NOTE_ASSIGNMENT, /* randomisation inference */
	NOTE_WILD,       /* wild cluster bootstrap */
	NOTE_WILD_TWO,   /* the same with two villages in an arm */
	NOTE_SIGN_FLIP,
	NOTE_MAX_T,          /* a family judged together */
	NOTE_NOT_TESTED,     /* listed in a family without a test */
	NOTE_NO_BASELINE,    /* a difference of a round that alone was asked */
	NOTE_FEW_VILLAGES,   /* fewer than FEW_VILLAGES */
	NOTE_VILLAGES_APART, /* no village has people of both groups */
	NOTE_NO_CAUSE,       /* of goals that move together */
	NOTE_COUNT
};
struct text result_note(enum result_note note);

/* Appends a sentence (kept text; an empty one changes nothing). */
void note_add(struct text *notes, struct text note);

/* Writes notes as two columns, note_id and note_en. */
void put_note(struct writer *writer, struct text notes);

#endif
