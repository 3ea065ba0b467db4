/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is enough: the cut-offs of an index that counts who lacks what (Alkire and Foster 2011). */
#ifndef STUDY_INDICATOR_ADEQUACY_H
#define STUDY_INDICATOR_ADEQUACY_H

#include "study/study.h"

/* Reads `adequate` and `k` of a row whose type, build, direction and scale are known. A cut-off of
 * an index, and k beside anything but alkire_foster, are faults. */
void adequacy_read(struct indicator *indicator, const struct table *table, size_t row);

/* Checks an index built by alkire_foster whose members are known: each member needs a cut-off within
 * its scale, k lies from 1 to the sum of the weights, and up is good. */
void adequacy_check(const struct indicator *list, const struct indicator *index);

/* Whether a value is not enough: below the cut-off where up is good, above it where down is. Values
 * are compared as they are written, at 9 decimals or 14 digits, so that 0.1 * 6 is as much as 0.6 and
 * 5500000 * 1.1 as much as 6050000. False for NaN. */
bool adequacy_lacking(const struct indicator *member, double value);

#endif
