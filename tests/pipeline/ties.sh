#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Ties are exact: a percent-of-maximum composite gives one tally and one rank test, whichever way its
# formula is written and with however many decimals its scores are handed on.

. "$(dirname -- "$0")/../tap.sh"

# same FILE FILE
same() {
	cmp "$1" "$2" >>"$SCRATCH/said" 2>&1
}


# study FOLDER FORMULA: a panel of 60 people in two arms, their composite by that formula
study() {
	mkdir -p "$SCRATCH/$1" && cd "$SCRATCH/$1" || exit 3
	printf 'key,value\ntitle_en,Ties\nrespondent,id\ncluster,village\narm,arm\narm_comparison,b\nassignment,comparison\n' >study.csv
	printf 'round,file\n0,0.csv\n1,1.csv\n' >rounds.csv
	printf 'type,name\ninteger,a\ninteger,b\ninteger,c\n' >survey.csv
	printf 'goal\nusaha\n' >goals.csv
	printf 'indicator,goal,type,calculation,direction,scale_min,scale_max\nkomposit,usaha,scale,"%s",up,0,100\n' "$2" >indicators.csv
}

study sums '(sum(3, ${a}, ${b}, ${c}) - 3) * 100 div 12'
study means '(mean(3, ${a}, ${b}, ${c}) - 1) div 4 * 100'

awk 'BEGIN {
	print "respondent,round,arm,cluster,stratum,weight,fpc,a,b,c"
	for (i = 0; i < 60; i++)
		for (round = 0; round < 2; round++)
			printf "p%d,%d,%s,V%d,,,,%d,%d,%d\n", i, round, i % 2 ? "b" : "a", i % 12, 1 + (i * 7 + round * i) % 5,
				1 + int(i * 3.7 + round * 2) % 5, 1 + (i * i + round * (i % 3)) % 5
}' >"$SCRATCH/responses"

# doubles FORMULA: how many sizes the changes of the composite have in binary arithmetic
doubles() {
	awk -F , "NR > 1 { a = \$8; b = \$9; c = \$10; y[\$1 \",\" \$2] = $1 }
		END {
			for (i = 0; i < 60; i++) {
				d = y[\"p\" i \",1\"] - y[\"p\" i \",0\"]
				size = sprintf(\"%.17g\", d < 0 ? -d : d)
				if (!(size in seen)) { seen[size]; n++ }
			}
			print n
		}" "$SCRATCH/responses"
}
[ "$(doubles '(((a + b + c) / 3 - 1) / 4 * 100)')" -gt "$(doubles '(a + b + c)')" ]
result "in binary arithmetic ties of these data break, so that the test can tell"

for way in sums means; do
	cd "$SCRATCH/$way" && "$stages/score" <"$SCRATCH/responses" >scores.csv 2>"$SCRATCH/said" &&
		"$stages/tally" <scores.csv >tally.csv 2>>"$SCRATCH/said" && [ "$(wc -l <tally.csv)" -gt 30 ]
	result "the composite as $way is tallied"
done
same "$SCRATCH/sums/scores.csv" "$SCRATCH/means/scores.csv"
result "both formulas give one table of scores"
same "$SCRATCH/sums/tally.csv" "$SCRATCH/means/tally.csv"
result "both formulas give one tally"

cut -d , -f 3 "$SCRATCH/sums/tally.csv" | sort -u >"$SCRATCH/scales"
printf '1\n3\nscale\n' | same - "$SCRATCH/scales"
result "the composite is counted in thirds"

# rewritten DECIMALS: the scores as another program would write them, from k/3 in full
rewritten() {
	awk -F , -v decimals="$1" '
		NR > 1 { k = int($8 * 3 + 0.5); sub(/[^,]*$/, sprintf("%.*f", decimals, k / 3)) }
		{ print }' "$SCRATCH/sums/scores.csv"
}
for way in sums means; do
	for decimals in 6 9 12 15; do
		cd "$SCRATCH/$way" && rewritten $decimals >rewritten.csv && ! same rewritten.csv scores.csv &&
			"$stages/tally" <rewritten.csv >again.csv 2>>"$SCRATCH/said" && same "$SCRATCH/sums/tally.csv" again.csv
		result "scores with $decimals decimals, as $way, give the same tally"
	done
done

# Wilcoxon's V of arm a is the sum of the ranks of positive changes, ties sharing their mean rank:
# counted here in whole numbers, from the answers themselves.
cd "$SCRATCH/sums" && "$stages/compare" <tally.csv >comparisons.csv 2>"$SCRATCH/said"
result "the rank test is made"
awk -F , 'NR > 1 && $3 == "a" { y[$1, $2] = $8 + $9 + $10; people[$1] }
	END {
		for (person in people) {
			d = y[person, 1] - y[person, 0]
			if (d != 0) { n[d < 0 ? -d : d]++; if (d > 0) positive[d]++ }
		}
		for (size = 1; size <= 12; size++) {
			v += positive[size] * (below + (n[size] + 1) / 2)
			below += n[size]
		}
		print v
	}' "$SCRATCH/responses" >"$SCRATCH/v"
awk -F , -v v="$(cat "$SCRATCH/v")" '
	NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i }
	$column["contrast"] == "change" && $column["arm"] == "a" && $column["method"] ~ /^wilcoxon/ {
		found++
		if ($column["statistic"] != v || $column["p_value"] == "") bad = "V is " $column["statistic"] ", not " v
	}
	END { if (found != 1) bad = found + 0 " rows of the rank test"; if (bad) print bad; exit bad != "" }' \
	comparisons.csv >"$SCRATCH/said"
result "its V is that of the whole numbers behind the percentages"
