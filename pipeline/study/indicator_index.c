/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of an index and the lattice of its values. */
#include "study/indicator_index.h"

#include <math.h>
#include <string.h>

#include "kit/decimal.h"
#include "study/indicator_adequacy.h"
#include "study/words.h"

enum { MOST_WEIGHT = 1000 };

int64_t index_weight(const struct indicator *index)
{
	int64_t total = 0;
	size_t i;

	for (i = 0; i < index->member_count; i++)
		total += index->member_weights[i];
	return total;
}

int64_t index_least(const struct indicator *index)
{
	double least = ceil(study_load()->index_min * (double)index_weight(index) - 1e-9);

	if (index_counting(index))
		return index_weight(index);
	return least < 1 ? 1 : (int64_t)least;
}

/* Both ends are there, and one of them comes from the baseline. */
static bool has_frozen_scale(const struct indicator *member)
{
	return (member->min_frozen || member->max_frozen) &&
		(member->min_frozen || !isnan(member->scale_min)) &&
		(member->max_frozen || !isnan(member->scale_max));
}

/* Of a question with several answers how many were chosen, not each answer besides. */
static bool belongs_to_goal(const struct indicator *member)
{
	return member->type != INDICATOR_INDEX && indicator_of_people(member) && !member->option;
}

static bool fit_member(const struct indicator *index, const struct indicator *member)
{
	const struct place *at = &index->place;
	size_t faults = fault_count();

	if (member->type == INDICATOR_INDEX)
		fault(at,
			SAY("member '%s' is an index itself", "anggota '%s' sendiri sebuah index"),
			member->name);
	else if (member->type == INDICATOR_RATIO)
		fault(at,
			SAY("member '%s' is a ratio of totals, which has no value for each person",
				"anggota '%s' berupa rasio jumlah, yang tidak punya nilai untuk "
				"tiap orang"),
			member->name);
	else if (index->build == BUILD_PERCENT_OF_MAXIMUM &&
		!(member->scale_max > member->scale_min || has_frozen_scale(member)))
		fault(at,
			SAY("member '%s' needs scale_min and scale_max",
				"anggota '%s' memerlukan scale_min dan scale_max"),
			member->name);
	else if (member->direction == DIRECTION_NONE)
		fault(at,
			SAY("member '%s' needs a direction, up or down",
				"anggota '%s' memerlukan direction, up atau down"),
			member->name);
	return fault_count() == faults;
}

/* The denominator of 100 (x - min) / (max - min) for x on the lattice of `member`: with whole ends
 * it is that of x times the span, less what 100 cancels. Ends that are no whole numbers, which no
 * answer scale has, and ends that the baseline gives (NaN) make the lattice unknown. */
static int64_t member_denominator(const struct indicator *member)
{
	double span = member->scale_max - member->scale_min;
	int64_t denominator;

	if (member->scale_min != floor(member->scale_min) || span != floor(span) ||
		span > LATTICE_LIMIT)
		return 0;
	denominator = lattice_times(member->denominator, (int64_t)span);
	return denominator == 0 ? 0 : denominator / common_divisor(denominator, 100);
}

/* Of (sum of weight x place) / (sum of weights answered), whatever was answered; where all must be,
 * of the sum of some weights / that of all. */
static int64_t index_denominator(const struct indicator *list, const struct indicator *index)
{
	int64_t members = 1, weights = 1, weight;
	size_t i;

	if (index_standardised(index))
		return 0;
	if (index_counting(index)) /* of 100 x part / whole */
		return index_weight(index) / common_divisor(index_weight(index), 100);
	for (i = 0; i < index->member_count; i++)
		members = lattice_lcm(members, member_denominator(&list[index->members[i]]));
	for (weight = index_least(index); weight <= index_weight(index); weight++)
		weights = lattice_lcm(weights, weight);
	return lattice_times(members, weights);
}

/* An index whose members are being found. */
struct finding {
	struct indicator *index;
	size_t *members;
	int64_t *weights;
};

static void add_member(
	const struct finding *finding, const struct indicator *list, size_t member, int64_t weight)
{
	struct indicator *index = finding->index;
	size_t i;

	for (i = 0; i < index->member_count; i++)
		if (finding->members[i] == member) {
			fault(&index->place,
				SAY("member '%s' stands twice; write %s*2 to count it twice",
					"anggota '%s' tertulis dua kali; tulis %s*2 agar dihitung "
					"dua kali"),
				list[member].name, list[member].name);
			return;
		}
	if (!fit_member(index, &list[member]))
		return;
	finding->weights[index->member_count] = weight;
	finding->members[index->member_count++] = member;
}

/* The weight behind the name in `word`, as 2 in `a*2`; *length is that of the name. */
static int64_t weight_of(const struct indicator *index, const char *word, size_t *length)
{
	int64_t weight = 1;

	*length = strcspn(word, "*");
	if (word[*length] == '\0')
		return 1;
	if (!integer_read(
		    (struct value){ word + *length + 1, strlen(word + *length + 1) }, &weight) ||
		weight < 1 || weight > MOST_WEIGHT) {
		fault(&index->place,
			SAY("'%s': a weight is a whole number from 1 to %d",
				"'%s': bobot berupa bilangan bulat 1 sampai %d"),
			word, MOST_WEIGHT);
		weight = 1;
	}
	if (index->build == BUILD_ICW)
		fault(&index->place,
			SAY("'%s': icw finds its weights in the baseline; write none",
				"'%s': icw menentukan bobotnya dari putaran awal; jangan tulis "
				"bobot"),
			word);
	return weight;
}

static void add_word(const struct finding *finding, const struct indicators *all, const char *word)
{
	size_t length, member;
	int64_t weight = weight_of(finding->index, word, &length);

	member = indicator_find(all, (struct value){ keep_text(word, length), length });
	if (member == NO_NAME)
		fault(&finding->index->place,
			SAY("there is no indicator '%.*s'", "tidak ada indikator '%.*s'"),
			(int)length, word);
	else
		add_member(finding, all->list, member, weight);
}

void index_members(struct indicator *list, size_t count, size_t which, const char *text)
{
	struct indicator *index = &list[which];
	const struct indicators all = { count, list };
	struct words words = words_split(text);
	struct finding finding = { index, keep((count + 1) * sizeof(*finding.members)),
		keep((count + 1) * sizeof(*finding.weights)) };
	size_t i;

	index->members = finding.members;
	index->member_weights = finding.weights;
	if (words.count == 0)
		fault(&index->place,
			SAY("an index needs its members in `calculation`, or the word goal",
				"index memerlukan nama anggotanya di `calculation`, atau kata "
				"goal"));
	if (words.count == 1 && strcmp(words.list[0], "goal") == 0) {
		for (i = 0; i < count; i++)
			if (i != which && list[i].goal == index->goal && belongs_to_goal(&list[i]))
				add_member(&finding, list, i, 1);
	} else {
		for (i = 0; i < words.count; i++)
			add_word(&finding, &all, words.list[i]);
	}
	if (index_counting(index))
		adequacy_check(list, index);
	index->denominator = index_denominator(list, index);
}
