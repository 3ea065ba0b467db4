/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a result together aside and lets it take the place of the last one at one instant. */
#ifndef PUBLISH_H
#define PUBLISH_H

#include "turn.h"

/* Publishes the tables of a run whose steps have all succeeded: tables/, charts/, private/ (mode
 * 0700) and manifest.csv. False, with nothing touched, where the folder already holds just that. */
bool publish(const struct run *run);

#endif
