/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of an export: its keys, its answers, and whether it stays. */
#include "raw/row.h"

#include <stdio.h>
#include <string.h>

#include "kit/spoilt.h"
#include "raw/account.h"
#include "raw/plan.h"
#include "raw/rows.h"
#include "raw/usage.h"

/* A change of a value, said only if its row stays. */
struct change {
	const char *column, *raw;
	const struct reading *reading;
	size_t question; /* its number in the plan; NO_NAME of a key */
};

static const struct study *study;
static const struct rounds *rounds;
static struct value *header, *values; /* key columns, then questions */
static size_t width;
static struct expression *keep_rows;
static struct scratch scratches[KEY_COUNT];
static struct change *changes;
static size_t change_count, change_capacity;

void row_begin(void)
{
	const struct names *needed = questions_needed();
	size_t i;

	study = study_load();
	rounds = rounds_load();
	width = KEY_COUNT + name_count(needed);
	header = keep(width * sizeof(*header));
	values = keep(width * sizeof(*values));
	for (i = 0; i < width; i++) {
		const char *name = i < KEY_COUNT ? key_names[i] : name_text(needed, i - KEY_COUNT);

		header[i] = (struct value){ name, strlen(name) };
		values[i] = (struct value){ "", 0 };
	}
	if (study->keep != NULL)
		keep_rows = study_expression(study->keep, &study->keep_place, header, width);
	rows_begin(width - KEY_ARM);
}

size_t row_header(const struct value **names)
{
	*names = header;
	return width;
}

size_t row_round(struct raw_row *row, struct key_plan *key, const struct reader *reader)
{
	static struct scratch scratch;
	struct value name = key_read(key, reader, &scratch, &row->reasons[KEY_ROUND]);

	row->origin.round = missing(name) ? NO_NAME : round_find(rounds, name);
	row->raw[KEY_ROUND] = field_raw(&key->fields[0], reader);
	if (!missing(name) && row->origin.round == NO_NAME)
		row->reasons[KEY_ROUND] = (struct text){ "rounds.csv has no such round",
			"rounds.csv tidak punya putaran ini" };
	if (row->origin.round == NO_NAME)
		row_reject_key(row, ROW_WITHOUT_ROUND, KEY_ROUND);
	return row->origin.round;
}

/* ---- values ---- */

static void note_change(const char *column, const struct field *field, const struct reader *reader,
	const struct reading *reading, size_t question)
{
	changes = grow(changes, &change_capacity, change_count + 1, sizeof(*changes));
	changes[change_count++] =
		(struct change){ column, field_raw(field, reader), reading, question };
}

static void say_changes(
	const struct raw_row *row, const struct plan *plan, const struct reader *reader)
{
	struct reject one = row_reject_of(row);
	size_t i;

	for (i = 0; i < change_count; i++) {
		one.column = changes[i].column;
		one.value = changes[i].raw;
		one.action = changes[i].reading->action;
		one.reason = changes[i].reading->reason;
		reject(&one);
		if (changes[i].question != NO_NAME && strcmp(one.action, "value_missing") == 0)
			usage_unusable(plan, reader, changes[i].question, one.value, one.reason);
	}
}

/* A code that a spreadsheet spoilt is nobody's: it counts as blank, for that reason. */
static void check_code(struct raw_row *row, const struct key_plan *plan, size_t key)
{
	size_t i;

	if (key == KEY_WEIGHT || key == KEY_FPC)
		return;
	for (i = 0; i < plan->count && !missing(values[key]); i++) {
		enum spoiling spoiling = spoilt(plan->readings[i]->value.text);

		if (spoiling == UNSPOILT)
			continue;
		row->reasons[key] = spoilt_reason(spoiling);
		values[key] = (struct value){ "", 0 };
	}
}

static void read_key(
	struct raw_row *row, struct key_plan *plan, size_t key, const struct reader *reader)
{
	size_t i;

	values[key] = key_read(plan, reader, &scratches[key], &row->reasons[key]);
	row->raw[key] = plan->count == 0 ? NULL : field_raw(&plan->fields[0], reader);
	check_code(row, plan, key);
	for (i = 0; i < plan->count && !missing(values[key]); i++)
		if (plan->readings[i]->action != NULL)
			note_change(key_names[key], &plan->fields[i], reader, plan->readings[i],
				NO_NAME);
}

static void read_questions(struct plan *plan, const struct reader *reader)
{
	const char *corrected = NULL;
	size_t i;

	if (recoding_corrects(values[KEY_RESPONDENT].text, values[KEY_RESPONDENT].length))
		corrected = values[KEY_RESPONDENT].text;
	for (i = 0; i < plan->count; i++) {
		struct field *field = &plan->questions[i];
		const struct reading *reading = field_read(field, reader, corrected);

		values[KEY_COUNT + i] = reading->value;
		if (reading->action != NULL)
			note_change(field->name, field, reader, reading, i);
	}
}

static void read_villages_word(const struct plan *plan)
{
	static const size_t keys[] = { KEY_ARM, KEY_STRATUM, KEY_FPC };
	const struct cluster *cluster = cluster_find(clusters_load(), values[KEY_CLUSTER].text);
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const char *word = key_of_village(cluster, keys[i]);

		if (plan->keys[keys[i]].of_village)
			values[keys[i]] = (struct value){ word, strlen(word) };
	}
}

