/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takeaway titles and counts by rule: what got worse is named, what is unclear is counted. */
#include <string.h>

#include "drawing/axis.h"
#include "drawing/heading.h"
#include "drawing/headline.h"
#include "drawing/lines.h"
#include "drawing/numbers.h"
#include "drawing/parts.h"
#include "result/columns.h"

struct tally_of_classes {
	size_t of[CLASS_COUNT];
};

static struct text counted(size_t number)
{
	return text_same(keep_format("%zu", number));
}

static struct tally_of_classes count_classes(const struct headline *const *shown, size_t count)
{
	struct tally_of_classes classes = { { 0 } };
	size_t i;

	for (i = 0; i < count; i++)
		classes.of[shown[i]->verdict]++;
	return classes;
}

/* The indicator's own label among effects; else it is a goal's main one, and speaks for the goal. */
static struct text name_of(const char *prefix, const struct headline *headline)
{
	return strcmp(prefix, "title_effects") == 0 ? headline->indicator->label
						    : goal_of(headline->indicator)->label;
}

static struct text title_of_one(
	struct text name, const struct scene *scene, const struct headline *headline)
{
	const struct filling names[] = { { "goal", name }, { "comparison", scene->comparison },
		{ "verdict", verdict_words(scene, headline) }, { NULL, { NULL, NULL } } };
	const char *class = verdict_class_names[headline->verdict];

	if (headline->verdict == CLASS_TOO_EARLY || headline->verdict == CLASS_REFUSED ||
		headline->verdict == CLASS_CHANGED)
		return texts_fill(keep_format("title_one_%s", class), names);
	return texts_fill(keep_format("title_one_%s_%s", class, scene->design), names);
}

static struct text list_of(const char *prefix, const struct headline *const *shown, size_t count,
	enum verdict_class class)
{
	struct text *names = keep((count + 1) * sizeof(*names));
	size_t found = 0, i;

	for (i = 0; i < count; i++)
		if (shown[i]->verdict == class)
			names[found++] = name_of(prefix, shown[i]);
	return text_list(names, found, 2);
}

static const char *rule_of(const char *prefix, const struct scene *scene,
	const struct tally_of_classes *classes, size_t total)
{
	const size_t *of = classes->of;

	if (of[CLASS_REFUSED] == total)
		return keep_format("%s_refused", prefix);
	if (of[CLASS_REFUSED] + of[CLASS_TOO_EARLY] == total)
		return keep_format("%s_early", prefix);
	return keep_format("%s_%s_%s", prefix, scene->design,
		of[CLASS_UP] > 0 && of[CLASS_DOWN] > 0 ? "mixed"
			: of[CLASS_UP] > 0             ? "up"
			: of[CLASS_DOWN] > 0           ? "down"
			: of[CLASS_CHANGED] > 0        ? "changed"
						       : "none");
}

/* How many are neither better nor worse, by class; classes without any are left out. */
static struct text counted_others(const struct tally_of_classes *classes)
{
	static const struct {
		enum verdict_class class;
		const char *key, *name;
	} parts[] = { { CLASS_CHANGED, "sub_count_changed", "changed" },
		{ CLASS_UNCLEAR, "sub_count_unclear", "unclear" },
		{ CLASS_TOO_EARLY, "sub_count_early", "early" },
		{ CLASS_REFUSED, "sub_count_refused", "refused" } };
	struct text text = text_same("");
	size_t i;

	for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const struct filling fact[] = { { parts[i].name,
							counted(classes->of[parts[i].class]) },
			{ NULL, { NULL, NULL } } };

		if (classes->of[parts[i].class] > 0)
			text = text_join(text, ", ", texts_fill(parts[i].key, fact));
	}
	return text;
}

struct text title_of(const char *prefix, const struct scene *scene,
	const struct headline *const *shown, size_t count)
{
	struct tally_of_classes classes = count_classes(shown, count);
	const struct filling facts[] = {
		{ "up", counted(classes.of[CLASS_UP]) },
		{ "down", counted(classes.of[CLASS_DOWN]) },
		{ "changed", counted(classes.of[CLASS_CHANGED]) },
		{ "total", counted(count) },
		{ "list", list_of(prefix, shown, count, CLASS_DOWN) },
		{ "comparison", scene->comparison },
		{ NULL, { NULL, NULL } },
	};

	if (count == 0)
		return texts_plain("no_data");
	if (scene->arms > 1)
		return text_join(texts_fill("title_arms", facts), ", ", counted_others(&classes));
	if (count == 1)
		return title_of_one(name_of(prefix, shown[0]), scene, shown[0]);
	return texts_fill(rule_of(prefix, scene, &classes, count), facts);
}

