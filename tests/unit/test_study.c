/* SPDX-License-Identifier: GPL-3.0-or-later */
/* study.csv and goals.csv as structs: defaults, every key, labels in two languages. */
#include "close.h"

#include <stdio.h>
#include <string.h>

#include "studies.h"
#include "study/study.h"
#include "study/words.h"

/* ---- study.csv ---- */

static void write_study(const void *folder)
{
	const struct study *study;

	enter(folder);
	study = study_load();
	assert_ptr_equal(study_load(), study);
	stop_on_faults();
	printf("%s|%s|%s\n", study->title.id, study->title.en,
		study->programme == NULL ? "-" : study->programme);
	printf("%zu %zu %zu %s %s\n", study->respondent.count, study->cluster.count,
		study->arm.count,
		study->respondent.names[0] == NULL ? "-" : study->respondent.names[0],
		study->respondent.names[1] == NULL ? "-" : study->respondent.names[1]);
	printf("%d %d %d %d %d\n", study->design, study->assignment, study->duplicates,
		study->language, study->bom);
	printf("%g %d %d %g %g %d\n", study->confidence, (int)study->min_people,
		(int)study->min_clusters, study->max_rejected, study->index_min, (int)study->seed);
	printf("%s %zu %s\n", study->keep == NULL ? "-" : study->keep, study->carry_count,
		study->arm_comparison == NULL ? "-" : study->arm_comparison);
}

static void test_study_defaults(void **state)
{
	struct child child = stand_in(&(struct tables){ 0 }, write_study);

	(void)state;
	assert_ended(child, 0, "");
	assert_string_equal(child.wrote,
		"A study|A study|-\n1 0 0 id -\n0 0 0 0 0\n0.95 10 3 0.05 0.5 1\n- 0 -\n");
}

static void test_study_keys(void **state)
{
	static const struct tables tables = {
		.study = "key;value\ntitle_id;Studi\ntitle_en;Study\nprogramme;Desa Berdaya\n"
			 "respondent;hh  "
			 "person\nround;wave\ncluster;village\nstratum;\nweight;\nfpc;\narm;arm\n"
			 "arm_comparison;control\ndesign;cross_section\nassignment;randomised\n"
			 "keep;${a} = 1\ncarry;a  b "
			 "c\nduplicates;last\nconfidence;0,9\nmin_people;0\n"
			 "min_clusters;2\nmax_rejected;1\nindex_min;0\nseed;2021\nlanguage;en\nbom;"
			 "yes\n",
	};
	struct child child = stand_in(&tables, write_study);

	(void)state;
	assert_ended(child, 0, "");
	assert_string_equal(child.wrote,
		"Studi|Study|Desa Berdaya\n2 1 1 hh person\n1 2 2 1 1\n"
		"0.9 0 2 1 0 2021\n${a} = 1 3 control\n");
}

/* ---- words ---- */

static void test_words(void **state)
{
	static const char *const list[] = { "a", "b", "c", NULL };
	struct words words = words_split("  one two   three ");
	struct text text;

	(void)state;
	assert_int_equal(words.count, 3);
	assert_string_equal(words.list[0], "one");
	assert_string_equal(words.list[2], "three");
	assert_int_equal(words_split("").count, 0);
	assert_int_equal(words_split("   ").count, 0);
	assert_string_equal(words_join(list), "a, b, c");
	assert_string_equal(words_join(list + 3), "");
	text = words_both((struct text){ "house", NULL });
	assert_string_equal(text.id, "house");
	text = words_both((struct text){ "", "rumah" });
	assert_string_equal(text.en, "rumah");
	text = words_both((struct text){ NULL, NULL });
	assert_string_equal(text.en, "");
	assert_string_equal(text.id, "");
}

/* ---- goals.csv ---- */

static void write_goals(const void *folder)
{
	const struct goals *goals;
	size_t i;

	enter(folder);
	goals = goals_load();
	assert_ptr_equal(goals_load(), goals);
	for (i = 0; i < goals->count; i++)
		printf("%s|%s|%s|%s|%d\n", goals->list[i].name, goals->list[i].label.id,
			goals->list[i].label.en, goal_kind_name(goals->list[i].kind),
			(int)goals->list[i].lag_rounds);
	assert_int_equal(goal_find(goals, "nothing"), NO_NAME);
	assert_int_equal(goal_find(goals, goals->list[1].name), 1);
	stop_on_faults();
}

static void test_goals(void **state)
{
	static const struct tables tables = {
		.goals = "goal;label_id;label_en;kind;parents;lag_rounds\na;Satu;One;;;\nb;Dua;;"
			 "harm;a;2\n"
			 "c-3;;;principle;a b;\n",
	};
	struct child child = stand_in(&tables, write_goals);

	(void)state;
	assert_ended(child, 0, "");
	assert_string_equal(
		child.wrote, "a|Satu|One|goal|0\nb|Dua|Dua|harm|2\nc-3|c-3|c-3|principle|0\n");
}

/* A chain that comes back to where it began is no chain; two ways to the same goal are. */
static void test_goals_in_a_circle(void **state)
{
	(void)state;
	assert_ended(stand_in(&(struct tables){ .goals = "goal,parents\na,\nb,a c\nc,d\nd,b\n" },
			     write_goals),
		2, "goals.csv:5: parents: 'b': goal 'd' comes before itself");
	assert_ended(stand_in(&(struct tables){ .goals = "goal,parents\na,b\nb,a\n" }, write_goals),
		2, "goals.csv:3: parents: 'a': goal 'b' comes before itself");
	assert_ended(stand_in(&(struct tables){ .goals = "goal,parents\na,\nb,a\nc,a\nd,b c a\n" },
			     write_goals),
		0, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_study_defaults),
		cmocka_unit_test(test_study_keys),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_goals),
		cmocka_unit_test(test_goals_in_a_circle),
	};

	return cmocka_run_group_tests_name("study", tests, NULL, NULL);
}
