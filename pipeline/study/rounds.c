/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rounds.csv: the rounds of the study, baseline first, and the files that each comes in. */
#include "study/study.h"

#include <math.h>
#include <string.h>

#include "study/words.h"

enum { ROUND, LABEL_ID, LABEL_EN, DATE, FILE_NAME, SOURCE, FORM, OPTIONS, PRICE_INDEX };

static const struct column columns[] = {
	[ROUND] = { "round", TYPE_TEXT, false, { "name of the round", "nama putaran" } },
	[LABEL_ID] = { "label_id", TYPE_TEXT, true,
		{ "label in Indonesian", "label bahasa Indonesia" } },
	[LABEL_EN] = { "label_en", TYPE_TEXT, true,
		{ "label in English", "label bahasa Inggris" } },
	[DATE] = { "date", TYPE_TEXT, true,
		{ "first day, as 2021-09-13", "hari pertama, seperti 2021-09-13" } },
	[FILE_NAME] = { "file", TYPE_TEXT, false, { "the export", "berkas ekspor" } },
	[SOURCE] = { "source", TYPE_TEXT, true, { "where it comes from", "asalnya" } },
	[FORM] = { "form", TYPE_TEXT, true,
		{ "folder of the round's form", "folder formulir putaran ini" } },
	[OPTIONS] = { "options", TYPE_TEXT, true,
		{ "how the file is written", "cara berkas ditulis" } },
	[PRICE_INDEX] = { "price_index", TYPE_NUMBER, true, { "price level", "tingkat harga" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

/* In the order of enum source. */
static const char *const sources[] = { "csv", "kobo", "odk", "surveycto", "commcare",
	"google_forms", "spss", "stata", NULL };

static void fault_option(const struct place *place, const char *option)
{
	struct place at = *place;

	at.offending = option;
	fault(&at,
		SAY("not an option; there are encoding=NAME, decimal=. or decimal=, dates=ymd, dmy "
		    "or mdy, skip=LINES",
			"bukan pilihan; yang ada encoding=NAMA, decimal=. atau decimal=, "
			"dates=ymd, dmy atau mdy, skip=BARIS"));
}

static bool set_dates(struct round_file *file, const char *order)
{
	static const char *const orders[] = { "ymd", "dmy", "mdy" }; /* as enum date_order */
	size_t i;

	for (i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
		if (strcmp(orders[i], order) == 0) {
			file->dates = (enum date_order)i;
			return true;
		}
	return false;
}

static bool set_skip(struct round_file *file, const char *text)
{
	int64_t lines;

	if (!integer_read((struct value){ text, strlen(text) }, &lines) || lines < 0 ||
		lines > 1000)
		return false;
	file->skip_lines = (unsigned)lines;
	return true;
}

/* One word `name=value` of the options. */
static bool set_option(struct round_file *file, const char *option)
{
	const char *equals = strchr(option, '='), *value;
	size_t length;

	if (equals == NULL || equals[1] == '\0')
		return false;
	value = equals + 1;
	length = (size_t)(equals - option);
	if (length == 8 && strncmp(option, "encoding", 8) == 0) {
		file->encoding = value;
		return true;
	}
	if (length == 7 && strncmp(option, "decimal", 7) == 0 && (*value == ',' || *value == '.') &&
		value[1] == '\0') {
		file->decimal = *value;
		file->decimal_said = true;
		return true;
	}
	if (length == 5 && strncmp(option, "dates", 5) == 0)
		return set_dates(file, value);
	return length == 4 && strncmp(option, "skip", 4) == 0 && set_skip(file, value);
}

static void read_file(const struct table *table, size_t row, struct round_file *file)
{
	struct words options = words_split(cell(table, row, OPTIONS));
	struct place at = cell_place(table, row, OPTIONS);
	size_t i;

	*file = (struct round_file){ .file = cell(table, row, FILE_NAME),
		.form = cell(table, row, FORM),
		.decimal = '.',
		.dates = DATES_YMD,
		.place = cell_place(table, row, FILE_NAME) };
	if (*file->form == '\0')
		file->form = ".";
	file->source = (enum source)words_choose(table, row, SOURCE, sources, SOURCE_CSV);
	for (i = 0; i < options.count; i++)
		if (!set_option(file, options.list[i]))
			fault_option(&at, options.list[i]);
	if (*file->file == '\0')
		fault(&file->place,
			SAY("name the file of this round", "sebutkan berkas putaran ini"));
}

/* 2021, 2021-09 or 2021-09-13; blank is allowed. */
static void check_date(const struct table *table, size_t row)
{
	static const char pattern[] = "0000-00-00";
	struct value date = cell_value(table, row, DATE);
	struct place at = cell_place(table, row, DATE);
	bool fits = date.length == 0 || date.length == 4 || date.length == 7 || date.length == 10;
	size_t i;

	for (i = 0; fits && i < date.length; i++)
		fits = pattern[i] == '-' ? date.text[i] == '-'
					 : date.text[i] >= '0' && date.text[i] <= '9';
	if (!fits)
		fault(&at, SAY("write the date as 2021-09-13", "tulis tanggal seperti 2021-09-13"));
}

static void read_round(
	const struct table *table, size_t row, struct round *round, struct names *seen)
{
	struct place at = cell_place(table, row, PRICE_INDEX);

	words_check_name(table, row, ROUND, seen);
	check_date(table, row);
	round->name = cell(table, row, ROUND);
	round->label = words_label(table, row, LABEL_ID, LABEL_EN, round->name);
	round->date = cell(table, row, DATE);
	round->price_index = cell_number(table, row, PRICE_INDEX);
	round->price_place = at;
	if (round->price_index <= 0)
		fault(&at, SAY("a price level is above 0", "tingkat harga harus di atas 0"));
}

static bool same_reading(const struct round_file *left, const struct round_file *right)
{
	return strcmp(left->form, right->form) == 0 && left->decimal == right->decimal &&
		left->dates == right->dates && left->skip_lines == right->skip_lines &&
		left->source == right->source &&
		(left->encoding == NULL) == (right->encoding == NULL) &&
		(left->encoding == NULL || strcmp(left->encoding, right->encoding) == 0);
}

/* Adds a file. A file that holds several rounds (`round` in study.csv) is listed once a round but
 * read once. */
static void add_file(struct rounds *rounds, struct round_file *files, const struct round_file *file)
{
	size_t i;

	for (i = 0; i < rounds->file_count; i++) {
		if (strcmp(files[i].file, file->file) != 0)
			continue;
		if (files[i].round == file->round) {
			fault(&file->place,
				SAY("the file stands twice for this round",
					"berkas ini ada dua kali untuk putaran ini"));
			return;
		}
		if (study_load()->round.count == 0)
			continue;
		if (!same_reading(&files[i], file))
			fault(&file->place,
				SAY("one file has one form, source and options: line %zu says "
				    "otherwise",
					"satu berkas punya satu formulir, asal, dan pilihan: baris "
					"%zu berbeda"),
				files[i].place.line);
		return;
	}
	files[rounds->file_count++] = *file;
}

static void read_rows(const struct table *table, struct rounds *rounds)
{
	struct round *list = keep((table->rows + 1) * sizeof(*list));
	struct round_file *files = keep((table->rows + 1) * sizeof(*files)), file;
	struct names *seen = names_new();
	size_t row;

	rounds->list = list;
	rounds->files = files;
	for (row = 0; row < table->rows; row++) {
		size_t round = round_find(rounds, cell_value(table, row, ROUND));

		read_file(table, row, &file);
		if (round == NO_NAME) {
			round = rounds->count++;
			read_round(table, row, &list[round], seen);
		}
		file.round = round;
		add_file(rounds, files, &file);
	}
	if (rounds->count == 0)
		fault(&(struct place){ .file = table->file },
			SAY("no round is listed", "tidak ada putaran yang tercantum"));
}

const struct rounds *rounds_load(void)
{
	static struct rounds rounds;
	static bool loaded;
	const struct table *table;

	if (loaded)
		return &rounds;
	loaded = true;
	table = table_load("rounds.csv", columns, TABLE_STRICT);
	if (table != NULL && table->bound[ROUND] != NO_NAME)
		read_rows(table, &rounds);
	return &rounds;
}

size_t round_find(const struct rounds *rounds, struct value name)
{
	size_t i;

	for (i = 0; i < rounds->count; i++)
		if (same_text(name, rounds->list[i].name))
			return i;
	return NO_NAME;
}

bool round_ends(struct value from, struct value to)
{
	const struct rounds *rounds = rounds_load();

	return rounds->count > 1 && same_text(from, rounds->list[0].name) &&
		same_text(to, rounds->list[rounds->count - 1].name);
}

size_t round_pairs(const struct rounds *rounds, const struct round_pair **pairs)
{
	struct round_pair *list = keep((2 * rounds->count + 1) * sizeof(*list));
	size_t count = 0, i;

	for (i = 1; i < rounds->count; i++)
		list[count++] = (struct round_pair){ 0, i };
	for (i = 2; i < rounds->count; i++)
		list[count++] = (struct round_pair){ i - 1, i };
	*pairs = list;
	return count;
}
