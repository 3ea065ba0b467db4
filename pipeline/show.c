/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers on stdout: help, version, the stages, and what a run would do. */
#include "show.h"

#include <string.h>

#include "answer.h"
#include "kit/describe.h"

static const char *const help_en =
	"berdaya: from survey rounds to tables and charts\n"
	"\n"
	"  berdaya run STUDY      run what has changed, publish results/<name of the study>\n"
	"    --output DIR         publish there instead\n"
	"    --from STEP          run this step and all that follow, changed or not\n"
	"    --jobs N             at most N steps at once (2)\n"
	"    --allow-programs     run programs that the study brings along\n"
	"  berdaya plan STUDY     what a run would do and why, as lines for a shell\n"
	"  berdaya why STUDY STEP why a step would run, and what follows from it\n"
	"  berdaya check STUDY    all faults of the study's tables at once\n"
	"  berdaya trace STUDY INDICATOR ROUND\n"
	"                         where a number comes from: lines of tables, as CSV\n"
	"  berdaya sheets STUDY   a poster and a page for each village, beside the last result\n"
	"  berdaya freeze STUDY   write down the plan of analysis before the follow-up "
	"(frozen.csv)\n"
	"    --again              freeze anew, and say what changed\n"
	"  berdaya new DIR        a study folder to fill in\n"
	"  berdaya stages         the built-in stages\n"
	"  berdaya conform STAGE|FILE [-- OPTION ...]\n"
	"                         try a program against every rule for stages, in this folder\n"
	"    --filter             it is a row-wise filter: all columns and rows pass through\n"
	"    --input FILE         a table that it can read (else a small one of our own)\n"
	"  berdaya STAGE ...      one stage by itself; see berdaya STAGE --help\n"
	"  berdaya help | --version\n"
	"\n"
	"STUDY is a folder with study.csv, rounds.csv, survey.csv, goals.csv and indicators.csv.\n"
	"Everywhere: --language id|en (else BERDAYA_LANG, else the study's own language).\n"
	"\n"
	"Exit status: 0 done, 1 data refused, 2 misused or faults in the study, 3 broken.\n";

static const char *const help_id =
	"berdaya: dari putaran survei menjadi tabel dan grafik\n"
	"\n"
	"  berdaya run STUDI      jalankan yang berubah, terbitkan results/<nama studi>\n"
	"    --output FOLDER      terbitkan di folder itu\n"
	"    --from LANGKAH       jalankan langkah ini dan semua sesudahnya, berubah atau tidak\n"
	"    --jobs N             paling banyak N langkah sekaligus (2)\n"
	"    --allow-programs     jalankan program yang dibawa studi\n"
	"  berdaya plan STUDI     apa yang akan dijalankan dan mengapa, sebagai baris untuk shell\n"
	"  berdaya why STUDI LANGKAH\n"
	"                         mengapa suatu langkah dijalankan, dan apa akibatnya\n"
	"  berdaya check STUDI    semua kesalahan tabel studi sekaligus\n"
	"  berdaya trace STUDI INDIKATOR PUTARAN\n"
	"                         asal suatu angka: baris-baris tabel, sebagai CSV\n"
	"  berdaya sheets STUDI   poster dan selembar halaman untuk tiap desa, di sebelah hasil "
	"terakhir\n"
	"  berdaya freeze STUDI   catat rencana analisis sebelum putaran lanjutan (frozen.csv)\n"
	"    --again              bekukan ulang, dan sebutkan apa yang berubah\n"
	"  berdaya new FOLDER     folder studi untuk diisi\n"
	"  berdaya stages         tahap bawaan\n"
	"  berdaya conform TAHAP|BERKAS [-- PILIHAN ...]\n"
	"                         uji sebuah program dengan semua aturan tahap, di folder ini\n"
	"    --filter             ia filter per baris: semua kolom dan baris diteruskan\n"
	"    --input BERKAS       tabel yang dapat dibacanya (bila tidak, tabel kecil bawaan)\n"
	"  berdaya TAHAP ...      satu tahap saja; lihat berdaya TAHAP --help\n"
	"  berdaya help | --version\n"
	"\n"
	"STUDI adalah folder berisi study.csv, rounds.csv, survey.csv, goals.csv, dan "
	"indicators.csv.\n"
	"Di semua perintah: --language id|en (bila tidak, BERDAYA_LANG, lalu bahasa studi itu).\n"
	"\n"
	"Status keluar: 0 selesai, 1 data ditolak, 2 salah pakai atau studi keliru, 3 gangguan "
	"(baca-tulis, memori).\n";

void show_help(void)
{
	answer("%s", SAY(help_en, help_id));
}

void show_version(void)
{
	answer("berdaya %s\n", berdaya_version);
}

void show_stages(void)
{
	const struct names *charts = file_names(house()->plots, ".gp");
	size_t *order = names_sorted(charts), i;

	for (i = 0; i < name_count(stage_names()); i++) {
		const char *name = name_text(stage_names(), i);
		const struct described *stage = described(describe(name), "stage", NULL);

		answer("%-16s %s\n", name, stage == NULL ? "" : text_of(stage->meaning));
	}
	for (i = 0; i < name_count(charts); i++)
		if (strcmp(name_text(charts, order[i]), "theme.gp") != 0)
			answer("%-16s %s\n", name_text(charts, order[i]), SAY("a chart", "grafik"));
}

static void show_command(const struct run *run, size_t number)
{
	const struct step *step = &run->plan->steps[number];
	const char *input;
	struct arguments command = turn_command(run, number, &input, true);
	size_t i;

	if (!makes_tables(step->kind)) {
		answer(SAY("# (made by berdaya run with %s from %s)\n",
			       "# (dibuat berdaya run dengan %s dari %s)\n"),
			step->stage, input == NULL ? run->area->shown : argument_for_shell(input));
		return;
	}
	for (i = 0; i < command.count; i++)
		answer("%s%s", i == 0 ? "" : " ", argument_for_shell(command.word[i]));
	if (input != NULL)
		answer(" < %s", argument_for_shell(input));
	answer(" > %s\n", argument_for_shell(area_file(run->area, step->products[0].file)));
}

static const char *why(const struct run *run, size_t number)
{
	if (turn_ready(run, number))
		return turn_reason(&run->turns[number]);
	return SAY("runs if a table it reads comes out otherwise",
		"dijalankan bila tabel yang dibacanya berubah");
}

void show_plan(struct run *run, const char *study)
{
	size_t i, waiting = 0;

	answer("cd %s\nexport LC_ALL=C.UTF-8 TZ=UTC BERDAYA_LANG=%s\n", argument_for_shell(study),
		SAY("en", "id"));
	if (!file_exists(run->area->work))
		answer("mkdir -p -m 700 %s\n", argument_for_shell(run->area->work));
	for (i = 0; i < run->plan->count; i++) {
		const char *name = run->plan->steps[i].name;

		if (turn_ready(run, i))
			turn_prepare(run, i);
		if (run->turns[i].state == TURN_CURRENT) {
			answer(SAY("# %s: unchanged\n", "# %s: tetap\n"), name);
			continue;
		}
		waiting++;
		answer("# %s: %s\n", name, why(run, i));
		show_command(run, i);
	}
	if (waiting == 0)
		answer(SAY("# nothing would run\n", "# tidak ada yang akan dijalankan\n"));
}
