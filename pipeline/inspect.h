/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets the stages that read a study's data look at the headers before anything runs. */
#ifndef INSPECT_H
#define INSPECT_H

#include "plan.h"

/* Runs each built-in stage of the plan that reads no table and takes the option --check, once, with
 * it; without a plan (it has faults) the stage ingest. What they say goes to stderr: all of it if
 * `aloud`, else only if they find faults. The status that the worst of them ended with. */
enum exit_status inspect_data(const struct plan *plan, bool aloud);

#endif
