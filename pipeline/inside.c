/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the files that a study names to the study's folder. */
#include "inside.h"

#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool leads_outside(const char *path)
{
	const char *part = path;

	if (*path == '/')
		return true;
	for (; part != NULL; part = strchr(part, '/')) {
		part += *part == '/';
		if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || part[2] == '\0'))
			return true;
	}
	return false;
}

/* The place of a regular file once all links are followed; NULL where there is none. */
static const char *resolve(const char *file)
{
	int descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	char path[PATH_MAX];
	struct stat status;
	ssize_t length;

	if (descriptor < 0)
		return NULL;
	length = readlink(keep_format("/proc/self/fd/%d", descriptor), path, sizeof(path));
	if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || length == sizeof(path))
		length = -1;
	close(descriptor);
	return length < 0 ? NULL : keep_text(path, (size_t)length);
}

const char *inside_study(const struct place *at, const char *path)
{
	char folder[PATH_MAX];
	const char *file;
	size_t length;

	if (getcwd(folder, sizeof(folder)) == NULL || leads_outside(path)) {
		fault(at,
			SAY("the file must lie inside the study's folder: no / in front and no ..",
				"berkas harus di dalam folder studi: tanpa / di depan dan tanpa "
				".."));
		return NULL;
	}
	file = resolve(path);
	if (file == NULL) {
		fault(at, SAY("there is no such file", "tidak ada berkas seperti itu"));
		return NULL;
	}
	length = strlen(folder);
	if (strncmp(file, folder, length) != 0 || file[length] != '/') {
		fault(at,
			SAY("the file is a link that leads out of the study's folder",
				"berkas ini tautan yang keluar dari folder studi"));
		return NULL;
	}
	return file;
}
