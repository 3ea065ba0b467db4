/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces an indicator's definition down to questions, choices and what was recoded. */
#include <math.h>
#include <string.h>

#include "study/names.h"
#include "trace_row.h"

/* The form that a round was asked with; a round's files share it or differ by file. */
static const struct round_file *round_file(const struct trace *trace)
{
	const struct rounds *rounds = rounds_load();
	size_t i;

	for (i = 0; i < rounds->file_count; i++)
		if (rounds->files[i].round == trace->round)
			return &rounds->files[i];
	return &rounds->files[0]; /* the data say which round a row is of */
}

static void use(struct trace *trace, const char *expression, const struct place *at)
{
	const struct value *header;
	size_t count = study_header(&header), n, i, *variables = keep(count * sizeof(*variables));
	struct expression *compiled;

	if (expression == NULL || *expression == '\0')
		return;
	compiled = study_expression(expression, at, header, count);
	n = compiled == NULL ? 0 : expression_variables(compiled, variables, count);
	for (i = 0; i < n; i++)
		if (variables[i] >= KEY_COUNT)
			name_add(trace->used, header[variables[i]].text,
				header[variables[i]].length);
}

/* ---- the indicator, its members, its goal ---- */

static const char *meaning(const struct indicator *indicator)
{
	const char *text = keep_format(
		"%s; %s", text_of(indicator->label), indicator_type_name(indicator->type));

	if (*indicator->unit != '\0')
		text = keep_format("%s (%s)", text, indicator->unit);
	if (indicator->direction != DIRECTION_NONE)
		text = keep_format("%s; %s", text,
			indicator->direction == DIRECTION_UP
				? SAY("more is better", "makin tinggi makin baik")
				: SAY("less is better", "makin rendah makin baik"));
	if (!isnan(indicator->mid))
		text = keep_format(SAY("%s; smallest change that matters %s",
					   "%s; perubahan terkecil yang berarti %s"),
			text, indicator->mid_text.text);
	return text;
}

static void put_indicator(struct trace *trace, const char *kind, const struct indicator *indicator)
{
	const struct indicators *all = indicators_load();
	size_t i;

	trace_row(kind, indicator->name, indicator->place.file, indicator->place.line,
		meaning(indicator));
	if (*indicator->calculation != '\0')
		trace_row("calculation", indicator->name, indicator->place.file,
			indicator->place.line, indicator->calculation);
	if (*indicator->per != '\0')
		trace_row("per", indicator->name, indicator->per_place.file,
			indicator->per_place.line, indicator->per);
	if (*indicator->among != '\0')
		trace_row("among", indicator->name, indicator->place.file, indicator->place.line,
			indicator->among);
	use(trace, indicator->calculation, &indicator->place);
	use(trace, indicator->per, &indicator->per_place);
	use(trace, indicator->among, &indicator->among_place);
	for (i = 0; i < indicator->member_count; i++)
		put_indicator(trace, "member", &all->list[indicator->members[i]]);
}

static void put_goal(const struct trace *trace)
{
	const struct goal *goal = &goals_load()->list[trace->indicator->goal];

	trace_row("goal", goal->name, "goals.csv",
		trace_line("goals.csv", "goal", goal->name, NULL, NULL),
		keep_format("%s (%s)", text_of(goal->label), goal_kind_name(goal->kind)));
}

static void put_keep(struct trace *trace)
{
	const struct study *study = study_load();

	if (study->keep == NULL)
		return;
	trace_row("keep", "keep", study->keep_place.file, study->keep_place.line,
		keep_format(SAY("rows that count: %s", "baris yang dihitung: %s"), study->keep));
	use(trace, study->keep, &study->keep_place);
}

/* ---- questions and what was done to their answers ---- */

static const char *label_here(struct text label, const char *otherwise)
{
	const char *text = text_of(label);

	if (text == NULL)
		text = label.en != NULL ? label.en : label.id;
	return text == NULL ? otherwise : text;
}

static void put_choices(const struct question *question, const char *folder)
{
	const char *file =
		strcmp(folder, ".") == 0 ? "choices.csv" : keep_format("%s/choices.csv", folder);
	const struct choice_list *list = question->list;
	const char *all = "";
	size_t i;

	for (i = 0; i < list->count; i++) {
		const struct choice *choice = &list->choices[i];

		all = keep_format("%s%s%s = %s", all, i == 0 ? "" : "; ", choice->name,
			label_here(choice->label, choice->name));
		if (!missing(choice->score_text))
			all = keep_format(
				SAY("%s (score %s)", "%s (skor %s)"), all, choice->score_text.text);
	}
	trace_row("choices", list->name, file,
		trace_line(file, "list_name", list->name, NULL, NULL), all);
}

static void put_questions(const struct trace *trace)
{
	const char *folder = round_file(trace)->form;
	const struct form *form = form_load(folder);
	struct names *lists = names_new();
	size_t i, before;

	for (i = 0; i < name_count(trace->used); i++) {
		const char *name = name_text(trace->used, i);
		const struct question *question = form_question(form, name);

		if (question == NULL) {
			trace_row("question", name, NULL, 0,
				SAY("not asked in this round",
					"tidak ditanyakan pada putaran ini"));
			continue;
		}
		trace_row("question", name, question->place.file, question->place.line,
			label_here(question->label, ""));
		if (question->list == NULL)
			continue;
		before = name_count(lists);
		name_add(lists, question->list->name, strlen(question->list->name));
		if (name_count(lists) > before)
			put_choices(question, folder);
	}
}

static const char *recoding(const struct recode *recode)
{
	const char *text;

	if (*recode->column != '\0')
		return keep_format(
			SAY("column %s of the export", "kolom %s di ekspor"), recode->column);
	text = *recode->becomes == '\0'
		? keep_format(SAY("'%s' is made missing", "'%s' dijadikan kosong"), recode->value)
		: keep_format(SAY("'%s' becomes '%s'", "'%s' menjadi '%s'"), recode->value,
			  recode->becomes);
	if (*recode->reason != '\0')
		text = keep_format("%s: %s", text, recode->reason);
	if (*recode->respondent != '\0')
		text = keep_format(SAY("%s (one respondent)", "%s (satu responden)"), text);
	return text;
}

static void put_recodes(const struct trace *trace)
{
	const struct recodes *recodes = recodes_load();
	size_t i;

	for (i = 0; i < recodes->count; i++) {
		const struct recode *recode = &recodes->list[i];
		bool all = *recode->question == '\0';

		if ((*recode->round == '\0' || strcmp(recode->round, trace->round_name) == 0) &&
			(all ||
				name_find(trace->used, recode->question,
					strlen(recode->question)) != NO_NAME))
			trace_row("recode",
				all ? SAY("all questions", "semua pertanyaan") : recode->question,
				recode->place.file, recode->place.line, recoding(recode));
	}
}

void trace_definition(struct trace *trace)
{
	put_indicator(trace, "indicator", trace->indicator);
	put_goal(trace);
	put_keep(trace);
	put_questions(trace);
	put_recodes(trace);
}
