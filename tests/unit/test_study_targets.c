/* SPDX-License-Identifier: GPL-3.0-or-later */
/* targets.csv as structs, each of its faults, and what of it is frozen. */
#include "close.h"

#include <stdio.h>
#include <string.h>

#include "studies.h"
#include "study/frozen.h"
#include "study/targets.h"

static void write_targets(const void *folder)
{
	const struct targets *targets;
	size_t i;

	enter(folder);
	targets = targets_load();
	assert_ptr_equal(targets_load(), targets);
	stop_on_faults();
	for (i = 0; i < targets->count; i++) {
		const struct target *one = &targets->list[i];

		printf("%zu %s %d|%s|%s|%s|%.10g|%s|%zu\n", one->indicator, one->round_name,
			one->round == NO_NAME ? -1 : (int)one->round, one->arm, one->group,
			one->group_value, one->value, one->note, one->place.line);
	}
}

static const struct tables study = {
	.study = "key,value\ntitle_en,A study\nrespondent,id\narm,nama\narm_comparison,no\n"
		 "assignment,comparison\n",
	.indicators = "indicator,goal,type,calculation,direction,scale_min,scale_max\n"
		      "a,usaha,count,,up,,\nb,usaha,scale,,down,1,5\n"
		      "s,usaha,binary,\"if(${kerja} = 'y', 1, 0)\",up,,\n",
	.groups = "group,calculation,list\nsex,,sex\nhalf,\"if(${a} > 3, 'up', 'down')\",\n",
};

static struct child with_targets(const char *targets, const char *clusters)
{
	struct tables tables = study;

	tables.targets = targets;
	tables.clusters = clusters;
	return stand_in(&tables, write_targets);
}

static void test_targets(void **state)
{
	struct child child = with_targets(
		"indicator;round;arm;group;group_value;target;note\n"
		"a;1;;;;3,5;\nb;2;;sex;2;2;\"late; rain\"\ns;2;yes;half;up;0,6;\ns;9;;;;1;\n",
		NULL);

	(void)state;
	assert_ended(child, 0, "");
	assert_string_equal(child.wrote,
		"0 1 1||||3.5||2\n1 2 2||sex|2|2|late; rain|3\n2 2 2|yes|half|up|0.6||4\n"
		"2 9 -1||||1||5\n");
	child = with_targets("indicator,round,target\n", NULL);
	assert_ended(child, 0, "");
	assert_string_equal(child.wrote, "");
	child = with_targets("", NULL);
	assert_ended(child, 0, "");
}

static void test_faults(void **state)
{
	static const struct {
		const char *row, *said;
	} rows[] = {
		{ "x,1,,,,1", "targets.csv:2: indicator: 'x'" },
		{ "a,0,,,,1", "targets.csv:2: round: '0'" },
		{ "a,,,,,1", "targets.csv:2: round: " },
		{ "a,1,,,,", "targets.csv:2: target: " },
		{ "a,1,,,,many", "targets.csv:2: target: 'many'" },
		{ "s,1,,,,60", "targets.csv:2: target: '60': a share runs" },
		{ "s,1,,,,-1", "targets.csv:2: target: '-1'" },
		{ "b,1,,,,7", "targets.csv:2: target: '7'" },
		{ "a,1,maybe,,,1", "targets.csv:2: arm: 'maybe'" },
		{ "a,1,,age,1,1", "targets.csv:2: group: 'age'" },
		{ "a,1,,,1,1", "targets.csv:2: group: " },
		{ "a,1,,sex,,1", "targets.csv:2: group_value: " },
		{ "a,1,,sex,3,1", "targets.csv:2: group_value: '3'" },
		{ "a,1,,,,1\na,1,,,,2", "targets.csv:3: indicator: 'a': this target stands twice" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char text[256];

		snprintf(text, sizeof(text), "indicator,round,arm,group,group_value,target\n%s\n",
			rows[i].row);
		assert_ended(with_targets(text, "cluster,arm\nV,yes\nW,no\n"), 2, rows[i].said);
	}
}

static void write_frozen(const void *folder)
{
	const struct frozen *now;
	size_t i;

	enter(folder);
	now = frozen_now();
	for (i = 0; i < now->count; i++)
		if (strcmp(now->rows[i].table, "targets") == 0)
			printf("%s %.8s\n", now->rows[i].name, now->rows[i].hash);
}

static struct child frozen_with(const char *targets)
{
	struct tables tables = study;

	tables.targets = targets;
	return stand_in(&tables, write_frozen);
}

/* The remark is no part of the plan; who and how much is. */
static void test_frozen(void **state)
{
	char names[256];
	struct child child = frozen_with("indicator,round,arm,group,group_value,target,note\n"
					 "a,1,,,,3.5,\na,1,yes,sex,2,3.5,\n");

	(void)state;
	assert_ended(child, 0, "");
	assert_non_null(strstr(child.wrote, "a 1 "));
	assert_non_null(strstr(child.wrote, "a 1 yes sex=2 "));
	snprintf(names, sizeof(names), "%s", child.wrote);
	child = frozen_with("indicator,round,target,arm,group,group_value,note\n"
			    "a,1,3.50,,,,late rain\na,1,3.5,yes,sex,2,\n");
	assert_string_equal(child.wrote, names);
	child = frozen_with("indicator,round,arm,group,group_value,target,note\n"
			    "a,1,,,,3.6,\na,1,yes,sex,2,3.5,\n");
	assert_string_not_equal(child.wrote, names);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_targets),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_frozen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
