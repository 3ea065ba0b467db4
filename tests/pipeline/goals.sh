#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Targets, the results chain and planning, cell by cell against R (tests/reference/goals/reference.R), with and
# without weights: numbers at 1e-9, p values at 1e-7.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

tests=$PWD/tests/pipeline/goals
stages=$BUILD/libexec/berdaya
export BERDAYA_LANG=en

for folder in villages weighted; do
	mkdir -p "$SCRATCH/$folder"
	cp "$tests/$folder"/*.csv "$SCRATCH/$folder"
	cd "$SCRATCH/$folder" || exit 3
	"$stages/tally" <scores.csv >tally.csv || echo "not ok - $folder goes through tally"
	"$stages/progress" <tally.csv >progress.csv || echo "not ok - $folder goes through progress"
	"$BUILD/tests/tools/cells" progress.csv progress.checks.csv
	echo indicator,round_from,round,arm,group,group_value,reason >suppressed.csv
	{ "$stages/compare" <tally.csv | "$stages/adjust" | "$stages/verdict"; } >verdicts.csv || echo "not ok - $folder has verdicts"
	"$stages/chain" --with tally=tally.csv --with suppressed=suppressed.csv <verdicts.csv >chain.csv ||
		echo "not ok - $folder goes through chain"
	"$BUILD/tests/tools/cells" chain.csv chain.checks.csv
	"$stages/power" <tally.csv >power.csv || echo "not ok - $folder goes through power"
	"$BUILD/tests/tools/cells" power.csv power.checks.csv
done
