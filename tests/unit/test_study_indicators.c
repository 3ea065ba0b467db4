/* SPDX-License-Identifier: GPL-3.0-or-later */
/* indicators.csv and groups.csv as structs: lattices, members, questions needed, and the tables
 * against each other. */
#include "close.h"

#include <stdio.h>
#include <string.h>

#include "studies.h"
#include "study/indicator_index.h"
#include "study/study.h"

static void write_indicators(const void *folder)
{
	const struct indicators *all;
	size_t i, j;

	enter(folder);
	all = indicators_load();
	assert_ptr_equal(indicators_load(), all);
	for (i = 0; i < all->count; i++) {
		const struct indicator *one = &all->list[i];

		printf("%s %s %d %d %d |%s|%s| 1/%d", one->name, indicator_type_name(one->type),
			one->primary, one->direction, (int)one->lag_rounds, one->calculation,
			one->mid_text.text, (int)one->denominator);
		for (j = 0; j < one->member_count; j++)
			printf(" %s", all->list[one->members[j]].name);
		if (one->member_count > 0)
			printf(" (%zu)", index_least(one));
		printf("\n");
	}
	stop_on_faults();
}

static void test_indicators(void **state)
{
	static const struct tables tables = {
		.goals = "goal,lag_rounds\nusaha,1\nlain,0\n",
		.indicators = "indicator;goal;primary;type;calculation;direction;scale_min;scale_"
			      "max;mid;lag_rounds\n"
			      "a;usaha;0;ordinal;;up;1;5;0,50;\n"
			      "b;usaha;;ordinal;;down;1;4;1;3\n"
			      "thirds;usaha;;scale;mean(2, ${a}, ${b}, ${c});up;1;5;;0\n"
			      "work;lain;;binary;if(${kerja} = 'y', 1, 0);up;0;1;;\n"
			      "scored;lain;;scale;score(${kerja});none;0;100;;\n"
			      "free;lain;;amount;${jam};none;;;;\n"
			      "ratio;lain;;amount;${a} div ${b};none;;;;\n"
			      "whole;usaha;1;index;goal;up;;;;\n"
			      "some;lain;1;index;work a;up;;;2.5;\n"
			      "half;lain;;scale;${a};up;0,5;5;;\n"
			      "odd;lain;;index;half a;up;;;;\n",
	};
	struct child child = stand_in(&tables, write_indicators);

	(void)state;
	assert_ended(child, 0, "");
	/* 100 (a - 1)/4 lies on wholes, 100 (b - 1)/3 on thirds, that of the sixths on thirds as well
	 * (600/24 = 25, so 100/24 = 25/6: sixths); means of 2 or 3 of them on 6 x 6 = 36ths. */
	assert_string_equal(child.wrote,
		"a ordinal 0 1 1 |${a}|0.50| 1/1\n"
		"b ordinal 0 -1 3 |${b}|1| 1/1\n"
		"thirds scale 0 1 0 |mean(2, ${a}, ${b}, ${c})|| 1/6\n"
		"work binary 0 1 0 |if(${kerja} = 'y', 1, 0)|| 1/1\n"
		"scored scale 0 0 0 |score(${kerja})|| 1/10\n"
		"free amount 0 0 0 |${jam}|| 1/0\n"
		"ratio amount 0 0 0 |${a} div ${b}|| 1/0\n"
		"whole index 1 1 1 ||| 1/36 a b thirds (2)\n"
		"some index 1 1 0 ||2.5| 1/2 work a (1)\n"
		"half scale 0 1 0 |${a}|| 1/1\n"
		"odd index 0 1 0 ||| 1/0 half a (1)\n");
}

static void write_groups(const void *folder)
{
	const struct groups *groups;
	size_t i;

	enter(folder);
	groups = groups_load();
	assert_ptr_equal(groups_load(), groups);
	for (i = 0; i < groups->count; i++)
		printf("%s|%s|%s|%s|%zu\n", groups->list[i].name, groups->list[i].label.en,
			groups->list[i].calculation, groups->list[i].focal,
			groups->list[i].value_count);
	stop_on_faults();
}

