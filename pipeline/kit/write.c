/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes tables: quotes only where needed, shortest numbers, and no write goes unchecked. */
#include "kit/kit.h"

#include <errno.h>
#include <fcntl.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BUFFER_SIZE = 1 << 16 };

struct writer {
	const char *file;
	int descriptor;
	bool row_begun;    /* a field of the present row is out */
	size_t row_length; /* its bytes so far */
	size_t used;
	char buffer[BUFFER_SIZE];
};

struct writer *output;

struct writer *writer_open(const char *path)
{
	struct writer *writer = keep(sizeof(*writer));

	writer->file = path;
	writer->descriptor = STDOUT_FILENO;
	if (path != NULL) {
		writer->descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
		if (writer->descriptor < 0)
			broken(&(struct place){ .file = path },
				SAY("cannot be written: %s", "tidak dapat ditulis: %s"),
				strerror(errno));
	}
	return writer;
}

static void flush(struct writer *writer)
{
	size_t done = 0;

	while (done < writer->used) {
		ssize_t written =
			write(writer->descriptor, writer->buffer + done, writer->used - done);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			broken(&(struct place){ .file = writer->file == NULL ? "<stdout>"
									     : writer->file },
				SAY("cannot be written: %s", "tidak dapat ditulis: %s"),
				strerror(errno));
		done += (size_t)written;
	}
	writer->used = 0;
}

void writer_close(struct writer *writer)
{
	flush(writer);
	if (close(writer->descriptor) != 0)
		broken(&(struct place){ .file = writer->file == NULL ? "<stdout>" : writer->file },
			SAY("cannot be written: %s", "tidak dapat ditulis: %s"), strerror(errno));
}

void writer_leave(struct writer *writer)
{
	size_t done = 0;
	ssize_t written = 0;

	while (done < writer->used && written >= 0) {
		written = write(writer->descriptor, writer->buffer + done, writer->used - done);
		done += written > 0 ? (size_t)written : 0;
	}
	writer->used = 0;
}

static void put_bytes(struct writer *writer, const char *bytes, size_t length)
{
	while (length > 0) {
		size_t room = BUFFER_SIZE - writer->used, part = length < room ? length : room;

		memcpy(writer->buffer + writer->used, bytes, part);
		writer->used += part;
		bytes += part;
		length -= part;
		if (writer->used == BUFFER_SIZE)
			flush(writer);
	}
}

void writer_mark(struct writer *writer)
{
	put_bytes(writer, "\xef\xbb\xbf", 3);
}

static void begin_field(struct writer *writer)
{
	if (writer->row_begun) {
		put_bytes(writer, ",", 1);
		writer->row_length++;
	}
	writer->row_begun = true;
}

static bool needs_quotes(const char *text, size_t length)
{
	size_t i;

	if (text[0] == ' ' || text[0] == '\t' || text[length - 1] == ' ' ||
		text[length - 1] == '\t')
		return true;
	for (i = 0; i < length; i++)
		if (text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r')
			return true;
	return false;
}

static void put_quoted(struct writer *writer, const char *text, size_t length)
{
	const char *end = text + length;

	put_bytes(writer, "\"", 1);
	while (text < end) {
		const char *quote = memchr(text, '"', (size_t)(end - text));
		const char *stop = quote == NULL ? end : quote + 1;

		put_bytes(writer, text, (size_t)(stop - text));
		if (quote != NULL)
			put_bytes(writer, "\"", 1);
		text = stop;
	}
	put_bytes(writer, "\"", 1);
}

/* Copies a field that fits in the buffer and holds nothing that could need quotes, as nearly all are:
 * looked through and copied in one go. False, with nothing written, for others. */
static bool put_plain(struct writer *writer, const char *text, size_t length)
{
	static const bool suspect[256] = { [' '] = true,
		['\t'] = true,
		[','] = true,
		['"'] = true,
		['\n'] = true,
		['\r'] = true };
	char *into = writer->buffer + writer->used + writer->row_begun;
	size_t i;

	if (length + 1 >= BUFFER_SIZE - writer->used)
		return false;
	for (i = 0; i < length; i++) {
		if (suspect[(unsigned char)text[i]])
			return false;
		into[i] = text[i];
	}
	if (writer->row_begun)
		into[-1] = ',';
	writer->used += length + writer->row_begun;
	writer->row_length += length + writer->row_begun;
	writer->row_begun = true;
	return true;
}

void put_text(struct writer *writer, const char *text, size_t length)
{
	if (put_plain(writer, text, length))
		return;
	begin_field(writer);
	writer->row_length += length;
	if (length > 0 && needs_quotes(text, length))
		put_quoted(writer, text, length);
	else
		put_bytes(writer, text, length);
}

void put_string(struct writer *writer, const char *text)
{
	put_text(writer, text, text == NULL ? 0 : strlen(text));
}

void put_value(struct writer *writer, struct value value)
{
	put_text(writer, value.text, value.length);
}

void put_missing(struct writer *writer)
{
	put_text(writer, "", 0);
}

void put_integer(struct writer *writer, int64_t integer)
{
	char text[24], *digit = text + sizeof(text);
	uint64_t rest = integer < 0 ? 0 - (uint64_t)integer : (uint64_t)integer;

	do {
		*--digit = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (integer < 0)
		*--digit = '-';
	put_text(writer, digit, (size_t)(text + sizeof(text) - digit));
}

size_t number_text(double number, char text[32])
{
	int precision, length = 0;

	if (number == 0)
		number = 0; /* never "-0" */
	/* 15 digits read back as written, save below the normal range, where fewer may be enough */
	for (precision = fabs(number) < DBL_MIN ? 1 : 15; precision <= 17; precision++) {
		length = snprintf(text, 32, "%.*g", precision, number);
		if (strtod(text, NULL) == number)
			break;
	}
	return (size_t)length;
}

void put_number(struct writer *writer, double number)
{
	char text[32];

	if (!isfinite(number))
		put_missing(writer);
	else if (fabs(number) < 1e15 && number == floor(number))
		put_integer(writer, (int64_t)number);
	else
		put_text(writer, text, number_text(number, text));
}

void put_decimal(struct writer *writer, double number, int decimals)
{
	char text[400];
	int length;

	if (!isfinite(number)) {
		put_missing(writer);
		return;
	}
	if (fabs(number) < 1e15 && number == floor(number)) {
		put_integer(writer, (int64_t)number);
		return;
	}
	length = snprintf(text, sizeof(text), "%.*f", decimals, number);
	if (memchr(text, '.', (size_t)length) != NULL) {
		while (text[length - 1] == '0')
			length--;
		if (text[length - 1] == '.')
			length--;
	}
	if (length == 2 && text[0] == '-' && text[1] == '0')
		put_text(writer, "0", 1);
	else
		put_text(writer, text, (size_t)length);
}

void end_row(struct writer *writer)
{
	if (writer->row_length == 0)
		put_bytes(writer, "\"\"", 2); /* else a lone empty field would be a blank line */
	put_bytes(writer, "\n", 1);
	writer->row_begun = false;
	writer->row_length = 0;
}
