/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices of a select_multiple written in one field. */
#ifndef RAW_MULTIPLE_H
#define RAW_MULTIPLE_H

#include "raw/lookup.h"

/* An array with a false for each code of the list; the same one every time. */
bool *multiple_room(const struct lookup *lookup);

/* Reads codes or labels with spaces, commas or semicolons between, as form tools join them; labels
 * may hold such characters themselves. FOUND: `chosen` says which. UNKNOWN: *stranger is the first
 * part that is no choice, trimmed. AMBIGUOUS: the whole can be cut into labels in two ways. */
enum found multiple_read(
	const struct lookup *lookup, struct value text, bool *chosen, struct value *stranger);

#endif
