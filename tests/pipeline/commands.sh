#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Why a step would run, where a number comes from, what was planned: why, trace, freeze, conform; prints TAP.

. "$(dirname -- "$0")/../tap.sh"

cd "$SCRATCH" || exit 3

# berdaya_says STATUS WORD...: runs berdaya, its words in `said`; true if it ends with STATUS
berdaya_says() {
	wanted=$1
	shift
	"$berdaya" "$@" >said 2>errors </dev/null
	status=$?
	cat errors >>said
	[ $status = "$wanted" ] || why "ended with $status, not $wanted"
}

said() {
	grep -q -e "$1" said || why "does not say: $1"
}

"$berdaya" new study >said || exit 3
echo ',,,-7,,no answer,' | cat - >recode
printf 'round,column,question,value,becomes,reason,respondent\n' | cat - recode >study/recode.csv
rm recode

# ---- trace before there is anything ---------------------------------------------------------------
berdaya_says 2 trace study i_usaha 0 && said 'results/study: there is no result to trace yet; first: berdaya run'
result "trace without a result says what to do first"

"$berdaya" run study >/dev/null 2>said || exit 3

# ---- why --------------------------------------------------------------------------------------------
berdaya_says 0 why study tally && said '^tally would not run' && said "same  *the study's table .* indicators.csv" &&
	said '^  estimates_raw (estimate)' && said 'publishes results/study/tables/verdicts.csv' && ! grep -q '^  changed' said
result "why: a step that rests, with all that its table depends on and what follows"

sed -i 's/,0.05$/,0.06/' study/indicators.csv
berdaya_says 0 why study tally && said "^tally would run: the study's table indicators.csv changed" && said '^  responses: .*indicators.csv changed' &&
	awk '/^What its table/ { getline; print }' said | grep -q '^  changed .*indicators.csv' &&
	said '^  open  *table it reads  *scores'
result "why: what changed comes first, and the steps before it that would run are named"

berdaya_says 0 why study goals && said '^goals would run if a table it reads' &&
	berdaya_says 0 why study responses && said "^responses would run: the study's table indicators.csv changed"
result "why: the reason is the one that berdaya plan gives"

cp said said.en
BERDAYA_LANG=id berdaya_says 0 why study responses && said '^responses akan dijalankan' && ! cmp -s said said.en
result "why: in both languages"

berdaya_says 2 why study no_such_step && berdaya_says 2 why study && berdaya_says 2 why study tally tally
result "why: an unknown step and missing words are misuse"

# ---- warnings ---------------------------------------------------------------------------------------
mkdir study/later && cp study/choices.csv study/later && cp study/rounds.csv rounds &&
	sed 's/^select_one yesno,menabung/text,menabung/' study/survey.csv >study/later/survey.csv &&
	awk -F, 'NR == 1 { print $0 ",form"; next } { print $0 "," (NR == 3 ? "later" : "") }' rounds >study/rounds.csv
for words in 'check study' 'run study --from no_such'; do
	"$berdaya" $words >said 2>&1
	said "'menabung': this form asks otherwise than that of round 0" || break
done
result "a question on another scale is said by check and run"

for words in 'plan study' 'why study tally' 'trace study i_usaha 0'; do
	berdaya_says 0 $words && ! grep 'asks otherwise' said || break
done
result "but not by plan, why and trace"
mv rounds study/rounds.csv && rm -r study/later

# ---- trace ------------------------------------------------------------------------------------------
berdaya_says 0 trace study i_usaha 1 && grep -q 'indicators.csv: changed since the last run' errors
result "trace: tables that changed since the run are said"

"$berdaya" run study >/dev/null 2>said || exit 3
berdaya_says 0 trace study x_penghidupan 1 && [ ! -s errors ] && cp said trace.csv &&
	[ "$(head -n 1 said)" = 'kind,name,file,line,detail' ] &&
	for row in 'indicator,x_penghidupan,indicators.csv,2,' 'member,i_menabung,indicators.csv,3,' \
		"calculation,i_menabung,indicators.csv,3,\"if(\${menabung} = 'ya', 1, 0)\"" \
		'goal,penghidupan,goals.csv,2,' 'question,usaha,survey.csv,6,' 'choices,yesno,choices.csv,4,' \
		'recode,all questions,recode.csv,2,' 'data,data/round1.csv,rounds.csv,3,' 'flow,rows that were kept,' \
		'flow,with a value,' 'chart,goals,results/study/charts/goals.en.svg,,' 'chart,effects,'; do
		said "^$row" || break
	done
