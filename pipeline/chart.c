/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a chart: gnuplot run on a fixed template, without a shell, and its image checked. */
#include "chart.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS = 60, IMAGE_BYTES = 64 << 20, NOT_STARTED = 126, NOT_FOUND = 127 };

extern char **environ;

static const char *const formats[] = { "svg", "png", "pdf" };
static const char *const languages[] = { "id", "en" };

bool chart_fail(struct chart_reason *reason, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(reason->text, sizeof reason->text, format, arguments);
	va_end(arguments);
	return false;
}

/* ---- files ---------------------------------------------------------------------------------------- */

struct contents {
	char *bytes;
	size_t length;
};

static bool read_file(const char *path, struct contents *contents)
{
	FILE *file = fopen(path, "rb");
	size_t capacity = 0, got;

	contents->bytes = NULL;
	contents->length = 0;
	if (file == NULL)
		return false;
	do {
		contents->bytes = grow(contents->bytes, &capacity, contents->length + 65536, 1);
		got = fread(contents->bytes + contents->length, 1, 65536 - 1, file);
		contents->length += got;
	} while (got > 0);
	contents->bytes[contents->length] = '\0';
	bool whole = ferror(file) == 0;

	fclose(file);
	return whole;
}

static bool write_file(const char *path, const struct contents *contents)
{
	FILE *file = fopen(path, "wb");

	if (file == NULL)
		return false;
	bool whole = fwrite(contents->bytes, 1, contents->length, file) == contents->length;

	return fclose(file) == 0 && whole;
}

static bool copy_file(const char *from, const char *to, struct chart_reason *reason)
{
	struct contents contents;

	errno = 0;
	if (!read_file(from, &contents))
		return chart_fail(reason, "%s: %s", from, strerror(errno));
	return write_file(to, &contents) || chart_fail(reason, "%s: %s", to, strerror(errno));
}

/* ---- gnuplot ---------------------------------------------------------------------------------------- */

/* The child: few variables, the folder, no input, a limit on time and size. fontconfig may keep its
 * cache in the folder: where it cannot write one it complains, and complaints are failures. */
static _Noreturn void become_gnuplot(const char *folder, const char *settings)
{
	static char here[4096];
	const char *path = getenv("PATH");
	struct rlimit limit = { IMAGE_BYTES, IMAGE_BYTES };
	sigset_t none;
	int input = open("/dev/null", O_RDONLY), nowhere = open("/dev/null", O_WRONLY);

	sigemptyset(&none);
	signal(SIGALRM, SIG_DFL);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (input < 0 || nowhere < 0 || chdir(folder) != 0 || getcwd(here, sizeof here) == NULL)
		_exit(NOT_STARTED);
	int errors = open("stderr.txt", O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (errors < 0 || dup2(input, 0) < 0 || dup2(nowhere, 1) < 0 || dup2(errors, 2) < 0)
		_exit(NOT_STARTED);
	char *variables[] = { keep_format("PATH=%s", path == NULL ? "/usr/bin:/bin" : path),
		keep_format("LC_ALL=C.UTF-8"), keep_format("TZ=UTC"),
		keep_format("XDG_CACHE_HOME=%s", here), NULL };
	char *words[] = { keep_format("gnuplot"), keep_format("-d"), keep_format("-e"),
		keep_format("%s", settings), keep_format("chart.gp"), NULL };

	setrlimit(RLIMIT_FSIZE, &limit);
	alarm(SECONDS);
	environ = variables;
	execvp(words[0], words);
	_exit(NOT_FOUND);
}

static bool run_gnuplot(
	const char *folder, const char *settings, int *status, struct chart_reason *reason)
{
	pid_t child = fork();

	if (child < 0)
		return chart_fail(reason, "fork: %s", strerror(errno));
	if (child == 0)
		become_gnuplot(folder, settings);
	while (waitpid(child, status, 0) < 0) {
		if (errno != EINTR)
			return chart_fail(reason, "waitpid: %s", strerror(errno));
	}
	return true;
}

/* gnuplot's own words on one line, as far as they fit. */
static const char *complaint(char *text)
{
	for (char *mark = text; *mark != '\0'; mark++) {
		if ((unsigned char)*mark < ' ')
			*mark = ' ';
	}
	return text;
}

static bool check_run(const char *folder, int status, struct chart_reason *reason)
{
	struct contents errors;

	if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND)
		return chart_fail(reason,
			SAY("gnuplot was not found; install the package gnuplot-nox",
				"gnuplot tidak ditemukan; pasang paket gnuplot-nox"));
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
		return chart_fail(reason,
			SAY("gnuplot took more than %d seconds",
				"gnuplot berjalan lebih dari %d detik"),
			SECONDS);
	if (WIFSIGNALED(status))
		return chart_fail(reason,
			SAY("gnuplot was ended by signal %d", "gnuplot dihentikan sinyal %d"),
			WTERMSIG(status));
	if (!read_file(keep_format("%s/stderr.txt", folder), &errors))
		return chart_fail(
			reason, SAY("gnuplot did not start", "gnuplot tidak dapat dimulai"));
	if (errors.length > 0)
		return chart_fail(reason, SAY("gnuplot says: %.1000s", "kata gnuplot: %.1000s"),
			complaint(errors.bytes));
	if (WEXITSTATUS(status) != 0)
		return chart_fail(reason,
			SAY("gnuplot ended with status %d", "gnuplot berakhir dengan status %d"),
			WEXITSTATUS(status));
	return true;
}

