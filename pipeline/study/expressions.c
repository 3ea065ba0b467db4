/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What names mean in a study's expressions: questions of its forms, and key columns. */
#include "study/study.h"

#include <math.h>
#include <string.h>

#include "kit/decimal.h"
#include "study/names.h"
#include "study/norms.h"

const char *const key_names[KEY_COUNT] = { "respondent", "round", "arm", "cluster", "stratum",
	"weight", "fpc" };

/* A percentile(): where it looks its argument up. */
struct placing {
	const struct ranking *ranking; /* NULL: nowhere */
	int64_t denominator;           /* of its argument */
};

/* What an expression may name. */
struct scope {
	const struct value *header;
	size_t columns;
	const struct choice_list **lists; /* of the columns met so far */
	size_t round;                     /* column, or NO_NAME */
	const struct place *place;
	const char *owner; /* of percentile()s */
	const struct norms *norms;
	struct placing *placings; /* one a percentile() */
	size_t placing_count, placing_room;
};

/* The first form that has the question: the study's own, then those of its rounds. */
const struct question *study_question(const char *name)
{
	const struct question *question = form_question(form_load("."), name);
	const struct rounds *rounds = rounds_load();
	size_t i;

	for (i = 0; question == NULL && i < rounds->file_count; i++)
		question = form_question(form_load(rounds->files[i].form), name);
	return question;
}

static int64_t question_denominator(const char *name)
{
	const struct rounds *rounds = rounds_load();
	const struct question *question = form_question(form_load("."), name);
	int64_t denominator = question == NULL ? 1 : question->denominator;
	bool found = question != NULL;
	size_t i;

	for (i = 0; i < rounds->file_count; i++) {
		question = form_question(form_load(rounds->files[i].form), name);
		if (question == NULL)
			continue;
		found = true;
		denominator = lattice_lcm(denominator, question->denominator);
	}
	return found ? denominator : 0;
}

static size_t variable(void *context, const char *name, int64_t *denominator)
{
	const struct scope *scope = context;
	size_t i;

	for (i = 0; i < scope->columns; i++)
		if (same_text(scope->header[i], name)) {
			const struct question *question = study_question(name);

			scope->lists[i] = question == NULL ? NULL : question->list;
			*denominator = question_denominator(name);
			return i;
		}
	return NO_NAME;
}

static bool score_of(void *context, size_t column, struct value choice, double *score)
{
	const struct choice_list *list = ((const struct scope *)context)->lists[column];
	const struct choice *found = list == NULL ? NULL : list_choice(list, choice);

	if (found == NULL || isnan(found->score))
		return false;
	*score = found->score;
	return true;
}

static int64_t score_denominator(void *context, size_t column)
{
	const struct choice_list *list = ((const struct scope *)context)->lists[column];
	int64_t denominator = list == NULL ? 0 : 1, tenths;
	struct decimal score;
	size_t i;
	int j;

	for (i = 0; list != NULL && i < list->count; i++) {
		if (missing(list->choices[i].score_text))
			continue;
		if (!decimal_read(list->choices[i].score_text, &score))
			return 0;
		for (tenths = 1, j = 0; j < score.decimals; j++)
			tenths = lattice_times(tenths, 10);
		denominator = lattice_lcm(denominator, tenths);
	}
	return denominator;
}

/* x times the baseline's price level over that of the row's round. In the baseline it is x. */
static bool real_of(void *context, const struct value *values, double amount, double *real)
{
	const struct scope *scope = context;
	const struct rounds *rounds = rounds_load();
	size_t round = round_find(rounds, values[scope->round]);

	if (round == NO_NAME)
		return false;
	*real = amount * (rounds->list[0].price_index / rounds->list[round].price_index);
	return isfinite(*real);
}

static size_t distribution_of(void *context, const char *argument, int64_t denominator)
{
	struct scope *scope = context;
	struct placing *placing;

	ranking_ask(scope->owner, argument, scope->place);
	scope->placings = grow(
		scope->placings, &scope->placing_room, scope->placing_count + 1, sizeof(*placing));
	placing = &scope->placings[scope->placing_count];
	placing->denominator = denominator;
	placing->ranking =
		scope->norms == NULL ? NULL : ranking_find(scope->norms, scope->owner, argument);
	return scope->placing_count++;
}

static bool percentile_of(void *context, size_t distribution, double value, double *place)
{
	const struct placing *placing = &((const struct scope *)context)->placings[distribution];

	return placing->ranking != NULL &&
		ranking_place(placing->ranking, value, placing->denominator, place);
}

