/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as texts, and files in memory that hold them. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "conform_trial.h"
#include "list.h"
#include "system.h"

struct grid *grid_read(const char *path)
{
	struct reader *reader = reader_open(path, NULL);
	struct grid *grid = keep(sizeof(*grid));
	size_t capacity = 0, i;

	grid->width = reader->columns;
	grid->header = keep((grid->width + 1) * sizeof(*grid->header));
	for (i = 0; i < grid->width; i++)
		grid->header[i] = keep_value(reader->header[i]);
	while (reader_next(reader)) {
		grid->cells = list_extend(grid->cells, &capacity, (grid->rows + 1) * grid->width,
			sizeof(*grid->cells));
		for (i = 0; i < grid->width; i++)
			grid->cells[grid->rows * grid->width + i] = keep_value(reader->values[i]);
		grid->rows++;
	}
	reader_close(reader);
	return grid;
}

struct grid *grid_copy(const struct grid *grid)
{
	struct grid *copied = keep(sizeof(*copied));
	size_t count = grid->rows * grid->width;

	*copied = *grid;
	copied->header = keep((grid->width + 1) * sizeof(*copied->header));
	copied->cells = keep((count + 1) * sizeof(*copied->cells));
	memcpy(copied->header, grid->header, grid->width * sizeof(*copied->header));
	if (count > 0)
		memcpy(copied->cells, grid->cells, count * sizeof(*copied->cells));
	return copied;
}

void grid_insert(struct grid *grid, size_t at, const char *name, const char *const *cells)
{
	size_t width = grid->width + 1, row, i;
	const char **header = keep((width + 1) * sizeof(*header));
	const char **all = keep((grid->rows * width + 1) * sizeof(*all));

	for (i = 0; i < width; i++)
		header[i] = i == at ? name : grid->header[i - (i > at)];
	for (row = 0; row < grid->rows; row++)
		for (i = 0; i < width; i++)
			all[row * width + i] = i == at
				? cells[row]
				: grid->cells[row * grid->width + i - (i > at)];
	*grid = (struct grid){ width, grid->rows, header, all };
}

size_t grid_column(const struct grid *grid, const char *name)
{
	size_t i;

	for (i = 0; i < grid->width; i++)
		if (strcmp(grid->header[i], name) == 0)
			return i;
	return NO_NAME;
}

const char *grid_cell(const struct grid *grid, size_t row, size_t column)
{
	return grid->cells[row * grid->width + column];
}

const char *bytes_file(struct bytes_read bytes)
{
	int descriptor = nameless_file();
	size_t done = 0;

	while (done < bytes.length) {
		ssize_t wrote = write(descriptor, bytes.text + done, bytes.length - done);

		if (wrote < 0)
			broken(NULL, "%s", strerror(errno));
		done += (size_t)wrote;
	}
	return keep_format("/proc/self/fd/%d", descriptor);
}

const char *grid_file(const struct grid *grid)
{
	const char *path = keep_format("/proc/self/fd/%d", nameless_file());
	struct writer *writer = writer_open(path);
	size_t row, i;

	for (i = 0; i < grid->width; i++)
		put_string(writer, grid->header[i]);
	end_row(writer);
	for (row = 0; row < grid->rows; row++) {
		for (i = 0; i < grid->width; i++)
			put_string(writer, grid_cell(grid, row, i));
		end_row(writer);
	}
	writer_close(writer);
	return path;
}

struct bytes_read bytes_of(const char *path)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	struct stat status;
	ssize_t length = 0, got;
	char *text;

	if (descriptor < 0 || fstat(descriptor, &status) != 0)
		broken(&(struct place){ .file = path }, "%s", strerror(errno));
	text = keep((size_t)status.st_size + 1);
	while ((got = pread(descriptor, text + length, (size_t)(status.st_size - length), length)) >
		0)
		length += got;
	close(descriptor);
	return (struct bytes_read){ text, (size_t)length };
}
