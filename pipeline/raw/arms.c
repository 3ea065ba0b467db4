/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arms that the rows are of, and whether one looks like a slip. */
#include "raw/arms.h"

#include <string.h>

#include "raw/text.h"
#include "study/study.h"

struct arm {
	const char *name;
	const char *file; /* where it was met first */
	size_t line, rows;
	const char *cluster; /* of that row */
	uint32_t cluster_number;
	bool several; /* villages */
};

static struct arm *arms; /* in the order met */
static size_t count, capacity;
static uint32_t *places; /* number of a name -> place among the arms + 1 */
static size_t place_capacity;

void arms_note(uint32_t number, struct value name, uint32_t cluster_number, struct value cluster,
	const struct place *at)
{
	struct arm *arm;

	if (missing(name))
		return;
	places = grow(places, &place_capacity, number + 1u, sizeof(*places));
	if (places[number] == 0) {
		arms = grow(arms, &capacity, count + 1, sizeof(*arms));
		arms[count++] = (struct arm){ keep_text(name.text, name.length), at->file, at->line,
			0, keep_text(cluster.text, cluster.length), cluster_number, false };
		places[number] = (uint32_t)count;
	}
	arm = &arms[places[number] - 1];
	arm->rows++;
	arm->several = arm->several || cluster_number != arm->cluster_number;
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
	size_t i;
	bool any_several = false;

	for (i = 0; i < count; i++)
		any_several = any_several || arms[i].several;
	for (i = 0; i < count; i++) {
		const char *name = arms[i].name;
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
