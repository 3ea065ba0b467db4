/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaves out of the default chain what a study has nothing for, and the charts that it does not list. */
#include "chain_fit.h"

#include <string.h>

#include "study/charts.h"
#include "study/norms.h"
#include "study/study.h"

void chain_fit_norms(struct chain *chain)
{
	if (file_exists("indicators.csv") && norms_asked(NULL))
		return;
	chain_drop(chain, chain_find(chain, "norms"));
	chain_find(chain, "scores")->reads = "responses";
}

/* Leaves out steps of the default chain, unless the study has them itself. */
static void leave_out(struct chain *chain, const char *const *steps, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct link *link = chain_find(chain, steps[i]);

		if (link != NULL && link->place.file == NULL)
			chain_drop(chain, link);
	}
}

/* Where a program of the study reads the data, nothing accounts for the rows of its files: the flow
 * and its chart are left out. */
static void leave_flow_out(struct chain *chain)
{
	static const char *const steps[] = { "flow_raw", "flow", "panel_flow_data", "panel_flow" };
	const struct link *responses = chain_find(chain, "responses");

	if (responses == NULL || strcmp(responses->stage, "ingest") != 0)
		leave_out(chain, steps, sizeof(steps) / sizeof(*steps));
}

/* A study of fewer than three rounds has no chart of trends. */
static void leave_trend_out(struct chain *chain)
{
	static const char *const steps[] = { "trend_data", "trend" };
	enum { FEWEST_ROUNDS = 3 };

	if (!file_exists("rounds.csv") || rounds_load()->count < FEWEST_ROUNDS)
		leave_out(chain, steps, sizeof(steps) / sizeof(*steps));
}

/* Whether each answer to an indicator may be shown: an ordinal one, or a scale of few steps. */
static bool has_answers(const struct indicator *indicator)
{
	enum { MOST_STEPS = 6 }; /* ANSWERS_MOST - 1 of drawing/answers.h */
	double span = indicator->scale_max - indicator->scale_min;

	if (indicator->sensitive || span > MOST_STEPS)
		return false;
	return indicator->type == INDICATOR_ORDINAL ||
		(indicator->type == INDICATOR_SCALE && span > 0);
}

/* A study without questions of few answers has no chart of them and no section. */
static void leave_answers_out(struct chain *chain)
{
	static const char *const steps[] = { "answers_data", "answers", "page_distributions" };

	if (!file_exists("indicators.csv") || !indicator_any(has_answers))
		leave_out(chain, steps, sizeof(steps) / sizeof(*steps));
}

/* A study that puts no group in focus has no chart of gaps. */
static void leave_equity_out(struct chain *chain)
{
	static const char *const steps[] = { "equity_data", "equity" };
	const struct groups *groups = groups_load();

	for (size_t i = 0; i < groups->count; i++)
		if (*groups->list[i].focal != '\0')
			return;
	leave_out(chain, steps, sizeof(steps) / sizeof(*steps));
}

/* A study without an index that counts what people lack has no table of it. */
static void leave_counting_out(struct chain *chain)
{
	static const char *const steps[] = { "multidimensional_raw", "multidimensional" };

	if (!file_exists("indicators.csv") || !indicator_any(index_counting))
		leave_out(chain, steps, sizeof(steps) / sizeof(*steps));
}

/* A study without villages has no chart of how they differ. */
static void leave_villages_out(struct chain *chain)
{
	static const char *const steps[] = { "village_spread_data", "village_spread" };

	if (file_exists("study.csv") && study_load()->cluster.count == 0)
		leave_out(chain, steps, sizeof(steps) / sizeof(*steps));
}

/* Tables of the default chain that a step can do without are marked NAME?: they are read where they are
 * made. */
static void settle_reads(struct chain *chain)
{
	for (size_t i = 0; i < chain->count; i++) {
		const char *word = chain->links[i].reads, *settled = "";

		if (chain->links[i].place.file != NULL || strchr(word, '?') == NULL)
			continue;
		while (*word != '\0') {
			size_t length = strcspn(word, " "),
			       mark = length - (word[length - 1] == '?');
			const char *name = keep_text(word, mark);

			if (mark == length || chain_find(chain, name) != NULL)
				settled = keep_format(
					"%s%s%s", settled, *settled == '\0' ? "" : " ", name);
			word += length + strspn(word + length, " ");
		}
		chain->links[i].reads = settled;
	}
}

