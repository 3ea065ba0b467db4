/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The study's tables as checked structs.
 *
 * Each function reads its table from the present folder once and gives the same pointer ever after.
 * Faults are said with file and line through fault(); call stop_on_faults() when all that a stage
 * needs is loaded. Lists are arrays with a count; names keep the order of their table.
 */
#ifndef STUDY_H
#define STUDY_H

#include "kit/expression.h"
#include "kit/kit.h"

/* ---- study.csv ---------------------------------------------------------------------------------- */

enum design { PANEL, CROSS_SECTION };
enum assignment { NO_ASSIGNMENT, COMPARISON, RANDOMISED };
enum duplicates { DUPLICATES_REJECT, DUPLICATES_FIRST, DUPLICATES_LAST };

/* A key column of the data: none, one name, or two that are joined with a hyphen. */
struct key_column {
	const char *names[2];
	size_t count;
	struct place place;
};

/* What happens to a stratum that has a single cluster: LONELY_REFUSED, no uncertainty is given;
 * LONELY_CENTRED, it is compared with the mean over all strata. Joined strata count as one. */
enum lonely { LONELY_REFUSED, LONELY_CENTRED };

struct stratum_join {
	const char *stratum, *into;
};

struct study {
	struct text title;
	struct text
		notice; /* stands above every chart and page, as "synthetic data"; "" for none */
	const char *programme;
	struct key_column respondent, round, cluster, stratum, weight, fpc, arm;
	const char *arm_comparison; /* NULL: no comparison */
	enum design design;
	enum assignment assignment;
	enum lonely lonely;
	size_t join_count;
	const struct stratum_join *joins;
	struct place lonely_place;
	const char *keep; /* expression, or NULL */
	struct place keep_place;
	const char **carry; /* questions to keep besides */
	size_t carry_count;
	struct place carry_place;
	enum duplicates duplicates;
	double confidence; /* 0.95 */
	int64_t min_people, min_clusters;
	double max_rejected; /* share of rows */
	double index_min;    /* share of members that must be answered */
	int64_t seed;
	enum language language;
	bool bom; /* published CSV files begin with a byte order mark */
};

const struct study *study_load(void);

/* Whether results stand on the survey design: weights or finite populations are declared. */
bool study_weighted(void);

/* The stratum that counts for a person of this one: itself, or the one it is joined to. */
const char *study_stratum(const char *stratum);

/* ---- rounds.csv ------------------------------------------------------------------------------------ */

/* One file of a round. */
struct round_file {
	const char *file; /* relative to the study's folder */
	size_t round;     /* index into rounds; with `round` in study.csv the rows say */
	enum source {
		SOURCE_CSV,
		SOURCE_KOBO,
		SOURCE_ODK,
		SOURCE_SURVEYCTO,
		SOURCE_COMMCARE,
		SOURCE_GOOGLE_FORMS,
		SOURCE_SPSS,
		SOURCE_STATA
	} source;
	const char *form;     /* folder of this round's form, "." where blank */
	const char *encoding; /* NULL: UTF-8 */
	char decimal;         /* '.' or ',' */
	bool decimal_said;    /* by the options, not by default */
	enum date_order { DATES_YMD, DATES_DMY, DATES_MDY } dates;
	unsigned skip_lines; /* lines above the header */
	struct place place;
};

struct round {
	const char *name;
	struct text label;
	const char *date;   /* as written, ISO */
	double price_index; /* NaN where blank */
	struct place price_place;
};

struct rounds {
	size_t count; /* baseline first */
	const struct round *list;
	size_t file_count;
	const struct round_file *files;
};

const struct rounds *rounds_load(void);
size_t round_find(const struct rounds *rounds, struct value name); /* or NO_NAME */

/* The pairs of rounds whose change is looked at: each round from the baseline, then each from the
 * one before where that is another. */
struct round_pair {
	size_t from, to;
};
size_t round_pairs(const struct rounds *rounds, const struct round_pair **pairs);

/* ---- survey.csv and choices.csv (a form's folder) ------------------------------------------------------- */

enum question_type {
	QUESTION_INTEGER,
	QUESTION_DECIMAL,
	QUESTION_SELECT_ONE,
	QUESTION_SELECT_MULTIPLE,
	QUESTION_TEXT,
	QUESTION_DATE,
	QUESTION_OTHER
};

struct choice {
	const char *name;
	struct text label; /* halves are NULL where absent */
	double score;      /* NaN where blank or absent */
	struct value score_text;
};

struct choice_list {
	const char *name;
	size_t count;
	const struct choice *choices;
};

struct question {
	const char *name;
	enum question_type type;
	struct text label;
	const struct choice_list *list; /* of selects, else NULL */
	double minimum,
		maximum;     /* from `constraint` forms like . >= 0 and . <= 10; NaN where none */
	int64_t denominator; /* lattice of its answers: 1 whole numbers, 0 unknown */
	struct place place;
};

struct form {
	size_t count;
	const struct question *questions;
	size_t list_count;
	const struct choice_list *lists;
};

/* The form in a folder ("." for the study's own), read once a folder. */
const struct form *form_load(const char *folder);
const struct question *form_question(const struct form *form, const char *name);     /* or NULL */
const struct choice_list *form_list(const struct form *form, const char *name);      /* or NULL */
const struct choice *list_choice(const struct choice_list *list, struct value name); /* or NULL */

/* ---- recode.csv, clusters.csv --------------------------------------------------------------------------------- */

struct recode {
	const char *round, *column, *question, *value, *becomes, *reason,
		*respondent; /* "" where blank */
	struct place place;
};
struct recodes {
	size_t count;
	const struct recode *list;
};
const struct recodes *recodes_load(void); /* none where the file is absent */

struct cluster {
	const char *name;
	struct text label;
	bool consent;
	const char *arm, *stratum, *fpc; /* "" where blank */
};
struct clusters {
	bool listed; /* clusters.csv is there */
	size_t count;
	const struct cluster *list;
};
const struct clusters *clusters_load(void);
const struct cluster *cluster_find(const struct clusters *clusters, const char *name); /* or NULL */

/* ---- goals.csv, indicators.csv, groups.csv ------------------------------------------------------------------------ */

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

/* ---- expressions over questions and key columns ------------------------------------------------------------------------ */

/* The key columns of responses.csv, in order. */
enum key {
	KEY_RESPONDENT,
	KEY_ROUND,
	KEY_ARM,
	KEY_CLUSTER,
	KEY_STRATUM,
	KEY_WEIGHT,
	KEY_FPC,
	KEY_COUNT
};
extern const char *const key_names[KEY_COUNT];

/* Compiles an expression whose names are columns of a header (questions of the study's form and key
 * columns); a variable's number is its column. NULL after a fault. */
struct expression *study_expression(
	const char *text, const struct place *at, const struct value *header, size_t columns);

struct norms; /* study/norms.h */

/* The same for the calculation of the indicator or group `owner`, which may use percentile(): its
 * values are placed in `norms`; where that is NULL, percentile() is missing. */
struct expression *study_calculation(const char *text, const struct place *at, const char *owner,
	const struct norms *norms, const struct value *header, size_t columns);

/* Questions that the study needs: those that calculations, among, groups, keep and carry use. */
const struct names *questions_needed(void);

/* ---- everything against everything -------------------------------------------------------------------------------------- */

/* Loads all tables, compiles every expression, looks into the data files' headers; says every
 * fault at once. Returns the number of faults. */
size_t study_check(void);

#endif
