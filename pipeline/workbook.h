/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook of all result tables, for those who open results in a spreadsheet. */
#ifndef WORKBOOK_H
#define WORKBOOK_H

#include "render.h"

/* Writes an .xlsx of the tables that the step reads: a sheet of contents, one of what each column
 * means, then a sheet a table. Numbers of columns declared as such are numbers; everything else is text
 * and never a formula. The same tables give the same bytes. */
void workbook_make(const struct rendering *rendering);

/* The version of the library that writes it. */
const char *workbook_library(void);

#endif
