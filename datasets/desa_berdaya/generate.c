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

static void generate(const char *directory, unsigned long seed)
{
	struct population *population = calloc(1, sizeof *population);
	gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
	FILE *truth;

	if (population == NULL || random == NULL) {
		fputs("generate: out of memory\n", stderr);
		exit(3);
	}
	prepare_answers();
	gsl_rng_set(random, seed);
	draw_population(population, HOUSEHOLDS_DRAWN, random);
	write_villages(directory, population);
	write_rounds(directory, population, random);
	truth = open_output(directory, "truth.csv");
	write_truth(truth, seed, POPULATIONS);
	close_output(truth, "truth.csv");
	gsl_rng_free(random);
	free(population);
}

int main(int argc, char **argv)
{
	const char *directory = NULL;
	const char *seed = NULL;
	char *end = NULL;
	unsigned long number;

	for (int i = 1; i + 1 < argc; i += 2) {
		if (strcmp(argv[i], "--seed") == 0)
			seed = argv[i + 1];
		else if (strcmp(argv[i], "--output") == 0)
			directory = argv[i + 1];
	}
	number = seed == NULL ? 0 : strtoul(seed, &end, 10);
	if (directory == NULL || end == NULL || end == seed || *end != '\0' || argc != 5) {
		fputs("usage: generate --seed N --output DIR\n", stderr);
		return 2;
	}
	generate(directory, number);
	return 0;
}
