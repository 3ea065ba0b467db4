/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds checks and bounds against the headline that they belong to. */
#include "page/checks.h"

#include <math.h>
#include <string.h>

#include "drawing/numbers.h"
#include "page/page.h"
#include "people/bounds_columns.h"
#include "result/columns.h"

/* The columns of few_villages.csv: those of comparisons.csv that tell a row, and what it could show. */
enum few_column {
	FEW_INDICATOR,
	FEW_CONTRAST,
	FEW_ROUND_FROM,
	FEW_ROUND_TO,
	FEW_ARM,
	FEW_GROUP,
	FEW_ESTIMATE,
	FEW_P_VALUE,
	FEW_METHOD,
	FEW_STATUS,
	FEW_P_ATTAINABLE,
	FEW_COLUMN_COUNT
};
static const struct column few_columns[FEW_COLUMN_COUNT + 1] = {
	[FEW_INDICATOR] = { "indicator", TYPE_TEXT, false, { "indicator", "indikator" } },
	[FEW_CONTRAST] = { "contrast", TYPE_TEXT, false, { "change or did", "change atau did" } },
	[FEW_ROUND_FROM] = { "round_from", TYPE_TEXT, false, { "earlier round", "putaran awal" } },
	[FEW_ROUND_TO] = { "round_to", TYPE_TEXT, false, { "later round", "putaran akhir" } },
	[FEW_ARM] = { "arm", TYPE_TEXT, false, { "arm", "kelompok" } },
	[FEW_GROUP] = { "group", TYPE_TEXT, false, { "group", "golongan" } },
	[FEW_ESTIMATE] = { "estimate", TYPE_NUMBER, false, { "estimate", "taksiran" } },
	[FEW_P_VALUE] = { "p_value", TYPE_NUMBER, false, { "p value", "nilai p" } },
	[FEW_METHOD] = { "method", TYPE_TEXT, false, { "method", "metode" } },
	[FEW_STATUS] = { "status", TYPE_TEXT, false, { "ok, or why not", "ok, atau sebabnya" } },
	[FEW_P_ATTAINABLE] = { "p_attainable", TYPE_NUMBER, true,
		{ "the least that p could be", "nilai p terkecil yang mungkin" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

/* Methods, and whether they count people as if villages did not matter. */
static const struct {
	const char *name;
	bool ignores_villages;
} methods[] = {
	{ "survey_small_t", false },
	{ "survey_t", false },
	{ "cr2_t", false },
	{ "village_means", false },
	{ "ancova", false },
	{ "randomisation", false },
	{ "wild_bootstrap", false },
	{ "sign_flip", false },
	{ "paired_t", true },
	{ "welch_t", true },
	{ "wilcoxon_exact", true },
	{ "wilcoxon_normal_cc", true },
	{ "sign_test", true },
	{ "mcnemar_exact", true },
	{ "mcnemar_midp", true },
	{ "newcombe", true },
};

static const struct table *table_of(const char *name, const struct column *columns)
{
	const struct table *table = table_load(with_file(name), columns, TABLE_OPEN);

	stop_on_faults();
	return table;
}

/* Whether a row tells of the headline's contrast, arm and rounds. */
static bool tells(const struct table *table, size_t row, const struct headline *headline,
	const size_t keys[5])
{
	const struct rounds *rounds = rounds_load();
	const char *const wanted[] = { headline->indicator->name, headline->contrast,
		rounds->list[0].name, rounds->list[rounds->count - 1].name, headline->arm };
	size_t i;

	for (i = 0; i < 5; i++)
		if (strcmp(cell(table, row, keys[i]), wanted[i]) != 0)
			return false;
	return true;
}

/* What a method is called, or "" for one that does not count here: max_t is wild_bootstrap once more, and
 * beside a weighted headline survey_t the headline once more. */
static struct text method_words(const char *method)
{
	size_t i;

	if (study_weighted() && strcmp(method, "survey_t") == 0)
		return text_same("");
	for (i = 0; i < sizeof(methods) / sizeof(*methods); i++)
		if (strcmp(methods[i].name, method) == 0)
			return methods[i].ignores_villages && study_load()->cluster.count > 0
				? text_same("")
				: texts_plain(keep_format("check_%s", method));
	return text_same("");
}

static double alpha(void)
{
	return 1 - study_load()->confidence;
}

static void take(struct checks *checks, struct text method, double estimate, double sign, double p,
	double attainable, const char *source)
{
	bool clear = p < alpha();

	if (*method.en == '\0' || isnan(p))
		return;
	if (checks->clear && attainable >= alpha()) {
		checks->mute++;
	} else if (clear == checks->clear && (!clear || estimate * sign > 0)) {
		checks->agree++;
	} else {
		checks->differ++;
		checks->others = text_join(checks->others, ", ", method);
		checks->source = *checks->source == '\0'
			? source
			: keep_format("%s %s", checks->source, source);
	}
}

static void take_comparisons(struct checks *checks, const struct headline *headline, size_t own)
{
	static const size_t keys[] = { COMPARISON_INDICATOR, COMPARISON_CONTRAST,
		COMPARISON_ROUND_FROM, COMPARISON_ROUND_TO, COMPARISON_ARM };
	const struct table *table = comparisons();
	size_t row;

	for (row = 0; row < table->rows; row++) {
		bool same = strcmp(cell(table, row, COMPARISON_SAMPLE),
				    cell(table, own, COMPARISON_SAMPLE)) == 0;

		if (strcmp(cell(table, row, COMPARISON_ROLE), "check") != 0 ||
			*cell(table, row, COMPARISON_GROUP) != '\0' ||
			strcmp(cell(table, row, COMPARISON_STATUS), "ok") != 0 ||
			!tells(table, row, headline, keys))
			continue;
		take(checks,
			same ? method_words(cell(table, row, COMPARISON_METHOD))
			     : texts_plain("check_all"),
			number_or_nan(cell_value(table, row, COMPARISON_ESTIMATE)),
			headline->estimate,
			number_or_nan(cell_value(table, row, COMPARISON_P_VALUE)), 0,
			page_source("comparisons", row + 2));
	}
}

static void take_few_villages(struct checks *checks, const struct headline *headline)
{
	static const size_t keys[] = { FEW_INDICATOR, FEW_CONTRAST, FEW_ROUND_FROM, FEW_ROUND_TO,
		FEW_ARM };
	static const struct table *table;
	size_t row;

	if (table == NULL)
		table = table_of("few_villages", few_columns);
	for (row = 0; row < table->rows; row++)
		if (*cell(table, row, FEW_GROUP) == '\0' &&
			strcmp(cell(table, row, FEW_STATUS), "ok") == 0 &&
			tells(table, row, headline, keys))
			take(checks, method_words(cell(table, row, FEW_METHOD)),
				number_or_nan(cell_value(table, row, FEW_ESTIMATE)),
				headline->estimate,
				number_or_nan(cell_value(table, row, FEW_P_VALUE)),
				number_or_nan(cell_value(table, row, FEW_P_ATTAINABLE)),
				page_source("few_villages", row + 2));
}

struct checks checks_of(const struct headline *headline)
{
	size_t own = comparison_find(headline->indicator, headline->contrast, headline->arm);
	struct checks checks = { .p = (double)NAN, .others = { "", "" }, .source = "" };

	if (own == NO_NAME)
		return checks;
	checks.p = number_or_nan(cell_value(comparisons(), own, COMPARISON_P_VALUE));
	checks.clear = checks.p < alpha();
	if (isnan(checks.p))
		return checks;
	take_comparisons(&checks, headline, own);
	take_few_villages(&checks, headline);
	if (*checks.source == '\0')
		checks.source = page_source("comparisons", own + 2);
	return checks;
}

struct text checks_text(const struct checks *checks)
{
	const struct filling facts[] = { { "n", number_shown((double)checks->agree, 0) },
		{ "total", number_shown((double)(checks->agree + checks->differ), 0) },
		{ "mute", number_shown((double)checks->mute, 0) }, { "list", checks->others },
		{ NULL, { NULL, NULL } } };
	struct text words = text_same("");

	if (checks->agree + checks->differ > 0)
		words = texts_fill(
			checks->differ == 0 ? "page_checks_agree" : "page_checks_differ", facts);
	if (checks->mute > 0)
		words = text_join(words, " ", texts_fill("page_checks_mute", facts));
	return *words.en == '\0' ? text_same("–") : words;
}

/* What one row says, by its measure and its yes or no. */
static enum survival survival_of(const char *measure, const char *survives)
{
	bool worst = strcmp(measure, "manski") == 0;

	if (*survives == '\0')
		return SURVIVAL_UNKNOWN;
	if (strcmp(survives, "yes") == 0)
		return worst ? SURVIVAL_WORST : SURVIVAL_UNBOUNDED;
	return worst ? SURVIVAL_MILD : SURVIVAL_NONE;
}

struct missing_people missing_people_of(const struct headline *headline)
{
	static const size_t keys[] = { BOUNDS_INDICATOR, BOUNDS_CONTRAST, BOUNDS_ROUND_FROM,
		BOUNDS_ROUND_TO, BOUNDS_ARM };
	/* Which row of several speaks: a reversal, then the worst case, then milder ones. */
	static const int weight[SURVIVAL_COUNT] = { [SURVIVAL_UNBOUNDED] = 1,
		[SURVIVAL_WORST] = 2,
		[SURVIVAL_MILD] = 2,
		[SURVIVAL_NONE] = 3 };
	static const struct table *table;
	struct missing_people people = { SURVIVAL_UNKNOWN, (double)NAN, "" };
	size_t row;

	if (table == NULL)
		table = table_of("bounds", bounds_columns);
	for (row = 0; row < table->rows; row++) {
		const char *measure = cell(table, row, BOUNDS_MEASURE);
		enum survival found = survival_of(measure, cell(table, row, BOUNDS_SIGN_SURVIVES));

		if (!tells(table, row, headline, keys))
			continue;
		if (strcmp(measure, "pairs") == 0)
			people.lost = fmax(number_or_nan(cell_value(table, row, BOUNDS_SHARE_LOST)),
				number_or_nan(
					cell_value(table, row, BOUNDS_SHARE_LOST_COMPARISON)));
		if (weight[found] > weight[people.survival]) {
			people.survival = found;
			people.source = page_source("bounds", row + 2);
		}
	}
	if (isnan(people.lost))
		people.survival = SURVIVAL_UNKNOWN;
	return people;
}

struct text missing_people_text(const struct missing_people *people, const struct checks *checks)
{
	static const char *const names[SURVIVAL_COUNT] = { "", "worst", "mild", "unbounded",
		"none" };
	const struct filling facts[] = { { "share", number_shown(people->lost * 100, 0) },
		{ NULL, { NULL, NULL } } };

	if (people->survival == SURVIVAL_UNKNOWN)
		return text_same("–");
	return texts_fill(checks->clear ? keep_format("page_missing_%s", names[people->survival])
					: "page_missing_unclear",
		facts);
}
