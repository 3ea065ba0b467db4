/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clusters.csv: the villages of the study, and what the data do not say about them. */
#include "study/study.h"

#include <string.h>
#include <strings.h>

#include "kit/distance.h"

#include "study/words.h"

enum { CLUSTER, LABEL_ID, LABEL_EN, CONSENT, ARM, STRATUM, FPC };

static const struct column columns[] = {
	[CLUSTER] = { "cluster", TYPE_TEXT, false, { "code of the village", "kode desa" } },
	[LABEL_ID] = { "label_id", TYPE_TEXT, true,
		{ "label in Indonesian", "label bahasa Indonesia" } },
	[LABEL_EN] = { "label_en", TYPE_TEXT, true,
		{ "label in English", "label bahasa Inggris" } },
	[CONSENT] = { "consent", TYPE_TEXT, true,
		{ "1 or yes: agrees to be named", "1 atau ya: setuju disebut namanya" } },
	[ARM] = { "arm", TYPE_TEXT, true, { "arm", "kelompok" } },
	[STRATUM] = { "stratum", TYPE_TEXT, true, { "stratum", "strata" } },
	[FPC] = { "fpc", TYPE_TEXT, true,
		{ "villages in the stratum's population", "jumlah desa dalam populasi strata" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static struct names *listed;

/* Consent is given with a yes alone: blank is no. */
static bool read_consent(const struct table *table, size_t row)
{
	static const char *const words[] = { "1", "yes", "ya", "0", "no", "tidak", "", NULL };
	struct place at = cell_place(table, row, CONSENT);
	size_t i;

	for (i = 0; words[i] != NULL; i++)
		if (strcasecmp(cell(table, row, CONSENT), words[i]) == 0)
			return i < 3;
	fault(&at,
		SAY("write 1 or yes (agrees to be named), 0 or no",
			"tulis 1 atau ya (setuju disebut namanya), 0 atau tidak"));
	return false;
}

/* Columns of any name may stand here; one that is nearly a known name is likely a slip. */
static void warn_slips(const struct table *table)
{
	const struct column *column;
	size_t i;

	for (i = 0; i < table->width; i++)
		for (column = columns; column->name != NULL; column++) {
			size_t distance = text_distance(table->header[i].text, column->name);

			if (distance == 0)
				break;
			if (distance > 2 || distance > strlen(column->name) / 3 ||
				table->bound[column - columns] != NO_NAME)
				continue;
			warn(&(struct place){ table->file, 1, table->header[i].text, NULL },
				SAY("this column is not used; is '%s' meant?",
					"kolom ini tidak dipakai; maksudnya '%s'?"),
				column->name);
			break;
		}
}

static void read_rows(const struct table *table, struct clusters *clusters)
{
	struct cluster *list = keep((table->rows + 1) * sizeof(*list));
	size_t row, before;

	for (row = 0; row < table->rows; row++) {
		struct value name = cell_value(table, row, CLUSTER);
		struct place at = cell_place(table, row, CLUSTER);

		before = name_count(listed);
		name_add(listed, name.text, name.length);
		if (missing(name))
			fault(&at, SAY("the village has no code", "desa ini tidak punya kode"));
		else if (name_count(listed) == before)
			fault(&at, SAY("the village stands twice", "desa ini ada dua kali"));
		if (name_count(listed) == before)
			continue;
		list[clusters->count++] = (struct cluster){ name.text,
			words_label(table, row, LABEL_ID, LABEL_EN, name.text),
			read_consent(table, row), cell(table, row, ARM), cell(table, row, STRATUM),
			cell(table, row, FPC) };
	}
	clusters->list = list;
}

const struct clusters *clusters_load(void)
{
	static struct clusters clusters;
	static bool loaded;
	const struct table *table;

	if (loaded)
		return &clusters;
	loaded = true;
	listed = names_new();
	clusters.listed = file_exists("clusters.csv");
	table = clusters.listed ? table_load("clusters.csv", columns, TABLE_SHEET) : NULL;
	if (table != NULL && table_advice)
		warn_slips(table);
	if (table != NULL && table->bound[CLUSTER] != NO_NAME)
		read_rows(table, &clusters);
	return &clusters;
}

const struct cluster *cluster_find(const struct clusters *clusters, const char *name)
{
	size_t number = listed == NULL ? NO_NAME : name_find(listed, name, strlen(name));

	return number == NO_NAME ? NULL : &clusters->list[number];
}
