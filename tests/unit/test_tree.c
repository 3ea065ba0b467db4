/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in a folder: all of them, none where there is no folder, and never fewer for want of a file. */
#include "close.h"

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalogue.h"
#include "child.h"
#include "kit/kit.h"
#include "tree.h"

static const char *folder;

static int make_folder(void **state)
{
	(void)state;
	folder = keep_format("%s", scratch_path("tree"));
	if (mkdir(folder, 0755) != 0)
		return -1;
	scratch_file("tree/b.csv", "x\n", 2);
	scratch_file("tree/.a.csv", "x\n", 2);
	scratch_file("tree/c.txt", "x\n", 2);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	tree_remove(folder);
	return 0;
}

static void lists_names(void **state)
{
	const struct names *names = tree_names(folder);

	(void)state;
	assert_int_equal(name_count(names), 3);
	assert_int_not_equal(name_find(names, ".a.csv", 6), NO_NAME);
	assert_int_equal(name_find(names, ".", 1), NO_NAME);
	names = file_names(folder, ".csv");
	assert_int_equal(name_count(names), 1);
	assert_string_equal(name_text(names, 0), "b.csv");
}

static void lists_nothing_where_nothing_is(void **state)
{
	(void)state;
	assert_int_equal(name_count(tree_names(keep_format("%s/none", folder))), 0);
	assert_int_equal(name_count(file_names(keep_format("%s/b.csv", folder), "")), 0);
}

/* From here on the process may open no file. */
static void open_no_more(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
		_exit(98);
	limit.rlim_cur = 32;
	if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
		_exit(98);
	while (open("/dev/null", O_RDONLY) >= 0)
		;
}

static void ask_tree(const void *context)
{
	report_begin("test");
	open_no_more();
	tree_names(context);
}

static void ask_files(const void *context)
{
	report_begin("test");
	open_no_more();
	file_names(context, ".csv");
}

static void says_what_cannot_be_read(void **state)
{
	(void)state;
	assert_ended(in_child(ask_tree, folder), 3, "tree: Too many open files");
	assert_ended(in_child(ask_files, folder), 3, "tree: Too many open files");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_names),
		cmocka_unit_test(lists_nothing_where_nothing_is),
		cmocka_unit_test(says_what_cannot_be_read),
	};

	return cmocka_run_group_tests_name("tree", tests, make_folder, remove_folder);
}
