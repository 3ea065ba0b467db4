/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders: made, walked, brought to the disk, removed. Errors end the program with 3. */
#ifndef TREE_H
#define TREE_H

#include <sys/types.h>

#include "kit/kit.h"

/* Makes a folder and those above it; one that is there already is left as it is. */
void tree_make(const char *folder, mode_t mode);

/* The names in a folder, all but . and ..; none where there is no such folder. */
const struct names *tree_names(const char *folder);

/* Removes a file, or a folder with all that is in it; links are removed, not followed. */
void tree_remove(const char *path);

/* The paths, relative to `folder`, of all files below it (links and special files too), in byte
 * order. Names that begin with a dot are passed over: file managers and editors leave such behind. */
const struct names *tree_files(const char *folder);

/* Gives a file a second name, or copies it where the file system knows no second names. */
void tree_link(const char *from, const char *to);

/* Brings all files and folders below to the disk. */
void tree_sync(const char *folder);

/* Brings a folder's own list of names to the disk. */
void tree_sync_folder(const char *folder);

void tree_rename(const char *from, const char *to);

#endif
