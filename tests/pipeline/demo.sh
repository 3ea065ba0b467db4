#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The demo study as a person meets it: its figures, and that nothing but the data decides them.

export BERDAYA_LANG=en
berdaya=$BUILD/bin/berdaya
number=0

# result NAME: TAP from the status of the command before it
result() {
	worked=$?
	number=$((number + 1))
	if [ $worked = 0 ]; then echo "ok $number - $1"; else
		echo "not ok $number - $1"
		[ ! -s "$SCRATCH/said" ] || tail -n 20 "$SCRATCH/said" | sed 's/^/# /'
	fi
	: >"$SCRATCH/said"
}

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
