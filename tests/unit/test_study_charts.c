/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts.csv as structs, and each of its faults in both languages. */
#include "close.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "studies.h"
#include "study/charts.h"

static void write_charts(const void *folder)
{
	const struct charts *charts;
	size_t i;

	enter(folder);
	charts = charts_load();
	assert_ptr_equal(charts_load(), charts);
	stop_on_faults();
	printf("%d\n", charts->listed);
	for (i = 0; i < charts->count; i++) {
		const struct listed_chart *one = &charts->list[i];

		printf("%s|%s|%s|%zu\n", one->name, chart_own_title(one->name).id,
			chart_own_title(one->name).en, one->place.line);
	}
	printf("(%s)", chart_own_title("nothing").en);
}

static void write_in_indonesian(const void *folder)
{
	setenv("BERDAYA_LANG", "id", 1);
	write_charts(folder);
}

static struct child with_charts(const char *charts, void (*work)(const void *))
{
	return stand_in(&(struct tables){ .charts = charts }, work);
}

static void test_charts(void **state)
{
	struct child child = with_charts("chart;title_id;title_en\ngoals;\"Dua; tiga\";Two\n"
					 "effects;;\n",
		write_charts);

	(void)state;
	assert_ended(child, 0, "");
	assert_string_equal(child.wrote, "1\ngoals|Dua; tiga|Two|2\neffects|||3\n()");
	child = with_charts("chart\n", write_charts);
	assert_ended(child, 0, "");
	assert_string_equal(child.wrote, "1\n()");
	child = with_charts("", write_charts);
	assert_ended(child, 0, "");
	assert_string_equal(child.wrote, "0\n()");
}

#define TEN "aaaaaaaaaa"
#define LETTERS "éééééééééé"
#define NINETY TEN TEN TEN TEN TEN TEN TEN TEN LETTERS

static void test_faults(void **state)
{
	static const struct {
		const char *rows, *en, *id;
	} tables[] = {
		{ "goals,Judul,", "charts.csv:2: title_en: a title is given in both",
			"charts.csv:2: title_en: judul diisi dalam kedua" },
		{ "goals,,Title", "charts.csv:2: title_id: a title is given in both",
			"charts.csv:2: title_id: judul diisi dalam kedua" },
		{ "goals,,\ngoals,,", "charts.csv:3: chart: 'goals': this chart stands twice",
			"charts.csv:3: chart: 'goals': grafik ini ada dua kali" },
		{ ",a,b", "charts.csv:2: chart: name the chart",
			"charts.csv:2: chart: sebutkan grafiknya" },
		{ "goals,a," NINETY "b", "has room for 90 characters",
			"judul paling panjang 90 huruf" },
		{ "goals,#NAME?,b", "charts.csv:2: title_id: '#NAME?'",
			"charts.csv:2: title_id: '#NAME?'" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		char text[512];

		snprintf(text, sizeof(text), "chart,title_id,title_en\n%s\n", tables[i].rows);
		assert_ended(with_charts(text, write_charts), 2, tables[i].en);
		assert_ended(with_charts(text, write_in_indonesian), 2, tables[i].id);
	}
	assert_ended(
		with_charts("chart,title\ngoals,a\n", write_charts), 2, "charts.csv:1: title: ");
	assert_ended(
		with_charts("chart,title_id,title_en\ngoals," NINETY "," NINETY "\n", write_charts),
		0, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_charts),
		cmocka_unit_test(test_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
