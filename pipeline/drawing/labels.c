/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks labels up in the study's tables. */
#include "drawing/labels.h"

#include <string.h>

#include "drawing/texts.h"
#include "study/words.h"

struct text round_label(struct value name)
{
	size_t round = round_find(rounds_load(), name);

	return round == NO_NAME ? text_same(keep_value(name)) : rounds_load()->list[round].label;
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
				label = words_both(groups->list[g].values[v].label);
	if (*label.en != '\0' || *group == '\0')
		return label;
	return text_same(keep_format("%s %s", group, value));
}

struct text arm_label(const char *arm)
{
	const struct choice_list *choices = form_list(form_load("."), "arm");
	const struct choice *choice =
		choices == NULL ? NULL : list_choice(choices, (struct value){ arm, strlen(arm) });
	struct text label = choice == NULL ? text_same("") : words_both(choice->label);

	return *label.en == '\0' ? text_same(arm) : label;
}

struct text label_of_arm(struct text label, const char *arm, bool several)
{
	return several ? text_join(label, " · ", arm_label(arm)) : label;
}

struct text label_directed(struct text label, const struct indicator *indicator)
{
	return indicator->direction == DIRECTION_NONE
		? text_join(label, " · ", texts_plain("undirected"))
		: label;
}
