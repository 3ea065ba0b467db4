/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables read by the kit, written down so that a test can compare them. */
#ifndef TESTS_TABLES_H
#define TESTS_TABLES_H

#include "child.h"
#include "kit/kit.h"

/* Reads the bytes of a table in a child, which writes each record as `line:[field][field]` and an
 * end of line, the header first. */
struct child read_table(const char *bytes, size_t length, const struct reader_options *options);

/* Fails unless the table (a text ended by NUL) reads as written down in `wanted`. */
void assert_reads(const char *bytes, const struct reader_options *options, const char *wanted);

/* Fails unless the table is refused (status 1) with something that has `part` in it. */
void assert_refused(
	const char *bytes, size_t length, const struct reader_options *options, const char *part);

#endif
