/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one rule for families of tests. */
#include "result/family.h"

enum family_rule family_of(const struct indicator *indicator, const char *group,
	const char *group_value, const char **name)
{
	const struct goal *goal = &goals_load()->list[indicator->goal];
	bool everybody = *group == '\0';

	if (goal->kind == KIND_HARM)
		return FAMILY_NONE;
	if (indicator->option)
		*name = keep_format("multiple:%s%s%s%s%s", indicator->row, everybody ? "" : ":",
			group, everybody ? "" : "=", group_value);
	else if (!everybody)
		*name = keep_format("goal:%s:%s=%s", goal->name, group, group_value);
	else if (indicator->primary)
		*name = keep_format("kind:%s", goal_kind_name(goal->kind));
	else
		*name = keep_format("goal:%s", goal->name);
	return indicator->option || (everybody && indicator->primary) ? FAMILY_HOLM : FAMILY_BH;
}

static const char *or_blank(const char *text)
{
	return text == NULL ? "" : text;
}

const char *family_key(const char *name, const char *contrast, const char *round_from,
	const char *round_to, const char *arm)
{
	return keep_format("%s\n%s\n%s\n%s\n%s", name, contrast, or_blank(round_from),
		or_blank(round_to), or_blank(arm));
}