enum { TITLE_WIDTH = 66 };

void title_put(const char *chart, const char *prefix, const struct scene *scene,
	const struct headline *const *shown, size_t count)
{
	struct text line[2];
	size_t i;

	if (scene->arms == 2 &&
		count ==
			2) { /* one result in each of two arms: a line each, by the name of the arm */
		for (i = 0; i < 2; i++)
			line[i] = title_of_one(arm_label(shown[i]->arm), scene, shown[i]);
		if (text_fits(line[0], TITLE_WIDTH) && text_fits(line[1], TITLE_WIDTH)) {
			heading_put_lines(chart, line[0], line[1]);
			return;
		}
	}
	heading_put(chart, title_of(prefix, scene, shown, count));
}

struct text counts_of(const struct headline *const *shown, size_t count)
{
	struct tally_of_classes classes = count_classes(shown, count);

	return count > 1 ? counted_others(&classes) : text_same("");
}

struct text people_of(const struct headline *const *shown, size_t count)
{
	const struct study *study = study_load();
	struct text people =
		texts_plain(study->design == PANEL ? "sub_people_panel" : "sub_people_cross");
	int64_t clusters = 0;
	size_t i;

	for (i = 0; i < count; i++)
		clusters = shown[i]->clusters > clusters ? shown[i]->clusters : clusters;
	if (study->cluster.count > 0 && clusters > 0) {
		const struct filling fact[] = { { "n", counted((size_t)clusters) },
			{ NULL, { NULL, NULL } } };

		people = text_join(texts_fill("sub_villages", fact), ", ", people);
	}
	return people;
}

struct text verdict_words(const struct scene *scene, const struct headline *headline)
{
	const char *class = verdict_class_names[headline->verdict];

	if (headline->verdict == CLASS_CHANGED)
		return texts_plain(keep_format("verdict_changed_%s_%s",
			headline->estimate < 0 ? "fall" : "rise", scene->design));
	if (headline->verdict != CLASS_UP && headline->verdict != CLASS_DOWN)
		return texts_plain(keep_format("verdict_%s", class));
	if (strcmp(scene->design, "change") != 0)
		return texts_plain(keep_format("verdict_%s_%s", class, scene->design));
	return texts_plain(
		keep_format("verdict_%s_%s", class, headline->estimate < 0 ? "fall" : "rise"));
}

struct text people_in_row(const struct headline *headline)
{
	size_t row = comparison_find(headline->indicator, headline->contrast, headline->arm);
	struct text n = number_shown((double)headline->n, 0);
	const struct filling facts[] = {
		{ "n", n },
		{ "n_from", number_shown(comparison_number(row, COMPARISON_N_FROM), 0) },
		{ "n_to", number_shown(comparison_number(row, COMPARISON_N_TO), 0) },
		{ NULL, { NULL, NULL } },
	};
	const struct filling arms[] = { { "n", facts[2].value }, { "m", facts[1].value },
		{ NULL, { NULL, NULL } } };

	if (row == NO_NAME || headline->n == 0)
		return texts_fill("n_change", facts);
	if (strcmp(headline->contrast, "did") == 0)
		return texts_fill("n_arms", arms);
	return texts_fill(study_load()->design == PANEL ? "n_change" : "n_from_to", facts);
}

enum { NAMES_WIDTH = 62 };

/* The name of a round, cut so that both have room over the first row: each half of it, or more where the
 * other needs less. */
static struct text name_beside(struct text name, struct text other)
{
	double rest = NAMES_WIDTH - text_width(other);

	return text_cut(name, rest > NAMES_WIDTH / 2.0 ? rest : NAMES_WIDTH / 2.0);
}

void names_put(const struct scene *scene)
{
	struct text from = name_beside(scene->from->label, scene->to->label);

	parts_meta("from_name", from);
	parts_meta("to_name", name_beside(scene->to->label, from));
}
