/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and checks what is enough for a person, member by member and over all of them. */
#include "study/indicator_adequacy.h"

#include <float.h>
#include <math.h>

#include "study/indicator_columns.h"
#include "study/indicator_index.h"

/* Half of the last decimal at which values count. */
static const double half_unit = 0.5e-9;

/* Of large values, more than what is lost where they are computed and written with 15 digits. */
static const double lost = 64 * DBL_EPSILON;

static struct place place_of(const struct indicator *indicator, const char *column)
{
	return (struct place){ indicator->place.file, indicator->place.line, column,
		indicator->name };
}

void adequacy_read(struct indicator *indicator, const struct table *table, size_t row)
{
	struct place adequate = cell_place(table, row, COLUMN_ADEQUATE);
	struct place k = cell_place(table, row, COLUMN_K);
	bool counts = index_counting(indicator);

	indicator->adequate = cell_number(table, row, COLUMN_ADEQUATE);
	indicator->k = counts ? cell_integer(table, row, COLUMN_K, 1) : 0;
	if (indicator->type == INDICATOR_INDEX && !missing(cell_value(table, row, COLUMN_ADEQUATE)))
		fault(&adequate,
			SAY("what is enough is said of the members, in their rows; an index has k",
				"batas cukup ditulis pada baris tiap anggota; index memakai k"));
	if (!counts && !missing(cell_value(table, row, COLUMN_K)))
		fault(&k,
			SAY("only an index built by alkire_foster has a k; leave this blank",
				"hanya index dengan build alkire_foster yang memakai k; kosongkan "
				"kolom ini"));
	if (counts && missing(cell_value(table, row, COLUMN_K)))
		fault(&k,
			SAY("say k, the weight of what is lacking from which on a person counts as "
			    "held back",
				"tulis k, yaitu bobot kekurangan yang membuat seseorang terhitung "
				"tertinggal"));
}

/* The value that is enough, in the member's units: `adequate`, or of a binary member without one its
 * good answer; NaN where there is none. */
static double cut_off_of(const struct indicator *member)
{
	if (!isnan(member->adequate) || member->type != INDICATOR_BINARY)
		return member->adequate;
	return member->direction == DIRECTION_DOWN ? 0 : 1;
}

bool adequacy_lacking(const struct indicator *member, double value)
{
	double cut_off = cut_off_of(member);
	double short_by = (double)member->direction * (cut_off - value);

	return short_by > half_unit + lost * fabs(cut_off);
}

/* A cut-off at the bad end is never missed, and one beyond the good end never reached. */
static void check_member(const struct indicator *index, const struct indicator *member)
{
	struct place at = place_of(member, "adequate");
	bool binary = member->type == INDICATOR_BINARY;
	double low = binary ? 0 : member->scale_min, high = binary ? 1 : member->scale_max;
	double cut_off = cut_off_of(member);
	bool up = member->direction == DIRECTION_UP;

	if (isnan(cut_off))
		fault(&at,
			SAY("say what is enough: index '%s' counts who has less",
				"tulis batas cukupnya: index '%s' menghitung siapa yang kurang"),
			index->name);
	else if ((up ? cut_off <= low : cut_off < low) || (up ? cut_off > high : cut_off >= high))
		fault(&at,
			SAY("with this cut-off nobody on the scale could miss it, or nobody reach "
			    "it",
				"dengan batas ini tidak seorang pun pada skala itu bisa kurang, "
				"atau bisa cukup"));
}

void adequacy_check(const struct indicator *list, const struct indicator *index)
{
	struct place k = place_of(index, "k"), direction = place_of(index, "direction");
	int64_t total = index_weight(index);
	size_t i;

	for (i = 0; i < index->member_count; i++)
		check_member(index, &list[index->members[i]]);
	if (index->member_count > 0 && (index->k < 1 || index->k > total))
		fault(&k,
			SAY("k runs from 1 to %d, the sum of the members' weights",
				"k berkisar dari 1 sampai %d, jumlah bobot anggotanya"),
			(int)total);
	if (index->direction != DIRECTION_UP)
		fault(&direction,
			SAY("this index says how much people have, so that up is good",
				"index ini menyatakan seberapa banyak yang dimiliki orang, jadi "
				"arahnya up"));
}
