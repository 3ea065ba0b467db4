#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs two real studies and compares their result tables, as a user finds them, with what R gave
# (tests/reference/<study>/expected.csv): numbers at 1e-9, p values at 1e-7.
#
# Ranks of the weights in `anorexia` are compared with wilcoxon_ties.csv: R's differences of doubles
# lose ties there that everybody sees in the numbers (tests/reference/anorexia/wilcoxon_ties.R).
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

here=tests/pipeline/reference_studies
export BERDAYA_LANG=en

# compare STUDY TABLE ARMS EXPECTED [SETTING]...: cells of one table against one expected.csv
compare() {
	study=$1 table=$2 arms=$3 expected=$4
	shift 4
	awk -v table="$table" -v arms="$arms" "$@" -f $here/checks.awk "$expected" "$expected" \
		>"$SCRATCH/$table.checks.csv"
	"$BUILD/tests/tools/cells" "$results/$table.csv" "$SCRATCH/$table.checks.csv"
}

# study NAME ARMS [SETTING]...: runs a study and compares both tables
study() {
	name=$1 arms=$2
	shift 2
	"$BUILD/bin/berdaya" run "configs/$name" --output "$SCRATCH/$name" >"$SCRATCH/log" 2>&1 || {
		echo "not ok - berdaya runs configs/$name"
		sed 's/^/# /' "$SCRATCH/log"
		return
	}
	results=$SCRATCH/$name/tables
	compare "$name" estimates "$arms" "tests/reference/$name/expected.csv"
	compare "$name" comparisons "$arms" "tests/reference/$name/expected.csv" "$@"
	awk -v study="$name" -v arms="$arms" -f $here/attrition.awk "$results/estimates.csv" \
		"$results/comparisons.csv" "tests/reference/$name/expected.csv"
}

study btheb '0=TAU 1=BtheB'
study anorexia '0=Cont 1=CBT 2=FT' -v skip=wilcox
compare anorexia comparisons '0=Cont 1=CBT 2=FT' tests/reference/anorexia/wilcoxon_ties.csv \
	-v note='signed ranks with ties as written'
