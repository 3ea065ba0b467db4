/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One answer of an export as its question's type wants it. */
#include "raw/answer.h"

#include <math.h>
#include <string.h>

#include "raw/multiple.h"
#include "raw/number.h"

enum { NEAREST_LIMIT = 1000 }; /* beyond that many strange choices nobody reads on */

static struct answer set_aside(const char *english, const char *indonesian)
{
	return (struct answer){ ANSWER_SET_ASIDE, { "", 0 }, { english, indonesian } };
}

static struct answer fine(struct value value)
{
	return (struct answer){ .verdict = ANSWER_FINE, .value = value };
}

/* ---- numbers and dates ---- */

static struct answer out_of_range(const struct answer_rule *rule)
{
	char low[32] = "", high[32] = "";

	if (!isnan(rule->minimum))
		number_text(rule->minimum, low);
	if (!isnan(rule->maximum))
		number_text(rule->maximum, high);
	if (isnan(rule->maximum))
		return set_aside(keep_format("below %s, the form's least", low),
			keep_format("di bawah %s, batas terkecil formulir", low));
	if (isnan(rule->minimum))
		return set_aside(keep_format("above %s, the form's greatest", high),
			keep_format("di atas %s, batas terbesar formulir", high));
	return set_aside(keep_format("outside %s to %s, the form's range", low, high),
		keep_format("di luar %s sampai %s, batas formulir", low, high));
}

static struct answer read_number(
	const struct answer_rule *rule, struct value raw, struct scratch *scratch)
{
	struct value clean;
	double number;

	if (!number_clean(raw, rule->decimal, scratch, &clean)) {
		if (rule->decimal == '.' && memchr(raw.text, ',', raw.length) != NULL)
			return set_aside("not a number; if the file writes 1,5 for one and a half, "
					 "write `decimal=,` in the column `options` of rounds.csv",
				"bukan angka; kalau berkas menulis 1,5 untuk satu setengah, tulis "
				"`decimal=,` di kolom `options` rounds.csv");
		if (rule->decimal == ',' && memchr(raw.text, '.', raw.length) != NULL &&
			memchr(raw.text, ',', raw.length) == NULL)
			return set_aside(
				"not a number with a decimal comma (1.500,5); if the file writes "
				"1.5 for one and a half, take `decimal=,` out of the column "
				"`options` of rounds.csv",
				"bukan angka dengan koma desimal (1.500,5); kalau berkas menulis "
				"1.5 untuk satu setengah, hapus `decimal=,` dari kolom `options` "
				"rounds.csv");
		return set_aside("not a number", "bukan angka");
	}
	if (rule->type == QUESTION_INTEGER && strpbrk(clean.text, ".eE") != NULL)
		return set_aside("not a whole number, as the form's type integer wants",
			"bukan bilangan bulat, padahal jenisnya di formulir integer");
	number_read(clean, &number);
	if (number < rule->minimum || number > rule->maximum) /* false where a bound is NaN */
		return out_of_range(rule);
	return fine(clean);
}

static struct answer read_date(
	const struct answer_rule *rule, struct value raw, struct scratch *scratch)
{
	static const char *const english[] = { "year-month-day", "day/month/year",
		"month/day/year" };
	static const char *const indonesian[] = { "tahun-bulan-hari", "hari/bulan/tahun",
		"bulan/hari/tahun" };
	struct value clean;

	if (date_clean(raw, rule->dates, scratch, &clean))
		return fine(clean);
	return set_aside(
		keep_format("not a date in the order %s; `dates` in rounds.csv says another",
			english[rule->dates]),
		keep_format("bukan tanggal dengan urutan %s; `dates` di rounds.csv menyatakan "
			    "urutan lain",
			indonesian[rule->dates]));
}

/* ---- selects ---- */

static struct answer ambiguous(const char *code, const char *other)
{
	return (struct answer){ ANSWER_AMBIGUOUS, { "", 0 },
		{ keep_format("this label belongs to two choices, '%s' and '%s'; export names "
			      "instead of labels",
			  code, other),
			keep_format("label ini milik dua pilihan, '%s' dan '%s'; ekspor nama, "
				    "bukan label",
				code, other) } };
}

