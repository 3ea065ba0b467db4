/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clean rows of all files, packed, until every duplicate is known. */
#include "raw/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit/spoilt.h"
#include "raw/account.h"
#include "raw/arms.h"
#include "raw/linking.h"
#include "raw/packed.h"

/* Where keys stand in a stored row. */
enum {
	STORED_ARM = 0,
	STORED_CLUSTER = KEY_CLUSTER - KEY_ARM,
	STORED_NAMES = KEY_STRATUM - KEY_ARM
};

enum fate { ROW_KEPT, ROW_IDENTICAL, ROW_DUPLICATE, ROW_OF_DATE };

/* Kept small: there is one for every row of the study. */
struct row {
	const unsigned char *packed;
	uint32_t line, record;
	uint32_t respondent; /* into respondents, or the number of a row without one */
	uint16_t file;       /* into the files of rounds.csv */
	uint8_t round;
	uint8_t fate;
};

/* A row whose respondent has one before it in the same round. */
struct again {
	uint32_t row, previous;
};

static size_t columns;
static struct packing *packing;
static struct names *respondents;
static struct row *rows;
static size_t row_count, row_capacity;
static uint32_t *latest; /* respondent x round -> row + 1 */
static size_t latest_capacity;
static struct again *agains; /* by row */
static size_t again_count, again_capacity;

void rows_begin(size_t column_count)
{
	columns = column_count;
	packing = packing_new(columns, STORED_NAMES);
	respondents = names_new();
	if (rounds_load()->count > UINT8_MAX || rounds_load()->file_count > UINT16_MAX)
		refuse(&(struct place){ .file = "rounds.csv" },
			SAY("more than 255 rounds or 65,535 files",
				"lebih dari 255 putaran atau 65.535 berkas"));
}

static uint32_t short_number(const struct row_origin *origin, size_t number)
{
	if (number >= UINT32_MAX)
		refuse(&(struct place){ .file = origin->file->file, .line = origin->line },
			SAY("more than 4,294,967,294 rows", "lebih dari 4.294.967.294 baris"));
	return (uint32_t)number;
}

static uint32_t *latest_of(const struct row *row)
{
	return &latest[row->respondent * rounds_load()->count + row->round];
}

static void link_row(struct row *row, const struct row_origin *origin, struct value respondent)
{
	size_t number = name_add(respondents, respondent.text, respondent.length);

	row->respondent = short_number(origin, number);
	latest = grow(
		latest, &latest_capacity, (number + 1) * rounds_load()->count, sizeof(*latest));
	if (*latest_of(row) != 0) {
		agains = grow(agains, &again_capacity, again_count + 1, sizeof(*agains));
		agains[again_count++] = (struct again){ (uint32_t)row_count, *latest_of(row) - 1 };
	}
	*latest_of(row) = short_number(origin, row_count + 1);
}

void rows_add(const struct row_origin *origin, struct value respondent, size_t number,
	const struct value *values)
{
	struct row row = { .packed = packing_pack(packing, values),
		.line = short_number(origin, origin->line),
		.record = short_number(origin, origin->record),
		.respondent = short_number(origin, number),
		.file = (uint16_t)(origin->file - rounds_load()->files),
		.round = (uint8_t)origin->round };

	if (!missing(respondent))
		link_row(&row, origin, respondent);
	rows = grow(rows, &row_capacity, row_count + 1, sizeof(*rows));
	rows[row_count++] = row;
}

static const struct round_file *file_of(const struct row *row)
{
	return &rounds_load()->files[row->file];
}

/* ---- duplicates ---- */

static bool equal(const struct row *left, const struct row *right)
{
	return packing_equal(packing, left->packed, right->packed);
}

static int by_row(const void *left, const void *right)
{
	uint32_t a = ((const struct again *)left)->row, b = ((const struct again *)right)->row;

	return (a > b) - (a < b);
}

/* The row before it of the same respondent and round, or NULL. */
static struct row *previous(const struct row *row)
{
	struct again wanted = { (uint32_t)(row - rows), 0 }, *found;

	if (again_count == 0)
		return NULL;
	found = bsearch(&wanted, agains, again_count, sizeof(*agains), by_row);
	return found == NULL ? NULL : &rows[found->previous];
}

/* Decides on a respondent's rows in a round; `last` is the last one. Returns how many are set aside
 * because nobody can say which is true. */
static size_t settle(struct row *last, enum duplicates rule)
{
	struct row *first = last, *stays, *row;
	bool all_equal = true;
	size_t count = 0;

	for (row = last; row != NULL; row = previous(row)) {
		all_equal = all_equal && equal(row, last);
		first = row;
	}
	stays = !all_equal && rule == DUPLICATES_REJECT ? NULL
		: !all_equal && rule == DUPLICATES_LAST ? last
							: first;
	for (row = last; row != NULL; row = previous(row)) {
		if (row == stays)
			continue;
		row->fate = stays != NULL && equal(row, stays) ? ROW_IDENTICAL : ROW_DUPLICATE;
		count += stays == NULL;
	}
	return count;
}

static const char *respondent_of(const struct row *row)
{
	if (name_count(respondents) == 0)
		return keep_format(NUMBERED_RESPONDENT, rounds_load()->list[row->round].name,
			(size_t)row->respondent);
	return name_text(respondents, row->respondent);
}

static struct text duplicate_reason(enum fate fate, enum duplicates rule)
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

	if (fate == ROW_IDENTICAL)
		return (struct text){ "the same row stands there twice; one is kept",
			"baris yang sama ada dua kali; satu dipakai" };
	return reasons[rule];
}

