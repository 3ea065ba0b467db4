/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attrition: scores in, who was lost between rounds out: by arm and group, and per indicator. */
/* People count once each: survey weights are not used here. */
#include <math.h>

#include "kit/kit.h"
#include "people/columns.h"
#include "people/loss.h"
#include "people/notes.h"
#include "people/people.h"
#include "people/sides.h"
#include "result/status.h"
#include "result/tested.h"
#include "stat/distribution.h"
#include "study/study.h"

static const struct people *people;
static const struct study *study;

/* One look at two rounds: what is seen of people, and who it is about. */
struct look {
	enum sight sight;
	size_t indicator, from, to;
	const struct division *division;
	size_t arm;
	bool difference; /* arm minus comparison arm; else the arm alone */
};

/* What became of a person of the earlier round: in the order of people->order. */
enum fate { FATE_NONE, FATE_STAYED, FATE_LOST };
static unsigned char *fates;

static struct sides sides;

/* ---- the numbers ---- */

/* Adds those whom the look is about, and of a difference the comparison arm. */
static void add_people(const struct look *look)
{
	size_t i;

	sides_clear(&sides);
	for (i = 0; i < people->store->rows; i++) {
		uint32_t row = people->order[i];
		bool of_interest = row_of_arm(people, row, look->arm);

		if (fates[i] != FATE_NONE && row_in_division(people, row, look->division) &&
			(of_interest ||
				(look->difference && row_of_arm(people, row, people->comparison))))
			sides_add(&sides, row_cluster(people, row),
				of_interest ? OF_INTEREST : COMPARED, fates[i] == FATE_LOST);
	}
}

/* ---- the row ---- */

static void put_keys(const struct look *look)
{
	static const struct text labels[] = {
		[SIGHT_PRESENT] = { "A row in the round", "Ada baris di putaran" },
		[SIGHT_MEASURED] = { "Any indicator", "Indikator mana pun" },
	};
	const struct indicator *indicator =
		look->sight == SIGHT_VALUE ? &indicators_load()->list[look->indicator] : NULL;
	struct text label = indicator == NULL ? labels[look->sight] : indicator->label;

	put_string(output, sight_names[look->sight]);
	put_string(output, indicator == NULL ? NULL : indicator->name);
	put_string(output, label.id);
	put_string(output, label.en);
	put_string(output, look->difference ? "difference" : "share");
	put_string(output, rounds_load()->list[look->from].name);
	put_string(output, rounds_load()->list[look->to].name);
	put_string(output, arm_name(people, look->arm));
	put_string(output, look->division->group == NULL ? NULL : look->division->group->name);
	put_string(output, look->division->value);
}

static void put_counts(const struct look *look)
{
	size_t i;

	put_integer(output, sides.side[OF_INTEREST].n);
	put_integer(output, (int64_t)sides.side[OF_INTEREST].sum);
	for (i = 0; i < 2; i++)
		if (look->difference)
			put_integer(output,
				i == 0 ? sides.side[COMPARED].n
				       : (int64_t)sides.side[COMPARED].sum);
		else
			put_missing(output);
}

static bool level_known(const struct look *look)
{
	return !look->difference && sides.side[OF_INTEREST].n > 0;
}

static enum loss_level level_of(void)
{
	return loss_level((int64_t)sides.side[OF_INTEREST].sum, sides.side[OF_INTEREST].n);
}

/* A share is a count of people and stands whatever its uncertainty. */
static void put_loss(const struct look *look, const struct loss *loss)
{
	put_tested(&loss->result, loss->result.estimate, loss->status == RESULT_OK);
	put_string(output, loss->method);
	if (level_known(look))
		put_string(output, loss_level_names[level_of()]);
	else
		put_missing(output);
}

static void put_look(const struct look *look, const struct loss *loss)
{
	struct text notes = result_status_note(loss->status);

	note_add(&notes, loss->note);
	if (level_known(look))
		note_add(&notes, loss_level_note(level_of()));
	if (look->sight == SIGHT_VALUE && *indicators_load()->list[look->indicator].among != '\0')
		note_add(&notes, among_note);
	put_keys(look);
	put_counts(look);
	put_loss(look, loss);
	put_string(output, result_status_name(loss->status));
	put_note(output, notes);
	end_row(output);
}

