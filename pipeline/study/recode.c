/* SPDX-License-Identifier: GPL-3.0-or-later */
/* recode.csv: all that is done to the raw data, in order. */
#include "study/study.h"

enum { ROUND, COLUMN, QUESTION, VALUE, BECOMES, REASON, RESPONDENT };

static const struct column columns[] = {
	[ROUND] = { "round", TYPE_TEXT, true, { "round; blank: all", "putaran; kosong: semua" } },
	[COLUMN] = { "column", TYPE_TEXT, true, { "column of the export", "kolom ekspor" } },
	[QUESTION] = { "question", TYPE_TEXT, false,
		{ "question; blank: all", "pertanyaan; kosong: semua" } },
	[VALUE] = { "value", TYPE_TEXT, true, { "value in the export", "nilai di ekspor" } },
	[BECOMES] = { "becomes", TYPE_TEXT, true,
		{ "what it becomes; blank: missing", "menjadi apa; kosong: hilang" } },
	[REASON] = { "reason", TYPE_TEXT, true, { "why", "alasannya" } },
	[RESPONDENT] = { "respondent", TYPE_TEXT, true,
		{ "the one it is true of", "satu-satunya yang terkena" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static void check_row(const struct table *table, size_t row, const struct recode *recode)
{
	struct place round = cell_place(table, row, ROUND),
		     question = cell_place(table, row, QUESTION);
	struct place value = cell_place(table, row, VALUE), column = cell_place(table, row, COLUMN);

	if (*recode->round != '\0' &&
		round_find(rounds_load(), cell_value(table, row, ROUND)) == NO_NAME)
		fault(&round,
			SAY("rounds.csv has no such round", "rounds.csv tidak punya putaran ini"));
	if (*recode->column != '\0' && *recode->question == '\0')
		fault(&question,
			SAY("say which question this column is",
				"sebutkan kolom ini pertanyaan yang mana"));
	if (*recode->column != '\0' &&
		(*recode->value != '\0' || *recode->becomes != '\0' || *recode->respondent != '\0'))
		fault(&column,
			SAY("a row either names a column or changes a value, not both",
				"satu baris menamai kolom atau mengubah nilai, tidak keduanya"));
	if (*recode->column != '\0')
		return;
	if (*recode->respondent != '\0' && *recode->question == '\0')
		fault(&question,
			SAY("say which answer of this respondent is corrected",
				"sebutkan jawaban responden ini yang mana yang dibetulkan"));
	if (*recode->respondent == '\0' && *recode->value == '\0')
		fault(&value, SAY("say which value is changed", "sebutkan nilai mana yang diubah"));
	if (*recode->becomes == '\0' && *recode->reason == '\0')
		fault(&(struct place){ table->file, table->lines[row], "reason", NULL },
			SAY("say why the answer is made missing",
				"sebutkan alasan jawaban ini dihilangkan"));
}

const struct recodes *recodes_load(void)
{
	static struct recodes recodes;
	static bool loaded;
	const struct table *table;
	struct recode *list;
	size_t row;

	if (loaded)
		return &recodes;
	loaded = true;
	table = file_exists("recode.csv") ? table_load("recode.csv", columns, TABLE_STRICT) : NULL;
	if (table == NULL)
		return &recodes;
	list = keep((table->rows + 1) * sizeof(*list));
	for (row = 0; row < table->rows; row++) {
		list[row] = (struct recode){ cell(table, row, ROUND), cell(table, row, COLUMN),
			cell(table, row, QUESTION), cell(table, row, VALUE),
			cell(table, row, BECOMES), cell(table, row, REASON),
			cell(table, row, RESPONDENT),
			{ table->file, table->lines[row], NULL, NULL } };
		check_row(table, row, &list[row]);
	}
	recodes.count = table->rows;
	recodes.list = list;
	return &recodes;
}
