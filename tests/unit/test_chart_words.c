/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the charts in both languages, and colours that can be read. */
#include "close.h"
#include "kit/kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *read_text(const char *path)
{
	char *text = keep(65536);
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	assert_true(fread(text, 1, 65535, file) < 65535);
	fclose(file);
	return text;
}

/* True if every {name} in `text` stands in `from` too. */
static bool same_names(const char *text, const char *from)
{
	for (const char *name = strchr(text, '{'); name != NULL; name = strchr(name + 1, '{')) {
		const char *close = strchr(name, '}');

		assert_non_null(close);
		if (strstr(from, keep_text(name, (size_t)(close - name) + 1)) == NULL)
			return false;
	}
	return true;
}

static void test_texts(void **state)
{
	static const struct column columns[] = { { .name = "key" }, { .name = "text_id" },
		{ .name = "text_en" }, { .name = NULL } };
	struct table *texts = table_load("plots/texts.csv", columns, TABLE_STRICT);

	(void)state;
	assert_int_equal(fault_count(), 0);
	assert_true(texts->rows > 100);
	for (size_t row = 0; row < texts->rows; row++) {
		const char *id = cell(texts, row, 1), *en = cell(texts, row, 2);

		assert_true(id[0] != '\0' && en[0] != '\0');
		if (!same_names(id, en) || !same_names(en, id))
			fail_msg(
				"%s: the two languages name different things", cell(texts, row, 0));
		for (size_t other = row + 1; other < texts->rows; other++)
			assert_string_not_equal(cell(texts, row, 0), cell(texts, other, 0));
	}
}

/* Contrast with white, WCAG 2.2: relative luminance of sRGB. */
static double contrast_on_white(unsigned long colour)
{
	static const double share[] = { 0.0722, 0.7152, 0.2126 };
	double luminance = 0;

	for (size_t i = 0; i < 3; i++, colour >>= 8) {
		double part = (double)(colour & 0xff) / 255;

		luminance += share[i] *
			(part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
	}
	return 1.05 / (luminance + 0.05);
}

static void test_palette_can_be_read(void **state)
{
	static const char *const inks[] = { "INK", "MID", "SOFT", "BLUE", "VERMILION" };
	const char *theme = read_text("plots/theme.gp");

	(void)state;
	for (size_t i = 0; i < sizeof inks / sizeof *inks; i++) {
		const char *place = strstr(theme, keep_format("%s = '#", inks[i]));

		assert_non_null(place);
		assert_true(contrast_on_white(strtoul(strchr(place, '#') + 1, NULL, 16)) >= 4.5);
	}
	assert_close(contrast_on_white(0x000000), 21, 1e-9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_palette_can_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
