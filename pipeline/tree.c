/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders as wholes: made, walked, linked, brought to the disk, removed. */
#include "tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER_SIZE = 1 << 16 };

static _Noreturn void stuck(const char *path)
{
	broken(&(struct place){ .file = path }, "%s", strerror(errno));
}

static void make_one(const char *folder, mode_t mode)
{
	struct stat status;

	if (mkdir(folder, mode) == 0)
		return;
	if (errno != EEXIST)
		stuck(folder);
	if (stat(folder, &status) != 0 || !S_ISDIR(status.st_mode)) {
		errno = ENOTDIR;
		stuck(folder);
	}
}

void tree_make(const char *folder, mode_t mode)
{
	char *path = keep_text(folder, strlen(folder)), *slash;

	for (slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (!file_exists(path))
			make_one(path, 0777);
		*slash = '/';
	}
	make_one(path, mode);
}

static bool is_folder(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

const struct names *tree_names(const char *folder)
{
	struct names *names = names_new();
	DIR *entries = opendir(folder);
	struct dirent *entry;

	if (entries == NULL && (errno == ENOENT || errno == ENOTDIR))
		return names;
	while (entries != NULL && (errno = 0, entry = readdir(entries)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			name_add(names, entry->d_name, strlen(entry->d_name));
	if (errno != 0)
		stuck(folder);
	closedir(entries);
	return names;
}

void tree_remove(const char *path)
{
	const struct names *names;
	size_t i;

	if (!is_folder(path)) {
		if (unlink(path) != 0 && errno != ENOENT)
			stuck(path);
		return;
	}
	names = tree_names(path);
	for (i = 0; i < name_count(names); i++)
		tree_remove(keep_format("%s/%s", path, name_text(names, i)));
	if (rmdir(path) != 0)
		stuck(path);
}

static void collect(struct names *files, const char *folder, const char *below)
{
	const struct names *names = tree_names(folder);
	size_t *order = names_sorted(names), i;

	for (i = 0; i < name_count(names); i++) {
		const char *name = name_text(names, order[i]),
			   *path = keep_format("%s/%s", folder, name);
		const char *relative = keep_format("%s%s", below, name);

		if (*name == '.')
			continue;
		if (is_folder(path))
			collect(files, path, keep_format("%s/", relative));
		else
			name_add(files, relative, strlen(relative));
	}
}

const struct names *tree_files(const char *folder)
{
	struct names *files = names_new();

	collect(files, folder, "");
	return files;
}

static void write_all(int file, const char *path, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t written = write(file, bytes, length);

		if (written < 0 && errno != EINTR)
			stuck(path);
		if (written > 0) {
			bytes += written;
			length -= (size_t)written;
		}
	}
}

static void copy(const char *from, const char *to)
{
	int source = open(from, O_RDONLY | O_CLOEXEC);
	int target = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	char buffer[BUFFER_SIZE];
	ssize_t length;

	if (source < 0)
		stuck(from);
	if (target < 0)
		stuck(to);
	while ((length = read(source, buffer, sizeof(buffer))) != 0) {
		if (length < 0 && errno != EINTR)
			stuck(from);
		if (length > 0)
			write_all(target, to, buffer, (size_t)length);
	}
	close(source);
	if (close(target) != 0)
		stuck(to);
}

void tree_link(const char *from, const char *to)
{
	if (link(from, to) == 0)
		return;
	if (errno != EPERM && errno != EXDEV && errno != EMLINK && errno != ENOTSUP)
		stuck(to);
	copy(from, to);
}

static void sync_one(const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);

	if (file < 0 || (fsync(file) != 0 && errno != EINVAL && errno != EROFS))
		stuck(path);
	close(file);
}

void tree_sync(const char *folder)
{
	const struct names *names = tree_names(folder);
	size_t i;

	for (i = 0; i < name_count(names); i++) {
		const char *path = keep_format("%s/%s", folder, name_text(names, i));

		if (is_folder(path))
			tree_sync(path);
		else
			sync_one(path);
	}
	sync_one(folder);
}

void tree_rename(const char *from, const char *to)
{
	if (rename(from, to) != 0)
		stuck(to);
}

void tree_sync_folder(const char *folder)
{
	sync_one(folder);
}
