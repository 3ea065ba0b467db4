#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Who was lost and how alike sides are, cell by cell against R (tests/reference/people/reference.R):
# numbers at 1e-9, p values at 1e-7; and the worked examples of both.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

tests=$PWD/tests/pipeline
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
