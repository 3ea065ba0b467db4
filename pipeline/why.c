/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds a step's fingerprint against its stamp, ingredient by ingredient. */
#include "why.h"

#include "answer.h"

/* How an ingredient stands to what it was when the step last ran; in the order of telling. */
enum change { OTHER, NEW, GONE, OPEN, SAME, CHANGES };

struct ingredient {
	const struct part *part;
	enum change change;
};

static const char *change_name(enum change change)
{
	switch (change) {
	case OTHER:
		return SAY("changed", "berubah");
	case NEW:
		return SAY("new", "baru");
	case GONE:
		return SAY("gone", "hilang");
	case OPEN:
		return SAY("open", "belum pasti");
	default:
		return SAY("same", "sama");
	}
}

static const char *kind_word(enum part_kind kind)
{
	switch (kind) {
	case PART_PROGRAM:
		return SAY("program", "program");
	case PART_OPTION:
		return SAY("options", "pilihan");
	case PART_TABLE:
		return SAY("the study's table", "tabel studi");
	case PART_DATA:
		return SAY("data file", "berkas data");
	default:
		return SAY("table it reads", "tabel yang dibaca");
	}
}

static enum change change_of(const struct stamp *before, const struct part *part)
{
	const struct part *earlier =
		before == NULL ? NULL : stamp_part(before, part->kind, part->name);
	bool there = *part->digest.hex != '\0';

	if (part->kind == PART_INPUT && !there)
		return OPEN; /* the step that makes it has not run yet */
	if (earlier == NULL || *earlier->digest.hex == '\0')
		return there ? NEW : SAME;
	if (!there)
		return GONE;
	return digest_equal(&earlier->digest, &part->digest) ? SAME : OTHER;
}

/* Those of the fingerprint as it is now, then what was in the stamp alone. */
static size_t gather(
	const struct stamp *before, const struct stamp *now, struct ingredient *ingredients)
{
	size_t count = 0, i;

	for (i = 0; i < now->count; i++)
		if (now->parts[i].kind != PART_OUTPUT)
			ingredients[count++] = (struct ingredient){ &now->parts[i],
				change_of(before, &now->parts[i]) };
	for (i = 0; before != NULL && i < before->count; i++)
		if (before->parts[i].kind != PART_OUTPUT &&
			stamp_part(now, before->parts[i].kind, before->parts[i].name) == NULL)
			ingredients[count++] = (struct ingredient){ &before->parts[i], GONE };
	return count;
}

/* An ingredient of its own changed: then the step runs whatever becomes of the tables it reads. */
static bool certain(const struct run *run, size_t number)
{
	const struct stamp *before = stamps_find(&run->stamps, run->plan->steps[number].name);
	struct stamp now = turn_fingerprint(run, number);
	struct turn *turn = &run->turns[number];
	size_t i;

	if (turn_ready(run, number) || before == NULL)
		return true;
	for (i = 0; i < now.count; i++) {
		if (change_of(before, &now.parts[i]) == SAME ||
			change_of(before, &now.parts[i]) == OPEN)
			continue;
		turn->reason = REASON_CHANGED;
		turn->difference = now.parts[i];
		return true;
	}
	return false;
}

static void show_ingredients(const struct run *run, size_t number)
{
	const struct stamp *before = stamps_find(&run->stamps, run->plan->steps[number].name);
	struct stamp now = turn_fingerprint(run, number);
	struct ingredient *ingredients =
		keep((now.count + (before == NULL ? 0 : before->count) + 1) * sizeof(*ingredients));
	size_t count = gather(before, &now, ingredients), i;
	enum change change;

	answer(SAY("What its table depends on (sha256 of now):\n",
		"Yang menentukan tabelnya (sha256 kini):\n"));
	for (change = OTHER; change < CHANGES; change++) {
		for (i = 0; i < count; i++) {
			const struct part *part = ingredients[i].part;

			if (ingredients[i].change == change)
				answer("  %-11s %-17s %-12.12s %s\n", change_name(change),
					kind_word(part->kind),
					change == GONE ? "" : part->digest.hex, part->name);
		}
	}
}

static void show_before(const struct run *run, size_t number)
{
	bool *marked = keep((run->plan->count + 1) * sizeof(*marked));
	bool first = true;
	size_t i, j;

	marked[number] = true;
	for (i = number + 1; i-- > 0;)
		for (j = 0; marked[i] && j < run->plan->steps[i].input_count; j++)
			marked[run->plan->steps[i].inputs[j].step] = true;
	for (i = 0; i < number; i++) {
		if (!marked[i] || run->turns[i].state == TURN_CURRENT || !turn_ready(run, i))
			continue;
		if (first)
			answer(SAY("Steps before it that would run:\n",
				"Langkah sebelumnya yang akan dijalankan:\n"));
		first = false;
		answer("  %s: %s\n", run->plan->steps[i].name, turn_reason(&run->turns[i]));
	}
}

static void show_followers(const struct run *run, size_t number)
{
	bool *marked = keep((run->plan->count + 1) * sizeof(*marked));
	size_t i, j;

	plan_mark_followers(run->plan, number, marked);
	answer(SAY("What follows from it, where its table comes out otherwise:\n",
		"Yang mengikutinya, bila tabelnya berubah:\n"));
	for (i = number; i < run->plan->count; i++) {
		const struct step *step = &run->plan->steps[i];

		if (!marked[i])
			continue;
		if (i != number)
			answer("  %s (%s)\n", step->name, step->stage);
		for (j = 0; j < step->product_count; j++)
			if (step->products[j].published)
				answer(SAY("    publishes %s/%s%s\n", "    menerbitkan %s/%s%s\n"),
					run->area->shown, published_folder(step->kind),
					step->products[j].file);
	}
}

void show_why(struct run *run, size_t number)
{
	const char *name = run->plan->steps[number].name;
	size_t i;

	for (i = 0; i <= number; i++)
		if (turn_ready(run, i))
			turn_prepare(run, i);
	if (run->turns[number].state == TURN_CURRENT)
		answer(SAY("%s would not run: nothing that its table depends on has changed\n",
			       "%s tidak akan dijalankan: tidak ada penentu tabelnya yang "
			       "berubah\n"),
			name);
	else if (certain(run, number))
		answer(SAY("%s would run: %s\n", "%s akan dijalankan: %s\n"), name,
			turn_reason(&run->turns[number]));
	else
		answer(SAY("%s would run if a table it reads comes out otherwise\n",
			       "%s akan dijalankan bila tabel yang dibacanya berubah\n"),
			name);
	show_before(run, number);
	show_ingredients(run, number);
	show_followers(run, number);
}