result "trace: definition, members, goal, questions, choices, recodes, data, flow and charts"

! grep -q '^data,data/round0' trace.csv && ! grep -q '^question,didengar' trace.csv
result "trace: nothing of another round or question"

# Each row's line is a line of that file which holds what the row speaks of.
awk -F, 'NR > 1 && $4 != "" && $1 !~ /recode|set_aside/ && $3 !~ /^results/ { print $2, "study/" $3, $4 }' trace.csv |
	while read -r name file line; do
		sed -n "${line}p" "$file" | grep -q -e "$name" || why "$file:$line does not hold $name" || exit 1
	done
result "trace: lines of the study's tables are where it says"

for table in tally:private estimates:tables comparisons:tables verdicts:tables; do
	name=${table%:*} file=results/study/${table#*:}/${table%:*}.csv
	grep "^$name," trace.csv | sed 's/^[^,]*,[^,]*,\([^,]*\),\([^,]*\),.*/\1 \2/' >told
	awk -F, -v file="$file" '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		$at["indicator"] == "x_penghidupan" && (("round" in at && $at["round"] == 1) ||
			("round_from" in at && $at["round_from"] == 1) || ("round_to" in at && $at["round_to"] == 1)) { print file, NR }' "$file" >wanted
	[ -s wanted ] && cmp -s told wanted || why "$(diff wanted told | head -n 5)" || break
done
result "trace: every row of the tally and the published tables, and no other"

awk -F, '$1 == "flow" { sum[$2] = $NF } END { exit !(sum["rows that were kept"] == sum["with a value"] + sum["without a value"]) }' trace.csv
result "trace: rows with and without a value add up to those kept"

BERDAYA_LANG=id berdaya_says 0 trace study x_penghidupan 1 && said '^indicator,.*makin tinggi makin baik' &&
	said '^chart,goals,results/study/charts/goals.id.svg' && [ "$(wc -l <said)" = "$(wc -l <trace.csv)" ]
result "trace: in both languages"

mkdir elsewhere && "$berdaya" run study --output elsewhere/one >/dev/null 2>said &&
	berdaya_says 0 trace study i_usaha 0 --output elsewhere/one && said '^estimates,.*,elsewhere/one/tables/estimates.csv,'
result "trace: of a result in another folder"

cp -RL "$top/configs/desa_berdaya" demo && sed -i "s#\.\./\.\./datasets#$top/datasets#" demo/rounds.csv &&
	"$berdaya" run demo --allow-programs >said 2>&1 && berdaya_says 0 trace demo i_aktif 2 &&
	! grep -q '^flow,rows that were kept' said && said '^flow,step=file round=2,results/demo/tables/flow.csv,' &&
	said '^flow,step=value round=2,' && said '^flow,step=pairs round_from=0 round=2,' && said '^set_aside,row_not_kept,' &&
	said '^question,setuju,survey.csv,' && said '^chart,effects,'
result "trace: the flow where a study has one, and the rows set aside"
rm -rf demo results/demo results/.demo.work

berdaya_says 2 trace study no_such 0 && said 'no_such' && berdaya_says 2 trace study i_usaha 9 && said "'9'" &&
	berdaya_says 2 trace study i_usaha
result "trace: an unknown indicator or round is misuse"

"$berdaya" trace study i_usaha 0 >/dev/full 2>said
[ $? = 3 ]
result "trace: an answer that cannot be written ends with 3"

# ---- freeze -----------------------------------------------------------------------------------------
# planned TABLE [INDICATOR [GROUP]]: the different words of its column `planned`, on one line
planned() {
	awk -F, -v indicator="$2" -v group="$3" '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		(indicator == "" || $at["indicator"] == indicator) && (group == "" || $at["group"] == group) { print $at["planned"] }' \
		"results/study/tables/$1.csv" | sort -u | tr '\n' ' '
}

