/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_trend: the report's section on trends: the change a year of each goal over three rounds or more. */
#include <math.h>
#include <string.h>

#include "drawing/axis.h"
#include "drawing/numbers.h"
#include "page/page.h"
#include "trend/columns.h"

static const char *const tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv",
	"goals.csv", "indicators.csv", NULL };
static const struct option_field options[] = {
	TEXTS_OPTION,
	{ NULL, OPTION_FLAG, NULL, false, { NULL, NULL } },
};

static const char *const names[] = { "goal", "trend_meaning", "trend", "interval", "trend_p", "n",
	"villages" };
enum { COLUMNS = sizeof(names) / sizeof(*names) };

static struct scene scene;
static bool begun;

static double number(const struct value *needed, enum trend_column column)
{
	double value;

	return number_read(needed[column], &value) ? value : (double)NAN;
}

static void begin_section(void)
{
	const struct filling facts[] = { { "level", scene.level },
		{ "comparison", scene.comparison }, { NULL, { NULL, NULL } } };
	bool compared = *scene.comparison.en != '\0';
	struct text headings[COLUMNS];
	size_t i;

	for (i = 0; i < COLUMNS; i++)
		headings[i] = texts_fill(keep_format("page_column_%s", names[i]), facts);
	if (compared)
		headings[2] = texts_fill("page_column_trend_did", facts);
	page_section("trends", texts_plain("page_trend"));
	page_text(
		"", texts_fill(compared ? "page_trend_intro_did" : "page_trend_intro", facts), "");
	page_table("", texts_plain("page_trend_table"));
	page_columns_row(headings, COLUMNS, 2, COLUMNS);
	begun = true;
}

/* up, down, changed or unclear by the interval; too early by the goal's lag; refused without a number. */
static enum verdict_class class_of(const struct value *needed, const struct indicator *indicator)
{
	double low = number(needed, TREND_CONF_LOW), high = number(needed, TREND_CONF_HIGH);

	if (missing(needed[TREND_ESTIMATE]) || isnan(low) || isnan(high))
		return CLASS_REFUSED;
	if (same_text(needed[TREND_LAG], "too_early"))
		return CLASS_TOO_EARLY;
	if (low <= 0 && high >= 0)
		return CLASS_UNCLEAR;
	if (indicator->direction == DIRECTION_NONE)
		return CLASS_CHANGED;
	return (low > 0) == (indicator->direction == DIRECTION_UP) ? CLASS_UP : CLASS_DOWN;
}

static struct text meaning(const struct value *needed, enum verdict_class class)
{
	const struct filling facts[] = { { "comparison", scene.comparison },
		{ NULL, { NULL, NULL } } };
	bool did = same_text(needed[TREND_CONTRAST], "trend_did");

	if (class == CLASS_REFUSED)
		return text_first_sentence((struct text){
			keep_text(needed[TREND_NOTE_EN].text, needed[TREND_NOTE_EN].length),
			keep_text(needed[TREND_NOTE_ID].text, needed[TREND_NOTE_ID].length) });
	if (class == CLASS_TOO_EARLY)
		return text_capital(texts_plain("verdict_too_early"));
	return texts_fill(
		keep_format("trend_%s_%s", verdict_class_names[class], did ? "did" : "alone"),
		facts);
}

static void put_row(const struct value *needed, const struct indicator *indicator)
{
	enum verdict_class class = class_of(needed, indicator);
	double low = number(needed, TREND_CONF_LOW), high = number(needed, TREND_CONF_HIGH),
	       factor = shown_factor(indicator);
	struct amount amount =
		amount_of(indicator, NULL, 0, low * factor, high * factor, (high - low) * factor);
	struct text goal = goals_load()->list[indicator->goal].label;

	page_row(verdict_class_names[class]);
	page_head(missing(needed[TREND_ARM]) ? goal
					     : text_join(goal, " · ",
						       arm_label(keep_text(needed[TREND_ARM].text,
							       needed[TREND_ARM].length))));
	page_verdict(meaning(needed, class), page_source("trends", page_row_read()));
	page_number(amount_change(&amount, number(needed, TREND_ESTIMATE), true));
	page_number(amount_interval(&amount, low, high));
	page_number(p_shown(number(needed, TREND_P_VALUE)));
	page_number(number_shown(number(needed, TREND_N), 0));
	page_number(number_shown(number(needed, TREND_CLUSTERS), 0));
}

/* The headline of a goal's primary indicator: of the programme minus the comparison, where there is one;
 * a trend that was refused for everybody stands for it. */
static void row(const struct value *needed)
{
	size_t found = indicator_find(indicators_load(), needed[TREND_INDICATOR]);
	struct place at = stage_place(TREND_INDICATOR);
	const struct indicator *indicator;
	bool compared = *scene.comparison.en != '\0', all = missing(needed[TREND_ARM]);

	if (found == NO_NAME)
		refuse(&at,
			SAY("this indicator does not stand in indicators.csv",
				"indikator ini tidak ada di indicators.csv"));
	indicator = &indicators_load()->list[found];
	if (!indicator->primary || !missing(needed[TREND_GROUP]) ||
		!same_text(needed[TREND_ROLE], "headline"))
		return;
	if (compared ? !same_text(needed[TREND_CONTRAST], "trend_did") &&
				!(all && missing(needed[TREND_ESTIMATE]))
		     : !all)
		return;
	if (!begun)
		begin_section();
	put_row(needed, indicator);
}

static void begin(const struct reader *input)
{
	(void)input;
	study_load();
	rounds_load();
	indicators_load();
	stop_on_faults();
	scene = scene_load();
}

static void end(void)
{
	if (begun)
		page_text("note", texts_plain("page_trend_note"), "");
}

static const struct stage stage = {
	.name = "page_trend",
	.purpose = { "Write the report's section on trends over three rounds or more.",
		"Menulis bagian laporan tentang tren selama tiga putaran atau lebih." },
	.tables = tables,
	.options = options,
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
