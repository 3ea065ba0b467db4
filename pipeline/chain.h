/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain of steps as a study asks for it, still as texts. */
#ifndef CHAIN_H
#define CHAIN_H

#include <stddef.h>

#include "kit/kit.h"

/* A row of pipeline.csv, or of the default chain (place.file is NULL). */
struct link {
	const char *step, *reads, *stage, *options, *publish;
	struct place place;
};

struct chain {
	struct link *links;
	size_t count, capacity;
	struct link *removed; /* rows whose stage is "-" */
	size_t removed_count, removed_capacity;
};

/* The default chain as pipeline.csv of the present folder changes it: a row of the same step takes
 * the place of the default one, a new step comes behind, a stage "-" removes. Faults: bad or
 * repeated names, a removal of nothing. */
struct chain chain_load(void);

/* The step of a name, however capitals are written, or NULL; and without a step. */
struct link *chain_find(const struct chain *chain, const char *step);
void chain_drop(struct chain *chain, struct link *link);

/* The stage of the default chain's step of this very name, or NULL. */
const char *chain_default(const char *step);

#endif
