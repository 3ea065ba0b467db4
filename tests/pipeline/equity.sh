#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Gaps between groups, differences between villages and the screen for harm, cell by cell against R (tests/reference/equity): numbers at 1e-9, p values at
# 1e-7; and what was put into the demo data shows.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

root=$PWD
stages=$BUILD/libexec/berdaya
export BERDAYA_LANG=en

for study in panel cross_section weighted; do
	mkdir "$SCRATCH/$study"
	cp tests/pipeline/equity/$study/*.csv "$SCRATCH/$study"
	(
		cd "$SCRATCH/$study" || exit 3
		"$stages/tally" <scores.csv >tally.csv && "$stages/gap" <tally.csv >gaps.csv &&
			"$stages/villages" <tally.csv >villages.csv && "$stages/heterogeneity" <villages.csv >heterogeneity.csv &&
			"$stages/harm" <tally.csv >harm.csv ||
			echo "not ok - $study goes through tally, gap, villages, heterogeneity and harm"
		for table in gaps villages heterogeneity harm; do
			[ ! -f $table.checks.csv ] || "$BUILD/tests/tools/cells" $table.csv $table.checks.csv
		done
	)
done

# ---- what was put in --------------------------------------------------------------------------------
ln -s "$root/datasets" "$SCRATCH/datasets" && cp -r configs "$SCRATCH" && cd "$SCRATCH/configs/desa_berdaya" || exit 3
"$stages/ingest" | "$stages/score" | "$stages/tally" >"$SCRATCH/tally.csv" || echo "not ok - the demo is tallied"
"$stages/gap" <"$SCRATCH/tally.csv" >"$SCRATCH/gaps.csv" || echo "not ok - the demo goes through gap"
"$stages/villages" <"$SCRATCH/tally.csv" >"$SCRATCH/villages.csv" || echo "not ok - the demo goes through villages"
"$stages/heterogeneity" <"$SCRATCH/villages.csv" >"$SCRATCH/heterogeneity.csv" || echo "not ok - the demo goes through heterogeneity"
"$stages/harm" <"$SCRATCH/tally.csv" >"$SCRATCH/harm.csv" || echo "not ok - the demo goes through harm"
cd "$SCRATCH" || exit 3

# figures TABLE COLUMN...: those columns without the header
figures() {
	"$BUILD/tests/tools/columns" "$@" | sed 1d
}

figures gaps.csv indicator contrast arm group fell_behind | grep -qx 'x_lingkungan,gap_did,program,area,yes' ||
	printf 'not '
echo "ok - the environment on the Jepara coast fell behind in the programme's villages"
figures gaps.csv contrast value_from value_to value_from_compared value_to_compared gap_from gap_to estimate |
	awk -F, 'function size(x) { return x < 0 ? -x : x }
		function off(a, b) { return size(a - b) > 1e-12 * (size($2) + size($3) + size($4) + size($5) + 1e-300) }
		$3 == "" || $5 == "" || $8 == "" { next }
		off($3 - $5, $7) || ($1 == "gap" ? off($7, $8) : off($2 - $4, $6) || off($7 - $6, $8)) { print "# " $0; bad++ }
		{ rows++ } END { exit bad > 0 || rows < 1000 }' || printf 'not '
echo "ok - gap_to - gap_from is the estimate in every change of a gap"

figures villages.csv indicator arm cluster difference difference_class |
	awk -F, '$1 == "x_kelembagaan" && $2 == "program" { print $4, $3, $5 }' | LC_ALL=C sort -n | head -n 4 |
	cut -d' ' -f2- | LC_ALL=C sort | tr '\n' ' ' | grep -qx 'V03 unclear V06 unclear V15 unclear V17 unclear ' || printf 'not '
echo "ok - the three villages without effect and the one in decline are the last in institutions, and unclear"
figures heterogeneity.csv indicator contrast arm tau_low villages_better villages_worse villages_unclear clusters |
	awk -F, '$1 == "x_kelembagaan" && $2 == "did" { exit !($4 > 0 && $5 < 9 && $5 + $6 + $7 == $8 && $8 == 12) }' || printf 'not '
echo "ok - villages differ by more than chance in institutions, and not all of them gained"

# flagged INDICATOR,SCREEN,CONTRAST,GROUP,VALUE: the flag of that look
flagged() {
	figures harm.csv indicator screen contrast group group_value flag | sed -n "s/^$1,\([^,]*\)$/\1/p"
}
[ "$(flagged x_lingkungan,clearly_down,change,area,jepara)" = harm ] &&
	[ "$(flagged x_lingkungan,clearly_down,did,area,jepara)" = harm ] &&
	[ "$(flagged x_lingkungan,gap_widened,gap_did,area,jepara)" = harm ] || printf 'not '
echo "ok - the environment on the Jepara coast is flagged as harm"
[ "$(flagged i_beban_kerja,clearly_down,difference,sex,2)" = possible ] &&
	[ "$(flagged i_beban_kerja,clearly_down,difference,sex,1)" = cannot_tell ] || printf 'not '
echo "ok - women's workload, first asked in the follow-up, is flagged as possible harm, men's is not"
[ "$(flagged h_rugi,reported,level,,)" = harm ] || printf 'not '
echo "ok - harm that people report is flagged"
figures harm.csv screen contrast screens by_chance | awk -F, '$2 == "summary" { n++; if ($3 < 100 || $4 < 1) bad++ } END { exit bad > 0 || n != 3 }' || printf 'not '
echo "ok - it says how many looks there were, and how many chance would flag"
