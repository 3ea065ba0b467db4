/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules and the words of verdicts. */
#include "result/phrase.h"

#include <math.h>
#include <string.h>

const char *const design_level_names[LEVEL_COUNT] = { "changed", "changed_more", "effect" };
const char *const verdict_class_names[CLASS_COUNT] = { "up", "down", "changed", "unclear",
	"too_early", "refused" };

/* In the words of LEVEL_CHANGED_MORE, # stands for those compared with. */
static const struct text phrases[LEVEL_COUNT][PHRASE_COUNT] = {
	[LEVEL_CHANGED] = {
		[PHRASE_CLEARLY_BETTER] = {
			"clearly better, by an amount that matters",
			"jelas membaik, dan berarti" },
		[PHRASE_BETTER_SOMEHOW] = {
			"better, size uncertain",
			"membaik, besarnya belum pasti" },
		[PHRASE_BETTER] = { "better", "membaik" },
		[PHRASE_POSSIBLY_BETTER] = { "possibly better", "mungkin membaik" },
		[PHRASE_SAME] = { "no important change (shown)", "terbukti tidak banyak berubah" },
		[PHRASE_UNCLEAR] = { "cannot tell from this survey", "belum dapat disimpulkan" },
		[PHRASE_POSSIBLY_WORSE] = { "possibly worse", "mungkin memburuk" },
		[PHRASE_WORSE] = { "worse", "memburuk" },
		[PHRASE_CLEARLY_WORSE] = { "clearly worse", "jelas memburuk" },
		[PHRASE_ROSE] = { "rose", "naik" },
		[PHRASE_POSSIBLY_ROSE] = { "possibly rose", "mungkin naik" },
		[PHRASE_POSSIBLY_FELL] = { "possibly fell", "mungkin turun" },
		[PHRASE_FELL] = { "fell", "turun" },
		[PHRASE_BETTER_NOT_MORE] = { "better", "membaik" },
		[PHRASE_BETTER_AS_WELL] = { "better", "membaik" },
		[PHRASE_WORSE_NOT_MORE] = { "worse", "memburuk" },
		[PHRASE_WORSE_AS_WELL] = { "worse", "memburuk" },
		[PHRASE_TOO_EARLY] = { "too early to judge", "belum waktunya dinilai" },
		[PHRASE_REFUSED] = { "not assessable", "tidak dapat dinilai" },
	},
	[LEVEL_CHANGED_MORE] = {
		[PHRASE_CLEARLY_BETTER] = {
			"changed clearly more for the better than #, by an amount that matters",
			"jelas berubah lebih baik daripada #, dan berarti" },
		[PHRASE_BETTER_SOMEHOW] = {
			"changed more for the better than #, size uncertain",
			"berubah lebih baik daripada #, besarnya belum pasti" },
		[PHRASE_BETTER] = {
			"changed more for the better than #",
			"berubah lebih baik daripada #" },
		[PHRASE_POSSIBLY_BETTER] = {
			"possibly changed more for the better than #",
			"mungkin berubah lebih baik daripada #" },
		[PHRASE_SAME] = {
			"no important difference from the change in # (shown)",
			"terbukti perubahannya tidak banyak berbeda dari #" },
		[PHRASE_UNCLEAR] = { "cannot tell from this survey", "belum dapat disimpulkan" },
		[PHRASE_POSSIBLY_WORSE] = {
			"possibly changed more for the worse than #",
			"mungkin berubah lebih buruk daripada #" },
		[PHRASE_WORSE] = {
			"changed more for the worse than #",
			"berubah lebih buruk daripada #" },
		[PHRASE_CLEARLY_WORSE] = {
			"changed clearly more for the worse than #",
			"jelas berubah lebih buruk daripada #" },
		[PHRASE_ROSE] = { "changed upwards compared with #", "berubah naik dibanding #" },
		[PHRASE_POSSIBLY_ROSE] = {
			"possibly changed upwards compared with #",
			"mungkin berubah naik dibanding #" },
		[PHRASE_POSSIBLY_FELL] = {
			"possibly changed downwards compared with #",
			"mungkin berubah turun dibanding #" },
		[PHRASE_FELL] = {
			"changed downwards compared with #",
			"berubah turun dibanding #" },
		[PHRASE_BETTER_NOT_MORE] = {
			"better, but not shown to be more than in #",
			"membaik, tetapi belum terbukti melebihi #" },
		[PHRASE_BETTER_AS_WELL] = {
			"better, but # got better as well: not shown to be due to the programme",
			"membaik, tetapi # juga membaik: belum terbukti karena program" },
		[PHRASE_WORSE_NOT_MORE] = {
			"worse, but not shown to be more than in #",
			"memburuk, tetapi belum terbukti melebihi #" },
		[PHRASE_WORSE_AS_WELL] = {
			"worse, but # got worse as well: not shown to be due to the programme",
			"memburuk, tetapi # juga memburuk: belum terbukti karena program" },
		[PHRASE_TOO_EARLY] = { "too early to judge", "belum waktunya dinilai" },
		[PHRASE_REFUSED] = { "not assessable", "tidak dapat dinilai" },
	},
	[LEVEL_EFFECT] = {
		[PHRASE_CLEARLY_BETTER] = {
			"a clear good effect, of an amount that matters",
			"dampak baik yang jelas dan berarti" },
		[PHRASE_BETTER_SOMEHOW] = {
			"a good effect, size uncertain",
			"dampak baik, besarnya belum pasti" },
		[PHRASE_BETTER] = { "a good effect", "dampak baik" },
		[PHRASE_POSSIBLY_BETTER] = { "possibly a good effect", "mungkin ada dampak baik" },
		[PHRASE_SAME] = {
			"no important effect (shown)",
			"terbukti tidak ada dampak yang berarti" },
		[PHRASE_UNCLEAR] = { "cannot tell from this survey", "belum dapat disimpulkan" },
		[PHRASE_POSSIBLY_WORSE] = {
			"possibly a harmful effect",
			"mungkin ada dampak buruk" },
		[PHRASE_WORSE] = { "a harmful effect", "dampak buruk" },
		[PHRASE_CLEARLY_WORSE] = { "a clear harmful effect", "dampak buruk yang jelas" },
		[PHRASE_ROSE] = { "effect: rose", "dampak: naik" },
		[PHRASE_POSSIBLY_ROSE] = { "possible effect: rose", "mungkin ada dampak: naik" },
		[PHRASE_POSSIBLY_FELL] = { "possible effect: fell", "mungkin ada dampak: turun" },
		[PHRASE_FELL] = { "effect: fell", "dampak: turun" },
		[PHRASE_BETTER_NOT_MORE] = {
			"better, but not shown to be more than in #",
			"membaik, tetapi belum terbukti melebihi #" },
		[PHRASE_BETTER_AS_WELL] = {
			"better, but # got better as well: not shown to be due to the programme",
			"membaik, tetapi # juga membaik: belum terbukti karena program" },
		[PHRASE_WORSE_NOT_MORE] = {
			"worse, but not shown to be more than in #",
			"memburuk, tetapi belum terbukti melebihi #" },
		[PHRASE_WORSE_AS_WELL] = {
			"worse, but # got worse as well: not shown to be due to the programme",
			"memburuk, tetapi # juga memburuk: belum terbukti karena program" },
		[PHRASE_TOO_EARLY] = { "too early to judge", "belum waktunya dinilai" },
		[PHRASE_REFUSED] = { "not assessable", "tidak dapat dinilai" },
	},
};

