#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What missing people could change, cell by cell against R (tests/reference/bounds/reference.R) at
# 1e-9, with and without weights.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

tests=$PWD/tests/pipeline/bounds
export BERDAYA_LANG=en

for study in plain weighted; do
	mkdir "$SCRATCH/$study"
	cp "$tests/$study"/*.csv "$SCRATCH/$study"
	cd "$SCRATCH/$study" || exit 3
	"$BUILD/libexec/berdaya/bounds" <scores.csv >bounds.csv || echo "not ok - $study goes through bounds"
	"$BUILD/tests/tools/cells" bounds.csv bounds.checks.csv
done