static void reject_row(const struct row *row, enum duplicates rule)
{
	reject(&(struct reject){ .file = file_of(row)->file,
		.line = row->line,
		.record = row->record,
		.respondent = respondent_of(row),
		.round = rounds_load()->list[row->round].name,
		.action = row->fate == ROW_IDENTICAL ? "row_identical" : "row_duplicate",
		.reason = duplicate_reason(row->fate, rule) });
}

/* ---- ids that are dates ---- */

static void mark_dates(void)
{
	size_t i;

	if (name_count(respondents) == 0 || !linking_dates_odd(respondents))
		return;
	for (i = 0; i < row_count; i++)
		if (date_shaped(respondent_of(&rows[i])))
			rows[i].fate = ROW_OF_DATE;
}

static void reject_date(const struct row *row)
{
	account_reject(ROW_WITHOUT_RESPONDENT,
		&(struct reject){ .file = file_of(row)->file,
			.line = row->line,
			.record = row->record,
			.respondent = respondent_of(row),
			.round = rounds_load()->list[row->round].name,
			.column = key_names[KEY_RESPONDENT],
			.value = respondent_of(row),
			.reason = spoilt_reason(SPOILT_DATE) });
}

size_t rows_settle(enum duplicates rule, struct place *first)
{
	size_t count = 0, i;

	*first = (struct place){ .file = NULL };
	mark_dates();
	for (i = 0; i < again_count; i++) {
		struct row *row = &rows[agains[i].row];

		if (*latest_of(row) == agains[i].row + 1 && row->fate == ROW_KEPT)
			count += settle(row, rule);
	}
	for (i = 0; i < row_count; i++) {
		if (rows[i].fate == ROW_DUPLICATE && first->file == NULL)
			*first = (struct place){ .file = file_of(&rows[i])->file,
				.line = rows[i].line };
		if (rows[i].fate == ROW_KEPT)
			account_kept(file_of(&rows[i]));
		else if (rows[i].fate == ROW_OF_DATE)
			reject_date(&rows[i]);
		else
			reject_row(&rows[i], rule);
	}
	return count;
}

const struct names *rows_respondents(void)
{
	return respondents;
}

bool rows_find(size_t respondent, size_t round, struct place *at)
{
	size_t key = respondent * rounds_load()->count + round;
	const struct row *row = NULL;

	if (key < latest_capacity && latest[key] > 0)
		row = &rows[latest[key] - 1];
	while (row != NULL && row->fate != ROW_KEPT)
		row = previous(row);
	if (row != NULL && at != NULL)
		*at = (struct place){ file_of(row)->file, row->line, key_names[KEY_RESPONDENT],
			respondent_of(row) };
	return row != NULL;
}

/* ---- writing ---- */

/* What a respondent's first row said of arm or cluster, and who says something else later. */
struct constancy {
	const char **first;
	size_t capacity, changes;
	const struct row *place; /* of the first change */
};

static void watch(struct constancy *constancy, const struct row *row, struct value value)
{
	const char **first;

	if (missing(value) || name_count(respondents) == 0)
		return;
	constancy->first = grow(constancy->first, &constancy->capacity, name_count(respondents),
		sizeof(*constancy->first));
	first = &constancy->first[row->respondent];
	if (*first == NULL)
		*first = value.text;
	else if (*first != value.text && constancy->changes++ == 0) /* see packing_new() */
		constancy->place = row;
}

static void warn_changes(
	const struct constancy *constancy, const char *english, const char *indonesian)
{
	const struct row *row = constancy->place;

	if (constancy->changes > 0)
		warn(&(struct place){ file_of(row)->file, row->line, NULL, respondent_of(row) },
			SAY("this respondent has another %s than in an earlier row (rows like it: "
			    "%zu); a change belongs to its earlier round",
				"%s responden ini berbeda dari baris sebelumnya (baris seperti "
				"ini: %zu); perubahan dihitung pada putaran yang lebih awal"),
			language == ENGLISH ? english : indonesian, constancy->changes);
}

static void write_row(
	struct writer *writer, const struct row *row, const struct value *values, bool own_cluster)
{
	char text[64];
	struct value respondent = { text, 0 };
	const char *round = rounds_load()->list[row->round].name;
	size_t i;

	if (name_count(respondents) == 0)
		respondent.length = (size_t)snprintf(
			text, sizeof(text), NUMBERED_RESPONDENT, round, (size_t)row->respondent);
	else
		respondent = (struct value){ name_text(respondents, row->respondent),
			strlen(name_text(respondents, row->respondent)) };
	put_value(writer, respondent);
	put_string(writer, round);
	for (i = 0; i < columns; i++)
		put_value(writer, i == STORED_CLUSTER && !own_cluster ? respondent : values[i]);
	end_row(writer);
}

void rows_write(struct writer *writer, bool own_cluster)
{
	struct constancy arms = { .changes = 0 }, clusters = { .changes = 0 };
	struct value *values = keep((columns + 1) * sizeof(*values));
	size_t i;

	for (i = 0; i < row_count; i++) {
		if (rows[i].fate != ROW_KEPT)
			continue;
		packing_unpack(packing, rows[i].packed, values);
		arms_note(values[STORED_ARM], values[STORED_CLUSTER], file_of(&rows[i])->file,
			rows[i].line);
		watch(&arms, &rows[i], values[STORED_ARM]);
		watch(&clusters, &rows[i], values[STORED_CLUSTER]);
		write_row(writer, &rows[i], values, own_cluster);
	}
	warn_changes(&arms, "arm", "Kelompok");
	warn_changes(&clusters, "cluster", "Desa");
}