static void put_share(const struct look *look)
{
	struct loss loss;

	add_people(look);
	loss = loss_share(&sides, study);
	put_look(look, &loss);
}

static void put_difference(struct look look)
{
	struct loss loss;

	look.difference = true;
	add_people(&look);
	loss = loss_difference(&sides, study);
	put_look(&look, &loss);
}

/* ---- which looks ---- */

/* Finds everybody's fate; false if nobody was seen in one of the rounds. */
static bool set_fates(const struct look *look)
{
	bool earlier = false, later = false;
	size_t i;

	for (i = 0; i < people->store->rows; i++) {
		uint32_t row = people->order[i];
		size_t round = people->store->round[row];
		bool here = seen(people, row, look->sight, look->indicator);

		earlier = earlier || (here && round == look->from);
		later = later || (here && round == look->to);
		fates[i] = FATE_NONE;
		if (here && round == look->from)
			fates[i] = seen(people, row_in_round(people, row, look->to), look->sight,
					   look->indicator)
				? FATE_STAYED
				: FATE_LOST;
	}
	return earlier && later;
}

static void put_not_asked(const struct look *look)
{
	struct loss loss = { .result = contrast_refuse((double)NAN, STAT_TOO_FEW),
		.status = RESULT_NOT_ASKED,
		.note = { "", "" } };

	sides_clear(&sides);
	put_look(look, &loss);
}

static void put_sight(struct look look)
{
	const struct division *list;
	size_t count = divisions(people, &list), i;

	look.division = &list[0];
	look.arm = ALL_ARMS;
	if (!set_fates(&look)) {
		put_not_asked(&look);
		return;
	}
	for (i = 0; i < count; i++) {
		look.division = &list[i];
		look.arm = ALL_ARMS;
		put_share(&look);
		for (look.arm = 0; people->arm_count > 1 && look.arm < people->arm_count;
			look.arm++)
			put_share(&look);
		for (look.arm = 0; people->comparison != NO_NAME && look.arm < people->arm_count;
			look.arm++)
			if (look.arm != people->comparison)
				put_difference(look);
	}
}

static void put_pair(struct round_pair pair)
{
	struct look look = { .from = pair.from, .to = pair.to };

	for (look.sight = SIGHT_PRESENT; look.sight <= SIGHT_MEASURED; look.sight++)
		put_sight(look);
	look.sight = SIGHT_VALUE;
	for (look.indicator = 0; look.indicator < indicators_load()->count; look.indicator++)
		put_sight(look);
}

/* In a cross-section a row says, for each pair of rounds, that nobody is followed. */
static void put_not_applicable(struct round_pair pair)
{
	const struct division *list;
	struct look look = { .from = pair.from, .to = pair.to, .arm = ALL_ARMS };
	int i;

	divisions(people, &list);
	look.division = &list[0];
	put_keys(&look);
	for (i = ATTRITION_N_FROM; i < ATTRITION_STATUS; i++)
		put_missing(output);
	put_string(output, not_a_panel);
	put_note(output, not_a_panel_note);
	end_row(output);
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
	const struct round_pair *pairs;
	size_t count = round_pairs(rounds_load(), &pairs), i;

	people = people_finish();
	fates = keep(people->store->rows + 1);
	for (i = 0; i < count && people->store->rows > 0; i++)
		if (study->design == PANEL)
			put_pair(pairs[i]);
		else
			put_not_applicable(pairs[i]);
}

static const struct stage stage = {
	.name = "attrition",
	.purpose = { "Count who was lost between rounds, by arm, group and indicator.",
		"Menghitung siapa yang hilang antarputaran, menurut kelompok dan indikator." },
	.tables = study_tables,
	.needs = people_needs,
	.makes = attrition_columns,
	.begin = begin,
	.row = people_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
