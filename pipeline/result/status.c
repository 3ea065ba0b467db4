/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of status codes and notes, in both languages. */
#include "result/status.h"

#include <string.h>

static const struct {
	const char *name;
	struct text note;
} statuses[RESULT_STATUS_COUNT] = {
	[RESULT_OK] = { "ok", { "", "" } },
	[RESULT_TOO_FEW] = { "TOO_FEW",
		{ "Fewer than two people answered in a compared group.",
			"Kurang dari dua orang menjawab dalam salah satu kelompok yang "
			"dibandingkan." } },
	[RESULT_ZERO_VAR] = { "ZERO_VAR",
		{ "The values do not vary, so their uncertainty cannot be estimated.",
			"Nilainya tidak bervariasi sehingga ketidakpastiannya tidak dapat "
			"diperkirakan." } },
	[RESULT_ONE_CLUSTER] = { "ONE_CLUSTER",
		{ "All answers of a compared group come from a single village.",
			"Semua jawaban salah satu kelompok yang dibandingkan berasal dari satu "
			"desa saja." } },
	[RESULT_NOT_IDENTIFIED] = { "NOT_IDENTIFIED",
		{ "Each side has a single village, so village and programme cannot be told apart.",
			"Masing-masing pihak hanya satu desa, jadi perbedaan desa dan program "
			"tidak dapat dipisahkan." } },
	[RESULT_LONELY_PSU] = { "LONELY_PSU",
		{ "A stratum has a single village, so its villages cannot be compared.",
			"Ada strata yang hanya berisi satu desa sehingga desanya tidak dapat "
			"dibandingkan." } },
	[RESULT_LOW_DF] = { "DF<1",
		{ "The villages hold less than one degree of freedom: too few, or too uneven in "
		  "size.",
			"Derajat bebas dari desa-desa kurang dari satu: terlalu sedikit atau "
			"sangat tidak seimbang." } },
	[RESULT_NO_EVENTS] = { "NO_EVENTS",
		{ "Everybody is alike on both sides (0 % or 100 %), so there is nothing to test.",
			"Semua orang sama di kedua sisi (0 % atau 100 %), jadi tidak ada yang "
			"dapat diuji." } },
	[RESULT_NO_CHANGE] = { "NO_CHANGE", { "Nobody changed.", "Tidak seorang pun berubah." } },
	[RESULT_NO_OVERLAP] = { "NO_OVERLAP",
		{ "Everybody on one side has more than anybody on the other, which leaves this "
		  "method nothing to tell its uncertainty from.",
			"Nilai semua orang di satu pihak lebih tinggi daripada siapa pun di pihak "
			"lain, sehingga ketidakpastian menurut metode ini tidak dapat "
			"dihitung." } },
	[RESULT_ALL_TIES] = { "ALL_TIES",
		{ "There are no differences, so there is nothing to rank.",
			"Tidak ada perbedaan, jadi tidak ada yang dapat diperingkatkan." } },
	[RESULT_ZERO_MEAN] = { "ZERO_MEAN",
		{ "One of the averages is 0, so how many times as many there are cannot be said.",
			"Salah satu rata-ratanya 0, jadi tidak dapat dikatakan berapa kali "
			"lipatnya." } },
	[RESULT_UNBOUNDED] = { "UNBOUNDED",
		{ "The distance from the baseline to the target is too uncertain to say how much "
		  "of it was covered.",
			"Jarak dari keadaan awal ke sasaran terlalu tidak pasti untuk menyatakan "
			"berapa bagian yang sudah ditempuh." } },
	[RESULT_ONE_WAY] = { "ONE_WAY",
		{ "The villages cannot be exchanged between the arms: some have people in both, or "
		  "each stratum lies in one arm only.",
			"Desa-desa tidak dapat ditukar antarkelompok: ada desa yang warganya di "
			"kedua kelompok, atau tiap strata hanya berisi satu kelompok." } },
	[RESULT_FEW_WAYS] = { "TOO_FEW_WAYS",
		{ "There are too few villages to judge so many indicators together.",
			"Desanya terlalu sedikit: kemungkinan yang dapat dibandingkan tidak cukup "
			"untuk menilai sekian banyak indikator bersama-sama." } },
	[RESULT_OVERFLOW] = { "OVERFLOW",
		{ "The sums are too large to be computed exactly.",
			"Jumlahnya terlalu besar untuk dihitung dengan tepat." } },
	[RESULT_BAD_INPUT] = { "BAD_INPUT",
		{ "The tally holds sums that no data can have; it may have been edited.",
			"Tabel rekap memuat jumlah yang mustahil; mungkin pernah disunting." } },
	[RESULT_NOT_ASKED] = { "NOT_ASKED",
		{ "Not asked in one of the rounds, or nobody answered.",
			"Tidak ditanyakan pada salah satu putaran, atau tidak ada yang "
			"menjawab." } },
	[RESULT_NOT_YET] = { "NOT_YET",
		{ "This round has not been surveyed yet.", "Putaran ini belum disurvei." } },
	[RESULT_NO_DISTANCE] = { "NO_DISTANCE",
		{ "The baseline was at the target already, or beyond it, so there is no way to be "
		  "covered.",
			"Keadaan awal sudah mencapai atau melampaui sasaran, jadi tidak ada jarak "
			"yang harus ditempuh." } },
	[RESULT_NEGATIVE] = { "NEGATIVE",
		{ "Some values are below 0, where inequality has no meaning.",
			"Ada nilai di bawah 0, sehingga ketimpangan tidak bermakna." } },
	[RESULT_TOO_FEW_ROUNDS] = { "TOO_FEW_ROUNDS",
		{ "Answered in fewer than three rounds: two points make no trend (see "
		  "comparisons).",
			"Dijawab pada kurang dari tiga putaran: dua titik belum membentuk tren "
			"(lihat comparisons)." } },
	[RESULT_TOO_MANY_ROUNDS] = { "TOO_MANY_ROUNDS",
		{ "A trend runs through 16 rounds at most.",
			"Tren dihitung untuk paling banyak 16 putaran." } },
	[RESULT_NO_TREND] = { "NO_TREND",
		{ "A ratio of totals belongs to nobody alone, so that it has no trend here (see "
		  "comparisons).",
			"Rasio jumlah bukan nilai perorangan sehingga trennya tidak dihitung di "
			"sini (lihat comparisons)." } },
	[RESULT_NO_DATES] = { "NO_DATES",
		{ "A trend needs the date of every round, in the order of time (rounds.csv).",
			"Tren memerlukan tanggal setiap putaran, berurutan menurut waktu "
			"(rounds.csv)." } },
	[RESULT_FEW_CLUSTERS] = { "TOO_FEW_CLUSTERS",
		{ "Fewer than 6 villages: too few to see whether villages where the one moved are "
		  "those where the other did.",
			"Kurang dari 6 desa: terlalu sedikit untuk melihat apakah desa tempat yang "
			"satu bergerak adalah juga desa tempat yang lain bergerak." } },
	[RESULT_NO_PRIMARY] = { "NO_PRIMARY",
		{ "One of the two goals has no primary indicator.",
			"Salah satu dari kedua tujuan tidak punya indikator utama." } },
	[RESULT_SUPPRESSED] = { "SUPPRESSED",
		{ "Withheld to protect respondents. There are too few people or villages, or "
		  "another withheld number could be computed from this one.",
			"Tidak ditampilkan demi melindungi responden. Orang atau desanya terlalu "
			"sedikit, atau angka lain yang dilindungi dapat dihitung dari angka "
			"ini." } },
};

