/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which statistics an indicator has, by its type. */
#include "spread/wanted.h"

static const struct wanted median = { "median", WANTED_QUANTILE, 1, 2, false, { "", "" } };
static const struct wanted p10 = { "p10", WANTED_QUANTILE, 1, 10, false, { "", "" } };
static const struct wanted p25 = { "p25", WANTED_QUANTILE, 1, 4, false, { "", "" } };
static const struct wanted p75 = { "p75", WANTED_QUANTILE, 3, 4, false, { "", "" } };
static const struct wanted zero = { "share_zero", WANTED_SHARE, 0, 0, false, { "", "" } };
static const struct wanted winsorised = { "winsorised_mean", WANTED_WINSORISED, 0, 0, false,
	{ "", "" } };
static const struct wanted gini = { "gini", WANTED_GINI, 0, 0, false, { "", "" } };
static const struct wanted ratio = { "variance_ratio", WANTED_RATIO, 0, 0, false, { "", "" } };

static size_t of_categories(const struct people *people, size_t indicator, struct wanted *wanted)
{
	struct category categories[MOST_CATEGORIES];
	size_t count = categories_of(people, indicator, categories), i;

	for (i = 0; i < count; i++)
		wanted[i] = (struct wanted){ "share", WANTED_SHARE, categories[i].value,
			categories[i].value, true, categories[i].label };
	if (count < 3)
		return count;
	wanted[i] = (struct wanted){ "top_two", WANTED_SHARE, categories[count - 2].value,
		categories[count - 1].value, true, { "", "" } };
	return count + 1;
}

static size_t of_scale(const struct people *people, size_t indicator, struct wanted *wanted)
{
	size_t count = of_categories(people, indicator, wanted);

	wanted[count++] = median;
	if (count > 1)
		return count;
	wanted[count++] = p25;
	wanted[count++] = p75;
	return count;
}

static size_t of_amount(struct wanted *wanted)
{
	size_t count = 0;

	wanted[count++] = median;
	wanted[count++] = p10;
	wanted[count++] = p25;
	wanted[count++] = p75;
	wanted[count++] = zero;
	wanted[count++] = winsorised;
	wanted[count++] = gini;
	return count;
}

static size_t of_count(struct wanted *wanted)
{
	size_t count = 0;

	wanted[count++] = median;
	wanted[count++] = zero;
	wanted[count++] = ratio;
	return count;
}

size_t wanted_of(const struct people *people, size_t indicator, struct wanted wanted[MOST_WANTED])
{
	const struct indicator *asked = &indicators_load()->list[indicator];

	if (asked->type == INDICATOR_BINARY || asked->type == INDICATOR_INDEX)
		return 0;
	if (asked->sensitive) {
		wanted[0] = median;
		return 1;
	}
	if (asked->type == INDICATOR_AMOUNT)
		return of_amount(wanted);
	if (asked->type == INDICATOR_COUNT)
		return of_count(wanted);
	return of_scale(people, indicator, wanted);
}

struct statistic wanted_statistic(
	const struct wanted *wanted, const struct cell *cell, const struct cut *cut)
{
	switch (wanted->kind) {
	case WANTED_SHARE:
		return statistic_share(cell, wanted->low * cell->scale, wanted->high * cell->scale);
	case WANTED_QUANTILE:
		return statistic_quantile(cell, wanted->low, wanted->high);
	case WANTED_WINSORISED:
		return statistic_winsorised(cell, cut);
	case WANTED_GINI:
		return statistic_gini(cell);
	case WANTED_RATIO:
		break;
	}
	return statistic_variance_ratio(cell);
}
