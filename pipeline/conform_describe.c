/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule that what a stage says of itself is whole, and true to its output. */
#include <string.h>

#include "conform_trial.h"

static enum outcome describe_rows(struct conformity *conformity)
{
	static const char *const kinds[] = { "stage", "option", "with", "table", "needs", "makes",
		"makes_note" };
	const struct description *description = conformity->description;
	size_t i, k;

	if (described(description, "stage", NULL) == NULL)
		return breaks(conformity, "%s",
			SAY("--describe has no row of kind stage",
				"--describe tidak punya baris berjenis stage"));
	for (i = 0; i < description->count; i++) {
		const struct described *row = &description->rows[i];

		for (k = 0; k < sizeof(kinds) / sizeof(*kinds); k++)
			if (strcmp(kinds[k], row->kind) == 0)
				break;
		if (k == sizeof(kinds) / sizeof(*kinds))
			return breaks(conformity,
				SAY("--describe: unknown kind '%s'",
					"--describe: jenis '%s' tak dikenal"),
				row->kind);
		if (*row->name == '\0' || *row->meaning.en == '\0' || *row->meaning.id == '\0')
			return breaks(conformity,
				SAY("--describe: row %zu lacks a name or a meaning in both "
				    "languages",
					"--describe: baris %zu tanpa nama atau tanpa arti dalam "
					"kedua bahasa"),
				i + 1);
	}
	return HELD;
}

/* Numbers are numbers. */
static enum outcome true_type(
	struct conformity *conformity, const struct described *row, size_t column)
{
	const struct grid *made = conformity->made;
	int64_t integer;
	double number;
	size_t i;

	for (i = 0; i < made->rows; i++) {
		const char *text = grid_cell(made, i, column);
		struct value value = { text, strlen(text) };

		if (missing(value) || strcmp(row->type, "text") == 0 ||
			(strcmp(row->type, "integer") == 0 && integer_read(value, &integer)) ||
			(strcmp(row->type, "number") == 0 && number_read(value, &number)))
			continue;
		return breaks(conformity,
			SAY("column %s is declared as %s, but holds '%s'",
				"kolom %s dinyatakan sebagai %s, tetapi berisi '%s'"),
			row->name, row->type, text);
	}
	return HELD;
}

static enum outcome true_header(struct conformity *conformity)
{
	const struct description *description = conformity->description;
	const struct grid *made = conformity->made;
	size_t declared = 0, i;

	for (i = 0; i < description->count; i++) {
		const struct described *row = &description->rows[i];

		if (strcmp(row->kind, "makes") != 0)
			continue;
		if (declared >= made->width || strcmp(made->header[declared], row->name) != 0)
			return breaks(conformity,
				SAY("column %zu is declared as %s, but is %s",
					"kolom %zu dinyatakan %s, tetapi ternyata %s"),
				declared + 1, row->name,
				declared < made->width ? made->header[declared]
						       : SAY("none", "tidak ada"));
		if (true_type(conformity, row, declared++) != HELD)
			return BROKEN_RULE;
	}
	if (declared > 0 && declared < made->width)
		return breaks(conformity,
			SAY("column %s is not declared", "kolom %s tidak dinyatakan"),
			made->header[declared]);
	return HELD;
}

enum outcome conform_described(struct conformity *conformity)
{
	enum outcome outcome;

	if (conformity->description == NULL)
		return conformity->reason != NULL
			? BROKEN_RULE
			: not_asked(conformity,
				  SAY("it gives no --describe", "ia tidak punya --describe"));
	outcome = describe_rows(conformity);
	return outcome == HELD ? true_header(conformity) : outcome;
}