/* real() divides by the price level of any round. */
static void check_prices(const struct place *at)
{
	static bool checked;
	const struct rounds *rounds = rounds_load();
	size_t i;

	for (i = 0; i < rounds->count && !checked; i++)
		if (isnan(rounds->list[i].price_index))
			fault(&rounds->list[i].price_place,
				SAY("real() needs the price level of every round (%s, line %zu)",
					"real() memerlukan tingkat harga setiap putaran (%s, baris "
					"%zu)"),
				at->file, at->line);
	checked = true;
}

struct expression *study_calculation(const char *text, const struct place *at, const char *owner,
	const struct norms *norms, const struct value *header, size_t columns)
{
	struct scope *scope = keep(sizeof(*scope));
	struct expression_names names = { .variable = variable,
		.score = score_of,
		.score_denominator = score_denominator,
		.percentile = percentile_of,
		.context = scope };
	struct expression *expression;

	*scope = (struct scope){
		.header = header, .columns = columns, .place = at, .owner = owner, .norms = norms
	};
	scope->lists = keep((columns + 1) * sizeof(*scope->lists));
	for (scope->round = 0;
		scope->round < columns && !same_text(header[scope->round], key_names[KEY_ROUND]);
		scope->round++)
		;
	names.real = scope->round < columns ? real_of : NULL;
	names.distribution = owner != NULL ? distribution_of : NULL;
	expression = expression_compile(text, &names, at);
	if (expression != NULL && expression_needs_prices(expression))
		check_prices(at);
	return expression;
}

struct expression *study_expression(
	const char *text, const struct place *at, const struct value *header, size_t columns)
{
	return study_calculation(text, at, NULL, NULL, header, columns);
}

/* ---- all that a study can name ---- */

static void add_form(struct names *all, const char *folder)
{
	const struct form *form = form_load(folder);
	size_t i;

	for (i = 0; i < form->count; i++)
		if (form->questions[i].type != QUESTION_OTHER)
			name_add(all, form->questions[i].name, strlen(form->questions[i].name));
}

size_t study_header(const struct value **header)
{
	static struct value *values;
	static size_t count;
	const struct rounds *rounds = rounds_load();
	struct names *all;
	size_t i;

	if (values == NULL) {
		all = names_new();
		for (i = 0; i < KEY_COUNT; i++)
			name_add(all, key_names[i], strlen(key_names[i]));
		add_form(all, ".");
		for (i = 0; i < rounds->file_count; i++)
			add_form(all, rounds->files[i].form);
		count = name_count(all);
		values = keep(count * sizeof(*values));
		for (i = 0; i < count; i++)
			values[i] = (struct value){ name_text(all, i), strlen(name_text(all, i)) };
	}
	*header = values;
	return count;
}

/* Marks the columns that an expression of the study uses. */
static void mark(
	bool *used, size_t count, const char *text, const struct place *at, const char *owner)
{
	const struct value *header;
	struct expression *expression;
	size_t *variables = keep(count * sizeof(*variables)), n, i;

	if (text == NULL || *text == '\0')
		return;
	study_header(&header);
	expression = study_calculation(text, at, owner, NULL, header, count);
	if (expression == NULL)
		return;
	n = expression_variables(expression, variables, count);
	for (i = 0; i < n; i++)
		used[variables[i]] = true;
}

static void mark_carried(
	bool *used, const struct study *study, const struct value *header, size_t count)
{
	size_t i, j;

	for (i = 0; i < study->carry_count; i++) {
		for (j = 0; j < count && !same_text(header[j], study->carry[i]); j++)
			;
		if (j == count)
			fault(&study->carry_place,
				SAY("no form has a question '%s'",
					"tidak ada formulir dengan pertanyaan '%s'"),
				study->carry[i]);
		else
			used[j] = true;
	}
}

static struct names *find_needed(void)
{
	const struct study *study = study_load();
	const struct indicators *indicators = indicators_load();
	const struct groups *groups = groups_load();
	const struct value *header;
	size_t count = study_header(&header), i;
	bool *used = keep(count * sizeof(*used));
	struct names *needed = names_new();

	for (i = 0; i < indicators->count; i++) {
		mark(used, count, indicators->list[i].calculation, &indicators->list[i].place,
			indicators->list[i].name);
		mark(used, count, indicators->list[i].per, &indicators->list[i].per_place,
			indicators->list[i].name);
		mark(used, count, indicators->list[i].among, &indicators->list[i].among_place,
			NULL);
	}
	for (i = 0; i < groups->count; i++)
		mark(used, count, groups->list[i].calculation, &groups->list[i].place,
			groups->list[i].name);
	mark(used, count, study->keep, &study->keep_place, NULL);
	mark_carried(used, study, header, count);
	for (i = KEY_COUNT; i < count; i++)
		if (used[i])
			name_add(needed, header[i].text, header[i].length);
	return needed;
}

const struct names *questions_needed(void)
{
	static const struct names *needed;

	if (needed == NULL)
		needed = find_needed();
	return needed;
}
