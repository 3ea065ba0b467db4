/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measure of the benchmark: libcsv parses files and nothing is done with their fields.
 *
 * usage: parse FILE...     prints how many fields there are
 */
#include <csv.h>
#include <stdio.h>

static void on_field(void *text, size_t length, void *context)
{
	(void)text;
	(void)length;
	++*(size_t *)context;
}

static void on_row(int end, void *context)
{
	(void)end;
	(void)context;
}

int main(int argc, char **argv)
{
	static char block[1 << 16];
	size_t fields = 0, length;
	int i;

	for (i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		struct csv_parser parser;

		if (file == NULL || csv_init(&parser, CSV_STRICT) != 0) {
			perror(argv[i]);
			return 3;
		}
		while ((length = fread(block, 1, sizeof block, file)) > 0)
			if (csv_parse(&parser, block, length, on_field, on_row, &fields) != length)
				return 1;
		csv_fini(&parser, on_field, on_row, &fields);
		csv_free(&parser);
		fclose(file);
	}
	printf("%zu\n", fields);
	return 0;
}
