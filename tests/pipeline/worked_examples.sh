#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The worked examples of the methods, from scores to result tables: each number at 1e-9, p values at
# 1e-7. Where they come from stands in tests/pipeline/worked_examples/README.md.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

tests=$PWD/tests/pipeline/worked_examples
stages=$BUILD/libexec/berdaya
export BERDAYA_LANG=en

for study in panel uneven villages unpaired ranks weighted design domain lonely_refused lonely_adjusted \
	lonely_joined; do
	mkdir "$SCRATCH/$study"
	cp "$tests/$study"/*.csv "$SCRATCH/$study"
	cd "$SCRATCH/$study" || exit 3
	"$stages/tally" <scores.csv >tally.csv &&
		"$stages/estimate" <tally.csv >estimates.csv &&
		"$stages/compare" <tally.csv >comparisons.csv &&
		"$stages/resample" <tally.csv >few_villages.csv || {
		echo "not ok - $study goes through tally, estimate, compare and resample"
		exit 1
	}
	for table in estimates comparisons few_villages; do
		[ ! -f $table.checks.csv ] || "$BUILD/tests/tools/cells" $table.csv $table.checks.csv
	done
done