# replanned TABLE INDICATOR GROUP WORDS: after a run the words are these
replanned() {
	"$berdaya" run study >said 2>&1 || return
	[ "$(planned "$1" "$2" "$3")" = "$4" ] || why "$1 $2 $3: $(planned "$1" "$2" "$3")"
}

rm -rf study results && "$berdaya" new study >said || exit 3
replanned estimates '' '' ' ' && [ "$(planned comparisons)" = ' ' ]
result "planned: blank where nothing is frozen"

berdaya_says 0 freeze study && said 'study/frozen.csv: 20 rows frozen' && [ "$(head -n 1 study/frozen.csv)" = table,name,hash ] &&
	[ "$(cut -d, -f1 study/frozen.csv | sed 1d | sort | uniq -c | tr -s ' \n' ' ')" = ' 2 goals 1 groups 4 indicators 1 members 10 study 2 targets ' ]
result "freeze: a hash for each row of study, goals, indicators, groups and targets"

# An outside reference: coreutils' sha256sum of the canonical text of one row.
hash=$(printf '4 goal 5 suara\n4 kind 4 goal\n8 label_en 18 Citizens are heard\n8 label_id 20 Suara warga didengar\n' |
	sha256sum | cut -d' ' -f1)
grep -qx "goals,suara,$hash" study/frozen.csv || why "$hash"
result "freeze: the hash is SHA-256 of the filled cells by column name"

# resaved TABLE COMMAND: the table as another program would save it; the plan must be the same
resaved() {
	cp "study/$1" saved && sh -c "$2" <saved >"study/$1" && berdaya_says 0 freeze study && said 'holds this plan already'
	same=$?
	cp saved "study/$1"
	return $same
}

resaved goals.csv "awk -F, -v OFS=, '{ print \$3, \$4, \$2, \$1 }'" &&
	resaved goals.csv "sed 's/[^,][^,]*/\"&\"/g'" && resaved goals.csv "sed 's/\$/\r/; 1s/^/\xef\xbb\xbf/'" &&
	resaved goals.csv "sed 's/,/;/g'" && resaved goals.csv "sed 's/,/\t/g'" &&
	resaved goals.csv "sed 's/\$/,,,/'" && resaved groups.csv "sed 's/,/;/g'" &&
	resaved indicators.csv "sed 's/0\.05/0.050/'" &&
	resaved indicators.csv "sed 's/if(\(.*\), 1, 0)/if(\1 @ 1 @ 0)/; s/,/;/g; s/ @/,/g; s/0\.05\$/0,05/; s/0\.5\$/0,5/'"
result "freeze: order of columns, quotes, BOM, line ends, delimiters and decimal commas do not matter"

replanned estimates '' '' 'yes ' && [ "$(planned comparisons)" = 'yes ' ] && ! grep -q foot.*frozen results/study/private/effects_data.csv
result "planned: yes where nothing changed"

cp -R study kept
sed -i 's/,0\.05$/,0.06/' study/indicators.csv
replanned estimates i_menabung '' 'changed ' && [ "$(planned comparisons x_penghidupan)" = 'changed ' ] &&
	[ "$(planned comparisons i_didengar)" = 'yes ' ] && grep -q '2 of 4 indicators: not in the frozen plan' results/study/private/effects_data.csv
result "planned: an indicator's row changes it and the index it belongs to; the chart says how many"
cp study/frozen.csv before
berdaya_says 2 freeze study && said 'changed *indicators *i_menabung' && said '--again' && cmp -s study/frozen.csv before
result "freeze: another plan is not written over, and told row by row"
berdaya_says 0 freeze study --again && said 'changed *indicators *i_menabung' && berdaya_says 0 plan study &&
	said "# estimates_raw: the study's table frozen.csv changed" && replanned estimates '' '' 'yes '
result "freeze --again writes it anew, and reruns notice"

