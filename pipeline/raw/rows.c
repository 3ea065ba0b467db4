/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clean rows of all files, packed, until every duplicate is known. */
#include "raw/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit/spoilt.h"
#include "raw/account.h"
#include "raw/again.h"
#include "raw/arms.h"
#include "raw/constancy.h"
#include "raw/linking.h"
#include "raw/packed.h"
#include "raw/row.h"

/* Where keys stand in a stored row. */
enum {
	STORED_ARM = 0,
	STORED_CLUSTER = KEY_CLUSTER - KEY_ARM,
	STORED_NAMES = KEY_STRATUM - KEY_ARM
};

enum { AHEAD = 8 }; /* rows, when memory is asked for */

enum fate { ROW_KEPT, ROW_IDENTICAL, ROW_DUPLICATE, ROW_OF_DATE };

/* Kept small: there is one for every row of the study. What it holds is packed under its number. */
struct row {
	uint32_t line, record;
	uint32_t respondent; /* into respondents, or the number of a row without one */
	uint16_t file;       /* into the files of rounds.csv */
	uint8_t round;
	uint8_t fate;
};

static const struct rounds *rounds;
static size_t columns;
static struct packing *packing;
static struct names *respondents;
static struct name_queue queue;
static struct row *rows;
static size_t row_count, row_capacity;
static uint32_t *latest; /* respondent x round -> row + 1 */
static size_t latest_capacity;
static bool all_kept; /* no row is set aside */

void rows_begin(size_t column_count)
{
	rounds = rounds_load();
	columns = column_count;
	packing = packing_new(columns, STORED_NAMES);
	respondents = names_new();
	if (rounds->count > UINT8_MAX || rounds->file_count > UINT16_MAX)
		refuse(&(struct place){ .file = "rounds.csv" },
			SAY("more than 255 rounds or 65,535 files",
				"lebih dari 255 putaran atau 65.535 berkas"));
}

static uint32_t short_number(const struct round_file *file, size_t line, size_t number)
{
	if (number >= UINT32_MAX)
		refuse(&(struct place){ .file = file->file, .line = line },
			SAY("more than 4,294,967,294 rows", "lebih dari 4.294.967.294 baris"));
	return (uint32_t)number;
}

static uint32_t *latest_of(const struct row *row)
{
	return &latest[row->respondent * rounds->count + row->round];
}

static const struct round_file *file_of(const struct row *row)
{
	return &rounds->files[row->file];
}

static void link_row(struct row *row)
{
	uint32_t *before = latest_of(row), number = (uint32_t)(row - rows);

	if (*before != 0)
		again_add(number, *before - 1);
	*before = number + 1;
}

/* Links the last rows, whose respondents wait for their numbers (names.h), to earlier ones. */
static void link_waiting(void)
{
	size_t numbers[NAME_QUEUE], count = queue_numbers(&queue, respondents, numbers), i;
	struct row *waiting = rows + row_count - count;

	latest = grow(
		latest, &latest_capacity, name_count(respondents) * rounds->count, sizeof(*latest));
	for (i = 0; i < count; i++) {
		waiting[i].respondent =
			short_number(file_of(&waiting[i]), waiting[i].line, numbers[i]);
		__builtin_prefetch(latest_of(&waiting[i]), 1);
	}
	for (i = 0; i < count; i++)
		link_row(&waiting[i]);
}

void rows_add(const struct row_origin *origin, struct value respondent, size_t number,
	const struct value *values)
{
	const struct round_file *file = origin->file;
	struct row row = { .line = short_number(file, origin->line, origin->line),
		.record = short_number(file, origin->line, origin->record),
		.respondent = short_number(file, origin->line, number),
		.file = (uint16_t)(file - rounds->files),
		.round = (uint8_t)origin->round };

	short_number(file, origin->line, row_count);
	packing_add(packing, values);
	rows = grow(rows, &row_capacity, row_count + 1, sizeof(*rows));
	rows[row_count++] = row;
	if (!missing(respondent) && queue_add(&queue, respondent.text, respondent.length))
		link_waiting();
}

/* ---- duplicates ---- */

static bool equal(const struct row *left, const struct row *right)
{
	return packing_equal(packing, (size_t)(left - rows), (size_t)(right - rows));
}

/* The row before it of the same respondent and round, or NULL. */
static struct row *previous(const struct row *row)
{
	uint32_t number;

	return again_before((uint32_t)(row - rows), &number) ? &rows[number] : NULL;
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
		return keep_format(NUMBERED_RESPONDENT, rounds->list[row->round].name,
			(size_t)row->respondent);
	return name_text(respondents, row->respondent);
}

/* The row as it was read, for the rejects. */
static struct raw_row raw_row_of(const struct row *row)
{
	return (struct raw_row){ .origin = { file_of(row), row->line, row->record, row->round },
		.respondent = respondent_of(row) };
}

