/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file as physical lines of clean UTF-8: byte order mark, encodings and NUL bytes end here. */
#include "kit/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "kit/kit.h"
#include "kit/plain.h"
#include "kit/utf8.h"

enum { BLOCK_SIZE = 1 << 16, BLOCK_LIMIT = 1 << 22 };

struct bytes {
	const char *file;
	int descriptor;
	iconv_t convert;      /* (iconv_t)-1: none */
	char raw[BLOCK_SIZE]; /* bytes yet to convert */
	size_t raw_used;
	char *block;
	size_t capacity, used, next; /* next: first byte not handed out */
	size_t line;                 /* lines handed out */
	char line_end;               /* '\n', or '\r' in a file of old Macintoshes */
	bool started;                /* the first bytes were looked at */
	bool end;                    /* the file is read to its end */
};

static struct place here(const struct bytes *bytes)
{
	return (struct place){ .file = bytes->file, .line = bytes->line + 1 };
}

/* Whether a call failed for want of means, not for what was asked. */
static bool out_of_means(void)
{
	return errno == ENOMEM || errno == EMFILE || errno == ENFILE || errno == EIO;
}

static _Noreturn void cannot_read(const struct bytes *bytes)
{
	broken(&(struct place){ .file = bytes->file },
		SAY("cannot be read: %s", "tidak dapat dibaca: %s"), strerror(errno));
}

/* iconv_open() may say that an encoding is unknown where memory ran out as it looked: so it is
 * asked twice, and memory is asked for, which ends the program if there is none. */
static iconv_t open_converter(const char *encoding)
{
	iconv_t convert = iconv_open("UTF-8", encoding);

	if (convert == (iconv_t)-1 && errno == EINVAL) {
		keep(BLOCK_SIZE);
		convert = iconv_open("UTF-8", encoding);
	}
	return convert;
}

struct bytes *bytes_open(const char *path, const char *encoding)
{
	struct bytes *bytes = keep(sizeof(*bytes));

	bytes->file = path == NULL ? "<stdin>" : path;
	bytes->descriptor = STDIN_FILENO;
	bytes->convert = (iconv_t)-1;
	if (path != NULL) {
		bytes->descriptor = open(path, O_RDONLY | O_CLOEXEC);
		if (bytes->descriptor < 0 && out_of_means())
			cannot_read(bytes);
		if (bytes->descriptor < 0)
			refuse(&(struct place){ .file = path },
				SAY("cannot be opened: %s", "tidak dapat dibuka: %s"),
				error_text(errno));
	}
	if (encoding != NULL) {
		bytes->convert = open_converter(encoding);
		if (bytes->convert == (iconv_t)-1 && out_of_means())
			cannot_read(bytes);
		if (bytes->convert == (iconv_t)-1)
			misuse(
				&(struct place){
					.file = path, .column = "encoding", .offending = encoding },
				SAY("unknown encoding; try WINDOWS-1252",
					"penyandian tidak dikenal; coba WINDOWS-1252"));
	}
	return bytes;
}

static size_t read_some(struct bytes *bytes, char *into, size_t room)
{
	ssize_t got;

	do
		got = read(bytes->descriptor, into, room);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		cannot_read(bytes);
	if (got == 0)
		bytes->end = true;
	return (size_t)got;
}

static void make_room(struct bytes *bytes, size_t room)
{
	bytes->block = grow(bytes->block, &bytes->capacity, bytes->used + room + 1, 1);
}

