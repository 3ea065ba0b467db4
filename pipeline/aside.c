/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a list of rejects sets aside. */
#include "aside.h"

#include <string.h>

#include "kit/kit.h"

struct aside aside_count(const char *file)
{
	struct reader *reader = reader_open(file, NULL);
	size_t action = reader_column(reader, "action");
	struct aside aside = { 0, 0, 0 };

	while (action != NO_NAME && reader_next(reader)) {
		const char *text = reader->values[action].text;

		aside.rows += strncmp(text, "row_", 4) == 0;
		aside.values += strcmp(text, "value_missing") == 0;
		aside.recoded += strcmp(text, "value_recoded") == 0;
	}
	reader_close(reader);
	return aside;
}
