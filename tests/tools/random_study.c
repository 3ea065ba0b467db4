/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a small study of random sizes: its tables in the present folder, its scores on stdout. */
/*
 * usage: random_study SEED [MIN_PEOPLE]
 *
 * People of 2 to 8 arms (every tenth study: 1) and two groups, one of 3 to 10 values and one of 2,
 * in two rounds, some of them gone in the second; sizes of cells are small and large by turns, empty
 * ones among them. By turns studies have villages, people without a value of a group, and nothing
 * but small cells. Every fourth study has a third group, k, whose values lie within those of h, and
 * every fourth a question with several answers, by turns sensitive (one answer is rare), whose count m is the
 * sum of its options; known.csv says so. Indicators: y, 0 to 10; b, a rare attribute that is sensitive; x,
 * their index; and m.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "kit/kit.h"

static uint64_t state;
static uint64_t seed;
static size_t arms, values, villages, person;
static bool nested, several;

/* splitmix64 (Steele, Lea and Flood 2014). */
static uint64_t draw(uint64_t below)
{
	uint64_t z = state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return (z ^ z >> 31) % below;
}

static void write_table(const char *name, const char *text)
{
	FILE *file = fopen(name, "w");

	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		broken(&(struct place){ .file = name }, "%s", "cannot be written");
}

static void write_tables(const char *min_people)
{
	write_table("study.csv",
		keep_format("key,value\ntitle_id,Acak\ntitle_en,Random\nprogramme,Acak\n"
			    "respondent,person\nround,round\narm,arm\ndesign,panel\nlanguage,en\n"
			    "min_people,%s\n%s%s",
			min_people, villages > 0 ? "cluster,village\n" : "",
			arms > 1 ? "arm_comparison,a1\nassignment,comparison\n" : ""));
	write_table("rounds.csv",
		"round,label_id,label_en,file\n0,Awal,First,data.csv\n1,Akhir,Last,data.csv\n");
	write_table("survey.csv",
		keep_format("type,name\ntext,person\ntext,round\ntext,village\ntext,arm\ntext,g\n"
			    "text,h\ntext,k\ninteger,y\ninteger,b\n%s",
			several ? "select_multiple l,q\n" : ""));
	write_table("choices.csv", "list_name,name\nl,1\nl,2\nl,3\n");
	write_table("goals.csv", "goal,label_id,label_en,kind\ng,Tujuan,Goal,goal\n");
	write_table("indicators.csv",
		keep_format("indicator,goal,primary,type,calculation,direction,scale_min,scale_max,"
			    "sensitive\nx,g,1,index,y b,up,,,\ny,g,0,scale,,up,0,10,\n"
			    "b,g,0,binary,,up,0,1,1\n%s%s",
			several ? "m,g,0,multiple,${q},up,,," : "",
			!several               ? ""
				: seed % 8 < 4 ? "1\n"
					       : "\n"));
	write_table("groups.csv",
		keep_format("group,calculation,focal\ng,${g},g1\nh,${h},h1\n%s",
			nested ? "k,${k},k1\n" : ""));
	write_table("known.csv",
		keep_format("whole,part\n%s%s",
			nested ? "h=h1,k=k1\nh=h1,k=k2\nh=h2,k=k3\nh=h2,k=k4\n" : "",
			several ? "m,m_1\nm,m_2\nm,m_3\n" : ""));
}

/* y and b, each missing now and then, and their index: mean of 10 y and 100 b, halves allowed. */
static const char *answers(void)
{
	uint64_t y = draw(11), b = draw(8) == 0;
	bool no_y = draw(15) == 0, no_b = draw(15) == 0;

	if (no_y && no_b)
		return ",,";
	if (no_y)
		return keep_format("%" PRIu64 ",,%" PRIu64, 100 * b, b);
	if (no_b)
		return keep_format("%" PRIu64 ",%" PRIu64 ",", 10 * y, y);
	return keep_format("%" PRIu64 ",%" PRIu64 ",%" PRIu64, 5 * y + 50 * b, y, b);
}

/* How many options, and which; few people choose the first. */
static const char *options(void)
{
	uint64_t first, second, third;

	if (!several)
		return "";
	if (draw(15) == 0)
		return ",,,,";
	first = draw(9) == 0;
	second = draw(2);
	third = draw(3) == 0;
	return keep_format(",%" PRIu64 ",%" PRIu64 ",%" PRIu64 ",%" PRIu64, first + second + third,
		first, second, third);
}

/* A value of k within one of h; the first of the two is rare. */
static const char *within(const char *h)
{
	if (!nested)
		return "";
	if (*h == '\0')
		return ",";
	return keep_format(",k%d", (h[1] - '1') * 2 + (draw(6) == 0 ? 1 : 2));
}

static void put_person(size_t arm, size_t value)
{
	const char *village = villages == 0 ? keep_format("p%zu", person)
					    : keep_format("v%zu_%" PRIu64, arm, draw(villages));
	const char *g = seed % 7 == 3 && draw(12) == 0 ? "" : keep_format("g%zu", value);
	const char *h = seed % 7 == 5 && draw(15) == 0 ? "" : draw(3) == 0 ? "h1" : "h2";
	const char *k = within(h);
	size_t round;

	for (round = 0; round < 2; round++)
		if (round == 0 || draw(8) > 0) {
			const char *first = answers();

			printf("p%zu,%zu,a%zu,%s,,,,%s,%s%s,%s%s\n", person, round, arm + 1,
				village, g, h, k, first, options());
		}
	person++;
}

static uint64_t size_of_cell(void)
{
	if (draw(10) == 0)
		return 0;
	return seed % 10 == 4 || draw(3) == 0 ? draw(12) : 10 + draw(30);
}

int main(int argc, char **argv)
{
	size_t arm, value;
	uint64_t n;

	report_begin("random_study");
	if (argc < 2)
		misuse(NULL, "%s", "usage: random_study SEED [MIN_PEOPLE]");
	state = seed = strtoull(argv[1], NULL, 10);
	several = seed % 4 == 1;
	nested = seed % 4 == 2;
	arms = seed % 10 == 7 ? 1 : 2 + draw(7);
	values = 3 + draw(8);
	villages = seed % 3 == 1 ? 2 + draw(8) : 0;
	write_tables(argc > 2 ? argv[2] : "10");
	printf("respondent,round,arm,cluster,stratum,weight,fpc,g,h%s,x,y,b%s\n",
		nested ? ",k" : "", several ? ",m,m_1,m_2,m_3" : "");
	for (arm = 0; arm < arms; arm++)
		for (value = 0; value < values; value++)
			for (n = size_of_cell(); n > 0; n--)
				put_person(arm, value);
	return 0;
}
