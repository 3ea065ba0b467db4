/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes and reads manifest.csv, and holds a result's folder against it. */
#include "manifest.h"

#include <string.h>

#include "kit/kit.h"
#include "list.h"

enum { KIND, NAME, FILE_NAME, SHA256, ROWS, VERSION, WIDTH };

static const char *const header[WIDTH] = { "kind", "name", "file", "sha256", "rows", "version" };

void manifest_add(struct manifest *manifest, const struct manifest_row *row)
{
	manifest->rows =
		list_extend(manifest->rows, &manifest->capacity, manifest->count + 1, sizeof(*row));
	manifest->rows[manifest->count++] = *row;
}

/* Of private tables the name alone: with nearly all of a table published, a guess at the rest could be
 * held against its fingerprint. */
void manifest_write(const struct manifest *manifest, const char *path)
{
	struct writer *writer = writer_open(path);
	size_t i;

	for (i = 0; i < WIDTH; i++)
		put_string(writer, header[i]);
	end_row(writer);
	for (i = 0; i < manifest->count; i++) {
		const struct manifest_row *row = &manifest->rows[i];
		bool told = strcmp(row->kind, "private") != 0;

		put_string(writer, row->kind);
		put_string(writer, row->name);
		put_string(writer, row->file);
		put_string(writer, told ? row->sha256 : "");
		put_string(writer, told ? row->rows : "");
		put_string(writer, row->version);
		end_row(writer);
	}
	writer_close(writer);
}

static const char *kept(const struct reader *reader, size_t column)
{
	return keep_value(reader->values[column]);
}

bool manifest_read(struct manifest *manifest, const char *path)
{
	static const struct reader_options options = { .any_delimiter = true, .ragged = true };
	struct reader *reader;
	size_t i;

	*manifest = (struct manifest){ 0 };
	if (!file_exists(path))
		return false;
	reader = reader_open(path, &options);
	for (i = 0; i < WIDTH; i++)
		if (i >= reader->columns || !same_text(reader->header[i], header[i]))
			return false;
	while (reader_next(reader))
		if (reader->count == WIDTH)
			manifest_add(manifest,
				&(struct manifest_row){ kept(reader, KIND), kept(reader, NAME),
					kept(reader, FILE_NAME), kept(reader, SHA256),
					kept(reader, ROWS), kept(reader, VERSION) });
	reader_close(reader);
	return true;
}

bool manifest_is_result(const struct manifest_row *row)
{
	return strcmp(row->kind, "table") == 0 || strcmp(row->kind, "chart") == 0 ||
		strcmp(row->kind, "document") == 0 || strcmp(row->kind, "private") == 0;
}

bool manifest_holds(const struct manifest *manifest, const char *folder)
{
	struct digest digest;
	size_t i;

	for (i = 0; i < manifest->count; i++) {
		const struct manifest_row *row = &manifest->rows[i];

		if (manifest_is_result(row) &&
			(!digest_file(keep_format("%s/%s", folder, row->file), &digest, NULL) ||
				strcmp(digest.hex, row->sha256) != 0))
			return false;
	}
	return true;
}
