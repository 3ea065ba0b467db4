/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_trend: the report's section on trends: the change a year of each goal over three rounds or more. */
#include "drawing/amount.h"
#include "drawing/numbers.h"
#include "drawing/trend_told.h"
#include "page/page.h"
#include "trend/columns.h"

static struct scene scene;
static bool begun, few;

static void begin_section(void)
{
	const struct filling facts[] = { { "level", scene.level },
		{ "comparison", scene.comparison }, { NULL, { NULL, NULL } } };
	bool compared = *scene.comparison.en != '\0';
	const char *const names[] = { "goal", "trend_meaning", compared ? "trend_did" : "trend",
		"interval", "trend_p", "n", "villages" };
	enum { COLUMNS = sizeof(names) / sizeof(*names) };

	page_section("trends", texts_plain("page_trend"));
	page_text(
		"", texts_fill(compared ? "page_trend_intro_did" : "page_trend_intro", facts), "");
	page_chart("trend", texts_plain("page_trend_chart"));
	page_table("", texts_plain("page_trend_table"));
	page_headings(names, COLUMNS, 2, COLUMNS, scene.level);
	begun = true;
}

static struct text meaning(const struct trend_told *told)
{
	const struct filling facts[] = { { "comparison", scene.comparison },
		{ NULL, { NULL, NULL } } };

	if (told->verdict == CLASS_REFUSED)
		return text_first_sentence(told->note);
	if (told->verdict == CLASS_TOO_EARLY)
		return text_capital(texts_plain("verdict_too_early"));
	return texts_fill(keep_format("trend_%s_%s", verdict_class_names[told->verdict],
				  told->did ? "did" : "alone"),
		facts);
}

static struct text counted(int64_t number)
{
	return number < 0 ? text_same("–") : number_shown((double)number, 0);
}

static void row(const struct value *needed)
{
	struct trend_told told;
	struct amount amount;

	if (!trend_told_read(needed, &scene, &told))
		return;
	if (!begun)
		begin_section();
	few |= trend_of_few_villages(&told);
	amount = trend_amount(&told);
	page_row(verdict_class_names[told.verdict]);
	page_head(label_of_arm(goal_of(told.indicator)->label, told.arm, *told.arm != '\0'));
	page_verdict(meaning(&told), page_source("trends", told.row));
	page_number(amount_change(&amount, told.estimate, true));
	page_number(amount_interval(&amount, told.low, told.high));
	page_number(p_shown(told.p_value));
	page_number(counted(told.n));
	page_number(counted(told.clusters));
}

static void begin(const struct reader *input)
{
	study_begin(input);
	scene = scene_load();
}

static void end(void)
{
	if (begun)
		page_text("note", texts_plain("page_trend_note"), "");
	if (few)
		page_text("note",
			texts_plain(*scene.comparison.en == '\0' ? "foot_few" : "foot_few_arm"),
			"");
}

static const struct stage stage = {
	.name = "page_trend",
	.purpose = { "Write the report's section on trends over three rounds or more.",
		"Menulis bagian laporan tentang tren selama tiga putaran atau lebih." },
	.tables = study_tables,
	.options = texts_options,
	.needs = trend_columns,
	.makes = page_columns,
	.begin = begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
