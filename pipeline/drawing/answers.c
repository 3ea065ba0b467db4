/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads shares of answers, and chooses which questions are shown. */
#include "drawing/answers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "result/columns.h"
#include "result/status.h"
#include "spread/columns.h"
#include "study/words.h"

enum { ITEMS = 12, BARS = 48 };

struct share {
	size_t indicator, round, row;
	const char *arm;
	int64_t value, n;
	struct text words;
	double share, low, high;
	bool withheld;
};

static struct share *list;
static size_t list_count, list_capacity;

/* ---- reading ---- */

static int by_place(const void *first, const void *second)
{
	const struct share *a = first, *b = second;

	if (a->indicator != b->indicator)
		return a->indicator < b->indicator ? -1 : 1;
	return a->value < b->value ? -1 : a->value > b->value;
}

void answers_add(const struct value *needed)
{
	size_t indicator = indicator_in(needed, DISTRIBUTION_INDICATOR);
	size_t round = round_find(rounds_load(), needed[DISTRIBUTION_ROUND]);
	int64_t value, n;

	if (!same_text(needed[DISTRIBUTION_MEASURE], "share") ||
		!missing(needed[DISTRIBUTION_GROUP]) || round == NO_NAME ||
		!integer_read(needed[DISTRIBUTION_VALUE], &value))
		return;
	list = grow(list, &list_capacity, list_count + 1, sizeof(*list));
	list[list_count++] = (struct share){
		.indicator = indicator,
		.round = round,
		.row = stage_input()->record + 1,
		.arm = keep_value(needed[DISTRIBUTION_ARM]),
		.value = value,
		.n = integer_read(needed[DISTRIBUTION_N], &n) ? n : 0,
		.words = { keep_value(needed[DISTRIBUTION_CATEGORY_EN]),
			keep_value(needed[DISTRIBUTION_CATEGORY_ID]) },
		.share = number_or_nan(needed[DISTRIBUTION_ESTIMATE]),
		.low = number_or_nan(needed[DISTRIBUTION_CONF_LOW]),
		.high = number_or_nan(needed[DISTRIBUTION_CONF_HIGH]),
		.withheld = result_status_read(needed[DISTRIBUTION_STATUS]) == RESULT_SUPPRESSED,
	};
}

/* ---- questions ---- */

/* What an answer is called: its value where the form says nothing. */
static struct text words_of(const struct share *share)
{
	struct text words = words_both(share->words);

	return *words.en != '\0' ? words : text_same(keep_format("%lld", (long long)share->value));
}

static void turn(struct answer_item *item)
{
	for (size_t i = 0; i < item->count / 2; i++) {
		size_t k = item->count - 1 - i;
		struct text words = item->words[i];
		int64_t value = item->value[i];

		item->words[i] = item->words[k];
		item->value[i] = item->value[k];
		item->words[k] = words;
		item->value[k] = value;
	}
}

/* The question whose shares begin at *at, which moves on to the next; count 0 where it has too few or too
 * many answers. */
static struct answer_item item_from(size_t *at)
{
	size_t first = *at, i = first, count = 0;
	struct answer_item item = { .indicator = &indicators_load()->list[list[first].indicator] };

	for (; i < list_count && list[i].indicator == list[first].indicator; i++) {
		if (i > first && list[i].value == list[i - 1].value)
			continue;
		if (count < ANSWERS_MOST) {
			item.value[count] = list[i].value;
			item.words[count] = words_of(&list[i]);
		}
		count++;
	}
	*at = i;
	item.count = count < ANSWERS_FEWEST || count > ANSWERS_MOST ? 0 : count;
	item.reversed = item.indicator->direction == DIRECTION_DOWN;
	if (item.reversed)
		turn(&item);
	return item;
}

/* Items in the order of goals. */
static int by_goal(const void *first, const void *second)
{
	const struct indicator *a = ((const struct answer_item *)first)->indicator;
	const struct indicator *b = ((const struct answer_item *)second)->indicator;

	if (a->goal != b->goal)
		return a->goal < b->goal ? -1 : 1;
	return a < b ? -1 : a > b;
}

static bool among(const char *const *arms, size_t count, const char *arm)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(arms[i], arm) == 0)
			return true;
	return false;
}

static int by_name(const void *first, const void *second)
{
	return strcmp(*(const char *const *)first, *(const char *const *)second);
}

