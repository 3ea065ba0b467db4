/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets for villages: a poster and a page in black and white for each, to be shared with it alone. */
#ifndef SHEETS_H
#define SHEETS_H

#include "area.h"

/* Writes RESULT.villages/VILLAGE/{poster,sheet}.{id,en}.html and a manifest.csv from the table
 * village_sheets of the last result; the folder is replaced as a whole. Where a village's code
 * cannot name a folder, the beginning of its SHA-256 does. Misuse: no such table yet, or a folder
 * that berdaya did not make. Returns how many villages there are. */
size_t sheets_write(const struct area *area);

/* The folder, as the user would write it. */
const char *sheets_folder(const struct area *area);

#endif