rm -rf study && cp -R kept study && echo 'i_baru,suara,0,Baru,New,count,,${usaha},up,0,3,0.5' >>study/indicators.csv
replanned estimates i_baru '' 'no ' && [ "$(planned comparisons x_penghidupan)" = 'yes ' ] && [ "$(planned comparisons i_didengar)" = 'yes ' ]
result "planned: no for an indicator that was not frozen"
rm -rf study && cp -R kept study && echo 'i_baru,penghidupan,0,Baru,New,count,,${usaha},up,0,3,0.5' >>study/indicators.csv
replanned estimates x_penghidupan '' 'changed ' && [ "$(planned comparisons i_menabung)" = 'yes ' ]
result "planned: a new member changes an index of the whole goal"
rm -rf study && cp -R kept study && sed -i '/^i_usaha/d' study/indicators.csv
replanned comparisons x_penghidupan '' 'changed ' && [ "$(planned comparisons i_menabung)" = 'yes ' ]
result "planned: so does one that is gone"
rm -rf study && cp -R kept study && sed -i 's/^suara,.*,goal$/suara,Suara,Voice,principle/' study/goals.csv
replanned comparisons i_didengar '' 'changed ' && [ "$(planned comparisons i_usaha)" = 'yes ' ]
result "planned: the goal's row counts"
rm -rf study && cp -R kept study && sed -i 's/^jk,Perempuan dan/jk,Wanita dan/' study/groups.csv
replanned estimates i_usaha jk 'changed ' && [ "$(planned estimates i_usaha)" = 'changed yes ' ]
result "planned: a group's row counts for the rows by that group alone"
rm -rf study && cp -R kept study && echo 'index_min,0.9' >>study/study.csv
replanned comparisons '' '' 'changed ' || why "$(cat study/study.csv)"
result "planned: so does a convention of study.csv, for all"
rm -rf study && cp -R kept study && sed -i 's/^title_en,.*/title_en,Another title/; s/^language,.*/language,en/' study/study.csv && echo 'weight,' >>study/study.csv
replanned comparisons '' '' 'yes '
result "planned: titles and language are no conventions, nor are blank keys"

printf 'indicator,round,target\ni_usaha,1,2\n' >study/targets.csv && berdaya_says 2 freeze study && said 'new *targets *i_usaha 1'
result "freeze: targets, where there are some"
rm study/targets.csv
printf 'table,nam,hash\n' >study/frozen.csv && berdaya_says 2 run study && said 'frozen.csv:1: name' && rm study/frozen.csv
result "a frozen.csv that is not one is a fault"

# ---- conform (its rules: tests/contract) ------------------------------------------------------------
mkdir -p tools && printf '#!/bin/sh\nexec cat\n' >tools/copy && chmod +x tools/copy
berdaya_says 0 conform --filter template && said '^ok 1 - runs: a table in' && [ "$(grep -c '^ok' said)" = "$(sed -n 's/^1\.\.//p' said)" ]
result "conform: a built-in stage, with a table of our own"
berdaya_says 1 conform tools/copy && said '^not ok [0-9]* - bom_crlf' && grep -A 1 '^not ok' said | grep -q '^# with a byte order mark'
result "conform: a file that breaks a rule ends with 1 and says why"
cp said said.en
BERDAYA_LANG=id berdaya_says 1 conform ./tools/copy && said '^not ok [0-9]* - bom_crlf: tanda' &&
	[ "$(grep -c ok said)" = "$(grep -c ok said.en)" ]
result "conform: in both languages, the rules by the same names"
printf 'a,b\n1,2\n' >small.csv
berdaya_says 0 conform --filter --input small.csv template -- --column=a && berdaya_says 1 conform --filter --input small.csv template &&
	said '^not ok 1 - runs: .*' && said 'respondent' && said 'give a table that it can read with --input'
result "conform: with a table and options; without, it says what is wanted"
berdaya_says 2 conform no_such_stage && said 'no_such_stage' && berdaya_says 2 conform ./no_such_file && berdaya_says 2 conform &&
	berdaya_says 2 conform ./small.csv && berdaya_says 1 conform --input no_such.csv template
result "conform: no such stage, file or table"
(cd study && berdaya_says 0 conform ingest && said '^1\.\.9$') && (cd study && ! ls | grep -q conform)
result "conform: a stage that reads the study's own files, in the study's folder"

echo "1..$number"
[ "$failed" = 0 ]