static const struct text notes_said[NOTE_COUNT] = {
	[NOTE_AS_WRITTEN] = { "Values count as written, rounded to 9 decimals.",
		"Nilai dihitung sebagaimana tertulis, dibulatkan sampai 9 desimal." },
	[NOTE_ROUNDED_VALUES] = { "Values were counted at 4 significant digits.",
		"Nilai dicacah pada 4 angka penting." },
	[NOTE_LOW_DF] = { "Very few effective villages (df below 4).",
		"Desa efektif sangat sedikit (derajat bebas di bawah 4)." },
	[NOTE_IGNORES_CLUSTERS] = { "Ignores villages and so looks more certain than it is; a "
				    "check only.",
		"Mengabaikan desa sehingga tampak lebih pasti daripada sebenarnya; hanya "
		"pemeriksaan." },
	[NOTE_CLUSTER_MEANS] = { "Every village counts the same whatever its size: another "
				 "question than the headline's.",
		"Setiap desa dihitung sama berapa pun jumlah orangnya: pertanyaannya lain dari "
		"hasil utama." },
	[NOTE_RANKS] = { "The test is of the ranks of the changes; the estimate is the mean "
			 "change.",
		"Yang diuji peringkat perubahan; angka perkiraan adalah rata-rata perubahan." },
	[NOTE_SIGNS] = { "The test is of how many rose and how many fell; the estimate is the mean "
			 "change.",
		"Yang diuji banyaknya orang yang naik dan yang turun; angka perkiraan adalah "
		"rata-rata perubahan." },
	[NOTE_RANK_SUM] = { "The test is of ranks: who has more, somebody on one side or somebody "
			    "on the other; the estimate is the difference of the means.",
		"Yang diuji peringkat: siapa yang nilainya lebih tinggi, orang di pihak yang satu "
		"atau di pihak yang lain; angka perkiraan adalah selisih rata-rata." },
	[NOTE_OVERLAP] = { "Everybody who answered in a round, not only those who answered in "
			   "both.",
		"Semua yang menjawab pada suatu putaran, bukan hanya yang menjawab di keduanya." },
	[NOTE_WILSON] = { "The limits are Wilson's, which stand at 0 % and 100 % too.",
		"Batas-batasnya menurut Wilson, yang berlaku juga pada 0 % dan 100 %." },
	[NOTE_UNWEIGHTED] = { "Leaves weights and populations out: everybody counts the same; a "
			      "check only.",
		"Tanpa bobot dan ukuran populasi: setiap orang dihitung sama; hanya "
		"pemeriksaan." },
	[NOTE_WITH_STRATA] = { "Counts the strata, which the main result leaves out; a check only.",
		"Memperhitungkan strata, yang tidak dipakai hasil utama; hanya pemeriksaan." },
	[NOTE_CENSUS] = { "All villages of the population (fpc) were surveyed, so drawing villages "
			  "leaves "
			  "nothing uncertain; how people within them were drawn is not counted. "
			  "Without fpc "
			  "the villages count as a sample.",
		"Semua desa dalam populasi (fpc) disurvei, jadi pemilihan desa tidak menyisakan "
		"ketidakpastian; pemilihan orang di dalam desa tidak diperhitungkan. Tanpa fpc, "
		"desa-desa itu dihitung sebagai sampel." },
	[NOTE_FEW_WEIGHTED] = { "Weights with fewer than 10 villages in a group: the interval may "
				"be too narrow.",
		"Berbobot dengan kurang dari 10 desa dalam satu kelompok: selangnya mungkin "
		"terlalu sempit." },
	[NOTE_NO_CAUSE] = { "That goals moved together does not show that one moved the other.",
		"Tujuan yang bergerak bersama tidak membuktikan bahwa yang satu menggerakkan yang "
		"lain." },
	[NOTE_RATIO] = { "All numerators together over all denominators together: who has more in "
			 "the denominator counts for more.",
		"Semua pembilang bersama dibagi semua penyebut bersama: yang penyebutnya lebih "
		"besar lebih menentukan." },
	[NOTE_RATE_RATIO] = { "How many times as many on average: 1 means no difference, 1.2 a "
			      "fifth "
			      "more; the standard error is that of its logarithm.",
		"Berapa kali lipat rata-ratanya: 1 berarti tidak ada beda, 1,2 berarti seperlima "
		"lebih banyak; galat bakunya adalah galat baku logaritmanya." },
	[NOTE_RATE_EXACT] = { "How many times as many on average, as if all that is counted came "
			      "about "
			      "one by one and by itself.",
		"Berapa kali lipat rata-ratanya, seolah-olah semua yang dihitung terjadi satu per "
		"satu dan tidak saling berkaitan." },
	[NOTE_ANCOVA] = { "Compares people who began alike; where the arms were not drawn by lot, "
			  "the "
			  "difference in changes (did) is the safer number.",
		"Membandingkan orang yang keadaan awalnya sama; bila kelompoknya tidak diundi, "
		"beda "
		"perubahan (did) lebih aman dipakai." },
	[NOTE_ASSIGNMENT] = { "The p value says how often villages would differ this much if the "
			      "arms "
			      "were dealt out anew among them.",
		"Nilai p menyatakan seberapa sering desa berbeda sejauh ini bila pembagian "
		"kelompok di antara desa diundi ulang." },
	[NOTE_WILD] = { "The p value says how often so clear a result comes up when the villages' "
			"deviations change sign by chance (wild cluster bootstrap).",
		"Nilai p menyatakan seberapa sering hasil sejelas ini muncul bila tanda simpangan "
		"desa dibalik secara acak (wild cluster bootstrap)." },
	[NOTE_WILD_TWO] = { "With only two villages in an arm this test is not to be relied on.",
		"Dengan hanya dua desa dalam satu kelompok, uji ini tidak dapat diandalkan." },
	[NOTE_SIGN_FLIP] = { "The p value says how often the change would be this large if each "
			     "village were as likely to rise as to fall.",
		"Nilai p menyatakan seberapa sering perubahan sebesar ini terjadi bila setiap desa "
		"sama mungkinnya naik atau turun." },
	[NOTE_MAX_T] = { "The adjusted p value says how often chance alone makes the clearest "
			 "result of this and all less clear ones as clear as this one: the "
			 "villages' "
			 "deviations change sign for all of them at once (step-down max-T).",
		"Nilai p terkoreksi menyatakan seberapa sering hasil yang paling jelas dari yang "
		"ini dan semua yang kurang jelas menjadi sejelas ini hanya karena kebetulan: tanda "
		"simpangan desa dibalik serentak untuk semuanya (max-T bertahap)." },
	[NOTE_NOT_TESTED] = { "Listed in its family but not tested.",
		"Masuk kelompok uji ini, tetapi tidak diuji." },
	[NOTE_NO_BASELINE] = { "Not asked at the baseline: the difference may have been there "
			       "before "
			       "the programme; whether it grew cannot be told.",
		"Tidak ditanyakan pada putaran awal: bedanya mungkin sudah ada sebelum program; "
		"tidak dapat diketahui apakah bertambah." },
	[NOTE_FEW_VILLAGES] = { "Few villages: read as an indication.",
		"Desanya sedikit: bacalah sebagai petunjuk." },
	[NOTE_VILLAGES_APART] = { "No village has people of both groups: what sets the groups "
				  "apart "
				  "cannot be told from what sets their villages apart.",
		"Tidak ada desa yang dihuni kedua kelompok: beda antarkelompok tidak dapat "
		"dipisahkan dari beda antardesanya." },
};

const char *result_status_name(enum result_status status)
{
	return statuses[status].name;
}

enum result_status result_status_read(struct value name)
{
	int status = 0;

	while (status < RESULT_STATUS_COUNT && !same_text(name, statuses[status].name))
		status++;
	return (enum result_status)status;
}

enum result_status result_status(enum stat_status status)
{
	const char *name = stat_status_name(status);
	enum result_status same = result_status_read((struct value){ name, strlen(name) });

	return same == RESULT_STATUS_COUNT ? RESULT_BAD_INPUT : same;
}

struct text result_status_note(enum result_status status)
{
	return statuses[status].note;
}

struct text result_note(enum result_note note)
{
	return notes_said[note];
}

void note_add(struct text *notes, struct text note)
{
	if (note.en == NULL || note.en[0] == '\0')
		return;
	if (notes->en == NULL || notes->en[0] == '\0') {
		*notes = note;
		return;
	}
	notes->en = keep_format("%s %s", notes->en, note.en);
	notes->id = keep_format("%s %s", notes->id, note.id);
}

void put_note(struct writer *writer, struct text notes)
{
	put_string(writer, notes.id);
	put_string(writer, notes.en);
}
