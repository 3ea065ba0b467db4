/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tries a stage against every rule of the contract and prints what came of it as TAP. */
#include "conform.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "answer.h"
#include "conform_trial.h"

/* A small survey: ids with leading zeros, two rounds in no order, a missing answer, a comma. */
static const char small_table[] =
	"respondent,round,arm,cluster,stratum,weight,fpc,sex,age,income,score,remark\n"
	"00102,0,program,V02,utara,1.5,,p,34,1250000,3,\n"
	"00101,0,program,V01,utara,1.25,,l,51,900000.5,2,\"ladang, kebun\"\n"
	"00203,1,pembanding,V03,selatan,1,,p,28,,4,warung\n"
	"00101,1,program,V01,utara,1.25,,l,53,1100000,4,Désa\n"
	"00203,0,pembanding,V03,selatan,1,,p,26,700000,1,\n"
	"00102,1,program,V02,utara,1.5,,p,36,1500000,5,\n"
	"00204,0,pembanding,V03,selatan,1,,l,61,650000,2,tani\n"
	"00204,1,pembanding,V03,selatan,1,,l,63,600000,2,tani\n";

static const char describe_header[] = "kind,name,type,required,meaning_en,meaning_id\n";

static const char *find_program(const char *stage)
{
	struct place at = { .offending = stage };
	const char *program;

	if (strchr(stage, '/') == NULL) {
		if (describe(stage) == NULL)
			misuse(&at,
				SAY("there is no such stage; write ./%s for a file of that name",
					"tidak ada tahap itu; tulis ./%s untuk berkas bernama itu"),
				stage);
		return describe(stage)->program;
	}
	if (access(stage, X_OK) != 0)
		misuse(&at,
			SAY("there is no program here that may be executed (chmod +x)",
				"tidak ada program yang dapat dijalankan di sini (chmod +x)"));
	program = stage;
	if (*stage != '/') {
		char here[PATH_MAX];

		program = getcwd(here, sizeof(here)) == NULL ? stage
							     : keep_format("%s/%s", here, stage);
	}
	return program;
}

/* What the program says of itself, where it gives a table that begins like one of --describe. */
static const struct description *ask(struct conformity *conformity)
{
	struct conform_request bare = *conformity->request;
	const struct conform_request *request = conformity->request;
	struct trial trial;

	bare.option_count = 0;
	conformity->request = &bare;
	trial = try_stage(conformity, "--describe",
		&(struct way){ .more = "--describe", .input = "/dev/null" });
	conformity->request = request;
	conformity->is_odd = false; /* nobody is bound to have a --describe */
	if (trial.status != DONE || strncmp(trial.out.text, "kind,", 5) != 0)
		return NULL;
	if (strncmp(trial.out.text, describe_header, strlen(describe_header)) != 0) {
		breaks(conformity,
			SAY("the header of --describe is not %s",
				"baris judul --describe bukan %s"),
			describe_header);
		return NULL;
	}
	if (!is_table(conformity, trial.out, NULL))
		return NULL;
	return description_read(conformity->program, bytes_file(trial.out));
}

static bool is_source(const struct description *description)
{
	const struct described *stage = described(description, "stage", NULL);

	return stage != NULL && strcmp(stage->type, "source") == 0;
}

static void take_sample(struct conformity *conformity)
{
	const char *input = conformity->request->input;

	conformity->source = is_source(conformity->description);
	if (conformity->source)
		return;
	conformity->sample = grid_read(input != NULL
			? input
			: bytes_file((struct bytes_read){ small_table, strlen(small_table) }));
	conformity->sample_path = grid_file(conformity->sample);
}

static void tell(struct conformity *conformity, const struct rule *rule, enum outcome outcome)
{
	answer("%s %zu - %s: %s%s%s\n", outcome == BROKEN_RULE ? "not ok" : "ok",
		++conformity->number, rule->id, text_of(rule->text),
		outcome == NOT_ASKED ? " # SKIP " : "",
		outcome == NOT_ASKED ? conformity->reason : "");
	if (outcome == BROKEN_RULE) {
		conformity->failed++;
		answer("# %s\n", conformity->reason);
	}
	answer_out();
}

/* Rules about the table that a source reads would ask nothing of it. */
static bool asks(const struct conformity *conformity, const struct rule *rule)
{
	static const char *const of_sources[] = { "runs", "format", "same_twice", "environment",
		"other_folder", "full_disk", "unknown_option", "describe", "exit_codes" };
	size_t i;

	for (i = 0; i < sizeof(of_sources) / sizeof(*of_sources); i++)
		if (strcmp(of_sources[i], rule->id) == 0)
			return true;
	return !conformity->source;
}

static void try_rules(struct conformity *conformity, const struct rule *rule)
{
	const char *described = conformity->reason; /* what is wrong with --describe */

	for (; rule->id != NULL; rule++) {
		enum outcome outcome;

		if (!asks(conformity, rule))
			continue;
		conformity->reason = strcmp(rule->id, "describe") == 0 ? described : NULL;
		outcome = rule->hold(conformity);
		tell(conformity, rule, outcome);
		if (outcome == BROKEN_RULE && strcmp(rule->id, "runs") == 0)
			return; /* nothing can be asked of a stage that does not run */
	}
	conformity->reason = described;
}

bool conform(const struct conform_request *request)
{
	struct conformity conformity = { .request = request,
		.program = find_program(request->stage) };

	conformity.description = ask(&conformity);
	take_sample(&conformity);
	conformity.plain =
		try_stage(&conformity, SAY("the sample", "tabel contoh"), &(struct way){ 0 });
	if (conformity.plain.status == DONE && is_table(&conformity, conformity.plain.out, NULL))
		conformity.made = grid_read(bytes_file(conformity.plain.out));
	try_rules(&conformity, table_rules);
	if (conformity.made != NULL) {
		try_rules(&conformity, column_rules);
		try_rules(&conformity, manner_rules);
	} else {
		answer("# %s\n",
			SAY("the other rules cannot be tried; give a table that it can read with "
			    "--input",
				"aturan lain tidak dapat dicoba; berikan tabel yang dapat "
				"dibacanya "
				"dengan --input"));
	}
	answer("1..%zu\n", conformity.number);
	answer_out();
	return conformity.failed == 0;
}
