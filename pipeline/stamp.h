/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fingerprint of a step: all that its table depends on, and what came of it. */
#ifndef STAMP_H
#define STAMP_H

#include "kit/digest.h"

/* program, option, table, data and input make up the fingerprint; output is what came of it. */
enum part_kind { PART_PROGRAM, PART_OPTION, PART_TABLE, PART_DATA, PART_INPUT, PART_OUTPUT };

/* A file (or text) and its SHA-256; the digest is empty where the file is not there. */
struct part {
	enum part_kind kind;
	const char *name;
	struct digest digest;
};

struct stamp {
	const char *step;
	struct part *parts;
	size_t count, capacity;
};

/* The stamps of a work area, in the order of their steps. */
struct stamps {
	struct stamp *stamps;
	size_t count, capacity;
};

const char *part_kind_name(enum part_kind kind);

void stamp_add(
	struct stamp *stamp, enum part_kind kind, const char *name, const struct digest *digest);
const struct part *stamp_part(const struct stamp *stamp, enum part_kind kind, const char *name);

/* The first ingredient of `now` that `before` lacks or has otherwise, else the first of `before`
 * that `now` lacks; NULL where both fingerprints are the same. Outputs do not count. */
const struct part *stamp_difference(const struct stamp *before, const struct stamp *now);

/* Reads `step,kind,name,sha256`; no stamps where there is no such file or it is not whole. */
struct stamps stamps_read(const char *path);
void stamps_write(const struct stamps *stamps, const char *path);

const struct stamp *stamps_find(const struct stamps *stamps, const char *step);
void stamps_put(struct stamps *stamps, const struct stamp *stamp);

#endif
