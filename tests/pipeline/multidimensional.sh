#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Who is held back, by how much and by what, cell by cell against R
# (tests/reference/multidimensional/reference.R) at 1e-9: with villages, without, with weights and strata.

. "$(dirname -- "$0")/../tap.sh"

tests=$PWD/tests/pipeline/multidimensional

for study in villages people weighted; do
	mkdir "$SCRATCH/$study"
	cp "$tests/$study"/*.csv "$SCRATCH/$study"
	cd "$SCRATCH/$study" || exit 3
	"$stages/score" <responses.csv >scores.csv &&
		"$stages/multidimensional" <scores.csv >multidimensional.csv &&
		"$stages/tally" <scores.csv >tally.csv && "$stages/estimate" <tally.csv >estimates.csv ||
		echo "not ok - $study goes through the stages"
	"$BUILD/tests/tools/cells" multidimensional.csv multidimensional.checks.csv
	"$BUILD/tests/tools/cells" estimates.csv estimates.checks.csv
done

# 5500000 * 1.1 is 6050000.000000001: enough to all stages, or to none
mkdir "$SCRATCH/large" && cp "$tests/people"/*.csv "$SCRATCH/large" && cd "$SCRATCH/large" || exit 3
sed -i -e 's/^utang,.*/utang,g,0,Utang,Debt,amount,${utang} * 1.1,down,,,,6050000,/' -e '/^semua,/s/air suara utang/utang/;s/,3$/,1/' indicators.csv
awk -F, -v OFS=, 'NR > 1 && $11 != "" { $11 = NR % 3 ? 5500000 : 5600000 } 1' "$tests/people/responses.csv" >responses.csv
"$stages/score" <responses.csv 2>"$SCRATCH/said" >scores.csv && "$stages/multidimensional" <scores.csv 2>>"$SCRATCH/said" >multidimensional.csv &&
	"$stages/tally" <scores.csv 2>>"$SCRATCH/said" >tally.csv && "$stages/estimate" <tally.csv 2>>"$SCRATCH/said" >estimates.csv &&
	"$BUILD/tests/tools/columns" estimates.csv indicator round arm group_value estimate | grep '^semua,' >means &&
	"$BUILD/tests/tools/columns" multidimensional.csv indicator round arm group_value measure estimate |
	sed -n '/^semua,.*adjusted_headcount,/s/adjusted_headcount,//p' >>means &&
	awk -F, '{ cell = $2 "," $3 "," $4 } cell in mean { both++; gap = 1 - mean[cell] / 100 - $5; wrong += gap * gap > 1e-18 || $5 < .2 || $5 > .6; next }
		{ mean[cell] = $5 } END { print both + 0, wrong + 0; exit !(both > 8 && wrong == 0) }' means >>"$SCRATCH/said"
result "what is enough in a large amount is enough to the scores and to those counted"

cd "$SCRATCH/villages" || exit 3
(head -n 1 scores.csv && tail -n +2 scores.csv | sort -t, -k9,9r -k1,1r -k2,2) |
	"$stages/multidimensional" 2>"$SCRATCH/said" | cmp - multidimensional.csv >>"$SCRATCH/said" 2>&1
result "the order of rows makes no difference"

"$stages/reliability" <scores.csv >reliability.csv 2>"$SCRATCH/said" && [ "$(wc -l <reliability.csv)" = 1 ]
result "members that are counted need not go together: no alpha by itself"

# what is published, and by which steps
printf '%s\n' 'step,reads,stage,options,publish' '*,,-,,' responses,,ingest,, scores,responses,score,, tally,scores,tally,, \
	estimates_raw,tally,estimate,, 'estimates,estimates_raw suppressed,withhold,,yes' comparisons_raw,tally,compare,, \
	'comparisons,comparisons_raw suppressed,withhold,,yes' suppressed,tally,protect,, multidimensional_raw,scores,multidimensional,, \
	'multidimensional,multidimensional_raw suppressed,withhold,,yes' >pipeline.csv
keys="indicator round arm group group_value measure member member_weight total_weight k"
"$BUILD/bin/berdaya" run --output "$SCRATCH/result" . >"$SCRATCH/said" 2>&1 &&
	"$BUILD/tests/tools/columns" "$SCRATCH/result/private/multidimensional_raw.csv" $keys >raw &&
	"$BUILD/tests/tools/columns" "$SCRATCH/result/tables/multidimensional.csv" $keys | cmp - raw >"$SCRATCH/said" 2>&1 &&
	"$BUILD/tests/tools/columns" "$SCRATCH/result/tables/multidimensional.csv" n status estimate n_least >published &&
	awk -F, '$1 == "" { bare++; wrong += $2 != "SUPPRESSED" || $3 != "" } $1 != "" { shown++; wrong += ($1 > 0 && $1 < 10) || ($4 != "" && $4 < 10) }
		wrong > 0 { print; exit } END { exit !(bare > 0 && shown > 0 && wrong == 0) }' published >"$SCRATCH/said"
result "published rows are the same, without numbers of fewer than ten people"

"$BUILD/tests/tools/attack" "$SCRATCH/result/tables" 10 comp >"$SCRATCH/said" && ! grep -q '^[0-2]\?[0-9] suppressed' "$SCRATCH/said"
result "what few people lack cannot be worked out of published rows"
cp -r "$SCRATCH/result/tables" careless && sed '1s/n_least/other/' "$SCRATCH/result/private/multidimensional_raw.csv" |
	"$stages/withhold" --with suppressed="$SCRATCH/result/private/suppressed.csv" 2>"$SCRATCH/said" >careless/multidimensional.csv &&
	"$BUILD/tests/tools/attack" careless 10 comp >>"$SCRATCH/said"
[ $? = 1 ] && grep -q 'semua: .*rows tell it' "$SCRATCH/said" && grep -q 'daya:[a-z].*rows tell it' "$SCRATCH/said"
result "the attack works it out where only those that are too few themselves are empty"

sed -i 's/,multidimensional_raw suppressed,withhold,/,scores,multidimensional,/; /^multidimensional_raw/d' pipeline.csv
"$BUILD/bin/berdaya" check . >"$SCRATCH/said" 2>&1
[ $? = 2 ] && grep -q withhold "$SCRATCH/said"
result "the table is not published but through withhold"

rm pipeline.csv
"$BUILD/bin/berdaya" plan . >"$SCRATCH/said" 2>&1 && grep -q multidimensional "$SCRATCH/said" && grep -q page_held_back "$SCRATCH/said" &&
	sed -i '/alkire_foster/d' indicators.csv &&
	"$BUILD/bin/berdaya" plan . >"$SCRATCH/said" 2>&1 && ! grep -q -e multidimensional -e page_held_back "$SCRATCH/said" && grep -q page_harm "$SCRATCH/said"
result "a study without such an index has no such table, nor a section on it"
