/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out the folders of a run, lets one run in at a time, and leaves foreign files alone. */
#include "area.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kit/kit.h"
#include "tree.h"

static struct place at_file(const char *file)
{
	return (struct place){ .file = file };
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

/* The hidden folder beside a path: a/b and "work" give a/.b.work */
static const char *beside(const char *path, const char *ending)
{
	const char *name = last_part(path);

	return keep_format("%.*s.%s.%s", (int)(name - path), path, name, ending);
}

static const char *absolute(const char *path)
{
	char here[PATH_MAX];

	if (*path == '/')
		return path;
	if (getcwd(here, sizeof(here)) == NULL)
		broken(NULL, "getcwd: %s", strerror(errno));
	return keep_format("%s/%s", here, path);
}

struct area area_of(const char *shown)
{
	struct place at = { .column = "--output", .offending = shown };
	size_t length = strlen(shown);
	struct area area;
	const char *name;

	while (length > 1 && shown[length - 1] == '/')
		length--;
	area.shown = keep_text(shown, length);
	area.output = absolute(area.shown);
	name = last_part(area.output);
	if (*name == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
		strlen(name) > NAME_MAX - sizeof("..previous"))
		misuse(&at,
			SAY("name a folder that berdaya may make",
				"sebutkan folder yang boleh dibuat berdaya"));
	area.work = beside(area.output, "work");
	area.next = beside(area.output, "next");
	area.previous = beside(area.output, "previous");
	area.shown_work = beside(area.shown, "work");
	return area;
}

const char *area_file(const struct area *area, const char *file)
{
	return keep_format("%s/%s", area->work, file);
}

static bool is_listed(const struct manifest *manifest, const char *file)
{
	size_t i;

	for (i = 0; i < manifest->count; i++)
		if (manifest_is_result(&manifest->rows[i]) &&
			strcmp(manifest->rows[i].file, file) == 0)
			return true;
	return strcmp(file, "manifest.csv") == 0;
}

/* A result may be replaced if all in it is berdaya's. */
static void check_output(const struct area *area)
{
	struct place at = at_file(area->shown);
	const struct names *files;
	struct manifest manifest;
	struct stat status;
	size_t i;

	if (lstat(area->output, &status) != 0)
		return;
	if (!S_ISDIR(status.st_mode))
		misuse(&at,
			SAY("this is not a folder; name another with --output",
				"ini bukan folder; sebutkan yang lain dengan --output"));
	files = tree_files(area->output);
	if (name_count(files) == 0)
		return;
	if (!manifest_read(&manifest, keep_format("%s/manifest.csv", area->output)))
		misuse(&at,
			SAY("this folder was not made by berdaya (it has no manifest.csv of ours) "
			    "and is left as it is; "
			    "name another with --output",
				"folder ini tidak dibuat berdaya (tanpa manifest.csv kami) dan "
				"dibiarkan apa adanya; "
				"sebutkan yang lain dengan --output"));
	for (i = 0; i < name_count(files); i++) {
		if (is_listed(&manifest, name_text(files, i)))
			continue;
		at.file = keep_format("%s/%s", area->shown, name_text(files, i));
		misuse(&at,
			SAY("this file is not berdaya's and would be lost; move it elsewhere, then "
			    "run again",
				"berkas ini bukan milik berdaya dan akan hilang; pindahkan dulu, "
				"lalu jalankan lagi"));
	}
}

static void take_lock(const struct area *area)
{
	const char *file = area_file(area, "lock");
	int lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	struct place at = at_file(area->shown_work);

	if (lock < 0)
		broken(&at, "lock: %s", strerror(errno));
	if (flock(lock, LOCK_EX | LOCK_NB) == 0)
		return; /* open, and so held, until the program ends */
	if (errno == EWOULDBLOCK)
		broken(&at,
			SAY("another run is at work in this folder; wait until it is done",
				"proses lain sedang bekerja di folder ini; tunggu sampai selesai"));
	broken(&at, "flock: %s", strerror(errno));
}

static void make_work(const struct area *area)
{
	struct place at = at_file(area->shown_work);
	struct stat status;

	tree_make(area->work, 0700);
	if (lstat(area->work, &status) != 0 || !S_ISDIR(status.st_mode) ||
		status.st_uid != geteuid())
		misuse(&at,
			SAY("this folder belongs to somebody else", "folder ini milik orang lain"));
	if (chmod(area->work, 0700) != 0)
		broken(&at, "%s", strerror(errno));
}

static bool is_half(const char *name)
{
	const char *ending = strrchr(name, '.');

	return ending != NULL && (strcmp(ending, ".partial") == 0 || strcmp(ending, ".chart") == 0);
}

/* After a run that was killed: while a step was at work, which may not run this time, or while the
 * result was published. */
static void recover(const struct area *area)
{
	const struct names *names = tree_names(area->work);
	size_t i;

	for (i = 0; i < name_count(names); i++)
		if (is_half(name_text(names, i)))
			tree_remove(area_file(area, name_text(names, i)));
	if (!file_exists(area->output) && file_exists(area->previous))
		tree_rename(area->previous, area->output);
	tree_remove(area->previous);
	tree_remove(area->next);
}

void area_claim(const struct area *area)
{
	check_output(area); /* first, so that nothing is made beside a folder that is not ours */
	make_work(area);
	take_lock(area);
	recover(area);
}
