/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces an indicator through the tables and charts of a result, whatever steps made them. */
#include <string.h>

#include "trace_row.h"

/* Columns that say what a row is about, and those with its numbers, in the order of telling. */
static const char *const keys[] = { "measure", "contrast", "step", "round_from", "round",
	"round_to", "arm", "group", "group_value", "stratum", "cluster", "value", "sample",
	"method", "role" };
static const char *const numbers[] = { "n", "n_missing", "n_in", "n_out", "n_pairs", "n_from",
	"n_to", "clusters", "scale", "sum_y", "sum_w", "sum_wy", "estimate", "conf_low",
	"conf_high", "p_value", "p_adjusted", "class", "planned", "status" };
static const char *const words_en[] = { "phrase_en", "reason_en", "note_en" };
static const char *const words_id[] = { "phrase_id", "reason_id", "note_id" };

enum { WORDS = sizeof(words_en) / sizeof(*words_en) };

/* Adds "column=value" of those columns that the record has and fills. */
static const char *join(const char *text, const struct reader *reader, const char *const *columns,
	size_t count, bool named)
{
	size_t i, column;

	for (i = 0; i < count; i++) {
		column = reader_column(reader, columns[i]);
		if (column == NO_NAME || missing(reader->values[column]))
			continue;
		text = keep_format("%s%s%s%s%s", text,
			*text == '\0'   ? ""
				: named ? " "
					: "; ",
			named ? columns[i] : "", named ? "=" : "", reader->values[column].text);
	}
	return text;
}

/* A record of the round: as its own, or as either end of a comparison; tables without rounds, and
 * rows that speak of all, have no such columns filled. */
static bool of_round(const struct trace *trace, const struct reader *reader)
{
	static const char *const columns[] = { "round", "round_from", "round_to" };
	bool named = false;
	size_t i, column;

	for (i = 0; i < sizeof(columns) / sizeof(*columns); i++) {
		column = reader_column(reader, columns[i]);
		if (column == NO_NAME || missing(reader->values[column]))
			continue;
		named = true;
		if (same_text(reader->values[column], trace->round_name))
			return true;
	}
	return !named;
}

void trace_rows_of(const struct trace *trace, const struct manifest_row *row, bool of_all)
{
	const char *file = keep_format("%s/%s", trace->area->shown, row->file);
	struct reader *reader =
		reader_open(keep_format("%s/%s", trace->area->output, row->file), NULL);
	size_t indicator = reader_column(reader, "indicator");

	while (indicator != NO_NAME && reader_next(reader)) {
		const char *name, *detail;

		if ((!same_text(reader->values[indicator], trace->indicator->name) &&
			    !(of_all && missing(reader->values[indicator]))) ||
			!of_round(trace, reader))
			continue;
		name = join("", reader, keys, sizeof(keys) / sizeof(*keys), true);
		detail = join("", reader, numbers, sizeof(numbers) / sizeof(*numbers), true);
		detail = join(detail, reader, SAY(words_en, words_id), WORDS, false);
		trace_row(row->name, name, file, reader->line, detail);
	}
	reader_close(reader);
}

static void put_chart(const struct trace *trace, const struct step *step)
{
	const struct step *drawn = &trace->plan->steps[step->inputs[0].step];
	const char *table = trace_table(trace, drawn->products[step->inputs[0].product].name);
	const char *mine = SAY(".en.svg", ".id.svg");
	size_t line, i;

	line = table == NULL ? 0
			     : trace_line(keep_format("%s/%s", trace->area->output, table), "id",
				       trace->indicator->name, NULL, NULL);
	for (i = 0; line > 0 && i < step->product_count; i++) {
		const char *image = trace_table(trace, step->products[i].name);

		if (image != NULL && strstr(image, mine) != NULL)
			trace_row("chart", step->name,
				keep_format("%s/%s", trace->area->shown, image), 0,
				keep_format(SAY("drawn from %s/%s, line %zu",
						    "digambar dari %s/%s, baris %zu"),
					trace->area->shown, table, line));
	}
}

/* The flow is told before, with the people. */
static bool told(const struct manifest_row *row)
{
	return (strcmp(row->kind, "table") == 0 && strcmp(row->name, "flow") != 0) ||
		(strcmp(row->kind, "private") == 0 && strcmp(row->name, "tally") == 0);
}

void trace_results(const struct trace *trace)
{
	size_t i, pass;

	for (pass = 0; pass < 2; pass++) /* what is private comes before what is made of it */
		for (i = 0; i < trace->manifest->count; i++)
			if (told(&trace->manifest->rows[i]) &&
				(strcmp(trace->manifest->rows[i].kind, "private") == 0) ==
					(pass == 0))
				trace_rows_of(trace, &trace->manifest->rows[i], false);
	for (i = 0; i < trace->plan->count; i++)
		if (trace->plan->steps[i].kind == STEP_CHART)
			put_chart(trace, &trace->plan->steps[i]);
}