enum design_level design_level(const struct study *study)
{
	if (study->arm_comparison == NULL)
		return LEVEL_CHANGED;
	return study->assignment == RANDOMISED ? LEVEL_EFFECT : LEVEL_CHANGED_MORE;
}

static enum phrase without_direction(double low, double high, bool clear)
{
	if (low > 0)
		return clear ? PHRASE_ROSE : PHRASE_POSSIBLY_ROSE;
	if (high < 0)
		return clear ? PHRASE_FELL : PHRASE_POSSIBLY_FELL;
	return PHRASE_UNCLEAR;
}

enum phrase phrase_of(
	double conf_low, double conf_high, enum direction direction, double mid, bool clear)
{
	double low = direction == DIRECTION_DOWN ? -conf_high : conf_low;
	double high = direction == DIRECTION_DOWN ? -conf_low : conf_high;

	if (direction == DIRECTION_NONE)
		return without_direction(low, high, clear);
	if ((low > 0 || high < 0) && !clear)
		return low > 0 ? PHRASE_POSSIBLY_BETTER : PHRASE_POSSIBLY_WORSE;
	if (low > 0 && isnan(mid))
		return PHRASE_BETTER;
	if (low > 0)
		return low > mid ? PHRASE_CLEARLY_BETTER : PHRASE_BETTER_SOMEHOW;
	if (high < 0)
		return high < -mid ? PHRASE_CLEARLY_WORSE : PHRASE_WORSE;
	return -mid < low && high < mid ? PHRASE_SAME : PHRASE_UNCLEAR;
}

