/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standardises indices in three turns through the baseline: members, their covariances, the index. */
#include "scoring/standard.h"

#include <math.h>
#include <string.h>

#include "scoring/frequency.h"
#include "scoring/index.h"
#include "stat/index_weights.h"
#include "stat/moments.h"

/* z in units of 2^-40: below 2^22, as it is in less than 2^44 rows, it is a 64-bit integer. */
static const int64_t fine = (int64_t)1 << 40;

/* An index being standardised. */
struct work {
	const struct scored *index;
	struct standard *standard;
	struct frequency **members;
	struct pair_sums *pairs; /* count x count, of which member <= other is used */
	struct pair_sums raw;    /* x: the weighted mean of the z-scores */
};

static const struct standard_source *source;
static struct work *works;
static size_t work_count;

static _Noreturn void refuse_index(const struct work *work, const char *member, struct text why)
{
	struct place at = work->index->indicator->place;

	at.offending = member;
	refuse(&at, "%s", text_of(why));
}

/* ---- the turns ---- */

static void count_members(struct work *work)
{
	const struct indicator *index = work->index->indicator;
	size_t i;

	for (i = 0; i < index->member_count; i++)
		if (!frequency_count(work->members[i], source->scored[index->members[i]].value))
			refuse_index(work, source->scored[index->members[i]].indicator->name,
				(struct text){ "the baseline has a value of more than 18 digits",
					"putaran awal memuat nilai dengan lebih dari 18 angka" });
}

static void add_product(struct exact *sum, int64_t x, int64_t y)
{
	exact_add(*sum, exact_from_int128((int128)x * y), sum);
}

static void add_pair(struct pair_sums *sums, double x, double y)
{
	int64_t a = llround(x * (double)fine), b = llround(y * (double)fine);

	sums->n++;
	add_product(&sums->sum_x, a, 1);
	add_product(&sums->sum_x2, a, a);
	add_product(&sums->sum_y, b, 1);
	add_product(&sums->sum_y2, b, b);
	add_product(&sums->sum_xy, a, b);
}

static double member_z(const struct work *work, size_t i)
{
	const struct standard *standard = work->standard;

	return index_z(&source->scored[work->index->indicator->members[i]], standard->mean[i],
		standard->sd[i]);
}

static void add_pairs(struct work *work)
{
	size_t count = work->standard->count, i, j;

	if (work->index->indicator->build != BUILD_ICW)
		return;
	for (i = 0; i < count; i++) {
		double x = member_z(work, i);

		for (j = i; j < count && !isnan(x); j++) {
			double y = member_z(work, j);

			if (!isnan(y))
				add_pair(&work->pairs[i * count + j], x, y);
		}
	}
}

static void add_raw(struct work *work)
{
	double raw = index_raw(work->index, source->scored);

	if (!isnan(raw))
		add_pair(&work->raw, raw, 0);
}

/* Hands each index the reference's rows that it is about, computed. */
static void go_through(void (*take)(struct work *))
{
	const char *reference = norms_reference();
	size_t i, j;

	for (i = 0; i < held_count(source->held); i++) {
		const struct value *answers = held_row(source->held, i);

		if (*reference != '\0' && !same_text(answers[source->arm_column], reference))
			continue;
		scoring_compute(source->scored, answers);
		for (j = 0; j < work_count; j++)
			if (scoring_includes(works[j].index->among, answers))
				take(&works[j]);
	}
}

/* ---- what follows from each ---- */

static void settle_members(struct work *work)
{
	static const struct text flat = {
		"tells nobody apart in the reference group at the baseline, so it cannot be "
		"standardised; take this member out",
		"tidak membedakan siapa pun dalam kelompok acuan pada putaran awal sehingga tidak "
		"dapat "
		"dibakukan; keluarkan anggota ini"
	};
	const struct indicator *index = work->index->indicator;
	struct standard *standard = work->standard;
	int64_t total = 0;
	size_t i;

	for (i = 0; i < standard->count; i++)
		total += index->member_weights[i];
	for (i = 0; i < standard->count; i++) {
		struct frequency_summary summary = frequency_summarise(work->members[i]);

		if (!(summary.sd > 0))
			refuse_index(work, source->scored[index->members[i]].indicator->name, flat);
		standard->n[i] = summary.n;
		standard->mean[i] = summary.mean;
		standard->sd[i] = summary.sd;
		standard->weight[i] = (double)index->member_weights[i] / (double)total;
	}
}

