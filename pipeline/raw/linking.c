/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Do the rounds of a panel hold the same people? */
#include "raw/linking.h"

#include <string.h>

#include "kit/spoilt.h"
#include "raw/rows.h"

enum { PEOPLE_FLOOR = 3 }; /* fewer respondents say nothing of how ids are written */

bool linking_dates_odd(const struct names *respondents)
{
	size_t dates = 0, i;

	for (i = 0; i < name_count(respondents); i++)
		dates += date_shaped(name_text(respondents, i));
	return dates > 0 && 2 * dates < name_count(respondents);
}

/* The respondents of one later round. */
struct link {
	size_t round, people, known;
	size_t stranger; /* the first who stands in no earlier round, or NO_NAME */
	size_t lost;     /* the first of an earlier round who is not in this one, or NO_NAME */
};

static bool stands_before(size_t respondent, size_t round)
{
	size_t i;

	for (i = 0; i < round; i++)
		if (rows_find(respondent, i, NULL))
			return true;
	return false;
}

static struct link look_at(size_t round)
{
	struct link link = { .round = round, .stranger = NO_NAME, .lost = NO_NAME };
	size_t i;

	for (i = 0; i < name_count(rows_respondents()); i++) {
		bool here = rows_find(i, round, NULL), before = stands_before(i, round);

		link.people += here;
		link.known += here && before;
		if (here && !before && link.stranger == NO_NAME)
			link.stranger = i;
		if (before && !here && link.lost == NO_NAME)
			link.lost = i;
	}
	return link;
}

static const char *without_zeros(const char *text)
{
	return text + strspn(text, "0");
}

/* Somebody of an earlier round whose id is the stranger's but for zeros in front, or NO_NAME. */
static size_t same_but_zeros(const struct link *link)
{
	const char *stranger = without_zeros(name_text(rows_respondents(), link->stranger));
	size_t i;

	for (i = 0; i < name_count(rows_respondents()); i++)
		if (i != link->stranger &&
			strcmp(without_zeros(name_text(rows_respondents(), i)), stranger) == 0 &&
			stands_before(i, link->round))
			return i;
	return NO_NAME;
}

/* What may have happened to the ids, with one of an earlier round. */
static const char *guess(const struct link *link)
{
	const struct names *people = rows_respondents();
	size_t twin = same_but_zeros(link);

	if (twin != NO_NAME)
		return keep_format(
			SAY("an earlier round has '%s': the ids differ by zeros in front, which a "
			    "spreadsheet drops; save the file again with ids as text",
				"putaran sebelumnya punya '%s': nomornya berbeda pada nol di depan "
				"yang dibuang lembar kerja; simpan lagi berkasnya dengan nomor "
				"sebagai teks"),
			name_text(people, twin));
	if (link->lost == NO_NAME)
		return SAY("all of the earlier rounds are here too",
			"semua responden putaran sebelumnya ada juga di sini");
	return keep_format(
		SAY("an earlier round has, for instance, '%s', who is not in this one; are ids "
		    "written another way (zeros in front, capitals), or does another column hold "
		    "them? Where other people were asked, study.csv says design cross_section",
			"putaran sebelumnya punya, misalnya, '%s' yang tidak ada di putaran ini; "
			"apakah nomornya ditulis berbeda (nol di depan, huruf besar), atau ada di "
			"kolom lain? Bila orangnya memang lain, tulis design cross_section di "
			"study.csv"),
		name_text(people, link->lost));
}

static void judge(const struct link *link)
{
	const char *round = rounds_load()->list[link->round].name;
	struct place at;

	if (link->people < PEOPLE_FLOOR || 2 * link->known >= link->people)
		return;
	rows_find(link->stranger, link->round, &at);
	if (10 * link->known < link->people)
		refuse(&at,
			SAY("the panel does not link: of %zu respondents of round %s only %zu are "
			    "known from an earlier round (this one is not); %s",
				"panel tidak tersambung: dari %zu responden putaran %s hanya %zu "
				"yang dikenal dari putaran sebelumnya (yang ini tidak); %s"),
			link->people, round, link->known, guess(link));
	warn(&at,
		SAY("of %zu respondents of round %s only %zu are known from an earlier round (this "
		    "one is not); %s",
			"dari %zu responden putaran %s hanya %zu yang dikenal dari putaran "
			"sebelumnya (yang ini tidak); %s"),
		link->people, round, link->known, guess(link));
}

void linking_settle(void)
{
	const struct study *study = study_load();
	struct link link;
	bool people_before = false;
	size_t round;

	if (study->design != PANEL || study->respondent.count == 0)
		return;
	for (round = 0; round < rounds_load()->count; round++) {
		link = look_at(round);
		if (people_before)
			judge(&link);
		people_before |= link.people > 0;
	}
}
