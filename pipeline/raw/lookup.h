/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what an export holds, codes or labels in any language, to the codes of a list. */
#ifndef RAW_LOOKUP_H
#define RAW_LOOKUP_H

#include "raw/text.h"
#include "study/study.h"

struct lookup;

enum found { FOUND, UNKNOWN, AMBIGUOUS };

struct lookup *lookup_new(void);

/* The text (a label; a code is found without this) stands for a code too. */
void lookup_add(struct lookup *lookup, const char *code, const char *text);

/* The codes and labels of a list of a form; made once. */
const struct lookup *list_lookup(const struct form *form, const struct choice_list *list);

/* The code for a text: the same code, else what is the same without regard to capitals and blanks.
 * AMBIGUOUS: *code and *other are two codes that share the label. */
enum found lookup_find(
	const struct lookup *lookup, struct value text, const char **code, const char **other);

/* The number of a code in the order added, or NO_NAME. */
size_t lookup_number(const struct lookup *lookup, const char *code);
size_t lookup_count(const struct lookup *lookup);
const char *lookup_code(const struct lookup *lookup, size_t number);

/* "nearest: 'x'" for a text that is not found: a code, with its label if that is what comes near;
 * NULL where nothing does. */
const char *lookup_nearest(const struct lookup *lookup, struct value text);

/* The longest code or label that `text` begins with and that ends there at a blank, comma,
 * semicolon or the end; 0 if there is none. */
size_t lookup_prefix(
	const struct lookup *lookup, struct value text, size_t at_most, const char **code);

#endif
