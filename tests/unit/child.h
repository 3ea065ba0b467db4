/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls that may end the program, tried in a child of their own; and files of given bytes. */
#ifndef TESTS_CHILD_H
#define TESTS_CHILD_H

#include <stddef.h>

/* How a child ended. The texts live until the next call. */
struct child {
	int status;        /* as exit() was given it; -1 after a signal */
	const char *wrote; /* its stdout, ended by NUL */
	size_t wrote_length;
	const char *said; /* its stderr */
};

/* Runs work(context) in a child, its messages in English, then exits with 0. */
struct child in_child(void (*work)(const void *context), const void *context);

/* Fails unless the child ended with `status` and said something with `part` in it. */
void assert_ended(struct child child, int status, const char *part);

/* The path of a file in a scratch folder of this run. */
const char *scratch_path(const char *name);

/* Writes a file there; its path. `name` is overwritten. */
const char *scratch_file(const char *name, const char *bytes, size_t length);

#endif
