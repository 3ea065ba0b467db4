/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of an index and the lattice of its values. */
#include "study/indicator_index.h"

#include <math.h>
#include <string.h>

#include "kit/decimal.h"
#include "study/words.h"

size_t index_least(const struct indicator *index)
{
	double least = ceil(study_load()->index_min * (double)index->member_count - 1e-9);

	return least < 1 ? 1 : (size_t)least;
}

/* Both ends are there, and one of them comes from the baseline. */
static bool has_frozen_scale(const struct indicator *member)
{
	return (member->min_frozen || member->max_frozen) && (member->min_frozen || !isnan(member->scale_min)) &&
	       (member->max_frozen || !isnan(member->scale_max));
}

static bool fit_member(const struct indicator *member, const struct place *at)
{
	size_t faults = fault_count();

	if (member->type == INDICATOR_INDEX)
		fault(at, SAY("member '%s' is an index itself", "anggota '%s' sendiri sebuah index"), member->name);
	else if (!(member->scale_max > member->scale_min || has_frozen_scale(member)))
		fault(at, SAY("member '%s' needs scale_min and scale_max", "anggota '%s' memerlukan scale_min dan scale_max"),
		      member->name);
	else if (member->direction == DIRECTION_NONE)
		fault(at, SAY("member '%s' needs a direction, up or down", "anggota '%s' memerlukan direction, up atau down"),
		      member->name);
	return fault_count() == faults;
}

static int64_t greatest_common_divisor(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* The denominator of 100 (x - min) / (max - min) for x on the lattice of `member`: with whole ends
 * it is that of x times the span, less what 100 cancels. Ends that are no whole numbers, which no
 * answer scale has, and ends that the baseline gives (NaN) make the lattice unknown. */
static int64_t member_denominator(const struct indicator *member)
{
	double span = member->scale_max - member->scale_min;
	int64_t denominator;

	if (member->scale_min != floor(member->scale_min) || span != floor(span) || span > LATTICE_LIMIT)
		return 0;
	denominator = lattice_times(member->denominator, (int64_t)span);
	return denominator == 0 ? 0 : denominator / greatest_common_divisor(denominator, 100);
}

static int64_t index_denominator(const struct indicator *list, const struct indicator *index)
{
	int64_t members = 1, counts = 1;
	size_t i;

	for (i = 0; i < index->member_count; i++)
		members = lattice_lcm(members, member_denominator(&list[index->members[i]]));
	for (i = index_least(index); i <= index->member_count; i++)
		counts = lattice_lcm(counts, (int64_t)i);
	return lattice_times(members, counts);
}

static void add_member(struct indicator *index, size_t *members, const struct indicator *list, size_t member)
{
	if (fit_member(&list[member], &index->place))
		members[index->member_count++] = member;
}

void index_members(struct indicator *list, size_t count, size_t which, const char *text)
{
	struct indicator *index = &list[which];
	const struct indicators all = { count, list };
	struct words words = words_split(text);
	size_t *members = keep((count + words.count + 1) * sizeof(*members)), i, member;

	index->members = members;
	if (words.count == 0)
		fault(&index->place, SAY("an index needs its members in `calculation`, or the word goal",
					 "index memerlukan nama anggotanya di `calculation`, atau kata goal"));
	if (words.count == 1 && strcmp(words.list[0], "goal") == 0) {
		for (i = 0; i < count; i++)
			if (i != which && list[i].goal == index->goal && list[i].type != INDICATOR_INDEX)
				add_member(index, members, list, i);
	} else {
		for (i = 0; i < words.count; i++) {
			member = indicator_find(&all, (struct value){ words.list[i], strlen(words.list[i]) });
			if (member == NO_NAME)
				fault(&index->place, SAY("there is no indicator '%s'", "tidak ada indikator '%s'"), words.list[i]);
			else
				add_member(index, members, list, member);
		}
	}
	index->denominator = index_denominator(list, index);
}
