/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question as one file holds it in one round: where, how it is read and what is changed. */
#include "raw/field.h"

#include <math.h>
#include <string.h>

#include "raw/multiple.h"

enum { MEMO_LIMIT = 1 << 16 }; /* beyond that many different texts each is read anew */

struct memo {
	struct names *texts;
	const struct reading **readings;
	size_t capacity;
	struct reading last; /* one that is not remembered */
};

static const struct value nothing = { "", 0 };

struct field field_plain(const struct round_file *file, const char *name, size_t column)
{
	return (struct field){ .name = name,
		.column = column,
		.dashes_are_blank = file->source == SOURCE_COMMCARE,
		.rule = { .type = QUESTION_TEXT,
			.minimum = NAN,
			.maximum = NAN,
			.decimal = file->decimal,
			.dates = file->dates } };
}

bool field_asked(const struct field *field)
{
	return field->column != NO_NAME || field->choices != NULL;
}

static struct value raw_value(const struct field *field, const struct reader *reader)
{
	struct value raw = text_trimmed(reader->values[field->column]);

	if (field->dashes_are_blank && raw.length == 3 && memcmp(raw.text, "---", 3) == 0)
		return nothing;
	return raw;
}

/* Reads a value that recode.csv has had its say about: it may be an answer of the study's own form, to
 * whose scale an older or newer one is brought. */
static struct reading read_value(struct field *field, const struct reader *reader,
	struct value value, const struct recode *changed)
{
	struct answer answer = answer_read(&field->rule, value, &field->scratch), brought;
	struct reading reading = { 0 };

	if (answer.verdict == ANSWER_SET_ASIDE && changed != NULL) {
		brought = answer_read(&field->study_rule, value, &field->scratch);
		if (brought.verdict == ANSWER_FINE)
			answer = brought;
	}
	reading.value = answer.value;

	if (answer.verdict == ANSWER_AMBIGUOUS)
		fault(&(struct place){ reader->file, reader->line, field->name,
			      keep_text(value.text, value.length) },
			"%s", text_of(answer.reason));
	if (answer.verdict != ANSWER_FINE) {
		reading.action = "value_missing";
		reading.reason = answer.reason;
	} else if (changed != NULL) {
		reading.action = "value_recoded";
		reading.reason = recoding_reason(changed);
	}
	return reading;
}

/* Recodes and reads. Where the export has labels, recode.csv may also speak of the code. */
static struct reading read_raw(
	struct field *field, const struct reader *reader, struct value raw, const char *respondent)
{
	const struct recode *changed = recoding_apply(&field->recoding, respondent, &raw), *again;
	struct reading reading = read_value(field, reader, raw, changed);
	struct value code = reading.value;

	if (changed != NULL || field->rule.type != QUESTION_SELECT_ONE || missing(code) ||
		field->recoding.count == 0)
		return reading;
	again = recoding_apply(&field->recoding, respondent, &code);
	return again == NULL ? reading : read_value(field, reader, code, again);
}

static const struct reading *kept(const struct reading *reading)
{
	struct reading *copy = keep(sizeof(*copy));

	*copy = *reading;
	copy->value.text = keep_text(reading->value.text, reading->value.length);
	return copy;
}

/* Is it worth remembering what becomes of such a text? Amounts are read faster than looked up. */
static bool worth_remembering(const struct field *field, struct value raw)
{
	if (field->rule.type == QUESTION_INTEGER || field->rule.type == QUESTION_DECIMAL)
		return raw.length <= 3;
	return field->rule.type != QUESTION_TEXT;
}

static const struct reading *read_remembered(
	struct field *field, const struct reader *reader, struct value raw)
{
	struct memo *memo = field->memo;
	size_t number = name_find(memo->texts, raw.text, raw.length);