/* ---- the image ---------------------------------------------------------------------------------------- */

static bool ends_with(const struct contents *image, const char *end, size_t length)
{
	return image->length >= length &&
		memcmp(image->bytes + image->length - length, end, length) == 0;
}

static bool is_whole(const struct contents *image, enum chart_format format)
{
	static const char signature[] = "\x89PNG\r\n\x1a\n";
	static const char last_chunk[] = "\0\0\0\0IEND\xae\x42\x60\x82";

	if (format == CHART_SVG)
		return ends_with(image, "</svg>\n", 7) || ends_with(image, "</svg>\n\n", 8);
	if (format == CHART_PDF)
		return image->length > 20 && memcmp(image->bytes, "%PDF-", 5) == 0 &&
			ends_with(image, "%%EOF\n", 6);
	return image->length > 20 && memcmp(image->bytes, signature, 8) == 0 &&
		ends_with(image, last_chunk, 12);
}

/* The time of drawing is written into a PDF; the same chart has the same bytes without it. */
static void forget_time(struct contents *image)
{
	static const char key[] = "/CreationDate (D:";
	size_t length = sizeof key - 1, digits = 14, i;

	for (i = 0; i + length + digits <= image->length; i++)
		if (memcmp(image->bytes + i, key, length) == 0)
			memcpy(image->bytes + i + length, "20000101000000", digits);
}

bool chart_draw(const char *drawing, const char *folder, enum language spoken,
	enum chart_format format, const char *image, struct chart_reason *reason)
{
	const char *slash = strrchr(drawing, '/');
	int beside = slash == NULL ? 0 : (int)(slash - drawing) + 1;
	const char *theme = keep_format("%.*stheme.gp", beside, drawing);
	const char *drawn = keep_format("%s/chart.%s", folder, formats[format]);
	const char *settings =
		keep_format("LANG='%s';FMT='%s'", languages[spoken], formats[format]);
	struct contents picture;
	int status = 0;

	unlink(drawn);
	if (!copy_file(drawing, keep_format("%s/chart.gp", folder), reason) ||
		!copy_file(theme, keep_format("%s/theme.gp", folder), reason) ||
		!run_gnuplot(folder, settings, &status, reason) ||
		!check_run(folder, status, reason))
		return false;
	if (!read_file(drawn, &picture) || !is_whole(&picture, format))
		return chart_fail(reason,
			SAY("gnuplot left no whole image", "gambar dari gnuplot tidak utuh"));
	if (format == CHART_PDF)
		forget_time(&picture);
	errno = 0;
	if (!write_file(image, &picture)) {
		unlink(image);
		return chart_fail(reason, "%s: %s", image, strerror(errno));
	}
	return true;
}

/* ---- the whole ---------------------------------------------------------------------------------------- */

const char *chart_meta(const char *folder, const char *key, enum language spoken)
{
	struct reader_options by_tab = { .any_delimiter = true };
	struct reader *meta = reader_open(keep_format("%s/meta.tsv", folder), &by_tab);
	size_t keys = reader_column(meta, "key");
	size_t values = reader_column(meta, spoken == ENGLISH ? "value_en" : "value_id");
	const char *found = NULL;

	while (keys != NO_NAME && values != NO_NAME && found == NULL && reader_next(meta)) {
		struct value value = meta->values[values];

		if (same_text(meta->values[keys], key) && !same_text(value, "NA"))
			found = keep_value(value);
	}
	reader_close(meta);
	return found;
}

static const char *or_else(const char *text, const char *otherwise)
{
	return text == NULL ? otherwise : text;
}

static bool make_language(
	const struct chart *chart, enum language spoken, struct chart_reason *reason)
{
	const char *first = or_else(chart_meta(chart->folder, "title_1", spoken), chart->name);
	const char *second = chart_meta(chart->folder, "title_2", spoken);
	const char *title = second == NULL ? first : keep_format("%s %s", first, second);
	const char *alt = or_else(chart_meta(chart->folder, "alt", spoken), title);
	const char *svg = keep_format("%s.%s.svg", chart->stem, languages[spoken]);
	const char *png = keep_format("%s.%s.png", chart->stem, languages[spoken]);
	const char *pdf = keep_format("%s.%s.pdf", chart->stem, languages[spoken]);
	const char *prefix = keep_format("%s-%s", chart->name, languages[spoken]);

	return chart_draw(chart->drawing, chart->folder, spoken, CHART_SVG, svg, reason) &&
		chart_finish_svg(svg, title, alt, prefix, spoken, reason) &&
		chart_draw(chart->drawing, chart->folder, spoken, CHART_PNG, png, reason) &&
		chart_draw(chart->drawing, chart->folder, spoken, CHART_PDF, pdf, reason);
}

int chart_make(const struct chart *chart)
{
	struct chart_reason reason;

	chart_split(chart->table, chart->folder);
	if (make_language(chart, INDONESIAN, &reason) && make_language(chart, ENGLISH, &reason))
		return DONE;
	broken(&(struct place){ .file = chart->drawing }, "%s", reason.text);
}