/* ---- one row ---- */

/* A weight that is not above 0 where it counts, at 9 decimals, and an fpc below 1 are no use: the
 * row is set aside as if they were blank. */
static void check_amount(struct raw_row *row, size_t key, double least, struct text reason)
{
	double number;

	if (number_read(values[key], &number) && number >= least)
		return;
	if (row->reasons[key].en == NULL)
		row->reasons[key] = reason;
	values[key] = (struct value){ "", 0 };
}

/* Says what is wrong with the row's keys; false if something is. */
static bool keys_hold(struct raw_row *row)
{
	static const struct text bad_weight = { "BAD_WEIGHT: a weight is a number above 0",
		"BAD_WEIGHT: bobot harus angka di atas 0" };
	static const struct text bad_fpc = { "BAD_FPC: a population is a number from 1",
		"BAD_FPC: populasi harus angka mulai dari 1" };
	static const struct {
		size_t key;
		enum row_fault why;
	} checks[] = { { KEY_RESPONDENT, ROW_WITHOUT_RESPONDENT },
		{ KEY_CLUSTER, ROW_WITHOUT_CLUSTER }, { KEY_ARM, ROW_WITHOUT_ARM },
		{ KEY_STRATUM, ROW_WITHOUT_STRATUM }, { KEY_WEIGHT, ROW_BAD_WEIGHT },
		{ KEY_FPC, ROW_BAD_FPC } };
	const size_t declared[KEY_COUNT] = { [KEY_RESPONDENT] = study->respondent.count,
		[KEY_ARM] = study->arm.count,
		[KEY_CLUSTER] = study->cluster.count,
		[KEY_STRATUM] = study->stratum.count,
		[KEY_WEIGHT] = study->weight.count,
		[KEY_FPC] = study->fpc.count };
	size_t i;

	check_amount(row, KEY_WEIGHT, 1e-9, bad_weight);
	check_amount(row, KEY_FPC, 1, bad_fpc);
	for (i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		if (declared[checks[i].key] > 0 && missing(values[checks[i].key])) {
			row_reject_key(row, checks[i].why, checks[i].key);
			return false;
		}
	return true;
}

/* Notes a village that clusters.csv lacks; the run is refused when all of them are known. */
static bool village_listed(const struct raw_row *row)
{
	struct value cluster = values[KEY_CLUSTER];
	const char *raw = row->raw[KEY_CLUSTER];
	struct value stranger;

	if (study->cluster.count == 0 || !clusters_load()->listed)
		return true;
	if (missing(cluster) && (row->reasons[KEY_CLUSTER].en == NULL || raw == NULL))
		return true; /* blank: a row without cluster */
	if (!missing(cluster) && cluster_find(clusters_load(), cluster.text) != NULL)
		return true;
	stranger = missing(cluster) ? text_trimmed((struct value){ raw, strlen(raw) }) : cluster;
	account_village(stranger, row->origin.file->file, row->origin.line);
	return false;
}

/* A respondent that the study does not name: the row's number in its round. */
static void number_respondent(const struct raw_row *row)
{
	struct scratch *scratch = &scratches[KEY_RESPONDENT];
	int length;

	scratch->text = grow(scratch->text, &scratch->capacity, 64, 1);
	length = snprintf(scratch->text, 64, NUMBERED_RESPONDENT,
		rounds->list[row->origin.round].name, row->number);
	values[KEY_RESPONDENT] = (struct value){ scratch->text, (size_t)length };
}

static void read_keys(struct raw_row *row, struct plan *plan, const struct reader *reader)
{
	static const size_t keys[] = { KEY_RESPONDENT, KEY_CLUSTER, KEY_ARM, KEY_STRATUM,
		KEY_WEIGHT, KEY_FPC };
	const char *round = rounds->list[row->origin.round].name;
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		read_key(row, &plan->keys[keys[i]], keys[i], reader);
	values[KEY_ROUND] = (struct value){ round, strlen(round) };
	if (study->respondent.count == 0)
		number_respondent(row);
	if (study->cluster.count == 0)
		values[KEY_CLUSTER] = values[KEY_RESPONDENT];
	row->respondent = values[KEY_RESPONDENT].text;
	read_villages_word(plan);
}

void row_take(struct raw_row *row, struct plan *plan, const struct reader *reader)
{
	static const struct text not_kept = { "`keep` in study.csv is not true of this row",
		"`keep` di study.csv tidak terpenuhi untuk baris ini" };
	static const struct value nothing = { "", 0 };

	change_count = 0;
	read_keys(row, plan, reader);
	read_questions(plan, reader);
	if (keep_rows != NULL && expression_truth(keep_rows, values) != TRUTH_TRUE) {
		row_pass_over(row, "row_not_kept", not_kept);
		return;
	}
	if (!village_listed(row) || !keys_hold(row))
		return;
	say_changes(row, plan, reader);
	usage_answers(plan, reader, values + KEY_COUNT);
	if (study->cluster.count == 0)
		values[KEY_CLUSTER] = nothing; /* the respondent again; no need to store it twice */
	rows_add(&row->origin, study->respondent.count == 0 ? nothing : values[KEY_RESPONDENT],
		row->number, values + KEY_ARM);
}