static void settle_weights(struct work *work)
{
	const struct indicator *index = work->index->indicator;
	size_t count = work->standard->count, i, j;
	double *covariance = keep((count * count + 1) * sizeof(*covariance));
	struct index_weights found;

	for (i = 0; i < count; i++)
		for (j = i; j < count; j++)
			covariance[i * count + j] = covariance[j * count + i] =
				comoments_from_sums(&work->pairs[i * count + j], fine).covariance;
	found = index_weights(covariance, count, work->standard->weight);
	if (found.status != STAT_OK)
		refuse(&index->place,
			SAY("icw finds no weights: in the reference group at the baseline the "
			    "members of '%s' say the same "
			    "(condition number %.2g), or too few people answered two of them; use "
			    "z_average, or take "
			    "members out",
				"icw tidak menemukan bobot: dalam kelompok acuan pada putaran awal "
				"anggota '%s' "
				"mengatakan hal yang sama (bilangan kondisi %.2g), atau terlalu "
				"sedikit orang menjawab "
				"dua di antaranya; pakai z_average, atau keluarkan anggota"),
			index->name, found.condition);
	for (i = 0; i < count && found.negative > 0; i++)
		if (work->standard->weight[i] < 0)
			warn(&index->place,
				SAY("member '%s' of '%s' gets a negative weight (%.2g): who is "
				    "better off in it "
				    "scores lower; consider z_average",
					"anggota '%s' dari '%s' mendapat bobot negatif (%.2g): "
					"yang lebih baik di "
					"dalamnya mendapat nilai lebih rendah; pertimbangkan "
					"z_average"),
				source->scored[index->members[i]].indicator->name, index->name,
				work->standard->weight[i]);
}

static void settle_raw(struct work *work)
{
	static const struct text flat = {
		"nobody in the reference group at the baseline differs in this index",
		"tidak seorang pun dalam kelompok acuan pada putaran awal berbeda dalam index ini"
	};
	struct moments moments =
		moments_from_sums(work->raw.n, work->raw.sum_x, work->raw.sum_x2, fine);
	bool icw = work->index->indicator->build == BUILD_ICW;

	if (icw && !(moments.std_dev > 0))
		refuse_index(work, work->index->indicator->name, flat);
	work->standard->people = work->raw.n;
	work->standard->centre = icw ? moments.mean : 0;
	work->standard->spread = icw ? moments.std_dev : 1;
}

static void settle(void (*what)(struct work *), bool icw_only)
{
	size_t i;

	for (i = 0; i < work_count; i++)
		if (!icw_only || works[i].index->indicator->build == BUILD_ICW)
			what(&works[i]);
}

static void begin_work(struct work *work, const struct scored *index, struct standard *standard)
{
	size_t count = standard->count, i;

	*work = (struct work){ .index = index, .standard = standard };
	work->members = keep((count + 1) * sizeof(*work->members));
	work->pairs = keep((count * count + 1) * sizeof(*work->pairs));
	for (i = 0; i < count; i++)
		work->members[i] = frequency_new(
			indicators_load()->list[index->indicator->members[i]].denominator);
}

void standards_freeze(const struct standard_source *from, struct norms *norms)
{
	size_t i;

	source = from;
	works = keep((norms->count + 1) * sizeof(*works));
	for (i = 0; i < norms->count; i++)
		if (norms->standards[i].count > 0)
			begin_work(&works[work_count++], &from->scored[i], &norms->standards[i]);
	if (work_count == 0)
		return;
	go_through(count_members);
	settle(settle_members, false);
	go_through(add_pairs);
	settle(settle_weights, true);
	go_through(add_raw);
	settle(settle_raw, false);
}
