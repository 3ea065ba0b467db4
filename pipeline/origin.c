/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remembers the files that a run depends on, and notices when one is replaced while it runs. */
#include "origin.h"

#include <string.h>
#include <sys/stat.h>

#include "kit/kit.h"
#include "list.h"

/* What tells one state of a file from another. Some file systems number files anew whenever they
 * like, and permissions may change: such a difference is looked into, not taken for a change. */
struct sight {
	bool there;
	off_t size;
	struct timespec written, touched;
	dev_t device;
	ino_t number;
};

struct known {
	struct origin origin;
	struct sight first;
	bool digested, changed;
};

static struct names *paths;
static struct known *files;
static size_t capacity;

static struct sight look(const char *path)
{
	struct sight sight = { 0 };
	struct stat status;

	if (stat(path, &status) != 0)
		return sight;
	sight.there = true;
	sight.size = status.st_size;
	sight.written = status.st_mtim;
	sight.touched = status.st_ctim;
	sight.device = status.st_dev;
	sight.number = status.st_ino;
	return sight;
}

static bool same_time(struct timespec one, struct timespec other)
{
	return one.tv_sec == other.tv_sec && one.tv_nsec == other.tv_nsec;
}

static bool was_written(const struct sight *before, const struct sight *now)
{
	return before->there != now->there || before->size != now->size ||
		!same_time(before->written, now->written);
}

static bool is_same(const struct sight *before, const struct sight *now)
{
	return !was_written(before, now) && same_time(before->touched, now->touched) &&
		before->device == now->device && before->number == now->number;
}

static struct known *known_file(const char *path)
{
	size_t before, number;

	if (paths == NULL)
		paths = names_new();
	before = name_count(paths);
	number = name_add(paths, path, strlen(path));
	files = list_extend(files, &capacity, name_count(paths), sizeof(*files));
	if (name_count(paths) > before)
		files[number] = (struct known){ .first = look(path) };
	return &files[number];
}

void origin_note(const char *path)
{
	known_file(path);
}

struct origin origin_of(const char *path)
{
	struct known *file = known_file(path);
	struct sight now;

	if (!file->digested) {
		digest_file(path, &file->origin.digest, &file->origin.rows);
		file->digested = true;
		now = look(path);
		file->changed = was_written(&file->first, &now);
	}
	return file->origin;
}

/* Looks again, and reads again where the look alone does not tell. */
static bool has_changed(struct known *file, const char *path)
{
	struct sight now = look(path);
	struct digest digest;

	if (file->changed || is_same(&file->first, &now))
		return file->changed;
	file->changed = was_written(&file->first, &now);
	if (!file->changed && file->digested) {
		digest_file(path, &digest, NULL);
		file->changed = !digest_equal(&digest, &file->origin.digest);
	}
	file->first = now;
	return file->changed;
}

const char *origins_changed(void)
{
	size_t i;

	for (i = 0; paths != NULL && i < name_count(paths); i++)
		if (has_changed(&files[i], name_text(paths, i)))
			return name_text(paths, i);
	return NULL;
}

void origins_hold(void)
{
	const char *changed = origins_changed();

	if (changed != NULL)
		broken(&(struct place){ .file = changed },
			SAY("changed while the run was at work; nothing was published; run again",
				"berubah selagi proses berjalan; tidak ada yang diterbitkan; "
				"jalankan lagi"));
}
