/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells a person how a run goes and where to look when it is done. */
#include "progress.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "answer.h"
#include "aside.h"

enum { SHOWN_LIMIT = 1 << 16 };

/* strsignal() is beyond what every C library says alike. */
static const char *signal_name(int number)
{
	switch (number) {
	case SIGSEGV:
		return "SIGSEGV";
	case SIGABRT:
		return "SIGABRT";
	case SIGKILL:
		return "SIGKILL";
	case SIGTERM:
		return "SIGTERM";
	case SIGPIPE:
		return "SIGPIPE";
	case SIGXFSZ:
		return "SIGXFSZ";
	default:
		return keep_format("%d", number);
	}
}

static const char *state_name(const struct turn *turn)
{
	switch (turn->state) {
	case TURN_CURRENT:
		return SAY("unchanged", "tetap");
	case TURN_DONE:
		return turn->same ? SAY("same again", "hasil sama") : SAY("done", "selesai");
	case TURN_FAILED:
		return SAY("FAILED", "GAGAL");
	case TURN_NOT_RUN:
		return SAY("not run", "tidak jalan");
	default:
		return SAY("waiting", "menunggu");
	}
}

/* "1 row", "2 rows" */
static const char *rows_of(size_t count)
{
	return keep_format(
		count == 1 ? SAY("%zu row", "%zu baris") : SAY("%zu rows", "%zu baris"), count);
}

static const char *values_of(size_t count)
{
	return keep_format(
		count == 1 ? SAY("%zu value", "%zu nilai") : SAY("%zu values", "%zu nilai"), count);
}

void progress_line(const struct run *run, size_t number)
{
	const struct step *step = &run->plan->steps[number];
	const struct turn *turn = &run->turns[number];

	if (!isatty(STDERR_FILENO))
		return;
	fprintf(stderr, "  %-16s %-16s %-12s", step->name, step->stage, state_name(turn));
	if (turn->state == TURN_DONE)
		fprintf(stderr, "%7.2f s", turn->seconds);
	else
		fprintf(stderr, "%9s", "");
	if (makes_tables(step->kind) && (turn->state == TURN_DONE || turn->state == TURN_CURRENT))
		fprintf(stderr, SAY("%9zu rows", "%9zu baris"), turn->rows[0]);
	if (step->rejects && turn->rows[1] > 0 &&
		(turn->state == TURN_DONE || turn->state == TURN_CURRENT)) {
		struct aside aside = aside_count(area_file(run->area, step->products[1].file));

		fprintf(stderr, SAY(", %s and %s set aside", ", %s dan %s disisihkan"),
			rows_of(aside.rows), values_of(aside.values));
	}
	fputc('\n', stderr);
}

static void show_byte(unsigned char byte)
{
	fprintf(stderr, "\\x%02X", byte);
}

void progress_messages(int descriptor)
{
	unsigned char *text = keep(SHOWN_LIMIT + 1);
	ssize_t length = pread(descriptor, text, SHOWN_LIMIT + 1, 0), i;

	for (i = 0; i < length && i < SHOWN_LIMIT; i++) {
		if (text[i] == 0xc2 && text[i + 1] >= 0x80 &&
			text[i + 1] <= 0x9f) { /* a C1 control */
			show_byte(text[i++]);
			show_byte(text[i]);
		} else if ((text[i] < 0x20 && text[i] != '\n' && text[i] != '\t') ||
			text[i] == 0x7f) {
			show_byte(text[i]);
		} else {
			fputc(text[i], stderr);
		}
	}
	if (length > SHOWN_LIMIT)
		fputs(" ...\n", stderr);
	else if (length > 0 && text[length - 1] != '\n')
		fputc('\n', stderr);
}

static const char *ending(int status)
{
	if (WIFSIGNALED(status))
		return keep_format(SAY("killed by signal %s", "dihentikan sinyal %s"),
			signal_name(WTERMSIG(status)));
	switch (WEXITSTATUS(status)) {
	case DONE:
		return SAY("it ended well, but its table is empty or cut off",
			"berakhir baik, tetapi tabelnya kosong atau terpotong");
	case REFUSED:
		return SAY("data refused (status 1)", "data ditolak (status 1)");
	case MISUSED:
		return SAY("options or the study's tables are wrong (status 2)",
			"pilihan atau tabel studi salah (status 2)");
	case BROKEN:
		return SAY("reading, writing or memory failed (status 3)",
			"pembacaan, penulisan, atau memori gagal (status 3)");
	default:
		return keep_format(SAY("ended with status %d", "berakhir dengan status %d"),
			WEXITSTATUS(status));
	}
}

