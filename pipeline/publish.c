/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publication: the new result is whole before it is seen, the old one until it is replaced. */
#include "publish.h"

#include <errno.h>
#include <string.h>

#include "origin.h"
#include "record.h"
#include "share.h"
#include "study/study.h"
#include "system.h"
#include "tree.h"

struct shelf {
	const char *kind, *folder; /* of manifest.csv; below the result */
};

static struct shelf shelf_of(const struct step *step, const struct product *product)
{
	const char *kind = step->kind == STEP_CHART ? "chart"
		: step->kind == STEP_DOCUMENT       ? "document"
						    : "table";

	if (!product->published)
		return (struct shelf){ "private", "private/" };
	return (struct shelf){ kind, published_folder(step->kind) };
}

static void place(struct manifest *manifest, const struct run *run, size_t number, size_t which)
{
	const struct step *step = &run->plan->steps[number];
	const struct product *product = &step->products[which];
	struct shelf shelf = shelf_of(step, product);
	struct manifest_row row = { shelf.kind, product->name, NULL, "", "", "" };
	const char *from = area_file(run->area, product->file), *to;
	struct digest digest =
		stamp_part(&run->turns[number].stamp, PART_OUTPUT, product->file)->digest;

	row.file = keep_format("%s%s", shelf.folder, product->file);
	to = keep_format("%s/%s", run->area->next, row.file);
	if (strcmp(shelf.kind, "table") != 0)
		tree_link(from, to);
	else if (share_table(from, to, study_load()->bom))
		digest_file(to, &digest, NULL); /* it was rewritten */
	row.sha256 = keep_text(digest.hex, strlen(digest.hex));
	if (makes_tables(step->kind))
		row.rows = keep_format("%zu", run->turns[number].rows[which]);
	manifest_add(manifest, &row);
}

/* The stamps of this run alone, in the order of its steps. */
static void place_stamps(struct manifest *manifest, const struct run *run)
{
	struct manifest_row row = { "private", "stamps", "private/stamps.csv", "", "", "" };
	const char *to = keep_format("%s/%s", run->area->next, row.file);
	struct stamps stamps = { 0 };
	struct digest digest;
	size_t i, rows;

	for (i = 0; i < run->plan->count; i++)
		stamps_put(&stamps, &run->turns[i].stamp);
	stamps_write(&stamps, to);
	digest_file(to, &digest, &rows);
	row.sha256 = keep_text(digest.hex, strlen(digest.hex));
	row.rows = keep_format("%zu", rows);
	manifest_add(manifest, &row);
}

static void put_together(struct manifest *manifest, const struct run *run)
{
	static const char *const kinds[] = { "document", "table", "chart", "private" };
	const char *next = run->area->next;
	size_t kind, i, j;

	tree_make(next, 0777);
	tree_make(keep_format("%s/tables", next), 0777);
	tree_make(keep_format("%s/charts", next), 0777);
	tree_make(keep_format("%s/private", next), 0700);
	record_origins(manifest, run);
	for (kind = 0; kind < sizeof(kinds) / sizeof(*kinds); kind++) {
		for (i = 0; i < run->plan->count; i++) {
			const struct step *step = &run->plan->steps[i];

			for (j = 0; j < step->product_count; j++)
				if (strcmp(shelf_of(step, &step->products[j]).kind, kinds[kind]) ==
					0)
					place(manifest, run, i, j);
		}
	}
	place_stamps(manifest, run);
	manifest_write(manifest, keep_format("%s/manifest.csv", next));
}

/* True if the present result has this very manifest and its files are as it says. */
static bool up_to_date(const struct manifest *manifest, const struct area *area)
{
	struct digest present, new;

	return digest_file(keep_format("%s/manifest.csv", area->output), &present, NULL) &&
		digest_file(keep_format("%s/manifest.csv", area->next), &new, NULL) &&
		digest_equal(&present, &new) && manifest_holds(manifest, area->output);
}

static void replace(const struct area *area)
{
	if (!file_exists(area->output)) {
		tree_rename(area->next, area->output);
	} else if (exchange(area->next, area->output)) {
		tree_remove(area->next); /* the last result now */
	} else if (errno == ENOSYS || errno == EINVAL) {
		tree_rename(area->output, area->previous);
		tree_rename(area->next, area->output);
		tree_remove(area->previous);
	} else {
		broken(&(struct place){ .file = area->shown }, "%s", strerror(errno));
	}
}

bool publish(const struct run *run)
{
	const struct area *area = run->area;
	struct manifest manifest = { 0 };
	const char *folder =
		keep_text(area->output, (size_t)(strrchr(area->output, '/') - area->output));

	tree_remove(area->next);
	put_together(&manifest, run);
	if (up_to_date(&manifest, area)) {
		tree_remove(area->next);
		return false;
	}
	tree_sync(area->next);
	if (origins_changed() != NULL)
		tree_remove(area->next); /* its manifest would tell of other files */
	origins_hold();
	replace(area);
	tree_sync_folder(*folder == '\0' ? "/" : folder);
	return true;
}
