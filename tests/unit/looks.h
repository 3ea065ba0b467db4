/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every drawing: all words are there, apart from each other, and nothing of the data runs. */
#ifndef TESTS_LOOKS_H
#define TESTS_LOOKS_H

#include <stddef.h>

/* Tests of the fixtures that fixtures_begin() drew. */
void test_every_text_is_drawn(void **state);
void test_every_frame_text_is_drawn(void **state);
void test_texts_do_not_overlap(void **state);
void test_ids_are_unique_and_prefixed(void **state);
void test_nothing_of_the_data_runs(void **state);

/* Fails unless fixtures drawn again, in another place and language, have the same bytes. */
void expect_same_bytes(const char *const *names, size_t count);

#endif
