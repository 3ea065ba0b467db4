/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators of one row of answers. */
#ifndef SCORING_SCORING_H
#define SCORING_SCORING_H

#include "scoring/memo.h"
#include "study/norms.h"
#include "study/study.h"

/* An answer that is a number as berdaya writes them (plain_number() in kit.h). */
struct plain_answer {
	bool stands; /* false: it is none, or nobody looked */
	struct value text;
	int64_t units;
	size_t decimals;
};

/* An indicator as it is computed. */
struct scored {
	const struct indicator *indicator;
	struct expression *calculation,
		*among;         /* no calculation: an index; no `among`: everybody */
	struct expression *per; /* of a ratio: its denominator */
	size_t answer;          /* that the calculation is and nothing more, or NO_NAME */
	struct memo *memo;      /* of the calculation; NULL where there is none */
	struct memory
		*memory; /* where the present value is remembered; NULL where it is not, or is a
				  ratio's */
	double low,
		high; /* scale_min and scale_max, or p5 and p95 of the baseline; NaN where unknown */
	const struct standard *standard; /* of an index of z-scores, else NULL */
	double value;                    /* of the present row; NaN is missing */
	struct plain_answer plain;       /* the present one, where it was not remembered */
	double per_value;                /* of a ratio: what it is divided by; NaN where value is */
	struct value text; /* what the calculation gave if that is no number, else empty */
};

/* Compiles all indicators of the study against the header of a table of answers, in the order of
 * indicators_load(). percentile() looks up in `norms`, which gives p5 and p95 too; NULL where the
 * study asks for neither. Faults are said; call stop_on_faults(). */
struct scored *scoring_begin(const struct value *header, size_t columns, const struct norms *norms);

/* Takes the p5 and p95 of `norms` into `low` and `high`, and the standards of indices. */
void scoring_scale(struct scored *scored, const struct norms *norms);

/* Whether a row is among those that an expression (NULL: everybody) names. */
bool scoring_includes(const struct expression *among, const struct value *answers);

/* Computes value and text of all indicators; indices by index_score(). */
void scoring_compute(struct scored *scored, const struct value *answers);

#endif
