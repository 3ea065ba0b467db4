/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers come out whole, in order and once, signals or not; what cannot be written is said. */
#include "close.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "answer.h"
#include "child.h"

enum { LINES = 40000, LINE_LENGTH = 7, LENGTH = LINES * LINE_LENGTH }; /* more than a pipe holds */

static void on_signal(int number)
{
	(void)number;
}

/* Without SA_RESTART: a write that waits ends with EINTR. */
static void let_signals_interrupt(void)
{
	struct sigaction action = { .sa_handler = on_signal };

	sigemptyset(&action.sa_mask);
	assert_int_equal(sigaction(SIGUSR1, &action, NULL), 0);
}

static void answer_many(void)
{
	int i;

	for (i = 0; i < LINES; i++)
		answer("%06d\n", i);
	answer_out();
}

/* Reads to the end, with a signal for the writer before each part. */
static size_t read_and_interrupt(int file, pid_t writer, char *into, size_t room)
{
	size_t length = 0;
	ssize_t got = 1;

	while (got > 0) {
		kill(writer, SIGUSR1);
		got = read(file, into + length, length + 512 < room ? 512 : room - length);
		assert_true(got >= 0);
		length += (size_t)got;
	}
	return length;
}

static void comes_out_whole(void **state)
{
	static char got[LENGTH + 1];
	char wanted[LINE_LENGTH + 1];
	int ends[2], status, i;
	pid_t writer;

	(void)state;
	let_signals_interrupt();
	assert_int_equal(pipe(ends), 0);
	writer = fork();
	assert_true(writer >= 0);
	if (writer == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		answer_many();
		_exit(0);
	}
	close(ends[1]);
	assert_int_equal(read_and_interrupt(ends[0], writer, got, LENGTH + 1), LENGTH);
	for (i = 0; i < LINES; i++) {
		snprintf(wanted, sizeof(wanted), "%06d\n", i);
		assert_memory_equal(got + i * LINE_LENGTH, wanted, LINE_LENGTH);
	}
	close(ends[0]);
	assert_int_equal(waitpid(writer, &status, 0), writer);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

/* A child of the program that answers begins with a copy of what is not written yet. */
static void fork_and_end(const void *context)
{
	pid_t child;

	(void)context;
	answer("once");
	child = fork();
	if (child == 0)
		exit(0);
	waitpid(child, NULL, 0);
}

static void comes_out_once(void **state)
{
	struct child child = in_child(fork_and_end, NULL);

	(void)state;
	assert_int_equal(child.status, 0);
	assert_string_equal(child.wrote, "once");
}

static void answer_to_nobody(const void *context)
{
	(void)context;
	report_begin("test");
	close(STDOUT_FILENO);
	answer("x");
	answer_out();
}

static void says_what_cannot_be_written(void **state)
{
	(void)state;
	assert_ended(in_child(answer_to_nobody, NULL), 3,
		"<stdout>: cannot be written: Bad file descriptor");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_out_whole),
		cmocka_unit_test(comes_out_once),
		cmocka_unit_test(says_what_cannot_be_written),
	};

	return cmocka_run_group_tests_name("answer", tests, NULL, NULL);
}
