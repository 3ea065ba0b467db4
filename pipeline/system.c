/* SPDX-License-Identifier: GPL-3.0-or-later */
/* System calls of Linux that the headers show only beyond POSIX. */
#include "system.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>

#include "kit/kit.h"

enum { CLOSE_ON_EXEC = 1, EXCHANGE = 2 }; /* MFD_CLOEXEC, RENAME_EXCHANGE of the kernel's headers */

extern long syscall(long number, ...);

int nameless_file(void)
{
	long descriptor = syscall(SYS_memfd_create, "berdaya", CLOSE_ON_EXEC);

	if (descriptor < 0)
		broken(NULL,
			SAY("no file can be made in memory: %s",
				"berkas di memori tidak dapat dibuat: %s"),
			strerror(errno));
	return (int)descriptor;
}

bool exchange(const char *one, const char *other)
{
	return syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, EXCHANGE) == 0;
}
