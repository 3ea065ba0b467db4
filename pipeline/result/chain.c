/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules, words and rows of chain.csv. */
#include "result/chain.h"

const char *const chain_state_names[CHAIN_STATE_COUNT] = { "consistent", "not_yet", "reversed",
	"not_measured" };

/* ---- rules ---- */

static bool moved(enum verdict_class class)
{
	return class == CLASS_UP || class == CLASS_DOWN;
}

static bool measured(enum verdict_class class)
{
	return class != CLASS_REFUSED && class != CLASS_CHANGED && class != CLASS_COUNT;
}

static struct chain_verdict both_moved(enum verdict_class parent, enum verdict_class child)
{
	if (parent != child)
		return (struct chain_verdict){ CHAIN_REVERSED,
			{ "the two goals moved in opposite directions",
				"kedua tujuan bergerak ke arah yang berlawanan" } };
	if (child == CLASS_UP)
		return (struct chain_verdict){ CHAIN_CONSISTENT,
			{ "both goals got better, as the chain expects",
				"kedua tujuan membaik, sesuai dengan rantai" } };
	return (struct chain_verdict){ CHAIN_CONSISTENT,
		{ "both goals got worse, as the chain expects once the earlier one does",
			"kedua tujuan memburuk, sesuai dengan rantai bila tujuan yang mendahului "
			"memburuk" } };
}

struct chain_verdict chain_judge(enum verdict_class parent, enum verdict_class child)
{
	if (!measured(parent) || !measured(child))
		return (struct chain_verdict){ CHAIN_NOT_MEASURED,
			{ "not measured", "tidak terukur" } };
	if (parent == CLASS_TOO_EARLY || child == CLASS_TOO_EARLY)
		return (struct chain_verdict){ CHAIN_NOT_YET,
			{ "too early to judge", "belum waktunya dinilai" } };
	if (moved(parent) && moved(child))
		return both_moved(parent, child);
	if (moved(child))
		return (struct chain_verdict){ CHAIN_REVERSED,
			{ "the later goal moved although the earlier one has not clearly moved",
				"tujuan yang mengikuti bergerak, padahal yang mendahului belum "
				"jelas bergerak" } };
	if (moved(parent))
		return (struct chain_verdict){ CHAIN_NOT_YET,
			{ "the earlier goal moved, the later one has not clearly moved yet",
				"tujuan yang mendahului bergerak, yang mengikuti belum jelas "
				"bergerak" } };
	return (struct chain_verdict){ CHAIN_NOT_YET,
		{ "neither goal has clearly moved yet", "kedua tujuan belum jelas bergerak" } };
}

/* ---- rows ---- */

