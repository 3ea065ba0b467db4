#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Trends over four rounds of uneven distance, cell by cell against R (tests/reference/trend/reference.R):
# numbers at 1e-9, p values at 1e-7. What must not matter, and what must turn round.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

root=$PWD
trend=$BUILD/libexec/berdaya/trend
export BERDAYA_LANG=en

# study FOLDER: the tables of one study against the checks that lie beside it
study() {
	mkdir -p "$SCRATCH/$1" && cp "$root/tests/pipeline/trend/$1"/*.csv "$SCRATCH/$1" && cd "$SCRATCH/$1" || exit 3
	"$trend" <scores.csv >trends.csv || echo "not ok - $1 goes through trend"
	"$BUILD/tests/tools/cells" trends.csv trend.checks.csv
}

# again NAME SIGN AWK [CONTRAST [STILL]]: the present study with its scores changed by AWK against itself, estimates,
# statistics and limits of t tests turned round where SIGN is -1 (STILL: but for bends)
again() {
	awk -F, -v OFS=, "$3" scores.csv | "$trend" >again.csv
	# key;estimate;std_error;df;p_value;low;high of every t test
	for table in trends again; do
		sed 's/"[^"]*"//g' $table.csv | awk -F, -v sign="$([ $table = again ] && echo "$2" || echo 1)" -v only="$4" -v still="$5" '
			BEGIN { OFMT = CONVFMT = "%.15g" }
			NR > 1 && $24 ~ /_t$/ && $31 == "ok" && (only == "" || $7 == only) {
				given = sign
				if (still && $7 == "trend_bend") sign = 1
				low = sign * (sign > 0 ? $22 : $23)
				high = sign * (sign > 0 ? $23 : $22)
				print $2, $7, $11, $12, $13, $14, $15, $16, $24 ";" sign * $17 ";" $18 ";" $20 ";" $21 ";" low ";" high
				sign = given
			}' >$table.tests
	done
	paste -d';' trends.tests again.tests | awk -F';' '
		function apart(a, b, unit) { return (a - b > 1e-9 * unit || b - a > 1e-9 * unit) }
		$1 != $8 { print "# " $1 " against " $8; wrong = 1 }
		{ for (i = 2; i <= 7; i++) if (apart($i, $(i + 7), i == 5 ? 100 : ($3 + ($2 < 0 ? -$2 : $2) + (i == 4 ? $4 : 0)))) { print "# " $0; wrong = 1 } }
		END { exit wrong || NR < 18 }' >said && echo "ok - $1" || { echo "not ok - $1"; head -n 5 said; }
}

study weighted
study cross
study panel

again "a shift of all values leaves trends as they are" 1 'NR > 1 && $9 != "" { $9 += 1000 } { print }'
again "values upside down turn trends round" -1 'NR > 1 { if ($9 != "") $9 = -$9; if ($10 != "") $10 = 1 - $10; if ($11 != "") $11 = 6 - $11 } { print }'
again "rows in another order change nothing" 1 'NR == 1 { print; next } { row[NR] = $0 } END { for (i = NR; i > 1; i--) print row[i] }'
cp trends.csv forth.csv
sed -i 's/^arm_comparison,.*/arm_comparison,prog/' study.csv
sed 's/,trend_did,\(.*\),prog,/,trend_did,\1,comp,/' forth.csv >trends.csv
again "the other arm as comparison turns differences round" -1 '{ print }' trend_did

# Time turned round, among people who answered everything in every round (a person's arm and group are
# those of the first): days from the first round become days from the last.
sed -i 's/^arm_comparison,.*/arm_comparison,comp/' study.csv
awk -F, -v OFS=, 'NR == 1 { print; next } { n[$1]++; row[NR] = $0; who[NR] = $1 } $9 == "" || $10 == "" { lacks[$1] = 1 }
	END { for (i = 2; i <= NR; i++) if (n[who[i]] == 4 && !lacks[who[i]]) print row[i] }' scores.csv >whole.csv && mv whole.csv scores.csv
"$trend" <scores.csv >trends.csv
# 0, 756, 1148 and 1512 days from the first
awk -F, -v OFS=, 'BEGIN { date["0"] = "2021-09-13"; date["1"] = "2023-10-09"; date["2"] = "2024-11-04"; date["3"] = "2025-11-03" }
	NR > 1 { $4 = date[$1] } { print }' rounds.csv >turned.csv && mv turned.csv rounds.csv
again "time turned round turns trends round, and leaves bends as they are" -1 'NR > 1 { $2 = 3 - $2 } { print }' "" still