static void test_groups(void **state)
{
	static const struct tables tables = {
		.groups = "group,label_en,calculation,list,focal\nsex,Women and men,,sex,2\n"
			  "half,,\"if(${a} > 3, 'up', 'down')\",,up\n",
	};
	struct child child = stand_in(&tables, write_groups);

	(void)state;
	assert_ended(child, 0, "");
	assert_string_equal(child.wrote,
		"sex|Women and men|${sex}|2|2\nhalf|half|if(${a} > 3, 'up', 'down')|up|0\n");
	child = stand_in(&(struct tables){ 0 }, write_groups);
	assert_ended(child, 0, "");
	assert_string_equal(child.wrote, "");
}

/* ---- what the study needs ---- */

static void write_needs(const void *folder)
{
	const struct names *needed;
	size_t i;

	enter(folder);
	needed = questions_needed();
	for (i = 0; i < name_count(needed); i++)
		printf("%s ", name_text(needed, i));
	printf("%zu faults\n", fault_count());
}

static void test_needed_questions(void **state)
{
	static const struct tables tables = {
		.study = "key,value\ntitle_en,A\nrespondent,id\nkeep,${jam} >= 0\ncarry,nama\n",
		.indicators = "indicator,goal,type,direction,calculation,among\n"
			      "x,usaha,count,up,${c} + 1,\"${arm} = 'p' and ${b} > "
			      "1\"\n",
		.groups = "group\nsex\n",
	};
	struct child child = stand_in(&tables, write_needs);

	(void)state;
	assert_string_equal(child.said, "");
	assert_string_equal(child.wrote, "b c jam nama sex 0 faults\n");
	child = stand_in(
		&(struct tables){
			.study = "key,value\ntitle_en,A\nrespondent,id\nkeep,${x} >\ncarry,y\n",
			.groups = "" },
		write_needs);
	assert_ended(
		child, 0, "study.csv:4: value: '${x} >': character 1: there is no question ${x}");
	assert_non_null(strstr(child.said, "study.csv:5: value: 'y': no form has a question 'y'"));
}

/* ---- everything against everything ---- */

static void check(const void *folder)
{
	enter(folder);
	printf("%zu\n", study_check());
}

static void test_check(void **state)
{
	static const struct tables tables = {
		.study = "key,value\ntitle_en,A\nrespondent,id\narm_comparison,k\nassignment,"
			 "comparison\n",
		.goals = "goal\nusaha\nsepi\n",
		.indicators = "indicator,goal,type,direction\na,usaha,count,up\nb,usaha,count,up\n",
		.groups = "group,calculation\na,${c}\nround,${c}\n",
	};
	struct child child = stand_in(&tables, check);

	(void)state;
	assert_string_equal(child.wrote, "4\n");
	assert_non_null(
		strstr(child.said, "goals.csv: goal: 'sepi': no indicator measures this goal"));
	assert_non_null(
		strstr(child.said, "groups.csv:2: group: 'a': an indicator has this name already"));
	assert_non_null(
		strstr(child.said, "groups.csv:3: group: 'round': a key column has this name"));
	assert_non_null(
		strstr(child.said, "study.csv: arm: name the column that tells arms apart"));
	child = stand_in(
		&(struct tables){ .groups = "", .indicators = "indicator,goal,type\n" }, check);
	assert_non_null(strstr(child.said, "indicators.csv: there is no indicator"));
	child = stand_in(&(struct tables){ .study = tables.study,
				 .clusters = "cluster,label_en,consent,arm\nV1,One,1,k\n" },
		check);
	assert_string_equal(child.wrote, "0\n");
	child = stand_in(&(struct tables){ .goals = "", .indicators = "", .clusters = "" }, check);
	assert_non_null(strstr(child.said, "goals.csv: this table is missing"));
	assert_non_null(strstr(child.said, "indicators.csv: this table is missing"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_indicators),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_needed_questions),
		cmocka_unit_test(test_check),
	};

	return cmocka_run_group_tests_name("study_indicators", tests, NULL, NULL);
}
