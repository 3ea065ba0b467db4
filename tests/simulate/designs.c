/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints how often each method cries wolf, and how often its interval holds the truth, by design. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "methods.h"
#include "stat/distribution.h"

static const size_t villages[] = { 4, 6, 8, 12, 24, 40 };
static const double iccs[] = { 0, 0.05, 0.1, 0.3 };
static const struct {
	int64_t fewest, most;
} sizes[] = { { 20, 20 }, { 5, 60 } };
static const struct {
	enum kind kind;
	enum people people;
} kinds[] = { { CHANGE, PANEL }, { CHANGE, CROSS_SECTION }, { DIFFERENCE, CROSS_SECTION },
	{ DID, PANEL }, { DID, CROSS_SECTION } };

enum {
	VILLAGES = sizeof(villages) / sizeof(*villages),
	ICCS = sizeof(iccs) / sizeof(*iccs),
	SIZES = sizeof(sizes) / sizeof(*sizes),
	KINDS = sizeof(kinds) / sizeof(*kinds),
	MEASURES = KINDS * VILLAGES * ICCS * SIZES * 2, /* without weights, and with */
	SHARES = KINDS * VILLAGES * ICCS * SIZES,
	DESIGNS = MEASURES + SHARES + 1
};

static const double level = 0.05;

/* What the command line asks for; 0 villages and a negative ICC mean all. */
struct request {
	unsigned long seed, replications, villages;
	double icc;
};

/* What became of one method in all replications of a design. */
struct count {
	unsigned long refused, tests, rejected, intervals, covered;
};

/* The designs in order: measures without weights, measures with them, shares, and one of R's. */
static struct design design_of(size_t number)
{
	struct design design = { .outcome = number < MEASURES ? MEASURE : SHARE };
	size_t rest = number % (KINDS * VILLAGES * ICCS * SIZES);

	if (number == DESIGNS - 1)
		return (struct design){ MEASURE, DID, PANEL, 20, 15, 15, 0.05, false };
	design.weighted = number < MEASURES && number >= MEASURES / 2;
	design.icc = iccs[rest % ICCS];
	rest /= ICCS;
	design.fewest = sizes[rest % SIZES].fewest;
	design.most = sizes[rest % SIZES].most;
	rest /= SIZES;
	design.villages = villages[rest % VILLAGES];
	rest /= VILLAGES;
	design.kind = kinds[rest].kind;
	design.people = kinds[rest].people;
	return design;
}

static void count_test(struct count *count, struct verdict verdict)
{
	count->refused += verdict.refused;
	if (verdict.refused || isnan(verdict.p_value))
		return;
	count->tests++;
	count->rejected += verdict.p_value < level;
}

static void count_interval(struct count *count, struct verdict verdict, double truth)
{
	if (verdict.refused || isnan(verdict.conf_low))
		return;
	count->intervals++;
	count->covered += verdict.conf_low <= truth && truth <= verdict.conf_high;
}

/* A measure's interval moves with the effect, so one without effect tells its coverage. */
static void replicate(struct count counts[METHODS], const struct design *design, gsl_rng *random)
{
	static struct draw draw;
	static struct answered without, with;
	bool moves = survey_truth(design, true) > 0;

	survey_draw(&draw, design, random);
	survey_answer(&without, &draw, design, false);
	if (moves)
		survey_answer(&with, &draw, design, true);
	for (int m = 0; m < METHODS; m++) {
		struct verdict verdict;

		if (!method_applies((enum method)m, design))
			continue;
		verdict = method_apply((enum method)m, &without);
		count_test(&counts[m], verdict);
		if (moves)
			verdict = method_apply((enum method)m, &with);
		count_interval(&counts[m], verdict, survey_truth(design, true));
	}
}

/* A share of replications and its standard error, or nothing. */
static void print_share(unsigned long part, unsigned long all)
{
	double share = (double)part / (double)all;

	if (all == 0)
		printf(",,");
	else
		printf(",%.5f,%.5f", share, sqrt(share * (1 - share) / (double)all));
}

static void print_counts(
	const struct design *design, const struct count counts[METHODS], unsigned long replications)
{
	static const char *const outcomes[] = { "measure", "share" };
	static const char *const contrasts[] = { "change", "difference", "did" };
	static const char *const people[] = { "panel", "cross_section" };

	for (int m = 0; m < METHODS; m++) {
		if (!method_applies((enum method)m, design))
			continue;
		printf("%s,%s,%s,%zu,%d,%d,%g,%s,%s,%s,%lu,%lu", outcomes[design->outcome],
			contrasts[design->kind], people[design->people], design->villages,
			(int)design->fewest, (int)design->most, design->icc,
			design->weighted ? "yes" : "no", method_name((enum method)m),
			method_leads((enum method)m, design) ? "headline" : "check", replications,
			counts[m].refused);
		print_share(counts[m].rejected, counts[m].tests);
		print_share(counts[m].covered, counts[m].intervals);
		putchar('\n');
	}
}

/* Each design has chance of its own, so that its figures do not hang on which others are run. */
static void simulate(const struct request *request, gsl_rng *random)
{
	printf("outcome,contrast,people,villages,fewest,most,icc,weighted,method,role,replications,"
	       "refused,false_positive,false_positive_mc,coverage,coverage_mc\n");
	for (size_t number = 0; number < DESIGNS; number++) {
		struct design design = design_of(number);
		struct count counts[METHODS] = { { 0 } };

		if (request->villages > 0 && design.villages != request->villages)
			continue;
		if (request->icc >= 0 && fabs(design.icc - request->icc) > 1e-9)
			continue;
		gsl_rng_set(random, request->seed + number);
		for (unsigned long i = 0; i < request->replications; i++)
			replicate(counts, &design, random);
		print_counts(&design, counts, request->replications);
	}
}

static int refuse_request(void)
{
	fputs("usage: designs --seed N --replications N [--villages N] [--icc X]\n"
	      "  --villages, --icc   only the designs with so many villages, or this ICC\n",
		stderr);
	return 2;
}

static bool take_option(struct request *request, const char *option, const char *value)
{
	char *end = NULL;

	if (strcmp(option, "--seed") == 0)
		request->seed = strtoul(value, &end, 10);
	else if (strcmp(option, "--replications") == 0)
		request->replications = strtoul(value, &end, 10);
	else if (strcmp(option, "--villages") == 0)
		request->villages = strtoul(value, &end, 10);
	else if (strcmp(option, "--icc") == 0)
		request->icc = strtod(value, &end);
	return end != NULL && end != value && *end == '\0';
}

int main(int argc, char **argv)
{
	struct request request = { .icc = -1 };
	gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);

	for (int i = 1; i < argc; i += 2)
		if (i + 1 == argc || !take_option(&request, argv[i], argv[i + 1]))
			return refuse_request();
	if (request.seed == 0 || request.replications == 0 || random == NULL)
		return refuse_request();
	stat_begin();
	simulate(&request, random);
	gsl_rng_free(random);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		perror("designs");
		return 3;
	}
	return 0;
}
