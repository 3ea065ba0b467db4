/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tables about people say in words. */
#include "people/notes.h"

#include "result/status.h"
#include "study/study.h"

enum { FEW_CLUSTERS = 5, LOW_DF = 4 };

const char not_a_panel[] = "NOT_A_PANEL";
const struct text not_a_panel_note = {
	"Other people in each round: nobody is followed, so nobody can be lost.",
	"Respondennya berbeda di tiap putaran: tidak ada yang diikuti, jadi tidak ada yang hilang.",
};

const struct text among_note = {
	"Whoever is no longer asked (`among`) counts as lost here.",
	"Yang tidak lagi ditanyai (`among`) di sini dihitung hilang.",
};

static const struct text few_clusters = {
	"Few villages: read as an indication.",
	"Desanya sedikit: bacalah sebagai petunjuk saja.",
};

void note_few(struct text *notes, const struct contrast *result, size_t fewest_clusters)
{
	if (study_load()->cluster.count == 0 || result->status != STAT_OK)
		return;
	if (fewest_clusters < FEW_CLUSTERS)
		note_add(notes, few_clusters);
	if (result->df < LOW_DF)
		note_add(notes, result_note(NOTE_LOW_DF));
}
