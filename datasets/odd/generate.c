/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the six small files of the synthetic study "odd": the same for one seed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

enum { FAMILIES = 42, PATH_SIZE = 4096 };

/* How one file is written: its shape differs from round to round, and once within a round. */
struct file_shape {
	const char *name;
	const char *header;
	const char *yes; /* the answer to "has a garden", as a code or as a label */
	const char *no;
	const char *date;
	double share;      /* families with a garden */
	double harvest_kg; /* mean harvest of those */
	int has_harvest;
};

static const struct file_shape shapes[] = {
	{ "2019_utara.csv", "tanggal;kebun;panen_kg", "y", "t", "2019-07-01", 0.35, 2.2, 1 },
	{ "2019_selatan.csv", "tanggal;kebun;panen_kg", "y", "t", "2019-07-03", 0.30, 2.0, 1 },
	{ "2021_utara.csv", "tanggal;kebun", "y", "t", "2021-03-15", 0.50, 0, 0 },
	{ "2021_selatan.csv", "kebun;tanggal", "y", "t", "2021-03-16", 0.45, 0, 0 },
	{ "2022_utara.csv", "tanggal;Punya kebun (ya/tidak);Hasil, kg", "y", "t", "2022-07-04",
		0.70, 3.4, 1 },
	{ "2022_selatan.csv", "tanggal;Punya kebun (ya/tidak);Hasil, kg", "Ya, punya",
		"Tidak punya", "2022-07-05", 0.65, 3.1, 1 },
};

static void fail(const char *what)
{
	perror(what);
	exit(3);
}

static FILE *open_in(const char *directory, const char *name)
{
	char path[PATH_SIZE];
	int length = snprintf(path, sizeof path, "%s/%s", directory, name);
	FILE *file = NULL;

	if (length > 0 && (size_t)length < sizeof path)
		file = fopen(path, "wb");
	if (file == NULL)
		fail(name);
	return file;
}

/* The harvest in kilograms with a decimal comma; one family in twenty refuses to say (-99). */
static void print_harvest(
	FILE *file, const struct file_shape *shape, int has_garden, gsl_rng *random)
{
	double harvest = gsl_ran_gamma(random, 4.0, shape->harvest_kg / 4.0);
	int refuses = gsl_rng_uniform(random) < 0.05;
	int tenths = (int)(harvest * 10.0 + 0.5);

	if (!has_garden)
		return;
	if (refuses)
		fputs("-99", file);
	else if (tenths % 10 == 0)
		fprintf(file, "%d", tenths / 10);
	else
		fprintf(file, "%d,%d", tenths / 10, tenths % 10);
}

/* One file: UTF-8 with byte order mark, semicolons, CRLF. */
static void write_file(const char *directory, const struct file_shape *shape, gsl_rng *random)
{
	FILE *file = open_in(directory, shape->name);
	int garden_first = strncmp(shape->header, "kebun", 5) == 0;

	fprintf(file, "\xEF\xBB\xBF%s\r\n", shape->header);
	for (int i = 0; i < FAMILIES; i++) {
		int has_garden = gsl_rng_uniform(random) < shape->share;
		const char *answer = has_garden ? shape->yes : shape->no;

		fprintf(file, "%s;%s", garden_first ? answer : shape->date,
			garden_first ? shape->date : answer);
		if (shape->has_harvest) {
			putc(';', file);
			print_harvest(file, shape, has_garden, random);
		}
		fputs("\r\n", file);
	}
	if (fflush(file) != 0 || ferror(file) || fclose(file) != 0)
		fail(shape->name);
}

int main(int argc, char **argv)
{
	const char *directory = NULL;
	const char *seed = NULL;
	gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);

	for (int i = 1; i + 1 < argc; i += 2) {
		if (strcmp(argv[i], "--seed") == 0)
			seed = argv[i + 1];
		else if (strcmp(argv[i], "--output") == 0)
			directory = argv[i + 1];
	}
	if (random == NULL || seed == NULL || directory == NULL || argc != 5) {
		fputs("usage: generate --seed N --output DIR\n", stderr);
		return 2;
	}
	gsl_rng_set(random, strtoul(seed, NULL, 10));
	for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
		write_file(directory, &shapes[i], random);
	gsl_rng_free(random);
	return 0;
}
