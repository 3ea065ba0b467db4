/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces the people behind an indicator: files of the round, rows set aside, how many were left. */
#include <string.h>

#include "list.h"
#include "trace_row.h"

enum { FILE_NAME, RESPONDENT, ROUND, COLUMN, ACTION, REASON_ID, REASON_EN };

static const struct column reject_columns[] = {
	[FILE_NAME] = { "file", TYPE_TEXT, true, { "file", "berkas" } },
	[RESPONDENT] = { "respondent", TYPE_TEXT, true, { "respondent", "responden" } },
	[ROUND] = { "round", TYPE_TEXT, true, { "round", "putaran" } },
	[COLUMN] = { "column", TYPE_TEXT, true, { "column", "kolom" } },
	[ACTION] = { "action", TYPE_TEXT, true, { "what was done", "yang dilakukan" } },
	[REASON_ID] = { "reason_id", TYPE_TEXT, true, { "why, Indonesian", "sebab, Indonesia" } },
	[REASON_EN] = { "reason_en", TYPE_TEXT, true, { "why, English", "sebab, Inggris" } },
	{ 0 },
};

/* Rows set aside for one reason. */
struct aside {
	const char *action, *column, *reason;
	size_t count, line; /* of the first */
};

static const char *result_path(const struct trace *trace, const char *file)
{
	return keep_format("%s/%s", trace->area->output, file);
}

static const char *shown_path(const struct trace *trace, const char *file)
{
	return keep_format("%s/%s", trace->area->shown, file);
}

static void put_files(const struct trace *trace)
{
	const struct rounds *rounds = rounds_load();
	size_t i;

	for (i = 0; i < rounds->file_count; i++) {
		const struct round_file *file = &rounds->files[i];

		if (file->round != trace->round && file->round != NO_NAME)
			continue;
		trace_row("data", file->file, file->place.file, file->place.line,
			keep_format(SAY("%s rows in the file", "%s baris dalam berkas"),
				trace_records(trace, file->file)));
	}
}

/* ---- what was set aside ---- */

static bool of_round(const struct trace *trace, const struct table *table, size_t row)
{
	const struct rounds *rounds = rounds_load();
	const char *round = cell(table, row, ROUND);
	size_t i;

	if (*round != '\0')
		return strcmp(round, trace->round_name) == 0;
	for (i = 0; i < rounds->file_count; i++)
		if (rounds->files[i].round == trace->round &&
			strcmp(rounds->files[i].file, cell(table, row, FILE_NAME)) == 0)
			return true;
	return false;
}

/* A whole row counts for every indicator, an answer for those that use it; the account of a file is
 * nothing set aside. */
static bool touches(const struct trace *trace, const struct table *table, size_t row)
{
	const char *column = cell(table, row, COLUMN);

	return of_round(trace, table, row) && strcmp(cell(table, row, ACTION), "file_read") != 0 &&
		(*column == '\0' || strncmp(cell(table, row, ACTION), "row", 3) == 0 ||
			name_find(trace->used, column, strlen(column)) != NO_NAME);
}

static struct aside *find_aside(
	struct aside **list, size_t *count, size_t *capacity, const struct aside *wanted)
{
	size_t i;

	for (i = 0; i < *count; i++)
		if (strcmp((*list)[i].action, wanted->action) == 0 &&
			strcmp((*list)[i].column, wanted->column) == 0 &&
			strcmp((*list)[i].reason, wanted->reason) == 0)
			return &(*list)[i];
	*list = list_extend(*list, capacity, *count + 1, sizeof(**list));
	(*list)[*count] = *wanted;
	return &(*list)[(*count)++];
}

static void put_aside(const struct trace *trace, const char *file)
{
	const struct table *table =
		table_load(result_path(trace, file), reject_columns, TABLE_OPEN);
	struct aside *list = NULL;
	size_t count = 0, capacity = 0, row, i;

	for (row = 0; table != NULL && row < table->rows; row++)
		if (touches(trace, table, row))
			find_aside(&list, &count, &capacity,
				&(struct aside){ cell(table, row, ACTION), cell(table, row, COLUMN),
					cell(table, row, SAY(REASON_EN, REASON_ID)), 0,
					table->lines[row] })
				->count++;
	for (i = 0; i < count; i++)
		trace_row("set_aside",
			*list[i].column == '\0'
				? list[i].action
				: keep_format("%s %s", list[i].action, list[i].column),
			shown_path(trace, file), list[i].line,
			keep_format(SAY("%zu times: %s", "%zu kali: %s"), list[i].count,
				list[i].reason));
}

/* ---- how many were left ---- */

/* The number of records of the round; `missing_in` counts those where that column is empty. */
static size_t count_rows(
	const struct trace *trace, const char *file, const char *column, size_t *missing_in)
{
	struct reader *reader = reader_open(result_path(trace, file), NULL);
	size_t round = reader_column(reader, "round"), number = reader_column(reader, column),
	       count = 0;

	*missing_in = 0;
	while (reader_next(reader)) {
		if (round == NO_NAME || !same_text(reader->values[round], trace->round_name))
			continue;
		count++;
		*missing_in += number != NO_NAME && missing(reader->values[number]);
	}
	reader_close(reader);
	return count;
}

/* From the table of the stage `flow`, or, where the study leaves it out, counted here. */
static void put_flow(const struct trace *trace)
{
	const char *responses = trace_table(trace, "responses"),
		   *scores = trace_table(trace, "scores");
	const char *number;
	size_t empty, count, i;

	for (i = 0; i < trace->manifest->count; i++) {
		const struct manifest_row *row = &trace->manifest->rows[i];

		if (manifest_is_result(row) && strcmp(row->name, "flow") == 0) {
			trace_rows_of(trace, row, true);
			return;
		}
	}

	if (responses != NULL) {
		number = keep_format("%zu", count_rows(trace, responses, "", &empty));
		trace_row("flow", SAY("rows that were kept", "baris yang dipakai"),
			shown_path(trace, responses), 0, number);
	}
	if (scores == NULL)
		return;
	count = count_rows(trace, scores, trace->indicator->name, &empty);
	trace_row("flow", SAY("without a value", "tanpa nilai"), shown_path(trace, scores), 0,
		keep_format("%zu", empty));
	trace_row("flow", SAY("with a value", "dengan nilai"), shown_path(trace, scores), 0,
		keep_format("%zu", count - empty));
}

void trace_data(const struct trace *trace)
{
	size_t i, j;

	put_files(trace);
	for (i = 0; i < trace->plan->count; i++) {
		const struct step *step = &trace->plan->steps[i];

		for (j = 0; step->rejects && j < step->product_count; j++)
			if (j == 1 && trace_table(trace, step->products[j].name) != NULL)
				put_aside(trace, trace_table(trace, step->products[j].name));
	}
	put_flow(trace);
}
