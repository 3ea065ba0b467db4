/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws a chart in a scratch folder of the work area and hands over its images. */
#include "render.h"

#include "chart.h"
#include "tree.h"

const char *render_folder(const struct area *area, const struct step *step)
{
	return area_file(area, keep_format("%s.chart", step->name));
}

int render(const void *context)
{
	const struct rendering *rendering = context;
	const struct step *step = rendering->step;
	const char *scratch = render_folder(rendering->area, step);
	struct chart chart = {
		.drawing = step->program,
		.table = rendering->table,
		.folder = keep_format("%s/parts", scratch),
		.stem = keep_format("%s/%s", scratch, step->name),
		.name = step->name,
	};
	int status;
	size_t i;

	report_begin(step->name);
	tree_make(chart.folder, 0700);
	status = chart_make(&chart);
	for (i = 0; status == DONE && i < step->product_count; i++)
		tree_rename(keep_format("%s/%s", scratch, step->products[i].file),
			partial_file(rendering->area, &step->products[i]));
	return status;
}
