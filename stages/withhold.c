/* SPDX-License-Identifier: GPL-3.0-or-later */
/* withhold: a result table in, the same out, the numbers of suppressed cells left empty. */
#include <string.h>

#include "kit/kit.h"
#include "protect/list.h"
#include "result/status.h"
#include "study/study.h"

static const struct with_field with[] = {
	{ "suppressed", false,
		{ "the list of cells not to be published, as protect writes it",
			"daftar sel yang tidak dipublikasikan, seperti ditulis protect" } },
	{ NULL, false, { NULL, NULL } },
};
static const char *const tables[] = { "study.csv", "rounds.csv", NULL };

/* Columns that say what a row is about; any other column of a withheld row is left empty. */
static const char *const describing[] = { "goal", "indicator", "label_id", "label_en", "type",
	"unit", "kind", "primary", "measure", "contrast", "round", "round_from", "round_to", "arm",
	"group", "group_value", "group_value_compared", "sample", "family", "step", "role",
	"planned", "direction", "mid", "design_level", "target", "explanation", "comparison",
	"covariate", "value", "file", "category_id", "category_en", "rounds", "lag", "screen",
	"member", "members", "items", "member_weight", "total_weight", "k", NULL };

/* Columns by which cells are found. Tables of balance tell of an indicator or of a value of a group
 * at the baseline: `covariate`, `value`. */
enum part {
	INDICATOR,
	ROUND,
	ROUND_FROM,
	ROUND_TO,
	ARM,
	GROUP,
	GROUP_VALUE,
	GROUP_VALUE_COMPARED,
	CONTRAST,
	SAMPLE,
	COMPARISON_OF,
	COVARIATE,
	VALUE,
	PARTS
};
static const char *const names_of_parts[PARTS] = { "indicator", "round", "round_from", "round_to",
	"arm", "group", "group_value", "group_value_compared", "contrast", "sample", "comparison",
	"covariate", "value" };

/* Columns of people that a row tells of: whatever the list says, they must not be too few; n_least
 * counts those of whom it tells together with other rows. */
static const char *const sizes[] = { "n", "n_least", "n_from", "n_to", "n_pairs",
	"n_from_comparison", "n_pairs_comparison", "n_to_comparison", "n_compared",
	"n_from_compared", "n_to_compared" };
enum { SIZES = sizeof(sizes) / sizeof(*sizes) };

enum fate { KEPT, EMPTIED, STATUS, NOTE_ID, NOTE_EN };

static const struct study *study;
static const struct list *list;
static size_t part_column[PARTS], size_column[SIZES];
static enum fate *fates; /* of each column of a withheld row */

/* ---- which cells a row tells of ---- */

static const char *part(enum part which)
{
	return part_column[which] == NO_NAME ? "" : stage_input()->values[part_column[which]].text;
}

static bool has(const char *round_from, const char *round, const char *arm, const char *value)
{
	struct list_key cell = { part(INDICATOR), round_from, round, arm, part(GROUP), value };

	if (*part(COVARIATE) != '\0' && *part(VALUE) == '\0') {
		cell.indicator = part(COVARIATE);
	} else if (*part(COVARIATE) != '\0') {
		cell.group = part(COVARIATE);
		cell.group_value = part(VALUE);
	}
	return list_has(list, &cell);
}

/* A gap tells of two values of a group; where it is with all others together ("") each of them must
 * be shown, else their sum could give the withheld ones away. */
static bool listed(const char *round_from, const char *round, const char *arm)
{
	return has(round_from, round, arm, part(GROUP_VALUE)) ||
		(part_column[GROUP_VALUE_COMPARED] != NO_NAME &&
			has(round_from, round, arm, part(GROUP_VALUE_COMPARED)));
}

static bool is_trend(void)
{
	return strncmp(part(CONTRAST), "trend", 5) == 0;
}

/* A trend tells of every round from its first to its last; of a panel also of the changes between
 * them. */
static bool trend_withheld(const char *arm)
{
	const struct rounds *rounds = rounds_load();
	size_t first = round_find(rounds, stage_input()->values[part_column[ROUND_FROM]]);
	size_t last = round_find(rounds, stage_input()->values[part_column[ROUND_TO]]);
	size_t from, to;

	for (to = first; to <= last && last != NO_NAME; to++) {
		if (listed("", rounds->list[to].name, arm))
			return true;
		for (from = first; from < to && strcmp(part(SAMPLE), "panel") == 0; from++)
			if (listed(rounds->list[from].name, rounds->list[to].name, arm))
				return true;
	}
	return false;
}

