/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that do not fit their indicator: all are counted before the data are refused. */
#include "scoring/unfit.h"

enum { SAID = 10 };

static size_t count;

void unfit_note(const struct indicator *indicator, const char *text, struct text reason,
	struct value respondent, struct value round)
{
	const struct reader *input = stage_input();

	if (count++ >= SAID)
		return;
	warn(&(struct place){ input->file, input->line, indicator->name, text },
		SAY("respondent %s, round %s: %s", "responden %s, putaran %s: %s"), respondent.text,
		round.text, text_of(reason));
}

void unfit_settle(void)
{
	if (count > SAID)
		refuse(NULL,
			SAY("values that do not fit their indicator: %zu; the first %d are named "
			    "above",
				"nilai yang tidak cocok dengan indikatornya: %zu; %d yang pertama "
				"disebut di atas"),
			count, SAID);
	if (count > 0)
		refuse(NULL,
			SAY("values that do not fit their indicator: %zu, named above",
				"nilai yang tidak cocok dengan indikatornya: %zu, disebut di atas"),
			count);
}
