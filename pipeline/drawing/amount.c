/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints large numbers as thousands, millions or billions, and units beside numbers. */
#include "drawing/amount.h"

#include <math.h>
#include <string.h>

#include "drawing/numbers.h"
#include "result/told.h"

static const struct {
	double from, divisor;
	const char *key;
} scales[] = {
	{ 1e12, 1e12, "scale_trillion" },
	{ 1e9, 1e9, "scale_billion" },
	{ 1e6, 1e6, "scale_million" },
	{ 1e4, 1e3, "scale_thousand" },
};

/* The largest of numbers, without regard to sign. */
static double larger(double largest, double number)
{
	return isnan(number) ? largest : fmax(largest, fabs(number));
}

/* Decimals that leave three digits of a number. */
static int three_digits(double largest)
{
	return largest >= 100 ? 0 : largest >= 10 ? 1 : 2;
}

static void scale(struct amount *amount, double values, double changes)
{
	double largest = fmax(values, changes);
	size_t i;

	for (i = 0; i < sizeof(scales) / sizeof(scales[0]); i++)
		if (largest >= scales[i].from) {
			amount->divisor = scales[i].divisor;
			amount->word = texts_plain(scales[i].key);
			amount->decimals = three_digits(values / amount->divisor);
			amount->change_decimals = three_digits(changes / amount->divisor);
			return;
		}
}

double shown_factor(const struct indicator *indicator)
{
	return indicator->type == INDICATOR_BINARY ? 100 : 1;
}

bool shown_of_hundred(const struct indicator *indicator)
{
	return indicator->type == INDICATOR_BINARY || index_of_hundred(indicator);
}

bool shown_alike(const struct indicator *a, const struct indicator *b)
{
	return shown_of_hundred(a) == shown_of_hundred(b) &&
		(shown_of_hundred(a) || strcmp(a->unit, b->unit) == 0);
}

struct amount amount_of(const struct indicator *indicator, const struct headline *const *shown,
	size_t count, double low, double high, double span)
{
	const struct indicator *one = indicator == NULL ? shown[0]->indicator : indicator;
	struct amount amount = { .divisor = 1,
		.word = text_same(""),
		.unit = one->unit,
		.before = unit_is_currency(one->unit) };
	double changes = 0;
	size_t i;

	amount.share = one->type == INDICATOR_BINARY;
	if (amount.share || index_of_hundred(one)) {
		amount.unit = "";
		amount.decimals = amount.change_decimals = 1;
		return amount;
	}
	for (i = 0; i < count; i++)
		if (indicator == NULL || shown[i]->indicator == indicator)
			changes = larger(
				larger(larger(changes, shown[i]->estimate), shown[i]->conf_low),
				shown[i]->conf_high);
	amount.decimals = amount.change_decimals = decimals_for(span);
	if (strspn(amount.unit, "0123456789") >
		0) /* as 1-5: it tells the scale and names no unit */
		amount.unit = "";
	scale(&amount, larger(larger(0, isfinite(low) ? low : 0), isfinite(high) ? high : 0),
		changes);
	return amount;
}

/* The sign, then the currency, then the number, then its scale, then any other unit. */
static struct text dressed(const struct amount *amount, struct text number, struct text unit)
{
	struct text text = number;

	if (amount->before) {
		struct text sign = text_sign(&text);

		text = text_join(sign, "", text_join(unit, "", text));
		return text_join(text, " ", amount->word);
	}
	text = text_join(text, " ", amount->word);
	return text_join(text, strcmp(unit.en, "%") == 0 ? "" : " ", unit);
}

static double printed(const struct amount *amount, double number)
{
	return number * (amount->share ? 100 : 1) / amount->divisor;
}

struct text amount_value(const struct amount *amount, double value, bool with_unit)
{
	struct text number = number_shown(printed(amount, value), amount->decimals);

	return with_unit && !isnan(value)
		? dressed(amount, number, text_same(amount->share ? "%" : amount->unit))
		: number;
}

struct text amount_change(const struct amount *amount, double change, bool with_unit)
{
	struct text number = number_signed(printed(amount, change), amount->change_decimals);

	if (!with_unit || isnan(change))
		return number;
	return dressed(amount, number,
		amount->share ? texts_plain("unit_points") : text_same(amount->unit));
}

struct text amount_interval(const struct amount *amount, double low, double high)
{
	return interval_shown(printed(amount, low), printed(amount, high), amount->change_decimals);
}
