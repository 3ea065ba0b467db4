/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that `berdaya new` writes: a small study that runs, with made-up answers. */
#include "sample.h"

#include <stddef.h>

static const char study[] = "key,value\n"
			    "title_id,Studi contoh (data rekaan)\n"
			    "title_en,Sample study (made-up data)\n"
			    "notice_id,\"DATA REKAAN: contoh untuk diganti, bukan hasil survei sungguhan.\"\n"
			    "notice_en,\"MADE-UP DATA: an example to be replaced, not the result of a real survey.\"\n"
			    "programme,Contoh\n"
			    "respondent,id\n"
			    "cluster,desa\n"
			    "design,panel\n"
			    "assignment,none\n"
			    "language,id\n";

static const char rounds[] = "round,label_id,label_en,date,file,source\n"
			     "0,Awal 2024,Baseline 2024,2024-03-01,data/round0.csv,csv\n"
			     "1,Akhir 2025,Follow-up 2025,2025-03-01,data/round1.csv,csv\n";

static const char survey[] =
	"type,name,label::Bahasa Indonesia (id),label::English (en),constraint\n"
	"text,id,Nomor responden,Respondent number,\n"
	"text,desa,Desa,Village,\n"
	"select_one sex,jk,Jenis kelamin,Sex,\n"
	"select_one yesno,menabung,Apakah Anda menabung bulan lalu?,Did you save money last "
	"month?,\n"
	"integer,usaha,Berapa usaha yang dijalankan rumah tangga?,How many businesses does the "
	"household run?,. >= 0 and . <= 3\n"
	"select_one agree,didengar,Pendapat saya didengar di musyawarah desa,My opinion is heard "
	"in village meetings,\n";

static const char choices[] =
	"list_name,name,label::Bahasa Indonesia (id),label::English (en),score\n"
	"sex,p,Perempuan,Women,\n"
	"sex,l,Laki-laki,Men,\n"
	"yesno,ya,Ya,Yes,1\n"
	"yesno,tidak,Tidak,No,0\n"
	"agree,1,Sangat tidak setuju,Strongly disagree,1\n"
	"agree,2,Tidak setuju,Disagree,2\n"
	"agree,3,Netral,Neither,3\n"
	"agree,4,Setuju,Agree,4\n"
	"agree,5,Sangat setuju,Strongly agree,5\n";

static const char goals[] = "goal,label_id,label_en,kind\n"
			    "penghidupan,Penghidupan yang lebih kuat,Stronger livelihoods,goal\n"
			    "suara,Suara warga didengar,Citizens are heard,goal\n";

static const char indicators[] =
	"indicator,goal,primary,label_id,label_en,type,unit,calculation,direction,scale_min,scale_"
	"max,mid\n"
	"x_penghidupan,penghidupan,1,Indeks penghidupan,Livelihood "
	"index,index,0-100,goal,up,0,100,5\n"
	"i_menabung,penghidupan,0,Menabung bulan lalu,Saved money last "
	"month,binary,%,\"if(${menabung} = 'ya', 1, 0)\",up,0,1,0.05\n"
	"i_usaha,penghidupan,0,Usaha rumah tangga,Household businesses,count,,${usaha},up,0,3,0.5\n"
	"i_didengar,suara,1,Pendapat didengar,Opinion is "
	"heard,ordinal,1-5,${didengar},up,1,5,0.2\n";

static const char groups[] = "group,label_id,label_en,calculation,list,focal\n"
			     "jk,Perempuan dan laki-laki,Women and men,${jk},sex,p\n";

static const char data_round0[] = "id,desa,jk,menabung,usaha,didengar\n"
				  "001,desa_a,l,ya,2,1\n"
				  "002,desa_a,p,ya,2,1\n"
				  "003,desa_a,l,tidak,0,3\n"
				  "004,desa_a,p,tidak,0,1\n"
				  "005,desa_a,l,tidak,0,2\n"
				  "006,desa_a,p,tidak,2,2\n"
				  "007,desa_b,l,tidak,1,1\n"
				  "008,desa_b,p,ya,2,3\n"
				  "009,desa_b,l,tidak,1,2\n"
				  "010,desa_b,p,tidak,2,3\n"
				  "011,desa_b,l,tidak,0,3\n"
				  "012,desa_b,p,tidak,1,1\n"
				  "013,desa_c,l,tidak,1,3\n"
				  "014,desa_c,p,tidak,0,3\n"
				  "015,desa_c,l,tidak,2,3\n"
				  "016,desa_c,p,tidak,1,3\n"
				  "017,desa_c,l,ya,0,3\n"
				  "018,desa_c,p,tidak,1,2\n"
				  "019,desa_d,l,tidak,0,3\n"
				  "020,desa_d,p,tidak,1,2\n"
				  "021,desa_d,l,ya,0,3\n"
				  "022,desa_d,p,ya,0,3\n"
				  "023,desa_d,l,tidak,2,1\n"
				  "024,desa_d,p,tidak,2,3\n";

