/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_distributions: the report's section on answers: the chart, and how many answered on the better side. */
#include "drawing/answers.h"
#include "drawing/numbers.h"
#include "page/page.h"
#include "spread/columns.h"

/* More rounds make a table too wide to read: then the first and the last. */
enum { ROUNDS = 3 };

static struct answers answers;

static void keep_ends(void)
{
	size_t *ends = keep(2 * sizeof(*ends));

	ends[0] = answers.round[0];
	ends[1] = answers.round[answers.rounds - 1];
	answers.round = ends;
	answers.rounds = 2;
}

static void put_columns(void)
{
	struct text *headings = keep((2 * answers.rounds + 3) * sizeof(*headings));
	size_t count = 0;

	headings[count++] = texts_plain("page_column_indicator");
	if (answers.arms > 1)
		headings[count++] = texts_plain("page_column_who");
	headings[count++] = texts_plain("page_column_answers");
	for (size_t round = 0; round < answers.rounds; round++) {
		headings[count++] = rounds_load()->list[answers.round[round]].label;
		headings[count++] = texts_plain("page_column_n");
	}
	page_columns_row(headings, count, count - 2 * answers.rounds, count);
}

static void put_round(const struct answer_item *item, const char *arm, size_t round)
{
	struct answer_bar bar = answer_bar(item, arm, round);

	if (!bar.whole) {
		page_cell(texts_plain(bar.withheld ? "trend_suppressed" : "answers_nobody"), "");
		page_number(text_same("–"));
		return;
	}
	page_number(percent_shown(answer_side(item, &bar, true), 1));
	page_number(number_shown((double)bar.n, 0));
}

/* The answers that are summed. */
static struct text right_words(const struct answer_item *item)
{
	struct text words = text_same("");

	for (size_t i = item->count - item->count / 2; i < item->count; i++)
		words = text_join(words, " / ", item->words[i]);
	return words;
}

/* The rows of all shares that are summed, in all rounds. */
static const char *sources_of(const struct answer_item *item, const char *arm)
{
	const char *sources = "";

	for (size_t round = 0; round < answers.rounds; round++) {
		struct answer_bar bar = answer_bar(item, arm, answers.round[round]);

		for (size_t i = item->count - item->count / 2; bar.whole && i < item->count; i++)
			sources = *sources == '\0'
				? page_source("distributions", bar.row[i])
				: page_sources(sources, "distributions", bar.row[i]);
	}
	return sources;
}

static void put_item(const struct answer_item *item)
{
	for (size_t arm = 0; arm < answers.arms; arm++) {
		page_row("");
		page_head(item->indicator->label);
		if (answers.arms > 1)
			page_cell(arm_label(answers.arm[arm]), "");
		page_cell(right_words(item), sources_of(item, answers.arm[arm]));
		for (size_t round = 0; round < answers.rounds; round++)
			put_round(item, answers.arm[arm], answers.round[round]);
	}
}

static void end(void)
{
	answers = answers_choose();
	if (answers.count == 0)
		return;
	if (answers.rounds > ROUNDS)
		keep_ends();
	page_section("distributions", texts_plain("page_distributions"));
	page_text("", texts_plain("page_distributions_intro"), "");
	page_chart("answers", texts_plain("page_distributions_chart"));
	page_table("", texts_plain("page_distributions_table"));
	put_columns();
	for (size_t i = 0; i < answers.count; i++)
		put_item(&answers.list[i]);
	page_text("note", texts_plain("page_distributions_note"), "");
}

static const struct stage stage = {
	.name = "page_distributions",
	.purpose = { "Write the report's section on how people answered.",
		"Menulis bagian laporan tentang bagaimana warga menjawab." },
	.tables = study_tables,
	.options = texts_options,
	.needs = distribution_columns,
	.makes = page_columns,
	.begin = study_begin,
	.row = answers_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
