/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what the chart of trends means: refusals, feet, and words for those who cannot see it. */
#include "drawing/foot.h"
#include "drawing/trend_panel.h"

enum { FEET = 16, ALT_PANELS = 4 };

const char *trend_panel_refusal(const struct trend_panel *panel)
{
	switch (panel->told->status) {
	case RESULT_TOO_FEW_ROUNDS:
		return "trend_too_few_rounds";
	case RESULT_SUPPRESSED:
		return "trend_suppressed";
	case RESULT_TOO_FEW:
		return "trend_too_few";
	case RESULT_NOT_ASKED:
		return "trend_not_asked";
	case RESULT_NO_DATES:
		return "trend_no_dates";
	default:
		return "trend_not_computed";
	}
}

static bool any(const struct trend_panels *panels, enum verdict_class class)
{
	for (size_t i = 0; i < panels->count; i++)
		if (panels->list[i].told->verdict == class)
			return true;
	return false;
}

static bool any_withheld(const struct trend_panels *panels)
{
	for (size_t i = 0; i < panels->count; i++)
		for (size_t round = 0; round < panels->times.count; round++)
			if (trend_panel_level(&panels->list[i], false, round).withheld ||
				(panels->compared &&
					trend_panel_level(&panels->list[i], true, round).withheld))
				return true;
	return false;
}

static bool few_villages(const struct trend_panels *panels)
{
	for (size_t i = 0; i < panels->count; i++)
		if (trend_of_few_villages(panels->list[i].told))
			return true;
	return false;
}

void trend_panels_feet(const struct trend_panels *panels, const struct scene *scene, bool dashes)
{
	const struct filling level[] = { { "level", scene->level }, { NULL, { NULL, NULL } } };
	const struct {
		bool said;
		const char *key;
	} feet[] = {
		{ true, "foot_trend_marks" },
		{ study_load()->design == PANEL, "foot_trend_people" },
		{ true, "foot_trend_unadjusted" },
		{ true, keep_format("foot_%s", scene->design) },
		{ few_villages(panels), panels->compared ? "foot_few_arm" : "foot_few" },
		{ any(panels, CLASS_TOO_EARLY), "foot_early" },
		{ any_withheld(panels), "foot_equity_hatched" },
		{ dashes, "foot_trend_dash" },
		{ panels->times.crowded, "foot_trend_crowded" },
		{ !panels->times.dated, "foot_trend_even" },
		{ panels->axis.cut, "foot_cut" },
		{ panels->left, "foot_trend_left" },
	};
	struct text list[FEET];
	size_t lines = 0;

	for (size_t i = 0; i < sizeof(feet) / sizeof(*feet); i++)
		if (feet[i].said)
			list[lines++] = texts_fill(feet[i].key, level);
	list[lines++] = foot_source();
	foot_put(list, lines);
}

static struct text first_value(const struct trend_panel *panel, bool compared)
{
	struct amount amount = trend_panel_amount(panel, compared);

	return amount_value(&amount, trend_panel_level(panel, compared, 0).estimate, true);
}

static struct text last_value(const struct trend_panel *panel, bool compared)
{
	struct amount amount = trend_panel_amount(panel, compared);

	return amount_value(&amount, trend_panel_last(panel, compared).estimate, true);
}

static struct text sentence(
	const struct trend_panel *panel, bool compared, const struct scene *scene)
{
	struct amount amount = trend_amount(panel->told);
	const struct filling facts[] = {
		{ "goal", goal_of(panel->told->indicator)->label },
		{ "value_from", first_value(panel, false) },
		{ "value_to", last_value(panel, false) },
		{ "a", compared ? first_value(panel, true) : text_same("") },
		{ "b", compared ? last_value(panel, true) : text_same("") },
		{ "change", amount_change(&amount, panel->told->estimate, true) },
		{ "interval", amount_interval(&amount, panel->told->low, panel->told->high) },
		{ "verdict", verdict_words(scene, &panel->headline) },
		{ "reason", texts_plain(trend_panel_refusal(panel)) },
		{ NULL, { NULL, NULL } },
	};

	if (panel->told->verdict == CLASS_REFUSED)
		return texts_fill("alt_trend_refused", facts);
	return texts_fill(compared ? "alt_trend_panel_did" : "alt_trend_panel", facts);
}

struct text trend_panels_alternative(const struct trend_panels *panels, const struct scene *scene)
{
	const struct filling facts[] = { { "n", text_same(keep_format("%zu", panels->count)) },
		{ "from", scene->from->label }, { "to", scene->to->label },
		{ NULL, { NULL, NULL } } };
	const struct filling rest[] = {
		{ "n", text_same(keep_format("%zu", panels->count - ALT_PANELS)) },
		{ NULL, { NULL, NULL } }
	};
	struct text text = texts_fill("alt_trend", facts);

	for (size_t i = 0; i < panels->count && i < ALT_PANELS; i++)
		text = text_join(text, " ", sentence(&panels->list[i], panels->compared, scene));
	return panels->count > ALT_PANELS ? text_join(text, " ", texts_fill("alt_more", rest))
					  : text;
}
