/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main function of every stage: options, binding of columns, the loop, the exit. */
#include "kit/kit.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "kit/describe.h"
#include "kit/streams.h"

enum { WITH_LIMIT = 256, OPTION_LIMIT = 32 };

enum common_option { HELP = 1000, VERSION, DESCRIBE, WITH, REJECTS };

static const struct stage *running;
static const struct reader *input;
static size_t *bound; /* need -> column of the input */
static struct {
	const char *name, *file;
} with_given[WITH_LIMIT];
static size_t with_count;
static bool option_given[OPTION_LIMIT];
static struct writer *rejects;
static size_t rejected;

const struct reader *stage_input(void)
{
	return input;
}

struct place stage_place(size_t need)
{
	return reader_place(input, bound[need]);
}

const char *with_files(const char *name, size_t which)
{
	size_t i;

	for (i = 0; i < with_count; i++)
		if (strcmp(with_given[i].name, name) == 0 && which-- == 0)
			return with_given[i].file;
	return NULL;
}

const char *with_file(const char *name)
{
	return with_files(name, 0);
}

/* ---- rejects ---- */

/* A stage that refuses its data still leaves the list of what it had set aside. */
static void leave_rejects(void)
{
	if (rejects != NULL)
		writer_leave(rejects);
}

static void open_rejects(const char *file)
{
	static const char *const header[] = { "file", "line", "record", "respondent", "round",
		"column", "value", "action", "reason_id", "reason_en" };
	size_t i;

	rejects = writer_open(file);
	atexit(leave_rejects);
	for (i = 0; i < sizeof(header) / sizeof(header[0]); i++)
		put_string(rejects, header[i]);
	end_row(rejects);
}

void reject(const struct reject *reject)
{
	rejected++;
	if (rejects == NULL)
		return;
	put_string(rejects, reject->file);
	put_integer(rejects, (int64_t)reject->line);
	put_integer(rejects, (int64_t)reject->record);
	put_string(rejects, reject->respondent);
	put_string(rejects, reject->round);
	put_string(rejects, reject->column);
	put_string(rejects, reject->value);
	put_string(rejects, reject->action);
	put_string(rejects, reject->reason.id);
	put_string(rejects, reject->reason.en);
	end_row(rejects);
}

/* ---- options ---- */

static void set_option(const struct option_field *option, const char *text)
{
	struct place at = { .column = keep_format("--%s", option->name), .offending = text };
	struct value value = { text, text == NULL ? 0 : strlen(text) };

	switch (option->type) {
	case OPTION_FLAG:
		*(bool *)option->into = true;
		break;
	case OPTION_TEXT:
	case OPTION_FILE:
		*(const char **)option->into = text;
		break;
	case OPTION_INTEGER:
		if (!integer_read(value, option->into))
			misuse(&at, SAY("not a whole number", "bukan bilangan bulat"));
		break;
	case OPTION_NUMBER:
		if (!number_read(value, option->into))
			misuse(&at, SAY("not a number", "bukan angka"));
		break;
	}
}

static void set_with(char *text)
{
	struct place at = { .column = "--with", .offending = text };
	const struct with_field *with = running->with;
	char *equals = strchr(text, '=');

	if (equals == NULL)
		misuse(&at, SAY("write NAME=FILE", "tulis NAMA=BERKAS"));
	*equals = '\0';
	while (with != NULL && with->name != NULL && strcmp(with->name, text) != 0)
		with++;
	if (with == NULL || with->name == NULL)
		misuse(&at,
			SAY("this stage takes no such table; see --help",
				"tahap ini tidak memakai tabel itu; lihat --help"));
	if (with_count == WITH_LIMIT)
		misuse(&at, SAY("too many tables", "terlalu banyak tabel"));
	with_given[with_count].name = text;
	with_given[with_count++].file = equals + 1;
}

static size_t list_options(struct option *list)
{
	static const struct option common[] = {
		{ "help", no_argument, NULL, HELP },
		{ "version", no_argument, NULL, VERSION },
		{ "describe", no_argument, NULL, DESCRIBE },
	};
	const struct option_field *option;
	size_t count = sizeof(common) / sizeof(common[0]);

	memcpy(list, common, sizeof(common));
	if (running->with != NULL)
		list[count++] = (struct option){ "with", required_argument, NULL, WITH };
	if (running->rejects)
		list[count++] = (struct option){ "rejects", required_argument, NULL, REJECTS };
	for (option = running->options;
		option != NULL && option->name != NULL && count < OPTION_LIMIT; option++)
		list[count++] = (struct option){ option->name,
			option->type == OPTION_FLAG ? no_argument : required_argument, NULL,
			(int)(option - running->options) };
	return count;
}

