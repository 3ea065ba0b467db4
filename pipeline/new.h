/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A study folder to fill in. */
#ifndef NEW_H
#define NEW_H

/* Writes a small study that runs as it stands: its tables, made-up data and a README in both
 * languages. The folder may exist if it is empty; nothing is ever written over. */
void new_study(const char *folder);

#endif
