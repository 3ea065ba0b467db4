/* SPDX-License-Identifier: GPL-3.0-or-later */
/* balance: scores in, how alike arms were at the baseline, and the lost to those who stayed, out. */
/* People measured at the baseline count once each: survey weights are not used here. */
#include <math.h>

#include "kit/kit.h"
#include "people/columns.h"
#include "people/covariates.h"
#include "people/notes.h"
#include "people/people.h"
#include "people/sides.h"
#include "result/status.h"
#include "result/tested.h"
#include "stat/distribution.h"
#include "stat/effect.h"
#include "study/study.h"

static const struct people *people;
static const struct study *study;

/* Which people stand on the two sides. */
enum comparison { ARMS, STAYERS };
enum sample { SAMPLE_ALL, SAMPLE_STAYERS, SAMPLE_ATTRITERS };

struct look {
	enum comparison comparison;
	enum sample sample; /* of ARMS: among whom */
	size_t round;       /* where people stayed or were lost; NO_NAME for all */
	size_t arm;
};

/* People measured at the baseline, village by village, and the side each stands on. */
struct member {
	uint32_t row;
	size_t side; /* SIDE_COUNT: neither */
};
static struct member *members;
static size_t member_count;
static struct sides sides;

/* ---- who stands where ---- */

static void list_members(void)
{
	size_t i;

	members = keep((people->store->rows + 1) * sizeof(*members));
	for (i = 0; i < people->store->rows; i++)
		if (people->store->round[people->order[i]] == 0 &&
			people->measured[people->order[i]])
			members[member_count++].row = people->order[i];
}

static size_t side_of(const struct look *look, uint32_t row)
{
	bool of_arm = row_of_arm(people, row, look->arm), stays = false;

	if (look->round != NO_NAME)
		stays = seen(people, row_in_round(people, row, look->round), SIGHT_MEASURED, 0);
	if (look->comparison == STAYERS)
		return !of_arm ? SIDE_COUNT : stays ? COMPARED : OF_INTEREST;
	if (look->sample != SAMPLE_ALL && stays != (look->sample == SAMPLE_STAYERS))
		return SIDE_COUNT;
	return of_arm                                         ? OF_INTEREST
		: row_of_arm(people, row, people->comparison) ? COMPARED
							      : SIDE_COUNT;
}

/* False if nobody stands on one of the sides. */
static bool set_sides(const struct look *look)
{
	bool met[SIDE_COUNT + 1] = { false };
	size_t i;

	for (i = 0; i < member_count; i++) {
		members[i].side = side_of(look, members[i].row);
		met[members[i].side] = true;
	}
	return met[OF_INTEREST] && met[COMPARED];
}

/* ---- one covariate ---- */

static void add_members(const struct covariate *covariate)
{
	size_t i;

	sides_clear(&sides);
	for (i = 0; i < member_count; i++)
		if (members[i].side != SIDE_COUNT)
			sides_add(&sides, row_cluster(people, members[i].row), members[i].side,
				covariate_value(people, covariate, members[i].row));
}

static void put_keys(const struct look *look, const struct covariate *covariate)
{
	static const char *const comparisons[] = { "arms", "stayers" };
	static const char *const samples[] = { "all", "stayers", "attriters" };

	put_string(output, comparisons[look->comparison]);
	put_string(output, look->comparison == STAYERS ? NULL : samples[look->sample]);
	put_string(output, look->round == NO_NAME ? NULL : rounds_load()->list[look->round].name);
	put_string(output, arm_name(people, look->arm));
	put_string(output, covariate->name);
	put_string(output, covariate->value);
	put_string(output, covariate->label.id);
	put_string(output, covariate->label.en);
}

static struct sample_summary put_side(size_t which, int64_t scale)
{
	const struct side *side = &sides.side[which];
	struct moments moments = side_moments(&sides, which, scale);

	put_integer(output, side->n);
	put_number(output, moments.mean);
	put_number(output, moments.std_dev);
	put_number(output, (double)side->n_missing / (double)(side->n + side->n_missing));
	return (struct sample_summary){ moments.n, moments.mean, moments.std_dev };
}

