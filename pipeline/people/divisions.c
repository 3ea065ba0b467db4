/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of the study's groups in the order that people expect. */
#include <string.h>

#include "people/people.h"

static struct division *list;
static size_t count, capacity;

static void add(size_t group, size_t number, const char *value, struct text label)
{
	bool named = label.en != NULL && *label.en != '\0' && label.id != NULL && *label.id != '\0';

	list = grow(list, &capacity, count + 1, sizeof(*list));
	list[count++] = (struct division){
		.group = group == NO_NAME ? NULL : &groups_load()->list[group],
		.index = group,
		.code = (uint16_t)(number + 1),
		.value = value,
		.label = named ? label : (struct text){ value, value },
	};
}

static bool is_listed(const struct group *group, const char *value)
{
	size_t i;

	for (i = 0; i < group->value_count; i++)
		if (strcmp(group->values[i].name, value) == 0)
			return true;
	return false;
}

static void add_group(size_t which, const struct names *names)
{
	const struct group *group = &groups_load()->list[which];
	const size_t *sorted = names_sorted(names);
	size_t i;

	for (i = 0; i < group->value_count; i++) {
		const struct choice *choice = &group->values[i];
		size_t number = name_find(names, choice->name, strlen(choice->name));

		if (number != NO_NAME)
			add(which, number, choice->name, choice->label);
	}
	for (i = 0; i < name_count(names); i++) {
		const char *value = name_text(names, sorted[i]);

		if (!is_listed(group, value))
			add(which, sorted[i], value, (struct text){ NULL, NULL });
	}
}

size_t divisions(const struct people *people, const struct division **all)
{
	size_t i;

	if (count == 0) {
		add(NO_NAME, 0, "", (struct text){ NULL, NULL });
		for (i = 0; i < groups_load()->count; i++)
			add_group(i, people->store->groups[i].names);
	}
	*all = list;
	return count;
}

bool row_in_division(const struct people *people, uint32_t row, const struct division *division)
{
	return division->group == NULL ||
		people->store->groups[division->index].code[row] == division->code;
}
