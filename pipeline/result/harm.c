/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules, the words and the rows of the screen for harm. */
#include "result/harm.h"

#include <math.h>

#include "result/keys.h"
#include "result/tested.h"
#include "study/frozen.h"

const char *const screen_names[SCREEN_COUNT] = { "worse_share", "worse_share_difference",
	"lower_tail", "clearly_down", "gap_widened", "reported" };
const char *const harm_flag_names[FLAG_COUNT] = { "cannot_tell", "none", "possible", "harm" };

static int64_t made[SCREEN_COUNT], flagged[SCREEN_COUNT];

enum harm_flag harm_judge(double estimate, double low, double high, double mid, bool few)
{
	if (low > 0)
		return few ? FLAG_POSSIBLE : FLAG_HARM;
	if (estimate >= mid && estimate > 0)
		return FLAG_POSSIBLE;
	return !few && (high <= 0 || high < mid) ? FLAG_NONE : FLAG_CANNOT_TELL;
}

/* ---- words ---- */

static const struct text phrases[SCREEN_COUNT][FLAG_COUNT] = {
	[SCREEN_WORSE_SHARE] = {
		[FLAG_NONE] = { "nobody got worse", "tidak seorang pun memburuk" },
		[FLAG_CANNOT_TELL] = { "so many got worse; some always do by chance",
			"sebanyak ini yang memburuk; sebagian selalu karena kebetulan" },
	},
	[SCREEN_WORSE_SHARE_DIFFERENCE] = {
		[FLAG_HARM] = { "more people got worse than among those compared with",
			"lebih banyak orang memburuk daripada di pembanding" },
		[FLAG_POSSIBLE] = { "possibly more people got worse than among those compared with",
			"mungkin lebih banyak orang memburuk daripada di pembanding" },
		[FLAG_NONE] = { "no more people got worse than among those compared with",
			"yang memburuk tidak lebih banyak daripada di pembanding" },
	},
	[SCREEN_LOWER_TAIL] = {
		[FLAG_POSSIBLE] = { "those who fared worst did so more than among those compared with",
			"mereka yang paling merosot lebih merosot daripada di pembanding" },
		[FLAG_NONE] = { "those who fared worst did so no more than among those compared with",
			"mereka yang paling merosot tidak lebih merosot daripada di pembanding" },
	},
	[SCREEN_CLEARLY_DOWN] = {
		[FLAG_HARM] = { "worse", "memburuk" },
		[FLAG_POSSIBLE] = { "possibly worse", "mungkin memburuk" },
		[FLAG_NONE] = { "not worse by as much as matters",
			"tidak memburuk sebesar yang berarti" },
	},
	[SCREEN_GAP_WIDENED] = {
		[FLAG_HARM] = { "fell behind the others", "tertinggal dari yang lain" },
		[FLAG_POSSIBLE] = { "possibly fell behind the others",
			"mungkin tertinggal dari yang lain" },
		[FLAG_NONE] = { "did not fall behind by as much as matters",
			"tidak tertinggal sebesar yang berarti" },
	},
	[SCREEN_REPORTED] = {
		[FLAG_HARM] = { "people report harm", "warga melaporkan kerugian" },
		[FLAG_POSSIBLE] = { "some people report harm",
			"sebagian warga melaporkan kerugian" },
		[FLAG_NONE] = { "nobody reports harm", "tidak ada yang melaporkan kerugian" },
	},
};
static const struct text cannot_tell = { "cannot tell from this survey",
	"belum dapat disimpulkan" };

static struct text phrase_of_finding(const struct finding *finding)
{
	struct text phrase = phrases[finding->screen][finding->flag];

	if (!estimate_stands(finding->status))
		return (struct text){ "not assessable", "tidak dapat dinilai" };
	return phrase.en == NULL ? cannot_tell : phrase;
}

/* ---- the row ---- */

