/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses an honest axis for values that may differ in unit. */
#include "drawing/axis.h"

#include <math.h>

#include "drawing/numbers.h"
#include "drawing/parts.h"
#include "result/columns.h"

double comparison_number(size_t row, size_t column)
{
	double number;

	return row != NO_NAME && number_read(cell_value(comparisons(), row, column), &number)
		? number
		: NAN;
}

static bool has_scale(const struct indicator *indicator)
{
	return indicator->scale_max > indicator->scale_min;
}

double axis_place(const struct axis *axis, const struct indicator *indicator, double value)
{
	if (!axis->scaled || shown_of_hundred(indicator))
		return value * shown_factor(indicator);
	if (!has_scale(indicator))
		return NAN;
	return 100 * (value - indicator->scale_min) / (indicator->scale_max - indicator->scale_min);
}

bool axis_has(const struct axis *axis, const struct indicator *indicator)
{
	return !axis->scaled || shown_of_hundred(indicator) || has_scale(indicator);
}

static struct text ends_filled(const char *key, const struct axis *axis)
{
	const struct filling ends[] = { { "low", number_shown(axis->low, 0) },
		{ "high", number_shown(axis->high, 0) }, { NULL, { NULL, NULL } } };

	return texts_fill(key, ends);
}

static void hundred(struct axis *axis, const struct headline *const *shown, size_t count)
{
	size_t shares = 0, i;

	for (i = 0; i < count; i++)
		shares += shown[i]->indicator->type == INDICATOR_BINARY;
	*axis = (struct axis){ .low = 0, .high = 100, .scaled = axis->scaled };
	axis->title = axis->scaled             ? texts_plain("axis_scaled")
		: shares == count && count > 0 ? texts_plain("axis_share")
					       : ends_filled("axis_index", axis);
	axis->subject = axis->scaled ? texts_plain("sub_scaled") : axis->title;
	if (count > 0 && !axis->scaled)
		axis->amount = amount_of(NULL, shown, count, 0, 100, 100);
}

/* The unit, and that lower is better where it is. */
static struct text unit_of(const struct indicator *indicator, struct text unit)
{
	const struct filling fact[] = { { "unit", unit }, { NULL, { NULL, NULL } } };

	return texts_fill(
		indicator->direction == DIRECTION_DOWN ? "axis_low_is_good" : "axis_unit", fact);
}

/* The ends of all values and intervals drawn, of one indicator or (NULL) of all, in their unit. */
static void spread(const struct indicator *of, const struct headline *const *shown, size_t count,
	double *low, double *high)
{
	static const size_t columns[] = { COMPARISON_VALUE_FROM, COMPARISON_VALUE_TO };
	const char *comparison = study_load()->arm_comparison;
	size_t i, j, arm;

	*low = INFINITY;
	*high = -INFINITY;
	for (i = 0; i < count; i++)
		for (arm = of == NULL || shown[i]->indicator == of ? 0 : 2;
			arm < (comparison == NULL ? 1u : 2u); arm++) {
			size_t row = comparison_find(shown[i]->indicator, "change",
				arm == 0 ? shown[i]->arm : comparison);
			double from = comparison_number(row, COMPARISON_VALUE_FROM);

			for (j = 0; j < 2; j++) {
				*low = fmin(*low, comparison_number(row, columns[j]));
				*high = fmax(*high, comparison_number(row, columns[j]));
			}
			*low = fmin(*low, from + comparison_number(row, COMPARISON_CONF_LOW));
			*high = fmax(*high, from + comparison_number(row, COMPARISON_CONF_HIGH));
		}
}

static void own_unit(struct axis *axis, const struct headline *const *shown, size_t count)
{
	const struct indicator *first = shown[0]->indicator;
	double low, high, drawn_low, drawn_high;
	struct text unit;
	bool one = true;
	size_t i;

	for (i = 1; i < count; i++)
		one &= shown[i]->indicator == first;
	spread(NULL, shown, count, &low, &high);
	drawn_low = low;
	drawn_high = high;
	if (has_scale(first) &&
		(!(low < high) || high - low > (first->scale_max - first->scale_min) / 12)) {
		axis->low = first->scale_min;
		axis->high = first->scale_max;
	} else if (low < high) {
		low = low > 0 && low < (high - low) ? 0 : low;
		axis->low = low;
		axis->high = high;
		widen_to_ticks(&axis->low, &axis->high);
		axis->cut = axis->low > 0;
	} else {
		axis->low = 0;
		axis->high = 1;
	}
	axis->amount = amount_of(NULL, shown, count, drawn_low, drawn_high, axis->high - axis->low);
	unit = text_join(axis->amount.word, " ", text_same(first->unit));
	axis->title = unit_of(first, unit);
	axis->subject = one ? unit_of(first, text_join(first->label, ", ", unit)) : axis->title;
}

struct axis axis_for(const struct headline *const *shown, size_t count)
{
	struct axis axis = { .scaled = false };
	bool alike = true;
	size_t i;

	for (i = 1; i < count; i++) {
		const struct indicator *a = shown[0]->indicator, *b = shown[i]->indicator;

		alike = alike && shown_alike(a, b) &&
			(shown_of_hundred(a) ||
				(a->scale_min == b->scale_min && a->scale_max == b->scale_max) ||
				(!has_scale(a) && !has_scale(b)));
	}
	axis.scaled = !alike;
	if (count == 0 || !alike || shown_of_hundred(shown[0]->indicator))
		hundred(&axis, shown, count);
	else
		own_unit(&axis, shown, count);
	return axis;
}

bool axis_units(const struct axis *axis)
{
	return axis->scaled;
}

struct amount axis_amount(const struct axis *axis, const struct indicator *indicator,
	const struct headline *const *shown, size_t count)
{
	double low, high;

	if (!axis->scaled) {
		struct amount amount = axis->amount;

		amount.share = indicator->type ==
			INDICATOR_BINARY; /* shares and indices have an axis in common */
		return amount;
	}
	spread(indicator, shown, count, &low, &high);
	return amount_of(indicator, shown, count, low, high,
		has_scale(indicator) ? indicator->scale_max - indicator->scale_min
			: low < high ? high - low
				     : 1);
}

struct amount headline_amount(const struct headline *headline)
{
	const struct axis axis = axis_for(&headline, 1);

	return axis_amount(&axis, headline->indicator, &headline, 1);
}

void axis_ticks(const struct axis *axis)
{
	double span = axis->high - axis->low;

	if (axis->scaled || axis->amount.divisor == 1)
		parts_ticks(axis->low, axis->high, 1, span >= 5 ? 0 : axis->amount.decimals);
	else
		parts_ticks(axis->low, axis->high, axis->amount.divisor,
			step_decimals(tick_step(axis->low, axis->high) / axis->amount.divisor));
}
