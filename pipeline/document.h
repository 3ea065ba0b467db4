/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents: what people open, made by berdaya itself from tables and charts of a run. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "render.h"

/* A kind of document, told by the ending of the step's stage. */
struct document_kind {
	const char *ending;
	const char *const *variants; /* of its files: STEP.VARIANT; ended by NULL */
	const char *template;        /* in plots/; "": of the stage's own name; NULL: none */
	void (*make)(const struct rendering *rendering);
};

/* The kind of document that a stage's name asks for, or NULL. */
const struct document_kind *document_kind(const char *stage);

/* Makes all files of the document `context` (a struct rendering) in their partial places; the exit
 * status of the process. */
int document_make(const void *context);

/* The file in the work area of a product that the document reads, or NULL. */
const char *document_input(const struct rendering *rendering, const char *product);

#endif
