/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables made safe for the spreadsheets they will be opened in. */
#ifndef SHARE_H
#define SHARE_H

#include "kit/kit.h"

/* True for a text that a spreadsheet would take for a formula or command: one that begins with
 * = + - @ (or their full-width forms), tab or carriage return, and is not a number. */
bool runs_in_spreadsheet(struct value value);

/* Makes `to` the table `from` with a leading ' in each such cell and, with `mark`, a byte order mark in
 * front. Where nothing is to be done, `to` is a second name of `from`, and the value false. */
bool share_table(const char *from, const char *to, bool mark);

#endif
