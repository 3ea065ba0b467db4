/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses an axis for changes that may differ in unit. */
#include "drawing/village_axis.h"

#include <math.h>

#include "drawing/numbers.h"

double village_axis_place(
	const struct village_axis *axis, const struct village_spread *spread, double change)
{
	const struct indicator *indicator = spread->indicator;
	/* a distance, whatever the scale begins with */
	double from = axis->axis.scaled && !isnan(indicator->scale_min) ? indicator->scale_min : 0;
	double at = axis_place(&axis->axis, indicator, from + change) -
		axis_place(&axis->axis, indicator, from);

	return indicator->direction == DIRECTION_DOWN ? 0 - at : at;
}

static void widen(struct village_axis *axis, const struct village_spread *spread)
{
	const double ends[] = { spread->conf_low, spread->conf_high, spread->prediction_low,
		spread->prediction_high };
	size_t i;

	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		double at = village_axis_place(axis, spread, ends[i]);

		axis->low = isnan(at) ? axis->low : fmin(axis->low, at);
		axis->high = isnan(at) ? axis->high : fmax(axis->high, at);
	}
}

static struct text axis_title(const struct village_axis *axis)
{
	const struct indicator *first = axis->list[0].indicator;

	if (axis->axis.scaled)
		return texts_plain("villages_axis_scaled");
	if (shown_of_hundred(first))
		return texts_plain("villages_axis_points");
	return text_join(texts_plain("page_column_change"), ", ", text_same(first->unit));
}

struct village_axis village_axis_for(const struct village_spread *list, size_t count)
{
	struct village_axis axis = { .list = list, .count = count };
	size_t i;

	for (i = 0; i < count; i++)
		axis.axis.scaled |= !shown_alike(list[i].indicator, list[0].indicator);
	for (i = 0; i < count; i++)
		if (!list[i].against)
			widen(&axis, &list[i]);
	if (!(axis.low < axis.high))
		axis.high = axis.low + 1;
	widen_to_ticks(&axis.low, &axis.high);
	axis.axis.title = axis_title(&axis);
	return axis;
}

struct amount village_axis_amount(
	const struct village_axis *axis, const struct indicator *indicator)
{
	const struct headline **shown = keep((axis->count + 1) * sizeof(*shown));
	struct headline *rows = keep((axis->count + 1) * sizeof(*rows));
	double span = indicator->scale_max - indicator->scale_min;
	size_t i, count = 0;

	for (i = 0; i < axis->count; i++)
		if (axis->list[i].indicator == indicator) {
			rows[count] = (struct headline){ .indicator = indicator,
				.estimate = axis->list[i].estimate,
				.conf_low = axis->list[i].conf_low,
				.conf_high = axis->list[i].conf_high };
			shown[count] = &rows[count];
			count++;
		}
	return amount_of(indicator, shown, count, (double)NAN, (double)NAN,
		span > 0 ? span : (axis->high - axis->low) / shown_factor(indicator));
}
