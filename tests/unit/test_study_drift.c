/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions whose answers mean something else in the form of a later round. */
#include "close.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "studies.h"
#include "study/drift.h"
#include "study/study.h"

/* Round 0 has the study's own form, round 1 another. */
static const struct tables study = {
	.rounds = "round,file,form\n0,0.csv,\n1,1.csv,later\n",
	.survey =
		"type,name,constraint\ninteger,hours,. >= 0 and . <= 24\nselect_one agree,voice,\n"
		"select_one work,work,\ninteger,unused,. <= 9\n",
	.choices = "list_name,name,label,score\nagree,1,No,1\nagree,2,Neither,2\nagree,3,Yes,3\n"
		   "work,farm,Farm,\nwork,shop,Shop,\n",
	.indicators = "indicator,goal,type,direction,calculation\na,usaha,count,up,${hours}\n"
		      "b,usaha,count,up,${voice}\n"
		      "c,usaha,count,up,\"if(${work} = 'farm', 1, 0)\"\n",
};

/* The later form in two rounds. */
static const struct tables thrice = {
	.rounds = "round,file,form\n0,0.csv,\n1,1.csv,later\n2,2.csv,later\n",
	.survey = "type,name\nselect_one agree,voice\n",
	.choices = "list_name,name,label,score\nagree,1,No,1\nagree,2,Neither,2\nagree,3,Yes,3\n",
	.indicators = "indicator,goal,type,direction,calculation\nb,usaha,count,up,${voice}\n",
};

/* The later form and what the study recodes; NULL is as before, or nothing. */
static const char *later_survey, *later_choices, *recode;
static const char *spoken;
static const struct tables *tables;

static void put(const char *name, const char *text)
{
	FILE *file = fopen(name, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void check(const void *folder)
{
	setenv("BERDAYA_LANG", spoken, 1);
	enter(folder);
	mkdir("later", 0700);
	put("later/survey.csv", later_survey == NULL ? tables->survey : later_survey);
	put("later/choices.csv", later_choices == NULL ? tables->choices : later_choices);
	remove("recode.csv");
	if (recode != NULL)
		put("recode.csv", recode);
	study_check();
	drift_say();
	printf("%zu", fault_count());
}

static struct child of(
	const struct tables *laid, const char *survey, const char *choices, const char *recodes)
{
	struct child child;

	later_survey = survey;
	later_choices = choices;
	recode = recodes;
	tables = laid;
	child = stand_in(laid, check);
	assert_string_equal(child.wrote, "0");
	return child;
}

static struct child with(const char *survey, const char *choices, const char *recodes)
{
	return of(&study, survey, choices, recodes);
}

static void says(struct child child, const char *part)
{
	assert_int_equal(child.status, 0);
	if (strstr(child.said, part) == NULL)
		fail_msg("does not say '%s' but '%s'", part, child.said);
}

static const char other_words[] =
	"list_name,name,label,score\nagree,1,No,1\nagree,2,Yes,2\nagree,3,Very much,3\n"
	"work,farm,A farm,\nwork,other,Other,\n";
static const char fewer[] = "list_name,name,label,score\nagree,1,no,1\nagree,2,Neither,2\nagree,tt,"
			    "Unknown,\nwork,farm,Farm,\n";

static void test_options(void **state)
{
	(void)state;
	spoken = "en";
	says(with(NULL, other_words, NULL),
		"later/survey.csv:3: 'voice': this form asks otherwise than that of round 0: "
		"option 2 "
		"is 'Yes', before it was 'Neither'. If the answers");
	assert_null(strstr(with(NULL, other_words, NULL).said, "work"));
	says(with(NULL, fewer, NULL),
		"'voice': this form asks otherwise than that of round 0: option 3 is gone");
	spoken = "id";
	says(with(NULL, other_words, NULL),
		"later/survey.csv:3: 'voice': formulir ini bertanya lain daripada formulir putaran "
		"0: "
		"pilihan 2 adalah 'Yes', sebelumnya 'Neither'. Bila arti");
}

static void test_ranges_and_types(void **state)
{
	(void)state;
	spoken = "en";
	says(with("type,name,constraint\ninteger,hours,. >= 0 and . <= 12\ninteger,unused,. <= 5\n",
		     NULL, NULL),
		"later/survey.csv:2: 'hours': this form asks otherwise than that of round 0: its "
		"`constraint` is another");
	says(with("type,name\ntext,hours\n", NULL, NULL), "its `type` is another");
	assert_null(strstr(with("type,name\ninteger,unused\n", NULL, NULL).said, "unused"));
}

static const char one_more_reason[] =
	"list_name,name,label,score\nagree,1,No,1\nagree,2,Neither,2\nagree,3,Yes,3\n"
	"agree,tt,Does not know,\nwork,farm,Farm,\n";

static void test_nothing_to_say(void **state)
{
	(void)state;
	spoken = "en";
	assert_string_equal(with(NULL, one_more_reason, NULL).said, "");
	assert_string_equal(with(NULL, NULL, NULL).said, "");
	assert_string_equal(
		with("type,name,constraint\ndecimal,hours,. >= 0 and . <= 24\n", NULL, NULL).said,
		"");
	assert_string_equal(with(NULL, other_words,
				    "round,column,question,value,becomes,reason,respondent\n"
				    "1,voice,voice2,,,another scale,\n")
				    .said,
		"");
	assert_string_equal(with(NULL, other_words,
				    "round,column,question,value,becomes,reason,respondent\n"
				    "1,,voice,2,3,another scale,\n")
				    .said,
		"");
	says(with(NULL, other_words,
		     "round,column,question,value,becomes,reason,respondent\n1,,,-99,,refused,\n"),
		"'voice'");
}

/* Once for a form, but for each round of it that the study does not deal with. */
static void test_three_rounds(void **state)
{
	const char *said;

	(void)state;
	spoken = "en";
	said = of(&thrice, NULL, other_words, NULL).said;
	assert_non_null(strstr(said, "'voice'"));
	assert_null(strstr(strstr(said, "'voice'") + 1, "'voice'"));
	says(of(&thrice, NULL, other_words,
		     "round,column,question,value,becomes,reason,respondent\n"
		     "1,,voice,2,3,another scale,\n"),
		"'voice': this form asks otherwise than that of round 0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_options),
		cmocka_unit_test(test_ranges_and_types),
		cmocka_unit_test(test_nothing_to_say),
		cmocka_unit_test(test_three_rounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
