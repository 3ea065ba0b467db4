#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whole runs of a small study that asks for its baseline: the step norms, a later round, what is refused; prints TAP.
#
# The study and its answers are those of tests/cases/norms/third_round, a file a round.
# environment: BUILD (build folder), SCRATCH (an empty folder)

. "$(dirname -- "$0")/../tap.sh"

cd "$SCRATCH" || exit 3
mkdir study
for table in study rounds survey choices goals indicators groups; do
	cp "$top/tests/cases/norms/third_round/$table.csv" study/
done
for round in 0 1 2; do
	awk -F, -v OFS=, -v round=$round 'NR == 1 { print "id,village,arm,kepala,uang,a,jam" }
		NR > 1 && $2 == round { print $1, $4, $3, $8, $9, $10, $11 }' \
		"$top/tests/cases/norms/third_round/in.csv" >study/$round.csv
done

# run STATUS: runs the study; true if it ends with STATUS
run() {
	"$BUILD/bin/berdaya" run study >said 2>&1
	[ $? = "$1" ]
}

sed -i '/^2,/d' study/rounds.csv
run 0 && cmp results/study/private/norms.csv "$top/tests/cases/norms/two_rounds/out.csv" >said
result "a study that asks for its baseline has it frozen, in private"

cp results/study/private/scores.csv two_rounds.csv
echo '2,Later,2.csv,150' >>study/rounds.csv
run 0 && cmp results/study/private/norms.csv "$top/tests/cases/norms/two_rounds/out.csv" >said &&
	head -n 13 results/study/private/scores.csv | cmp - two_rounds.csv >said
result "a third round changes neither the norms nor the scores of earlier rounds"

printf 'step,reads,stage,options,publish\nnorms,responses,norms,,yes\n' >study/pipeline.csv
run 2 && grep -q 'stays private' said
result "norms are not to be published: they show single answers"

printf 'step,reads,stage,options,publish\nscores,responses,score,,\n' >study/pipeline.csv
run 2 && grep -q 'this needs the baseline: give the table of the stage norms' said
result "a plan of one's own that forgets the norms is refused by score"
rm study/pipeline.csv

sed -i 's/^1,After,1.csv,125/1,After,1.csv,/' study/rounds.csv
run 2 && grep -q '^berdaya: rounds.csv:3: price_index: real() needs the price level of every round' said
result "real() without the price level of a round is a fault of the study"

sed -i -e '/^riil/d' -e '/^peringkat/d' -e '/^jam/d' -e 's/riil a jam/a/' study/indicators.csv
rm study/groups.csv
run 0 && [ ! -e results/study/private/norms.csv ] &&
	! "$BUILD/bin/berdaya" plan study 2>said | grep -q norms
result "a study that asks nothing of its baseline has no such step"
