/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks labels up in the study's tables. */
#include "drawing/labels.h"

#include <string.h>

#include "drawing/texts.h"
#include "study/study.h"

struct text round_label(struct value name)
{
	size_t round = round_find(rounds_load(), name);

	return round == NO_NAME ? text_same(keep_value(name)) : rounds_load()->list[round].label;
}

/* The label of a choice, in one language where the other is missing. */
static struct text label_of(const struct choice *choice)
{
	struct text label = choice->label;

	if (label.en == NULL || *label.en == '\0')
		label.en = label.id;
	if (label.id == NULL || *label.id == '\0')
		label.id = label.en;
	return label.id == NULL ? text_same("") : label;
}

struct text group_label(const char *group, const char *value)
{
	const struct groups *groups = groups_load();
	struct text label = text_same("");
	size_t g, v;

	for (g = 0; g < groups->count; g++)
		for (v = 0; v < groups->list[g].value_count; v++)
			if (strcmp(groups->list[g].name, group) == 0 &&
				strcmp(groups->list[g].values[v].name, value) == 0)
				label = label_of(&groups->list[g].values[v]);
	if (*label.en != '\0' || *group == '\0')
		return label;
	return text_same(keep_format("%s %s", group, value));
}
