/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a program and prints what it took: CPU seconds (its own and the system's for it), peak MiB.
 *
 * usage: measure INPUT OUTPUT PROGRAM [ARGUMENT]...
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void become(char **arguments)
{
	int input = open(arguments[0], O_RDONLY),
	    output = open(arguments[1], O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (input >= 0 && output >= 0 && dup2(input, STDIN_FILENO) >= 0 &&
		dup2(output, STDOUT_FILENO) >= 0)
		execv(arguments[2], arguments + 2);
	perror(arguments[2]);
	_exit(3);
}

static double seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
	struct rusage usage;
	pid_t child;
	int status;

	if (argc < 4) {
		fputs("usage: measure INPUT OUTPUT PROGRAM [ARGUMENT]...\n", stderr);
		return 2;
	}
	child = fork();
	if (child == 0)
		become(argv + 1);
	if (child < 0 || waitpid(child, &status, 0) < 0 ||
		getrusage(RUSAGE_CHILDREN, &usage) != 0) {
		perror("measure");
		return 3;
	}
	printf("%.4f %.1f\n", seconds(usage.ru_utime) + seconds(usage.ru_stime),
		(double)usage.ru_maxrss / 1024);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 3;
}
