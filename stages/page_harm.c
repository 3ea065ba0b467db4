/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_harm: the report's section on harm: what was found, how hard it was looked for, what that proves. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "drawing/amount.h"
#include "drawing/headline.h"
#include "drawing/labels.h"
#include "drawing/numbers.h"
#include "page/page.h"
#include "result/harm.h"

/* Signs told in a sentence each; the others are in the table. */
enum { MOST_TOLD = 12 };

/* A sign of harm, clear or possible. */
struct sign {
	const struct indicator *indicator;
	struct text who, round, phrase;
	const char *screen, *contrast, *arm;
	bool clear, everybody;
	double estimate, low, high;
	int order; /* what people say themselves first, then everybody, then groups */
	size_t row;
};
static struct sign *signs;
static size_t sign_count, capacity, clear_count, untold, hidden, screened;

struct summary {
	const char *screen;
	struct text phrase;
	size_t row;
};
static struct summary summaries[SCREEN_COUNT];
static size_t summary_count;

/* ---- reading ---- */

static int order_of(const struct value *needed)
{
	static const char *const order[] = { "reported", "clearly_down", "worse_share_difference",
		"lower_tail", "gap_widened", "worse_share" };
	int place = 0;

	while (place < SCREEN_COUNT - 1 && !same_text(needed[HARM_SCREEN], order[place]))
		place++;
	return 4 * place + 2 * !same_text(needed[HARM_CONTRAST], "did") +
		(missing(needed[HARM_GROUP]) ? 0 : 100);
}

/* "Women", or for a gap "Women beside Men". */
static struct text who_of(const struct value *needed)
{
	const char *group = keep_value(needed[HARM_GROUP]);
	struct text who = group_label(group, keep_value(needed[HARM_GROUP_VALUE]));
	const struct filling both[] = { { "a", who },
		{ "b", group_label(group, keep_value(needed[HARM_GROUP_VALUE_COMPARED])) },
		{ NULL, { NULL, NULL } } };

	return missing(needed[HARM_GROUP_VALUE_COMPARED]) ? who
							  : texts_fill("page_harm_beside", both);
}

static void take_sign(const struct value *needed, const struct indicator *indicator, bool clear)
{
	bool everybody = missing(needed[HARM_GROUP]);

	clear_count += clear;
	if (!clear && !everybody) {
		untold++;
		return;
	}
	signs = grow(signs, &capacity, sign_count + 1, sizeof(*signs));
	signs[sign_count++] = (struct sign){
		.indicator = indicator,
		.who = who_of(needed),
		.round = round_label(needed[HARM_ROUND_TO]),
		.phrase = { keep_value(needed[HARM_PHRASE_EN]),
			keep_value(needed[HARM_PHRASE_ID]) },
		.screen = keep_value(needed[HARM_SCREEN]),
		.contrast = keep_value(needed[HARM_CONTRAST]),
		.arm = keep_value(needed[HARM_ARM]),
		.clear = clear,
		.everybody = everybody,
		.estimate = number_or_nan(needed[HARM_ESTIMATE]),
		.low = number_or_nan(needed[HARM_CONF_LOW]),
		.high = number_or_nan(needed[HARM_CONF_HIGH]),
		.order = order_of(needed),
		.row = page_row_read(),
	};
}

static void row(const struct value *needed)
{
	const struct indicator *indicator;

	if (same_text(needed[HARM_CONTRAST], "summary")) {
		if (summary_count < SCREEN_COUNT)
			summaries[summary_count++] =
				(struct summary){ keep_value(needed[HARM_SCREEN]),
					{ keep_value(needed[HARM_PHRASE_EN]),
						keep_value(needed[HARM_PHRASE_ID]) },
					page_row_read() };
		return;
	}
	indicator = &indicators_load()->list[indicator_in(needed, HARM_INDICATOR)];
	screened++;
	hidden += same_text(needed[HARM_STATUS], "SUPPRESSED");
	if (same_text(needed[HARM_FLAG], harm_flag_names[FLAG_HARM]))
		take_sign(needed, indicator, true);
	else if (same_text(needed[HARM_FLAG], harm_flag_names[FLAG_POSSIBLE]))
		take_sign(needed, indicator, false);
}

/* ---- writing ---- */

static int by_order(const void *first, const void *second)
{
	const struct sign *a = first, *b = second;

	if (a->clear != b->clear)
		return a->clear ? -1 : 1;
	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	return a->row < b->row ? -1 : a->row > b->row;
}

static struct text name_of(const struct sign *sign)
{
	struct text name = text_join(sign->indicator->label, " · ", sign->who);
	bool several_arms = false, several_rounds = rounds_load()->count > 2;
	size_t i;

	for (i = 0; i < sign_count; i++)
		several_arms = several_arms || strcmp(signs[i].arm, sign->arm) != 0;
	name = label_of_arm(name, sign->arm, several_arms && *sign->arm != '\0');
	return several_rounds ? text_join(name, " · ", sign->round) : name;
}