enum phrase phrase_capped(enum phrase phrase)
{
	switch (phrase) {
	case PHRASE_CLEARLY_BETTER:
	case PHRASE_BETTER_SOMEHOW:
	case PHRASE_BETTER:
		return PHRASE_POSSIBLY_BETTER;
	case PHRASE_CLEARLY_WORSE:
	case PHRASE_WORSE:
		return PHRASE_POSSIBLY_WORSE;
	case PHRASE_ROSE:
		return PHRASE_POSSIBLY_ROSE;
	case PHRASE_FELL:
		return PHRASE_POSSIBLY_FELL;
	case PHRASE_SAME:
		return PHRASE_UNCLEAR;
	default:
		return phrase;
	}
}

enum phrase phrase_beside_changes(
	enum phrase phrase, enum verdict_class arm, enum verdict_class comparison)
{
	if (phrase != PHRASE_UNCLEAR)
		return phrase;
	if (arm == CLASS_UP)
		return comparison == CLASS_UP ? PHRASE_BETTER_AS_WELL : PHRASE_BETTER_NOT_MORE;
	if (arm == CLASS_DOWN)
		return comparison == CLASS_DOWN ? PHRASE_WORSE_AS_WELL : PHRASE_WORSE_NOT_MORE;
	return phrase;
}

enum verdict_class phrase_class(enum phrase phrase)
{
	switch (phrase) {
	case PHRASE_CLEARLY_BETTER:
	case PHRASE_BETTER_SOMEHOW:
	case PHRASE_BETTER:
		return CLASS_UP;
	case PHRASE_CLEARLY_WORSE:
	case PHRASE_WORSE:
		return CLASS_DOWN;
	case PHRASE_ROSE:
	case PHRASE_FELL:
		return CLASS_CHANGED;
	case PHRASE_TOO_EARLY:
		return CLASS_TOO_EARLY;
	case PHRASE_REFUSED:
		return CLASS_REFUSED;
	default:
		return CLASS_UNCLEAR;
	}
}

static const char *fill_in(const char *words, const char *compared)
{
	const char *mark = strchr(words, '#');

	if (mark == NULL)
		return words;
	return keep_format("%.*s%s%s", (int)(mark - words), words, compared, mark + 1);
}

struct text phrase_text(enum phrase phrase, enum design_level level, bool villages)
{
	struct text words = phrases[level][phrase];

	return (struct text){
		fill_in(words.en, villages ? "comparison villages" : "the comparison group"),
		fill_in(words.id, villages ? "desa pembanding" : "kelompok pembanding"),
	};
}
