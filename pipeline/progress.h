/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person sees of a run: a line a step on a terminal, failures always, where to look at the end. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "turn.h"

/* A line on stderr, if that is a terminal: step, stage, state, seconds, rows, what was set aside. */
void progress_line(const struct run *run, size_t step);

/* Passes on what a step said on stderr, control characters shown escaped, cut at 64 KiB. */
void progress_messages(int descriptor);

/* Names the step that failed, how, and the steps that could not run because of it. `status` is as
 * from waitpid(). */
void progress_failure(const struct run *run, size_t step, int status);

/* On stdout: where the result lies and what to open first. */
void progress_result(const struct run *run, bool changed);

#endif
