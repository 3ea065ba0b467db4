/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact decimals as text. */
#include <stdlib.h>
#include <string.h>

#include "kit/decimal.h"
#include "kit/digits.h"

enum { MOST_DECIMALS = 18 };

size_t decimal_text(struct decimal decimal, char text[32])
{
	struct decimal rounded = decimal_round(decimal, MOST_DECIMALS);
	char digits[32], *end = digits + sizeof digits, *into = text;
	const char *first, *point = end - rounded.decimals;

	/* at least one digit before the point: 5 units of 10^-3 are 0.005 */
	first = digits_before(end, (uint64_t)llabs(rounded.units), (size_t)rounded.decimals + 1);
	while (end > point && end[-1] == '0')
		end--;
	if (rounded.units < 0)
		*into++ = '-';
	memcpy(into, first, (size_t)(point - first));
	into += point - first;
	if (end > point) {
		*into++ = '.';
		memcpy(into, point, (size_t)(end - point));
		into += end - point;
	}
	*into = '\0';
	return (size_t)(into - text);
}
