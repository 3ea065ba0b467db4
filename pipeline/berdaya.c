/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command `berdaya`: reads its command line and hands over to the part that does it. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "answer.h"
#include "catalogue.h"
#include "conform.h"
#include "freeze.h"
#include "inspect.h"
#include "new.h"
#include "origin.h"
#include "process.h"
#include "progress.h"
#include "publish.h"
#include "request.h"
#include "run.h"
#include "sheets.h"
#include "show.h"
#include "study/drift.h"
#include "study/study.h"
#include "trace.h"
#include "why.h"

static _Noreturn void finish(void)
{
	answer_out();
	exit(DONE);
}

static const char *here(void)
{
	char folder[PATH_MAX];

	if (getcwd(folder, sizeof(folder)) == NULL)
		broken(NULL, "getcwd: %s", strerror(errno));
	return keep_text(folder, strlen(folder));
}

static void enter(const char *folder)
{
	if (chdir(folder) != 0)
		misuse(&(struct place){ .file = folder },
			SAY("this folder cannot be opened: %s",
				"folder ini tidak dapat dibuka: %s"),
			error_text(errno));
}

/* Before anything of the study is read: what is checked now is what the steps have to find. */
static void note_tables(void)
{
	const struct names *files = file_names(".", ".csv");
	size_t i;

	for (i = 0; i < name_count(files); i++)
		origin_note(name_text(files, i));
	origin_note(house()->program);
}

/* Goes into the study's folder; all paths given by the user are made absolute before. */
static struct area enter_study(const struct request *request)
{
	const char *origin = here(), *study;
	struct area area;

	enter(request->words[0]);
	study = here();
	enter(origin);
	area = area_of(request->result != NULL
			? request->result
			: keep_format("results/%s", strrchr(study, '/') + 1));
	enter(study);
	note_tables();
	if (!request->language_chosen && file_exists("study.csv") && study_load() != NULL)
		language = study_load()->language;
	return area;
}

static struct run prepare(
	const struct request *request, const struct area *area, const struct plan *plan)
{
	struct run run = run_of(plan, area);
	size_t step = request->from == NULL ? NO_NAME : plan_find(plan, request->from);

	if (request->from != NULL && step == NO_NAME)
		misuse(&(struct place){ .column = "--from", .offending = request->from },
			SAY("the study has no such step; see berdaya plan",
				"studi ini tidak punya langkah itu; lihat berdaya plan"));
	if (step != NO_NAME)
		plan_mark_followers(plan, step, run.asked);
	return run;
}

static void do_run(const struct request *request)
{
	struct area area = enter_study(request);
	enum exit_status status;
	struct plan *plan;
	struct run run;
	int signal_number;
	bool changed;

	study_check();
	drift_say();
	plan = plan_load(request->allow_programs);
	status = inspect_data(plan, false);
	stop_on_faults();
	if (status != DONE)
		exit((int)status);
	process_guard();
	area_claim(&area);
	run = prepare(request, &area, plan);
	status = run_steps(&run, (size_t)request->jobs);
	if (status != DONE)
		exit((int)status);
	if (process_interrupted(&signal_number))
		process_die(signal_number);
	changed = publish(&run);
	progress_result(&run, changed);
}

static void do_plan(const struct request *request)
{
	struct area area = enter_study(request);
	struct plan *plan;
	struct run run;

	study_check();
	plan = plan_load(true);
	stop_on_faults();
	run = prepare(request, &area, plan);
	show_plan(&run, request->words[0]);
}

static void do_why(const struct request *request)
{
	struct area area = enter_study(request);
	struct plan *plan;
	struct run run;
	size_t step;

	study_check();
	plan = plan_load(true);
	stop_on_faults();
	step = plan_find(plan, request->words[1]);
	if (step == NO_NAME)
		misuse(&(struct place){ .offending = request->words[1] },
			SAY("the study has no such step; see berdaya plan",
				"studi ini tidak punya langkah itu; lihat berdaya plan"));
	run = prepare(request, &area, plan);
	show_why(&run, step);
}

static void do_trace(const struct request *request)
{
	struct area area = enter_study(request);
	struct plan *plan;

	study_check();
	plan = plan_load(true);
	stop_on_faults();
	trace(plan, &area, request->words[1], request->words[2]);
}

