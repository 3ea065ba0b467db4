/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about manners: the same again anywhere, refusals, exit status. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conform_trial.h"
#include "tree.h"

/* ---- the same again ---- */

static enum outcome same_twice(struct conformity *conformity)
{
	struct trial trial = try_stage(
		conformity, SAY("a second time", "untuk kedua kalinya"), &(struct way){ 0 });

	return gives(conformity, &trial, conformity->plain.out);
}

static enum outcome environment(struct conformity *conformity)
{
	static const char *const abroad[] = { "LC_ALL", "id_ID.UTF-8", "LANG", "de_DE.UTF-8", "TZ",
		"Asia/Jakarta", "HOME", "/", "COLUMNS", "40", NULL };
	static const char *const plain[] = { "LC_ALL", "C", "TZ", "America/St_Johns", NULL };
	const char *other[] = { "BERDAYA_LANG", SAY("id", "en"), NULL };
	const struct {
		const char *what;
		const char *const *settings;
	} ways[] = {
		{ SAY("in another locale and time zone", "dengan lokal dan zona waktu lain"),
			abroad },
		{ SAY("with LC_ALL=C", "dengan LC_ALL=C"), plain },
		{ SAY("in the other language", "dalam bahasa yang lain"), other },
	};
	size_t i;

	for (i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		struct trial trial = try_stage(
			conformity, ways[i].what, &(struct way){ .settings = ways[i].settings });

		if (gives(conformity, &trial, conformity->plain.out) != HELD)
			return BROKEN_RULE;
	}
	return HELD;
}

/* A folder elsewhere with links to all that lies here. */
static const char *folder_elsewhere(void)
{
	const char *parent = getenv("TMPDIR");
	char here[PATH_MAX];
	char *folder = keep_format("%s/berdaya-XXXXXX", parent == NULL ? "/tmp" : parent);
	const struct names *files = file_names(".", "");
	size_t i;

	if (getcwd(here, sizeof(here)) == NULL || mkdtemp(folder) == NULL)
		broken(&(struct place){ .file = folder }, "%s", strerror(errno));
	for (i = 0; i < name_count(files); i++)
		if (symlink(keep_format("%s/%s", here, name_text(files, i)),
			    keep_format("%s/%s", folder, name_text(files, i))) != 0)
			broken(&(struct place){ .file = folder }, "%s", strerror(errno));
	return folder;
}

static enum outcome other_folder(struct conformity *conformity)
{
	const struct conform_request *request = conformity->request;
	const char *folder;
	struct trial trial;
	size_t i;

	for (i = 0; i < request->option_count; i++)
		if (strstr(request->options[i], "..") != NULL)
			return not_asked(conformity,
				SAY("its options lead out of this folder",
					"pilihannya menunjuk ke luar folder ini"));
	folder = folder_elsewhere();
	trial = try_stage(conformity, SAY("in another folder", "di folder lain"),
		&(struct way){ .folder = folder });
	tree_remove(folder);
	return gives(conformity, &trial, conformity->plain.out);
}

/* ---- what goes wrong ---- */

static enum outcome full_disk(struct conformity *conformity)
{
	struct trial trial = try_stage(conformity, SAY("on a full disk", "pada disk penuh"),
		&(struct way){ .full = true });

	return trial.status == DONE ? ended(conformity, &trial, SAY("1 to 3", "1 sampai 3")) : HELD;
}

static enum outcome unknown_option(struct conformity *conformity)
{
	struct trial trial;

	if (conformity->description == NULL)
		return not_asked(
			conformity, SAY("it gives no --describe", "ia tidak punya --describe"));
	trial = try_stage(conformity, SAY("with an unknown option", "dengan pilihan tak dikenal"),
		&(struct way){ .more = "--no-such-option" });
	return trial.status == MISUSED ? HELD : ended(conformity, &trial, "2");
}

/* The sample with one column under another name. */
static struct trial try_without(struct conformity *conformity, size_t column)
{
	struct grid *given = grid_copy(conformity->sample);

	given->header[column] = keep_format("conform_not_%zu", column);
	return try_stage(conformity,
		keep_format(SAY("without column %s", "tanpa kolom %s"),
			conformity->sample->header[column]),
		&(struct way){ .input = grid_file(given) });
}

