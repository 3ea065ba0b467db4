/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents there are, and the process that makes one. */
#include "document.h"

#include <string.h>

#include "datapackage.h"
#include "html.h"
#include "index.h"
#include "workbook.h"

static const char *const html_files[] = { "id.html", "en.html", NULL };
static const char *const index_files[] = { "html", NULL };
static const char *const workbook_files[] = { "xlsx", NULL };
static const char *const datapackage_files[] = { "json", NULL };

static const struct document_kind kinds[] = {
	{ ".index.html", index_files, "report.html", index_make },
	{ ".html", html_files, "", html_make },
	{ ".xlsx", workbook_files, NULL, workbook_make },
	{ ".json", datapackage_files, NULL, datapackage_make },
};

const struct document_kind *document_kind(const char *stage)
{
	size_t length = strlen(stage), i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		size_t tail = strlen(kinds[i].ending);

		if (length > tail && strchr(stage, '/') == NULL &&
			strcmp(stage + length - tail, kinds[i].ending) == 0)
			return &kinds[i];
	}
	return NULL;
}

int document_make(const void *context)
{
	const struct rendering *rendering = context;

	report_begin(rendering->step->name);
	document_kind(rendering->step->stage)->make(rendering);
	return DONE;
}

const char *document_input(const struct rendering *rendering, const char *product)
{
	const struct step *step = rendering->step;
	size_t i;

	for (i = 0; i < step->input_count; i++)
		if (step->inputs[i].with != NULL && strcmp(step->inputs[i].with, product) == 0)
			return area_file(rendering->area,
				rendering->plan->steps[step->inputs[i].step]
					.products[step->inputs[i].product]
					.file);
	return NULL;
}
