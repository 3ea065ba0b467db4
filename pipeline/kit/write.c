/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes tables: quotes only where needed, and no write goes unchecked. */
#include "kit/kit.h"

#include <errno.h>
#include <fcntl.h>
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

/* Whether one of eight bytes is below '-', as all are that may need quotes. A borrow may point at a
 * wrong byte as well, but only behind a right one. */
static inline bool any_low(uint64_t word)
{
	const uint64_t each_byte = 0x0101010101010101u;

	return ((word - each_byte * '-') & ~word & (each_byte * 0x80)) != 0;
}

/* Copies eight bytes or more, the last of them perhaps twice; false if one of them is low. */
static inline bool copy_words(char *into, const char *text, size_t length)
{
	bool low = false;
	uint64_t word;
	size_t at;

	for (at = 0; at + sizeof(word) < length; at += sizeof(word)) {
		memcpy(&word, text + at, sizeof(word));
		memcpy(into + at, &word, sizeof(word));
		low |= any_low(word);
	}
	memcpy(&word, text + length - sizeof(word), sizeof(word));
	memcpy(into + length - sizeof(word), &word, sizeof(word));
	return !low && !any_low(word);
}

/* The same for four to seven bytes. */
static inline bool copy_halves(char *into, const char *text, size_t length)
{
	uint32_t first, last;

	memcpy(&first, text, sizeof(first));
	memcpy(&last, text + length - sizeof(last), sizeof(last));
	memcpy(into, &first, sizeof(first));
	memcpy(into + length - sizeof(last), &last, sizeof(last));
	return !any_low((uint64_t)first << 32 | last);
}

/* Copies a text; false if it may need quotes. */
static inline bool copy_plain(char *into, const char *text, size_t length)
{
	size_t at;

	if (length == 1) { /* as most answers */
		*into = *text;
		return (unsigned char)*text >= '-';
	}
	if (length >= sizeof(uint64_t))
		return copy_words(into, text, length);
	if (length >= sizeof(uint32_t))
		return copy_halves(into, text, length);
	for (at = 0; at < length; at++) {
		if ((unsigned char)text[at] < '-')
			return false;
		into[at] = text[at];
	}
	return true;
}

/* Writes fields as long as they fit in the buffer and are plain, as nearly all are; how many. */
static size_t put_plain(struct writer *writer, const struct value *values, size_t count)
{
	char *start = writer->buffer + writer->used, *into = start;
	const char *end = writer->buffer + BUFFER_SIZE;
	bool begun = writer->row_begun;
	size_t i;

	for (i = 0; i < count; i++) {
		size_t length = values[i].length;

		if (length + 1 >= (size_t)(end - into))
			break;
		*into = ','; /* or the first byte of a row */
		if (!copy_plain(into + begun, values[i].text, length))
			break;
		into += length + begun;
		begun = true;
	}
	writer->used += (size_t)(into - start);
	writer->row_length += (size_t)(into - start);
	writer->row_begun = begun;
	return i;
}

/* Kept apart: in one piece with what is nearly always enough, it would slow that down. */
static __attribute__((noinline)) void put_any(
	struct writer *writer, const char *text, size_t length)
{
	begin_field(writer);
	writer->row_length += length;
	if (length > 0 && needs_quotes(text, length))
		put_quoted(writer, text, length);
	else
		put_bytes(writer, text, length);
}

void put_many(struct writer *writer, const struct value *values, size_t count)
{
	size_t i = 0;

	while ((i += put_plain(writer, values + i, count - i)) < count) {
		put_any(writer, values[i].text, values[i].length);
		i++;
	}
}

void put_text(struct writer *writer, const char *text, size_t length)
{
	char *into = writer->buffer + writer->used;
	size_t more = length + writer->row_begun;

	if (length + 1 < BUFFER_SIZE - writer->used) {
		*into = ',';
		if (copy_plain(into + writer->row_begun, text, length)) {
			writer->used += more;
			writer->row_length += more;
			writer->row_begun = true;
			return;
		}
	}
	put_any(writer, text, length);
}

void put_value(struct writer *writer, struct value value)
{
	put_text(writer, value.text, value.length);
}

void put_string(struct writer *writer, const char *text)
{
	put_text(writer, text, text == NULL ? 0 : strlen(text));
}

void put_missing(struct writer *writer)
{
	put_text(writer, "", 0);
}

void end_row(struct writer *writer)
{
	if (writer->row_length == 0)
		put_bytes(writer, "\"\"", 2); /* else a lone empty field would be a blank line */
	put_bytes(writer, "\n", 1);
	writer->row_begun = false;
	writer->row_length = 0;
}
