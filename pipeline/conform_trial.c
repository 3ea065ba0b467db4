/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a stage once, and judges what it wrote without trusting it. */
#include "conform_trial.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arguments.h"
#include "process.h"
#include "system.h"

enum { SECONDS = 60, REASON_LIMIT = 600, SHOWN_LIMIT = 160 };

/* ---- how a rule ends ---- */

enum outcome breaks(struct conformity *conformity, const char *reason, ...)
{
	char text[REASON_LIMIT];
	va_list arguments;
	size_t i;

	va_start(arguments, reason);
	vsnprintf(text, sizeof(text), reason, arguments);
	va_end(arguments);
	for (i = 0; text[i] != '\0'; i++) /* one line of TAP */
		if ((unsigned char)text[i] < ' ')
			text[i] = ' ';
	conformity->reason = keep_text(text, strlen(text));
	return BROKEN_RULE;
}

enum outcome not_asked(struct conformity *conformity, const char *reason)
{
	conformity->reason = reason;
	return NOT_ASKED;
}

/* The first line of a text, no longer than fits on a line. */
static const char *first_line(struct bytes_read bytes)
{
	size_t length = strcspn(bytes.text, "\n");

	return keep_text(bytes.text, length < SHOWN_LIMIT ? length : SHOWN_LIMIT);
}

static const char *ending(int status)
{
	if (status < 0)
		return keep_format(SAY("killed by signal %d", "dihentikan sinyal %d"), -status);
	return keep_format("%d", status);
}

enum outcome ended(struct conformity *conformity, const struct trial *trial, const char *wanted)
{
	return breaks(conformity,
		SAY("%s: it ended with %s, not %s%s%s", "%s: berakhir dengan %s, bukan %s%s%s"),
		trial->what, ending(trial->status), wanted, trial->errors.length > 0 ? ": " : "",
		first_line(trial->errors));
}

static bool same_bytes(struct bytes_read one, struct bytes_read other)
{
	return one.length == other.length && memcmp(one.text, other.text, one.length) == 0;
}

/* Says the first line where two texts part. */
static enum outcome differs(struct conformity *conformity, const char *what,
	struct bytes_read wanted, struct bytes_read got)
{
	size_t line = 1, begin = 0, i;

	for (i = 0; i < wanted.length && i < got.length && wanted.text[i] == got.text[i]; i++) {
		if (wanted.text[i] == '\n') {
			line++;
			begin = i + 1;
		}
	}
	if (i == got.length)
		return breaks(conformity,
			SAY("%s: its output ends too early, in line %zu",
				"%s: keluarannya berakhir terlalu awal, di baris %zu"),
			what, line);
	return breaks(conformity,
		SAY("%s: line %zu of its output is '%s', not '%s'",
			"%s: baris %zu keluarannya '%s', bukan '%s'"),
		what, line, first_line((struct bytes_read){ got.text + begin, got.length - begin }),
		first_line((struct bytes_read){ wanted.text + begin, wanted.length - begin }));
}

enum outcome gives(
	struct conformity *conformity, const struct trial *trial, struct bytes_read wanted)
{
	if (trial->status != DONE)
		return ended(conformity, trial, "0");
	if (!same_bytes(trial->out, wanted))
		return differs(conformity, trial->what, wanted, trial->out);
	return HELD;
}

/* ---- one run ---- */

/* Writes the whole input into a pipe: 0 if all of it was taken. */
struct feeding {
	struct bytes_read bytes;
	int into, from;
};

static int feed(const void *context)
{
	const struct feeding *feeding = context;
	size_t done = 0;

	close(feeding->from);
	signal(SIGPIPE, SIG_IGN);
	while (done < feeding->bytes.length) {
		ssize_t wrote = write(
			feeding->into, feeding->bytes.text + done, feeding->bytes.length - done);

		if (wrote < 0)
			return 1;
		done += (size_t)wrote;
	}
	return 0;
}

