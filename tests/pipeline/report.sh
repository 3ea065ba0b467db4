#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The report of the demo: whole in itself, well-formed, each number to be found in its table; prints TAP.

. "$(dirname -- "$0")/../tap.sh"

here=$SCRATCH/here
"$BUILD/bin/berdaya" run configs/desa_berdaya --allow-programs --output "$here" >"$SCRATCH/said" 2>&1
result "the demo study runs"

for language in id en; do
	page=$here/report.$language.html
	[ "$(grep -c "<html lang=\"$language\">" "$page")" = 1 ]
	result "$language: the page says its language"

	! grep -n -i -E '<script|javascript:|<iframe|<object|@import|url\([^#]|(src|href)="[a-z]+:' "$page" >"$SCRATCH/said"
	result "$language: nothing runs and nothing is fetched"

	grep -o ' id="[^"]*"' "$page" | sort | uniq -d >"$SCRATCH/said"
	[ ! -s "$SCRATCH/said" ]
	result "$language: no id stands twice"

	grep -o 'href="#[^"]*"' "$page" | sed 's/href="#//;s/"//' | while read -r anchor; do
		grep -q " id=\"$anchor\"" "$page" || echo "$anchor"
	done >"$SCRATCH/said"
	[ ! -s "$SCRATCH/said" ]
	result "$language: every place that is pointed to is there"

	for chart in "$here"/charts/*."$language".svg; do
		name=$(basename "$chart" ".$language.svg")
		[ "$name" != funder ] || continue # a page of its own
		grep -q "<figure id=\"chart-$name\"" "$page" || echo "$name"
	done >"$SCRATCH/said"
	[ ! -s "$SCRATCH/said" ]
	result "$language: every chart of the study stands in it"

	grep -o 'class="source" href="[^"]*">[^<]*<' "$page" | sed 's/.*href="\([^"]*\)">[^:]*:\([0-9]*\)<.*/\1 \2/' | sort -u |
		while read -r table line; do
			[ -s "$here/$table" ] && [ "$(wc -l <"$here/$table")" -ge "$line" ] || echo "$table line $line"
		done >"$SCRATCH/said"
	[ ! -s "$SCRATCH/said" ] && [ "$(grep -c 'class="source"' "$page")" -gt 10 ]
	result "$language: every source is a line of a published table"

	if command -v tidy >/dev/null 2>&1; then
		tidy -q -e "$page" >"$SCRATCH/tidy" 2>&1
		! grep -i ' error' "$SCRATCH/tidy" >"$SCRATCH/said"
		result "$language: tidy finds no error"
	else
		echo "ok - $language: tidy finds no error # SKIP tidy is not installed"
	fi
done

# ---- the page that leads to everything -----------------------------------------------------------
(cd "$here" && find . -type f ! -path './private/*' ! -name manifest.csv ! -name index.html -printf '%P\n') | while read -r file; do
	grep -q "href=\"$file\"" "$here/index.html" || echo "$file"
done >"$SCRATCH/said"
[ ! -s "$SCRATCH/said" ]
result "index.html leads to every published file"

# ---- the workbook and the description ------------------------------------------------------------
for table in "$here"/tables/*.csv; do
	grep -q "\"path\": \"tables/$(basename "$table")\"" "$here/datapackage.json" || basename "$table"
done >"$SCRATCH/said"
[ ! -s "$SCRATCH/said" ]
result "datapackage.json describes every published table"

if command -v python3 >/dev/null 2>&1; then
	python3 -m json.tool "$here/datapackage.json" >/dev/null 2>"$SCRATCH/said"
	result "datapackage.json is JSON"
else
	echo "ok - datapackage.json is JSON # SKIP python3 is not installed"
fi

if command -v unzip >/dev/null 2>&1; then
	unzip -p "$here/tables.xlsx" xl/workbook.xml | grep -o 'sheet name="[^"]*"' | sed 's/sheet name="//;s/"$//' | sort >"$SCRATCH/sheets"
	{ echo columns && echo contents && for table in "$here"/tables/*.csv; do basename "$table" .csv; done; } | sort >"$SCRATCH/tables"
	diff "$SCRATCH/tables" "$SCRATCH/sheets" >"$SCRATCH/said"
	result "the workbook has a sheet for every published table, one of contents, one of columns"

	! unzip -p "$here/tables.xlsx" 'xl/worksheets/*.xml' | grep -q '<f>'
	result "no cell of the workbook is a formula"
else
	echo "ok - the workbook has a sheet for every published table # SKIP unzip is not installed"
fi

# An answer and the row it names: the sentence on the first goal holds the estimate of that row.
first=$(grep -m 1 -o 'verdicts:[0-9]*' "$here/report.en.html" | cut -d: -f2)
estimate=$(sed -n "1p;${first}p" "$here/tables/verdicts.csv" >"$SCRATCH/row.csv" &&
	"$BUILD/tests/tools/columns" "$SCRATCH/row.csv" estimate | tail -n 1)
grep -m 1 'verdicts:' "$here/report.en.html" | grep -q "$(LC_ALL=C printf '%.1f' "$estimate")"
result "the first answer prints the estimate of the row it names"

# Every sentence and row, and the rows that they name: shares and indices, which are printed with one decimal.
numbers() {
	table=$1
	shift
	"$BUILD/tests/tools/columns" "$here/tables/$table.csv" "$@" | sed = | sed 'N;s/\n/,/' |
		awk -F, -v OFS=, -v table="$table" '{ $1 = table "," $1 + 1; print }'
}
{
	numbers comparisons type value_from value_to estimate
	numbers indicator_performance type value_to
	numbers harm type screen estimate | sed 's/,[a-z]*,worse_share[a-z_]*,/,binary,/;s/,\([a-z]*\),[a-z_]*,/,\1,/'
} >"$SCRATCH/rows"
for language in id en; do
	LC_ALL=C.UTF-8 awk -v language=$language -f tests/pipeline/report/numbers.awk "$SCRATCH/rows" "$here/report.$language.html" >"$SCRATCH/said"
	[ "$(grep -c "^no number" "$SCRATCH/said")" = 0 ] && [ "$(sed -n 's/ rows held//p' "$SCRATCH/said")" -gt 60 ]
	result "$language: every sentence and row prints the numbers of the rows that it names"
done