const struct column chain_columns[CHAIN_COLUMN_COUNT + 1] = {
	{ "parent", TYPE_TEXT, false, { "the goal that comes before", "tujuan yang mendahului" } },
	{ "child", TYPE_TEXT, false, { "the goal that follows", "tujuan yang mengikuti" } },
	{ "parent_label_id", TYPE_TEXT, false,
		{ "name of the earlier goal, in Indonesian",
			"nama tujuan yang mendahului, bahasa Indonesia" } },
	{ "parent_label_en", TYPE_TEXT, false,
		{ "name of the earlier goal, in English",
			"nama tujuan yang mendahului, bahasa Inggris" } },
	{ "child_label_id", TYPE_TEXT, false,
		{ "name of the later goal, in Indonesian",
			"nama tujuan yang mengikuti, bahasa Indonesia" } },
	{ "child_label_en", TYPE_TEXT, false,
		{ "name of the later goal, in English",
			"nama tujuan yang mengikuti, bahasa Inggris" } },
	{ "parent_indicator", TYPE_TEXT, false,
		{ "primary indicator of the earlier goal",
			"indikator utama tujuan yang mendahului" } },
	{ "child_indicator", TYPE_TEXT, false,
		{ "primary indicator of the later goal",
			"indikator utama tujuan yang mengikuti" } },
	{ "round_from", TYPE_TEXT, false, { "the baseline", "putaran awal" } },
	{ "round_to", TYPE_TEXT, false,
		{ "round up to which the link is judged", "putaran sampai mana tautan dinilai" } },
	{ "arm", TYPE_TEXT, false,
		{ "programme arm; blank: all together", "kelompok program; kosong: semuanya" } },
	{ "parent_round", TYPE_TEXT, false,
		{ "round whose verdict speaks for the earlier goal: the last one by which it had "
		  "clearly moved, else round_to",
			"putaran yang putusannya mewakili tujuan yang mendahului: yang terakhir "
			"saat ia jelas bergerak, selain itu round_to" } },
	{ "parent_class", TYPE_TEXT, false, { "class of its verdict", "kelas putusannya" } },
	{ "parent_estimate", TYPE_NUMBER, false, { "its estimate", "angka perkiraannya" } },
	{ "parent_low", TYPE_NUMBER, false, { "its lower limit", "batas bawahnya" } },
	{ "parent_high", TYPE_NUMBER, false, { "its upper limit", "batas atasnya" } },
	{ "child_class", TYPE_TEXT, false,
		{ "class of the later goal's verdict", "kelas putusan tujuan yang mengikuti" } },
	{ "child_estimate", TYPE_NUMBER, false,
		{ "estimate of the later goal", "angka perkiraan tujuan yang mengikuti" } },
	{ "child_low", TYPE_NUMBER, false, { "its lower limit", "batas bawahnya" } },
	{ "child_high", TYPE_NUMBER, false, { "its upper limit", "batas atasnya" } },
	{ "state", TYPE_TEXT, false,
		{ "consistent, not_yet, reversed or not_measured",
			"consistent (sesuai), not_yet (belum), reversed (terbalik), atau "
			"not_measured (tidak terukur)" } },
	{ "phrase_id", TYPE_TEXT, false,
		{ "the state in words, in Indonesian", "keadaan tautan, bahasa Indonesia" } },
	{ "phrase_en", TYPE_TEXT, false,
		{ "the state in words, in English", "keadaan tautan, bahasa Inggris" } },
	{ "lag", TYPE_INTEGER, false,
		{ "rounds between the earlier goal's change and the later one's in the "
		  "correlation: 1, or 0 where there is no earlier change",
			"jarak putaran antara perubahan kedua tujuan dalam korelasi: 1, atau 0 "
			"bila tidak ada perubahan sebelumnya" } },
	{ "correlation", TYPE_NUMBER, false,
		{ "correlation over villages of the mean changes of both, from one round to the "
		  "next; positive: they did well in the same villages",
			"korelasi antardesa dari rata-rata perubahan keduanya, dari satu putaran "
			"ke berikutnya; positif: keduanya membaik di desa yang sama" } },
	{ "conf_low", TYPE_NUMBER, false,
		{ "lower limit of the correlation", "batas bawah korelasi" } },
	{ "conf_high", TYPE_NUMBER, false,
		{ "upper limit of the correlation", "batas atas korelasi" } },
	{ "clusters", TYPE_INTEGER, false,
		{ "villages in the correlation", "desa dalam korelasi" } },
	{ "status", TYPE_TEXT, false,
		{ "ok, or why there is no correlation", "ok, atau sebab korelasi dikosongkan" } },
	{ "note_id", TYPE_TEXT, false, { "remark, in Indonesian", "catatan, bahasa Indonesia" } },
	{ "note_en", TYPE_TEXT, false, { "remark, in English", "catatan, bahasa Inggris" } },
	{ NULL, TYPE_TEXT, false, { NULL, NULL } },
};

static void put_goals(const struct chain_link *link)
{
	put_string(output, link->parent.goal);
	put_string(output, link->child.goal);
	put_string(output, link->parent.label.id);
	put_string(output, link->parent.label.en);
	put_string(output, link->child.label.id);
	put_string(output, link->child.label.en);
	put_string(output, link->parent.indicator);
	put_string(output, link->child.indicator);
	put_string(output, link->round_from);
	put_string(output, link->round_to);
	put_string(output, link->arm);
}

static void put_side(const struct chain_side *side)
{
	put_string(output, verdict_class_names[side->class]);
	put_value(output, side->estimate);
	put_value(output, side->conf_low);
	put_value(output, side->conf_high);
}

void chain_put(const struct chain_link *link)
{
	struct text notes = result_status_note(link->status);

	if (link->status == RESULT_OK)
		note_add(&notes, result_note(NOTE_NO_CAUSE));
	put_goals(link);
	put_string(output, link->parent.round);
	put_side(&link->parent);
	put_side(&link->child);
	put_string(output, chain_state_names[link->verdict.state]);
	put_string(output, link->verdict.words.id);
	put_string(output, link->verdict.words.en);
	if (link->lag < 0)
		put_missing(output);
	else
		put_integer(output, link->lag);
	put_number(output, link->correlation.r);
	put_number(output, link->correlation.conf_low);
	put_number(output, link->correlation.conf_high);
	put_integer(output, (int64_t)link->clusters);
	put_string(output, result_status_name(link->status));
	put_note(output, notes);
	end_row(output);
}
