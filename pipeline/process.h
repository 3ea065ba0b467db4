/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Child processes: begun without a shell, waited for one by one, never left behind. */
#ifndef PROCESS_H
#define PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

/* A process to begin: a program (`words`, the first is its file) or, where `words` is NULL, the
 * function `work`, whose value becomes the exit status. */
struct process {
	const char *const *words; /* ended by NULL */
	int (*work)(const void *context);
	const void *context;
	const char *folder;          /* where it starts; NULL: here */
	const char *input;           /* file on stdin; NULL: /dev/null */
	int output, errors;          /* descriptors for stdout and stderr; -1: the driver's own */
	const char *const *settings; /* more environment: name, value, name ... ended by NULL */
	unsigned seconds;            /* it may take; 0: as long as it likes */
};

enum { PROCESS_LIMIT = 64 };

/* Once, before anything is opened: stdin, stdout and stderr are there, and no other descriptor that
 * the driver inherited reaches a child. */
void process_prepare(void);

/* From here on SIGINT, SIGTERM and SIGHUP wait until process_wait(), and children still running
 * are ended whatever way the driver ends. */
void process_guard(void);

/* Begins a process in a process group of its own, with default signals, LC_ALL=C.UTF-8, TZ=UTC and
 * BERDAYA_LANG. A program that cannot be started says so on its stderr and ends with 127. */
pid_t process_begin(const struct process *process);

/* Waits for any child: 0, with its pid and status as from waitpid(); or the number of the signal
 * that asks the driver to stop. */
int process_wait(pid_t *pid, int *status);

/* True with the signal's number where one has asked the driver to stop. */
bool process_interrupted(int *signal_number);

/* Ends all children (SIGTERM, and SIGKILL after two seconds) and waits for them. */
void process_end_all(void);

/* Waits for one child by itself; its status as from waitpid(). */
int process_end_of(pid_t pid);

/* Runs a program to its end with stdout into a descriptor and stderr dropped; its status as from
 * waitpid(). */
int process_call(const char *const *words, int into);

/* Ends the driver the way the signal would have. */
_Noreturn void process_die(int signal_number);

#endif
