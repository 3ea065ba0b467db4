/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether respondents stay in the arm or village of their first row. */
#include "raw/constancy.h"

void constancy_begin(struct constancy *constancy, size_t respondents)
{
	constancy->first = keep((respondents + 1) * sizeof(*constancy->first));
}

void constancy_fetch(const struct constancy *constancy, size_t respondent)
{
	__builtin_prefetch(&constancy->first[respondent], 1);
}

void constancy_note(struct constancy *constancy, size_t row, size_t respondent, uint32_t number)
{
	uint32_t *first = &constancy->first[respondent];

	if (number == 0 || *first == number)
		return;
	if (*first == 0)
		*first = number;
	else if (constancy->changes++ == 0)
		constancy->row = row;
}

void constancy_warn(const struct constancy *constancy, const struct place *at)
{
	if (constancy->changes > 0)
		warn(at,
			SAY("this respondent has another %s than in an earlier row (rows like it: "
			    "%zu); a change belongs to its earlier round. If only the name has "
			    "changed, say in recode.csv what the value becomes",
				"%s responden ini berbeda dari baris sebelumnya (baris seperti "
				"ini: %zu); perubahan dihitung pada putaran yang lebih awal. Bila "
				"hanya "
				"namanya yang berganti, tulis di recode.csv nilai itu menjadi apa"),
			text_of(constancy->what), constancy->changes);
}
