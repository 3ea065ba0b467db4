/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_villages: the report's section on how far villages differ. */
#include <math.h>

#include "drawing/amount.h"
#include "drawing/numbers.h"
#include "drawing/village_spread.h"
#include "page/page.h"

static struct scene scene;

/* How the numbers of a row are printed, its indicator's unit beside them. */
static struct amount amount_for(const struct village_spread *spread)
{
	const struct headline row = { .indicator = spread->indicator,
		.estimate = spread->estimate,
		.conf_low = spread->prediction_low,
		.conf_high = spread->prediction_high };
	const struct headline *shown = &row;
	double span = spread->indicator->scale_max - spread->indicator->scale_min;

	return amount_of(spread->indicator, &shown, 1, (double)NAN, (double)NAN,
		span > 0 ? span : fabs(spread->estimate));
}

/* ---- sentences by rule ---- */

/* Where one more village like these may end up: better, worse, or either. */
static const char *outlook_of(const struct village_spread *spread)
{
	double sign = spread->indicator->direction == DIRECTION_DOWN ? -1 : 1;

	if (isnan(spread->prediction_low) || spread->indicator->direction == DIRECTION_NONE)
		return "none";
	if (spread->prediction_low <= 0 && spread->prediction_high >= 0)
		return "either";
	return sign * spread->prediction_low > 0 ? "better" : "worse";
}

static const char *class_of(const struct village_spread *spread)
{
	if (spread->worse > 0)
		return "down";
	return spread->better > 0 ? "up" : "unclear";
}

static void put_sentence(const struct village_spread *spread)
{
	const struct amount amount = amount_for(spread);
	const char *outlook = outlook_of(spread);
	const struct filling facts[] = {
		{ "goal", goal_of(spread->indicator)->label },
		{ "arm", arm_label(spread->arm) },
		{ "total", number_shown((double)spread->clusters, 0) },
		{ "list", village_spread_counts(spread) },
		{ "low", amount_change(&amount, spread->prediction_low, true) },
		{ "high", amount_change(&amount, spread->prediction_high, true) },
		{ NULL, { NULL, NULL } },
	};
	struct text text = texts_fill(
		*spread->arm == '\0' ? "page_villages_goal" : "page_villages_goal_arm", facts);

	text = text_join(
		text, " ", texts_fill(keep_format("page_villages_next_%s", outlook), facts));
	page_item(class_of(spread), text, page_source("heterogeneity", spread->row));
}

/* ---- the table ---- */

static void put_columns(void)
{
	static const char *const names[] = { "who", "villages", "worse", "unclear", "better",
		"mean", "interval", "prediction", "tau" };
	enum { COLUMNS = sizeof(names) / sizeof(*names) };

	page_headings(names, COLUMNS, 1, COLUMNS, scene.level);
}

static void put_count(int64_t count)
{
	page_number(count < 0 ? text_same("–") : number_shown((double)count, 0));
}

/* Who the row is about: an arm alone, or beside the comparison. */
static struct text who(const struct village_spread *spread)
{
	const struct filling arms[] = { { "arm", arm_label(spread->arm) },
		{ "comparison", scene.comparison }, { NULL, { NULL, NULL } } };

	if (*spread->arm == '\0')
		return spread->indicator->label;
	return spread->against ? texts_fill("page_villages_against", arms) : arms[0].value;
}

static void put_row(const struct village_spread *spread)
{
	const struct amount amount = amount_for(spread);
	int i;

	page_row(spread->ok ? "" : "refused");
	page_head(who(spread));
	put_count(spread->clusters);
	put_count(spread->worse);
	put_count(spread->unclear);
	put_count(spread->better);
	if (!spread->ok) {
		page_verdict(text_first_sentence(spread->note),
			page_source("heterogeneity", spread->row));
		for (i = 0; i < 3; i++)
			page_number(text_same("–"));
		return;
	}
	page_number(amount_change(&amount, spread->estimate, true));
	page_number(amount_interval(&amount, spread->conf_low, spread->conf_high));
	page_number(amount_interval(&amount, spread->prediction_low, spread->prediction_high));
	page_cell(amount_value(&amount, spread->tau, false),
		page_source("heterogeneity", spread->row));
}

static void put_table(const struct village_spread *list, size_t count)
{
	size_t i;

	page_table("", texts_plain("page_villages_table"));
	put_columns();
	for (i = 0; i < count; i++) {
		if (i == 0 || list[i].indicator != list[i - 1].indicator) {
			page_row("group");
			page_head(goal_of(list[i].indicator)->label);
		}
		put_row(&list[i]);
	}
}

/* ---- the stage ---- */

static void end(void)
{
	size_t count, i;
	const struct village_spread *list = village_spreads(&count);

	scene = scene_load();
	if (count == 0)
		return;
	page_section("villages", texts_plain("page_villages"));
	page_text("", texts_plain("page_villages_intro"), "");
	for (i = 0; i < count; i++)
		if (list[i].ok && !list[i].against && !village_spread_compared(&list[i]))
			put_sentence(&list[i]);
	page_chart("village_spread", texts_plain("page_villages_chart"));
	put_table(list, count);
	page_text("note", texts_plain("page_villages_private"), "");
}

static const struct stage stage = {
	.name = "page_villages",
	.purpose = { "Write the report's section on how far villages differ.",
		"Menulis bagian laporan tentang seberapa jauh desa berbeda." },
	.tables = study_tables,
	.options = texts_options,
	.needs = spread_columns,
	.makes = page_columns,
	.begin = study_begin,
	.row = village_spread_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