static enum outcome refuses(struct conformity *conformity, const struct trial *trial, size_t column)
{
	if (trial->status != REFUSED)
		return ended(conformity, trial, "1");
	if (strstr(trial->errors.text, conformity->sample->header[column]) == NULL)
		return breaks(conformity,
			SAY("%s: it does not name that column", "%s: ia tidak menyebut kolom itu"),
			trial->what);
	return HELD;
}

/* What a stage that needs no such column would make of the sample with it renamed. */
static struct bytes_read indifferent(const struct conformity *conformity, size_t column)
{
	struct grid *made = grid_copy(conformity->made);
	size_t number = grid_column(made, conformity->sample->header[column]);

	if (number != NO_NAME)
		made->header[number] = keep_format("conform_not_%zu", column);
	return bytes_of(grid_file(made));
}

/* A stage that declares its needs refuses without them; one that does not either refuses or needs
 * them not: then its output is the same but for the name. */
static enum outcome missing_column(struct conformity *conformity)
{
	const struct description *description = conformity->description;
	const struct described *need;
	struct trial trial;
	size_t column, asked = 0;

	for (column = 0; column < conformity->sample->width; column++) {
		need = described(description, "needs", conformity->sample->header[column]);
		if (description != NULL && (need == NULL || !need->required))
			continue;
		asked++;
		trial = try_without(conformity, column);
		if (description == NULL && trial.status == DONE &&
			gives_table(conformity, &trial, indifferent(conformity, column)) != HELD)
			return breaks(conformity,
				SAY("%s: it neither refuses nor makes the same; if it may be "
				    "missing, say so in --describe",
					"%s: ia tidak menolak dan hasilnya pun berubah; bila boleh "
					"tidak ada, sebutkan di --describe"),
				trial.what);
		if ((description != NULL || trial.status != DONE) &&
			refuses(conformity, &trial, column) != HELD)
			return BROKEN_RULE;
	}
	return asked > 0 ? HELD
			 : not_asked(conformity,
				   SAY("it declares no needed columns",
					   "ia tidak menyatakan kolom yang diperlukan"));
}

/* Nothing at all is no table: an empty output is a failure to the driver as well. */
static enum outcome exit_codes(struct conformity *conformity)
{
	struct trial trial;

	if (!conformity->source) {
		trial = try_stage(conformity,
			SAY("with no table at all", "tanpa tabel sama sekali"),
			&(struct way){ .input = "/dev/null" });
		if (trial.status == DONE && trial.out.length > 0)
			return ended(conformity, &trial, SAY("1 to 3", "1 sampai 3"));
	}
	return conformity->is_odd
		? ended(conformity, &conformity->odd, SAY("0, 1, 2 or 3", "0, 1, 2, atau 3"))
		: HELD;
}

const struct rule manner_rules[] = {
	{ "same_twice",
		{ "the same input gives the same bytes",
			"masukan sama menghasilkan bita yang sama" },
		same_twice },
	{ "environment",
		{ "locale, time zone and language change nothing",
			"lokal, zona waktu, dan bahasa tidak mengubah apa pun" },
		environment },
	{ "other_folder",
		{ "the folder's place changes nothing", "letak folder tidak mengubah apa pun" },
		other_folder },
	{ "full_disk",
		{ "output that cannot be written ends with a status",
			"keluaran yang tidak dapat ditulis berakhir dengan status" },
		full_disk },
	{ "unknown_option",
		{ "an unknown option ends with 2", "pilihan tak dikenal berakhir dengan 2" },
		unknown_option },
	{ "missing_column",
		{ "a needed column that is missing ends with 1 and is named",
			"kolom perlu yang tidak ada berakhir dengan 1 dan disebut namanya" },
		missing_column },
	{ "describe",
		{ "--describe is whole and true to the output",
			"--describe utuh dan sesuai dengan keluarannya" },
		conform_described },
	{ "exit_codes",
		{ "every run ended with status 0, 1, 2 or 3",
			"setiap kali berakhir dengan status 0, 1, 2, atau 3" },
		exit_codes },
	{ NULL, { NULL, NULL }, NULL },
};
