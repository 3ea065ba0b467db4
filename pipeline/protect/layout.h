/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows and columns of an indicator's sheets are. */
#ifndef PROTECT_LAYOUT_H
#define PROTECT_LAYOUT_H

#include "protect/sheet.h"
#include "result/sample.h"

/* Texts are those of the tally: they outlive its blocks. */
struct layout {
	size_t rows;
	const char *
		*arms; /* of each row; NULL: all together. "" behind named arms: those without one,
			    * whom no table shows */
	const char
		*only_arm; /* the one arm that anybody is in, where there is but one row; or NULL */
	size_t columns;
	struct column_of {
		const char *group, *value; /* both "": everybody. value NULL: those who have none,
					    * whom no table shows */
		size_t variable;           /* 0 for everybody, else the group's number */
	} * list;
};

/* Arms are told apart where there are several, as in every result table. */
struct layout layout_of(const struct samples *samples);

/* An empty sheet of it. */
struct sheet layout_sheet(const struct layout *layout, size_t villages);

/* The cell of a sheet laid out as `in` that is about the same people as cell number `cell` of one
 * laid out as `of`; NO_CELL where there is none. */
size_t same_people(const struct layout *in, const struct layout *of, size_t cell);

#endif
