/* SPDX-License-Identifier: GPL-3.0-or-later */
/* adjust: comparisons in, the same adjusted within declared families out. */
#include <math.h>
#include <string.h>

#include "kit/kit.h"
#include "result/columns.h"
#include "result/family.h"
#include "result/status.h"
#include "stat/adjust.h"
#include "stat/distribution.h"
#include "study/begin.h"

static const char *const method_names[] = { "none", "holm", "bh" };

/* A row of the input, kept whole. */
struct row {
	struct value *fields; /* as many as the input has columns */
	bool headline, withheld;
	size_t family; /* NO_NAME: none */
	size_t next;   /* the next row of the family, or NO_NAME */
	double p, adjusted, conf_low, conf_high;
};

struct family {
	const char *name;
	enum family_rule rule;
	size_t first, last; /* rows */
	size_t members, tested;
};

static const struct indicators *indicators;
static double confidence;

static size_t *column_of; /* comparison column -> column of the input */
static size_t input_columns;
static struct row *rows;
static size_t row_count, row_capacity;
static struct names *keys; /* of families */
static struct family *families;
static size_t family_capacity;

/* ---- families ---- */

static const char *field(const struct row *row, enum comparison_column column)
{
	return row->fields[column_of[column]].text;
}

static double number(const struct row *row, enum comparison_column column)
{
	double value = (double)NAN;

	number_read(row->fields[column_of[column]], &value);
	return value;
}

static size_t family_named(const struct row *row, const char *name, enum family_rule rule)
{
	const char *key =
		family_key(name, field(row, COMPARISON_CONTRAST), field(row, COMPARISON_ROUND_FROM),
			field(row, COMPARISON_ROUND_TO), field(row, COMPARISON_ARM));
	size_t family = name_add(keys, key, strlen(key));

	families = grow(families, &family_capacity, family + 1, sizeof(*families));
	if (families[family].members == 0)
		families[family] = (struct family){ name, rule, NO_NAME, NO_NAME, 0, 0 };
	return family;
}

static void join_family(size_t number_of_row, const struct indicator *indicator)
{
	struct row *row = &rows[number_of_row];
	const char *name = NULL;
	enum family_rule rule = family_of(
		indicator, field(row, COMPARISON_GROUP), field(row, COMPARISON_GROUP_VALUE), &name);
	struct family *family;

	if (rule == FAMILY_NONE)
		return;
	row->family = family_named(row, name, rule);
	family = &families[row->family];
	if (family->members++ == 0)
		family->first = number_of_row;
	else
		rows[family->last].next = number_of_row;
	family->last = number_of_row;
}

/* ---- adjusting ---- */

/* Simultaneous intervals for Holm's families; for those of Benjamini and Hochberg intervals whose
 * false coverage rate is held. */
static double interval_level(const struct family *family, const double *adjusted, size_t count)
{
	size_t selected = 0, i;

	if (family->rule == FAMILY_HOLM)
		return adjust_bonferroni_level(confidence, family->tested);
	for (i = 0; i < count; i++)
		selected += adjusted[i] <= 1 - confidence;
	return adjust_fcr_level(confidence, selected > 0 ? selected : 1, family->tested);
}

static void set_interval(struct row *row, double level)
{
	double estimate = number(row, COMPARISON_ESTIMATE);
	double half = t_quantile((1 + level) / 2, number(row, COMPARISON_DF)) *
		number(row, COMPARISON_STD_ERROR);

	if (isnan(row->adjusted))
		return;
	row->conf_low = estimate - half;
	row->conf_high = estimate + half;
}

/* A withheld test counts as one that found nothing: then the adjusted values of the others are
 * never too small, and none of them tells its p value. */
static void adjust_family(struct family *family)
{
	double *p = keep(family->members * sizeof(*p)),
	       *adjusted = keep(family->members * sizeof(*adjusted)), level;
	struct adjust_rank *rank = keep(family->members * sizeof(*rank));
	size_t at, i;

	for (at = family->first, i = 0; at != NO_NAME; at = rows[at].next)
		p[i++] = rows[at].p;
	family->tested = family->rule == FAMILY_HOLM
		? adjust_holm(p, family->members, adjusted, rank)
		: adjust_bh(p, family->members, adjusted, rank);
	level = interval_level(family, adjusted, family->members);
	for (at = family->first, i = 0; at != NO_NAME; at = rows[at].next) {
		if (!rows[at].withheld)
			rows[at].adjusted = adjusted[i];
		i++;
		set_interval(&rows[at], level);
	}
}

