/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that a study names are its own: nothing outside its folder is run or read by a step's row. */
#ifndef INSIDE_H
#define INSIDE_H

#include "kit/kit.h"

/* The place of a regular file of the study (the present folder), all links followed. NULL, after a
 * fault at `at`, for a path that begins with / or holds .., a file that is not there, and a link
 * that leads out. */
const char *inside_study(const struct place *at, const char *path);

#endif
