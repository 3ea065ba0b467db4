/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a list of rejects sets aside. */
#ifndef ASIDE_H
#define ASIDE_H

#include <stddef.h>

struct aside {
	size_t rows;    /* whole rows, for whatever reason */
	size_t values;  /* answers that count as missing */
	size_t recoded; /* answers that recode.csv changed */
};

/* Counts the rejects in a file by their action; what only keeps account (file_read) is none. */
struct aside aside_count(const char *file);

#endif
