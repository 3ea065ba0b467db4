/* SPDX-License-Identifier: GPL-3.0-or-later */
/* datapackage.json: the published tables described for programs (Frictionless Data Package). */
#ifndef DATAPACKAGE_H
#define DATAPACKAGE_H

#include "render.h"

/* Describes the tables that the step reads: path, purpose, and each column with its type and meaning
 * in English; the study's title and notice. https://datapackage.org/standard/data-package/ */
void datapackage_make(const struct rendering *rendering);

#endif