	if (number != NO_NAME)
		return memo->readings[number];
	memo->last = read_raw(field, reader, raw, NULL);
	if (name_count(memo->texts) == MEMO_LIMIT)
		return &memo->last;
	number = name_add(memo->texts, raw.text, raw.length);
	memo->readings = grow(memo->readings, &memo->capacity, number + 1, sizeof(*memo->readings));
	memo->readings[number] = kept(&memo->last);
	if (raw.length == 1 && field->by_byte == NULL)
		field->by_byte = keep(256 * sizeof(const struct reading *));
	if (raw.length == 1)
		field->by_byte[(unsigned char)*raw.text] = memo->readings[number];
	return memo->readings[number];
}

/* Is it a number of the question's type and range, written as it is to be? */
static bool is_clean_number(const struct answer_rule *rule, struct value raw)
{
	int64_t units;
	size_t decimals;
	double number;

	return plain_number(raw, &units, &decimals) && plain_double(units, decimals, &number) &&
		(decimals == 0 ||
			(rule->type == QUESTION_DECIMAL && rule->decimal == '.' &&
				units % 10 != 0)) &&
		!(number < rule->minimum ||
			number > rule->maximum); /* false where a bound is NaN */
}

/* Does the value stand there as it is to be, ended by NUL, so that nothing need be copied? */
static bool stands_there(const struct field *field, struct value raw)
{
	if (field->recoding.count > 0 || raw.text[raw.length] != '\0')
		return false;
	if (field->rule.type == QUESTION_INTEGER || field->rule.type == QUESTION_DECIMAL)
		return is_clean_number(&field->rule, raw);
	return field->rule.type == QUESTION_TEXT || field->rule.type == QUESTION_OTHER;
}

static const struct reading *read_column(
	struct field *field, const struct reader *reader, const char *respondent)
{
	struct value raw = raw_value(field, reader);
	struct reading *last = &field->memo->last;

	if (respondent != NULL && field->recoding.corrections)
		*last = read_raw(field, reader, raw, respondent);
	else if (missing(raw))
		*last = (struct reading){ .value = nothing };
	else if (worth_remembering(field, raw))
		return read_remembered(field, reader, raw);
	else if (stands_there(field, raw))
		*last = (struct reading){ .value = raw };
	else
		*last = read_raw(field, reader, raw, NULL);
	return last;
}

/* A select_multiple from the columns of its choices. */
static const struct reading *read_choices(
	struct field *field, const struct reader *reader, const char *respondent)
{
	const struct lookup *lookup = field->rule.lookup;
	struct reading *reading = &field->memo->last;
	bool *chosen = multiple_room(lookup);
	const struct recode *changed;
	size_t i;

	*reading = (struct reading){ .value = nothing };
	for (i = 0; i < lookup_count(lookup); i++)
		if (field->choices[i] != NO_NAME &&
			!answer_yes(reader->values[field->choices[i]], &chosen[i])) {
			reading->action = "value_missing";
			reading->reason = (struct text){ "a column of a choice holds neither yes "
							 "(1, TRUE) nor no (0, FALSE, blank)",
				"kolom pilihan tidak berisi ya (1, TRUE) ataupun tidak (0, FALSE, "
				"kosong)" };
			return reading;
		}
	reading->value = answer_of_choices(lookup, chosen, &field->scratch);
	changed = recoding_apply(&field->recoding, respondent, &reading->value);
	if (changed != NULL)
		*reading = read_value(field, reader, reading->value, changed);
	return reading;
}

const struct reading *field_read_any(
	struct field *field, const struct reader *reader, const char *respondent)
{
	static const struct reading not_asked = { .value = { "", 0 } };

	if (field->memo == NULL) {
		field->memo = keep(sizeof(*field->memo));
		field->memo->texts = names_new();
	}
	if (field->column != NO_NAME)
		return read_column(field, reader, respondent);
	return field->choices == NULL ? &not_asked : read_choices(field, reader, respondent);
}

const char *field_raw(const struct field *field, const struct reader *reader)
{
	size_t i;

	if (field->column != NO_NAME)
		return reader->values[field->column].text;
	for (i = 0; field->choices != NULL && i < lookup_count(field->rule.lookup); i++) {
		bool yes;

		if (field->choices[i] != NO_NAME &&
			!answer_yes(reader->values[field->choices[i]], &yes))
			return reader->values[field->choices[i]].text;
	}
	return "";
}
