#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Why a step would run, where a number comes from: berdaya why and trace on a new study; prints TAP.
#
# usage: tests/pipeline/commands.sh      environment: BUILD (build folder), SCRATCH (an empty folder)

top=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd) || exit 3
case ${BUILD:=build} in
/*) ;;
*) BUILD=$top/$BUILD ;;
esac
if [ -z "$SCRATCH" ]; then
	SCRATCH=$(mktemp -d) || exit 3
	trap 'rm -rf "$SCRATCH"' EXIT
fi
berdaya=$BUILD/bin/berdaya
export BERDAYA_LANG=en
cd "$SCRATCH" || exit 3
number=0
failed=0

# result NAME: TAP from the status of the command before it
result() {
	worked=$?
	number=$((number + 1))
	if [ $worked = 0 ]; then
		echo "ok $number - $1"
	else
		failed=$((failed + 1))
		echo "not ok $number - $1"
		head -n 30 said 2>/dev/null | sed 's/^/# /'
		[ -s why ] && sed 's/^/# /' why
	fi
	: >why
}

why() {
	echo "$*" >>why
	return 1
}

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
	said '^  estimates (estimate)' && said 'publishes results/study/tables/verdicts.csv' && ! grep -q '^  changed' said
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
awk -F, 'NR > 1 && $4 != "" && $1 !~ /recode|set_aside|tally|estimates|comparisons|verdicts/ { print $2, ($3 ~ /^results/ ? "" : "study/") $3, $4 }' trace.csv |
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

berdaya_says 2 trace study no_such 0 && said 'no_such' && berdaya_says 2 trace study i_usaha 9 && said "'9'" &&
	berdaya_says 2 trace study i_usaha
result "trace: an unknown indicator or round is misuse"

"$berdaya" trace study i_usaha 0 >/dev/full 2>said
[ $? = 3 ]
result "trace: an answer that cannot be written ends with 3"

echo "1..$number"
[ "$failed" = 0 ]
