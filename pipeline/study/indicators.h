/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals, indicators and groups as checked structs; the rules of loading are those of study/study.h. */
#ifndef STUDY_INDICATORS_H
#define STUDY_INDICATORS_H

#include "kit/kit.h"

enum goal_kind { KIND_GOAL, KIND_PRINCIPLE, KIND_CAPITAL, KIND_HARM };

struct goal {
	const char *name;
	struct text label;
	enum goal_kind kind;
	size_t parent_count;
	const size_t *parents; /* goals that come before it: indices into goals */
	int64_t lag_rounds;
};

struct goals {
	size_t count;
	const struct goal *list;
};
const struct goals *goals_load(void);
size_t goal_find(const struct goals *goals, const char *name);
const char *goal_kind_name(enum goal_kind kind);

enum indicator_type {
	INDICATOR_BINARY,
	INDICATOR_ORDINAL,
	INDICATOR_SCALE,
	INDICATOR_COUNT,
	INDICATOR_AMOUNT,
	INDICATOR_INDEX,
	INDICATOR_RATIO,
	INDICATOR_MULTIPLE
}; /* MULTIPLE stands in the table alone: it becomes a count and binary ones */
enum direction { DIRECTION_NONE = 0, DIRECTION_UP = 1, DIRECTION_DOWN = -1 };

/* How an index is made of its members: the mean of their places from 0 to 100; the mean of their
 * z-scores (Kling, Liebman and Katz 2007); the same weighted by the inverse covariance of those
 * (Anderson 2008); the weight of the members of which somebody has enough, where too little of that
 * is counted alone (Alkire and Foster 2011). */
enum build { BUILD_PERCENT_OF_MAXIMUM, BUILD_Z_AVERAGE, BUILD_ICW, BUILD_ALKIRE_FOSTER };

struct indicator {
	const char *name;
	const char *row; /* the row of indicators.csv that it comes from */
	bool option;     /* an option of a question with several answers */
	size_t goal;     /* index into goals */
	bool primary, sensitive;
	struct text label, plain;
	enum indicator_type type;
	const char *unit;
	const char *calculation; /* expression; "" in an index */
	const char *per;         /* of a ratio: expression of the denominator; else "" */
	const char *among;       /* expression, or "" */
	enum direction direction;
	double scale_min, scale_max; /* NaN where blank, and where the baseline gives them: */
	bool min_frozen, max_frozen; /* p5, p95 of the baseline */
	double mid;                  /* smallest change that matters; NaN where blank */
	struct value mid_text;       /* the same, with a decimal point */
	int64_t lag_rounds;          /* its own, else its goal's */
	enum build build;            /* of an index: */
	bool reflective;             /* its members are to say one thing, so that alpha judges it */
	size_t member_count;
	const size_t *members;         /* indices into indicators */
	const int64_t *member_weights; /* as declared, at least 1 */
	double adequate;               /* the value that is enough; NaN where blank */
	int64_t k; /* of alkire_foster: the weight of what is lacking from which on somebody counts
		    * as held back; else 0 */
	int64_t denominator; /* lattice of its values; 0 unknown */
	struct place place, per_place, among_place;
};

struct indicators {
	size_t count;
	const struct indicator *list;
};
const struct indicators *indicators_load(void);
size_t indicator_find(const struct indicators *indicators, struct value name); /* or NO_NAME */

/* The indicator that the present row of a stage names in a column that it needs; a name that does not
 * stand in indicators.csv is refused. */
size_t indicator_in(const struct value *needed, size_t column);

/* Whether some indicator of the study is such a one. */
bool indicator_any(bool (*is_such)(const struct indicator *indicator));

/* The goal that an indicator belongs to. */
const struct goal *goal_of(const struct indicator *indicator);

const char *indicator_type_name(enum indicator_type type);
const char *direction_name(enum direction direction);

/* The column of scores that holds the denominator of a ratio: its name and ".per". */
const char *indicator_per_column(const struct indicator *indicator);

/* Whether each person has a value of it: of a ratio of totals nobody has. */
bool indicator_of_people(const struct indicator *indicator);

/* Whether a change up to a round (an index into rounds) comes before it can be expected, by the
 * indicator's lag. Harm never comes too early. */
bool indicator_too_early(const struct indicator *indicator, size_t round);

/* Whether it is an index that runs from 0 to 100. */
bool index_of_hundred(const struct indicator *indicator);

/* Whether it is an index whose members are standardised against the baseline. */
bool index_standardised(const struct indicator *indicator);

/* Whether it is an index that counts of what people have too little (alkire_foster). */
bool index_counting(const struct indicator *indicator);

struct group {
	const char *name;
	struct text label;
	const char *calculation;
	const char *focal;
	size_t value_count; /* listed values in order, with labels; 0 where no list */
	const struct choice *values;
	struct place place;
};

struct groups {
	size_t count;
	const struct group *list;
};
const struct groups *groups_load(void); /* none where the file is absent */

#endif
