#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Attacks what the demo studies publish, as they are and with a threshold so high that much of it has
# to be withheld. What a withheld row shows, and what stays private.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

top=$PWD
export BERDAYA_LANG=en
ln -s "$top/datasets" "$SCRATCH/datasets" && mkdir "$SCRATCH/configs" && cd "$SCRATCH" || exit 3

# run NAME: configs/NAME goes through the whole chain into NAME
run() {
	"$BUILD/bin/berdaya" run "configs/$1" --output "$1" --allow-programs >said 2>&1 && return
	echo "not ok - berdaya runs $1"
	sed 's/^/# /' said
	exit 1
}

# attack NAME PEOPLE LEAST [SENSITIVE]: TAP; at least so many cells are suppressed, none recovered
attack() {
	"$BUILD/tests/tools/attack" "$1/tables" "$2" pembanding $4 >said && [ "$(sed -n '$s/ suppressed.*//p' said)" -ge "$3" ] ||
		printf 'not '
	echo "ok - no suppressed cell of $1 is recovered"
	sed 's/^/# /' said
}

# raise NAME: configs/NAME_60, where 60 people are needed, and twice as many about moneylenders
raise() {
	cp -r "$top/configs/$1" "configs/$1_60"
	sed -i 's/^min_people,.*/min_people,60/' "configs/$1_60/study.csv"
	sed -i -e '1s/$/,sensitive/' -e '2,$s/$/,/' -e '/^i_rentenir,/s/$/1/' "configs/$1_60/indicators.csv"
}

cp -r "$top/configs/desa_berdaya" configs
run desa_berdaya
attack desa_berdaya 10 0
raise desa_berdaya
run desa_berdaya_60
attack desa_berdaya_60 60 100 i_rentenir
if [ -z "$INSTRUMENTED" ]; then
	raise desa_berdaya_rounds
	run desa_berdaya_rounds_60
	attack desa_berdaya_rounds_60 60 100 i_rentenir
	cp -r desa_berdaya_rounds_60/tables told && cp desa_berdaya_rounds_60/private/trends_raw.csv told/trends.csv
	"$BUILD/tests/tools/attack" told 60 pembanding i_rentenir | grep -q 'a row tells it\|determine it\|lies between\|too small' ||
		printf 'not '
	echo "ok - the attack recovers cells that trends tell"
fi

# withheld TABLE FIRST LAST: its withheld rows are empty from column FIRST to LAST
withheld() {
	grep SUPPRESSED desa_berdaya_60/tables/$1.csv | sed 's/"[^"]*"//g' | awk -F, -v first="$2" -v last="$3" '
		{ for (i = first; i <= last; i++) if ($i != "") wrong = 1 }
		END { exit wrong || NR == 0 }' || printf 'not '
	echo "ok - withheld rows of $1 show no number"
}
withheld estimates 11 24
withheld comparisons 14 32
withheld distributions 15 23
withheld bounds 13 25
withheld gaps 15 35
withheld harm 19 28
withheld few_villages 14 32

# numbers TABLE COLUMN...: those of full precision, each once
numbers() {
	"$BUILD/tests/tools/columns" "$@" | tr ',' '\n' | grep -E '^-?[0-9]+\.[0-9]{7,}$' | sort -u
}

# Numbers of withheld rows, which no row that is published tells, stand in no document either.
columns='estimate std_error conf_low conf_high sd'
numbers desa_berdaya_60/tables/estimates.csv $columns >shown
numbers desa_berdaya_60/private/estimates_raw.csv $columns | comm -23 - shown >hidden
mkdir workbook
if command -v unzip >/dev/null 2>&1; then
	unzip -q -d workbook desa_berdaya_60/tables.xlsx
else
	echo "ok - the workbook is searched for withheld numbers # SKIP unzip is not installed"
fi
find workbook desa_berdaya_60 -path desa_berdaya_60/private -prune -o -type f -print >documents
[ "$(wc -l <hidden)" -gt 100 ] && grep -q 'report.id.html' documents && grep -q '\.svg$' documents &&
	{ xargs grep -lFf hidden <documents >holding || :; } && [ ! -s holding ] && grep -qFf hidden desa_berdaya_60/private/estimates_raw.csv || printf 'not '
echo "ok - no document, chart or workbook has a withheld number of estimates"
sed 's/^/# /' holding

# Those of the default chain (no index of the study is counted, so it has no multidimensional_raw) and the
# study's own.
[ "$(find desa_berdaya_60 -name suppressed.csv -o -name '*_raw.csv' | sort | tr '\n' ' ')" = \
	"$({
		sed -n '/default_chain\[\]/,/^}/s/^\t{ "\([a-z_]*_raw\)",.*/\1/p' "$top/pipeline/chain.c"
		sed -n 's/^\([a-z_]*_raw\),.*/\1/p' configs/desa_berdaya_60/pipeline.csv
		echo suppressed
	} | grep -v '^multidimensional_raw$' | sort |
		while read -r table; do printf '%s ' desa_berdaya_60/private/$table.csv; done)" ] ||
	printf 'not '
echo "ok - the list and the unprotected tables stay private"

grep -q '^private,suppressed,' desa_berdaya_60/manifest.csv &&
	! grep '^private,' desa_berdaya_60/manifest.csv | grep -qv ',,,$' || printf 'not '
echo "ok - the manifest tells no fingerprint of a private table, against which guesses could be held"

cp -r configs/desa_berdaya configs/open
sed -i 's/^min_people,.*/min_people,0/' configs/open/study.csv
run open
grep -q 'nothing is withheld' said && grep -q '^protection,off,' open/manifest.csv &&
	cmp -s open/tables/estimates.csv open/private/estimates_raw.csv || printf 'not '
echo "ok - min_people 0 publishes everything, and says so"
grep -q '^protection,min_people=60 min_clusters=3,' desa_berdaya_60/manifest.csv || printf 'not '
echo "ok - the manifest says what is protected"
rm -f configs/open/pipeline.csv
printf 'step,reads,stage,options,publish\nestimates_raw,tally,estimate,,yes\n' >configs/open/pipeline.csv
"$BUILD/bin/berdaya" check configs/open >said 2>&1
[ $? = 2 ] && grep -q "pipeline.csv:2: publish.*withhold" said || printf 'not '
echo "ok - unprotected tables are not published by mistake"
sed -i 's/^min_people,.*/min_people,10/' configs/open/study.csv
printf 'step,reads,stage,options,publish\nfew_villages_raw,tally suppressed,resample,,yes\n' >configs/open/pipeline.csv
"$BUILD/bin/berdaya" check configs/open >said 2>&1
[ $? = 2 ] && grep -q "pipeline.csv:2: publish.*withhold" said || printf 'not '
echo "ok - nor is what draws by lot"
{
	echo step,reads,stage,options,publish
	echo comparisons,comparisons_raw,adjust,,yes
	echo effects_data,verdicts comparisons=comparisons_raw,chart_effects,,
	echo people,tally,template,,yes
	echo who,suppressed,template,,yes
} >configs/open/pipeline.csv
"$BUILD/bin/berdaya" check configs/open >said 2>&1
[ $? = 2 ] && [ "$(sed -n "s/^berdaya: .*publish: '\([a-z_]*\)': this may show too few people: '\([a-z_]*\)', which.*/\1<\2/p" said |
	sort | tr '\n' ' ')" = "comparisons<comparisons_raw effects<effects_data people<tally who<suppressed " ] || printf 'not '
echo "ok - nor tables and charts that other stages make of them, and it says of which"
