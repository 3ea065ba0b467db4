/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digests against FIPS 180-2's examples; fingerprints: what differs, and that they are kept. */
#include "close.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "kit/kit.h"
#include "stamp.h"

static void write_text(const char *file, const char *text)
{
	FILE *stream = fopen(file, "w");

	assert_non_null(stream);
	assert_true(fputs(text, stream) >= 0);
	assert_int_equal(fclose(stream), 0);
}

/* FIPS 180-2, appendix B.1, B.2 and B.3; the empty text from NIST's CAVP vectors. */
static void digests_as_published(void **state)
{
	char *million = keep_text("", 0);

	(void)state;
	assert_string_equal(digest_bytes("", 0).hex,
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	assert_string_equal(digest_bytes("abc", 3).hex,
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_string_equal(
		digest_bytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56).hex,
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
	million = keep(1000001);
	memset(million, 'a', 1000000);
	write_text("million", million);
	assert_string_equal(digest_bytes(million, 1000000).hex,
		"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	{
		struct digest digest;

		assert_true(digest_file("million", &digest, NULL));
		assert_string_equal(digest.hex, digest_bytes(million, 1000000).hex);
		assert_false(digest_file("nowhere", &digest, NULL));
		assert_string_equal(digest.hex, "");
	}
}

static void counts_records(void **state)
{
	static const struct {
		const char *text;
		size_t rows;
	} cases[] = {
		{ "", 0 },
		{ "a,b\n", 0 },
		{ "a,b\n1,2\n3,4\n", 2 },
		{ "a,b\n1,2\n3,4", 2 },
		{ "a\n\"x\ny\"\n\"\"\"\n\"\n", 2 },
		{ "a\r\n1\r\n\r\n2\r\n\n", 2 },
	};
	struct digest digest;
	size_t i, rows;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		write_text("rows.csv", cases[i].text);
		assert_true(digest_file("rows.csv", &digest, &rows));
		assert_int_equal(rows, cases[i].rows);
	}
}

static struct stamp sample(const char *table)
{
	struct stamp stamp = { .step = "scores" };
	struct digest digest = digest_bytes("program", 7);

	stamp_add(&stamp, PART_PROGRAM, "score", &digest);
	digest = digest_bytes(table, strlen(table));
	stamp_add(&stamp, PART_TABLE, "goals.csv", &digest);
	stamp_add(&stamp, PART_TABLE, "groups.csv", &(struct digest){ .hex = "" });
	return stamp;
}

static void names_the_first_difference(void **state)
{
	struct stamp before = sample("x"), now = sample("x");
	struct digest digest = digest_bytes("y", 1);

	(void)state;
	assert_null(stamp_difference(&before, &now));
	stamp_add(&before, PART_OUTPUT, "scores.csv", &digest); /* no ingredient */
	assert_null(stamp_difference(&before, &now));
	now.parts[1].digest = digest;
	assert_string_equal(stamp_difference(&before, &now)->name, "goals.csv");
	now = sample("x");
	now.parts[2].digest = digest; /* a table that was not there before */
	assert_string_equal(stamp_difference(&before, &now)->name, "groups.csv");
	now = sample("x");
	stamp_add(&now, PART_DATA, "data/round0.csv", &digest);
	assert_string_equal(stamp_difference(&before, &now)->name, "data/round0.csv");
	now = sample("x");
	now.count = 2; /* one that is gone */
	assert_string_equal(stamp_difference(&before, &now)->name, "groups.csv");
}

static void keeps_stamps(void **state)
{
	struct stamp first = sample("x"), second = sample("y");
	struct stamps stamps = { 0 }, read;

	(void)state;
	second.step = "tally";
	stamps_put(&stamps, &first);
	stamps_put(&stamps, &second);
	first.parts[1].name = "a \"name\", with\nall";
	stamps_put(&stamps, &first);
	assert_int_equal(stamps.count, 2);
	stamps_write(&stamps, "stamps.csv");
	read = stamps_read("stamps.csv");
	assert_int_equal(read.count, 2);
	assert_non_null(stamps_find(&read, "scores"));
	assert_null(stamp_difference(stamps_find(&read, "scores"), &first));
	assert_null(stamp_difference(stamps_find(&read, "tally"), &second));
	assert_null(stamps_find(&read, "nothing"));
	assert_int_equal(stamps_read("nowhere.csv").count, 0);
	write_text("odd.csv", "step,kind,name,sha256\nscores,hearsay,x,y\n");
	assert_int_equal(stamps_read("odd.csv").count, 0);
}

int main(void)
{
	char folder[] = "/tmp/berdaya-stamp-XXXXXX";
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digests_as_published),
		cmocka_unit_test(counts_records),
		cmocka_unit_test(names_the_first_difference),
		cmocka_unit_test(keeps_stamps),
	};
	static const char *const left[] = { "million", "rows.csv", "stamps.csv", "odd.csv" };
	size_t i;
	int failures;

	if (mkdtemp(folder) == NULL || chdir(folder) != 0)
		return 1;
	failures = cmocka_run_group_tests(tests, NULL, NULL);
	for (i = 0; i < sizeof(left) / sizeof(*left); i++)
		unlink(left[i]);
	rmdir(folder);
	return failures;
}
