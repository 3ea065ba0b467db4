/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The label columns of XLSForm sheets: which there are and whose language they speak. */
#include "study/labels.h"

#include <string.h>
#include <strings.h>

static bool holds(const char *text, const char *part)
{
	size_t length = strlen(part);

	for (; *text != '\0'; text++)
		if (strncasecmp(text, part, length) == 0)
			return true;
	return false;
}

static bool is_label(const char *header)
{
	return strncasecmp(header, "label", 5) == 0 && (header[5] == '\0' || header[5] == ':');
}

static bool is_english(const char *header)
{
	return holds(header, "(en)") || holds(header, "english") || holds(header, "inggris");
}

static bool is_indonesian(const char *header)
{
	return holds(header, "(id)") || (!is_english(header) && holds(header, "indonesia"));
}

struct label_columns label_columns_find(const struct table *table)
{
	struct label_columns found = { 0, keep((table->width + 1) * sizeof(size_t)), NO_NAME,
		NO_NAME };
	size_t bare = NO_NAME, i;

	for (i = 0; i < table->width; i++) {
		const char *header = table->header[i].text;

		if (!is_label(header))
			continue;
		if (found.english == NO_NAME && is_english(header))
			found.english = found.count;
		else if (found.indonesian == NO_NAME && is_indonesian(header))
			found.indonesian = found.count;
		else if (header[5] == '\0')
			bare = found.count;
		found.columns[found.count++] = i;
	}
	if (found.indonesian == NO_NAME)
		found.indonesian = bare;
	else if (found.english == NO_NAME)
		found.english = bare;
	return found;
}

const char **label_row(const struct table *table, size_t row, const struct label_columns *labels)
{
	const char **texts = keep((labels->count + 1) * sizeof(*texts));
	size_t i;

	for (i = 0; i < labels->count; i++) {
		struct value value = table->cells[row * table->width + labels->columns[i]];

		while (value.length > 0 && strchr(" \t\r\n", value.text[value.length - 1]) != NULL)
			value.length--;
		while (value.length > 0 && strchr(" \t\r\n", value.text[0]) != NULL) {
			value.text++;
			value.length--;
		}
		texts[i] = keep_value(value);
	}
	return texts;
}

static const char *half(const char *const *row, size_t language_index)
{
	if (language_index == NO_NAME || row[language_index][0] == '\0')
		return NULL;
	return row[language_index];
}

struct text label_text(const char *const *row, const struct label_columns *labels)
{
	return (struct text){ half(row, labels->english), half(row, labels->indonesian) };
}
