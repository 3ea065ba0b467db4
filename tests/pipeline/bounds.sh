#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What missing people could change, cell by cell against R (tests/reference/bounds/reference.R) at
# 1e-9, with and without weights.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

top=$PWD
tests=$PWD/tests/pipeline/bounds
export BERDAYA_LANG=en

for study in plain weighted; do
	mkdir "$SCRATCH/$study"
	cp "$tests/$study"/*.csv "$SCRATCH/$study"
	cd "$SCRATCH/$study" || exit 3
	"$BUILD/libexec/berdaya/bounds" <scores.csv >bounds.csv || echo "not ok - $study goes through bounds"
	"$BUILD/tests/tools/cells" bounds.csv bounds.checks.csv
done

# ---- beside comparisons: the demo study ----------------------------------------------------------
# estimates BOUNDS COMPARISONS MEASURES LEAST: each estimate and bound of these measures is that of the
# comparison of the same people (of lee and manski: of pairs); at least so many
estimates() {
	{ head -n 1 "$2" | sed 's/^/comparisons,/' && sed 1d "$2" | sed 's/^/comparisons,/'
		sed 's/^/bounds,/' "$1"; } | sed 's/"[^"]*"//g' | awk -F , -v measures=" $3 " -v least="$4" '
		function size(x) { return x < 0 ? -x : x }
		function near(text, want) { return text != "" && size(text - want) <= 1e-9 * (size(want) + 1) }
		$2 == "goal" { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{ key = $at["indicator"] "," $at["contrast"] "," $at["round_from"] "," $at["round_to"] "," $at["arm"] }
		$1 == "comparisons" {
			if ($at["role"] == "headline" && $at["group"] == "") headline[key] = $at["estimate"]
			if ($at["method"] ~ /^(cr2_t|survey_t)$/ && $at["group"] == "") of[key, $at["sample"], $at["method"]] = $at["estimate"]
			next
		}
		index(measures, " " $at["measure"] " ") && $at["status"] == "ok" {
			sample = $at["measure"] == "all" ? "all" : "pairs"
			want = (key, sample, "survey_t") in of ? of[key, sample, "survey_t"] : of[key, sample, "cr2_t"]
			count++
			if ($at["measure"] == "lee" || $at["measure"] == "manski")
				fine = near($at["bound_low"], want) && near($at["bound_high"], want)
			else
				fine = near($at["estimate"], want)
			if (!fine) { print key, $at["measure"], want; bad++ }
		}
		END { print "# " count + 0 " rows"; exit bad || count < least }' >said && return
	sed 's/^/# /' said
	return 1
}

mkdir "$SCRATCH/configs" && ln -s "$top/datasets" "$SCRATCH/datasets" && cp -r "$top/configs/desa_berdaya" "$SCRATCH/configs" &&
	cd "$SCRATCH/configs/desa_berdaya" || exit 3
stages=$BUILD/libexec/berdaya
"$stages/ingest" </dev/null 2>said | "$stages/score" >scores.csv &&
	"$stages/tally" <scores.csv | "$stages/compare" >comparisons.csv && "$stages/bounds" <scores.csv >bounds.csv &&
	estimates bounds.csv comparisons.csv 'pairs all' 300 || printf 'not '
echo "ok - of the demo study pairs and all are those of the comparisons"

# Who is in both rounds, with what they answered in both: then nobody is missing.
awk -F , -v OFS=, 'NR == 1 { print; next }
	{ line[NR] = $0; who[NR] = $1; rounds[$1]++; for (i = 11; i <= NF; i++) if ($i == "") lacks[$1, i] = 1 }
	END {
		for (row = 2; row <= NR; row++) {
			if (rounds[who[row]] != 2) continue
			count = split(line[row], field, ",")
			text = field[1]
			for (i = 2; i <= count; i++) text = text "," ((who[row], i) in lacks ? "" : field[i])
			print text
		}
	}' scores.csv >complete.csv
"$stages/tally" <complete.csv | "$stages/compare" >comparisons.csv && "$stages/bounds" <complete.csv >bounds.csv &&
	estimates bounds.csv comparisons.csv 'pairs all weighted lee manski' 700 || printf 'not '
echo "ok - where nobody is missing all bounds are the comparison's estimate"
