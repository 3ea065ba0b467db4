/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far each village moved between two rounds. */
#ifndef RESULT_VILLAGE_MOVES_H
#define RESULT_VILLAGE_MOVES_H

#include "result/sample.h"

/* The mean change of one village; its name lives until the program ends. */
struct village_move {
	const char *cluster;
	double mean; /* in the indicator's units */
};

/* Mean changes in byte order of the villages' names; kept until the program ends. */
struct village_moves {
	size_t count;
	const struct village_move *list;
};

/*
 * The mean change of each village of an arm (NULL: all) between two rounds: of the people seen in
 * both where the study is a panel, else the mean of the later round less that of the earlier one.
 * With weights means are weighted within the village. Villages without such people are left out.
 */
struct village_moves village_moves_of(
	const struct samples *samples, size_t round_from, size_t round, const char *arm);

/* The villages that are in both: their means side by side in x and y, which have room for as many
 * as the shorter list; how many there are. */
size_t village_moves_pair(const struct village_moves *first, const struct village_moves *second,
	double *x, double *y);

#endif
