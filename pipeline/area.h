/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The folders of a run: the result, and beside it what is needed to make the next one.
 *
 *   results/NAME            the result, always whole
 *   results/.NAME.work      tables of all steps, stamps.csv, lock; mode 0700
 *   results/.NAME.next      the result being put together
 *   results/.NAME.previous  the last one, for a moment, where the kernel cannot exchange two folders
 */
#ifndef AREA_H
#define AREA_H

#include "manifest.h"

struct area {
	const char *shown;                           /* the result's folder as the user wrote it */
	const char *output, *work, *next, *previous; /* absolute */
	const char *shown_work;
};

/* The folders that belong to an output; nothing is made. Misuse: a name that cannot be replaced. */
struct area area_of(const char *shown);

/* Makes the work area, takes its lock (held until the program ends), finishes what a killed run left
 * undone. Ends the program where another run holds the lock, or where the output's folder holds
 * files that are not berdaya's: such files are never removed. */
void area_claim(const struct area *area);

/* A file of the work area. */
const char *area_file(const struct area *area, const char *file);

#endif
