/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the command line of berdaya. */
#include "request.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "process.h"

enum { DEFAULT_JOBS = 2 };

enum option_code {
	OUTPUT = 'o',
	FROM = 'f',
	JOBS = 'j',
	LANGUAGE = 'l',
	ALLOW = 'a',
	AGAIN = 'g',
	FILTER = 'r',
	INPUT = 'i',
	HELP = 'h',
	VERSION = 'v'
};

static const struct option options[] = {
	{ "output", required_argument, NULL, OUTPUT },
	{ "from", required_argument, NULL, FROM },
	{ "jobs", required_argument, NULL, JOBS },
	{ "language", required_argument, NULL, LANGUAGE },
	{ "allow-programs", no_argument, NULL, ALLOW },
	{ "again", no_argument, NULL, AGAIN },
	{ "filter", no_argument, NULL, FILTER },
	{ "input", required_argument, NULL, INPUT },
	{ "help", no_argument, NULL, HELP },
	{ "version", no_argument, NULL, VERSION },
	{ 0 },
};

static void choose_language(struct request *request, const char *text)
{
	if (strcmp(text, "id") != 0 && strcmp(text, "en") != 0)
		misuse(&(struct place){ .column = "--language", .offending = text },
			SAY("write id or en", "tulis id atau en"));
	language = strcmp(text, "en") == 0 ? ENGLISH : INDONESIAN;
	request->language_chosen = true;
}

static void take_option(struct request *request, int code, const char *given)
{
	struct place at = { .column = "--jobs", .offending = optarg };

	switch (code) {
	case OUTPUT:
		request->result = optarg;
		break;
	case FROM:
		request->from = optarg;
		break;
	case JOBS:
		if (!integer_read((struct value){ optarg, strlen(optarg) }, &request->jobs) ||
			request->jobs < 1 || request->jobs > PROCESS_LIMIT)
			misuse(&at,
				SAY("a number from 1 to %d is wanted",
					"diperlukan bilangan 1 sampai %d"),
				PROCESS_LIMIT);
		break;
	case LANGUAGE:
		choose_language(request, optarg);
		break;
	case ALLOW:
		request->allow_programs = true;
		break;
	case AGAIN:
		request->again = true;
		break;
	case FILTER:
		request->filter = true;
		break;
	case INPUT:
		request->input = optarg;
		break;
	case HELP:
		request->answer = "help";
		break;
	case VERSION:
		request->answer = "version";
		break;
	default:
		misuse(&(struct place){ .offending = given },
			code == ':'
				? SAY("this option needs a value", "pilihan ini memerlukan nilai")
				: SAY("unknown option; see berdaya help",
					  "pilihan tidak dikenal; lihat berdaya help"));
	}
}

/* The words from `--` on are for a stage; returns how many stand before. */
static int cut_behind(struct request *request, int argc, char **argv)
{
	int i;

	for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		;
	if (i < argc) {
		request->behind = (const char *const *)argv + i + 1;
		request->behind_count = (size_t)(argc - i - 1);
		argv[i] = NULL;
	}
	return i;
}

struct request request_read(int argc, char **argv)
{
	struct request request = { .jobs = DEFAULT_JOBS };
	int code;

	argc = cut_behind(&request, argc, argv);
	opterr = 0;
	while ((code = getopt_long(argc, argv, ":", options, NULL)) != -1)
		take_option(&request, code, argv[optind - 1]);
	if (optind < argc)
		request.command = argv[optind++];
	while (optind < argc && request.word_count < WORD_LIMIT)
		request.words[request.word_count++] = argv[optind++];
	if (optind < argc)
		misuse(&(struct place){ .offending = argv[optind] },
			SAY("one word too many; see berdaya help",
				"kelebihan satu kata; lihat berdaya help"));
	request.language_chosen = request.language_chosen || getenv("BERDAYA_LANG") != NULL;
	if (request.answer != NULL) {
		request.command = request.answer;
		request.word_count = 0;
	}
	return request;
}
