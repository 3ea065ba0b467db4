/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_chain: the report's section on the results chain: what each link did, and what that means. */
#include <math.h>
#include <string.h>

#include "drawing/headline.h"
#include "drawing/links.h"
#include "drawing/numbers.h"
#include "page/page.h"

enum { LIST_MOST = 4 };

static bool several_arms;

static struct text link_name(const struct goal_link *link)
{
	const struct filling ends[] = { { "a", goals_load()->list[link->parent].label },
		{ "b", goals_load()->list[link->child].label }, { NULL, { NULL, NULL } } };

	return label_of_arm(texts_fill("page_chain_link", ends), link->arm, several_arms);
}

static void put_link(const struct goal_link *link)
{
	page_row("");
	page_head(link_name(link));
	page_verdict(texts_plain(keep_format("chain_state_%s", chain_state_names[link->state])),
		page_source("chain", link->row));
	page_cell(text_capital(link->phrase), "");
	page_number(number_shown(number_or_nan(link->correlation), 2));
	page_number(
		interval_shown(number_or_nan(link->conf_low), number_or_nan(link->conf_high), 2));
	page_number(missing(link->correlation) ? number_shown((double)NAN, 0)
					       : number_shown(number_or_nan(link->clusters), 0));
}

/* The links that went the other way are asked about by name. */
static void put_question(const struct goal_link *list, size_t count)
{
	struct text *reversed = keep((count + 1) * sizeof(*reversed));
	size_t found = 0, i;

	for (i = 0; i < count; i++)
		if (list[i].state == CHAIN_REVERSED)
			reversed[found++] = link_name(&list[i]);
	if (found > 0) {
		const struct filling which[] = { { "list", text_list(reversed, found, LIST_MOST) },
			{ NULL, { NULL, NULL } } };

		page_text("question", texts_fill("page_chain_question", which), "");
	}
}

static void put_table(const struct goal_link *list, size_t count)
{
	static const char *const names[] = { "link", "state", "meaning", "correlation", "interval",
		"villages" };
	enum { COLUMNS = sizeof(names) / sizeof(*names) };
	size_t i;

	page_table("", texts_plain("page_chain_table"));
	page_headings(names, COLUMNS, 3, COLUMNS, scene_load().level);
	for (i = 0; i < count; i++)
		put_link(&list[i]);
}

static void row(const struct value *needed)
{
	struct place at[] = { stage_place(CHAIN_PARENT), stage_place(CHAIN_CHILD) };

	links_add(needed, at, page_row_read());
}

static void end(void)
{
	size_t count, i;
	const struct goal_link *list = links(&count);
	const struct rounds *rounds = rounds_load();

	if (count == 0)
		return;
	for (i = 1; i < count; i++)
		several_arms |= strcmp(list[i].arm, list[0].arm) != 0;
	const struct filling to[] = { { "to", rounds->list[rounds->count - 1].label },
		{ "list", links_counts() }, { NULL, { NULL, NULL } } };

	page_section("chain", texts_plain("page_chain"));
	page_text("", texts_fill("page_chain_intro", to), "");
	page_text("answer",
		text_join(links_title(), ". ",
			text_join(text_capital(texts_fill("sub_chain_links", to)), "",
				text_same("."))),
		"");
	page_chart("results_chain", texts_plain("page_chain_chart"));
	put_table(list, count);
	put_question(list, count);
	page_text("note", texts_plain("page_chain_cause"), "");
}

static const struct stage stage = {
	.name = "page_chain",
	.purpose = { "Write the report's section on the results chain.",
		"Menulis bagian laporan tentang rantai hasil." },
	.tables = study_tables,
	.options = texts_options,
	.needs = chain_columns,
	.makes = page_columns,
	.begin = study_begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
