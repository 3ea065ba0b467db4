/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small study as text. */
#ifndef SAMPLE_H
#define SAMPLE_H

struct sample_file {
	const char *name, *content; /* below the study's folder */
};

/* Ended by a NULL name. */
extern const struct sample_file sample_files[];

#endif
