/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what a row of results is about. */
#include "result/keys.h"

void put_indicator_keys(const struct indicator *indicator)
{
	put_string(output, goals_load()->list[indicator->goal].name);
	put_string(output, indicator->name);
	put_string(output, indicator->label.id);
	put_string(output, indicator->label.en);
	put_string(output, indicator_type_name(indicator->type));
	put_string(output, indicator->unit);
}
