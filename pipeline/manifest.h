/* SPDX-License-Identifier: GPL-3.0-or-later */
/* manifest.csv: what a result was made from and by, and what it consists of. */
#ifndef MANIFEST_H
#define MANIFEST_H

#include <stdbool.h>
#include <stddef.h>

#include "kit/digest.h"

/* kind,name,file,sha256,rows,version. The file of a table, chart or private file is relative to the
 * result's folder, that of a study table or data file to the study's. No clock, no machine paths. */
struct manifest_row {
	const char *kind, *name, *file, *sha256, *rows, *version; /* "" where blank */
};

struct manifest {
	struct manifest_row *rows;
	size_t count, capacity;
};

void manifest_add(struct manifest *manifest, const struct manifest_row *row);

/* Writes the table; its bytes follow from the rows alone. The manifest is public: of private tables it
 * tells neither SHA-256 nor rows (private/stamps.csv has the former). */
void manifest_write(const struct manifest *manifest, const char *path);

/* Reads a manifest; false where it is not one of ours. */
bool manifest_read(struct manifest *manifest, const char *path);

/* True if the row tells of a file in the result's folder. */
bool manifest_is_result(const struct manifest_row *row);

/* True if all files of the result in `folder` are there and as the manifest says, one that was put
 * together, not read: it must know the private tables. */
bool manifest_holds(const struct manifest *manifest, const char *folder);

#endif
