/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many answers of each question in each file can be used, so that no column is lost in silence. */
#include "raw/usage.h"

#include <string.h>

#include "raw/number.h"

enum {
	UNUSABLE_FLOOR = 3, /* fewer odd answers in a column never stop a study */
	THOUSANDS_FLOOR = 3 /* fewer numbers with a point say nothing of how a file writes them */
};

/* The answers of one question in one file. */
struct usage {
	size_t usable, unusable;
	size_t line; /* of the first unusable answer */
	const char *raw;
	struct text reason;
	bool grouped;                                     /* that one is written 1.436.934 */
	enum { NOT_LOOKED_AT, DOUBTFUL, CERTAIN } points; /* CERTAIN: decimals, or no numbers */
	size_t thousands;                                 /* numbers like 883.080 */
	size_t thousands_line;
	const char *thousands_raw;
};

static struct usage *usages; /* file x question */
static size_t questions;

static struct usage *usage_of(const struct plan *plan, size_t question)
{
	if (usages == NULL) {
		questions = plan->count;
		usages = keep((rounds_load()->file_count * questions + 1) * sizeof(*usages));
	}
	return &usages[(size_t)(plan->file - rounds_load()->files) * questions + question];
}

/* Is the column one of numbers whose points may be read wrongly? */
static bool doubtful(const struct plan *plan, size_t question)
{
	const struct field *field = &plan->questions[question];

	return field->column != NO_NAME && field->rule.decimal == '.' &&
		!plan->file->decimal_said &&
		(field->rule.type == QUESTION_INTEGER || field->rule.type == QUESTION_DECIMAL);
}

static void look_at_point(struct usage *usage, const struct reader *reader, struct value raw)
{
	if (raw.length == 1 && *raw.text != '.')
		return;
	if (memchr(raw.text, '.', raw.length) == NULL)
		return;
	if (number_grouping(raw) != GROUPED_ONCE) {
		usage->points = CERTAIN;
	} else if (usage->thousands++ == 0) {
		usage->thousands_line = reader->line;
		usage->thousands_raw = keep_text(raw.text, raw.length);
	}
}

void usage_answers(
	const struct plan *plan, const struct reader *reader, const struct value *answers)
{
	struct usage *usage = usage_of(plan, 0);
	size_t count = plan->count, i;

	for (i = 0; i < count; i++) {
		if (missing(answers[i]))
			continue;
		usage[i].usable++;
		if (usage[i].points == NOT_LOOKED_AT)
			usage[i].points = doubtful(plan, i) ? DOUBTFUL : CERTAIN;
		if (usage[i].points == DOUBTFUL)
			look_at_point(&usage[i], reader, reader->values[plan->questions[i].column]);
	}
}

void usage_unusable(const struct plan *plan, const struct reader *reader, size_t question,
	const char *raw, struct text reason)
{
	struct usage *usage = usage_of(plan, question);
	bool grouped = doubtful(plan, question) &&
		number_grouping((struct value){ raw, strlen(raw) }) == GROUPED_TWICE;

	if (usage->unusable++ == 0 || (grouped && !usage->grouped)) {
		usage->line = reader->line;
		usage->raw = keep_text(raw, strlen(raw));
		usage->reason = reason;
	}
	usage->grouped |= grouped;
}

/* ---- what is said at the end ---- */

static void warn_thousands(const struct usage *usage, const char *file, const char *question)
{
	if (usage->points == CERTAIN || usage->grouped || usage->thousands < THOUSANDS_FLOOR)
		return;
	warn(&(struct place){ file, usage->thousands_line, question, usage->thousands_raw },
		SAY("all %zu numbers with a point have three digits behind it and are read as "
		    "decimals; if the points stand between thousands, write `decimal=,` in the "
		    "column `options` of rounds.csv, else `decimal=.`",
			"semua %zu angka bertitik punya tiga angka di belakang titiknya dan dibaca "
			"sebagai desimal; kalau titik itu pemisah ribuan, tulis `decimal=,` di "
			"kolom `options` rounds.csv, kalau bukan `decimal=.`"),
		usage->thousands);
}

static void say_lost(const struct usage *usage, const struct place *at, double max_rejected)
{
	size_t answered = usage->usable + usage->unusable;
	char percent[32];

	percent[number_text(max_rejected * 100, percent)] = '\0';
	if (usage->grouped)
		warn(at,
			SAY("%zu of %zu answers cannot be used, and the others may be read "
			    "wrongly: "
			    "points stand between thousands here; write `decimal=,` in the column "
			    "`options` of rounds.csv",
				"%zu dari %zu jawaban tidak dapat dipakai, dan yang lain mungkin "
				"salah terbaca: titik di sini memisahkan ribuan; tulis `decimal=,` "
				"di kolom `options` rounds.csv"),
			usage->unusable, answered);
	else
		warn(at,
			SAY("%zu of %zu answers cannot be used, more than %s %% (max_rejected in "
			    "study.csv); the first: %s",
				"%zu dari %zu jawaban tidak dapat dipakai, lebih dari %s %% "
				"(max_rejected di study.csv); yang pertama: %s"),
			usage->unusable, answered, percent, text_of(usage->reason));
}

/* True if the column lost too much. */
static bool say_unusable(
	const struct usage *usage, const char *file, const char *question, double max_rejected)
{
	size_t answered = usage->usable + usage->unusable;
	struct place at = { file, usage->line, question, usage->raw };

	if (usage->grouped ||
		(usage->unusable >= UNUSABLE_FLOOR &&
			(double)usage->unusable > max_rejected * (double)answered)) {
		say_lost(usage, &at, max_rejected);
		return true;
	}
	if (usage->unusable > 0)
		warn(&at,
			SAY("%zu of %zu answers cannot be used and count as missing; the first: %s",
				"%zu dari %zu jawaban tidak dapat dipakai dan dianggap kosong; "
				"yang pertama: %s"),
			usage->unusable, answered, text_of(usage->reason));
	return false;
}

size_t usage_say(double max_rejected)
{
	const struct rounds *rounds = rounds_load();
	size_t lost = 0, i, j;

	for (i = 0; usages != NULL && i < rounds->file_count; i++)
		for (j = 0; j < questions; j++) {
			const struct usage *usage = &usages[i * questions + j];
			const char *question = name_text(questions_needed(), j);

			lost += say_unusable(usage, rounds->files[i].file, question, max_rejected);
			warn_thousands(usage, rounds->files[i].file, question);
		}
	return lost;
}

void usage_settle(size_t lost)
{
	if (lost > 0)
		refuse(NULL,
			SAY("columns that lose too many answers: %zu (named above); correct how "
			    "the file or the form is described (options in rounds.csv, type and "
			    "choices of the question), or say in recode.csv what the answers "
			    "become (blank: missing)",
				"kolom yang kehilangan terlalu banyak jawaban: %zu (disebut di "
				"atas); perbaiki keterangan berkas atau formulirnya (options di "
				"rounds.csv, jenis dan pilihan pertanyaan), atau nyatakan di "
				"recode.csv jawaban itu menjadi apa (kosong: hilang)"),
			lost);
}
