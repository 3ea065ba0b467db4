/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_targets: the report's section on what was to be reached, and what was. */
#include <math.h>
#include <string.h>

#include "drawing/amount.h"
#include "drawing/dates.h"
#include "drawing/headline.h"
#include "drawing/labels.h"
#include "drawing/numbers.h"
#include "page/page.h"
#include "result/performance.h"
#include "result/progress.h"

/* A target beside what was reached. */
struct goalpost {
	const struct indicator *indicator;
	struct text group, round, phrase, explanation, note;
	size_t verdict; /* of reached_names; REACHED_COUNT: withheld */
	double from, to, low, high, target, covered, covered_low, covered_high;
	const char *arm, *people;
	size_t row;
};
static struct goalpost *list;
static size_t count, capacity, untargeted, unplanned;
static bool explained, several_rounds, several_arms;

/* ---- reading ---- */

static size_t verdict_of(struct value name)
{
	size_t i;

	for (i = 0; i < REACHED_COUNT && !same_text(name, reached_names[i]); i++)
		;
	return i;
}

static void row(const struct value *needed)
{
	size_t indicator = indicator_in(needed, PERFORMANCE_INDICATOR);

	if (missing(needed[PERFORMANCE_TARGET])) {
		untargeted++;
		return;
	}
	unplanned += same_text(needed[PERFORMANCE_PLANNED], "no") ||
		same_text(needed[PERFORMANCE_PLANNED], "changed");
	list = grow(list, &capacity, count + 1, sizeof(*list));
	list[count++] = (struct goalpost){
		.indicator = &indicators_load()->list[indicator],
		.arm = keep_value(needed[PERFORMANCE_ARM]),
		.group = group_label(keep_value(needed[PERFORMANCE_GROUP]),
			keep_value(needed[PERFORMANCE_GROUP_VALUE])),
		.round = round_label(needed[PERFORMANCE_ROUND_TO]),
		.phrase = { keep_value(needed[PERFORMANCE_PHRASE_EN]),
			keep_value(needed[PERFORMANCE_PHRASE_ID]) },
		.explanation = text_same(keep_value(needed[PERFORMANCE_EXPLANATION])),
		.note = { keep_value(needed[PERFORMANCE_NOTE_EN]),
			keep_value(needed[PERFORMANCE_NOTE_ID]) },
		.verdict = verdict_of(needed[PERFORMANCE_VERDICT]),
		.from = number_or_nan(needed[PERFORMANCE_VALUE_FROM]),
		.to = number_or_nan(needed[PERFORMANCE_VALUE_TO]),
		.low = number_or_nan(needed[PERFORMANCE_CONF_LOW]),
		.high = number_or_nan(needed[PERFORMANCE_CONF_HIGH]),
		.target = number_or_nan(needed[PERFORMANCE_TARGET]),
		.covered = number_or_nan(needed[PERFORMANCE_PROGRESS]),
		.covered_low = number_or_nan(needed[PERFORMANCE_PROGRESS_LOW]),
		.covered_high = number_or_nan(needed[PERFORMANCE_PROGRESS_HIGH]),
		.people = keep_value(needed[PERFORMANCE_N_TO]),
		.row = page_row_read(),
	};
	explained = explained || *list[count - 1].explanation.en != '\0';
	several_arms = several_arms || strcmp(list[0].arm, list[count - 1].arm) != 0;
	several_rounds = several_rounds || strcmp(list[0].round.en, list[count - 1].round.en) != 0;
}

/* ---- writing ---- */

/* The verdict, or why there is none. */
static struct text status_of(const struct goalpost *post)
{
	return post->verdict == REACHED_COUNT ? texts_plain("phrase_withheld") : post->phrase;
}

static const char *class_of(const struct goalpost *post)
{
	return post->verdict == REACHED_YES             ? "up"
		: post->verdict == REACHED_NO           ? "down"
		: post->verdict >= REACHED_NOT_MEASURED ? "refused"
							: "unclear";
}

static struct text name_of(const struct goalpost *post)
{
	struct text name = label_of_arm(
		text_join(post->indicator->label, " · ", post->group), post->arm, several_arms);

	return several_rounds ? text_join(name, " · ", post->round) : name;
}

/* All numbers of a row with the same decimals; those of a scale with few steps with two. */
static struct amount amount_for(const struct goalpost *post)
{
	double largest = fmax(fmax(fabs(post->target), fabs(post->from)), fabs(post->to));
	struct amount amount = amount_of(post->indicator, NULL, 0, 0, largest, largest);

	amount.change_decimals = amount.decimals;
	return amount;
}

