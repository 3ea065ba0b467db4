/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses an axis for panels whose means may differ in unit. */
#include "drawing/panel_axis.h"

#include <math.h>

#include "drawing/numbers.h"
#include "drawing/parts.h"

/* A difference of a few points must not fill the panel: the least share of the scale that is shown. */
static const double LEAST_SHARE = 0.4;

static enum panel_unit unit_of(const struct panel_range *shown, size_t count)
{
	bool hundred = true, own = true;

	for (size_t i = 0; i < count; i++) {
		hundred &= shown_of_hundred(shown[i].indicator);
		own &= shown_alike(shown[i].indicator, shown[0].indicator);
	}
	return hundred ? PANEL_HUNDRED : own ? PANEL_OWN : PANEL_SCALED;
}

double panel_place(const struct panel_axis *axis, const struct indicator *indicator, double value)
{
	double scale = indicator->scale_max - indicator->scale_min;

	if (axis->unit == PANEL_OWN || shown_of_hundred(indicator))
		return value * shown_factor(indicator);
	return scale > 0 ? 100 * (value - indicator->scale_min) / scale : (double)NAN;
}

static void find_ends(struct panel_axis *axis, const struct panel_range *shown, size_t count)
{
	axis->low = INFINITY;
	axis->high = -INFINITY;
	for (size_t i = 0; i < count; i++) {
		axis->low = fmin(axis->low, panel_place(axis, shown[i].indicator, shown[i].low));
		axis->high = fmax(axis->high, panel_place(axis, shown[i].indicator, shown[i].high));
	}
}

/* The scale that all of them share: 0-100, or their own; false without one. */
static bool scale_of(const struct panel_axis *axis, const struct panel_range *shown, size_t count,
	double *low, double *high)
{
	*low = 0;
	*high = 100;
	for (size_t i = 0; axis->unit == PANEL_OWN && i < count; i++) {
		const struct indicator *one = shown[i].indicator, *first = shown[0].indicator;

		*low = first->scale_min;
		*high = first->scale_max;
		if (one->scale_min != *low || one->scale_max != *high)
			return false;
	}
	return *high > *low;
}

/* Widens the axis evenly to its least span, and keeps it on the scale. */
static void widen(struct panel_axis *axis, double scale_low, double scale_high)
{
	double least = LEAST_SHARE * (scale_high - scale_low);
	double more = (least - (axis->high - axis->low)) / 2;

	if (more <= 0)
		return;
	axis->low = fmin(fmax(axis->low - more, fmin(axis->low, scale_low)), scale_high - least);
	axis->high = fmin(fmax(axis->high + more, axis->low + least), fmax(axis->high, scale_high));
}

static void round_off(struct panel_axis *axis)
{
	double step = tick_step(axis->low, axis->high);

	if (axis->low > 0 && axis->low < (axis->high - axis->low) / 2)
		axis->low = 0;
	axis->low = floor(axis->low / step) * step;
	axis->high = ceil(axis->high / step) * step;
	axis->cut = axis->low > 0; /* scales that begin at 1 as well */
}

static struct text axis_title(const struct panel_axis *axis, const struct panel_range *shown,
	size_t count, const struct amount *amount)
{
	const struct filling ends[] = { { "low", text_same("0") }, { "high", text_same("100") },
		{ NULL, { NULL, NULL } } };
	bool shares = true;
	struct text unit;

	for (size_t i = 0; i < count; i++)
		shares &= shown[i].indicator->type == INDICATOR_BINARY;
	if (axis->unit == PANEL_SCALED)
		return texts_plain("axis_scaled");
	if (axis->unit == PANEL_HUNDRED)
		return shares ? texts_plain("axis_share") : texts_fill("axis_index", ends);
	unit = text_join(amount->word, " ", text_same(shown[0].indicator->unit));
	return text_join(texts_plain("axis_mean"), ", ", unit);
}

struct panel_axis panel_axis_for(const struct panel_range *shown, size_t count)
{
	struct panel_axis axis = { .unit = unit_of(shown, count), .divisor = 1 };
	struct amount amount = { .word = text_same("") };
	double low, high;
	bool scaled = scale_of(&axis, shown, count, &low, &high);

	find_ends(&axis, shown, count);
	if (!(axis.low <= axis.high)) {
		axis.low = scaled ? low : 0;
		axis.high = scaled ? high : 1;
	}
	if (scaled)
		widen(&axis, low, high);
	else if (axis.low == axis.high)
		axis.high = axis.low + 1;
	if (axis.unit == PANEL_OWN) {
		amount = amount_of(
			shown[0].indicator, NULL, 0, axis.low, axis.high, axis.high - axis.low);
		axis.divisor = amount.divisor;
	}
	round_off(&axis);
	axis.title = axis_title(&axis, shown, count, &amount);
	return axis;
}

void panel_ticks(const struct panel_axis *axis)
{
	parts_ticks(axis->low, axis->high, axis->divisor,
		step_decimals(tick_step(axis->low, axis->high) / axis->divisor));
}
