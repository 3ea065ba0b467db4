/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children with their output in files; the scratch folder is SCRATCH, or one of its own. */
#include "child.h"

#include "close.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SAID_LIMIT = 1 << 24 };

static char *wrote, *said;

/* All of a file, kept until the next call of the same kind. */
static size_t read_all(FILE *file, char **into)
{
	size_t length;

	free(*into);
	*into = malloc(SAID_LIMIT + 1);
	assert_non_null(*into);
	rewind(file);
	length = fread(*into, 1, SAID_LIMIT, file);
	(*into)[length] = '\0';
	fclose(file);
	return length;
}

struct child in_child(void (*work)(const void *context), const void *context)
{
	FILE *out = tmpfile(), *err = tmpfile();
	struct child child = { 0 };
	int status;
	pid_t id;

	assert_non_null(out);
	assert_non_null(err);
	fflush(NULL);
	id = fork();
	if (id == 0) {
		dup2(fileno(out), STDOUT_FILENO);
		dup2(fileno(err), STDERR_FILENO);
		setenv("BERDAYA_LANG", "en", 0);
		work(context);
		exit(0);
	}
	assert_true(id > 0);
	assert_int_equal(waitpid(id, &status, 0), id);
	child.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	child.wrote_length = read_all(out, &wrote);
	read_all(err, &said);
	child.wrote = wrote;
	child.said = said;
	return child;
}

void assert_ended(struct child child, int status, const char *part)
{
	if (child.status != status || strstr(child.said, part) == NULL)
		fail_msg("ended with %d (not %d), saying: %s\nwanted: %s", child.status, status,
			child.said, part);
}

static char own_folder[] = "/tmp/berdaya-test-XXXXXX";
static pid_t owner;

static void remove_folder(void)
{
	DIR *folder = getpid() == owner ? opendir(own_folder) : NULL;
	const struct dirent *entry;

	if (folder == NULL)
		return;
	while ((entry = readdir(folder)) != NULL)
		unlinkat(dirfd(folder), entry->d_name, 0);
	closedir(folder);
	rmdir(own_folder);
}

static const char *folder(void)
{
	static const char *found;

	if (found == NULL)
		found = getenv("SCRATCH");
	if (found == NULL) {
		found = mkdtemp(own_folder);
		assert_non_null(found);
		owner = getpid();
		atexit(remove_folder);
	}
	return found;
}

const char *scratch_path(const char *name)
{
	static char path[4][4096];
	static unsigned next;
	char *into = path[next++ % 4];

	snprintf(into, sizeof path[0], "%s/%s", folder(), name);
	return into;
}

const char *scratch_file(const char *name, const char *bytes, size_t length)
{
	const char *path = scratch_path(name);
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
	return path;
}
