/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arms that the rows are of, and whether one looks like a slip. */
#include "raw/arms.h"

#include <string.h>

#include "raw/text.h"
#include "study/study.h"

struct arm {
	const char *file; /* where it was met first */
	size_t line, rows;
	const char *cluster; /* of that row */
	bool several;        /* villages */
};

static struct names *names;
static struct arm *arms;
static size_t capacity;

void arms_note(struct value name, struct value cluster, const char *file, size_t line)
{
	struct arm *arm;
	size_t number, before;

	if (missing(name))
		return;
	if (names == NULL)
		names = names_new();
	before = name_count(names);
	number = name_add(names, name.text, name.length);
	arms = grow(arms, &capacity, number + 1, sizeof(*arms));
	arm = &arms[number];
	if (number == before)
		*arm = (struct arm){ file, line, 0, keep_text(cluster.text, cluster.length),
			false };
	arm->rows++;
	arm->several = arm->several || !same_text(cluster, arm->cluster);
}

static void warn_unlisted(const struct place *at, const struct choice_list *list, size_t rows)
{
	struct names *listed = names_new();
	const char *nearest;
	size_t i;

	for (i = 0; i < list->count; i++)
		name_add(listed, list->choices[i].name, strlen(list->choices[i].name));
	nearest = text_nearest(at->offending, listed);
	warn(at,
		SAY("the list arm of choices.csv has no such arm; rows: %zu%s%s; it counts as an "
		    "arm of its own",
			"daftar arm di choices.csv tidak memuat kelompok ini; baris: %zu%s%s; "
			"dihitung sebagai kelompok tersendiri"),
		rows, nearest == NULL ? "" : SAY("; nearest: ", "; terdekat: "),
		nearest == NULL ? "" : nearest);
}

void arms_warn(void)
{
	const struct choice_list *list = form_list(form_load("."), key_names[KEY_ARM]);
	bool villages = study_load()->cluster.count > 0;
	size_t i, count = names == NULL ? 0 : name_count(names);
	bool any_several = false;

	for (i = 0; i < count; i++)
		any_several = any_several || arms[i].several;
	for (i = 0; i < count; i++) {
		const char *name = name_text(names, i);
		struct place at = { arms[i].file, arms[i].line, key_names[KEY_ARM], name };

		if (list != NULL && list_choice(list, (struct value){ name, strlen(name) }) == NULL)
			warn_unlisted(&at, list, arms[i].rows);
		else if (villages && !arms[i].several && any_several)
			warn(&at,
				SAY("this arm is of a single village (%s; rows: %zu); is it "
				    "mistyped?",
					"kelompok ini hanya dari satu desa (%s; baris: %zu); "
					"salah ketikkah?"),
				arms[i].cluster, arms[i].rows);
	}
}
