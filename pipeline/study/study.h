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
#include "study/indicators.h"

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

/* Whether these two are the baseline and the last round of a study that has more than one. */
bool round_ends(struct value from, struct value to);

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
