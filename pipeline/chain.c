/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The default chain, and how a study's pipeline.csv changes it. */
#include "chain.h"

#include <string.h>
#include <strings.h>

#include "chain_fit.h"
#include "list.h"

enum { STEP, READS, STAGE, OPTIONS, PUBLISH };

static const struct column columns[] = {
	[STEP] = { "step", TYPE_TEXT, false,
		{ "name of the step and of its table", "nama langkah dan tabelnya" } },
	[READS] = { "reads", TYPE_TEXT, false,
		{ "tables it reads: the first on stdin, others as --with",
			"tabel yang dibaca: yang pertama lewat stdin, lainnya sebagai --with" } },
	[STAGE] = { "stage", TYPE_TEXT, false,
		{ "a built-in stage, a program with / in it, a chart .gp, or - to leave the step "
		  "out",
			"tahap bawaan, program (memuat /), grafik .gp, atau - untuk membuang "
			"langkah" } },
	[OPTIONS] = { "options", TYPE_TEXT, true, { "options of the stage", "pilihan tahap" } },
	[PUBLISH] = { "publish", TYPE_TEXT, true,
		{ "yes: may be shared", "yes: boleh dibagikan" } },
	{ 0 },
};

static const struct link default_chain[] = {
	{ "responses", "", "ingest", "", "", { 0 } },
	{ "norms", "responses", "norms", "", "", { 0 } },
	{ "scores", "responses norms", "score", "", "", { 0 } },
	{ "tally", "scores", "tally", "", "", { 0 } },
	{ "suppressed", "tally", "protect", "", "", { 0 } },
	{ "estimates_raw", "tally", "estimate", "", "", { 0 } },
	{ "estimates", "estimates_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "distributions_raw", "scores", "distribution", "", "", { 0 } },
	{ "distributions", "distributions_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "comparisons_raw", "tally", "compare", "", "", { 0 } },
	{ "comparisons_withheld", "comparisons_raw suppressed", "withhold", "", "", { 0 } },
	{ "comparisons", "comparisons_withheld", "adjust", "", "yes", { 0 } },
	{ "few_villages_raw", "tally suppressed", "resample", "", "", { 0 } },
	{ "few_villages", "few_villages_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "verdicts", "comparisons", "verdict", "", "yes", { 0 } },
	{ "goals_data", "verdicts comparisons", "chart_goals", "", "", { 0 } },
	{ "goals", "goals_data", "goals.gp", "", "yes", { 0 } },
	{ "effects_data", "verdicts comparisons", "chart_effects", "", "", { 0 } },
	{ "effects", "effects_data", "effects.gp", "", "yes", { 0 } },
	{ "chain", "verdicts tally suppressed", "chain", "", "yes", { 0 } },
	{ "power", "tally", "power", "", "", { 0 } },
	{ "results_chain_data", "verdicts comparisons chain", "chart_chain", "", "", { 0 } },
	{ "results_chain", "results_chain_data", "chain.gp", "", "yes", { 0 } },
	{ "progress_raw", "tally", "progress", "", "", { 0 } },
	{ "progress", "progress_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "indicator_performance", "progress estimates", "indicator_table", "", "yes", { 0 } },
	{ "gaps_raw", "tally", "gap", "", "", { 0 } },
	{ "gaps", "gaps_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "equity_data", "gaps", "chart_equity", "", "", { 0 } },
	{ "equity", "equity_data", "equity.gp", "", "yes", { 0 } },
	{ "villages", "tally", "villages", "", "", { 0 } },
	{ "village_sheets", "villages", "village_sheets", "", "", { 0 } },
	{ "heterogeneity_raw", "villages", "heterogeneity", "", "", { 0 } },
	{ "heterogeneity", "heterogeneity_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "harm_raw", "tally", "harm", "", "", { 0 } },
	{ "harm", "harm_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "village_spread_data", "heterogeneity", "chart_villages", "", "", { 0 } },
	{ "village_spread", "village_spread_data", "villages.gp", "", "yes", { 0 } },
	{ "panel", "scores", "panel", "", "", { 0 } },
	{ "attrition_raw", "scores", "attrition", "", "", { 0 } },
	{ "attrition", "attrition_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "balance_raw", "scores", "balance", "", "", { 0 } },
	{ "balance", "balance_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "multidimensional_raw", "scores", "multidimensional", "", "", { 0 } },
	{ "multidimensional", "multidimensional_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "reliability_raw", "scores", "reliability", "", "", { 0 } },
	{ "reliability", "reliability_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "answers_data", "distributions verdicts", "chart_answers", "", "", { 0 } },
	{ "answers", "answers_data", "answers.gp", "", "yes", { 0 } },
	{ "trends_raw", "scores", "trend", "", "", { 0 } },
	{ "trends", "trends_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "trend_data", "trends estimates", "chart_trend", "", "", { 0 } },
	{ "trend", "trend_data", "trend.gp", "", "yes", { 0 } },
	{ "bounds_raw", "scores", "bounds", "", "", { 0 } },
	{ "bounds", "bounds_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "flow_raw", "scores responses rejects comparisons=comparisons_raw", "flow", "", "",
		{ 0 } },
	{ "flow", "flow_raw suppressed", "withhold", "", "yes", { 0 } },
	{ "panel_flow_data", "flow attrition", "chart_flow", "", "", { 0 } },
	{ "panel_flow", "panel_flow_data", "flow.gp", "", "yes", { 0 } },
	{ "funder_data", "verdicts comparisons attrition? gaps? harm? progress?", "chart_funder",
		"", "", { 0 } },
	{ "funder", "funder_data", "funder.gp", "", "yes", { 0 } },
	{ "page_answers", "verdicts comparisons harm?", "page_answers", "", "", { 0 } },
	{ "page_goals", "verdicts comparisons", "page_goals", "", "", { 0 } },
	{ "page_chain", "chain", "page_chain", "", "", { 0 } },
	{ "page_effects", "verdicts comparisons", "page_effects", "", "", { 0 } },
	{ "page_trend", "trends", "page_trend", "", "", { 0 } },
	{ "page_distributions", "distributions", "page_distributions", "", "", { 0 } },
	{ "page_checks", "verdicts comparisons few_villages bounds", "page_checks", "", "", { 0 } },
	{ "page_equity", "gaps", "page_equity", "", "", { 0 } },
	{ "page_held_back", "multidimensional", "page_held_back", "", "", { 0 } },
	{ "page_harm", "harm", "page_harm", "", "", { 0 } },
	{ "page_villages", "heterogeneity", "page_villages", "", "", { 0 } },
	{ "page_targets", "indicator_performance", "page_targets", "", "", { 0 } },
	{ "page_people", "attrition", "page_people", "", "", { 0 } },
	{ "page_methods", "comparisons estimates", "page_methods", "", "", { 0 } },
	{ "page_sources", "flow", "page_sources", "", "", { 0 } },
	{ "report",
		"page_answers page_goals page_chain page_effects page_checks page_trend "
		"page_distributions page_equity page_held_back page_harm page_villages "
		"page_targets page_people page_methods page_sources goals effects results_chain "
		"trend answers equity village_spread "
		"panel_flow",
		"report.html", "", "yes", { 0 } },
	{ "tables", "*", "tables.xlsx", "", "yes", { 0 } },
	{ "datapackage", "*", "tables.json", "", "yes", { 0 } },
	{ "index", "*", "report.index.html", "", "yes", { 0 } },
};

enum { DEFAULT_STEPS = sizeof(default_chain) / sizeof(*default_chain) };

static void check_name(const struct place *at, const char *name)
{
	static const char *const reserved[] = { "stamps", "manifest", "lock" };
	size_t i;

	if (*name == '\0' || strlen(name) > 32 ||
		name[strspn(name,
			"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")] !=
			'\0' ||
		*name == '-')
		fault(at,
			SAY("a step's name consists of 1 to 32 letters, digits, _ and -, and does "
			    "not begin with -",
				"nama langkah terdiri dari 1 sampai 32 huruf, angka, _ dan -, dan "
				"tidak diawali -"));
	for (i = 0; i < sizeof(reserved) / sizeof(*reserved); i++)
		if (strcasecmp(name, reserved[i]) == 0)
			fault(at,
				SAY("this name is taken by berdaya's own file",
					"nama ini sudah dipakai berkas berdaya sendiri"));
}

static struct link *find(struct link *links, size_t count, const char *name)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcasecmp(links[i].step, name) == 0)
			return &links[i];
	return NULL;
}

struct link *chain_find(const struct chain *chain, const char *step)
{
	return find(chain->links, chain->count, step);
}

const char *chain_default(const char *step)
{
	size_t i;

	for (i = 0; i < DEFAULT_STEPS; i++)
		if (strcmp(default_chain[i].step, step) == 0)
			return default_chain[i].stage;
	return NULL;
}

void chain_drop(struct chain *chain, struct link *link)
{
	memmove(link, link + 1, (size_t)(chain->links + --chain->count - link) * sizeof(*link));
}

static void remove_link(struct chain *chain, struct link *link, const struct link *row)
{
	if (link == NULL) {
		fault(&row->place,
			SAY("there is no such step to leave out",
				"tidak ada langkah seperti itu untuk dibuang"));
		return;
	}
	chain->removed = list_extend(
		chain->removed, &chain->removed_capacity, chain->removed_count + 1, sizeof(*link));
	chain->removed[chain->removed_count++] = *row;
	chain_drop(chain, link);
}

/* Leaves out every step of the default chain that the study has not made its own. */
static void remove_default(struct chain *chain)
{
	size_t i, left = 0;

	for (i = 0; i < chain->count; i++)
		if (chain->links[i].place.file != NULL)
			chain->links[left++] = chain->links[i];
	chain->count = left;
}

static void take_row(struct chain *chain, const struct link *row)
{
	struct link *link = chain_find(chain, row->step);

	if (strcmp(row->step, "*") == 0 && strcmp(row->stage, "-") == 0) {
		remove_default(chain);
		return;
	}

	check_name(&row->place, row->step);
	if ((link != NULL && link->place.file != NULL) ||
		find(chain->removed, chain->removed_count, row->step) != NULL) {
		fault(&row->place,
			SAY("the step stands twice in this table (capitals do not tell names "
			    "apart)",
				"langkah ini ada dua kali di tabel (huruf besar tidak membedakan "
				"nama)"));
	} else if (strcmp(row->stage, "-") == 0) {
		remove_link(chain, link, row);
	} else if (link != NULL && strcmp(link->step, row->step) != 0) {
		fault(&row->place,
			SAY("the default chain has a step '%s': write it the same way",
				"rantai bawaan punya langkah '%s': tulis dengan cara yang sama"),
			link->step);
	} else if (link != NULL) {
		*link = *row;
	} else {
		chain->links =
			list_extend(chain->links, &chain->capacity, chain->count + 1, sizeof(*row));
		chain->links[chain->count++] = *row;
	}
}

struct chain chain_load(void)
{
	struct chain chain = { 0 };
	const struct table *table = file_exists("pipeline.csv")
		? table_load("pipeline.csv", columns, TABLE_STRICT)
		: NULL;
	size_t row;

	chain.links = list_extend(NULL, &chain.capacity, DEFAULT_STEPS, sizeof(*chain.links));
	memcpy(chain.links, default_chain, sizeof(default_chain));
	chain.count = DEFAULT_STEPS;
	chain_fit_norms(&chain);
	for (row = 0; table != NULL && row < table->rows; row++) {
		struct link link = {
			cell(table, row, STEP),
			cell(table, row, READS),
			cell(table, row, STAGE),
			cell(table, row, OPTIONS),
			cell(table, row, PUBLISH),
			cell_place(table, row, STEP),
		};

		take_row(&chain, &link);
	}
	chain_fit(&chain);
	return chain;
}
