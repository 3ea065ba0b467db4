/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of a study as words of a command line, without a shell. */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

struct arguments {
	const char **word; /* ended by NULL */
	size_t count, capacity;
};

void arguments_add(struct arguments *arguments, const char *word);

/* Splits at blanks. A part between apostrophes is taken as it stands, an apostrophe inside it is
 * doubled; nothing else has a meaning, so no text can become a command. Adds to `arguments`; false where
 * an apostrophe is never closed or a control character stands in the text. */
bool arguments_split(struct arguments *arguments, const char *text);

/* The word as a person would type it for a shell, quoted only where needed. */
const char *argument_for_shell(const char *word);

#endif
