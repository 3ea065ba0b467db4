/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What berdaya tells on stdout when asked. */
#ifndef SHOW_H
#define SHOW_H

#include "turn.h"

void show_help(void);
void show_version(void);

/* The built-in stages and charts, each with its purpose. */
void show_stages(void);

/* What a run of the study would do and why, as lines for a shell; `study` as the user wrote it. */
void show_plan(struct run *run, const char *study);

#endif
