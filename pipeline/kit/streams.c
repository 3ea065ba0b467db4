/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps files from becoming standard streams that were closed. */
#include "kit/streams.h"

#include <fcntl.h>
#include <unistd.h>

#include "kit/kit.h"

void fill_standard_streams(void)
{
	int stream, filled;

	for (stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
		if (fcntl(stream, F_GETFD) >= 0)
			continue;
		/* the lowest number that is free; open the wrong way round, so that use is EBADF */
		filled = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
		if (filled != stream)
			broken(NULL, SAY("a standard stream is closed", "aliran standar tertutup"));
	}
}