/* ---- out ---- */

static void put_family(const struct row *row, enum comparison_column column)
{
	const struct family *family = row->family == NO_NAME ? NULL : &families[row->family];

	switch (column) {
	case COMPARISON_FAMILY:
		put_string(output, family == NULL ? NULL : family->name);
		break;
	case COMPARISON_FAMILY_SIZE:
		if (family == NULL)
			put_missing(output);
		else
			put_integer(output, (int64_t)family->tested);
		break;
	case COMPARISON_P_ADJUSTED:
		put_number(output, row->adjusted);
		break;
	case COMPARISON_ADJUST_METHOD:
		put_string(output,
			row->headline ? method_names[family == NULL ? FAMILY_NONE : family->rule]
				      : NULL);
		break;
	case COMPARISON_CONF_LOW_ADJUSTED:
		put_number(output, row->conf_low);
		break;
	default:
		put_number(output, row->conf_high);
	}
}

/* A row that could not be tested stays listed in its family and says so, once. */
static void put_remark(const struct row *row, struct value value, const char *sentence)
{
	if (row->family == NO_NAME || !isnan(row->p) || strstr(value.text, sentence) != NULL)
		put_value(output, value);
	else
		put_string(output,
			keep_format("%s%s%s", value.text, missing(value) ? "" : " ", sentence));
}

static void put_row(const struct row *row)
{
	size_t i, column;

	for (i = 0; i < input_columns; i++) {
		for (column = 0; column < COMPARISON_COLUMN_COUNT && column_of[column] != i;
			column++)
			;
		if (column == COMPARISON_NOTE_ID)
			put_remark(row, row->fields[i], result_note(NOTE_NOT_TESTED).id);
		else if (column == COMPARISON_NOTE_EN)
			put_remark(row, row->fields[i], result_note(NOTE_NOT_TESTED).en);
		else if (column >= COMPARISON_FAMILY && column <= COMPARISON_CONF_HIGH_ADJUSTED)
			put_family(row, (enum comparison_column)column);
		else
			put_value(output, row->fields[i]);
	}
	end_row(output);
}

/* ---- the stage ---- */

static void begin(const struct reader *input)
{
	size_t i;

	stat_begin();
	study_begin(input);
	confidence = study_load()->confidence;
	indicators = indicators_load();
	keys = names_new();
	input_columns = input->columns;
	column_of = keep(COMPARISON_COLUMN_COUNT * sizeof(*column_of));
	for (i = 0; i < COMPARISON_COLUMN_COUNT; i++)
		column_of[i] = reader_column(input, comparison_columns[i].name);
	for (i = 0; i < input->columns; i++)
		put_value(output, input->header[i]);
	end_row(output);
}

static void take(const struct value *needed)
{
	struct row *row;
	size_t indicator = indicator_in(needed, COMPARISON_INDICATOR), i;

	rows = grow(rows, &row_capacity, row_count + 1, sizeof(*rows));
	row = &rows[row_count++];
	*row = (struct row){ keep(input_columns * sizeof(struct value)), false, false, NO_NAME,
		NO_NAME, (double)NAN, (double)NAN, (double)NAN, (double)NAN };
	for (i = 0; i < input_columns; i++) {
		struct value value = stage_input()->values[i];

		row->fields[i] = (struct value){ keep_value(value), value.length };
	}
	row->headline = same_text(needed[COMPARISON_ROLE], "headline");
	row->withheld = result_status_read(needed[COMPARISON_STATUS]) == RESULT_SUPPRESSED;
	row->p = row->withheld ? 1 : number(row, COMPARISON_P_VALUE);
	if (row->headline)
		join_family(row_count - 1, &indicators->list[indicator]);
}

static void end(void)
{
	size_t i;

	for (i = 0; i < name_count(keys); i++)
		adjust_family(&families[i]);
	for (i = 0; i < row_count; i++)
		put_row(&rows[i]);
}

static const struct stage stage = {
	.name = "adjust",
	.purpose = { "Adjust p values and intervals within declared families of tests.",
		"Menyesuaikan nilai p dan selang dalam keluarga uji yang ditetapkan." },
	.tables = study_tables,
	.needs = comparison_columns,
	.makes_note =
		"the columns of its input, in place, with family ... conf_high_adjusted filled",
	.begin = begin,
	.row = take,
	.end = end,
};

int main(int argc, char **argv)
{
	return stage_main(argc, argv, &stage);
}
