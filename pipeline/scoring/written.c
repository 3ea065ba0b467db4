/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores as they are written: on their lattice, and only those that fit their indicator. */
#include "scoring/written.h"

#include <math.h>
#include <string.h>

#include "kit/decimal.h"
#include "scoring/unfit.h"

enum { DECIMALS = 9 }; /* enough to find the lattice again */

static const struct value nothing = { "", 0 };

static const struct text is_text = {
	"the calculation gives a text; score() turns choices into numbers",
	"perhitungan memberi teks; score() mengubah pilihan menjadi angka"
};
static const struct text not_binary = { "a binary indicator must give 0 or 1",
	"indikator binary harus memberi 0 atau 1" };
static const struct text outside = { "outside scale_min and scale_max; correct the scale, "
				     "or cap the value with min() or max()",
	"di luar scale_min dan scale_max; perbaiki skalanya, atau batasi nilainya dengan "
	"min() atau max()" };
static const struct text below = { "what a ratio is divided by must not be negative",
	"penyebut rasio tidak boleh negatif" };

static const char *exact(double number)
{
	char text[32];

	return keep_text(text, number_text(number, text));
}

/* Why a value is not written, or NULL. */
static const struct text *wrong_with(const struct scored *one)
{
	const struct indicator *indicator = one->indicator;
	bool ratio = indicator->type == INDICATOR_RATIO;

	if (!missing(one->text))
		return &is_text;
	if (isnan(one->value))
		return NULL;
	if (indicator->type == INDICATOR_BINARY && one->value != 0 && one->value != 1)
		return &not_binary;
	if (ratio && one->per_value < 0)
		return &below;
	if (!ratio && (one->value < indicator->scale_min || one->value > indicator->scale_max))
		return &outside;
	return NULL;
}

/* Notes what is wrong with a value; false then. */
static bool check_value(const struct scored *one, const struct value *keys)
{
	const struct text *wrong = wrong_with(one);

	if (wrong != NULL)
		unfit_note(one->indicator,
			!missing(one->text) ? keep_text(one->text.text, one->text.length)
					    : exact(wrong == &below ? one->per_value : one->value),
			*wrong, keys[KEY_RESPONDENT], keys[KEY_ROUND]);
	return wrong == NULL;
}

/* Is the value an answer that stands there as it would be written? Then nothing need be computed to
 * write it, which spares amounts a third of this stage's time. */
static bool stands_there(const struct scored *one)
{
	const struct plain_answer *answer = &one->plain;

	return answer->stands && answer->text.length <= 15 && answer->decimals <= DECIMALS &&
		(answer->decimals == 0 ||
			(answer->units % 10 != 0 && one->indicator->denominator == 0));
}

/* The text of a number on its lattice (0: unknown), empty for NaN; it is written into `text`, and
 * left in `memory`, if there is any. */
static struct value fitting(const struct scored *one, double number, int64_t denominator,
	struct memory *memory, const struct value *keys, char text[32])
{
	static const struct text too_long = { "more than 18 digits", "lebih dari 18 angka" };
	struct decimal decimal;
	size_t length;

	if (isnan(number))
		return nothing;
	if (!decimal_of_number(number, denominator, DECIMALS, &decimal)) {
		unfit_note(one->indicator, exact(number), too_long, keys[KEY_RESPONDENT],
			keys[KEY_ROUND]);
		return nothing;
	}
	length = decimal_text(decimal, text);
	if (memory != NULL && length <= sizeof(memory->text)) {
		memory->length = (uint8_t)length;
		memcpy(memory->text, text, length);
	}
	return (struct value){ text, length };
}

struct value written_any(const struct scored *one, const struct value *keys, char text[32])
{
	if (one->calculation != NULL && !check_value(one, keys))
		return nothing;
	if (!isnan(one->value) && stands_there(one))
		return one->plain.text;
	return fitting(one, one->value, one->indicator->denominator, one->memory, keys, text);
}

struct value written_per(const struct scored *one, const struct value *keys, char text[32])
{
	return wrong_with(one) == NULL ? fitting(one, one->per_value, 0, NULL, keys, text)
				       : nothing;
}
