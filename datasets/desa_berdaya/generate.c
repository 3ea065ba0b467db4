/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the synthetic data set Desa Berdaya: four rounds, the villages, the truth behind them. */
#include <stdlib.h>
#include <string.h>

#include "model.h"

enum { PATH_SIZE = 4096, POPULATIONS = 200 };

/* Invented villages: the first twelve in the Sumberjo area, then twelve on the Jepara coast; six
   and six are in the programme. `consent`: the village agreed to be named. */
static const struct village_name {
	const char *name;
	int consent;
} village_names[VILLAGES] = {
	{ "Sumberjo", 1 },
	{ "Sidomakmur", 1 },
	{ "Karanganyar", 1 },
	{ "Tegalsari", 1 },
	{ "Wonokerto", 1 },
	{ "Banyuurip", 0 },
	{ "Sukoharjo", 1 },
	{ "Kedungrejo", 1 },
	{ "Purwosari", 1 },
	{ "Mulyorejo", 0 },
	{ "Ngadirejo", 1 },
	{ "Tanjungsari", 1 },
	{ "Jatirejo", 1 },
	{ "Bandengan Kulon", 1 },
	{ "Ujungwatu Lor", 1 },
	{ "Mlonggo Kidul", 1 },
	{ "Karanggondang Wetan", 0 },
	{ "Suwawal Lor", 1 },
	{ "Bulu Pesisir", 1 },
	{ "Kartini Jaya", 1 },
	{ "Sekuro Kidul", 1 },
	{ "Tubanan Lor", 1 },
	{ "Bumiharjo", 1 },
	{ "Kaligarang", 1 },
};

FILE *open_output(const char *directory, const char *name)
{
	char path[PATH_SIZE];
	int length = snprintf(path, sizeof path, "%s/%s", directory, name);
	FILE *file = NULL;

	if (length > 0 && (size_t)length < sizeof path)
		file = fopen(path, "wb");
	if (file == NULL) {
		perror(name);
		exit(3);
	}
	return file;
}

void close_output(FILE *file, const char *name)
{
	int failed = fflush(file) != 0 || ferror(file);

	if (fclose(file) != 0 || failed) {
		perror(name);
		exit(3);
	}
}

static void write_villages(const char *directory, const struct population *population)
{
	FILE *file = open_output(directory, "clusters.csv");

	fputs("cluster,label_id,label_en,consent,arm,stratum\n", file);
	for (int i = 0; i < VILLAGES; i++) {
		const struct village *village = &population->village[i];

		fprintf(file, "%s,%s,%s,%d,%s,%s\n", village->id, village_names[i].name,
			village_names[i].name, village_names[i].consent,
			village->programme ? "program" : "pembanding",
			village->jepara ? "jepara" : "sumberjo");
	}
	close_output(file, "clusters.csv");
}

static void generate_truth(const char *directory, unsigned long seed)
{
	FILE *truth = open_output(directory, "truth.csv");

	write_truth(truth, seed, POPULATIONS);
	close_output(truth, "truth.csv");
}

static void generate(const char *directory, unsigned long seed, const struct scenario *scenario)
{
	struct population *population = calloc(1, sizeof *population);
	gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);

	if (population == NULL || random == NULL) {
		fputs("generate: out of memory\n", stderr);
		exit(3);
	}
	prepare_answers();
	gsl_rng_set(random, seed);
	population->responses_drawn = scenario->drawn;
	draw_population(population, HOUSEHOLDS_DRAWN, random);
	write_villages(directory, population);
	write_rounds(directory, population, scenario, random);
	if (!scenario->no_truth)
		generate_truth(directory, seed);
	gsl_rng_free(random);
	free(population);
}

/* What the command line asks for. */
struct request {
	const char *directory, *seed;
	struct scenario scenario;
};

/* Takes the option at *at, and the value that it may have; 0 if there is no such option. */
static int take_option(struct request *request, int argc, char **argv, int *at)
{
	const char *option = argv[*at];

	if (strcmp(option, "--complete") == 0)
		request->scenario.complete = 1;
	else if (strcmp(option, "--drawn-responses") == 0)
		request->scenario.drawn = 1;
	else if (strcmp(option, "--no-effects") == 0)
		request->scenario.no_effects = request->scenario.no_truth = 1;
	else if (strcmp(option, "--no-truth") == 0)
		request->scenario.no_truth = 1;
	else if (strcmp(option, "--seed") == 0 && *at + 1 < argc)
		request->seed = argv[++*at];
	else if (strcmp(option, "--output") == 0 && *at + 1 < argc)
		request->directory = argv[++*at];
	else
		return 0;
	return 1;
}

static int refuse_request(void)
{
	fputs("usage: generate --seed N --output DIR [OPTION]...\n"
	      "  --complete         nobody is lost or replaced, and no answer is missing\n"
	      "  --drawn-responses  which villages gain nothing or decline is chance as well\n"
	      "  --no-effects       the programme changes nothing; no truth.csv\n"
	      "  --no-truth         no truth.csv, which takes most of the time\n",
		stderr);
	return 2;
}

int main(int argc, char **argv)
{
	struct request request = { .directory = NULL };
	char *end = NULL;
	unsigned long number;

	for (int i = 1; i < argc; i++)
		if (!take_option(&request, argc, argv, &i))
			return refuse_request();
	number = request.seed == NULL ? 0 : strtoul(request.seed, &end, 10);
	if (request.directory == NULL || end == NULL || end == request.seed || *end != '\0')
		return refuse_request();
	generate(request.directory, number, &request.scenario);
	return 0;
}
