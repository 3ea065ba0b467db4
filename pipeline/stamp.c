/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fingerprints of steps, kept in stamps.csv beside the tables they speak of. */
#include "stamp.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "kit/kit.h"
#include "list.h"

static const char *const kind_names[] = {
	[PART_PROGRAM] = "program",
	[PART_OPTION] = "option",
	[PART_TABLE] = "table",
	[PART_DATA] = "data",
	[PART_INPUT] = "input",
	[PART_OUTPUT] = "output",
};

enum { KINDS = sizeof(kind_names) / sizeof(*kind_names) };

enum { STEP, KIND, NAME, SHA256 };

static const struct column columns[] = {
	[STEP] = { "step", TYPE_TEXT, false, { "step", "langkah" } },
	[KIND] = { "kind", TYPE_TEXT, false,
		{ "program, option, table, data, input or output",
			"program, option, table, data, input, atau output" } },
	[NAME] = { "name", TYPE_TEXT, false, { "its name", "namanya" } },
	[SHA256] = { "sha256", TYPE_TEXT, false, { "empty: not there", "kosong: tidak ada" } },
	{ 0 },
};

const char *part_kind_name(enum part_kind kind)
{
	return kind_names[kind];
}

void stamp_add(
	struct stamp *stamp, enum part_kind kind, const char *name, const struct digest *digest)
{
	stamp->parts = list_extend(
		stamp->parts, &stamp->capacity, stamp->count + 1, sizeof(*stamp->parts));
	stamp->parts[stamp->count++] = (struct part){ kind, name, *digest };
}

const struct part *stamp_part(const struct stamp *stamp, enum part_kind kind, const char *name)
{
	size_t i;

	for (i = 0; i < stamp->count; i++)
		if (stamp->parts[i].kind == kind && strcmp(stamp->parts[i].name, name) == 0)
			return &stamp->parts[i];
	return NULL;
}

const struct part *stamp_difference(const struct stamp *before, const struct stamp *now)
{
	const struct part *part, *other;

	for (part = now->parts; part < now->parts + now->count; part++) {
		if (part->kind == PART_OUTPUT)
			continue;
		other = stamp_part(before, part->kind, part->name);
		if (other == NULL || !digest_equal(&other->digest, &part->digest))
			return part;
	}
	for (part = before->parts; part < before->parts + before->count; part++)
		if (part->kind != PART_OUTPUT && stamp_part(now, part->kind, part->name) == NULL)
			return part;
	return NULL;
}

const struct stamp *stamps_find(const struct stamps *stamps, const char *step)
{
	size_t i;

	for (i = 0; i < stamps->count; i++)
		if (strcmp(stamps->stamps[i].step, step) == 0)
			return &stamps->stamps[i];
	return NULL;
}

static void drop(struct stamps *stamps, const char *step)
{
	size_t i, kept = 0;

	for (i = 0; i < stamps->count; i++)
		if (strcmp(stamps->stamps[i].step, step) != 0)
			stamps->stamps[kept++] = stamps->stamps[i];
	stamps->count = kept;
}

void stamps_put(struct stamps *stamps, const struct stamp *stamp)
{
	drop(stamps, stamp->step);
	stamps->stamps =
		list_extend(stamps->stamps, &stamps->capacity, stamps->count + 1, sizeof(*stamp));
	stamps->stamps[stamps->count++] = *stamp;
}

static bool read_kind(const char *text, enum part_kind *kind)
{
	size_t i;

	for (i = 0; i < KINDS; i++) {
		if (strcmp(text, kind_names[i]) == 0) {
			*kind = (enum part_kind)i;
			return true;
		}
	}
	return false;
}

struct stamps stamps_read(const char *path)
{
	struct stamps stamps = { 0 };
	struct stamp *stamp = NULL;
	const struct table *table =
		file_exists(path) ? table_load(path, columns, TABLE_STRICT) : NULL;
	size_t row;

	for (row = 0; table != NULL && row < table->rows; row++) {
		const char *step = cell(table, row, STEP), *sha256 = cell(table, row, SHA256);
		struct digest digest = { .hex = "" };
		enum part_kind kind;

		if (!read_kind(cell(table, row, KIND), &kind) ||
			strlen(sha256) >= sizeof(digest.hex))
			return (struct stamps){ 0 };
		if (stamp == NULL || strcmp(stamp->step, step) != 0) {
			stamps_put(&stamps, &(struct stamp){ .step = step });
			stamp = &stamps.stamps[stamps.count - 1];
		}
		memcpy(digest.hex, sha256, strlen(sha256));
		stamp_add(stamp, kind, cell(table, row, NAME), &digest);
	}
	return stamps;
}

void stamps_write(const struct stamps *stamps, const char *path)
{
	const char *partial = keep_format("%s.partial", path);
	struct writer *writer = writer_open(partial);
	size_t i, j;

	for (i = 0; columns[i].name != NULL; i++)
		put_string(writer, columns[i].name);
	end_row(writer);
	for (i = 0; i < stamps->count; i++) {
		const struct stamp *stamp = &stamps->stamps[i];

		for (j = 0; j < stamp->count; j++) {
			put_string(writer, stamp->step);
			put_string(writer, kind_names[stamp->parts[j].kind]);
			put_string(writer, stamp->parts[j].name);
			put_string(writer, stamp->parts[j].digest.hex);
			end_row(writer);
		}
	}
	writer_close(writer);
	if (rename(partial, path) != 0)
		broken(&(struct place){ .file = path }, "%s", strerror(errno));
}
