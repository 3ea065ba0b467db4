/* SPDX-License-Identifier: GPL-3.0-or-later */
/* index.html: the page that leads to everything a run has published. */
#ifndef INDEX_H
#define INDEX_H

#include "render.h"

/* Writes the page, in Indonesian and then in English: documents, charts, tables with what each is. */
void index_make(const struct rendering *rendering);

#endif
