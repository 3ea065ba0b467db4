/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Preloaded into programs under test: makes the n-th call of a kind fail, stop short, end or hold.
 *
 * FAULT_PROGRAM  the program meant, by the last part of its path; all others go on as ever
 * FAULT_CHILD    not empty: only what it forks is meant, and each of these counts from its birth
 * FAULT_WORK     not empty: a stage that is only asked something (--describe, --check) is not meant
 * FAULT_CALLS    memory, open, read, write, or `all` of these
 * FAULT_AT       number of the call, from 1; without it nothing happens but counting
 * FAULT_EVERY    also each call that many further on (1: all from there)
 * FAULT_ACTION   the name of an error; `short`: one byte is read or written; `kill`: SIGKILL;
 *                `hold`: the call says so in the pipe FAULT_GATE, which stays open until the program
 *                ends, and waits until there is something to read in the pipe FAULT_GATE.go
 * FAULT_COUNT    a file to which the number of calls is added when the program ends
 *
 * Calls that the C library makes for itself (stdio, say) are counted where they allocate only.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum call { MEMORY = 1, OPEN = 2, READ = 4, WRITE = 8 };

enum action { FAIL, SHORT, KILL, HOLD };

static struct {
	unsigned
		watched; /* kinds of calls; 0 before the program has begun, and in other programs */
	unsigned long count, at, every;
	enum action action;
	int error;
} fault;

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static unsigned long number_of(const char *variable)
{
	const char *text = getenv(variable);

	return text == NULL ? 0 : strtoul(text, NULL, 10);
}

static unsigned calls_of(const char *name)
{
	static const struct {
		const char *name;
		unsigned calls;
	} kinds[] = { { "memory", MEMORY }, { "open", OPEN }, { "read", READ }, { "write", WRITE },
		{ "all", MEMORY | OPEN | READ | WRITE } };
	size_t i;

	for (i = 0; name != NULL && i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(name, kinds[i].name) == 0)
			return kinds[i].calls;
	return 0;
}

static void set_action(const char *name)
{
	static const struct {
		const char *name;
		enum action action;
		int error;
	} actions[] = { { "short", SHORT, 0 }, { "kill", KILL, 0 }, { "hold", HOLD, 0 },
		{ "EIO", FAIL, EIO }, { "EINTR", FAIL, EINTR }, { "ENOSPC", FAIL, ENOSPC },
		{ "EMFILE", FAIL, EMFILE }, { "ENOMEM", FAIL, ENOMEM } };
	size_t i;

	fault.error = ENOMEM;
	for (i = 0; name != NULL && i < sizeof(actions) / sizeof(*actions); i++) {
		if (strcmp(name, actions[i].name) == 0) {
			fault.action = actions[i].action;
			fault.error = actions[i].error;
		}
	}
}

static void be_born(void)
{
	fault.count = 0;
	fault.watched = calls_of(getenv("FAULT_CALLS"));
}

static int is_set(const char *variable)
{
	const char *text = getenv(variable);

	return text != NULL && *text != '\0';
}

static int is_asked(char **words)
{
	for (; *words != NULL; words++)
		if (strcmp(*words, "--describe") == 0 || strcmp(*words, "--check") == 0)
			return 1;
	return 0;
}

__attribute__((constructor)) static void begin(int count, char **words)
{
	const char *program = getenv("FAULT_PROGRAM");

	(void)count;
	if (program == NULL || strcmp(program, program_invocation_short_name) != 0 ||
		(is_set("FAULT_WORK") && is_asked(words)))
		return;
	fault.at = number_of("FAULT_AT");
	fault.every = number_of("FAULT_EVERY");
	set_action(getenv("FAULT_ACTION"));
	if (is_set("FAULT_CHILD"))
		pthread_atfork(NULL, NULL, be_born);
	else
		fault.watched = calls_of(getenv("FAULT_CALLS"));
}

__attribute__((destructor)) static void end(void)
{
	const char *path = getenv("FAULT_COUNT");
	char text[32];
	int length, file;

	if (fault.watched == 0 || path == NULL)
		return;
	fault.watched = 0;
	file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	length = snprintf(text, sizeof(text), "%lu\n", fault.count);
	if (file < 0 || write(file, text, (size_t)length) != length)
		_exit(99);
	close(file);
}

static int open_pipe(const char *ending, int flags)
{
	const char *gate = getenv("FAULT_GATE");
	char path[4096];

	snprintf(path, sizeof(path), "%s%s", gate == NULL ? "" : gate, ending);
	return (int)syscall(SYS_openat, AT_FDCWD, path, flags | O_CLOEXEC, 0);
}

static void hold(void)
{
	int gate = open_pipe("", O_WRONLY), go = open_pipe(".go", O_RDONLY);
	char byte = '.';

	if (gate < 0 || go < 0 || syscall(SYS_write, gate, &byte, 1) != 1)
		_exit(99);
	while (syscall(SYS_read, go, &byte, 1) < 0 && errno == EINTR)
		;
	syscall(SYS_close, go);
}

/* Counts a call; true if it is to go wrong, and not by ending or waiting here. */
static int strikes(enum call call)
{
	if ((fault.watched & call) == 0)
		return 0;
	fault.count++;
	if (fault.at == 0 || fault.count < fault.at ||
		(fault.count > fault.at &&
			(fault.every == 0 || (fault.count - fault.at) % fault.every != 0)))
		return 0;
	if (fault.action == KILL)
		syscall(SYS_kill, getpid(), SIGKILL);
	if (fault.action == HOLD) {
		hold();
		return 0;
	}
	if (fault.action == FAIL)
		errno = fault.error;
	return 1;
}

void *malloc(size_t size)
{
	return strikes(MEMORY) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return strikes(MEMORY) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return strikes(MEMORY) ? NULL : __libc_realloc(old, size);
}

int open(const char *path, int flags, ...)
{
	va_list arguments;
	unsigned mode;

	va_start(arguments, flags);
	mode = flags & O_CREAT ? va_arg(arguments, unsigned) : 0;
	va_end(arguments);
	return strikes(OPEN) ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

ssize_t read(int file, void *into, size_t room)
{
	if (strikes(READ)) {
		if (fault.action == FAIL)
			return -1;
		room = room < 1 ? room : 1;
	}
	return (ssize_t)syscall(SYS_read, file, into, room);
}

ssize_t write(int file, const void *bytes, size_t length)
{
	if (strikes(WRITE)) {
		if (fault.action == FAIL)
			return -1;
		length = length < 1 ? length : 1;
	}
	return (ssize_t)syscall(SYS_write, file, bytes, length);
}