static void read_converted(struct bytes *bytes)
{
	char *from = bytes->raw, *into;
	size_t left, room = 4 * BLOCK_SIZE;

	bytes->raw_used +=
		read_some(bytes, bytes->raw + bytes->raw_used, BLOCK_SIZE - bytes->raw_used);
	make_room(bytes, room);
	into = bytes->block + bytes->used;
	left = bytes->raw_used;
	if (iconv(bytes->convert, &from, &left, &into, &room) == (size_t)-1 &&
		(errno != EINVAL || bytes->end)) {
		struct place at = here(bytes);
		const char *text = bytes->block + bytes->next;

		while ((text = memchr(text, '\n', (size_t)(into - text))) != NULL) {
			text++; /* lines converted and not yet handed out */
			at.line++;
		}
		refuse(&at,
			SAY("bytes that are not of the declared encoding",
				"ada bita yang bukan dari penyandian yang dinyatakan"));
	}
	memmove(bytes->raw, from, left);
	bytes->raw_used = left;
	bytes->used = (size_t)(into - bytes->block);
}

/* Whether the first block holds a byte. */
static bool has(const struct bytes *bytes, char byte)
{
	return memchr(bytes->block, byte, bytes->used < BLOCK_SIZE ? bytes->used : BLOCK_SIZE) !=
		NULL;
}

/* What is plainly no CSV table, told by its first bytes; and how its lines end. */
static void look_at_start(struct bytes *bytes)
{
	static const struct {
		const char *start;
		size_t length;
		struct text what;
	} foreign[] = {
		{ "PK\003\004", 4,
			{ "this is a spreadsheet or archive (.xlsx, .ods, .zip), not CSV; save the "
			  "sheet as CSV UTF-8",
				"ini lembar kerja atau arsip (.xlsx, .ods, .zip), bukan CSV; "
				"simpan lembarnya sebagai CSV UTF-8" } },
		{ "\xd0\xcf\x11\xe0", 4,
			{ "this is an old Excel file (.xls), not CSV; save the sheet as CSV UTF-8",
				"ini berkas Excel lama (.xls), bukan CSV; simpan lembarnya sebagai "
				"CSV UTF-8" } },
		{ "\x1f\x8b", 2,
			{ "this is a gzip archive, not CSV; unpack it first",
				"ini arsip gzip, bukan CSV; bongkar dahulu" } },
		{ "\xff\xfe", 2,
			{ "this is UTF-16 text; save it as CSV UTF-8, or declare encoding=UTF-16",
				"ini teks UTF-16; simpan sebagai CSV UTF-8, atau nyatakan "
				"encoding=UTF-16" } },
		{ "\xfe\xff", 2,
			{ "this is UTF-16 text; save it as CSV UTF-8, or declare encoding=UTF-16",
				"ini teks UTF-16; simpan sebagai CSV UTF-8, atau nyatakan "
				"encoding=UTF-16" } },
		{ "<", 1,
			{ "this is a web page or XML, not CSV; download the table itself",
				"ini halaman web atau XML, bukan CSV; unduh tabelnya sendiri" } },
	};
	size_t i;

	bytes->started = true;
	bytes->line_end = has(bytes, '\n') || !has(bytes, '\r') ? '\n' : '\r';
	for (i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++)
		if (bytes->used >= foreign[i].length &&
			memcmp(bytes->block, foreign[i].start, foreign[i].length) == 0)
			refuse(&(struct place){ .file = bytes->file }, "%s",
				text_of(foreign[i].what));
	if (bytes->used >= 3 && memcmp(bytes->block, "\xef\xbb\xbf", 3) == 0)
		bytes->next = 3;
}

static void check_line(const struct bytes *bytes, const char *line, size_t length)
{
	const unsigned char *text = (const unsigned char *)line;
	size_t i = plain_start(line, length);
	struct place at;

	while (i < length) {
		size_t step =
			text[i] != 0 && text[i] < 0x80 ? 1 : utf8_length(text + i, length - i);

		if (step == 0)
			break;
		i += step;
	}
	if (i == length)
		return;
	at = here(bytes);
	if (text[i] == 0)
		refuse(&at,
			SAY("byte %zu of the line is NUL; the file is damaged or no text",
				"bita ke-%zu pada baris ini NUL; berkas rusak atau bukan teks"),
			i + 1);
	refuse(&at,
		SAY("byte %zu of the line (0x%02X) is not UTF-8; save the file as UTF-8, or "
		    "declare encoding=WINDOWS-1252",
			"bita ke-%zu pada baris ini (0x%02X) bukan UTF-8; simpan berkas sebagai "
			"UTF-8, atau nyatakan encoding=WINDOWS-1252"),
		i + 1, text[i]);
}