static int exit_of(int status)
{
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static int run_fed(struct process *process, bool *unread)
{
	struct feeding feeding = { .bytes = bytes_of(process->input) };
	int ends[2], status;
	pid_t feeder, stage;

	if (pipe(ends) != 0)
		broken(NULL, "pipe: %s", strerror(errno));
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	feeding.from = ends[0];
	feeding.into = ends[1];
	process->input = keep_format("/proc/self/fd/%d", ends[0]);
	stage = process_begin(process);
	feeder = process_begin(&(struct process){ .work = feed,
		.context = &feeding,
		.output = -1,
		.errors = -1,
		.seconds = SECONDS });
	close(ends[0]);
	close(ends[1]);
	status = process_end_of(stage);
	*unread = process_end_of(feeder) != 0;
	return status;
}

static struct arguments words_of(const struct conformity *conformity, const struct way *way)
{
	struct arguments words = { 0 };
	size_t i;

	arguments_add(&words, conformity->program);
	for (i = 0; i < conformity->request->option_count; i++)
		arguments_add(&words, conformity->request->options[i]);
	if (way->more != NULL)
		arguments_add(&words, way->more);
	return words;
}

struct trial try_stage(struct conformity *conformity, const char *what, const struct way *way)
{
	struct arguments words = words_of(conformity, way);
	int full = way->full ? open("/dev/full", O_WRONLY | O_CLOEXEC) : -1, out = nameless_file(),
	    errors = nameless_file();
	struct process process = { .words = words.word,
		.folder = way->folder,
		.input = way->input != NULL ? way->input : conformity->sample_path,
		.output = way->full ? full : out,
		.errors = errors,
		.settings = way->settings,
		.seconds = SECONDS };
	struct trial trial = { .what = what };

	trial.status = exit_of(way->fed ? run_fed(&process, &trial.unread)
					: process_end_of(process_begin(&process)));
	trial.out = bytes_of(keep_format("/proc/self/fd/%d", out));
	trial.errors = bytes_of(keep_format("/proc/self/fd/%d", errors));
	close(out);
	close(errors);
	if (full >= 0)
		close(full);
	if ((trial.status < DONE || trial.status > BROKEN) && !conformity->is_odd) {
		conformity->is_odd = true;
		conformity->odd = trial;
	}
	return trial;
}

/* ---- is it a table ---- */

/* Reads stdin as the chain would and writes it as the contract wants; a process of its own, since
 * reading ends the program where it is no table. */
static int rewrite(const void *context)
{
	struct reader *reader = reader_open(NULL, NULL);
	struct writer *writer = writer_open(NULL);
	size_t i;

	(void)context;
	for (i = 0; i < reader->columns; i++)
		put_value(writer, reader->header[i]);
	end_row(writer);
	while (reader_next(reader)) {
		for (i = 0; i < reader->count; i++)
			put_value(writer, reader->values[i]);
		end_row(writer);
	}
	writer_close(writer);
	return DONE;
}

bool is_table(struct conformity *conformity, struct bytes_read bytes, struct bytes_read *as_written)
{
	int out = nameless_file(), errors = nameless_file();
	const char *path = bytes_file(bytes);
	int status = exit_of(process_end_of(process_begin(&(struct process){ .work = rewrite,
		.input = path,
		.output = out,
		.errors = errors,
		.seconds = SECONDS })));
	struct bytes_read said = bytes_of(keep_format("/proc/self/fd/%d", errors));

	if (as_written != NULL)
		*as_written = bytes_of(keep_format("/proc/self/fd/%d", out));
	close(out);
	close(errors);
	if (status != DONE)
		breaks(conformity,
			SAY("its output is no whole table: %s",
				"keluarannya bukan tabel yang utuh: %s"),
			first_line(said));
	return status == DONE;
}

enum outcome gives_table(
	struct conformity *conformity, const struct trial *trial, struct bytes_read wanted)
{
	struct trial written = *trial;

	if (trial->status == DONE && !is_table(conformity, trial->out, &written.out))
		return BROKEN_RULE;
	return gives(conformity, &written, wanted);
}
