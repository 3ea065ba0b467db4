/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Begins and waits for child processes; a driver that dies takes its children along. */
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "kit/kit.h"
#include "kit/streams.h"
#include "tree.h"

enum { CANNOT_START = 127, PATIENCE = 2 };

static const int stop_signals[] = { SIGINT, SIGTERM, SIGHUP };

enum { STOP_SIGNALS = sizeof(stop_signals) / sizeof(*stop_signals) };

static pid_t running[PROCESS_LIMIT];
static size_t running_count;
static pid_t driver;

static _Noreturn void cannot(const char *what)
{
	broken(NULL, SAY("%s: %s", "%s: %s"), what, strerror(errno));
}

void process_prepare(void)
{
	const struct names *open_files;
	size_t i;
	int number;

	driver = getpid();
	fill_standard_streams();
	open_files = tree_names("/proc/self/fd");
	for (i = 0; i < name_count(open_files); i++) {
		number = (int)strtol(name_text(open_files, i), NULL, 10);
		if (number > STDERR_FILENO)
			fcntl(number, F_SETFD, FD_CLOEXEC);
	}
}

static void on_signal(int number)
{
	(void)number; /* signals are blocked and waited for; a handler only keeps them from being dropped */
}

/* The signals to wait for: those that the driver's parent did not set aside (as nohup does). */
static void awaited(sigset_t *signals)
{
	struct sigaction action;
	size_t i;

	sigemptyset(signals);
	sigaddset(signals, SIGCHLD);
	for (i = 0; i < STOP_SIGNALS; i++)
		if (sigaction(stop_signals[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
			sigaddset(signals, stop_signals[i]);
}

static void end_children(void)
{
	if (getpid() == driver)
		process_end_all();
}

void process_guard(void)
{
	struct sigaction action = { .sa_handler = on_signal };
	sigset_t signals;

	sigemptyset(&action.sa_mask);
	if (sigaction(SIGCHLD, &action, NULL) != 0 || atexit(end_children) != 0)
		cannot("sigaction");
	awaited(&signals);
	sigprocmask(SIG_BLOCK, &signals, NULL);
}

static void default_signals(void)
{
	struct sigaction action = { .sa_handler = SIG_DFL };
	sigset_t none;
	int number;

	sigemptyset(&action.sa_mask);
	for (number = 1; number < 32; number++)
		if (number != SIGKILL && number != SIGSTOP)
			sigaction(number, &action, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static void fixed_environment(void)
{
	static const char *const cleared[] = { "LANG", "LANGUAGE", "LC_NUMERIC", "LC_COLLATE",
		"LC_CTYPE", "GSL_RNG_SEED", "GSL_RNG_TYPE", "GSL_IEEE_MODE", "POSIXLY_CORRECT" };
	size_t i;

	for (i = 0; i < sizeof(cleared) / sizeof(*cleared); i++)
		unsetenv(cleared[i]);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TZ", "UTC", 1);
	setenv("BERDAYA_LANG", language == ENGLISH ? "en" : "id", 1);
}

static void more_environment(const char *const *settings)
{
	for (; settings != NULL && *settings != NULL; settings += 2)
		setenv(settings[0], settings[1], 1);
}

static _Noreturn void give_up(const char *what)
{
	warn(&(struct place){ .file = what },
		SAY("cannot be started: %s", "tidak dapat dijalankan: %s"), strerror(errno));
	_exit(CANNOT_START);
}

static _Noreturn void be_child(const struct process *process)
{
	const char *input = process->input == NULL ? "/dev/null" : process->input;
	int descriptor;

	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != driver)
		_exit(CANNOT_START);
	default_signals();
	fixed_environment();
	more_environment(process->settings);
	alarm(process->seconds);
	descriptor = open(input, O_RDONLY | O_NOCTTY);
	if ((process->output >= 0 && dup2(process->output, STDOUT_FILENO) < 0) ||
		(process->errors >= 0 && dup2(process->errors, STDERR_FILENO) < 0))
		give_up("dup2");
	if (descriptor < 0 || dup2(descriptor, STDIN_FILENO) < 0)
		give_up(input);
	if (descriptor > STDERR_FILENO)
		close(descriptor);
	if (process->folder != NULL && chdir(process->folder) != 0)
		give_up(process->folder);
	if (process->words == NULL)
		exit(process->work(process->context));
	execvp(process->words[0], (char *const *)process->words);
	give_up(process->words[0]);
}

pid_t process_begin(const struct process *process)
{
	pid_t pid;

	if (running_count == PROCESS_LIMIT)
		broken(NULL, SAY("too many processes", "terlalu banyak proses"));
	fflush(stderr);
	pid = fork();
	if (pid < 0)
		cannot("fork");
	if (pid == 0)
		be_child(process);
	setpgid(pid, pid); /* on both sides, so that the group is there before it may be needed */
	running[running_count++] = pid;
	return pid;
}

static void forget(pid_t pid)
{
	size_t i;

	for (i = 0; i < running_count; i++)
		if (running[i] == pid)
			running[i] = running[--running_count];
}

/* Takes over one child that has ended. */
static bool take_ended(pid_t *pid, int *status)
{
	size_t i;

	for (i = 0; i < running_count; i++) {
		if (waitpid(running[i], status, WNOHANG) == running[i]) {
			*pid = running[i];
			kill(-*pid, SIGKILL); /* what a script may have left in its group */
			forget(*pid);
			return true;
		}
	}
	return false;
}

int process_wait(pid_t *pid, int *status)
{
	sigset_t signals;
	int number;

	awaited(&signals);
	while (!take_ended(pid, status)) {
		number = sigwaitinfo(&signals, NULL);
		if (number < 0 && errno != EINTR)
			cannot("sigwaitinfo");
		if (number > 0 && number != SIGCHLD)
			return number;
	}
	return 0;
}

bool process_interrupted(int *signal_number)
{
	struct timespec now = { 0 };
	sigset_t signals;

	awaited(&signals);
	sigdelset(&signals, SIGCHLD);
	*signal_number = sigtimedwait(&signals, NULL, &now);
	return *signal_number > 0;
}

static void signal_all(int number)
{
	size_t i;

	for (i = 0; i < running_count; i++)
		if (kill(-running[i], number) != 0)
			kill(running[i], number);
}

void process_end_all(void)
{
	struct timespec moment = { .tv_nsec = 20000000 };
	int status, tries;
	pid_t pid;

	signal_all(SIGTERM);
	for (tries = 0; running_count > 0 && tries < PATIENCE * 50; tries++)
		if (!take_ended(&pid, &status))
			nanosleep(&moment, NULL);
	signal_all(SIGKILL);
	while (running_count > 0) {
		waitpid(running[running_count - 1], &status, 0);
		running_count--;
	}
}

int process_end_of(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			cannot("waitpid");
	kill(-pid, SIGKILL);
	forget(pid);
	return status;
}

int process_call(const char *const *words, int into)
{
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC), status;

	status = process_end_of(process_begin(
		&(struct process){ .words = words, .output = into, .errors = nowhere }));
	close(nowhere);
	return status;
}

void process_die(int signal_number)
{
	sigset_t signals;

	process_end_all();
	signal(signal_number, SIG_DFL);
	sigemptyset(&signals);
	sigaddset(&signals, signal_number);
	sigprocmask(SIG_UNBLOCK, &signals, NULL);
	raise(signal_number);
	_exit(BROKEN);
}
