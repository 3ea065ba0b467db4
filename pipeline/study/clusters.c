/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clusters.csv: the villages of the study, and what the data do not say about them. */
#include "study/study.h"

#include <string.h>

#include "study/words.h"

enum { CLUSTER, LABEL_ID, LABEL_EN, CONSENT, ARM, STRATUM, FPC };

static const struct column columns[] = {
	[CLUSTER] = { "cluster", TYPE_TEXT, false, { "code of the village", "kode desa" } },
	[LABEL_ID] = { "label_id", TYPE_TEXT, true,
		{ "label in Indonesian", "label bahasa Indonesia" } },
	[LABEL_EN] = { "label_en", TYPE_TEXT, true,
		{ "label in English", "label bahasa Inggris" } },
	[CONSENT] = { "consent", TYPE_INTEGER, true,
		{ "1: agrees to be named", "1: setuju disebut namanya" } },
	[ARM] = { "arm", TYPE_TEXT, true, { "arm", "kelompok" } },
	[STRATUM] = { "stratum", TYPE_TEXT, true, { "stratum", "strata" } },
	[FPC] = { "fpc", TYPE_TEXT, true,
		{ "villages in the stratum's population", "jumlah desa dalam populasi strata" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static struct names *listed;

/* Consent is given with 1 alone: blank and 0 are no. */
static bool read_consent(const struct table *table, size_t row)
{
	struct value value = cell_value(table, row, CONSENT);
	struct place at = cell_place(table, row, CONSENT);

	if (!missing(value) && !same_text(value, "0") && !same_text(value, "1"))
		fault(&at,
			SAY("write 1 (agrees to be named) or 0",
				"tulis 1 (setuju disebut namanya) atau 0"));
	return same_text(value, "1");
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
	if (table != NULL && table->bound[CLUSTER] != NO_NAME)
		read_rows(table, &clusters);
	return &clusters;
}

const struct cluster *cluster_find(const struct clusters *clusters, const char *name)
{
	size_t number = listed == NULL ? NO_NAME : name_find(listed, name, strlen(name));

	return number == NO_NAME ? NULL : &clusters->list[number];
}
