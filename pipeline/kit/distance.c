/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much two texts differ. */
#include "kit/distance.h"

#include <string.h>

size_t text_distance(const char *left, const char *right)
{
	enum { LIMIT = 120 };
	size_t left_length = strlen(left), right_length = strlen(right), row[LIMIT + 1], i, j;

	left_length = left_length > LIMIT ? LIMIT : left_length;
	right_length = right_length > LIMIT ? LIMIT : right_length;
	for (j = 0; j <= right_length; j++)
		row[j] = j;
	for (i = 1; i <= left_length; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (j = 1; j <= right_length; j++) {
			size_t changed = diagonal + (left[i - 1] != right[j - 1]);
			size_t shorter = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;

			diagonal = row[j];
			row[j] = changed < shorter ? changed : shorter;
		}
	}
	return row[right_length];
}
