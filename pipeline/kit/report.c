/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagnostics in the user's language: program: file:line: place: 'offending text': reason. */
#include "kit/kit.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OFFENDING_LIMIT = 80, MESSAGE_LIMIT = 4096 };

enum language language = INDONESIAN;

static const char *program_name = "berdaya";
static size_t faults;
static bool quiet;

/* A message under construction; what does not fit is cut. */
struct message {
	char text[MESSAGE_LIMIT];
	size_t length;
};

void report_begin(const char *program)
{
	const char *wanted = getenv("BERDAYA_LANG");

	program_name = program;
	language = wanted != NULL && strcmp(wanted, "en") == 0 ? ENGLISH : INDONESIAN;
}

void report_quietly(bool quietly)
{
	quiet = quietly;
}

const char *error_text(int number)
{
	static const struct {
		int number;
		const char *indonesian;
	} known[] = { { ENOENT, "tidak ada berkas atau folder itu" }, { EACCES, "tidak ada izin" },
		{ EPERM, "tidak ada izin" }, { EISDIR, "ini sebuah folder" },
		{ ENOTDIR, "ini bukan folder" }, { ENOSPC, "tempat penyimpanan penuh" },
		{ EROFS, "hanya dapat dibaca" }, { ENAMETOOLONG, "namanya terlalu panjang" },
		{ EEXIST, "sudah ada" } };
	size_t i;

	for (i = 0; language == INDONESIAN && i < sizeof(known) / sizeof(known[0]); i++)
		if (known[i].number == number)
			return known[i].indonesian;
	return strerror(number);
}

const char *text_of(struct text text)
{
	return language == ENGLISH ? text.en : text.id;
}

static void add(struct message *message, const char *text)
{
	size_t length = strlen(text), room = MESSAGE_LIMIT - 2 - message->length;

	if (length > room)
		length = room;
	memcpy(message->text + message->length, text, length);
	message->length += length;
}

/* How many bytes of `text` are a control character or a bidirectional override: C0, DEL,
 * U+0080-U+009F, U+202A-U+202E, U+2066-U+2069. They could drive a terminal or disguise a text. */
static size_t control_length(const unsigned char *text)
{
	if (text[0] < 0x20 || text[0] == 0x7f)
		return 1;
	if (text[0] == 0xc2 && text[1] >= 0x80 && text[1] <= 0x9f)
		return 2;
	if (text[0] == 0xe2 && text[1] == 0x80 && text[2] >= 0xaa && text[2] <= 0xae)
		return 3;
	if (text[0] == 0xe2 && text[1] == 0x81 && text[2] >= 0xa6 && text[2] <= 0xa9)
		return 3;
	return 0;
}

static void add_escaped(struct message *message, const char *text, size_t limit)
{
	const unsigned char *byte = (const unsigned char *)text;
	size_t shown = 0;

	while (*byte != '\0' && shown < limit) {
		size_t bytes = control_length(byte);
		char part[8];

		if (bytes == 0) {
			part[0] = (char)*byte++;
			part[1] = '\0';
			add(message, part);
			shown++;
		}
		for (; bytes > 0; bytes--, shown += 4) {
			snprintf(part, sizeof(part), "\\x%02X", *byte++);
			add(message, part);
		}
	}
	if (*byte != '\0') {
		while (message->length > 0 &&
			((unsigned char)message->text[message->length - 1] & 0xc0) == 0x80)
			message->length--; /* not half a character */
		if (message->length > 0 &&
			((unsigned char)message->text[message->length - 1] & 0xc0) == 0xc0)
			message->length--;
		add(message, "...");
	}
}

static void add_place(struct message *message, const struct place *at)
{
	char line[32];

	if (at->file != NULL) {
		add_escaped(message, at->file, 200);
		if (at->line > 0) {
			snprintf(line, sizeof(line), ":%zu", at->line);
			add(message, line);
		}
		add(message, ": ");
	}
	if (at->column != NULL) {
		add_escaped(message, at->column, OFFENDING_LIMIT);
		add(message, ": ");
	}
	if (at->offending != NULL) {
		add(message, "'");
		add_escaped(message, at->offending, OFFENDING_LIMIT);
		add(message, "': ");
	}
}

/* One write a message, so that lines of several processes do not mix. */
static void say(const struct place *at, const char *format, va_list arguments) PRINTS(2, 0);
static void say(const struct place *at, const char *format, va_list arguments)
{
	struct message message = { .length = 0 };
	char reason[MESSAGE_LIMIT / 2];

	add(&message, program_name);
	add(&message, ": ");
	if (at != NULL)
		add_place(&message, at);
	vsnprintf(reason, sizeof(reason), format, arguments);
	add_escaped(&message, reason, sizeof(reason));
	message.text[message.length++] = '\n';
	fwrite(message.text, 1, message.length, stderr);
}

#define SAY_IT(at, format) \
	do { \
		va_list arguments; \
		va_start(arguments, format); \
		say(at, format, arguments); \
		va_end(arguments); \
	} while (0)

void refuse(const struct place *at, const char *reason, ...)
{
	SAY_IT(at, reason);
	exit(REFUSED);
}

void misuse(const struct place *at, const char *reason, ...)
{
	SAY_IT(at, reason);
	exit(MISUSED);
}

void broken(const struct place *at, const char *reason, ...)
{
	SAY_IT(at, reason);
	exit(BROKEN);
}

void warn(const struct place *at, const char *reason, ...)
{
	if (quiet)
		return;
	SAY_IT(at, reason);
}

void fault(const struct place *at, const char *reason, ...)
{
	faults++;
	if (quiet)
		return;
	SAY_IT(at, reason);
}

size_t fault_count(void)
{
	return faults;
}

void stop_on_faults(void)
{
	if (faults > 0)
		exit(MISUSED);
}