/* The steps that did not run to their end, the first of many by name; empty if all did. */
static const char *not_run(const struct run *run)
{
	enum { NAMED = 6 };
	const char *names = "";
	size_t count = 0, i;

	for (i = 0; i < run->plan->count; i++) {
		if (run->turns[i].state != TURN_NOT_RUN)
			continue;
		if (count++ < NAMED)
			names = keep_format("%s %s", names, run->plan->steps[i].name);
	}
	if (count > NAMED)
		names = keep_format(
			SAY("%s and %zu more (of %zu steps)", "%s dan %zu lagi (dari %zu langkah)"),
			names, count - NAMED, run->plan->count);
	return names;
}

void progress_failure(const struct run *run, size_t number, int status)
{
	const struct step *step = &run->plan->steps[number];
	struct place at = { .column = keep_format(SAY("step %s (%s)", "langkah %s (%s)"),
				    step->name, step->stage) };
	const char *waiting = not_run(run);

	warn(&at, "%s", ending(status));
	if (*waiting != '\0')
		warn(NULL,
			SAY("not run to the end because of it:%s",
				"karena itu tidak dijalankan sampai selesai:%s"),
			waiting);
	if (file_exists(run->area->output))
		warn(&(struct place){ .file = run->area->shown },
			SAY("the earlier result stands as it was",
				"hasil sebelumnya tetap seperti semula"));
}

/* Whether a file is of no language, or of the user's; of images those that scale. */
static bool is_mine(const char *file)
{
	return strstr(file, SAY(".id.", ".en.")) == NULL && strstr(file, ".png") == NULL &&
		strstr(file, ".pdf") == NULL;
}

/* The published files of the folder (plan.h). */
static void list_published(const struct run *run, const char *folder)
{
	size_t i, j;

	for (i = 0; i < run->plan->count; i++) {
		const struct step *step = &run->plan->steps[i];

		for (j = 0; j < step->product_count; j++) {
			const struct product *product = &step->products[j];

			if (product->published && is_mine(product->file) &&
				strcmp(published_folder(step->kind), folder) == 0)
				answer("  %s/%s%s\n", run->area->shown, folder, product->file);
		}
	}
}

static void say_aside(const char *file, struct aside aside)
{
	const char *recoded = "";

	if (aside.recoded > 0)
		recoded = keep_format(SAY(" (and %s recoded)", " (dan %s dikode ulang)"),
			values_of(aside.recoded));
	answer(SAY("Set aside: %s and %s%s, each with its reason in %s\n",
		       "%s dan %s disisihkan%s, masing-masing dengan sebabnya di %s\n"),
		rows_of(aside.rows), values_of(aside.values), recoded, file);
}

/* Where rows and values that were recoded or set aside are listed, and the rows of each file. */
static void list_rejects(const struct run *run)
{
	size_t i;

	for (i = 0; i < run->plan->count; i++) {
		const struct step *step = &run->plan->steps[i];

		if (step->rejects && run->turns[i].rows[1] > 0)
			say_aside(keep_format("%s/private/%s", run->area->shown,
					  step->products[1].file),
				aside_count(keep_format("%s/private/%s", run->area->output,
					step->products[1].file)));
	}
}

void progress_result(const struct run *run, bool changed)
{
	if (!changed) {
		answer(SAY("Nothing to do; the results are up to date: %s\n",
			       "Tidak ada yang perlu dikerjakan; hasil sudah mutakhir: %s\n"),
			run->area->shown);
		return;
	}
	answer(SAY("Results: %s. Open first:\n", "Hasil: %s. Buka lebih dulu:\n"),
		run->area->shown);
	list_published(run, "");
	list_published(run, "charts/");
	list_published(run, "tables/");
	answer(SAY("Not to be shared: %s/private\n", "Jangan dibagikan: %s/private\n"),
		run->area->shown);
	list_rejects(run);
}