/* The estimate and its interval: shares of people in per cent, a level as a value, else a change. */
static void numbers_of(const struct sign *sign, struct text *estimate, struct text *interval)
{
	double largest = fmax(fabs(sign->estimate), fmax(fabs(sign->low), fabs(sign->high)));
	struct amount amount = amount_of(sign->indicator, NULL, 0, 0, largest, largest);

	amount.change_decimals = amount.decimals;
	if (strncmp(sign->screen, "worse_share", 11) == 0)
		amount = (struct amount){ .divisor = 1,
			.decimals = 1,
			.change_decimals = 1,
			.word = { "", "" },
			.unit = "",
			.share = true };
	*estimate = strcmp(sign->contrast, "level") == 0
		? amount_value(&amount, sign->estimate, true)
		: amount_change(&amount, sign->estimate, true);
	*interval = amount_interval(&amount, sign->low, sign->high);
}

/* What the estimate is. */
static struct text measure_of(const struct sign *sign)
{
	if (strcmp(sign->screen, screen_names[SCREEN_WORSE_SHARE_DIFFERENCE]) == 0)
		return texts_plain("page_harm_share");
	if (strcmp(sign->screen, screen_names[SCREEN_LOWER_TAIL]) == 0)
		return texts_plain("page_harm_tail");
	return texts_plain(keep_format("page_harm_%s", sign->contrast));
}

static void put_sign(const struct sign *sign)
{
	struct text estimate, interval;

	numbers_of(sign, &estimate, &interval);
	const struct filling facts[] = { { "indicator", name_of(sign) }, { "phrase", sign->phrase },
		{ "measure", measure_of(sign) }, { "estimate", estimate }, { "interval", interval },
		{ NULL, { NULL, NULL } } };
	page_item("down",
		texts_fill(*interval.en == '\0' ? "page_harm_item_alone" : "page_harm_item", facts),
		page_source("harm", sign->row));
}

static void put_found(void)
{
	size_t told = clear_count < MOST_TOLD ? clear_count : MOST_TOLD, i;
	const struct filling facts[] = { { "n", number_shown((double)clear_count, 0) },
		{ "possible", number_shown((double)(sign_count - clear_count + untold), 0) },
		{ "more", number_shown((double)(clear_count - told), 0) },
		{ "untold", number_shown((double)untold, 0) }, { NULL, { NULL, NULL } } };

	if (clear_count > 0)
		page_text("down", texts_fill("page_harm_found", facts), "");
	else if (sign_count + untold > 0)
		page_text("down", texts_fill("page_harm_possible", facts), "");
	else
		page_text("answer", texts_plain("page_harm_not_found"), "");
	for (i = 0; i < told; i++)
		put_sign(&signs[i]);
	if (clear_count > told)
		page_text("", texts_fill("page_harm_more", facts), "");
	if (untold > 0)
		page_text("", texts_fill("page_harm_untold", facts), "");
	page_text("note", texts_plain("page_harm_not_none"), "");
}

static void put_looked(void)
{
	const struct filling facts[] = { { "n", number_shown((double)screened, 0) },
		{ "hidden", number_shown((double)hidden, 0) }, { NULL, { NULL, NULL } } };
	size_t i;

	page_text("", texts_fill("page_harm_looked", facts), "");
	for (i = 0; i < summary_count; i++)
		page_item("",
			text_join(texts_plain(keep_format("page_screen_%s", summaries[i].screen)),
				": ", summaries[i].phrase),
			page_source("harm", summaries[i].row));
	page_text("note", texts_plain("page_harm_chance"), "");
	if (hidden > 0)
		page_text("note", texts_fill("page_harm_hidden", facts), "");
}

static void put_table(void)
{
	static const char *const names[] = { "indicator", "verdict", "screen", "estimate",
		"interval" };
	enum { COLUMNS = sizeof(names) / sizeof(*names) };
	struct text estimate, interval;
	size_t i;

	page_table("", texts_plain("page_harm_table"));
	page_headings(names, COLUMNS, 3, 4, scene_load().level);
	for (i = 0; i < sign_count; i++) {
		numbers_of(&signs[i], &estimate, &interval);
		page_row(signs[i].clear ? "down" : "unclear");
		page_head(name_of(&signs[i]));
		page_verdict(signs[i].phrase, page_source("harm", signs[i].row));
		page_cell(measure_of(&signs[i]), "");
		page_number(estimate);
		page_number(interval);
	}
}

static void end(void)
{
	if (screened == 0)
		return;
	if (sign_count > 1)
		qsort(signs, sign_count, sizeof(*signs), by_order);
	page_section("harm", texts_plain("page_harm"));
	put_found();
	put_looked();
	if (sign_count > 0)
		put_table();
}

static const struct stage stage = {
	.name = "page_harm",
	.purpose = { "Write the report's section on harm: what was found, and how hard it was "
		     "looked for.",
		"Menulis bagian laporan tentang kerugian: apa yang ditemukan, dan seberapa teliti "
		"dicari." },
	.tables = study_tables,
	.options = texts_options,
	.needs = harm_columns,
	.makes = page_columns,
	.begin = study_begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
