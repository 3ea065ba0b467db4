/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds built-in stages from the place of the running program and asks them what they do. */
#include "catalogue.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "process.h"
#include "system.h"
#include "tree.h"

enum { KIND, NAME, TYPE, REQUIRED, MEANING_EN, MEANING_ID };

static const struct column columns[] = {
	[KIND] = { "kind", TYPE_TEXT, false, { "kind of row", "jenis baris" } },
	[NAME] = { "name", TYPE_TEXT, false, { "name", "nama" } },
	[TYPE] = { "type", TYPE_TEXT, false, { "type", "tipe" } },
	[REQUIRED] = { "required", TYPE_TEXT, false, { "yes or no", "yes atau no" } },
	[MEANING_EN] = { "meaning_en", TYPE_TEXT, false, { "English", "bahasa Inggris" } },
	[MEANING_ID] = { "meaning_id", TYPE_TEXT, false, { "Indonesian", "bahasa Indonesia" } },
	{ 0 },
};

/* The folder `levels` above a file. */
static char *above(const char *path, int levels)
{
	char *folder = keep_text(path, strlen(path)), *slash;

	for (; levels > 0; levels--)
		if ((slash = strrchr(folder, '/')) != NULL)
			*slash = '\0';
	return folder;
}

const struct house *house(void)
{
	static struct house house;
	char path[PATH_MAX];
	ssize_t length;
	const char *top;

	if (house.program != NULL)
		return &house;
	length = readlink("/proc/self/exe", path, sizeof(path) - 1);
	if (length <= 0)
		broken(NULL, "/proc/self/exe: %s", strerror(errno));
	house.program = keep_text(path, (size_t)length);
	top = above(house.program, 2);
	house.stages = keep_format("%s/libexec/berdaya", top);
	house.plots = keep_format("%s/share/berdaya/plots", top);
	return &house;
}

static bool ends_in(const char *text, const char *ending)
{
	size_t length = strlen(text), tail = strlen(ending);

	return length >= tail && strcmp(text + length - tail, ending) == 0;
}

struct names *file_names(const char *folder, const char *ending)
{
	const struct names *found = tree_names(folder);
	struct names *names = names_new();
	size_t i;

	for (i = 0; i < name_count(found); i++) {
		const char *name = name_text(found, i);

		if (*name != '.' && ends_in(name, ending))
			name_add(names, name, strlen(name));
	}
	return names;
}

const struct names *stage_names(void)
{
	static struct names *sorted;
	const struct names *found;
	size_t *order, i;

	if (sorted != NULL)
		return sorted;
	found = file_names(house()->stages, "");
	order = names_sorted(found);
	sorted = names_new();
	for (i = 0; i < name_count(found); i++)
		name_add(sorted, name_text(found, order[i]), strlen(name_text(found, order[i])));
	return sorted;
}

const struct description *description_read(const char *program, const char *path)
{
	struct description *description = keep(sizeof(*description));
	size_t row, faults = fault_count();
	const struct table *table = table_load(path, columns, TABLE_OPEN);

	if (table == NULL || fault_count() > faults)
		return NULL;
	description->program = program;
	description->count = table->rows;
	description->rows = keep((table->rows + 1) * sizeof(*description->rows));
	for (row = 0; row < table->rows; row++)
		description->rows[row] = (struct described){
			cell(table, row, KIND),
			cell(table, row, NAME),
			cell(table, row, TYPE),
			strcmp(cell(table, row, REQUIRED), "yes") == 0,
			{ cell(table, row, MEANING_EN), cell(table, row, MEANING_ID) },
		};
	return description;
}

static const struct description *ask(const char *name, const char *program)
{
	const struct description *description;
	int into = nameless_file();

	if (process_call((const char *const[]){ program, "--describe", NULL }, into) != 0)
		broken(&(struct place){ .file = program },
			SAY("the stage cannot describe itself (--describe)",
				"tahap ini tidak dapat menjelaskan dirinya (--describe)"));
	description = description_read(program, keep_format("/proc/self/fd/%d", into));
	close(into);
	if (description == NULL)
		broken(&(struct place){ .file = program, .offending = name },
			SAY("its --describe is not a whole table",
				"--describe-nya bukan tabel yang utuh"));
	return description;
}

const struct description *describe(const char *name)
{
	static const struct description **answers;
	static size_t capacity;
	size_t number = name_find(stage_names(), name, strlen(name));

	if (number == NO_NAME)
		return NULL;
	answers = grow(answers, &capacity, name_count(stage_names()), sizeof(struct description *));
	if (answers[number] == NULL)
		answers[number] = ask(name, keep_format("%s/%s", house()->stages, name));
	return answers[number];
}

const struct described *described(
	const struct description *description, const char *kind, const char *name)
{
	size_t i;

	for (i = 0; description != NULL && i < description->count; i++)
		if (strcmp(description->rows[i].kind, kind) == 0 &&
			(name == NULL || strcmp(description->rows[i].name, name) == 0))
			return &description->rows[i];
	return NULL;
}

const char *gnuplot_version(void)
{
	static const char begin[] = "gnuplot ";
	static const char *version;
	char line[128] = "";
	ssize_t length;
	int into;

	if (version != NULL)
		return *version == '\0' ? NULL : version;
	version = "";
	into = nameless_file();
	if (process_call((const char *const[]){ "gnuplot", "--version", NULL }, into) == 0) {
		length = pread(into, line, sizeof(line) - 1, 0);
		if (length > 0 && strncmp(line, begin, strlen(begin)) == 0)
			version = keep_text(
				line + strlen(begin), strcspn(line + strlen(begin), "\n"));
	}
	close(into);
	return *version == '\0' ? NULL : version;
}
