/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what the driver answers, and writes it out whole. */
#include "answer.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *gathered;
static pid_t owner;
static size_t length, capacity;

/* Writes out what there is; false where it cannot be written, and then it is given up. */
static bool write_out(void)
{
	size_t done = 0;
	ssize_t written = 0;

	while (done < length && (written >= 0 || errno == EINTR)) {
		written = write(STDOUT_FILENO, gathered + done, length - done);
		done += written > 0 ? (size_t)written : 0;
	}
	length = 0;
	return written >= 0;
}

static void leave(void)
{
	if (getpid() == owner) /* children begin with a copy */
		(void)write_out();
}

void answer(const char *format, ...)
{
	va_list arguments, again;
	size_t more;

	if (gathered == NULL && atexit(leave) != 0)
		broken(NULL, SAY("out of memory", "memori habis"));
	owner = getpid();
	va_start(arguments, format);
	va_copy(again, arguments);
	more = (size_t)vsnprintf(NULL, 0, format, arguments);
	gathered = grow(gathered, &capacity, length + more + 1, 1);
	vsnprintf(gathered + length, more + 1, format, again);
	length += more;
	va_end(again);
	va_end(arguments);
}

void answer_out(void)
{
	if (!write_out())
		broken(&(struct place){ .file = "<stdout>" },
			SAY("cannot be written: %s", "tidak dapat ditulis: %s"), strerror(errno));
}
