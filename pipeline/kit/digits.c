/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The digits of integers, two at a time: a division is what they take longest for. */
#include "kit/digits.h"

#include <string.h>

static const char pairs[] = "00010203040506070809"
			    "10111213141516171819"
			    "20212223242526272829"
			    "30313233343536373839"
			    "40414243444546474849"
			    "50515253545556575859"
			    "60616263646566676869"
			    "70717273747576777879"
			    "80818283848586878889"
			    "90919293949596979899";

char *digits_before(char *end, uint64_t integer, size_t least)
{
	char *first = end;

	for (; integer >= 100; integer /= 100)
		first = memcpy(first - 2, pairs + integer % 100 * 2, 2);
	if (integer >= 10)
		first = memcpy(first - 2, pairs + integer * 2, 2);
	else if (integer > 0)
		*--first = (char)('0' + integer);
	while ((size_t)(end - first) < least)
		*--first = '0';
	return first;
}
