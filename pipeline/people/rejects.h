/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rejects of ingest say about rows: how many each file has, and which were set aside. */
#ifndef PEOPLE_REJECTS_H
#define PEOPLE_REJECTS_H

#include "kit/kit.h"
#include "study/study.h"

/* Why a row was set aside: the action of its reject. */
enum aside {
	ASIDE_EMPTY,
	ASIDE_TAGS,
	ASIDE_REJECTED,
	ASIDE_NOT_KEPT,
	ASIDE_IDENTICAL,
	ASIDE_DUPLICATE,
	ASIDE_COUNT
};
extern const char *const aside_names[ASIDE_COUNT];

/* Rejected rows are told apart by the key that could not be used: enum key, or this for none. */
enum { ASIDE_NO_KEY = KEY_COUNT, ASIDE_KEYS };

/* A file as it was read: its rows, those set aside, and those that stayed. */
struct file_flow {
	const char *file, *round; /* round "" where the rows say theirs */
	int64_t rows, kept;
	int64_t aside[ASIDE_COUNT][ASIDE_KEYS];
};

struct file_flows {
	size_t count, capacity;
	struct file_flow *list;
};

/* Reads the accounts of all files and counts their rejects. Refuses (exit 1) rejects of a file that
 * has no account, and a file whose rows are not as many as those set aside and those that stay.
 * `met` is called for each row set aside whose respondent and round are known. */
const struct file_flows *rejects_read(
	const char *file, void (*met)(const char *respondent, const char *round, enum aside aside));

/* Why such rows are set aside, in general words: the row's own may quote data. */
struct text aside_reason(enum aside aside, size_t key);

#endif
