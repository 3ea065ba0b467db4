/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the steps of a plan side by side, each into a file that counts only when all went well. */
#ifndef RUN_H
#define RUN_H

#include "turn.h"

/* Runs what must run, at most `jobs` processes at once. DONE; or, with the culprit named and all
 * other processes ended, the status to leave with: REFUSED or MISUSED as the stage said, else
 * BROKEN. A signal that asks the driver to stop ends its processes, then the driver. */
enum exit_status run_steps(struct run *run, size_t jobs);

#endif
