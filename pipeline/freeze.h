/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Freezes the plan of analysis. */
#ifndef FREEZE_H
#define FREEZE_H

#include <stdbool.h>

/* Writes frozen.csv of the present study (`shown`: as the user wrote its folder). Where it says
 * something else, that is told row by row, and it is only written anew with `again`; else misuse. */
void freeze(const char *shown, bool again);

#endif
