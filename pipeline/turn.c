/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides whether a step must run, says why, and puts its command together. */
#include "turn.h"

struct run run_of(const struct plan *plan, const struct area *area)
{
	return (struct run){
		.plan = plan,
		.area = area,
		.stamps = stamps_read(area_file(area, "stamps.csv")),
		.turns = keep((plan->count + 1) * sizeof(struct turn)),
		.asked = keep((plan->count + 1) * sizeof(bool)),
	};
}

bool turn_ready(const struct run *run, size_t number)
{
	const struct step *step = &run->plan->steps[number];
	size_t i;

	for (i = 0; i < step->input_count; i++) {
		enum turn_state state = run->turns[step->inputs[i].step].state;

		if (state != TURN_CURRENT && state != TURN_DONE)
			return false;
	}
	return true;
}

/* Fingerprints of later steps need the stamps of the turns before. */
struct stamp turn_fingerprint(const struct run *run, size_t number)
{
	struct stamp *made = keep((run->plan->count + 1) * sizeof(*made));
	size_t i;

	for (i = 0; i < run->plan->count; i++)
		made[i] = run->turns[i].stamp;
	return fingerprint(run->plan, number, made);
}

static void copy_outputs(struct stamp *stamp, const struct stamp *before)
{
	size_t i;

	for (i = 0; i < before->count; i++)
		if (before->parts[i].kind == PART_OUTPUT)
			stamp_add(stamp, PART_OUTPUT, before->parts[i].name,
				&before->parts[i].digest);
}

void turn_prepare(struct run *run, size_t number)
{
	const struct step *step = &run->plan->steps[number];
	const struct stamp *before = stamps_find(&run->stamps, step->name);
	struct turn *turn = &run->turns[number];
	const struct part *difference;

	turn->stamp = turn_fingerprint(run, number);
	difference = before == NULL ? NULL : stamp_difference(before, &turn->stamp);
	if (before == NULL) {
		turn->reason = REASON_NEW;
	} else if (difference != NULL) {
		turn->reason = REASON_CHANGED;
		turn->difference = *difference;
	} else if (!fingerprint_holds(before, step, run->area->work, turn->rows)) {
		turn->reason = REASON_LOST;
	} else if (run->asked[number]) {
		turn->reason = REASON_ASKED;
	} else {
		turn->state = TURN_CURRENT;
		copy_outputs(&turn->stamp, before);
	}
}

static const char *changed_part(const struct part *part)
{
	switch (part->kind) {
	case PART_PROGRAM:
		return keep_format(SAY("the program %s changed", "program %s berubah"), part->name);
	case PART_OPTION:
		return SAY("its options changed", "pilihannya berubah");
	case PART_TABLE:
		return keep_format(
			SAY("the study's table %s changed", "tabel studi %s berubah"), part->name);
	case PART_DATA:
		return keep_format(
			SAY("the data file %s changed", "berkas data %s berubah"), part->name);
	default:
		return keep_format(
			SAY("the table it reads changed: %s", "tabel yang dibacanya berubah: %s"),
			part->name);
	}
}

const char *turn_reason(const struct turn *turn)
{
	switch (turn->reason) {
	case REASON_CHANGED:
		return changed_part(&turn->difference);
	case REASON_LOST:
		return SAY("its table was edited or removed", "tabelnya disunting atau dihapus");
	case REASON_ASKED:
		return SAY("asked for with --from", "diminta dengan --from");
	default:
		return SAY("it has not run before", "belum pernah dijalankan");
	}
}

struct arguments turn_command(const struct run *run, size_t number, const char **input, bool typed)
{
	const struct step *step = &run->plan->steps[number];
	struct arguments command = { 0 };
	size_t i;

	arguments_add(&command, step->program);
	for (i = 0; i < step->options.count; i++)
		arguments_add(&command, step->options.word[i]);
	if (texts_option(step) != NULL)
		arguments_add(&command, texts_option(step));
	*input = NULL;
	for (i = 0; i < step->input_count; i++) {
		const struct input *one = &step->inputs[i];
		const char *file = run->plan->steps[one->step].products[one->product].file;

		if (one->with == NULL) {
			*input = area_file(run->area, file);
			continue;
		}
		arguments_add(&command, "--with");
		arguments_add(
			&command, keep_format("%s=%s", one->with, area_file(run->area, file)));
	}
	if (step->rejects) {
		arguments_add(&command, "--rejects");
		arguments_add(&command,
			typed ? area_file(run->area, step->products[1].file)
			      : partial_file(run->area, &step->products[1]));
	}
	return command;
}

const char *partial_file(const struct area *area, const struct product *product)
{
	return area_file(area, keep_format("%s.partial", product->file));
}
