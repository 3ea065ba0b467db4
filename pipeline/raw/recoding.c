/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of recode.csv that change values, as they bear on one question in one round. */
#include "raw/recoding.h"

#include <string.h>

static bool *hits;

void recode_hit(size_t row)
{
	if (hits == NULL)
		hits = keep((recodes_load()->count + 1) * sizeof(*hits));
	hits[row] = true;
}

void recode_warn_unused(void)
{
	const struct recodes *recodes = recodes_load();
	size_t i;

	for (i = 0; i < recodes->count; i++) {
		const struct recode *recode = &recodes->list[i];
		const char *what = *recode->column != '\0' ? recode->column : recode->value;

		if (hits == NULL || !hits[i])
			warn(&(struct place){ recode->place.file, recode->place.line,
				     *recode->question == '\0' ? NULL : recode->question,
				     *what == '\0' ? recode->respondent : what },
				SAY("this row changed nothing; is it mistyped?",
					"baris ini tidak mengubah apa pun; salah ketikkah?"));
	}
}

struct recoding recoding_of(const char *question, const char *round, bool every)
{
	const struct recodes *recodes = recodes_load();
	struct recoding recoding = { .rows = keep((recodes->count + 1) * sizeof(*recoding.rows)) };
	size_t i;

	for (i = 0; i < recodes->count; i++) {
		const struct recode *recode = &recodes->list[i];

		if (*recode->column != '\0' ||
			(*recode->round != '\0' && strcmp(recode->round, round) != 0))
			continue;
		if (*recode->question == '\0' ? !every : strcmp(recode->question, question) != 0)
			continue;
		recoding.rows[recoding.count++] = recode;
		recoding.corrections |= *recode->respondent != '\0';
	}
	return recoding;
}

static bool bears_on(const struct recode *recode, const char *respondent, struct value value)
{
	static struct scratch left, right;
	struct value wanted = { recode->value, strlen(recode->value) };

	if (*recode->respondent != '\0' &&
		(respondent == NULL || strcmp(recode->respondent, respondent) != 0))
		return false;
	if (missing(wanted))
		return true;
	if (same_text(value, recode->value))
		return true;
	if (missing(value))
		return false;
	wanted = text_spaced(&left, wanted);
	return same_text(text_spaced(&right, value), wanted.text);
}

const struct recode *recoding_apply(
	const struct recoding *recoding, const char *respondent, struct value *value)
{
	const struct recode *last = NULL;
	size_t i;

	for (i = 0; i < recoding->count; i++) {
		const struct recode *recode = recoding->rows[i];

		if (!bears_on(recode, respondent, *value))
			continue;
		*value = (struct value){ recode->becomes, strlen(recode->becomes) };
		recode_hit((size_t)(recode - recodes_load()->list));
		last = recode;
	}
	return last;
}

bool recoding_corrects(const char *respondent, size_t length)
{
	static struct names *corrected;
	size_t i;

	if (corrected == NULL) {
		corrected = names_new();
		for (i = 0; i < recodes_load()->count; i++) {
			const char *name = recodes_load()->list[i].respondent;

			if (*name != '\0')
				name_add(corrected, name, strlen(name));
		}
	}
	return name_find(corrected, respondent, length) != NO_NAME;
}

struct text recoding_reason(const struct recode *recode)
{
	if (*recode->becomes == '\0')
		return (struct text){ recode->reason, recode->reason };
	if (*recode->reason == '\0')
		return (struct text){ keep_format("changed to '%s'", recode->becomes),
			keep_format("diubah menjadi '%s'", recode->becomes) };
	return (struct text){ keep_format("changed to '%s': %s", recode->becomes, recode->reason),
		keep_format("diubah menjadi '%s': %s", recode->becomes, recode->reason) };
}
