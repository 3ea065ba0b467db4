/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a chart's title, and the computed one beside it where the study has its own. */
#include "drawing/heading.h"

#include "drawing/lines.h"
#include "drawing/parts.h"
#include "drawing/texts.h"
#include "study/charts.h"
#include "study/study.h"

enum { TITLE_WIDTH = 66, RESULT_WIDTH = 104, SUB_WIDTH = 118 };

static struct text result; /* what the data say, where a title of the study's own stands above it */

static bool put_own(const char *chart, struct text computed)
{
	struct text own = chart_own_title(chart);
	const struct filling fact[] = { { "title", computed }, { NULL, { NULL, NULL } } };

	parts_meta("notice", study_load()->notice);
	if (*own.en == '\0')
		return false;
	result = texts_fill("title_computed", fact);
	parts_meta_lines("title", own, TITLE_WIDTH);
	parts_meta_lines("result", result, RESULT_WIDTH);
	return true;
}

void heading_put(const char *chart, struct text computed)
{
	if (!put_own(chart, computed))
		parts_meta_lines("title", computed, TITLE_WIDTH);
}

void heading_put_lines(const char *chart, struct text first, struct text second)
{
	if (put_own(chart, text_join(first, ". ", second)))
		return;
	parts_meta("title_1", first);
	parts_meta("title_2", second);
}

void heading_put_sub(struct text first, struct text second)
{
	parts_meta("sub_1", text_cut(first, SUB_WIDTH));
	parts_meta("sub_2", text_cut(second, SUB_WIDTH));
}

struct text heading_alt_more(struct text alt, size_t left)
{
	const struct filling fact[] = { { "n", text_same(keep_format("%zu", left)) },
		{ NULL, { NULL, NULL } } };

	return left == 0 ? alt : text_join(alt, " ", texts_fill("alt_more", fact));
}

void heading_put_alt(struct text alt)
{
	parts_meta("alt", result.en == NULL ? alt : text_join(result, ". ", alt));
}
