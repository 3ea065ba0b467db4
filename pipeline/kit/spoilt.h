/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What spreadsheets leave behind in cells that they have spoilt. */
#ifndef KIT_SPOILT_H
#define KIT_SPOILT_H

#include "kit/kit.h"

enum spoiling {
	UNSPOILT,
	SPOILT_ERROR,  /* #NAME? and its like */
	SPOILT_NUMBER, /* 1,2E+15: a long code turned into a number */
	SPOILT_DATE    /* 1-Mar, 03-Jan-21, 5-Agu: a code turned into a date */
};

/* Tells by the text alone, ended by NUL. Months are English or Indonesian abbreviations, as
 * spreadsheets write them: a capital and two small letters. */
enum spoiling spoilt(const char *text);

/* Why a cell of this kind cannot be right, with advice; NULL halves for UNSPOILT. */
struct text spoilt_reason(enum spoiling spoiling);

/* Is it written like a whole date, 2021-03-01? */
bool date_shaped(const char *text);

#endif
