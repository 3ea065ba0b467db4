/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether those in focus fell behind, one row a case. */
#include "close.h"

#include "result/gap.h"

static const struct {
	double low, high, mid;
	enum direction direction;
	bool few;
	enum fell_behind behind;
} rules[] = {
	/* up is good, 1 matters */
	{ -3, -0.1, 1, DIRECTION_UP, false, BEHIND_YES },
	{ -3, -0.1, 1, DIRECTION_UP, true, BEHIND_POSSIBLY },
	{ -3, 0, 1, DIRECTION_UP, false, BEHIND_CANNOT_TELL },
	{ -1, 3, 1, DIRECTION_UP, false, BEHIND_CANNOT_TELL },
	{ -0.9, 3, 1, DIRECTION_UP, false, BEHIND_NO },
	{ -0.9, 3, 1, DIRECTION_UP, true, BEHIND_CANNOT_TELL },
	{ 0.1, 3, 1, DIRECTION_UP, false, BEHIND_NO },
	/* no amount that matters was agreed */
	{ -0.1, 3, NAN, DIRECTION_UP, false, BEHIND_CANNOT_TELL },
	{ 0, 3, NAN, DIRECTION_UP, false, BEHIND_NO },
	{ -3, -0.1, NAN, DIRECTION_UP, false, BEHIND_YES },
	/* down is good: the same turned */
	{ 0.1, 3, 1, DIRECTION_DOWN, false, BEHIND_YES },
	{ 0.1, 3, 1, DIRECTION_DOWN, true, BEHIND_POSSIBLY },
	{ -3, 0.9, 1, DIRECTION_DOWN, false, BEHIND_NO },
	{ -3, 1, 1, DIRECTION_DOWN, false, BEHIND_CANNOT_TELL },
	/* neither way is good; no interval */
	{ -3, -0.1, 1, DIRECTION_NONE, false, BEHIND_CANNOT_TELL },
	{ NAN, NAN, 1, DIRECTION_UP, false, BEHIND_CANNOT_TELL },
};

static void follows_the_rules(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		enum fell_behind behind = fell_behind(rules[i].low, rules[i].high,
			rules[i].direction, rules[i].mid, rules[i].few);

		if (behind != rules[i].behind)
			fail_msg("row %zu: got %s", i, fell_behind_names[behind]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(follows_the_rules) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
