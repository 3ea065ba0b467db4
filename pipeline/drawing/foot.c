/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the footers of charts by rule. */
#include "drawing/foot.h"

#include <math.h>
#include <string.h>

#include "drawing/lines.h"
#include "drawing/parts.h"
#include "result/columns.h"

enum { FOOT_TEXTS = 12, FOOT_WIDTH = 150 };

/* Length is measured roughly: what does not fit together gets a line of its own. */
static bool fits(const char *text)
{
	return *text_wrap(text, FOOT_WIDTH).second == '\0';
}

void foot_put(const struct text *list, size_t count)
{
	struct text *lines = keep((count + 1) * sizeof(*lines));
	size_t used = 0, i, k;

	for (i = 0; i < count; i++) {
		struct text longer = list[i];

		for (k = i + 1 == count && used > 0 ? used - 1 : 0; k < used; k++) {
			longer = text_join(lines[k], " ", list[i]);
			if (fits(longer.id) && fits(longer.en))
				break;
		}
		if (k < used)
			lines[k] = longer;
		else
			lines[used++] = list[i];
	}
	for (i = 0, k = 0; k < used; k++) {
		struct lines id = text_wrap(lines[k].id, FOOT_WIDTH),
			     en = text_wrap(lines[k].en, FOOT_WIDTH);

		parts_meta(keep_format("foot_%zu", ++i), (struct text){ en.first, id.first });
		if (*en.second != '\0' || *id.second != '\0')
			parts_meta(keep_format("foot_%zu", ++i),
				(struct text){ en.second, id.second });
	}
}

static bool any(const struct headline *const *shown, size_t count, enum verdict_class class)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (shown[i]->verdict == class)
			return true;
	return false;
}

static const char *method_of(const struct headline *headline)
{
	size_t row = comparison_find(headline->indicator, headline->contrast, headline->arm);

	return row == NO_NAME || isnan(headline->p_adjusted)
		? ""
		: cell(comparisons(), row, COMPARISON_ADJUST_METHOD);
}

struct text common_method(const struct headline *const *shown, size_t count)
{
	const char *method = "";
	size_t i;

	for (i = 0; i < count; i++) {
		const char *one = method_of(shown[i]);

		if (*one != '\0' && *method != '\0' && strcmp(one, method) != 0)
			return text_same("");
		if (*one != '\0')
			method = one;
	}
	if (strcmp(method, "holm") == 0)
		return text_same("Holm");
	return strcmp(method, "bh") == 0 ? text_same("BH") : text_same(method);
}

/* Indicators shown whose headline stands otherwise in the frozen plan, or not at all; *total: all. */
static size_t unplanned(const struct headline *const *shown, size_t count, size_t *total)
{
	size_t found = 0, i;

	*total = 0;
	for (i = 0; i < count; i++) {
		size_t row =
			comparison_find(shown[i]->indicator, shown[i]->contrast, shown[i]->arm);
		const char *planned =
			row == NO_NAME ? "" : cell(comparisons(), row, COMPARISON_PLANNED);

		if (i > 0 && shown[i]->indicator == shown[i - 1]->indicator)
			continue; /* another arm of the same */
		++*total;
		found += strcmp(planned, "no") == 0 || strcmp(planned, "changed") == 0;
	}
	return found;
}

struct text foot_source(void)
{
	const struct study *study = study_load();
	const struct filling fact[] = { { "source", study->title }, { NULL, { NULL, NULL } } };

	return texts_fill("foot_source", fact);
}

/* How many rows were tested together: "" where none was, "kinds" where families differ in size. */
static struct text family_size(const struct headline *const *shown, size_t count)
{
	const char *size = "";
	size_t i;

	for (i = 0; i < count; i++) {
		size_t row =
			comparison_find(shown[i]->indicator, shown[i]->contrast, shown[i]->arm);
		const char *one = isnan(shown[i]->p_adjusted) || row == NO_NAME
			? ""
			: cell(comparisons(), row, COMPARISON_FAMILY_SIZE);

		if (*one != '\0' && *size != '\0' && strcmp(one, size) != 0)
			return text_same("kinds");
		if (*one != '\0')
			size = one;
	}
	return text_same(size);
}

static const char *rule_of_verdicts(struct text method, struct text size)
{
	if (*method.en == '\0')
		return "foot_goals_verdict_adjusted";
	if (strcmp(size.en, "kinds") == 0)
		return "foot_goals_verdict_kinds";
	return strcmp(size.en, "1") == 0 ? "foot_goals_verdict_one" : "foot_goals_verdict";
}

