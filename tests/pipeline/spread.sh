#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How answers are spread, cell by cell against R (tests/reference/spread/reference.R) at 1e-9: with
# villages, without, and with weights and strata.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

tests=$PWD/tests/pipeline/spread
export BERDAYA_LANG=en

for study in villages people weighted; do
	mkdir "$SCRATCH/$study"
	cp "$tests/$study"/*.csv "$SCRATCH/$study"
	cd "$SCRATCH/$study" || exit 3
	"$BUILD/libexec/berdaya/distribution" <scores.csv >distributions.csv ||
		echo "not ok - $study goes through distribution"
	"$BUILD/tests/tools/cells" distributions.csv distributions.checks.csv
done
