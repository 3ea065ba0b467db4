/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts together where a number comes from: definition, data, results. */
#include "trace.h"

#include <string.h>

#include "trace_row.h"

static struct writer *answer;

void trace_row(
	const char *kind, const char *name, const char *file, size_t line, const char *detail)
{
	put_string(answer, kind);
	put_string(answer, name);
	put_string(answer, file);
	if (line == 0)
		put_missing(answer);
	else
		put_integer(answer, (int64_t)line);
	put_string(answer, detail);
	end_row(answer);
}

static bool reads(const struct reader *reader, const char *column, const char *text)
{
	size_t number = reader_column(reader, column);

	return number != NO_NAME && number < reader->count &&
		same_text(reader->values[number], text);
}

size_t trace_line(const char *file, const char *column, const char *text, const char *other,
	const char *other_text)
{
	static const struct reader_options options = { .any_delimiter = true, .ragged = true };
	struct reader *reader;
	size_t line = 0;

	if (!file_exists(file))
		return 0;
	reader = reader_open(file, &options);
	while (line == 0 && reader_next(reader))
		if (reads(reader, column, text) &&
			(other == NULL || reads(reader, other, other_text)))
			line = reader->line;
	reader_close(reader);
	return line;
}

const char *trace_records(const struct trace *trace, const char *file)
{
	size_t i;

	for (i = 0; i < trace->manifest->count; i++)
		if (!manifest_is_result(&trace->manifest->rows[i]) &&
			strcmp(trace->manifest->rows[i].file, file) == 0)
			return trace->manifest->rows[i].rows;
	return "";
}

const char *trace_table(const struct trace *trace, const char *name)
{
	size_t i;

	for (i = 0; i < trace->manifest->count; i++)
		if (manifest_is_result(&trace->manifest->rows[i]) &&
			strcmp(trace->manifest->rows[i].name, name) == 0)
			return trace->manifest->rows[i].file;
	return NULL;
}

/* The numbers of a result belong to the tables it was made from. */
static void warn_of_changes(const struct trace *trace)
{
	size_t i;

	for (i = 0; i < trace->manifest->count; i++) {
		const struct manifest_row *row = &trace->manifest->rows[i];
		struct digest digest;

		if (strcmp(row->kind, "study") != 0 && strcmp(row->kind, "data") != 0)
			continue;
		digest_file(row->file, &digest, NULL);
		if (strcmp(digest.hex, row->sha256) != 0)
			warn(&(struct place){ .file = row->file },
				SAY("changed since the last run: run again, or lines may not fit "
				    "the numbers",
					"berubah sejak terakhir dijalankan: jalankan lagi, bila "
					"tidak barisnya bisa tidak cocok dengan angkanya"));
	}
}

static const struct indicator *choose_indicator(const char *name)
{
	const struct indicators *indicators = indicators_load();
	size_t number = indicator_find(indicators, (struct value){ name, strlen(name) });

	if (number == NO_NAME)
		misuse(&(struct place){ .file = "indicators.csv", .offending = name },
			SAY("there is no such indicator", "tidak ada indikator itu"));
	return &indicators->list[number];
}

void trace(
	const struct plan *plan, const struct area *area, const char *indicator, const char *round)
{
	static const char *const header[] = { "kind", "name", "file", "line", "detail" };
	struct trace trace = { .plan = plan, .area = area, .round_name = round };
	struct manifest manifest;
	size_t i;

	trace.indicator = choose_indicator(indicator);
	trace.round = round_find(rounds_load(), (struct value){ round, strlen(round) });
	trace.used = names_new();
	if (trace.round == NO_NAME)
		misuse(&(struct place){ .file = "rounds.csv", .offending = round },
			SAY("there is no such round", "tidak ada putaran itu"));
	if (!manifest_read(&manifest, keep_format("%s/manifest.csv", area->output)))
		misuse(&(struct place){ .file = area->shown },
			SAY("there is no result to trace yet; first: berdaya run",
				"belum ada hasil untuk ditelusuri; jalankan dulu: berdaya run"));
	trace.manifest = &manifest;
	warn_of_changes(&trace);
	answer = writer_open(NULL);
	for (i = 0; i < sizeof(header) / sizeof(*header); i++)
		put_string(answer, header[i]);
	end_row(answer);
	trace_definition(&trace);
	trace_data(&trace);
	trace_results(&trace);
	writer_close(answer);
}