static void refill(struct bytes *bytes)
{
	if (bytes->next > 0)
		memmove(bytes->block, bytes->block + bytes->next, bytes->used - bytes->next);
	bytes->used -= bytes->next;
	bytes->next = 0;
	if (bytes->convert != (iconv_t)-1) {
		read_converted(bytes);
	} else {
		make_room(bytes, BLOCK_SIZE);
		bytes->used += read_some(bytes, bytes->block + bytes->used, BLOCK_SIZE);
	}
	/* a whole block first, so that the pieces a pipe comes in decide nothing */
	if (!bytes->started && (bytes->used >= BLOCK_SIZE || bytes->end))
		look_at_start(bytes);
}

static size_t content_length(const struct line *line, bool ended)
{
	size_t length = line->length - ended;

	/* a line that ends in \r\n */
	return length -
		(ended && length > 0 && line->text[length] == '\n' &&
			line->text[length - 1] == '\r');
}

bool bytes_line(struct bytes *bytes, struct line *line)
{
	char *start, *end = NULL;

	for (;;) {
		if (bytes->started) {
			start = bytes->block + bytes->next;
			end = memchr(start, bytes->line_end, bytes->used - bytes->next);
			if (end != NULL || bytes->end || bytes->used - bytes->next >= BLOCK_LIMIT)
				break;
		}
		refill(bytes);
	}
	line->text = start;
	line->length = end == NULL ? bytes->used - bytes->next : (size_t)(end - start) + 1;
	if (line->length == 0)
		return false;
	if (end == NULL && !bytes->end) {
		struct place at = here(bytes);

		refuse(&at, SAY("a line longer than 4 MiB", "baris yang lebih panjang dari 4 MiB"));
	}
	line->content = content_length(line, end != NULL);
	line->plain = plain_text(start, line->content);
	if (!line->plain)
		check_line(bytes, start, line->length);
	bytes->next += line->length;
	bytes->line++;
	return true;
}

size_t bytes_skip_lines(struct bytes *bytes, unsigned count)
{
	struct line line;
	size_t skipped = 0;

	while (skipped < count && bytes_line(bytes, &line))
		skipped++;
	return skipped;
}

static char most_frequent(const char *text, size_t length, char line_end)
{
	size_t commas = 0, semicolons = 0, tabs = 0, i;
	bool quoted = false;

	for (i = 0; i < length && (quoted || text[i] != line_end); i++) {
		quoted ^= text[i] == '"';
		if (quoted)
			continue;
		commas += text[i] == ',';
		semicolons += text[i] == ';';
		tabs += text[i] == '\t';
	}
	if (semicolons > commas && semicolons >= tabs)
		return ';';
	return tabs > commas ? '\t' : ',';
}

char bytes_delimiter(struct bytes *bytes, size_t *line)
{
	const char *text;
	size_t length;

	while (!bytes->started || (!bytes->end && bytes->used - bytes->next < BLOCK_SIZE))
		refill(bytes);
	text = bytes->block + bytes->next;
	length = bytes->used - bytes->next < BLOCK_SIZE ? bytes->used - bytes->next : BLOCK_SIZE;
	if (length >= 5 && memcmp(text, "sep=", 4) == 0 &&
		(length == 5 || text[5] == '\r' || text[5] == '\n')) {
		char delimiter = text[4];

		*line += bytes_skip_lines(bytes, 1);
		return delimiter;
	}
	return most_frequent(text, length, bytes->line_end);
}

void bytes_close(struct bytes *bytes)
{
	if (bytes->convert != (iconv_t)-1)
		iconv_close(bytes->convert);
	if (bytes->descriptor != STDIN_FILENO)
		close(bytes->descriptor);
	free(bytes->block);
	bytes->block = NULL;
}
