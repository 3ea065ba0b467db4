#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Who was lost and how alike sides are, cell by cell against R (tests/reference/people/reference.R):
# numbers at 1e-9, p values at 1e-7; the worked examples of both; and two real studies.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

root=$PWD
tests=$root/tests/pipeline
stages=$BUILD/libexec/berdaya
export BERDAYA_LANG=en

# study FOLDER: the tables of one study against the checks that lie beside it
study() {
	mkdir -p "$SCRATCH/$1"
	cp "$tests/$1"/*.csv "$SCRATCH/$1"
	cd "$SCRATCH/$1" || exit 3
	for stage in attrition balance; do
		"$stages/$stage" <scores.csv >$stage.csv || echo "not ok - $1 goes through $stage"
		[ ! -f $stage.checks.csv ] || "$BUILD/tests/tools/cells" $stage.csv $stage.checks.csv
	done
}

for folder in people/villages people/people people/worked worked_examples/panel; do
	study $folder
done

# counted STUDY ARMS: who was lost by rows (attrition_id) and by the outcome (attrition_outcome), in
# the whole and in each arm, as R counted them in the real studies
counted() {
	cd "$root/configs/$1" || exit 3
	"$stages/ingest" | "$stages/score" | "$stages/attrition" >"$SCRATCH/attrition.csv"
	awk -F, -v arms="$2" -v study="$1" '
		BEGIN { n = split(arms, pairs, " "); for (i = 1; i <= n; i++) { split(pairs[i], p, "="); arm[p[1]] = p[2] } }
		FNR == 1 && NR > 1 { second = 1 }
		!second && FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		!second && /,share,/ && $at["measure"] ~ /present|indicator/ {
			got[$at["measure"], $at["round_from"], $at["round_to"], $at["arm"]] = $at["n_lost"] / $at["n_from"]
		}
		second && $8 ~ /^attrition_/ {
			key = ($8 == "attrition_id" ? "present" : "indicator") SUBSEP $6 SUBSEP $7 SUBSEP ($5 == "all" ? "" : arm[$5])
			count++
			if (!(key in got) || got[key] - $9 > 1e-9 * $9 || $9 - got[key] > 1e-9 * $9) wrong = wrong "# " $0 ", got " got[key] "\n"
		}
		END { printf("%sok - %s: lost by rows and by outcome (%d cells)\n%s", wrong == "" && count > 3 ? "" : "not ", study, count, wrong) }
	' "$SCRATCH/attrition.csv" "$root/tests/reference/$1/expected.csv"
}

counted btheb '0=TAU 1=BtheB'
counted anorexia '0=Cont 1=CBT 2=FT'
