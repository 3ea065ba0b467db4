/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions that cannot compile here: unsafe, locale-bound, or a way to a shell. */
#ifndef KIT_BANNED_H
#define KIT_BANNED_H

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets strtok atoi atol atof
#pragma GCC poison system popen setlocale tmpnam mktemp

#endif
