/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a look for harm is flagged, one row a case. */
#include "close.h"

#include "result/harm.h"

static const struct {
	double estimate, low, high, mid;
	bool few;
	enum harm_flag flag;
} rules[] = {
	{ 2, 0.1, 4, 1, false, FLAG_HARM },
	{ 0.5, 0.1, 0.9, 1, false, FLAG_HARM },
	{ 2, 0.1, 4, 1, true, FLAG_POSSIBLE },
	{ 1, -1, 3, 1, false, FLAG_POSSIBLE },
	{ 0.9, -1, 3, 1, false, FLAG_CANNOT_TELL },
	{ 0.5, -0.1, 0.9, 1, false, FLAG_NONE },
	{ 0.5, -0.1, 0.9, 1, true, FLAG_CANNOT_TELL },
	{ -2, -3, -1, 1, false, FLAG_NONE },
	{ -2, -5, 1, 1, false, FLAG_CANNOT_TELL },
	/* no amount that matters was agreed */
	{ 2, 0.1, 4, NAN, false, FLAG_HARM },
	{ 2, -1, 4, NAN, false, FLAG_CANNOT_TELL },
	{ -2, -4, 0, NAN, false, FLAG_NONE },
	/* it need not be much to matter, but it must be there */
	{ 0, -1, 1, 0, false, FLAG_CANNOT_TELL },
};

static void follows_the_rules(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		enum harm_flag flag = harm_judge(
			rules[i].estimate, rules[i].low, rules[i].high, rules[i].mid, rules[i].few);

		if (flag != rules[i].flag)
			fail_msg("row %zu: got %s", i, harm_flag_names[flag]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(follows_the_rules) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
