/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 of texts and files: what a rerun and the manifest go by. */
#ifndef KIT_DIGEST_H
#define KIT_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

/* Hexadecimal, lower case; empty where there is nothing to digest. */
struct digest {
	char hex[65];
};

struct digest digest_bytes(const void *bytes, size_t length);

/* Digests a file in one streamed pass. `rows`, if not NULL, becomes the number of its records below
 * the first, as CSV counts them (line ends within quotes do not end a record, blank lines are none).
 * False, with an empty digest, where there is no such file; a file that cannot be read ends the
 * program with 3. */
bool digest_file(const char *path, struct digest *digest, size_t *rows);

bool digest_equal(const struct digest *one, const struct digest *other);

#endif
