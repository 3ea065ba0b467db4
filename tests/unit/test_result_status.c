/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Status codes, notes and columns of the result tables: complete, in both languages. */
#include "close.h"

#include <string.h>

#include "result/columns.h"
#include "result/status.h"

static void statuses_bear_the_names_of_the_statistics(void **state)
{
	(void)state;
	for (int status = STAT_OK; status <= STAT_BAD_INPUT; status++)
		assert_string_equal(result_status_name(result_status((enum stat_status)status)),
			stat_status_name((enum stat_status)status));
}

static void names_are_read_back(void **state)
{
	(void)state;
	for (int status = RESULT_OK; status < RESULT_STATUS_COUNT; status++) {
		const char *name = result_status_name((enum result_status)status);

		assert_int_equal(result_status_read((struct value){ name, strlen(name) }), status);
	}
	assert_int_equal(result_status_read((struct value){ "", 0 }), RESULT_STATUS_COUNT);
	assert_int_equal(result_status_read((struct value){ "too_few", 7 }), RESULT_STATUS_COUNT);
}

static void assert_sentence(struct text text)
{
	assert_non_null(text.en);
	assert_non_null(text.id);
	assert_true(strlen(text.en) > 5 && text.en[strlen(text.en) - 1] == '.');
	assert_true(strlen(text.id) > 5 && text.id[strlen(text.id) - 1] == '.');
	assert_string_not_equal(text.en, text.id);
}

static void notes_are_sentences_in_both_languages(void **state)
{
	(void)state;
	assert_string_equal(result_status_note(RESULT_OK).en, "");
	for (int status = RESULT_OK + 1; status < RESULT_STATUS_COUNT; status++)
		assert_sentence(result_status_note((enum result_status)status));
	for (int note = 0; note < NOTE_COUNT; note++)
		assert_sentence(result_note((enum result_note)note));
}

static void notes_add_up(void **state)
{
	struct text notes = { "", "" };

	(void)state;
	note_add(&notes, (struct text){ "", "" });
	assert_string_equal(notes.en, "");
	note_add(&notes, (struct text){ "One.", "Satu." });
	note_add(&notes, (struct text){ "", "" });
	note_add(&notes, (struct text){ "Two.", "Dua." });
	assert_string_equal(notes.en, "One. Two.");
	assert_string_equal(notes.id, "Satu. Dua.");
}

static void assert_header(const struct column *columns, const char *header)
{
	char text[2048] = "";

	for (; columns->name != NULL; columns++) {
		assert_non_null(columns->meaning.en);
		assert_non_null(columns->meaning.id);
		strncat(text, columns->name, sizeof text - strlen(text) - 1);
		strncat(text, columns[1].name == NULL ? "" : ",", sizeof text - strlen(text) - 1);
	}
	assert_string_equal(text, header);
}

/* What other programs read by name and order. */
static void headers_are_the_published_ones(void **state)
{
	(void)state;
	assert_header(estimate_columns,
		"goal,indicator,label_id,label_en,type,unit,round,arm,group,group_value,n,n_"
		"missing,clusters,estimate,"
		"std_error,df,conf_low,conf_high,sd,median,se_method,deff,icc,kish,planned,status,"
		"note_"
		"id,note_en");
	assert_header(comparison_columns,
		"goal,indicator,label_id,label_en,type,unit,contrast,round_from,round_to,arm,group,"
		"group_value,sample,"
		"n_from,n_to,n_pairs,clusters,value_from,value_to,estimate,std_error,statistic,df,"
		"p_value,conf_low,"
		"conf_high,method,se_method,effect_size,effect_size_type,effect_low,effect_high,"
		"family,family_size,p_"
		"adjusted,adjust_method,"
		"conf_low_adjusted,conf_high_adjusted,role,planned,status,note_id,note_en");
	assert_header(verdict_columns,
		"goal,indicator,label_id,label_en,kind,primary,contrast,round_from,round_to,arm,"
		"group,group_value,"
		"design_level,estimate,conf_low,conf_high,p_value,p_adjusted,mid,direction,effect_"
		"size,n,clusters,class,"
		"phrase_id,phrase_en,status,note_id,note_en");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(statuses_bear_the_names_of_the_statistics),
		cmocka_unit_test(names_are_read_back),
		cmocka_unit_test(notes_are_sentences_in_both_languages),
		cmocka_unit_test(notes_add_up),
		cmocka_unit_test(headers_are_the_published_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
