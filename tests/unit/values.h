/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads "value:count value:count" of the frozen tables and short lists of numbers. */
#ifndef TESTS_VALUES_H
#define TESTS_VALUES_H

#include "frozen.h"

#include "stat/counts.h"

/* Fills counts (room for 512) and returns how many there are. */
static inline size_t parse_counts(const char *text, struct value_count *counts)
{
	char *at = (char *)(size_t)text;
	size_t size = 0;

	for (; *at; at += *at == ' ') {
		assert_true(size < 512);
		counts[size].value = strtoll(at, &at, 10);
		counts[size++].count = strtoll(at + 1, &at, 10);
	}
	return size;
}

/* Fills numbers (room for 512) from text parted by blanks, "NA" as NaN, and returns how many. */
static inline size_t parse_numbers(const char *text, double *numbers)
{
	size_t size = 0;

	for (const char *at = text; *at; at += strcspn(at, " "), at += *at == ' ') {
		assert_true(size < 512);
		numbers[size++] = strncmp(at, "NA", 2) == 0 ? (double)NAN : strtod(at, NULL);
	}
	return size;
}

#endif
