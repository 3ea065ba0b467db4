/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that a run depends on: read once for their digest, and held to stay as they were. */
#ifndef ORIGIN_H
#define ORIGIN_H

#include <stdbool.h>
#include <stddef.h>

#include "kit/digest.h"

struct origin {
	struct digest digest; /* empty where there is no such file */
	size_t rows;          /* records below the first, as CSV counts them */
};

/* The digest of a file as it was at the first look; later looks share it. A path always has to be
 * written the same way. */
struct origin origin_of(const char *path);

/* Notes how a file stands before anybody reads it; what origin_of() finds later has to be that. */
void origin_note(const char *path);

/* The first file that is not what it was at the first look: other content, or written to since
 * (a file that was changed and changed back may have been read in between). NULL: all stood still,
 * so that what was read is what the digests say. */
const char *origins_changed(void);

/* Ends the program with 3 and the name of such a file, if there is one. */
void origins_hold(void);

#endif
