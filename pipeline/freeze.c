/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes frozen.csv, and tells how the study has moved away from an earlier one. */
#include "freeze.h"

#include <string.h>

#include "answer.h"
#include "study/frozen.h"
#include "tree.h"

static void tell(const struct frozen_row *row, const char *what)
{
	answer("  %-11s %-10s %s\n", what, row->table, row->name);
}

/* Tells every row that differs, if `aloud`; returns how many do. */
static size_t differences(const struct frozen *before, const struct frozen *now, bool aloud)
{
	const struct frozen_row *other;
	size_t count = 0, i;

	for (i = 0; i < now->count; i++) {
		other = frozen_find(before, now->rows[i].table, now->rows[i].name);
		if (other != NULL && strcmp(other->hash, now->rows[i].hash) == 0)
			continue;
		count++;
		if (aloud)
			tell(&now->rows[i],
				other == NULL ? SAY("new", "baru") : SAY("changed", "berubah"));
	}
	for (i = 0; i < before->count; i++) {
		if (frozen_find(now, before->rows[i].table, before->rows[i].name) != NULL)
			continue;
		count++;
		if (aloud)
			tell(&before->rows[i], SAY("gone", "hilang"));
	}
	return count;
}

static void write_plan(const struct frozen *plan)
{
	static const char partial[] = "frozen.csv.partial";
	struct writer *writer = writer_open(partial);
	size_t i;

	put_string(writer, "table");
	put_string(writer, "name");
	put_string(writer, "hash");
	end_row(writer);
	for (i = 0; i < plan->count; i++) {
		put_string(writer, plan->rows[i].table);
		put_string(writer, plan->rows[i].name);
		put_string(writer, plan->rows[i].hash);
		end_row(writer);
	}
	writer_close(writer);
	tree_rename(partial, "frozen.csv");
}

void freeze(const char *shown, bool again)
{
	const struct frozen *before, *now;

	study_load();
	goals_load();
	indicators_load();
	groups_load();
	before = frozen_load();
	stop_on_faults();
	now = frozen_now();
	stop_on_faults();
	if (before != NULL && differences(before, now, false) == 0) {
		answer(SAY("%s/frozen.csv holds this plan already\n",
			       "%s/frozen.csv sudah memuat rencana ini\n"),
			shown);
		return;
	}
	if (before != NULL && differences(before, now, true) > 0 && !again) {
		answer_out();
		misuse(&(struct place){ .file = keep_format("%s/frozen.csv", shown) },
			SAY("another plan is frozen here; results will say what was not planned. "
			    "To freeze anew all the same: --again",
				"rencana lain sudah dibekukan di sini; hasil akan menyebut apa "
				"yang "
				"tidak direncanakan. Untuk tetap membekukan ulang: --again"));
	}
	write_plan(now);
	answer(SAY("%s/frozen.csv: %zu rows frozen\n", "%s/frozen.csv: %zu baris dibekukan\n"),
		shown, now->count);
}