/* A change of pairs is one cell, which is listed where either level is; else a row of two rounds
 * may tell of both levels and of the change. */
static bool arm_withheld(const char *arm)
{
	const char *from = part(ROUND_FROM), *to = part(ROUND_TO);

	if (is_trend())
		return trend_withheld(arm);
	if (part_column[ROUND_TO] == NO_NAME)
		to = part(ROUND);
	if (part_column[COVARIATE] != NO_NAME && rounds_load()->count > 0)
		from = rounds_load()->list[0].name;
	if (*from == '\0' || *to == '\0')
		return listed("", *from == '\0' ? to : from, arm);
	if (strcmp(part(SAMPLE), "pairs") == 0)
		return listed(from, to, arm);
	return listed("", from, arm) || listed("", to, arm) ||
		(strcmp(part(SAMPLE), "all") != 0 && listed(from, to, arm));
}

static bool too_few(void)
{
	int64_t n;
	size_t i;

	for (i = 0; i < SIZES; i++)
		if (size_column[i] != NO_NAME &&
			integer_read(stage_input()->values[size_column[i]], &n) && n > 0 &&
			n < study->min_people)
			return true;
	return false;
}

static bool withheld(void)
{
	const char *contrast = part(CONTRAST);
	bool two_arms = strcmp(contrast, "difference") == 0 || strcmp(contrast, "did") == 0 ||
		strcmp(contrast, "trend_did") == 0 || strcmp(contrast, "gap_did") == 0 ||
		strcmp(part(COMPARISON_OF), "arms") == 0;

	return too_few() || arm_withheld(part(ARM)) ||
		(two_arms && study->arm_comparison != NULL && arm_withheld(study->arm_comparison));
}

/* ---- the stage ---- */

static enum fate fate_of(const char *name)
{
	size_t i;

	for (i = 0; describing[i] != NULL; i++)
		if (strcmp(name, describing[i]) == 0)
			return KEPT;
	if (strcmp(name, "status") == 0)
		return STATUS;
	if (strcmp(name, "note_id") == 0)
		return NOTE_ID;
	return strcmp(name, "note_en") == 0 ? NOTE_EN : EMPTIED;
}

static void begin(const struct reader *input)
{
	size_t i;

	study = study_load();
	if (reader_column(input, "covariate") != NO_NAME ||
		reader_column(input, "rounds") != NO_NAME)
		rounds_load();
	stop_on_faults();
	list = list_load(with_file("suppressed"));
	for (i = 0; i < PARTS; i++)
		part_column[i] = reader_column(input, names_of_parts[i]);
	for (i = 0; i < SIZES; i++)
		size_column[i] = reader_column(input, sizes[i]);
	fates = keep((input->columns + 1) * sizeof(*fates));
	for (i = 0; i < input->columns; i++) {
		fates[i] = fate_of(input->header[i].text);
		put_value(output, input->header[i]);
	}
	end_row(output);
}

static void put_withheld(enum fate fate, struct value value)
{
	struct text note = result_status_note(RESULT_SUPPRESSED);

	switch (fate) {
	case KEPT:
		put_value(output, value);
		break;
	case EMPTIED:
		put_missing(output);
		break;
	case STATUS:
		put_string(output, result_status_name(RESULT_SUPPRESSED));
		break;
	case NOTE_ID:
		put_string(output, note.id);
		break;
	case NOTE_EN:
		put_string(output, note.en);
		break;
	}
}

static void row(const struct value *needed)
{
	const struct reader *input = stage_input();
	bool hide = withheld();
	size_t i;

	(void)needed; /* any table will do; its keys are looked up by name */
	for (i = 0; i < input->columns; i++)
		put_withheld(hide ? fates[i] : KEPT, input->values[i]);
	end_row(output);
}

static const struct stage stage = {
	.name = "withhold",
	.purpose = { "Leave the numbers of suppressed cells out of a table that is to be "
		     "published.",
		"Mengosongkan angka sel yang dilindungi dari tabel yang akan dipublikasikan." },
	.with = with,
	.tables = tables,
	.makes_note = "the columns of its input, in place",
	.begin = begin,
	.row = row,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
