/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms: types, lists, labels in several languages, lattices, and their faults. */
#include "close.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "child.h"
#include "study/labels.h"
#include "study/study.h"

static const char survey[] =
	"type,name,label::Bahasa Indonesia (id),label::English (en),label::Jawa (jv),constraint\n"
	"start,mulai,,,,\n"
	"begin group,g,Grup,Group,,\n"
	"select_one yt,usaha, Punya usaha? ,Business?,Nduwe usaha?,\n"
	"select_one nilai,nilai,Nilai,,,\n"
	"select multiple modal or_other,modal,Modal,Money,,\n"
	"end group,,,,,\n"
	"integer,umur,Umur,Age,,. >= 15 and . <= 99\n"
	"decimal,omzet,Omzet,Sales,,\n"
	"begin_repeat,anak,,,,\n"
	"integer,umur_anak,Umur anak,Age of child,,\n"
	"end_repeat,,,,,\n"
	"note,catatan,Terima kasih,Thanks,,\n"
	"geopoint,titik,Titik,Point,,\n"
	"calculate,hitung,,,,\n";
static const char choices[] =
	"list_name,name,label::Bahasa Indonesia (id),label::English (en),score\n"
	"yt,1,Ya,Yes,1\n"
	"modal,bank,Bank,,\n"
	"yt,0,Tidak,No,\n"
	"nilai,0.5,Setengah,Half,0.25\n"
	"nilai,2,Dua,Two,\n"
	"nilai,tt,Tidak tahu,Don't know,\n";

static const char *folder(const char *survey_text, const char *choices_text)
{
	scratch_file("survey.csv", survey_text, strlen(survey_text));
	scratch_file("choices.csv", choices_text, strlen(choices_text));
	return scratch_path(".");
}

static void questions(void **state)
{
	const struct form *form = form_load(folder(survey, choices));
	const struct question *question;

	(void)state;
	assert_ptr_equal(form_load(scratch_path(".")), form);
	assert_int_equal(form->count, 10);
	assert_null(form_question(form, "g"));
	assert_null(form_question(form, "catatan"));
	question = form_question(form, "usaha");
	assert_int_equal(question->type, QUESTION_SELECT_ONE);
	assert_string_equal(question->label.id, "Punya usaha?");
	assert_string_equal(question->label.en, "Business?");
	assert_int_equal(question->denominator, 1);
	assert_int_equal(form_question(form, "nilai")->denominator, 10);
	assert_null(form_question(form, "nilai")->label.en);
	question = form_question(form, "umur");
	assert_int_equal(question->denominator, 1);
	assert_close(question->minimum, 15, 0);
	assert_close(question->maximum, 99, 0);
	assert_int_equal(form_question(form, "omzet")->denominator, 0);
	assert_close(form_question(form, "omzet")->minimum, NAN, 0);
	assert_int_equal(form_question(form, "mulai")->type, QUESTION_DATE);
	assert_int_equal(form_question(form, "hitung")->type, QUESTION_TEXT);
	assert_int_equal(form_question(form, "titik")->type, QUESTION_OTHER);
	assert_int_equal(form_question(form, "umur_anak")->type, QUESTION_OTHER);
	assert_int_equal(form_question(form, "modal")->type, QUESTION_SELECT_MULTIPLE);
	assert_int_equal(form_question(form, "modal_other")->type, QUESTION_TEXT);
}

static void lists(void **state)
{
	const struct form *form = form_load(scratch_path("."));
	const struct choice_list *list = form_list(form, "yt");

	(void)state;
	assert_ptr_equal(form_question(form, "usaha")->list, list);
	assert_int_equal(list->count, 2);
	assert_string_equal(list->choices[1].name, "0");
	assert_string_equal(list->choices[1].label.en, "No");
	assert_close(list->choices[0].score, 1, 0);
	assert_close(list->choices[1].score, NAN, 0);
	assert_null(list_choice(list, (struct value){ "2", 1 }));
	assert_null(form_list(form, "tak_ada"));
	list = form_list(form, "modal");
	assert_null(list->choices[0].label.en);
	assert_string_equal(list_choice(list, (struct value){ "other", 5 })->label.id, "Lainnya");
	list = form_list(form, "nilai");
	assert_close(list_choice(list, (struct value){ "0.5", 3 })->score, 0.25, 0);
	assert_true(same_text(list->choices[0].score_text, "0.25"));
}

static void labels_of_all_languages(void **state)
{
	const struct form *form = form_load(scratch_path("."));
	const char *const *labels;
	size_t count;

	(void)state;
	labels = question_labels(form, form_question(form, "usaha"), &count);
	assert_int_equal(count, 3);
	assert_string_equal(labels[0], "Punya usaha?");
	assert_string_equal(labels[2], "Nduwe usaha?");
	labels = question_labels(form, form_question(form, "modal_other"), &count);
	assert_string_equal(labels[1], "");
	labels = choice_labels(form, form_list(form, "nilai"), 2, &count);
	assert_int_equal(count, 2);
	assert_string_equal(labels[0], "Tidak tahu");
}

static void load(const void *context)
{
	const struct form *form;

	report_begin("test");
	form = form_load(keep_format("%s/./.", (const char *)context)); /* not read yet */
	printf("%zu questions, %zu lists, %zu faults", form->count, form->list_count,
		fault_count());
}

static void faults(void **state)
{
	struct child child = in_child(load,
		folder("type,name,label\nselect_one x,a,A\ninteger,b,B\ntext,b,C\n",
			"list name,value,label\ny,1,Ya\ny,1,Ya\n"));

	(void)state;
	assert_string_equal(child.wrote, "2 questions, 1 lists, 3 faults");
	assert_non_null(
		strstr(child.said, "choices.csv:3: value: '1': the code stands twice in list 'y'"));
	assert_non_null(strstr(child.said,
		"survey.csv:2: type: 'x': this list does not stand in the form's choices.csv"));
	assert_non_null(strstr(
		child.said, "survey.csv:4: name: 'b': the question stands twice in the form"));
	child = in_child(load, folder("type,label\ninteger,A\n", "name,label\n1,Ya\n"));
	assert_string_equal(child.wrote, "0 questions, 0 lists, 2 faults");
}

static void a_bare_label_speaks_the_language_that_is_left(void **state)
{
	const struct form *form;
	const char *path;

	(void)state;
	path = folder("type,name,label,label::English (en)\ninteger,a,Umur,Age\n",
		"list_name;name;label;score\ny;1;Ya;0,5\n");
	form = form_load(keep_format("%s/.", path));
	assert_string_equal(form->questions[0].label.id, "Umur");
	assert_string_equal(form->questions[0].label.en, "Age");
	assert_close(form->lists[0].choices[0].score, 0.5, 0);
	assert_true(same_text(form->lists[0].choices[0].score_text, "0.5"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(questions),
		cmocka_unit_test(lists),
		cmocka_unit_test(labels_of_all_languages),
		cmocka_unit_test(faults),
		cmocka_unit_test(a_bare_label_speaks_the_language_that_is_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
