/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people read them in either language. */
#ifndef DRAWING_NUMBERS_H
#define DRAWING_NUMBERS_H

#include "kit/kit.h"

/* 1.234,5 in Indonesian and 1,234.5 in English, with a true minus, never "−0"; "–" for NaN. */
struct text number_shown(double number, int decimals);

/* The same with + before what is above zero as shown. */
struct text number_signed(double number, int decimals);

/* A share as per cent: 61,3% and 61.3%; "–" for NaN. */
struct text percent_shown(double share, int decimals);

/* (14,2 s.d. 23,2) and (14.2 to 23.2). */
struct text interval_shown(double low, double high, int decimals);

/* < 0,001, else three decimals; "–" for NaN. */
struct text p_shown(double p);

/* How many decimals do justice to an axis of this span. */
int decimals_for(double span);

/* Gridlines of an axis: a step of 1, 2 or 5 times a power of ten that gives 3 to 8 of them. */
double tick_step(double low, double high);

/* Moves both ends of an axis out to gridlines. */
void widen_to_ticks(double *low, double *high);

/* Decimals that tell such gridlines apart: 0 to 2. */
int step_decimals(double step);

#endif