static struct answer unknown(const struct answer_rule *rule, struct value text)
{
	static size_t searches;
	const char *nearest =
			   searches++ < NEAREST_LIMIT ? lookup_nearest(rule->lookup, text) : NULL,
		   *part = keep_text(text.text, text.length);

	if (nearest == NULL)
		return set_aside(keep_format("'%s' is no choice of list '%s'", part, rule->list),
			keep_format("'%s' bukan pilihan dari daftar '%s'", part, rule->list));
	return set_aside(keep_format("'%s' is no choice of list '%s'; nearest: %s", part,
				 rule->list, nearest),
		keep_format("'%s' bukan pilihan dari daftar '%s'; terdekat: %s", part, rule->list,
			nearest));
}

static struct answer read_select_one(
	const struct answer_rule *rule, struct value raw, struct scratch *scratch)
{
	const char *code, *other;

	switch (lookup_find(rule->lookup, raw, &code, &other)) {
	case FOUND:
		return fine(scratch_copy(scratch, code, strlen(code)));
	case AMBIGUOUS:
		return ambiguous(code, other);
	case UNKNOWN:
		break;
	}
	return unknown(rule, raw);
}

static struct answer read_select_multiple(
	const struct answer_rule *rule, struct value raw, struct scratch *scratch)
{
	bool *chosen = multiple_room(rule->lookup);
	struct value stranger;

	switch (multiple_read(rule->lookup, raw, chosen, &stranger)) {
	case FOUND:
		return fine(answer_of_choices(rule->lookup, chosen, scratch));
	case AMBIGUOUS:
		return set_aside("the labels can be read in two ways; export names instead of "
				 "labels, or a column for each choice",
			"labelnya dapat dibaca dengan dua cara; ekspor nama, bukan label, atau "
			"satu kolom tiap pilihan");
	case UNKNOWN:
		break;
	}
	return unknown(rule, stranger);
}

struct value answer_of_choices(
	const struct lookup *lookup, const bool *chosen, struct scratch *scratch)
{
	size_t length = 0, i;

	for (i = 0; i < lookup_count(lookup); i++) {
		const char *code = lookup_code(lookup, i);
		size_t code_length = strlen(code);

		if (!chosen[i])
			continue;
		scratch->text =
			grow(scratch->text, &scratch->capacity, length + code_length + 2, 1);
		if (length > 0)
			scratch->text[length++] = ' ';
		memcpy(scratch->text + length, code, code_length);
		length += code_length;
	}
	scratch->text = grow(scratch->text, &scratch->capacity, length + 1, 1);
	scratch->text[length] = '\0';
	return (struct value){ scratch->text, length };
}

bool answer_yes(struct value raw, bool *yes)
{
	static const char *const words[] = { "", "0", "false", "no", "tidak", "1", "true", "yes",
		"ya" };
	static struct scratch folding;
	struct value key = text_folded(&folding, raw);
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (same_text(key, words[i])) {
			*yes = i >= 5;
			return true;
		}
	return false;
}

struct answer answer_read(const struct answer_rule *rule, struct value raw, struct scratch *scratch)
{
	raw = text_trimmed(raw);
	if (missing(raw))
		return fine((struct value){ "", 0 });
	switch (rule->type) {
	case QUESTION_INTEGER:
	case QUESTION_DECIMAL:
		return read_number(rule, raw, scratch);
	case QUESTION_SELECT_ONE:
		return read_select_one(rule, raw, scratch);
	case QUESTION_SELECT_MULTIPLE:
		return read_select_multiple(rule, raw, scratch);
	case QUESTION_DATE:
		return read_date(rule, raw, scratch);
	case QUESTION_TEXT:
	case QUESTION_OTHER:
		break;
	}
	return fine(scratch_copy(scratch, raw.text, raw.length));
}
