#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A small part of `make simulate`: the same figures each time, near those that are kept, those kept near
# what R's own routines give, and the documents tell them; and the generator's options do what they say.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

here=$PWD/tests/simulate
kept=$here/designs.csv
r=$PWD/tests/reference/simulation/rates.csv
export LC_ALL=C

# result WHAT FINDINGS: passes where there is no finding
result() {
	if [ -z "$2" ]; then
		echo "ok - $1"
	else
		echo "not ok - $1"
		printf '%s\n' "$2" | head -n 12 | sed 's/^/# /'
	fi
}

# ---- designs ----

draw() {
	"$BUILD/tests/simulate/designs" --seed 1 --replications 300 --villages 8 --icc 0.1
}
draw >"$SCRATCH/designs.csv"
draw >"$SCRATCH/again.csv"
result "the same seed draws the same surveys" "$(cmp "$SCRATCH/designs.csv" "$SCRATCH/again.csv" 2>&1)"

# Each row of both tables, by its design and method: false positives and coverage, 4 standard errors
# of 300 surveys.
result "few surveys give what many gave, within Monte Carlo error" "$(
	awk -F, '
		function near(was, now, what) {
			if (was == "" && now == "") return
			if ((now - was) ^ 2 > 16 * was * (1 - was) / 300 + 1e-9) print key ": " what " " now ", kept " was
		}
		{ key = $1 "," $2 "," $3 "," $4 "," $5 "," $6 "," $7 "," $8 "," $9 }
		FNR == 1 { next }
		NR == FNR { rate[key] = $13; coverage[key] = $15; next }
		!(key in rate) { print key " is not kept"; next }
		{ near(rate[key], $13, "rejects"); near(coverage[key], $15, "covers"); rows++ }
		END { if (rows < 100) print rows + 0 " rows looked at" }' "$kept" "$SCRATCH/designs.csv"
)"

# 8 villages, ICC 0.1, no weights.
result "tests of villages cry wolf one time in twenty, tests of rows three times as often or more" "$(
	awk -F, '
		$1 != "measure" || $4 != 8 || $7 != 0.1 || $8 != "no" { next }
		$9 == "cr2_t" || $9 == "village_means" { villages++; if ($13 > 0.07 || $13 < 0.03) print $0 }
		$9 == "paired_t" || $9 == "welch_t" { rows++; if ($13 < 0.15) print $0 }
		END { if (villages < 20 || rows < 8) print villages + 0 " and " rows + 0 " rows looked at" }' "$kept"
)"

result "R's clubSandwich, survey and t.test reject as often in the same designs" "$(
	awk -F, '
		FNR == 1 { file++ }
		file == 1 { rate[$1, $2, $3, $4, $5, $6, $7, $8, $9] = $13; next }
		/^#/ || $1 == "contrast" { next }
		{
			method = $7 != "rows" ? $7 : $1 == "change" ? "paired_t" : "welch_t"
			at = "measure" SUBSEP $1 SUBSEP "panel" SUBSEP $2 SUBSEP $3 SUBSEP $4 SUBSEP $5 SUBSEP $6 SUBSEP method
			if (!(at in rate)) { print "no row for " $0; next }
			error = sqrt($9 * (1 - $9) / $8 + rate[at] * (1 - rate[at]) / 5000)
			if ((rate[at] - $9) ^ 2 > 16 * error ^ 2) print $0 ": berdaya " rate[at]
			rows++
		}
		END { if (rows != 32) print rows + 0 " rows looked at" }' "$kept" "$r"
)"

result "the documents tell the figures that are kept" "$("$here/write" --check 2>&1)"

# ---- the demo study drawn anew ----

# drawn NAME OPTION...: the generator's files under that name
drawn() {
	mkdir -p "$SCRATCH/$1"
	folder=$SCRATCH/$1
	shift
	"$BUILD/datasets/desa_berdaya/generate" --seed 101 --no-truth --output "$folder" "$@"
}
drawn published
drawn complete --complete
drawn null --no-effects

result "the generator makes the published files again" "$(
	for file in clusters round0 round1 round2 round3; do
		cmp "datasets/desa_berdaya/$file.csv" "$SCRATCH/published/$file.csv" 2>&1
	done
)"

# Comparison villages are asked about harm by the programme as well, which does not apply (-77).
result "in a complete panel everybody is in every round, with every answer" "$(
	for round in 0 1 2 3; do
		file=$SCRATCH/complete/round$round.csv
		cut -d, -f9 "$file" | cmp -s - "$SCRATCH/people" 2>/dev/null || [ $round = 0 ] || echo "other people in round $round"
		cut -d, -f9 "$file" >"$SCRATCH/people"
		grep -c -e ',-88' -e ',-99' "$file" | grep -v '^0$'
		grep -o ',-77' "$file" | wc -l | awk -v round=$round '$1 > 0 && round == 0 { print $1 " answers do not apply" }'
	done
)"

result "without effects the comparison villages answer as they did, the programme villages do not" "$(
	grep program "$SCRATCH/published/clusters.csv" | cut -d, -f1 >"$SCRATCH/programme"
	cmp "$SCRATCH/published/round0.csv" "$SCRATCH/null/round0.csv" 2>&1
	for round in 1 2 3; do
		for set in published null; do
			grep -F -f "$SCRATCH/programme" "$SCRATCH/$set/round$round.csv" >"$SCRATCH/$set.with"
			grep -vF -f "$SCRATCH/programme" "$SCRATCH/$set/round$round.csv" >"$SCRATCH/$set.without"
		done
		cmp "$SCRATCH/published.without" "$SCRATCH/null.without" 2>&1
		! cmp -s "$SCRATCH/published.with" "$SCRATCH/null.with" || echo "round $round: nothing changed"
	done
)"

"$here/seed" complete 1001 >"$SCRATCH/seed.csv" 2>"$SCRATCH/err"
"$here/seed" complete 1001 >"$SCRATCH/seed2.csv" 2>&1
result "one seed gives the same results again" "$(cat "$SCRATCH/err"; cmp "$SCRATCH/seed.csv" "$SCRATCH/seed2.csv" 2>&1)"

# A seed's share strays from the mean by the root of the number of seeds times that mean's error.
result "one seed covers the truth as often as 200 do, within 4 standard errors" "$(
	awk -f "$here/summary.awk" "$here/quantities.csv" "$SCRATCH/seed.csv" | awk -F, '
		FNR == 1 { next }
		NR != FNR && $1 == "complete" { kept[$2]; if (!($2 in now)) print "no " $2; else if ((now[$2] - $6) ^ 2 > 16 * 200 * $7 ^ 2) print $2 ": " now[$2] ", kept " $6 }
		NR == FNR { now[$2] = $6 }
		END { for (name in now) if (!(name in kept)) print name " is not kept" }' - "$here/seeds.csv"
)"