static void do_freeze(const struct request *request)
{
	enter_study(request);
	freeze(request->words[0], request->again);
}

static void do_conform(const struct request *request)
{
	const struct conform_request asked = { .stage = request->words[0],
		.input = request->input,
		.options = request->behind,
		.option_count = request->behind_count,
		.filter = request->filter };

	if (!conform(&asked))
		exit(REFUSED);
}

static void do_check(const struct request *request)
{
	struct place study = { .file = request->words[0] };
	enum exit_status data;

	enter_study(request);
	study_check();
	drift_say();
	data = inspect_data(plan_load(true), true);
	if (fault_count() > 0)
		warn(&study,
			fault_count() == 1 ? SAY("%zu fault found", "ditemukan %zu kesalahan")
					   : SAY("%zu faults found", "ditemukan %zu kesalahan"),
			fault_count());
	if (data != DONE)
		warn(&study,
			SAY("the data files do not fit; what does not is said above",
				"berkas datanya tidak cocok; yang tidak cocok disebut di atas"));
	stop_on_faults();
	if (data != DONE)
		exit((int)data);
	answer(SAY("%s: no faults found\n", "%s: tidak ada kesalahan\n"), request->words[0]);
}

static void do_sheets(const struct request *request)
{
	struct area area = enter_study(request);
	size_t count = sheets_write(&area);

	answer(SAY("Sheets of %zu villages, each for that village alone: %s\n",
		       "Lembar %zu desa, masing-masing hanya untuk desa itu: %s\n"),
		count, sheets_folder(&area));
}

static void do_new(const struct request *request)
{
	new_study(request->words[0]);
	answer(SAY("A study that runs as it stands: %s. Read %s/README.en.md, then put your own in "
		   "its place.\n",
		       "Studi yang langsung dapat dijalankan: %s. Baca %s/README.id.md, lalu ganti "
		       "dengan isi Anda.\n"),
		request->words[0], request->words[0]);
}

static void do_stages(const struct request *request)
{
	(void)request;
	show_stages();
}

static void do_help(const struct request *request)
{
	(void)request;
	show_help();
}

static void do_version(const struct request *request)
{
	(void)request;
	show_version();
}

static const struct command {
	const char *name;
	void (*run)(const struct request *request);
	size_t words; /* behind the command */
} commands[] = {
	{ "run", do_run, 1 },
	{ "plan", do_plan, 1 },
	{ "why", do_why, 2 },
	{ "trace", do_trace, 3 },
	{ "sheets", do_sheets, 1 },
	{ "check", do_check, 1 },
	{ "freeze", do_freeze, 1 },
	{ "new", do_new, 1 },
	{ "conform", do_conform, 1 },
	{ "stages", do_stages, 0 },
	{ "help", do_help, 0 },
	{ "version", do_version, 0 },
};

static void obey(const struct request *request)
{
	const struct command *command = commands,
			     *end = commands + sizeof(commands) / sizeof(*commands);

	while (command < end && strcmp(command->name, request->command) != 0)
		command++;
	if (command == end)
		misuse(&(struct place){ .offending = request->command },
			SAY("no such command or stage; see berdaya help",
				"tidak ada perintah atau tahap itu; lihat berdaya help"));
	if (request->word_count != command->words)
		misuse(&(struct place){ .column = command->name },
			request->word_count < command->words
				? SAY("a word is missing; see berdaya help",
					  "kurang satu kata; lihat berdaya help")
				: SAY("one word too many; see berdaya help",
					  "kelebihan satu kata; lihat berdaya help"));
	command->run(request);
}

/* `berdaya STAGE ...` becomes the stage. */
static void become_stage(char **argv)
{
	const char *program = keep_format("%s/%s", house()->stages, argv[1]);

	if (name_find(stage_names(), argv[1], strlen(argv[1])) == NO_NAME)
		return;
	execv(program, argv + 1);
	broken(&(struct place){ .file = program }, "%s", strerror(errno));
}

int main(int argc, char **argv)
{
	struct request request = { 0 };

	report_begin("berdaya");
	if (argc > 1 && argv[1][0] != '-')
		become_stage(argv);
	process_prepare();
	request = request_read(argc, argv);
	if (request.command == NULL) {
		show_help();
		exit(MISUSED);
	}
	obey(&request);
	finish();
}
