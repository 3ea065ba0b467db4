/* SPDX-License-Identifier: GPL-3.0-or-later */
/* panel: scores in, who was expected, present and measured in each round out. */
#include "kit/kit.h"
#include "people/columns.h"
#include "people/people.h"
#include "study/study.h"

static const struct people *people;
static struct names *respondents; /* numbered as the store numbers them */
static bool followed;             /* the study is a panel */

static void begin(const struct reader *input)
{
	respondents = names_new();
	followed = study_load()->design == PANEL;
	people_begin(input);
}

static void row(const struct value *needed)
{
	people_add(needed);
	name_add(respondents, needed[KEY_RESPONDENT].text, needed[KEY_RESPONDENT].length);
}

static void put_flag(bool known, bool flag)
{
	if (known)
		put_integer(output, flag);
	else
		put_missing(output);
}

/* `last` is the person's row in this round, else the one before; `before`: there was one. */
static void put_round(size_t person, size_t round, uint32_t last, bool before)
{
	const struct unit *unit = &people->store->units[people->store->unit[last]];
	uint32_t here = person_row(people, person, round);

	put_string(output, name_text(respondents, person));
	put_string(output, rounds_load()->list[round].name);
	put_string(output, unit->arm);
	put_string(output, unit->cluster);
	put_flag(followed, before || round == 0);
	put_flag(true, here != NO_ROW);
	put_flag(true, seen(people, here, SIGHT_MEASURED, 0));
	put_flag(followed, !before && round > 0);
	end_row(output);
}

/* From the first round with a row on; in a cross-section only the rounds that have one. */
static void put_person(size_t person)
{
	uint32_t last = NO_ROW;
	size_t round;

	for (round = 0; round < people->rounds; round++) {
		uint32_t here = person_row(people, person, round);
		bool before = last != NO_ROW;

		if (here != NO_ROW)
			last = here;
		if (here != NO_ROW || (followed && before))
			put_round(person, round, last, before);
	}
}

static void end(void)
{
	size_t person;

	people = people_finish();
	for (person = 0; person < people->store->person_count; person++)
		put_person(person);
}

static const struct stage stage = {
	.name = "panel",
	.purpose = { "Follow each respondent: expected, present, measured, or new in each round.",
		"Mengikuti tiap responden: diharapkan, hadir, terukur, atau baru di tiap "
		"putaran." },
	.tables = study_tables,
	.needs = people_needs,
	.makes = panel_columns,
	.begin = begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
