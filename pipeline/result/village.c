/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which way a village went. */
#include "result/village.h"

const char *const village_class_names[VILLAGE_CLASS_COUNT] = { "unclear", "better", "worse", "rose",
	"fell" };

enum village_class village_class(double conf_low, double conf_high, enum direction direction)
{
	bool rose = conf_low > 0, fell = conf_high < 0;

	if (!rose && !fell)
		return VILLAGE_UNCLEAR;
	if (direction == DIRECTION_NONE)
		return rose ? VILLAGE_ROSE : VILLAGE_FELL;
	return rose == (direction == DIRECTION_UP) ? VILLAGE_BETTER : VILLAGE_WORSE;
}

enum village_class village_class_read(struct value name)
{
	int class = 0;

	while (class < VILLAGE_CLASS_COUNT && !same_text(name, village_class_names[class]))
		class ++;
	return (enum village_class) class;
}
