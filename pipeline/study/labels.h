/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels of a form in all its languages: exports may carry any of them instead of names. */
#ifndef STUDY_LABELS_H
#define STUDY_LABELS_H

#include "study/study.h"

/* The columns `label`, `label::English (en)` ... of a form's sheet. */
struct label_columns {
	size_t count;
	size_t *columns;            /* columns of the file */
	size_t english, indonesian; /* indices into columns, or NO_NAME */
};

/* Finds them by their header. A bare `label` counts as the language that no other column has. */
struct label_columns label_columns_find(const struct table *table);

/* A row's labels, one a column of `labels`; "" where blank. Blanks around them are trimmed. */
const char **label_row(const struct table *table, size_t row, const struct label_columns *labels);

/* The two halves of a row's label; a blank half is NULL. */
struct text label_text(const char *const *row, const struct label_columns *labels);

/* Labels of a question: `*count` of them, one a language of the survey sheet, "" where blank. */
const char *const *question_labels(
	const struct form *form, const struct question *question, size_t *count);

/* Labels of choice number `choice` of a list, one a language of the choices sheet. */
const char *const *choice_labels(
	const struct form *form, const struct choice_list *list, size_t choice, size_t *count);

#endif
