/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of the flow chart: boxes of people, and who leaves between them. */
#include "drawing/flow_cells.h"

#include <string.h>

#include "drawing/lines.h"
#include "drawing/numbers.h"
#include "drawing/parts.h"

const char flow_row_columns[] =
	"first_id_1 first_id_2 first_en_1 first_en_2 first_n_id first_n_en second_id_1 second_id_2 "
	"second_en_1 second_en_2 second_n_id second_n_en third_id_1 third_id_2 third_en_1 "
	"third_en_2 "
	"third_n_id third_n_en";

static const char *const places[FLOW_COLUMNS] = { "first", "second", "third" };

/* At most so many widths, with one, two and three columns. */
static const struct {
	double name, detail, reason;
} widths[FLOW_COLUMNS] = { { 70, 76, 84 }, { 50, 56, 58 }, { 30, 34, 34 } };
static size_t layout;

void flow_cells_begin(size_t columns)
{
	layout = columns - 1;
}

void flow_box(size_t column, struct text name, struct text detail, struct text n)
{
	struct text first = text_cut(name, widths[layout].name);
	struct text second = text_cut(detail, widths[layout].detail);
	const char *place = places[column];

	part_set(keep_format("%s_id_1", place), first.id);
	part_set(keep_format("%s_id_2", place), second.id);
	part_set(keep_format("%s_en_1", place), first.en);
	part_set(keep_format("%s_en_2", place), second.en);
	part_set_text(keep_format("%s_n", place), n);
}

void flow_leaving(size_t column, struct text n, struct text reasons)
{
	part_set_lines(places[column], reasons, widths[layout].reason);
	part_set_text(keep_format("%s_n", places[column]), n);
}

struct text flow_count(int64_t count)
{
	return number_shown((double)count, 0);
}

struct text flow_percent(int64_t part, int64_t of)
{
	bool whole = of <= 100 || part == 0 || part == of;

	return number_shown(of == 0 ? 0 : 100.0 * (double)part / (double)of, whole ? 0 : 1);
}

struct text flow_fill(const char *key, int64_t count, int64_t of)
{
	const struct filling facts[] = { { "n", flow_count(count) },
		{ "share", flow_percent(count, of) }, { NULL, { NULL, NULL } } };

	return texts_fill(key, facts);
}

struct text flow_fill_range(const char *key, int64_t least, int64_t most)
{
	const struct filling ends[] = { { "low", flow_count(least) }, { "high", flow_count(most) },
		{ NULL, { NULL, NULL } } };
	const struct filling n[] = {
		{ "n", least == most ? flow_count(least) : texts_fill("flow_range", ends) },
		{ NULL, { NULL, NULL } }
	};

	return texts_fill(key, n);
}

/* With no-break spaces for its spaces. */
static const char *unbroken(const char *text)
{
	const char *space = strchr(text, ' ');

	if (space == NULL)
		return text;
	return keep_format("%.*s\u00a0%s", (int)(space - text), text, unbroken(space + 1));
}

void flow_reason(struct text *reasons, const char *step, int64_t count)
{
	struct text part;

	if (count == 0)
		return;
	part = flow_fill(keep_format("flow_%s", step), count, 0);
	part = (struct text){ unbroken(part.en), unbroken(part.id) };
	*reasons = text_join(*reasons, "\u00a0· ", part);
}
