/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain study, and how others differ from it. */
#include "studies.h"

#include "close.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "kit/kit.h"

static const struct tables plain = {
	.study = "key,value\ntitle_en,A study\nrespondent,id\n",
	.rounds = "round,file\n0,0.csv\n1,1.csv\n2,2.csv\n",
	.survey = "type,name\ninteger,a\ninteger,b\ninteger,c\ndecimal,jam\nselect_one yn,kerja\n"
		  "text,nama\nselect_one sex,sex\n",
	.choices = "list_name,name,label,score\nyn,y,Yes,100\nyn,t,No,12.5\nsex,1,Man,\nsex,2,"
		   "Woman,\n",
	.goals = "goal\nusaha\n",
	.indicators = "indicator,goal,type,direction\na,usaha,count,up\n",
	.groups = "",
	.clusters = "",
	.targets = "",
	.charts = "",
};

static void put(const char *name, const char *text)
{
	if (text == NULL)
		return;
	if (*text == '\0')
		remove(scratch_path(name));
	else
		scratch_file(name, text, strlen(text));
}

static void lay(const struct tables *tables)
{
	put("study.csv", tables->study);
	put("rounds.csv", tables->rounds);
	put("survey.csv", tables->survey);
	put("choices.csv", tables->choices);
	put("goals.csv", tables->goals);
	put("indicators.csv", tables->indicators);
	put("groups.csv", tables->groups);
	put("clusters.csv", tables->clusters);
	put("targets.csv", tables->targets);
	put("charts.csv", tables->charts);
}

struct child stand_in(const struct tables *tables, void (*work)(const void *context))
{
	lay(&plain);
	lay(tables);
	return in_child(work, scratch_path("."));
}

void enter(const void *folder)
{
	report_begin("test");
	assert_int_equal(chdir(folder), 0);
}