/* Whether a link makes each of the tables. */
static bool all_made(const struct chain *chain, const char *reads)
{
	while (*reads != '\0') {
		size_t length = strcspn(reads, " ");

		if (chain_find(chain, keep_text(reads, length)) == NULL)
			return false;
		reads += length + strspn(reads + length, " ");
	}
	return true;
}

static bool is_template(const char *stage)
{
	size_t length = strlen(stage);

	return length > 3 && strcmp(stage + length - 3, ".gp") == 0;
}

static bool draws(const struct link *link)
{
	return is_template(link->stage);
}

/* Whether a step of the default chain is a chart. */
static bool default_chart(const char *step)
{
	const char *stage = chain_default(step);

	return stage != NULL && is_template(stage);
}

/* Whether a step only prepares a chart. */
static bool prepares(const struct link *link)
{
	return strncmp(link->stage, "chart_", 6) == 0;
}

/* Whether a step only shows what others made: a chart, or a section of the report. */
static bool shows(const struct link *link)
{
	return strncmp(link->stage, "page_", 5) == 0 || prepares(link) || draws(link);
}

/* Charts and reports tell of what there is: those of the default chain go where a study leaves their
 * tables out, and so do those that show them, and the report where it has no section. */
static void leave_shows_out(struct chain *chain)
{
	struct link *report;
	size_t sections = 0, i = 0;

	while (i < chain->count) {
		struct link *link = &chain->links[i++];

		if (!shows(link) || link->place.file != NULL || all_made(chain, link->reads))
			continue;
		chain_drop(chain, link);
		i = 0; /* others may have read it */
	}
	for (i = 0; i < chain->count; i++)
		sections += strncmp(chain->links[i].stage, "page_", 5) == 0;
	report = chain_find(chain, "report");
	if (sections == 0 && report != NULL && report->place.file == NULL)
		chain_drop(chain, report);
}

/* ---- charts.csv ---- */

static bool listed(const char *chart)
{
	const struct charts *charts = charts_load();

	for (size_t i = 0; i < charts->count; i++)
		if (strcmp(charts->list[i].name, chart) == 0)
			return true;
	return false;
}

static bool is_read(const struct chain *chain, const char *table)
{
	for (size_t i = 0; i < chain->count; i++)
		if (strcmp(chain->links[i].reads, table) == 0)
			return true;
	return false;
}

/* Charts of the default chain that are not listed, and what only these read. */
static void leave_unlisted_out(struct chain *chain)
{
	size_t i = 0;

	while (i < chain->count) {
		struct link *link = &chain->links[i];

		if (link->place.file == NULL && draws(link) && !listed(link->step))
			chain_drop(chain, link);
		else
			i++;
	}
	for (i = 0; i < chain->count;) {
		struct link *link = &chain->links[i];

		if (link->place.file == NULL && prepares(link) && !is_read(chain, link->step))
			chain_drop(chain, link);
		else
			i++;
	}
}

static const char *all_charts(const struct chain *chain)
{
	const char *all = "";

	for (size_t i = 0; i < chain->count; i++)
		if (draws(&chain->links[i]) && default_chart(chain->links[i].step))
			all = keep_format(
				"%s%s%s", all, *all == '\0' ? "" : ", ", chain->links[i].step);
	return all;
}

/* Each listed chart is one that this study has. */
static void check_listed(const struct chain *chain)
{
	const struct charts *charts = charts_load();

	for (size_t i = 0; i < charts->count; i++) {
		const struct listed_chart *chart = &charts->list[i];
		const struct link *link = chain_find(chain, chart->name);

		if (*chart->name == '\0' ||
			(link != NULL && draws(link) && default_chart(chart->name)))
			continue;
		if (default_chart(chart->name))
			fault(&chart->place,
				SAY("the study leaves out what this chart is made of; it has: %s",
					"studi ini tidak punya bahan untuk grafik ini; yang ada: "
					"%s"),
				all_charts(chain));
		else
			fault(&chart->place,
				SAY("there is no such chart; the study has: %s",
					"tidak ada grafik seperti itu; yang ada: %s"),
				all_charts(chain));
	}
}

void chain_fit(struct chain *chain)
{
	leave_flow_out(chain);
	leave_equity_out(chain);
	leave_counting_out(chain);
	leave_trend_out(chain);
	leave_answers_out(chain);
	leave_villages_out(chain);
	settle_reads(chain);
	leave_shows_out(chain);
	if (!charts_load()->listed)
		return;
	check_listed(chain);
	leave_unlisted_out(chain);
}
