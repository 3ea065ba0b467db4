/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the study as it is against the plan that was frozen. */
#include "study/frozen.h"

#include <string.h>

enum { TABLE, NAME, HASH };

static const struct column columns[] = {
	[TABLE] = { "table", TYPE_TEXT, false, { "table of the study", "tabel studi" } },
	[NAME] = { "name", TYPE_TEXT, false, { "name of its row", "nama barisnya" } },
	[HASH] = { "hash", TYPE_TEXT, false,
		{ "SHA-256 of what the row says", "SHA-256 isi barisnya" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

/* ---- the plan that was frozen ---- */

const struct frozen *frozen_load(void)
{
	static struct frozen frozen;
	static bool loaded;
	const struct table *table;
	struct frozen_row *list;
	size_t row;

	if (loaded)
		return frozen.rows == NULL ? NULL : &frozen;
	loaded = true;
	table = file_exists("frozen.csv") ? table_load("frozen.csv", columns, TABLE_STRICT) : NULL;
	if (table == NULL)
		return NULL;
	list = keep((table->rows + 1) * sizeof(*list));
	for (row = 0; row < table->rows; row++)
		list[row] = (struct frozen_row){ cell(table, row, TABLE), cell(table, row, NAME),
			cell(table, row, HASH) };
	frozen = (struct frozen){ table->rows, list };
	return &frozen;
}

const struct frozen_row *frozen_find(
	const struct frozen *frozen, const char *table, const char *name)
{
	size_t i;

	for (i = 0; i < frozen->count; i++)
		if (strcmp(frozen->rows[i].table, table) == 0 &&
			strcmp(frozen->rows[i].name, name) == 0)
			return &frozen->rows[i];
	return NULL;
}

/* ---- planned or not ---- */

enum planned { YES, CHANGED, NO }; /* the worst counts */
static const char *const names[] = { [YES] = "yes", [CHANGED] = "changed", [NO] = "no" };

static enum planned worse(enum planned one, enum planned other)
{
	return one > other ? one : other;
}

static enum planned row_planned(const char *table, const char *name)
{
	const struct frozen_row *before = frozen_find(frozen_load(), table, name),
				*after = frozen_find(frozen_now(), table, name);

	if (before == NULL)
		return NO;
	return after != NULL && strcmp(before->hash, after->hash) == 0 ? YES : CHANGED;
}

static bool is_convention(const struct frozen_row *row)
{
	static const char *const others[] = { "title_id", "title_en", "notice_id", "notice_en",
		"programme", "language", "carry", "bom" };
	size_t i;

	for (i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (strcmp(row->name, others[i]) == 0)
			return false;
	return strcmp(row->table, "study") == 0;
}

/* A convention of `one` that `other` lacks or has otherwise. */
static bool conventions_differ(const struct frozen *one, const struct frozen *other)
{
	const struct frozen_row *found;
	size_t i;

	for (i = 0; i < one->count; i++) {
		if (!is_convention(&one->rows[i]))
			continue;
		found = frozen_find(other, "study", one->rows[i].name);
		if (found == NULL || strcmp(found->hash, one->rows[i].hash) != 0)
			return true;
	}
	return false;
}

static enum planned conventions_planned(void)
{
	static enum planned planned;
	static bool known;

	if (!known &&
		(conventions_differ(frozen_load(), frozen_now()) ||
			conventions_differ(frozen_now(), frozen_load())))
		planned = CHANGED;
	known = true;
	return planned;
}

static enum planned indicator_planned(const struct indicator *indicator)
{
	const struct indicators *indicators = indicators_load();
	enum planned planned = row_planned("indicators", indicator->row);
	size_t i;

	planned = worse(planned, row_planned("goals", goal_of(indicator)->name));
	if (indicator->type == INDICATOR_INDEX && row_planned("members", indicator->name) != YES)
		planned = worse(planned, CHANGED);
	for (i = 0; i < indicator->member_count; i++)
		if (row_planned("indicators", indicators->list[indicator->members[i]].row) != YES)
			planned = worse(planned, CHANGED);
	return planned;
}

/* Of an indicator by a group, with the conventions. */
static enum planned result_planned(size_t indicator, const char *group)
{
	static size_t last = NO_NAME;
	static enum planned last_planned;

	if (indicator != last)
		last_planned = worse(conventions_planned(),
			indicator_planned(&indicators_load()->list[indicator]));
	last = indicator;
	return *group == '\0' ? last_planned : worse(last_planned, row_planned("groups", group));
}

const char *frozen_planned(size_t indicator, const char *group)
{
	return frozen_load() == NULL ? "" : names[result_planned(indicator, group)];
}

const char *frozen_planned_target(size_t indicator, const char *group, const char *target)
{
	if (frozen_load() == NULL)
		return "";
	return names[worse(result_planned(indicator, group), row_planned("targets", target))];
}