static void reject_again(const struct row *row, enum duplicates rule)
{
	struct raw_row raw = raw_row_of(row);
	bool identical = row->fate == ROW_IDENTICAL;

	row_pass_over(&raw, identical ? "row_identical" : "row_duplicate",
		row_duplicate_reason(identical, rule));
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
	struct raw_row raw = raw_row_of(row);

	raw.raw[KEY_RESPONDENT] = raw.respondent;
	raw.reasons[KEY_RESPONDENT] = spoilt_reason(SPOILT_DATE);
	row_reject_key(&raw, ROW_WITHOUT_RESPONDENT, KEY_RESPONDENT);
}

size_t rows_settle(enum duplicates rule, struct place *first)
{
	size_t count = 0, i;

	*first = (struct place){ .file = NULL };
	link_waiting();
	mark_dates();
	for (i = 0; i < again_count(); i++) {
		struct row *row = &rows[again_row(i)];

		if (*latest_of(row) == again_row(i) + 1 && row->fate == ROW_KEPT)
			count += settle(row, rule);
	}
	all_kept = true;
	for (i = 0; i < row_count; i++) {
		all_kept = all_kept && rows[i].fate == ROW_KEPT;
		if (rows[i].fate == ROW_DUPLICATE && first->file == NULL)
			*first = (struct place){ .file = file_of(&rows[i])->file,
				.line = rows[i].line };
		if (rows[i].fate == ROW_KEPT)
			account_kept(file_of(&rows[i]));
		else if (rows[i].fate == ROW_OF_DATE)
			reject_date(&rows[i]);
		else
			reject_again(&rows[i], rule);
	}
	return count;
}

const struct names *rows_respondents(void)
{
	return respondents;
}

bool rows_find(size_t respondent, size_t round, struct place *at)
{
	size_t key = respondent * rounds->count + round;
	const struct row *row = NULL;

	if (key < latest_capacity && latest[key] > 0)
		row = &rows[latest[key] - 1];
	while (row != NULL && !all_kept && row->fate != ROW_KEPT) /* rows lie far apart */
		row = previous(row);
	if (row != NULL && at != NULL)
		*at = (struct place){ file_of(row)->file, row->line, key_names[KEY_RESPONDENT],
			respondent_of(row) };
	return row != NULL;
}

/* ---- writing ---- */

/* The key columns that are not packed; `text` is room for a respondent without a name. */
static void fill_keys(const struct row *row, struct value *fields, char text[64])
{
	const char *round = rounds->list[row->round].name, *name = text;

	if (name_count(respondents) == 0)
		snprintf(text, 64, NUMBERED_RESPONDENT, round, (size_t)row->respondent);
	else
		name = name_text(respondents, row->respondent);
	fields[KEY_RESPONDENT] = (struct value){ name, strlen(name) };
	fields[KEY_ROUND] = (struct value){ round, strlen(round) };
}

/* Rows of one person lie far apart: what is known of them is asked for some rows ahead. */
static void fetch(
	const struct row *row, const struct constancy *arms, const struct constancy *clusters)
{
	name_fetch(respondents, row->respondent);
	constancy_fetch(arms, row->respondent);
	constancy_fetch(clusters, row->respondent);
}

static void warn_changes(const struct constancy *constancy)
{
	const struct row *row = &rows[constancy->row];
	struct place at = { file_of(row)->file, row->line, NULL, respondent_of(row) };

	constancy_warn(constancy, &at);
}

/* Notes arm and village of a row, by the numbers of their texts. */
static void note_keys(size_t number, const struct value *fields, struct constancy *arms,
	struct constancy *clusters)
{
	const struct row *row = &rows[number];
	uint32_t arm = packing_number(packing, number, STORED_ARM);
	uint32_t cluster = packing_number(packing, number, STORED_CLUSTER);
	struct place at = { .file = file_of(row)->file, .line = row->line };

	arms_note(arm, fields[KEY_ARM], cluster, fields[KEY_CLUSTER], &at);
	if (name_count(respondents) == 0)
		return;
	constancy_note(arms, number, row->respondent, arm);
	constancy_note(clusters, number, row->respondent, cluster);
}

void rows_write(struct writer *writer, bool own_cluster)
{
	struct constancy arms = { .what = { "arm", "Kelompok" } };
	struct constancy clusters = { .what = { "cluster", "Desa" } };
	struct value *fields = keep((KEY_ARM + columns) * sizeof(*fields));
	size_t people = name_count(respondents), i;
	char text[64];

	free(latest); /* nobody is looked for any more */
	latest = NULL;
	latest_capacity = 0;
	constancy_begin(&arms, people);
	constancy_begin(&clusters, people);
	for (i = 0; i < row_count; i++) {
		if (people > 0 && i + AHEAD < row_count)
			fetch(&rows[i + AHEAD], &arms, &clusters);
		if (rows[i].fate != ROW_KEPT)
			continue;
		packing_get(packing, i, fields + KEY_ARM);
		note_keys(i, fields, &arms, &clusters);
		fill_keys(&rows[i], fields, text);
		if (!own_cluster)
			fields[KEY_CLUSTER] = fields[KEY_RESPONDENT];
		put_many(writer, fields, KEY_ARM + columns);
		end_row(writer);
	}
	if (row_count > 0) {
		warn_changes(&arms);
		warn_changes(&clusters);
	}
}