/* "of 18 targets: 1 reached, 2 not reached ...": each verdict that occurs, worse first. */
static void put_summary(void)
{
	static const size_t order[] = { REACHED_NO, REACHED_POSSIBLY_NOT, REACHED_UNCLEAR,
		REACHED_POSSIBLY, REACHED_YES, REACHED_NOT_MEASURED, REACHED_COUNT };
	enum { KINDS = sizeof(order) / sizeof(*order) };
	struct text counts[KINDS];
	size_t kind, i, found, kinds = 0;

	for (kind = 0; kind < KINDS; kind++) {
		for (found = 0, i = 0; i < count; i++)
			found += list[i].verdict == order[kind];
		const struct filling number[] = { { "n", number_shown((double)found, 0) },
			{ NULL, { NULL, NULL } } };
		if (found > 0)
			counts[kinds++] = texts_fill(
				keep_format("page_targets_count_%s",
					order[kind] == REACHED_COUNT ? "withheld"
								     : reached_names[order[kind]]),
				number);
	}
	const struct filling facts[] = { { "total", number_shown((double)count, 0) },
		{ "list", text_list(counts, kinds, kinds) }, { NULL, { NULL, NULL } } };
	page_text("", texts_fill("page_targets_summary", facts), "");
}

/* What is certain in a sentence each, what was missed before what was reached. */
static void put_certain(size_t verdict)
{
	size_t i;

	for (i = 0; i < count; i++) {
		const struct goalpost *post = &list[i];
		struct amount amount = amount_for(post);
		const struct filling facts[] = { { "indicator", name_of(post) },
			{ "phrase", post->phrase },
			{ "target", amount_value(&amount, post->target, true) },
			{ "value", amount_value(&amount, post->to, true) },
			{ "interval", amount_interval(&amount, post->low, post->high) },
			{ NULL, { NULL, NULL } } };

		if (post->verdict == verdict)
			page_item(class_of(post), texts_fill("page_targets_item", facts),
				page_source("indicator_performance", post->row));
	}
}

static void put_columns(void)
{
	static const char *const names[] = { "indicator", "target_status", "from", "target",
		"actual", "interval", "covered", "n", "explanation" };
	enum { COLUMNS = sizeof(names) / sizeof(*names) };

	page_headings(names, explained ? COLUMNS : COLUMNS - 1, 2, COLUMNS - 2, scene_load().level);
}

/* Never without its interval, which is wide more often than not. */
static struct text covered_of(const struct goalpost *post)
{
	struct text covered = percent_shown(post->covered, 0);

	if (isnan(post->covered))
		return covered;
	return text_join(
		covered, " ", interval_shown(post->covered_low * 100, post->covered_high * 100, 0));
}

static void put_row(const struct goalpost *post)
{
	struct amount amount = amount_for(post);
	double people;
	bool counted = number_read((struct value){ post->people, strlen(post->people) }, &people);
	page_row(class_of(post));
	page_head(name_of(post));
	page_verdict(status_of(post), page_source("indicator_performance", post->row));
	page_number(amount_value(&amount, post->from, true));
	page_number(amount_value(&amount, post->target, true));
	page_number(amount_value(&amount, post->to, true));
	page_number(amount_interval(&amount, post->low, post->high));
	page_number(covered_of(post));
	page_number(counted ? number_shown(people, 0) : text_same("–"));
	if (explained)
		page_cell(post->explanation, "");
}

static void put_table(void)
{
	const struct round *from = &rounds_load()->list[0];
	const struct filling facts[] = { { "from", from->label },
		{ "date", date_shown(from->date) },
		{ "to", several_rounds ? texts_plain("page_targets_rounds") : list[0].round },
		{ NULL, { NULL, NULL } } };
	bool dated = *from->date != '\0' &&
		strstr(from->label.id, keep_format("%.4s", from->date)) == NULL;
	size_t i;

	page_table(
		"", texts_fill(dated ? "page_targets_table_dated" : "page_targets_table", facts));
	put_columns();
	for (i = 0; i < count; i++)
		put_row(&list[i]);
}

static void end(void)
{
	const struct filling others[] = { { "n", number_shown((double)untargeted, 0) },
		{ "unplanned", number_shown((double)unplanned, 0) }, { NULL, { NULL, NULL } } };

	if (count == 0)
		return;
	page_section("targets", texts_plain("page_targets"));
	put_summary();
	put_certain(REACHED_NO);
	put_certain(REACHED_YES);
	put_table();
	page_text("note", texts_plain("page_targets_rule"), "");
	page_text("note", texts_plain("page_targets_no_effect"), "");
	if (unplanned > 0)
		page_text("note", texts_fill("page_targets_unplanned", others), "");
	if (untargeted > 0)
		page_text("note", texts_fill("page_targets_others", others), "");
}

static const struct stage stage = {
	.name = "page_targets",
	.purpose = { "Write the report's section on what was to be reached, and what was.",
		"Menulis bagian laporan tentang sasaran dan capaiannya." },
	.tables = study_tables,
	.options = texts_options,
	.needs = performance_columns,
	.makes = page_columns,
	.begin = study_begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
