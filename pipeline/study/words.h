/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small things that all tables of a study share: lists of words, names, labels. */
#ifndef STUDY_WORDS_H
#define STUDY_WORDS_H

#include "kit/kit.h"

struct words {
	size_t count;
	const char **list;
};

/* The words of a text, separated by blanks. */
struct words words_split(const char *text);

/* "a, b, c" of a list that ends with NULL. */
const char *words_join(const char *const *list);

/* Both languages filled: a blank half shows the other. */
struct text words_both(struct text text);

/* A label of two cells, both halves filled; the name where both are blank. */
struct text words_label(const struct table *table, size_t row, size_t id_column, size_t en_column,
	const char *name);

/* Checks a name that the study coins: [A-Za-z0-9_-], 1 to 32, unique without regard to case among
 * `seen`. Says a fault otherwise. */
void words_check_name(const struct table *table, size_t row, size_t column, struct names *seen);

/* Takes such a name into `seen`; false if it is no name or taken. */
bool words_claim(const char *name, struct names *seen);

/* The index of a cell's text among `names` (ended by NULL); a fault and `blank` if it is none,
 * `blank` where the cell is empty. */
size_t words_choose(const struct table *table, size_t row, size_t column, const char *const *names,
	size_t blank);

#endif
