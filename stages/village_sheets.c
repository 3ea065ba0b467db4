/* SPDX-License-Identifier: GPL-3.0-or-later */
/* village_sheets: what stands on the poster of each village, word by word; never published. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "drawing/numbers.h"
#include "drawing/opening.h"
#include "result/village.h"
#include "study/study.h"

static const char *const tables[] = { "study.csv", "rounds.csv", "survey.csv", "choices.csv",
	"goals.csv", "indicators.csv", "clusters.csv", NULL };
static const struct column makes[] = {
	{ "cluster", TYPE_TEXT, false, { "village", "desa" } },
	{ "part", TYPE_TEXT, false, { "what stands here", "apa yang ada di sini" } },
	{ "class", TYPE_TEXT, true,
		{ "of a message: up, worse or same",
			"pesan: up (membaik), worse (memburuk), same (belum jelas)" } },
	{ "indicator", TYPE_TEXT, true, { "of a message", "pada pesan" } },
	{ "text_id", TYPE_TEXT, true, { "words in Indonesian", "kata-kata bahasa Indonesia" } },
	{ "text_en", TYPE_TEXT, true, { "words in English", "kata-kata bahasa Inggris" } },
	{ "from", TYPE_INTEGER, true, { "of 10, at the baseline", "dari 10, pada awal" } },
	{ "to", TYPE_INTEGER, true, { "of 10, in the last round", "dari 10, pada putaran akhir" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

enum { MESSAGES_MOST = 4, ICONS = 10 };

/* What may be said, worst first. */
enum kind { WORSE, UP, SAME };
static const char *const kinds[] = { "worse", "up", "same" };

/* One village and indicator, baseline to last round. */
struct finding {
	const char *cluster;
	size_t indicator;
	int64_t n_from, n_to;
	int from, to; /* of 10 */
	enum kind kind;
	bool told; /* enough people, plain words, nothing sensitive */
	bool taken;
};

static struct finding *findings;
static size_t finding_count, finding_capacity;

/* ---- reading ---- */

/* Whether a sheet may tell it: a share in plain words, of enough people, nothing sensitive. */
static bool may_be_told(const struct indicator *indicator, const struct finding *finding)
{
	int64_t least = study_load()->min_people;

	return indicator->type == INDICATOR_BINARY && !indicator->sensitive &&
		indicator->direction != DIRECTION_NONE && *indicator->plain.id != '\0' &&
		finding->n_from > 0 && finding->n_to > 0 && finding->n_from >= least &&
		finding->n_to >= least;
}

static void row(const struct value *needed)
{
	size_t indicator = indicator_find(indicators_load(), needed[VILLAGE_INDICATOR]);
	double from = number_or_nan(needed[VILLAGE_VALUE_FROM]),
	       to = number_or_nan(needed[VILLAGE_VALUE_TO]);
	enum village_class class = village_class_read(needed[VILLAGE_CLASS]);
	struct finding *finding;

	if (indicator == NO_NAME ||
		!round_ends(needed[VILLAGE_ROUND_FROM], needed[VILLAGE_ROUND_TO]))
		return;
	findings = grow(findings, &finding_capacity, finding_count + 1, sizeof(*findings));
	finding = &findings[finding_count++];
	*finding = (struct finding){
		.cluster = keep_value(needed[VILLAGE_CLUSTER]), .indicator = indicator, .kind = SAME
	};
	integer_read(needed[VILLAGE_N_FROM], &finding->n_from);
	integer_read(needed[VILLAGE_N_TO], &finding->n_to);
	finding->told = from >= 0 && from <= 1 && to >= 0 && to <= 1 &&
		may_be_told(&indicators_load()->list[indicator], finding);
	if (!finding->told)
		return;
	finding->from = (int)floor(from * ICONS + 0.5);
	finding->to = (int)floor(to * ICONS + 0.5);
	if (finding->from != finding->to && class == VILLAGE_BETTER)
		finding->kind = UP;
	if (finding->from != finding->to && class == VILLAGE_WORSE)
		finding->kind = WORSE;
}

/* ---- which messages ---- */

static int change_of(const struct finding *finding)
{
	return abs(finding->to - finding->from);
}

/* By village; then what got worse, what improved (the larger change first), then the rest in the
 * order of indicators.csv. */
static int compare(const void *left, const void *right)
{
	const struct finding *a = left, *b = right;
	int order = strcmp(a->cluster, b->cluster);

	if (order != 0)
		return order;
	if (a->kind != b->kind)
		return (int)a->kind - (int)b->kind;
	if (a->kind != SAME && change_of(a) != change_of(b))
		return change_of(b) - change_of(a);
	return (a->indicator > b->indicator) - (a->indicator < b->indicator);
}

static bool goal_taken(const struct finding *first, size_t count, const struct finding *of)
{
	const struct indicator *list = indicators_load()->list;
	size_t i;

	for (i = 0; i < count; i++)
		if (first[i].taken && list[first[i].indicator].goal == list[of->indicator].goal)
			return true;
	return false;
}

