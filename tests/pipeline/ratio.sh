#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Ratios of totals against R (tests/reference/ratio): levels, changes, differences and their differences; prints TAP.

. "$(dirname -- "$0")/../tap.sh"

reference=$top/tests/reference/ratio
cp -R "$reference/study" "$SCRATCH/study" && cd "$SCRATCH/study" || exit 3
cp study.csv ../alike.csv

# results ANSWERS: what the chain makes of them, in ../scores.csv, ../tally.csv, ../estimates.csv, ../comparisons.csv
results() {
	"$stages/score" <"$1" >../scores.csv 2>../said && "$stages/tally" <../scores.csv >../tally.csv 2>../said &&
		"$stages/estimate" <../tally.csv >../estimates.csv 2>../said && "$stages/compare" <../tally.csv >../comparisons.csv 2>../said
}

# agree METHOD: estimates and comparisons of the indicator hasil by that method are those of R, to 1e-9 (p 1e-7)
agree() {
	awk -F, -v method="$1" '
		FNR == 1 { for (i = 1; i <= NF; i++) column[FILENAME, $i] = i }
		function of(name) { return $column[FILENAME, name] }
		function check(key, name, tolerance, found, difference) {
			found = of(name)
			difference = found - expected[key, name]
			if (difference < 0) difference = -difference
			if (found == "" || difference > tolerance * (expected[key, name] < 0 ? -expected[key, name] : expected[key, name])) {
				print key, name, found, expected[key, name]; bad = 1
			}
		}
		function check_all(key, i) {
			if (!((key, "estimate") in expected)) return
			met++
			for (i = 1; i <= count; i++) check(key, names[i], names[i] == "p_value" ? 1e-7 : 1e-9)
		}
		FILENAME ~ /expected/ && /^[cs]/ && $1 == method {
			key = $2 " " $3 " " $4 " " $5
			for (i = 6; i <= NF; i++) expected[key, heads[i]] = $i
			wanted++
		}
		FILENAME ~ /expected/ && /^method/ { for (i = 1; i <= NF; i++) heads[i] = $i }
		FNR == 1 || of("indicator") != "hasil" { next }
		FILENAME ~ /estimates/ { count = split("estimate std_error df conf_low conf_high", names, " "); check_all("level  " of("round") " " of("arm")) }
		FILENAME ~ /comparisons/ && of("method") == method {
			count = split("estimate std_error df p_value conf_low conf_high", names, " ")
			check_all(of("contrast") " " of("round_from") " " of("round_to") " " of("arm"))
		}
		END { if (met != wanted || wanted != 7) print "met", met + 0, "of", wanted + 0; exit bad || met != wanted || wanted != 7 }' \
		"$reference/expected.csv" ../estimates.csv ../comparisons.csv >../said
}

results "$reference/answers_alike.csv" && agree cr2_t
result "everybody alike: ratios, their changes and differences by CR2 are those of R"
grep -c '^usaha,hasil,.*headline' ../comparisons.csv >../said && [ "$(cat ../said)" = 4 ]
result "changes and the difference in differences are headlines"
cp ../tally.csv ../whole.csv

(head -n 1 "$reference/answers_alike.csv" && tail -n +2 "$reference/answers_alike.csv" | sort -t, -k9,9 -k1,1r -k2,2r) >../shuffled.csv
results ../shuffled.csv && cmp ../tally.csv ../whole.csv >../said
result "the order of rows makes no difference"

for part in 0 1; do
	awk -F, -v part=$part 'NR == 1 || substr($1, 4) % 2 == part' "$reference/answers_alike.csv" >../part.csv
	results ../part.csv && mv ../tally.csv ../tally$part.csv
done
"$stages/merge" --with tally=../tally1.csv <../tally0.csv 2>../said | cmp - ../whole.csv >../said
result "tallies of parts add up to that of the whole"

{ cat ../alike.csv; printf 'weight,weight\nstratum,stratum\n'; } >study.csv
results "$reference/answers.csv" && agree survey_t
result "with weights and strata they are those of R's survey"
cp ../alike.csv study.csv

awk -F, -v OFS=, 'NR > 1 { $9 = -1 } { print }' "$reference/answers_alike.csv" >../negative.csv
"$stages/score" <../negative.csv >../out.csv 2>../said
[ $? = 1 ] && grep -q "'-1': respondent p002, round 0: what a ratio is divided by must not be negative" ../said
result "a denominator below 0 is refused"

awk -F, -v OFS=, 'NR > 1 { $9 = 0 } { print }' "$reference/answers_alike.csv" >../nothing.csv
results ../nothing.csv && grep -q '^usaha,hasil,.*NOT_ASKED' ../estimates.csv
result "people with nothing in the denominator have no value"

# rates FILE: the ratios of means of the indicator pinjam are those of R, to 1e-9 (p 1e-7)
rates() {
	grep -v '^#' "$reference/$1" >../rates.csv
	"$BUILD/tests/tools/columns" ../comparisons.csv indicator group method contrast round_from round_to arm \
		estimate std_error df p_value conf_low conf_high value_from value_to >../found.csv
	awk -F, 'NR == FNR { if ($2 != "contrast") for (i = 6; i <= 11; i++) want[$2, $3, $4, $5, i] = $i; next }
		$1 == "pinjam" && $3 == "rate_ratio" {
			rows++
			if ($14 != "" || $15 != "" || $2 != "") { print; bad = 1 }
			if (!(($4, $5, $6, $7, 6) in want)) next
			met++
			for (i = 6; i <= 11; i++) {
				off = $(i + 2) - want[$4, $5, $6, $7, i]
				size = want[$4, $5, $6, $7, i]
				if ($(i + 2) == "" || off ^ 2 > ((i == 9 ? 1e-7 : 1e-9) * size) ^ 2) { print; bad = 1 }
			}
		}
		END { if (met != 5 || rows != 6) print "rows", rows + 0, "met", met + 0; exit bad || met != 5 || rows != 6 }' ../rates.csv ../found.csv >../said
}

results "$reference/answers_alike.csv" && rates rates_alike.csv
result "everybody alike: ratios of counts by CR2 are those of R"
{ cat ../alike.csv; printf 'weight,weight\nstratum,stratum\n'; } >study.csv
results "$reference/answers.csv" && rates rates_weighted.csv
result "with weights and strata they are those of R's survey"
cp ../alike.csv study.csv

# fault REASON SED: the study changed by SED is at fault for this reason
fault() {
	sed "$2" "$reference/study/indicators.csv" >indicators.csv
	"$stages/score" <"$reference/answers_alike.csv" >../out.csv 2>../said
	[ $? = 2 ] && grep -q "$1" ../said
}

fault 'a ratio needs what its sum is divided by' 's/${lahan}//'
result "a ratio without a denominator is a fault"
fault 'only a ratio is divided by something' 's/^pinjam,usaha,count,,,,/pinjam,usaha,count,,,${lahan},/'
result "a denominator of another type is a fault"
fault "member 'hasil' is a ratio of totals" '$ a\x,usaha,index,,hasil pinjam,,up'
result "a ratio is no member of an index"
