/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page_answers: the report's first page: what it is about, and the answer for each goal. */
#include <string.h>

#include "drawing/axis.h"
#include "drawing/harm_count.h"
#include "drawing/headline.h"
#include "drawing/numbers.h"
#include "page/page.h"
#include "result/columns.h"
#include "result/harm.h"

static const struct with_field with[] = {
	{ "comparisons", false, { "comparisons.csv", "comparisons.csv" } },
	{ "harm", true, { "harm.csv", "harm.csv" } },
	{ NULL, false, { NULL, NULL } },
};

static struct scene scene;

static void put_front(const struct headline *const *shown, size_t count)
{
	static const char *const labels[] = { "contents", "language", "skip", "made" };
	const struct study *study = study_load();
	const struct filling facts[] = {
		{ "programme", text_same(study->programme == NULL ? "" : study->programme) },
		{ "from", scene.from->label },
		{ "to", scene.to->label },
		{ "people", people_of(shown, count) },
		{ NULL, { NULL, NULL } },
	};
	bool named = study->programme != NULL && *study->programme != '\0';
	size_t i;

	page_title(study->title);
	page_lead(text_capital(texts_fill(named ? "page_lead" : "page_lead_no_programme", facts)));
	if (study->notice.id != NULL && *text_of(study->notice) != '\0')
		page_notice(study->notice);
	for (i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		page_label(labels[i], texts_plain(keep_format("page_%s", labels[i])));
}

/* The numbers behind an answer: the ends of the arm's own change, and the headline's estimate. */
static struct text numbers(const struct headline *headline, struct text goal, const char **source)
{
	struct amount amount = headline_amount(headline);
	size_t row = comparison_find(headline->indicator, "change", headline->arm);
	size_t tested = comparison_find(headline->indicator, headline->contrast, headline->arm);
	bool did = strcmp(headline->contrast, "did") == 0;
	struct text change = amount_change(&amount, headline->estimate, true);
	const struct filling told[] = { { "change", change }, { "comparison", scene.comparison },
		{ NULL, { NULL, NULL } } };
	const struct filling facts[] = {
		{ "goal", goal },
		{ "phrase", headline->phrase },
		{ "value_from",
			amount_value(
				&amount, comparison_number(row, COMPARISON_VALUE_FROM), true) },
		{ "value_to",
			amount_value(&amount, comparison_number(row, COMPARISON_VALUE_TO), true) },
		{ "change", texts_fill(did ? "page_answer_did" : "page_answer_change", told) },
		{ "interval", amount_interval(&amount, headline->conf_low, headline->conf_high) },
		{ NULL, { NULL, NULL } },
	};

	if (row != NO_NAME)
		*source = page_sources(*source, "comparisons", row + 2);
	if (tested != NO_NAME && tested != row)
		*source = page_sources(*source, "comparisons", tested + 2);
	return texts_fill("page_answer_goal", facts);
}

static void put_answer(const struct headline *headline)
{
	struct text goal = goal_of(headline->indicator)->label;
	const char *source = page_source("verdicts", headline->row);
	const char *class = verdict_class_names[headline->verdict];
	struct text name = label_of_arm(goal, headline->arm, scene.arms > 1);
	const struct filling facts[] = { { "goal", name }, { "phrase", headline->phrase },
		{ "note", headline->note }, { NULL, { NULL, NULL } } };

	struct text answer = headline->verdict == CLASS_REFUSED
		? texts_fill("page_answer_alone", facts)
		: numbers(headline, name, &source);

	page_item(class, answer, source);
}

/* Where the sums of the looks for harm stand. */
static const char *harm_sources(const struct table *harm)
{
	const char *sources = "";
	size_t row;

	for (row = 0; row < harm->rows; row++)
		if (strcmp(cell(harm, row, HARM_CONTRAST), "summary") == 0)
			sources = page_sources(sources, "harm", row + 2);
	return sources;
}

/* That people report harm, with the share or the mean of the first look that finds it. */
static void put_reported(const struct table *harm, size_t row)
{
	bool share = strcmp(cell(harm, row, HARM_TYPE), "binary") == 0;
	double level = 0;

	number_read(cell_value(harm, row, HARM_ESTIMATE), &level);
	const struct filling facts[] = {
		{ "value",
			text_join(number_shown(share ? 100 * level : level, 1), "",
				text_same(share ? "%" : "")) },
		{ NULL, { NULL, NULL } }
	};

	page_item("down", texts_fill("page_answer_reported", facts), page_source("harm", row + 2));
}

/* Whether anybody was harmed belongs among the answers: how many looks found a sign. */
static void put_harm(void)
{
	const struct table *harm = table_load(with_file("harm"), harm_columns, TABLE_OPEN);
	struct harm_count looks;

	stop_on_faults();
	looks = harm_count(harm);
	const struct filling facts[] = { { "n", number_shown(looks.flagged, 0) },
		{ "possible", number_shown(looks.possible, 0) },
		{ "chance", number_shown(looks.chance, 0) },
		{ "total", number_shown(looks.judged, 0) }, { NULL, { NULL, NULL } } };

	if (looks.judged > 0)
		page_item(looks.flagged > 0 ? "down" : "unclear",
			texts_fill(looks.flagged + looks.possible > 0 ? "page_answer_harm"
								      : "page_answer_no_harm",
				facts),
			harm_sources(harm));
	if (looks.reported > 0)
		put_reported(harm, looks.first_reported);
}

static void put_answers(const struct headline *const *shown, size_t count)
{
	const struct filling level[] = { { "level", scene.level }, { NULL, { NULL, NULL } } };
	size_t titled, i;
	const struct headline *const *goals = titled_headlines(&titled);

	page_section("answers", texts_plain("page_answers"));
	page_text("answer", title_of("title", &scene, goals, titled), "");
	page_text("", texts_plain("page_answers_intro"), "");
	for (i = 0; i < count; i++)
		put_answer(shown[i]);
	if (with_file("harm") != NULL)
		put_harm();
	page_text("note", texts_fill("page_answers_uncertain", level), "");
	page_text("note", texts_plain(keep_format("page_answers_design_%s", scene.design)), "");
}

/* Goals as their names stand, in quotation marks, since they need not fit a sentence. */
static struct text text_quoted(const struct text *names, size_t count)
{
	struct text *quoted = keep((count + 1) * sizeof(*quoted));
	size_t i;

	for (i = 0; i < count; i++)
		quoted[i] = (struct text){ keep_format("“%s”", names[i].en),
			keep_format("“%s”", names[i].id) };
	return text_list(quoted, count, count);
}

/* Questions by what the goals' answers are; worse comes first. */
static void put_talk(const struct headline *const *shown, size_t count)
{
	static const enum verdict_class classes[] = { CLASS_DOWN, CLASS_UP, CLASS_UNCLEAR,
		CLASS_TOO_EARLY };
	struct text *names = keep((count + 1) * sizeof(*names));
	size_t class, found, i;

	page_subsection("talk", texts_plain("page_talk"));
	page_text("question", texts_plain("page_talk_intro"), "");
	for (class = 0; class < sizeof(classes) / sizeof(*classes); class ++) {
		for (found = 0, i = 0; i < count; i++)
			if (shown[i]->verdict == classes[class] &&
				(scene.arms == 1 || found == 0 ||
					strcmp(names[found - 1].en,
						goal_of(shown[i]->indicator)->label.en) != 0))
				names[found++] = goal_of(shown[i]->indicator)->label;
		const struct filling list[] = { { "list", text_quoted(names, found) },
			{ NULL, { NULL, NULL } } };
		if (found > 0)
			page_item("question",
				texts_fill(keep_format("page_talk_%s",
						   verdict_class_names[classes[class]]),
					list),
				"");
	}
}

static void end(void)
{
	const struct headline *const *shown;
	size_t count;

	scene = scene_load();
	shown = goal_headlines(&count);
	if (count == 0)
		return;
	put_front(shown, count);
	put_answers(shown, count);
	put_talk(shown, count);
}

static const struct stage stage = {
	.name = "page_answers",
	.purpose = { "Write the report's first page: what it is about, and the answer for each "
		     "goal.",
		"Menulis halaman pertama laporan: tentang apa, dan jawaban untuk tiap tujuan." },
	.with = with,
	.tables = study_tables,
	.options = texts_options,
	.needs = verdict_columns,
	.makes = page_columns,
	.begin = study_begin,
	.row = headlines_add,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
