/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The goals of a results chain in bands from the first to the last, and where its arrows run. */
#ifndef DRAWING_LAYERS_H
#define DRAWING_LAYERS_H

#include "study/study.h"

/* Where a goal's box stands: bands from the top down from 0, places from the left from 0. */
struct spot {
	bool linked;                /* to another goal */
	size_t band, place, places; /* places: boxes in its band */
};

/* An arrow from a goal to one that follows. */
struct joint {
	size_t parent, child;
	size_t out, outs; /* which of those that leave the parent, from the left */
	size_t in, ins;   /* which of those that reach the child, from the left */
	size_t slot;      /* height at which it turns: one for each that leaves the band */
	size_t lane;      /* passes bands at the side, in this lane; 0: goes to the next band */
};

struct layers {
	const struct spot *spots; /* of each goal; `linked` ones and the others are apart */
	const struct joint *joints;
	size_t joint_count;
	size_t places; /* boxes that a band has room for: 2 or 3 */
	size_t widest; /* boxes in the fullest band of linked goals, at least 1 */
	size_t bands;  /* of linked goals; the others begin at band 0 again */
	size_t loose_bands;
	size_t lanes;
};

enum { LAYERS_PLACES = 3, LAYERS_PARENTS = 4 };

/*
 * Bands by rule: a goal stands below all that come before it, as high as that allows; a layer of more
 * goals than have room goes over several bands.
 * Within a band goals keep their order in goals.csv. Goals without links stand in bands of their
 * own. Where a goal has more than LAYERS_PARENTS before it, arrows would not be told apart: no goal
 * counts as linked then.
 */
struct layers layers_of(const struct goals *goals);

#endif
