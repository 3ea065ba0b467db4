/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the command line of berdaya asks for. */
#ifndef REQUEST_H
#define REQUEST_H

#include "kit/kit.h"

enum { WORD_LIMIT = 3 };

struct request {
	const char *command;           /* NULL: none given; "version" for --version */
	const char *words[WORD_LIMIT]; /* what stands behind it: a folder, a step ... */
	size_t word_count;
	const char *answer; /* what --help or --version asked for, else NULL */
	const char *from;   /* --from, or NULL */
	const char *result; /* --output, or NULL */
	int64_t jobs;
	bool allow_programs;
	bool again;                /* --again */
	bool filter;               /* --filter */
	const char *input;         /* --input, or NULL */
	const char *const *behind; /* the words behind -- */
	size_t behind_count;
	bool language_chosen; /* by --language or BERDAYA_LANG */
};

/* Reads the words and sets `language`. Misuse: an unknown option, a bad value, a word too many. */
struct request request_read(int argc, char **argv);

#endif
