/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs, decimals and intervals. */
#include "drawing/numbers.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "drawing/texts.h"
#include "result/told.h"

static struct text shown(double number, int decimals, bool with_plus)
{
	char plain[400];
	struct text text;

	if (!isfinite(number))
		return texts_plain("not_applicable");
	snprintf(plain, sizeof(plain), "%.*f", decimals, number);
	if (strspn(plain, "-0.") == strlen(plain)) /* zero as shown has no sign */
		snprintf(plain, sizeof(plain), "%.*f", decimals, 0.0);
	else
		with_plus = with_plus && plain[0] != '-';
	if (strspn(plain, "0.") == strlen(plain))
		with_plus = false;
	text = number_marked(plain);
	return with_plus ? text_join(text_same("+"), "", text) : text;
}

struct text number_shown(double number, int decimals)
{
	return shown(number, decimals, false);
}

struct text number_signed(double number, int decimals)
{
	return shown(number, decimals, true);
}

struct text percent_shown(double share, int decimals)
{
	struct text number = number_shown(100 * share, decimals);

	return isnan(share) ? number : text_join(number, "", text_same("%"));
}

struct text interval_shown(double low, double high, int decimals)
{
	const struct filling ends[] = { { "low", number_shown(low, decimals) },
		{ "high", number_shown(high, decimals) }, { NULL, { NULL, NULL } } };

	if (!isfinite(low) || !isfinite(high))
		return text_same("");
	return texts_fill("interval", ends);
}

struct text p_shown(double p)
{
	return p < 0.001 ? texts_plain("p_tiny") : number_shown(p, 3);
}

int decimals_for(double span)
{
	return span >= 1000 ? 0 : span >= 10 ? 1 : span >= 1 ? 2 : 3;
}

double tick_step(double low, double high)
{
	double step = pow(10, floor(log10((high - low) / 3)));

	if ((high - low) / (5 * step) >= 3)
		return 5 * step;
	return (high - low) / (2 * step) >= 3 ? 2 * step : step;
}

int step_decimals(double step)
{
	return step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
}

void widen_to_ticks(double *low, double *high)
{
	double step = tick_step(*low, *high);

	*low = floor(*low / step) * step;
	*high = ceil(*high / step) * step;
}