static const char data_round1[] = "id,desa,jk,menabung,usaha,didengar\n"
				  "001,desa_a,l,ya,2,1\n"
				  "002,desa_a,p,ya,2,1\n"
				  "003,desa_a,l,ya,0,3\n"
				  "004,desa_a,p,ya,0,1\n"
				  "005,desa_a,l,ya,,3\n"
				  "006,desa_a,p,tidak,3,2\n"
				  "007,desa_b,l,tidak,1,1\n"
				  "008,desa_b,p,ya,1,4\n"
				  "010,desa_b,p,ya,3,4\n"
				  "011,desa_b,l,ya,0,4\n"
				  "012,desa_b,p,ya,2,1\n"
				  "013,desa_c,l,tidak,2,2\n"
				  "014,desa_c,p,tidak,0,3\n"
				  "015,desa_c,l,ya,3,4\n"
				  "016,desa_c,p,tidak,1,4\n"
				  "017,desa_c,l,ya,0,4\n"
				  "018,desa_c,p,ya,1,2\n"
				  "019,desa_d,l,ya,1,3\n"
				  "020,desa_d,p,tidak,1,2\n"
				  "021,desa_d,l,ya,0,2\n"
				  "022,desa_d,p,ya,1,2\n"
				  "023,desa_d,l,tidak,1,1\n"
				  "024,desa_d,p,tidak,1,3\n";

static const char readme_en[] =
	"# A study to fill in\n"
	"\n"
	"It runs as it stands, with made-up answers of 24 people in 4 villages:\n"
	"\n"
	"    berdaya check .\n"
	"    berdaya run .\n"
	"\n"
	"Put your own in its place, one table after the other, in a spreadsheet or a text editor; "
	"`berdaya check .` tells\n"
	"every fault with its file and line. Save as CSV (UTF-8); a comma or a semicolon may "
	"separate the cells.\n"
	"\n"
	"1. `survey.csv` and `choices.csv`: the sheets of your form (KoboToolbox, ODK), saved as "
	"they are.\n"
	"2. `rounds.csv`: one row per round and data file, baseline first. Put the files into "
	"`data/`.\n"
	"3. `study.csv`: the title (take out both `notice` rows), and which columns of the data hold the respondent "
	"(`respondent`) and the village (`cluster`).\n"
	"   With a comparison group: `arm` (its column), `arm_comparison` (the code of that group) "
	"and `assignment`\n"
	"   (`comparison`, or `randomised` where lots were drawn).\n"
	"4. `goals.csv`: what the programme is for, in the order of its results chain. `kind`: "
	"goal, principle, capital or harm.\n"
	"5. `indicators.csv`: what each goal is measured by. `calculation` uses the questions of "
	"the form: `${question}`. One\n"
	"   indicator a goal is its main one (`primary` = 1). `mid`: the smallest change that "
	"matters, agreed with the\n"
	"   community beforehand.\n"
	"6. `groups.csv` (may be left out): whom to look at apart, such as women and men.\n"
	"\n"
	"Names that you coin (goals, indicators, groups, rounds): letters, digits, `-` and `_`, at "
	"most 32.\n"
	"The tables and all their columns are described in berdaya's `pipeline/README.md`.\n";

static const char readme_id[] =
	"# Studi untuk diisi\n"
	"\n"
	"Folder ini langsung dapat dijalankan, dengan jawaban rekaan dari 24 orang di 4 desa:\n"
	"\n"
	"    berdaya check .\n"
	"    berdaya run .\n"
	"\n"
	"Gantilah isinya dengan milik Anda, tabel demi tabel, di lembar kerja atau editor teks; "
	"`berdaya check .` menyebutkan\n"
	"setiap kesalahan beserta berkas dan barisnya. Simpan sebagai CSV (UTF-8), dipisahkan koma "
	"atau titik koma.\n"
	"\n"
	"1. `survey.csv` dan `choices.csv`: lembar formulir Anda (KoboToolbox, ODK), disimpan apa "
	"adanya.\n"
	"2. `rounds.csv`: satu baris untuk tiap putaran dan berkas data, putaran awal lebih "
	"dahulu. Taruh berkasnya di `data/`.\n"
	"3. `study.csv`: judul (buang kedua baris `notice`), serta kolom data yang memuat responden (`respondent`) dan desa "
	"(`cluster`). Bila ada\n"
	"   kelompok pembanding: `arm` (kolomnya), `arm_comparison` (kode kelompok itu), dan "
	"`assignment` (`comparison`, atau\n"
	"   `randomised` bila diundi).\n"
	"4. `goals.csv`: tujuan program, menurut urutan rantai hasilnya. `kind`: goal (tujuan), "
	"principle (prinsip),\n"
	"   capital (modal), atau harm (dampak negatif).\n"
	"5. `indicators.csv`: ukuran tiap tujuan. `calculation` memakai pertanyaan formulir: "
	"`${pertanyaan}`. Satu indikator\n"
	"   tiap tujuan menjadi yang utama (`primary` = 1). `mid`: perubahan terkecil yang "
	"berarti, disepakati bersama warga\n"
	"   sebelumnya.\n"
	"6. `groups.csv` (boleh tidak ada): siapa yang ingin dilihat terpisah, misalnya perempuan "
	"dan laki-laki.\n"
	"\n"
	"Nama yang Anda buat sendiri (tujuan, indikator, kelompok, putaran): huruf, angka, `-` dan "
	"`_`, paling panjang 32.\n"
	"Semua tabel dan kolomnya dijelaskan dalam `pipeline/README.md` milik berdaya.\n";

const struct sample_file sample_files[] = {
	{ "study.csv", study },
	{ "rounds.csv", rounds },
	{ "survey.csv", survey },
	{ "choices.csv", choices },
	{ "goals.csv", goals },
	{ "indicators.csv", indicators },
	{ "groups.csv", groups },
	{ "data/round0.csv", data_round0 },
	{ "data/round1.csv", data_round1 },
	{ "README.en.md", readme_en },
	{ "README.id.md", readme_id },
	{ NULL, NULL },
};
