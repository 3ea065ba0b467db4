/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The few things of Linux that POSIX lacks. */
#ifndef SYSTEM_H
#define SYSTEM_H

#include <stdbool.h>

/* A descriptor of an empty file in memory, without a name; it can be read as /proc/self/fd/N. */
int nameless_file(void);

/* Lets two paths of one file system change places at one instant; false, with errno, where the
 * kernel or the file system cannot. */
bool exchange(const char *one, const char *other);

#endif
