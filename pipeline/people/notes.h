/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tables about people say in words. */
#ifndef PEOPLE_NOTES_H
#define PEOPLE_NOTES_H

#include "kit/kit.h"
#include "stat/contrast.h"

/* The status of tables about people who are followed, in a study that follows nobody. */
extern const char not_a_panel[];
extern const struct text not_a_panel_note;

/* Those who are no longer asked count as lost. */
extern const struct text among_note;

/* Adds what must be said where villages are few (under 5 a side) or df are below 4. Nothing where
 * the study has no villages. */
void note_few(struct text *notes, const struct contrast *result, size_t fewest_clusters);

#endif
