/* SPDX-License-Identifier: GPL-3.0-or-later */
/* study.csv: what the study is, which columns of its data are keys, and its conventions. */
#include "study/study.h"

#include <math.h>
#include <string.h>

#include "study/lonely.h"
#include "study/words.h"

enum { KEY, VALUE };

static const struct column columns[] = {
	[KEY] = { "key", TYPE_TEXT, false, { "what is set", "apa yang ditetapkan" } },
	[VALUE] = { "value", TYPE_TEXT, false, { "what it is", "isinya" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static struct study study = {
	.duplicates = DUPLICATES_REJECT,
	.confidence = 0.95,
	.min_people = 10,
	.min_clusters = 3,
	.max_rejected = 0.05,
	.index_min = 0.5,
	.seed = 1,
	.language = INDONESIAN,
};

static const struct table *table;
static size_t present; /* the row that a setter looks at */

static struct place here(void)
{
	return cell_place(table, present, VALUE);
}

static const char *text_here(void)
{
	const char *text = cell(table, present, VALUE);

	return *text == '\0' ? NULL : text;
}

static void set_text(void *into)
{
	*(const char **)into = text_here();
}

static void set_key(void *into)
{
	struct key_column *key = into;
	struct words words = words_split(cell(table, present, VALUE));
	struct place at = here();

	key->place = at;
	key->count = words.count < 2 ? words.count : 2;
	if (key->count > 0)
		memcpy(key->names, words.list, key->count * sizeof(*words.list));
	if (words.count > 2)
		fault(&at,
			SAY("at most two columns can be joined",
				"paling banyak dua kolom dapat digabung"));
}

/* A number cannot be joined of two columns. */
static void set_amount(void *into)
{
	struct place at = here();

	set_key(into);
	if (((struct key_column *)into)->count > 1)
		fault(&at, SAY("name one column", "sebutkan satu kolom"));
}

static void set_choice(int *into, const char *const *names)
{
	struct place at = here();
	const char *text = text_here();
	int i;

	for (i = 0; text != NULL && names[i] != NULL; i++)
		if (strcmp(names[i], text) == 0) {
			*into = i;
			return;
		}
	if (text != NULL)
		fault(&at, SAY("use one of: %s", "pakai salah satu: %s"), words_join(names));
}

#define CHOOSE(member, type, ...) \
	do { \
		static const char *const names[] = { __VA_ARGS__, NULL }; \
		int chosen = (int)study.member; \
		set_choice(&chosen, names); \
		study.member = (enum type)chosen; \
	} while (0)

static void set_design(void *into)
{
	(void)into;
	CHOOSE(design, design, "panel", "cross_section");
}

static void set_assignment(void *into)
{
	(void)into;
	CHOOSE(assignment, assignment, "none", "comparison", "randomised");
}

static void set_lonely(void *into)
{
	(void)into;
	lonely_read(&study, cell(table, present, VALUE), here());
}

static void set_duplicates(void *into)
{
	(void)into;
	CHOOSE(duplicates, duplicates, "reject", "first", "last");
}

static void set_language(void *into)
{
	(void)into;
	CHOOSE(language, language, "id", "en");
}

static void set_bom(void *into)
{
	static const char *const names[] = { "no", "yes", NULL };
	int chosen = study.bom;

	(void)into;
	set_choice(&chosen, names);
	study.bom = chosen == 1;
}

static void set_keep(void *into)
{
	(void)into;
	study.keep = text_here();
	study.keep_place = here();
}

static void set_carry(void *into)
{
	struct words words = words_split(cell(table, present, VALUE));

	(void)into;
	study.carry = words.list;
	study.carry_count = words.count;
	study.carry_place = here();
}

static void set_number(double *into, double low, double high)
{
	struct place at = here();
	double number = cell_number(table, present, VALUE);

	if (isnan(number))
		return;
	if (number < low || number > high)
		fault(&at, SAY("must lie between %g and %g", "harus antara %g dan %g"), low, high);
	else
		*into = number;
}

static void set_confidence(void *into)
{
	set_number(into, 0.5, 0.9999);
}

static void set_share(void *into)
{
	set_number(into, 0, 1);
}

static void set_count(void *into)
{
	struct place at = here();
	int64_t count = cell_integer(table, present, VALUE, *(int64_t *)into);

	if (count < 0)
		fault(&at, SAY("must not be negative", "tidak boleh negatif"));
	else
		*(int64_t *)into = count;
}

static const struct {
	const char *key;
	void (*set)(void *into);
	void *into;
} keys[] = {
	{ "title_id", set_text, &study.title.id },
	{ "title_en", set_text, &study.title.en },
	{ "notice_id", set_text, &study.notice.id },
	{ "notice_en", set_text, &study.notice.en },
	{ "programme", set_text, &study.programme },
	{ "respondent", set_key, &study.respondent },
	{ "round", set_key, &study.round },
	{ "cluster", set_key, &study.cluster },
	{ "stratum", set_key, &study.stratum },
	{ "weight", set_amount, &study.weight },
	{ "fpc", set_amount, &study.fpc },
	{ "arm", set_key, &study.arm },
	{ "arm_comparison", set_text, &study.arm_comparison },
	{ "design", set_design, NULL },
	{ "assignment", set_assignment, NULL },
	{ "lonely", set_lonely, NULL },
	{ "keep", set_keep, NULL },
	{ "carry", set_carry, NULL },
	{ "duplicates", set_duplicates, NULL },
	{ "confidence", set_confidence, &study.confidence },
	{ "min_people", set_count, &study.min_people },
	{ "min_clusters", set_count, &study.min_clusters },
	{ "max_rejected", set_share, &study.max_rejected },
	{ "index_min", set_share, &study.index_min },
	{ "seed", set_count, &study.seed },
	{ "language", set_language, NULL },
	{ "bom", set_bom, NULL },
};

enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

static const char *all_keys(void)
{
	const char *list[KEYS + 1] = { NULL };
	size_t i;

	for (i = 0; i < KEYS; i++)
		list[i] = keys[i].key;
	return words_join(list);
}

static void set_row(struct names *seen)
{
	struct place at = cell_place(table, present, KEY);
	struct value key = cell_value(table, present, KEY);
	size_t i, before = name_count(seen);

	name_add(seen, key.text, key.length);
	if (name_count(seen) == before) {
		fault(&at, SAY("this key stands twice", "kunci ini ada dua kali"));
		return;
	}
	for (i = 0; i < KEYS; i++)
		if (same_text(key, keys[i].key)) {
			keys[i].set(keys[i].into);
			return;
		}
	fault(&at, SAY("unknown key; known are: %s", "kunci tidak dikenal; yang dikenal: %s"),
		all_keys());
}

static void check_together(void)
{
	struct place at = { .file = table->file };

	if (study.title.id == NULL && study.title.en == NULL)
		fault(&at,
			SAY("give the study a title_id or title_en",
				"berilah studi ini title_id atau title_en"));
	if (study.design == PANEL && study.respondent.count == 0)
		fault(&at,
			SAY("a panel needs the column `respondent` that tells people apart; "
			    "without one use design cross_section",
				"panel memerlukan kolom `respondent` pembeda orang; tanpa itu "
				"pakai design cross_section"));
	if (study.assignment != NO_ASSIGNMENT && study.arm_comparison == NULL)
		fault(&at,
			SAY("say in arm_comparison which arm is compared with",
				"sebutkan di arm_comparison kelompok mana yang menjadi "
				"pembanding"));
	if (study.assignment == NO_ASSIGNMENT && study.arm_comparison != NULL)
		fault(&at,
			SAY("arm_comparison is given: say in assignment whether arms were drawn by "
			    "lot (randomised) or not (comparison)",
				"arm_comparison diisi: sebutkan di assignment apakah kelompok "
				"diundi (randomised) atau tidak (comparison)"));
}

const struct study *study_load(void)
{
	struct names *seen;

	if (table != NULL)
		return &study;
	seen = names_new();
	table = table_load("study.csv", columns, TABLE_STRICT);
	if (table == NULL)
		stop_on_faults();
	for (present = 0; table != NULL && present < table->rows; present++)
		set_row(seen);
	check_together();
	study.title = words_both(study.title);
	study.notice = words_both(study.notice);
	return &study;
}