/* The arms that have the programme, by name, then the comparison; "" alone where none is compared. */
static void find_arms(struct answers *answers)
{
	const char *comparison = study_load()->arm_comparison;
	const char **arms = keep((list_count + 2) * sizeof(*arms));

	for (size_t i = 0; comparison != NULL && i < list_count; i++)
		if (*list[i].arm != '\0' && strcmp(list[i].arm, comparison) != 0 &&
			!among(arms, answers->arms, list[i].arm))
			arms[answers->arms++] = list[i].arm;
	if (answers->arms > 1)
		qsort(arms, answers->arms, sizeof(*arms), by_name);
	arms[answers->arms++] = comparison == NULL ? "" : comparison;
	answers->arm = arms;
}

static void choose_rounds(struct answers *answers)
{
	size_t count = rounds_load()->count, *rounds = keep((count + 2) * sizeof(*rounds));

	for (size_t i = 0; i < count; i++)
		rounds[i] = i;
	answers->rounds = count;
	if (count > 2 && answers->count * answers->arms * count > BARS) {
		rounds[1] = count - 1;
		answers->rounds = 2;
	}
	answers->round = rounds;
}

static size_t room(const struct answers *answers)
{
	size_t items = BARS / (answers->arms * answers->rounds);

	return items < 1 ? 1 : items < ITEMS ? items : ITEMS;
}

struct answers answers_choose(void)
{
	struct answers answers = { 0 };
	struct answer_item *items = keep((list_count + 1) * sizeof(*items));
	struct text *names = keep((list_count + 1) * sizeof(*names));
	size_t most;

	if (list_count > 1)
		qsort(list, list_count, sizeof(*list), by_place);
	for (size_t at = 0; at < list_count;) {
		items[answers.count] = item_from(&at);
		if (items[answers.count].count > 0)
			answers.count++;
		else
			names[answers.left++] = items[answers.count].indicator->label;
	}
	if (answers.count > 1)
		qsort(items, answers.count, sizeof(*items), by_goal);
	find_arms(&answers);
	choose_rounds(&answers);
	most = room(&answers);
	for (size_t i = most; i < answers.count; i++)
		names[answers.left++] = items[i].indicator->label;
	answers.count = answers.count > most ? most : answers.count;
	answers.list = items;
	answers.names = names;
	return answers;
}

/* ---- bars ---- */

static const struct share *find(
	const struct indicator *indicator, const char *arm, size_t round, int64_t value)
{
	for (size_t i = 0; i < list_count; i++)
		if (&indicators_load()->list[list[i].indicator] == indicator &&
			list[i].value == value && list[i].round == round &&
			strcmp(list[i].arm, arm) == 0)
			return &list[i];
	return NULL;
}

struct answer_bar answer_bar(const struct answer_item *item, const char *arm, size_t round)
{
	struct answer_bar bar = { .whole = true, .margin = NAN };

	for (size_t i = 0; i < item->count; i++) {
		const struct share *share = find(item->indicator, arm, round, item->value[i]);

		if (share == NULL || isnan(share->share)) {
			bar.whole = false;
			bar.withheld |= share != NULL && share->withheld;
			continue;
		}
		bar.share[i] = share->share;
		bar.row[i] = share->row;
		bar.n = share->n;
		bar.margin = fmax(
			bar.margin, fmax(share->high - share->share, share->share - share->low));
	}
	return bar;
}

double answer_side(const struct answer_item *item, const struct answer_bar *bar, bool right)
{
	size_t half = item->count / 2, from = right ? item->count - half : 0;
	double sum = 0;

	for (size_t i = 0; i < half; i++)
		sum += bar->share[from + i];
	return sum;
}

double answer_middle(const struct answer_item *item, const struct answer_bar *bar)
{
	return item->count % 2 == 1 ? bar->share[item->count / 2] : 0;
}

/* ---- verdicts ---- */

void answers_verdicts_load(void)
{
	const struct table *table = table_load(with_file("verdicts"), verdict_columns, TABLE_OPEN);
	struct value values[VERDICT_COLUMN_COUNT];

	stop_on_faults();
	for (size_t row = 0; row < table->rows; row++) {
		for (size_t column = 0; column < VERDICT_COLUMN_COUNT; column++)
			values[column] = cell_value(table, row, column);
		headlines_add(values);
	}
}

const struct headline *answer_headline(const struct answer_item *item, const char *arm)
{
	size_t count;
	const struct headline *all = headlines(&count);

	for (size_t i = 0; i < count; i++)
		if (all[i].indicator == item->indicator &&
			(*all[i].arm == '\0' || *arm == '\0' || strcmp(all[i].arm, arm) == 0))
			return &all[i];
	return NULL;
}