static void put_keys(const struct finding *finding)
{
	const struct indicator *indicator = indicator_of(finding->frame->block);
	struct text phrase = phrase_of_finding(finding);

	put_indicator_keys(indicator);
	put_string(output, screen_names[finding->screen]);
	put_string(output, harm_flag_names[finding->flag]);
	put_string(output, phrase.id);
	put_string(output, phrase.en);
}

static void put_people(const struct finding *finding)
{
	const struct rounds *rounds = rounds_load();
	const struct frame *frame = finding->frame;

	put_string(output, finding->contrast);
	put_string(
		output, frame->round_from == NO_NAME ? NULL : rounds->list[frame->round_from].name);
	put_string(output, rounds->list[frame->round_to].name);
	put_string(output, frame->arm);
	put_string(output, frame->group);
	put_string(output, frame->group_value);
	put_string(output, frame->group_value_compared);
	put_string(output, frame->pairs ? "pairs" : "all");
	put_integer(output, finding->n);
	if (finding->n_compared < 0)
		put_missing(output);
	else
		put_integer(output, finding->n_compared);
	put_clusters(&finding->result);
}

static void put_numbers(const struct finding *finding)
{
	const struct indicator *indicator = indicator_of(finding->frame->block);
	const struct contrast *result = &finding->result;
	bool ok = finding->status == RESULT_OK;

	put_number(output, estimate_stands(finding->status) ? result->estimate : (double)NAN);
	put_number(output, ok ? result->std_error : (double)NAN);
	put_number(output, ok ? result->df : (double)NAN);
	put_number(output, ok ? result->p_value : (double)NAN);
	put_number(output, ok ? result->conf_low : (double)NAN);
	put_number(output, ok ? result->conf_high : (double)NAN);
	put_number(output, finding->value_compared);
	put_number(output, indicator->mid);
	put_string(output, indicator->direction == DIRECTION_UP ? "up" : "down");
	put_string(output, finding->method);
	put_missing(output);
	put_missing(output);
	put_missing(output);
}

void harm_put(const struct finding *finding)
{
	put_keys(finding);
	put_people(finding);
	put_numbers(finding);
	put_string(output, frozen_planned(finding->frame->block->indicator, finding->frame->group));
	put_string(output, result_status_name(finding->status));
	put_note(output, finding->note);
	end_row(output);
	if (finding->status == RESULT_OK && !isnan(finding->result.conf_low)) {
		made[finding->screen]++;
		flagged[finding->screen] += finding->flag == FLAG_HARM;
	}
}

static void put_blanks(int from, int to)
{
	int i;

	for (i = from; i < to; i++)
		put_missing(output);
}

/* Shares and levels are not tested against nothing: chance says nothing of them. */
static void put_summary(enum screen screen)
{
	double chance = (double)made[screen] * (1 - study_load()->confidence) / 2;
	long long count = made[screen], found = flagged[screen];
	bool tested = screen == SCREEN_WORSE_SHARE_DIFFERENCE || screen == SCREEN_CLEARLY_DOWN ||
		screen == SCREEN_GAP_WIDENED;

	if (made[screen] == 0 || !tested)
		return;
	put_blanks(HARM_GOAL, HARM_SCREEN);
	put_string(output, screen_names[screen]);
	put_missing(output);
	put_string(output,
		keep_format("dari %lld penyaringan, %lld ditandai merugikan; karena kebetulan saja "
			    "sekitar %.0f",
			count, found, chance));
	put_string(output,
		keep_format("of %lld screens %lld are flagged as harm; by chance alone about %.0f "
			    "would be",
			count, found, chance));
	put_string(output, "summary");
	put_blanks(HARM_ROUND_FROM, HARM_SCREENS);
	put_integer(output, count);
	put_integer(output, found);
	put_decimal(output, chance, 6);
	put_missing(output);
	put_string(output, result_status_name(RESULT_OK));
	put_note(output, (struct text){ "", "" });
	end_row(output);
}

void harm_summary(void)
{
	int screen;

	for (screen = 0; screen < SCREEN_COUNT; screen++)
		put_summary((enum screen)screen);
}
