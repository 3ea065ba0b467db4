/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of an export that are set aside, each for its reason. */
#include "raw/row.h"

struct reject row_reject_of(const struct raw_row *row)
{
	const char *round =
		row->origin.round == NO_NAME ? NULL : rounds_load()->list[row->origin.round].name;

	return (struct reject){ .file = row->origin.file->file,
		.line = row->origin.line,
		.record = row->origin.record,
		.respondent = row->respondent,
		.round = round };
}

void row_pass_over(const struct raw_row *row, const char *action, struct text reason)
{
	struct reject one = row_reject_of(row);

	one.action = action;
	one.reason = reason;
	reject(&one);
}

void row_reject_key(const struct raw_row *row, enum row_fault why, size_t key)
{
	static const struct text blank = { "blank where the study needs it",
		"kosong padahal diperlukan" };
	struct reject one = row_reject_of(row);

	one.column = key_names[key];
	one.value = row->raw[key];
	one.reason = row->reasons[key].en == NULL ? blank : row->reasons[key];
	account_reject(why, &one);
}

void row_reject_ragged(const struct raw_row *row, const struct reader *reader)
{
	struct reject ragged = row_reject_of(row);

	ragged.reason =
		(struct text){ keep_format("the row has %zu fields where the header has %zu",
				       reader->count, reader->columns),
			keep_format("baris ini berisi %zu isian, padahal baris judul berisi %zu",
				reader->count, reader->columns) };
	account_reject(ROW_RAGGED, &ragged);
}

struct text row_duplicate_reason(bool identical, enum duplicates rule)
{
	static const struct text reasons[] = {
		[DUPLICATES_REJECT] = { "the respondent has other answers in another row of this "
					"round",
			"responden ini punya jawaban lain di baris lain pada putaran ini" },
		[DUPLICATES_FIRST] = { "a later row of the same respondent in this round; the "
				       "first is kept",
			"baris kemudian dari responden yang sama pada putaran ini; yang pertama "
			"dipakai" },
		[DUPLICATES_LAST] = { "an earlier row of the same respondent in this round; the "
				      "last is kept",
			"baris terdahulu dari responden yang sama pada putaran ini; yang terakhir "
			"dipakai" },
	};

	if (identical)
		return (struct text){ "the same row stands there twice; one is kept",
			"baris yang sama ada dua kali; satu dipakai" };
	return reasons[rule];
}
