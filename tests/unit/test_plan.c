/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain and its plan: what pipeline.csv changes, the order of steps, what is refused. */
#include "close.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "chain.h"
#include "plan.h"
#include "share.h"

/* Leaves out the default chain, so that no stage needs to be built. */
static const char without_default[] = "step,reads,stage,options,publish\n*,,-,,\n";

static void write_plan(const char *header, const char *rows)
{
	FILE *file = fopen("pipeline.csv", "w");

	assert_non_null(file);
	assert_true(fputs(header, file) >= 0 && fputs(rows, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static const struct link *link_of(const struct chain *chain, const char *step)
{
	size_t i;

	for (i = 0; i < chain->count; i++)
		if (strcmp(chain->links[i].step, step) == 0)
			return &chain->links[i];
	return NULL;
}

/* No account of rows, no flow: unless the study says how to make one. */
static void follows_rows_only_after_ingest(void **state)
{
	struct chain chain;

	(void)state;
	write_plan("step,reads,stage,options,publish\n", "");
	chain = chain_load();
	assert_non_null(link_of(&chain, "flow"));
	assert_non_null(link_of(&chain, "panel_flow"));
	write_plan("step,reads,stage,options,publish\n", "responses,,bin/mine,,\n");
	chain = chain_load();
	assert_null(link_of(&chain, "flow"));
	assert_null(link_of(&chain, "panel_flow_data"));
	assert_null(link_of(&chain, "panel_flow"));
	assert_non_null(link_of(&chain, "attrition"));
	write_plan("step,reads,stage,options,publish\n",
		"responses,,bin/mine,,\nflow,scores,bin/flow,,\n");
	chain = chain_load();
	assert_string_equal(link_of(&chain, "flow")->stage, "bin/flow");
}

static void changes_the_chain_by_step(void **state)
{
	struct chain chain;
	size_t before;

	(void)state;
	unlink("pipeline.csv");
	before = chain_load().count;
	assert_string_equal(chain_load().links[0].stage, "ingest");
	write_plan("step,reads,stage,options,publish\n",
		"scores,responses,bin/mine,--a,\neffects,,-,,\nmore,scores,bin/more,,yes\n");
	chain = chain_load();
	assert_int_equal(chain.count, before);
	assert_string_equal(chain.links[1].step, "scores"); /* in its place */
	assert_string_equal(chain.links[1].stage, "bin/mine");
	assert_int_equal(chain.links[1].place.line, 2);
	assert_null(link_of(&chain, "effects"));
	assert_string_equal(chain.links[chain.count - 1].step, "more");
	assert_int_equal(chain.removed_count, 1);
}

static size_t at(const struct plan *plan, const char *name)
{
	size_t step = plan_find(plan, name);

	assert_int_not_equal(step, NO_NAME);
	return step;
}

static void puts_each_step_behind_what_it_reads(void **state)
{
	const struct plan *plan;
	bool marked[5] = { false };

	(void)state;
	write_plan(without_default,
		"last,b a,bin/x,,\nb,a,bin/x,,\na,root,bin/x,'o 1' 2,yes\n"
		"root,,bin/x,,\naside,root,bin/x,,\n");
	plan = plan_load(true);
	assert_non_null(plan);
	assert_int_equal(plan->count, 5);
	assert_int_equal(at(plan, "root"), 0);
	assert_true(at(plan, "a") < at(plan, "b") && at(plan, "b") < at(plan, "last"));
	assert_int_equal(plan->steps[at(plan, "last")].inputs[0].step, at(plan, "b"));
	assert_null(plan->steps[at(plan, "last")].inputs[0].with);
	assert_string_equal(plan->steps[at(plan, "last")].inputs[1].with, "a");
	assert_int_equal(plan->steps[at(plan, "a")].options.count, 2);
	assert_true(plan->steps[at(plan, "a")].products[0].published);
	assert_false(plan->steps[at(plan, "b")].products[0].published);
	plan_mark_followers(plan, at(plan, "a"), marked);
	assert_true(marked[at(plan, "a")] && marked[at(plan, "b")] && marked[at(plan, "last")]);
	assert_false(marked[at(plan, "root")] || marked[at(plan, "aside")]);
}

static void refuses(const char *rows)
{
	size_t before = fault_count();

	write_plan(without_default, rows);
	assert_null(plan_load(true));
	if (fault_count() == before)
		fail_msg("no fault in: %s", rows);
}

static void refuses_what_cannot_be(void **state)
{
	size_t before;

	(void)state;
	refuses("a,a,bin/x,,\n");
	refuses("a,b,bin/x,,\nb,a,bin/x,,\n");
	refuses("a,nobody,bin/x,,\n");
	refuses("a,,no_such_stage,,\n");
	refuses("a,,no_such.gp,,\n");
	refuses("a,,bin/none,,\n");
	refuses("a,,/bin/sh,,\n");
	refuses("a,,../x,,\n");
	refuses("a,,bin/../../x,,\n");
	refuses("a,,bin/out,,\n");
	refuses("a,,bin/plain,,\n");
	refuses("a,,bin,,\n");
	refuses("a,,bin/x,'open,\n");
	refuses("a,,bin/x,,perhaps\n");
	refuses("a,,bin/x,,\nA,,bin/x,,\n");
	refuses("a,,bin/x,,\nb,x=a,bin/x,,\n");
	refuses(",,bin/x,,\n");
	refuses("-a,,bin/x,,\n");
	refuses("a.b,,bin/x,,\n");
	refuses("manifest,,bin/x,,\n");
	refuses("nothing,,-,,\n");
	refuses("a234567890123456789012345678901234,,bin/x,,\n");
	before = fault_count();
	write_plan(without_default, "a,,bin/x,,\n");
	assert_null(plan_load(false)); /* programs only where they are allowed */
	assert_int_equal(fault_count(), before + 1);
}

static struct value value(const char *text)
{
	return (struct value){ text, strlen(text) };
}

static void knows_what_a_spreadsheet_runs(void **state)
{
	static const char *const run[] = { "=1+1", "+cmd", "-x", "@SUM(A1)", "\tx", "\rx", "-", "+",
		"=", "-1,5", "--1", "+62 812", "\xef\xbc\x9dx" };
	static const char *const plain[] = { "", "a=b", "1", "-1.5", "+62812", "-1e-5", " =1",
		"'=1", "x@y" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(run) / sizeof(*run); i++)
		if (!runs_in_spreadsheet(value(run[i])))
			fail_msg("taken for plain: %s", run[i]);
	for (i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		if (runs_in_spreadsheet(value(plain[i])))
			fail_msg("taken for a formula: %s", plain[i]);
}

static void touch(const char *file, mode_t mode)
{
	FILE *stream = fopen(file, "w");

	assert_non_null(stream);
	assert_true(fputs("#!/bin/sh\n", stream) >= 0);
	assert_int_equal(fclose(stream), 0);
	assert_int_equal(chmod(file, mode), 0);
}

static int make_study(void **state)
{
	(void)state;
	if (mkdir("study", 0700) != 0 || mkdir("study/bin", 0700) != 0)
		return 1;
	touch("outside", 0700);
	touch("study/bin/x", 0700);
	touch("study/bin/plain", 0600);
	return symlink("../../outside", "study/bin/out") != 0 || chdir("study") != 0;
}

int main(void)
{
	static const char *const left[] = { "study/bin/out", "study/bin/plain", "study/bin/x",
		"study/pipeline.csv", "outside" };
	char folder[] = "/tmp/berdaya-plan-XXXXXX";
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(changes_the_chain_by_step),
		cmocka_unit_test(follows_rows_only_after_ingest),
		cmocka_unit_test(puts_each_step_behind_what_it_reads),
		cmocka_unit_test(refuses_what_cannot_be),
		cmocka_unit_test(knows_what_a_spreadsheet_runs),
	};
	size_t i;
	int failures;

	if (mkdtemp(folder) == NULL || chdir(folder) != 0)
		return 1;
	failures = cmocka_run_group_tests(tests, make_study, NULL);
	if (chdir(folder) != 0)
		return 1;
	for (i = 0; i < sizeof(left) / sizeof(*left); i++)
		unlink(left[i]);
	rmdir("study/bin");
	rmdir("study");
	rmdir(folder);
	return failures;
}