/* Takes what comes first until there are `most`, with `fresh` only of goals that have none. */
static size_t take(struct finding *first, size_t count, size_t taken, size_t most, bool fresh)
{
	size_t i;

	for (i = 0; i < count && taken < most; i++)
		if (first[i].told && !first[i].taken &&
			!(fresh && goal_taken(first, count, &first[i]))) {
			first[i].taken = true;
			taken++;
		}
	return taken;
}

/* At most four, which is what a page holds, a goal each as long as there are goals; never good news alone where there is other. */
static size_t choose(struct finding *first, size_t count)
{
	size_t taken = take(first, count, 0, MESSAGES_MOST, true), i;
	struct finding *last = NULL, *other = NULL;
	bool all_good = true;

	taken = take(first, count, taken, MESSAGES_MOST, false);
	for (i = 0; i < count; i++) {
		if (first[i].taken) {
			all_good &= first[i].kind == UP;
			last = &first[i];
		} else if (first[i].told && first[i].kind != UP && other == NULL) {
			other = &first[i];
		}
	}
	if (taken == MESSAGES_MOST && all_good && other != NULL) {
		last->taken = false;
		other->taken = true;
	}
	return taken;
}

/* ---- the sheet ---- */

static void put_part(const char *cluster, const char *part, const char *class,
	const char *indicator, struct text text)
{
	put_string(output, cluster);
	put_string(output, part);
	put_string(output, class);
	put_string(output, indicator);
	put_string(output, text.id);
	put_string(output, text.en);
}

static void put_words(const char *cluster, const char *part, struct text text)
{
	put_part(cluster, part, "", "", text);
	put_missing(output);
	put_missing(output);
	end_row(output);
}

static void put_message(const struct finding *finding)
{
	const struct indicator *indicator = &indicators_load()->list[finding->indicator];

	put_part(finding->cluster, "message", kinds[finding->kind], indicator->name,
		text_capital(indicator->plain));
	put_integer(output, finding->from);
	put_integer(output, finding->to);
	end_row(output);
}

/* A village is called by its name only where it agreed to that. */
static struct text name_of(const char *cluster)
{
	const struct cluster *listed = cluster_find(clusters_load(), cluster);

	return listed == NULL || !listed->consent ? text_same(cluster) : listed->label;
}

static void put_frame(const struct finding *first, size_t count, size_t taken)
{
	static const char *const words[] = { "of", "up", "worse", "same", "talk", "question_1",
		"question_2", "question_3", "why", "estimate", "before", "now" };
	const struct rounds *rounds = rounds_load();
	const char *cluster = first->cluster;
	int64_t least = INT64_MAX, most = 0;
	size_t i;

	for (i = 0; i < count; i++)
		if (first[i].taken) {
			most = first[i].n_to > most ? first[i].n_to : most;
			least = first[i].n_to < least ? first[i].n_to : least;
		}
	const struct filling facts[] = { { "arm", name_of(cluster) },
		{ "from", rounds->list[0].label }, { "to", rounds->list[rounds->count - 1].label },
		{ "n_from", number_shown((double)least, 0) },
		{ "n_to", number_shown((double)most, 0) }, { NULL, { NULL, NULL } } };

	put_words(cluster, "notice", study_load()->notice);
	put_words(cluster, "title", texts_fill("sheet_title", facts));
	if (taken == 0) {
		put_words(cluster, "nothing", texts_plain("sheet_too_few"));
		return;
	}
	put_words(cluster, "people",
		texts_fill(least == most ? "sheet_people" : "sheet_people_range", facts));
	put_words(cluster, "rounds", texts_fill("sheet_rounds", facts));
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		put_words(cluster, words[i], texts_plain(keep_format("sheet_%s", words[i])));
}

static void put_village(struct finding *first, size_t count)
{
	size_t taken = choose(first, count), i;

	put_frame(first, count, taken);
	for (i = 0; i < count; i++)
		if (first[i].taken)
			put_message(&first[i]);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	study_begin(input);
	clusters_load();
	stop_on_faults();
}

static void end(void)
{
	size_t first, next;

	if (finding_count > 1)
		qsort(findings, finding_count, sizeof(*findings), compare);
	for (first = 0; first < finding_count; first = next) {
		for (next = first + 1; next < finding_count &&
			strcmp(findings[next].cluster, findings[first].cluster) == 0;
			next++)
			;
		put_village(&findings[first], next - first);
	}
}

static const struct stage stage = {
	.name = "village_sheets",
	.purpose = { "Choose what stands on the sheet of each village; never published.",
		"Memilih apa yang tertulis di lembar tiap desa; tidak pernah dipublikasikan." },
	.tables = tables,
	.options = texts_options,
	.needs = village_columns,
	.makes = makes,
	.begin = begin,
	.row = row,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