/* When a row counts as better or worse; nothing where no row was tested. */
static size_t verdict_rule(struct text *list, const struct scene *scene,
	const struct headline *const *shown, size_t count)
{
	const struct filling facts[] = {
		{ "method", common_method(shown, count) },
		{ "n", family_size(shown, count) },
		{ "alpha", scene->alpha },
		{ NULL, { NULL, NULL } },
	};

	if (*facts[1].value.en == '\0')
		return 0;
	*list = texts_fill(rule_of_verdicts(facts[0].value, facts[1].value), facts);
	return 1;
}

/* What all charts of results warn of. */
static size_t warnings(struct text *list, const struct scene *scene,
	const struct headline *const *shown, size_t count, bool clipped)
{
	bool few = false;
	size_t lines = 0, i;

	for (i = 0; i < count; i++)
		few |= shown[i]->verdict != CLASS_REFUSED && of_few_villages(shown[i]);
	list[lines++] = texts_plain(keep_format("foot_%s", scene->design));
	if (few)
		list[lines++] =
			texts_plain(*scene->comparison.en == '\0' ? "foot_few" : "foot_few_arm");
	if (any(shown, count, CLASS_TOO_EARLY))
		list[lines++] = texts_plain("foot_early");
	if (rounds_load()->count > 2)
		list[lines++] = texts_plain("foot_between");
	if (clipped)
		list[lines++] = texts_plain("foot_clipped");
	return lines;
}

void foot_goals(const struct scene *scene, const struct axis *axis,
	const struct headline *const *shown, size_t count, bool clipped)
{
	struct text list[FOOT_TEXTS];
	const struct filling facts[] = {
		{ "level", scene->level },
		{ "comparison", scene->comparison },
		{ NULL, { NULL, NULL } },
	};
	size_t lines = 0;

	list[lines++] = texts_fill("foot_goals_intervals", facts);
	if (*scene->comparison.en != '\0')
		list[lines++] = texts_fill("foot_comparison_marks", facts);
	lines += verdict_rule(list + lines, scene, shown, count);
	lines += warnings(list + lines, scene, shown, count, clipped);
	if (axis->cut)
		list[lines++] = texts_plain("foot_cut");
	list[lines++] = foot_source();
	foot_put(list, lines);
}

void foot_effects(
	const struct scene *scene, const struct headline *const *shown, size_t count, bool clipped)
{
	struct text list[FOOT_TEXTS], method = common_method(shown, count);
	const struct filling p[] = { { "p", text_same("p") }, { NULL, { NULL, NULL } } };
	const struct filling facts[] = {
		{ "level", scene->level },
		{ "p",
			*method.en == '\0'
				? texts_fill("head_p_adjusted", p)
				: texts_plain(strcmp(method.en, "Holm") == 0 ? "head_p_holm"
									     : "head_p_bh") },
		{ "alpha", scene->alpha },
		{ NULL, { NULL, NULL } },
	};
	size_t lines = 0, total, strangers = unplanned(shown, count, &total), i;
	bool undirected = false;
	const struct filling plan[] = { { "n", text_same(keep_format("%zu", strangers)) },
		{ "total", text_same(keep_format("%zu", total)) }, { NULL, { NULL, NULL } } };

	list[lines++] = texts_fill("foot_effects_intervals_families", facts);
	list[lines++] = texts_fill("foot_effects_verdict", facts);
	for (i = 0; i < count; i++)
		undirected |= shown[i]->indicator->direction == DIRECTION_NONE;
	if (undirected)
		list[lines++] = texts_plain("foot_undirected");
	lines += warnings(list + lines, scene, shown, count, clipped);
	if (strangers > 0)
		list[lines++] = texts_fill("foot_unplanned", plan);
	list[lines++] = foot_source();
	foot_put(list, lines);
}

void foot_chain(const struct scene *scene, const struct headline *const *shown, size_t count,
	size_t links, size_t arrows)
{
	struct text list[FOOT_TEXTS];
	const struct filling facts[] = { { "level", scene->level }, { NULL, { NULL, NULL } } };
	size_t lines = 0;

	if (links > 0 && arrows == 0)
		list[lines++] = texts_plain("foot_chain_table");
	if (arrows > 0) {
		list[lines++] = texts_plain("foot_chain_arrows");
		list[lines++] = texts_plain("foot_chain_states");
	}
	list[lines++] = texts_fill(keep_format("foot_chain_numbers_%s", scene->design), facts);
	lines += verdict_rule(list + lines, scene, shown, count);
	lines += warnings(list + lines, scene, shown, count, false);
	list[lines++] = foot_source();
	foot_put(list, lines);
}
