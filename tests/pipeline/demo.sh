#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The demo study as a person meets it: its figures, and that nothing but the data decides them.

. "$(dirname -- "$0")/../tap.sh"

"$berdaya" run configs/desa_berdaya --allow-programs --output "$SCRATCH/here" >"$SCRATCH/said" 2>&1
result "the demo study runs"
tables=$SCRATCH/here/tables

# ---- value_to - value_from = estimate -------------------------------------------------------------
"$BUILD/tests/tools/columns" "$tables/comparisons.csv" contrast method value_from value_to estimate |
	awk -F , '$3 != "" && $4 != "" && $5 != "" {
		rows++
		size = ($3 < 0 ? -$3 : $3) + ($4 < 0 ? -$4 : $4)
		off = $4 - $3 - $5
		if ((off < 0 ? -off : off) > 1e-12 * (size > 1e-300 ? size : 1)) { print "# " $0; bad++ }
	} END { print "# rows: " rows + 0; exit bad > 0 || rows < 5000 }' >"$SCRATCH/said"
result "value_to - value_from = estimate in every row"

# ---- verdicts by rule ------------------------------------------------------------------------------
"$BUILD/tests/tools/columns" "$tables/comparisons.csv" role contrast indicator round_from round_to arm group group_value \
	conf_low conf_high p_adjusted p_value >"$SCRATCH/tests"
"$BUILD/tests/tools/columns" "$tables/verdicts.csv" goal indicator kind primary round_from round_to arm group group_value \
	conf_low conf_high p_value p_adjusted direction class phrase_en >"$SCRATCH/verdicts"

# A clear change of the programme villages that is not shown to differ from the comparison is never
# left to speak for the programme; income is one.
awk -F , 'NR == FNR { if ($1 == "headline" && $2 == "change" && $6 == "program") { low[$3, $4, $5, $7, $8] = $9; p[$3, $4, $5, $7, $8] = $11 }; next }
	{ key = $2 SUBSEP $5 SUBSEP $6 SUBSEP $8 SUBSEP $9 }
	$14 == "up" && $15 == "unclear" && $10 <= 0 && $11 >= 0 && low[key] != "" && low[key] > 0 && p[key] < 0.05 {
		if ($16 !~ /not shown|no important difference/) { print "# " $0; bad++ }
		if ($2 == "x_pendapatan" && $8 == "") income++
	} END { exit bad > 0 || !income }' "$SCRATCH/tests" "$SCRATCH/verdicts" >"$SCRATCH/said"
result "the naive rise in income is not shown as due to the programme"

awk -F , '$1 == "masyarakat" { rows++; if ($15 != "too_early" && $16 !~ /cannot tell/) { print "# " $0; bad++ } }
	END { exit bad > 0 || rows < 4 }' "$SCRATCH/verdicts" >"$SCRATCH/said"
result "the community goal reads too early or cannot tell, never no effect"

# Clear words need an interval beyond 0 and an adjusted test, on the side that is good.
awk -F , '{ good = $14 == "down" ? -1 : 1; clear = $13 != "" ? $13 < 0.05 : $12 < 0.05 }
	$15 == "up" && !(clear && (good > 0 ? $10 > 0 : $11 < 0)) || $15 == "down" && !(clear && (good > 0 ? $11 < 0 : $10 > 0)) { print "# " $0; bad++ }
	$15 == "up" || $15 == "down" { rows++ }
	END { exit bad > 0 || rows < 10 }' "$SCRATCH/verdicts" >"$SCRATCH/said"
result "better and worse stand on the interval and the adjusted test"

# Holm over the primary indicators of a kind, worked out here: step down the sorted p values.
awk -F , '$4 == 1 && $8 == "" && $12 != "" { print $3 "," $5 "," $6 "," $12 "," $13 }' "$SCRATCH/verdicts" |
	sort -t , -k 1,3 -k 4,4g | awk -F , '{ key = $1 "," $2 "," $3; n[key]++; p[key, n[key]] = $4; got[key, n[key]] = $5 }
	END { for (key in n) { most = 0; for (i = 1; i <= n[key]; i++) {
		want = p[key, i] * (n[key] - i + 1); if (want > 1) want = 1; if (want < most) want = most; most = want; rows++
		if ((want - got[key, i]) ^ 2 > 1e-18 * want ^ 2) { print "# " key ": " got[key, i] " for " want; bad++ } } }
		exit bad > 0 || rows < 10 }' >"$SCRATCH/said"
result "primary indicators are tested by Holm within their kind"

# ---- every figure on a chart stands in a published table --------------------------------------------
{
	"$BUILD/tests/tools/columns" "$tables/comparisons.csv" role group value_from value_to estimate conf_low conf_high \
		effect_size effect_low effect_high p_value p_adjusted n_from n_to n_pairs |
		awk -F , '$1 == "headline" && $2 == "" { for (i = 3; i <= NF; i++) print $i }'
	"$BUILD/tests/tools/columns" "$tables/verdicts.csv" n clusters | tr , '\n'
} >"$SCRATCH/cells"
for chart in goals effects; do
	"$BUILD/tests/tools/columns" "$SCRATCH/here/private/${chart}_data.csv" part value |
		awk -F , '$1 == "ticks" { print $2 }' >"$SCRATCH/ticks"
	awk 'BEGIN { RS = "<" } /^(text|tspan)[ >]/ { sub(/^[^>]*>/, ""); if ($0 != "") print }' \
		"$SCRATCH/here/charts/$chart.en.svg" >"$SCRATCH/texts"
	awk -v last="$SCRATCH/texts" -v least=50 -f tests/pipeline/demo/figures.awk \
		"$SCRATCH/cells" "$SCRATCH/ticks" "$SCRATCH/texts" >"$SCRATCH/said"
	result "every figure on the chart of $chart stands in a published table"
done

# ---- nothing but the data decides ---------------------------------------------------------------------
# elsewhere NAME: the same study in another folder, rows of its exports in another order
elsewhere() {
	mkdir -p "$SCRATCH/$1/configs" "$SCRATCH/$1/datasets/desa_berdaya"
	cp -RL configs/desa_berdaya "$SCRATCH/$1/configs/desa_berdaya"
	for file in datasets/desa_berdaya/round*.csv; do
		head -n 1 "$file" >"$SCRATCH/$1/$file"
		awk 'NR > 1 { print (NR * 7919) % 1000003 "\t" $0 }' "$file" | sort -n -k 1,1 | cut -f 2- >>"$SCRATCH/$1/$file"
	done
}

# as_here RESULTS: published tables and drawings are byte for byte the same
as_here() {
	for file in "$SCRATCH"/here/tables/*.csv "$SCRATCH"/here/charts/*.svg; do
		cmp "$file" "$1/${file#"$SCRATCH/here/"}" >>"$SCRATCH/said" 2>&1 || return
	done
}

elsewhere moved && (cd "$SCRATCH/moved" && TZ=Asia/Jakarta LC_ALL=C HOME=/nowhere "$berdaya" run configs/desa_berdaya \
	--allow-programs --jobs 1 --output there) >"$SCRATCH/said" 2>&1 && as_here "$SCRATCH/moved/there"
result "rows in another order, another folder, locale, time zone and one job: the same tables and drawings"

echo "1..$number"
