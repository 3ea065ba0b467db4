/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a study folder to fill in, never over anything. */
#include "new.h"

#include <errno.h>
#include <stdio.h>

#include "sample.h"
#include "tree.h"

static void write_file(const char *path, const char *content)
{
	FILE *file = fopen(path, "wx");

	if (file == NULL || fputs(content, file) == EOF || fflush(file) != 0 || ferror(file) ||
		fclose(file) != 0)
		broken(&(struct place){ .file = path },
			SAY("cannot be written: %s", "tidak dapat ditulis: %s"), error_text(errno));
}

void new_study(const char *folder)
{
	const struct sample_file *file;

	if (name_count(tree_files(folder)) > 0)
		misuse(&(struct place){ .file = folder },
			SAY("there is something in this folder already; name a new one",
				"folder ini sudah berisi; sebutkan folder baru"));
	tree_make(folder, 0777);
	tree_make(keep_format("%s/data", folder), 0777);
	for (file = sample_files; file->name != NULL; file++)
		write_file(keep_format("%s/%s", folder, file->name), file->content);
}
