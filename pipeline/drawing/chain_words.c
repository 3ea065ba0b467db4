/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles and words of the results chain, by rule. */
#include "drawing/chain_words.h"

#include <string.h>

#include "drawing/heading.h"
#include "drawing/links.h"

enum { ALT_GOALS = 6, ALT_LINKS = 6 };

/* Each goal once, however many arms there are. */
static struct text got_worse(const struct headline *const *goals, size_t count)
{
	struct text *names = keep((count + 1) * sizeof(*names));
	struct names *seen = names_new();
	size_t found = 0, i;

	for (i = 0; i < count; i++) {
		const struct goal *goal = goal_of(goals[i]->indicator);
		size_t before = name_count(seen);

		if (goals[i]->verdict != CLASS_DOWN)
			continue;
		name_add(seen, goal->name, strlen(goal->name));
		if (name_count(seen) > before)
			names[found++] = goal->label;
	}
	return text_list(names, found, 2);
}

void chain_title_put(const struct scene *scene, const struct headline *const *goals, size_t count)
{
	const struct filling worse[] = { { "list", got_worse(goals, count) },
		{ "comparison", scene->comparison }, { NULL, { NULL, NULL } } };
	struct text title;
	size_t total;

	links(&total);
	if (total == 0) {
		title_put("results_chain", "title", scene, goals, count);
		return;
	}
	title = links_title();
	if (*worse[0].value.en != '\0')
		title = text_join(title, "; ",
			texts_fill(keep_format("title_chain_worse_%s", scene->design), worse));
	heading_put("results_chain", title);
}

static struct text alternative_of_links(void)
{
	struct text text = text_same("");
	size_t count, i;
	const struct goal_link *all = links(&count);

	for (i = 0; i < count && i < ALT_LINKS; i++) {
		const struct filling link[] = { { "a", goals_load()->list[all[i].parent].label },
			{ "b", goals_load()->list[all[i].child].label },
			{ "state",
				texts_plain(keep_format(
					"chain_state_%s", chain_state_names[all[i].state])) },
			{ NULL, { NULL, NULL } } };

		text = text_join(text, " ", texts_fill("alt_chain_link", link));
	}
	return text;
}

struct text chain_alternative(const struct scene *scene, const struct axis *axis,
	const struct headline *const *shown, size_t count)
{
	size_t total, i;
	const struct filling facts[] = { { "total", text_same(keep_format("%zu", count)) },
		{ "n", text_same(keep_format("%zu", (links(&total), total))) },
		{ "from", scene->from->label }, { "to", scene->to->label },
		{ NULL, { NULL, NULL } } };
	struct text text = texts_fill("alt_chain", facts);

	for (i = 0; i < count && i < ALT_GOALS; i++) {
		struct amount amount = axis_amount(axis, shown[i]->indicator, shown, count);
		const struct filling goal[] = { { "goal", goal_of(shown[i]->indicator)->label },
			{ "change", amount_change(&amount, shown[i]->estimate, true) },
			{ "interval",
				amount_interval(&amount, shown[i]->conf_low, shown[i]->conf_high) },
			{ "verdict", verdict_words(scene, shown[i]) },
			{ "reason", text_without_stop(shown[i]->note) }, { NULL, { NULL, NULL } } };

		text = text_join(text, " ",
			texts_fill(
				shown[i]->verdict == CLASS_REFUSED ? "alt_refused" : "alt_effect",
				goal));
	}
	return text_join(text, " ", alternative_of_links());
}