static void finish_with(void (*print)(const struct stage *stage))
{
	output = writer_open(NULL);
	print(running);
	writer_close(output);
	exit(DONE);
}

static void take_option(int code)
{
	switch (code) {
	case HELP:
		finish_with(describe_help);
		break;
	case VERSION:
		finish_with(describe_version);
		break;
	case DESCRIBE:
		finish_with(describe_table);
		break;
	case WITH:
		set_with(optarg);
		break;
	case REJECTS:
		open_rejects(optarg);
		break;
	default:
		option_given[code] = true;
		set_option(&running->options[code], optarg);
	}
}

static void check_required(void)
{
	const struct option_field *option;
	const struct with_field *with;

	for (option = running->options; option != NULL && option->name != NULL; option++)
		if (option->required && !option_given[option - running->options])
			misuse(&(struct place){ .column = keep_format("--%s", option->name) },
				SAY("this option is needed: %s", "pilihan ini diperlukan: %s"),
				text_of(option->meaning));
	for (with = running->with; with != NULL && with->name != NULL; with++)
		if (!with->optional && with_file(with->name) == NULL)
			misuse(&(struct place){ .column =
							keep_format("--with %s=...", with->name) },
				SAY("this table is needed: %s", "tabel ini diperlukan: %s"),
				text_of(with->meaning));
}

static void read_options(int argc, char **argv)
{
	struct option list[OPTION_LIMIT + 1] = { { 0 } };
	int code;

	list_options(list);
	opterr = 0;
	while ((code = getopt_long(argc, argv, ":", list, NULL)) != -1) {
		const char *given = argv[optind - 1];

		if (code == ':')
			misuse(&(struct place){ .column = given },
				SAY("this option needs a value", "pilihan ini memerlukan nilai"));
		if (code == '?' && optopt > ' ' && optopt < HELP) /* one of several letters */
			given = keep_format("-%c", optopt);
		if (code == '?')
			misuse(&(struct place){ .offending = given },
				SAY("unknown option; see --help",
					"pilihan tidak dikenal; lihat --help"));
		take_option(code);
	}
	if (optind < argc)
		misuse(&(struct place){ .offending = argv[optind] },
			SAY("not understood: a stage reads its table from stdin",
				"tidak dimengerti: tahap membaca tabelnya dari stdin"));
	check_required();
}

/* ---- the loop ---- */

static void bind_needs(void)
{
	const struct column *needs = running->needs;
	size_t count = 0, i;

	while (needs != NULL && needs[count].name != NULL)
		count++;
	bound = keep((count + 1) * sizeof(*bound));
	for (i = 0; i < count; i++) {
		bound[i] = reader_column(input, needs[i].name);
		if (bound[i] == NO_NAME && !needs[i].optional)
			refuse(&(struct place){ input->file, input->line, needs[i].name, NULL },
				SAY("this column is missing: %s", "kolom ini tidak ada: %s"),
				text_of(needs[i].meaning));
	}
}

static void run_rows(struct reader *reader)
{
	struct value *needed;
	size_t count = 0, i;

	while (running->needs != NULL && running->needs[count].name != NULL)
		count++;
	needed = keep((count + 1) * sizeof(*needed));
	while (reader_next(reader)) {
		for (i = 0; i < count; i++)
			needed[i] = bound[i] == NO_NAME ? (struct value){ "", 0 }
							: reader->values[bound[i]];
		if (running->row != NULL)
			running->row(needed);
	}
}

static void write_header(void)
{
	const struct column *column;

	for (column = running->makes; column->name != NULL; column++)
		put_string(output, column->name);
	end_row(output);
}

int stage_main(int argc, char **argv, const struct stage *stage)
{
	struct reader *reader = NULL;

	running = stage;
	report_begin(stage->name);
	fill_standard_streams();
	read_options(argc, argv);
	if (!stage->no_input) {
		reader = reader_open(NULL, NULL);
		input = reader;
		bind_needs();
	}
	output = writer_open(NULL);
	if (stage->makes != NULL)
		write_header();
	if (stage->begin != NULL)
		stage->begin(reader);
	if (reader != NULL)
		run_rows(reader);
	if (stage->end != NULL)
		stage->end();
	if (rejects != NULL)
		writer_close(rejects);
	rejects = NULL;
	writer_close(output);
	return DONE;
}
