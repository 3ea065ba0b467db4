/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_methods: the report's section on how results came about, what they cannot show, and terms. */

#include "drawing/headline.h"
#include "drawing/numbers.h"
#include "page/page.h"
#include "result/columns.h"

static const struct with_field with[] = {
	{ "estimates", false, { "estimates.csv", "estimates.csv" } },
	{ NULL, false, { NULL, NULL } },
};

static int64_t villages, rows, withheld;
static bool holm, fdr, frozen;
static size_t plan_yes, plan_changed, plan_no;
static struct names *planned;

static void count_status(struct value status)
{
	rows++;
	withheld += same_text(status, "SUPPRESSED");
}

/* Each indicator once. */
static void count_planned(const struct value *needed)
{
	struct value plan = needed[COMPARISON_PLANNED], name = needed[COMPARISON_INDICATOR];

	if (missing(plan) || name_find(planned, name.text, name.length) != NO_NAME)
		return;
	name_add(planned, name.text, name.length);
	frozen = true;
	plan_yes += same_text(plan, "yes");
	plan_changed += same_text(plan, "changed");
	plan_no += same_text(plan, "no");
}

static void row(const struct value *needed)
{
	int64_t clusters;

	count_status(needed[COMPARISON_STATUS]);
	if (integer_read(needed[COMPARISON_CLUSTERS], &clusters) && clusters > villages)
		villages = clusters;
	holm = holm || same_text(needed[COMPARISON_ADJUST_METHOD], "holm");
	fdr = fdr || same_text(needed[COMPARISON_ADJUST_METHOD], "bh");
	if (missing(needed[COMPARISON_GROUP]) && same_text(needed[COMPARISON_ROLE], "headline"))
		count_planned(needed);
}

static struct text counted(int64_t number)
{
	return number_shown((double)number, 0);
}

static void item(const char *key, const struct filling *facts)
{
	page_item("", texts_fill(key, facts), "");
}

/* Indicators whose lag is longer than the survey has run. */
static int64_t too_early(void)
{
	const struct indicators *indicators = indicators_load();
	int64_t early = 0;
	size_t i;

	for (i = 0; i < indicators->count; i++)
		early += indicator_too_early(&indicators->list[i], rounds_load()->count - 1);
	return early;
}

static void put_how(const struct filling *facts)
{
	const struct study *study = study_load();
	bool clustered = study->cluster.count > 0;

	page_subsection("how", texts_plain("page_methods_how"));
	item(study->design == PANEL ? "page_method_panel" : "page_method_cross", facts);
	item(keep_format("page_method_%s", scene_load().design), facts);
	item(clustered ? "page_method_villages" : "page_method_no_villages", facts);
	item("page_method_interval", facts);
	item(study_weighted() ? "page_method_weighted" : "page_method_unweighted", facts);
	if (holm || fdr)
		item(holm && fdr       ? "page_method_adjusted"
				: holm ? "page_method_holm"
				       : "page_method_bh",
			facts);
	if (study->min_people > 0)
		item(clustered ? "page_method_protected" : "page_method_protected_people", facts);
	else
		item("page_method_unprotected", facts);
	item(too_early() > 0 ? "page_method_early" : "page_method_not_early", facts);
	item(indicator_any(index_counting) ? "page_method_missing_counted" : "page_method_missing",
		facts);
	item(frozen ? "page_method_frozen" : "page_method_not_frozen", facts);
}

static void put_limits(void)
{
	const struct study *study = study_load();

	page_subsection("limits", texts_plain("page_limits"));
	item(keep_format("page_limit_%s", scene_load().design), NULL);
	if (study->design == PANEL)
		item("page_limit_panel", NULL);
	else
		item("page_limit_cross", NULL);
	item("page_limit_said", NULL);
	item("page_limit_villages", NULL);
	item("page_limit_later", NULL);
}

static void put_glossary(void)
{
	static const char *const terms[] = { "baseline", "ci", "comparison", "did", "effect", "gap",
		"index", "indicator", "lost", "mid", "p", "panel", "plan", "points", "sd",
		"target" };
	static const char *const headings[] = { "term", "note" };
	size_t i;

	page_subsection("terms", texts_plain("page_terms"));
	page_table("", texts_plain("page_terms_table"));
	page_headings(headings, 2, 2, 2, scene_load().level);
	for (i = 0; i < sizeof(terms) / sizeof(*terms); i++) {
		page_row("");
		page_head(texts_plain(keep_format("term_%s", terms[i])));
		page_cell(texts_plain(keep_format("term_%s_means", terms[i])), "");
	}
}

static void end(void)
{
	const struct study *study = study_load();
	const struct table *estimates;
	size_t at;

	if (rows == 0)
		return;
	estimates = table_load(with_file("estimates"), estimate_columns, TABLE_OPEN);
	stop_on_faults();
	for (at = 0; at < estimates->rows; at++)
		count_status(cell_value(estimates, at, ESTIMATE_STATUS));
	const struct filling facts[] = { { "level", scene_load().level },
		{ "comparison", scene_load().comparison }, { "villages", counted(villages) },
		{ "min_people", counted(study->min_people) },
		{ "min_clusters", counted(study->min_clusters) }, { "withheld", counted(withheld) },
		{ "rows", counted(rows) }, { "early", counted(too_early()) },
		{ "index_min", number_shown(study->index_min * 100, 0) },
		{ "yes", counted((int64_t)plan_yes) },
		{ "changed", counted((int64_t)plan_changed) }, { "no", counted((int64_t)plan_no) },
		{ NULL, { NULL, NULL } } };
	page_section("methods", texts_plain("page_methods"));
	put_how(facts);
	put_limits();
	put_glossary();
}

static void begin(const struct reader *input)
{
	study_begin(input);
	planned = names_new();
}

static const struct stage stage = {
	.name = "page_methods",
	.purpose = { "Write the report's section on methods, limits and terms.",
		"Menulis bagian laporan tentang cara, batas, dan istilah." },
	.with = with,
	.tables = study_tables,
	.options = texts_options,
	.needs = comparison_columns,
	.makes = page_columns,
	.begin = begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
