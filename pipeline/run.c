/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the steps of a plan: begins what is ready, waits for whichever ends, stops at the first failure. */
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "document.h"
#include "origin.h"
#include "process.h"
#include "progress.h"
#include "render.h"
#include "system.h"
#include "tree.h"

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void drop_partial(const struct run *run, const struct step *step)
{
	size_t i;

	for (i = 0; i < step->product_count; i++)
		tree_remove(partial_file(run->area, &step->products[i]));
	if (step->kind == STEP_CHART)
		tree_remove(render_folder(run->area, step));
}

static int open_partial(const struct run *run, const struct step *step)
{
	const char *file = partial_file(run->area, &step->products[0]);
	int descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

	if (descriptor < 0)
		broken(&(struct place){ .file = file }, "%s", strerror(errno));
	return descriptor;
}

static void begin_step(struct run *run, size_t number)
{
	const struct step *step = &run->plan->steps[number];
	struct turn *turn = &run->turns[number];
	const char *input;
	struct arguments command = turn_command(run, number, &input, false);
	struct process process = { .words = command.word, .input = input, .output = -1 };
	struct rendering rendering = { run->plan, step, run->area, input };

	drop_partial(run, step);
	turn->messages = nameless_file();
	process.errors = turn->messages;
	if (!makes_tables(step->kind)) {
		process.words = NULL;
		process.work = step->kind == STEP_CHART ? render : document_make;
		process.context = &rendering;
	} else {
		process.output = open_partial(run, step);
	}
	turn->seconds = now();
	turn->process = (int)process_begin(&process);
	turn->state = TURN_RUNNING;
	if (process.output >= 0)
		close(process.output);
}

/* A table ends with a line end; what a dying program leaves often does not. */
static bool is_whole(const char *file, bool table)
{
	int descriptor = open(file, O_RDONLY | O_CLOEXEC);
	struct stat status;
	char last = '\n';
	bool whole;

	if (descriptor < 0)
		return false;
	whole = fstat(descriptor, &status) == 0 && status.st_size > 0 &&
		(!table || (pread(descriptor, &last, 1, status.st_size - 1) == 1 && last == '\n'));
	close(descriptor);
	return whole;
}

static bool all_whole(const struct run *run, const struct step *step)
{
	size_t i;

	for (i = 0; i < step->product_count; i++)
		if (!is_whole(
			    partial_file(run->area, &step->products[i]), makes_tables(step->kind)))
			return false;
	return true;
}

static bool same_outputs(const struct stamp *before, const struct stamp *after)
{
	const struct part *part, *other;

	for (part = after->parts; part < after->parts + after->count; part++) {
		other = before == NULL ? NULL : stamp_part(before, PART_OUTPUT, part->name);
		if (part->kind == PART_OUTPUT &&
			(other == NULL || !digest_equal(&other->digest, &part->digest)))
			return false;
	}
	return true;
}

static void keep_products(struct run *run, size_t number)
{
	const struct step *step = &run->plan->steps[number];
	struct turn *turn = &run->turns[number];
	size_t i;

	for (i = 0; i < step->product_count; i++)
		tree_rename(partial_file(run->area, &step->products[i]),
			area_file(run->area, step->products[i].file));
	drop_partial(run, step);
	fingerprint_outputs(&turn->stamp, step, run->area->work, turn->rows);
	turn->same = same_outputs(stamps_find(&run->stamps, step->name), &turn->stamp);
	stamps_put(&run->stamps, &turn->stamp);
	stamps_write(&run->stamps, area_file(run->area, "stamps.csv"));
}

static size_t turn_of(const struct run *run, pid_t pid)
{
	size_t i;

	for (i = 0; i < run->plan->count; i++)
		if (run->turns[i].state == TURN_RUNNING && run->turns[i].process == (int)pid)
			return i;
	return NO_NAME;
}

static enum exit_status exit_of(int status)
{
	if (WIFEXITED(status) && (WEXITSTATUS(status) == REFUSED || WEXITSTATUS(status) == MISUSED))
		return (enum exit_status)WEXITSTATUS(status);
	return BROKEN;
}

static void stop_all(struct run *run)
{
	size_t i;

	process_end_all();
	for (i = 0; i < run->plan->count; i++) {
		struct turn *turn = &run->turns[i];

		if (turn->state == TURN_RUNNING)
			drop_partial(run, &run->plan->steps[i]);
		if (turn->state == TURN_RUNNING || turn->state == TURN_WAITING)
			turn->state = TURN_NOT_RUN;
	}
}

/* What a refusing step had set aside is what a person needs to see; it stays in the work area. */
static void leave_rejects(const struct run *run, const struct step *step, int status)
{
	const char *file = area_file(run->area, keep_format("%s.rejects.csv", step->name));

	if (!step->rejects || !WIFEXITED(status) || WEXITSTATUS(status) != REFUSED)
		return;
	if (rename(partial_file(run->area, &step->products[1]), file) == 0)
		warn(&(struct place){ .file = file },
			SAY("lists every row and value set aside so far, with the reason",
				"memuat setiap baris dan nilai yang disisihkan sejauh ini beserta "
				"sebabnya"));
}

/* Takes over a step whose process has ended. */
static enum exit_status finish_step(struct run *run, size_t number, int status)
{
	const struct step *step = &run->plan->steps[number];
	struct turn *turn = &run->turns[number];
	bool good = WIFEXITED(status) && WEXITSTATUS(status) == 0 && all_whole(run, step);

	if (good && origins_changed() != NULL) {
		/* else the stamp would say that the table came from other files */
		drop_partial(run, step);
		turn->state = TURN_FAILED;
		stop_all(run);
		origins_hold();
	}
	turn->seconds = now() - turn->seconds;
	turn->state = good ? TURN_DONE : TURN_FAILED;
	if (good)
		keep_products(run, number);
	progress_line(run, number);
	progress_messages(turn->messages);
	close(turn->messages);
	if (good)
		return DONE;
	leave_rejects(run, step, status);
	drop_partial(run, step);
	stop_all(run);
	progress_failure(run, number, status);
	return exit_of(status);
}

/* Begins all that is ready while there is room; returns how many run. Tables that stand as they
 * are make further steps ready, hence in the order of the plan. */
static size_t begin_ready(struct run *run, size_t jobs)
{
	size_t running = 0, i;

	for (i = 0; i < run->plan->count; i++)
		running += run->turns[i].state == TURN_RUNNING;
	for (i = 0; i < run->plan->count && running < jobs; i++) {
		struct turn *turn = &run->turns[i];

		if (turn->state != TURN_WAITING || !turn_ready(run, i))
			continue;
		turn_prepare(run, i);
		if (turn->state == TURN_CURRENT) {
			progress_line(run, i);
			continue;
		}
		begin_step(run, i);
		running++;
	}
	return running;
}

enum exit_status run_steps(struct run *run, size_t jobs)
{
	enum exit_status result = DONE;
	int status, signal_number;
	pid_t pid;

	while (result == DONE && begin_ready(run, jobs) > 0) {
		signal_number = process_wait(&pid, &status);
		if (signal_number == 0 && turn_of(run, pid) != NO_NAME) {
			result = finish_step(run, turn_of(run, pid), status);
		} else if (signal_number != 0) {
			stop_all(run);
			warn(NULL,
				SAY("stopped; nothing was published",
					"dihentikan; tidak ada yang diterbitkan"));
			process_die(signal_number);
		}
	}
	return result;
}
