/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets the stages that read a study's data look at the headers before anything runs. */
#include "inspect.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process.h"
#include "progress.h"
#include "system.h"

static enum exit_status inspect(const struct description *description, bool aloud)
{
	const struct described *stage =
		description == NULL ? NULL : described(description, "stage", NULL);
	const char *words[] = { NULL, "--check", NULL };
	int messages, status;

	if (stage == NULL || strcmp(stage->type, "source") != 0 ||
		described(description, "option", "check") == NULL)
		return DONE;
	words[0] = description->program;
	messages = nameless_file();
	status = process_end_of(process_begin(
		&(struct process){ .words = words, .output = -1, .errors = messages }));
	if (aloud || status != 0)
		progress_messages(messages);
	close(messages);
	if (WIFEXITED(status) && WEXITSTATUS(status) <= BROKEN)
		return (enum exit_status)WEXITSTATUS(status);
	broken(&(struct place){ .file = description->program },
		SAY("ended by %s %d while it looked at the headers of the data",
			"berakhir oleh %s %d selagi memeriksa judul kolom data"),
		WIFSIGNALED(status) ? SAY("signal", "sinyal") : SAY("status", "status"),
		WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
}

enum exit_status inspect_data(const struct plan *plan, bool aloud)
{
	enum exit_status worst = DONE, one;
	struct names *done = names_new();
	size_t i, before;

	if (plan == NULL)
		return inspect(describe("ingest"), aloud);
	for (i = 0; i < plan->count; i++) {
		const struct step *step = &plan->steps[i];

		before = name_count(done);
		name_add(done, step->stage, strlen(step->stage));
		if (step->description == NULL || name_count(done) == before)
			continue;
		one = inspect(step->description, aloud);
		worst = one > worst ? one : worst;
	}
	return worst;
}
