/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step's turn in a run: whether it must run, why, by which command, and what came of it. */
#ifndef TURN_H
#define TURN_H

#include "area.h"
#include "fingerprint.h"

enum turn_state {
	TURN_WAITING, /* to be run */
	TURN_RUNNING,
	TURN_CURRENT, /* nothing it depends on has changed: its table stands */
	TURN_DONE,
	TURN_FAILED,
	TURN_NOT_RUN, /* because another failed */
};

/* Why a step runs. */
enum turn_reason { REASON_NEW, REASON_CHANGED, REASON_LOST, REASON_ASKED };

struct turn {
	enum turn_state state;
	enum turn_reason reason;
	struct part difference;     /* with REASON_CHANGED: the first ingredient that changed */
	struct stamp stamp;         /* the fingerprint; with the outputs once there are some */
	size_t rows[PRODUCT_LIMIT]; /* records of what it made */
	bool same;                  /* ran, and made the same bytes as before */
	double seconds;
	int process, messages; /* pid, and the descriptor that gathers its stderr */
};

/* A plan with the folders it runs in. Its turns stand in the order of the plan's steps. */
struct run {
	const struct plan *plan;
	const struct area *area;
	struct stamps stamps; /* of the work area */
	struct turn *turns;
	bool *asked; /* steps to run even where nothing changed */
};

struct run run_of(const struct plan *plan, const struct area *area);

/* True if all that the step reads has been made. */
bool turn_ready(const struct run *run, size_t step);

/* The step's fingerprint as it is now; of tables that are not made yet it lacks the digest. */
struct stamp turn_fingerprint(const struct run *run, size_t step);

/* Takes the step's fingerprint and compares it with its stamp: the turn becomes TURN_CURRENT, or
 * stays TURN_WAITING with its reason. */
void turn_prepare(struct run *run, size_t step);

/* Why the step runs, in the user's language. */
const char *turn_reason(const struct turn *turn);

/* The words of the step's command, and the file on its stdin (NULL: none). With `typed` it is the
 * command that a person would type: files bear their final names. */
struct arguments turn_command(const struct run *run, size_t step, const char **input, bool typed);

/* The file in the work area that holds a product while it is being made. */
const char *partial_file(const struct area *area, const struct product *product);

#endif