/* Imbens and Rubin 2015: beyond 0.25 results hang on the model; 0.10 is the strict bound. */
static const char *imbalance(double normalised)
{
	double size = fabs(normalised);

	return isnan(size) ? NULL : size > 0.25 ? "large" : size > 0.10 ? "some" : "none";
}

static void put_covariate(const struct look *look, const struct covariate *covariate)
{
	struct sample_summary of_interest, compared;
	struct text notes;
	struct contrast result;
	double normalised;

	add_members(covariate);
	result = sides_difference(&sides, covariate->scale, study->confidence);
	notes = result_status_note(result_status(result.status));
	note_few(&notes, &result, fewest_clusters(&sides));
	put_keys(look, covariate);
	of_interest = put_side(OF_INTEREST, covariate->scale);
	compared = put_side(COMPARED, covariate->scale);
	put_tested(&result,
		isnan(result.estimate) ? of_interest.mean - compared.mean : result.estimate,
		result.status == STAT_OK);
	normalised = effect_normalised_difference(of_interest, compared);
	put_number(output, normalised);
	put_string(output, imbalance(normalised));
	put_number(output,
		of_interest.std_dev > 0 && compared.std_dev > 0
			? log(of_interest.std_dev / compared.std_dev)
			: (double)NAN);
	put_string(output, result_status_name(result_status(result.status)));
	put_note(output, notes);
	end_row(output);
}

/* ---- all covariates, all looks ---- */

/* A row without a covariate says why there is nothing to compare. */
static void put_refused(const struct look *look, const char *status, struct text note)
{
	static const struct covariate none = { NULL, NULL, { NULL, NULL }, NO_NAME, NULL, 1 };
	int i;

	put_keys(look, &none);
	for (i = BALANCE_N; i < BALANCE_STATUS; i++)
		put_missing(output);
	put_string(output, status);
	put_note(output, note);
	end_row(output);
}

static void put_look(struct look look)
{
	static const struct covariate *list;
	static size_t count;
	size_t i;

	if (list == NULL)
		count = covariates(people, &list);
	if (!set_sides(&look)) {
		put_refused(&look, result_status_name(RESULT_TOO_FEW),
			result_status_note(RESULT_TOO_FEW));
		return;
	}
	for (i = 0; i < count; i++)
		put_covariate(&look, &list[i]);
}

static void put_arms(enum sample sample, size_t round)
{
	size_t arm;

	for (arm = 0; people->comparison != NO_NAME && arm < people->arm_count; arm++)
		if (arm != people->comparison)
			put_look((struct look){ ARMS, sample, round, arm });
}

static void put_round(size_t round)
{
	size_t arm;

	put_look((struct look){ STAYERS, SAMPLE_ALL, round, ALL_ARMS });
	for (arm = 0; people->arm_count > 1 && arm < people->arm_count; arm++)
		put_look((struct look){ STAYERS, SAMPLE_ALL, round, arm });
	put_arms(SAMPLE_STAYERS, round);
	put_arms(SAMPLE_ATTRITERS, round);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	stat_begin();
	study = study_load();
	people_begin(input);
}

static void end(void)
{
	size_t round;

	people = people_finish();
	if (people->store->rows == 0)
		return;
	list_members();
	put_arms(SAMPLE_ALL, NO_NAME);
	for (round = 1; round < people->rounds; round++)
		if (study->design == PANEL)
			put_round(round);
		else
			put_refused(&(struct look){ STAYERS, SAMPLE_ALL, round, ALL_ARMS },
				not_a_panel, not_a_panel_note);
}

static const struct stage stage = {
	.name = "balance",
	.purpose = { "Compare arms at the baseline, and those who were lost with those who stayed.",
		"Membandingkan kelompok pada data awal, dan yang hilang dengan yang bertahan." },
	.tables = study_tables,
	.needs = people_needs,
	.makes = balance_columns,
	.begin = begin,
	.row = people_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
