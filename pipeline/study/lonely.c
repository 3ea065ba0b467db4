/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `lonely` of study.csv: strata with a single cluster are refused, centred, or joined by name. */
#include "study/lonely.h"

#include <string.h>

#include "study/words.h"

static const struct stratum_join *join_of(const struct study *study, const char *stratum)
{
	size_t i;

	for (i = 0; i < study->join_count; i++)
		if (strcmp(study->joins[i].stratum, stratum) == 0)
			return &study->joins[i];
	return NULL;
}

/* The end of a chain of joins, or NULL where it runs in a circle. */
static const char *end_of(const struct study *study, const char *stratum)
{
	const struct stratum_join *join = join_of(study, stratum);
	size_t steps;

	for (steps = 0; join != NULL; steps++) {
		if (steps > study->join_count)
			return NULL;
		stratum = join->into;
		join = join_of(study, stratum);
	}
	return stratum;
}

static void read_join(
	struct study *study, struct stratum_join *joins, const char *word, const struct place *at)
{
	const char *equals = strchr(word, '=');
	const char *stratum;

	if (equals == NULL || equals == word || equals[1] == '\0' ||
		strchr(equals + 1, '=') != NULL) {
		fault(at,
			SAY("use refuse, adjust, or strata to be joined as A=B",
				"pakai refuse, adjust, atau strata yang digabung seperti A=B"));
		return;
	}
	stratum = keep_text(word, (size_t)(equals - word));
	if (join_of(study, stratum) != NULL) {
		fault(at, SAY("stratum '%s' is joined twice", "strata '%s' digabung dua kali"),
			stratum);
		return;
	}
	joins[study->join_count++] = (struct stratum_join){ stratum, equals + 1 };
	if (end_of(study, stratum) == NULL)
		fault(at,
			SAY("stratum '%s' is joined to itself",
				"strata '%s' digabung ke dirinya sendiri"),
			stratum);
}

void lonely_read(struct study *study, const char *text, struct place at)
{
	struct words words = words_split(text);
	struct stratum_join *joins = keep((words.count + 1) * sizeof(*joins));
	bool adjust = words.count == 1 && strcmp(words.list[0], "adjust") == 0;
	bool refuse = words.count == 1 && strcmp(words.list[0], "refuse") == 0;
	size_t i;

	study->lonely_place = at;
	study->lonely = adjust ? LONELY_CENTRED : LONELY_REFUSED;
	study->joins = joins;
	for (i = 0; !adjust && !refuse && i < words.count; i++)
		read_join(study, joins, words.list[i], &at);
}

bool study_weighted(void)
{
	const struct study *study = study_load();

	return study->weight.count > 0 || study->fpc.count > 0;
}

const char *study_stratum(const char *stratum)
{
	return end_of(study_load(), stratum);
}
