/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads targets.csv and holds it against the study's other tables. */
#include "study/targets.h"

#include <math.h>
#include <string.h>

enum { INDICATOR, ROUND, ARM, GROUP, GROUP_VALUE, TARGET, NOTE };

static const struct column columns[] = {
	[INDICATOR] = { "indicator", TYPE_TEXT, false, { "the indicator", "indikatornya" } },
	[ROUND] = { "round", TYPE_TEXT, false,
		{ "the round in which it is to be reached",
			"putaran saat sasaran itu harus tercapai" } },
	[ARM] = { "arm", TYPE_TEXT, true,
		{ "the arm; blank: each programme arm",
			"kelompok program; kosong: tiap kelompok program" } },
	[GROUP] = { "group", TYPE_TEXT, true,
		{ "group of people; blank: everybody", "kelompok orang; kosong: semua orang" } },
	[GROUP_VALUE] = { "group_value", TYPE_TEXT, true,
		{ "which of the group", "yang mana dalam kelompok itu" } },
	[TARGET] = { "target", TYPE_NUMBER, false,
		{ "what is to be reached, in the indicator's units; shares from 0 to 1",
			"yang ingin dicapai, dalam satuan indikator; proporsi 0 sampai 1" } },
	[NOTE] = { "note", TYPE_TEXT, true,
		{ "a remark of yours, as why a target was missed; no part of the frozen plan",
			"catatan Anda, misalnya sebab sasaran meleset; bukan bagian rencana yang "
			"dibekukan" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

const char *target_name(const char *indicator, const char *round, const char *arm,
	const char *group, const char *group_value)
{
	const char *name = keep_format("%s %s", indicator, round);

	if (*arm != '\0')
		name = keep_format("%s %s", name, arm);
	return *group == '\0' ? name : keep_format("%s %s=%s", name, group, group_value);
}

static void set_indicator(struct target *target, const struct table *table, size_t row)
{
	struct place at = cell_place(table, row, INDICATOR);

	target->indicator = indicator_find(indicators_load(), cell_value(table, row, INDICATOR));
	if (target->indicator == NO_NAME)
		fault(&at,
			SAY("this indicator does not stand in indicators.csv",
				"indikator ini tidak ada di indicators.csv"));
}

static void set_round(struct target *target, const struct table *table, size_t row)
{
	struct place at = cell_place(table, row, ROUND);

	target->round_name = cell(table, row, ROUND);
	target->round = round_find(rounds_load(), cell_value(table, row, ROUND));
	if (*target->round_name == '\0')
		fault(&at, SAY("name the round", "sebutkan putarannya"));
	else if (target->round == 0)
		fault(&at,
			SAY("this is the baseline; a target is for a later round",
				"ini putaran awal; sasaran untuk putaran sesudahnya"));
	else if (target->round == NO_NAME && table_advice)
		warn(&at,
			SAY("rounds.csv does not have this round; the target waits for it",
				"rounds.csv belum memuat putaran ini; sasaran ini menunggunya"));
}

static void check_arm(const struct table *table, size_t row)
{
	const struct choice_list *list = form_list(form_load("."), "arm");
	const struct clusters *clusters = clusters_load();
	struct place at = cell_place(table, row, ARM);
	struct value arm = cell_value(table, row, ARM);
	bool named = list != NULL;
	size_t i;

	if (missing(arm) || (list != NULL && list_choice(list, arm) != NULL))
		return;
	for (i = 0; i < clusters->count; i++) {
		if (same_text(arm, clusters->list[i].arm))
			return;
		named = named || *clusters->list[i].arm != '\0';
	}
	if (named || study_load()->arm.count == 0)
		fault(&at, SAY("the study has no such arm", "studi ini tidak punya kelompok itu"));
}

/* Whether groups.csv lists the value, or has no list for the group. */
static bool group_has(const struct group *group, struct value value)
{
	size_t i;

	for (i = 0; i < group->value_count; i++)
		if (same_text(value, group->values[i].name))
			return true;
	return group->value_count == 0;
}

static void check_group(const struct table *table, size_t row)
{
	const struct groups *groups = groups_load();
	struct place at = cell_place(table, row, GROUP);
	struct place at_value = cell_place(table, row, GROUP_VALUE);
	struct value value = cell_value(table, row, GROUP_VALUE);
	size_t i;

	if (*cell(table, row, GROUP) == '\0' && missing(value))
		return;
	for (i = 0; i < groups->count; i++)
		if (same_text(cell_value(table, row, GROUP), groups->list[i].name))
			break;
	if (i == groups->count)
		fault(&at,
			SAY("this group does not stand in groups.csv",
				"kelompok ini tidak ada di groups.csv"));
	else if (missing(value) || !group_has(&groups->list[i], value))
		fault(&at_value,
			SAY("name one of the group's values",
				"sebutkan salah satu nilai kelompok itu"));
}

static void set_value(struct target *target, const struct table *table, size_t row)
{
	const struct indicator *indicator;
	struct place at = cell_place(table, row, TARGET);
	double least, most;

	target->value = cell_number(table, row, TARGET);
	if (missing(cell_value(table, row, TARGET)))
		fault(&at, SAY("say what is to be reached", "sebutkan yang ingin dicapai"));
	if (target->indicator == NO_NAME || isnan(target->value))
		return;
	indicator = &indicators_load()->list[target->indicator];
	least = indicator->type == INDICATOR_BINARY ? 0 : indicator->scale_min;
	most = indicator->type == INDICATOR_BINARY ? 1 : indicator->scale_max;
	if (indicator->type == INDICATOR_BINARY && target->value > 1)
		fault(&at,
			SAY("a share runs from 0 to 1: for 60 percent write 0.6",
				"proporsi berkisar 0 sampai 1: 60 persen ditulis 0.6"));
	else if (target->value < least || target->value > most)
		fault(&at,
			SAY("this lies beyond the indicator's scale",
				"nilai ini di luar skala indikatornya"));
}

static void check_twice(const struct table *table, size_t row, struct names *seen)
{
	struct place at = cell_place(table, row, INDICATOR);
	const char *name = target_name(cell(table, row, INDICATOR), cell(table, row, ROUND),
		cell(table, row, ARM), cell(table, row, GROUP), cell(table, row, GROUP_VALUE));

	if (name_find(seen, name, strlen(name)) != NO_NAME)
		fault(&at,
			SAY("this target stands twice in the table",
				"sasaran ini ada dua kali di tabel"));
	name_add(seen, name, strlen(name));
}

const struct targets *targets_load(void)
{
	static struct targets targets;
	static bool loaded;
	struct names *seen = names_new();
	const struct table *table = NULL;
	struct target *list;
	size_t row;

	if (loaded)
		return &targets;
	loaded = true;
	if (file_exists("targets.csv"))
		table = table_load("targets.csv", columns, TABLE_STRICT);
	if (table == NULL)
		return &targets;
	list = keep((table->rows + 1) * sizeof(*list));
	for (row = 0; row < table->rows; row++) {
		list[row] = (struct target){ .arm = cell(table, row, ARM),
			.group = cell(table, row, GROUP),
			.group_value = cell(table, row, GROUP_VALUE),
			.note = cell(table, row, NOTE),
			.place = cell_place(table, row, INDICATOR) };
		set_indicator(&list[row], table, row);
		set_round(&list[row], table, row);
		check_arm(table, row);
		check_group(table, row);
		set_value(&list[row], table, row);
		check_twice(table, row, seen);
	}
	targets = (struct targets){ table->rows, list };
	return &targets;
}
