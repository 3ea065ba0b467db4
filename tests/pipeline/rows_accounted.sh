#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# No row is lost in ingest: rows of the files = rows out + rows in the rejects, in every study and case.

ingest=$BUILD/libexec/berdaya/ingest
top=$PWD

# records FILE SKIP: rows of a CSV file below its header, by the parity of quotation marks; lines
# that are wholly blank are no rows
records() {
	awk -v skip="$2" '
		NR <= skip || (NR == skip + 1 && /^sep=/) { next }
		{ sub(/\r$/, ""); quotes += gsub(/"/, "&"); text = text $0 }
		quotes % 2 == 0 { if (text != "") count++; text = ""; quotes = 0 }
		END { print count - 1 }' "$1"
}

# files_of: each file of the study in this folder as often as it is read, with its lines to skip
files_of() {
	if grep -q '^round[,;]' study.csv; then once=1; else once=0; fi
	sed -e '1d' -e 's/"//g' rounds.csv | tr ';' ',' | awk -F, -v once=$once '
		!(once && seen[$5]++) { skip = 0; if (match($0, /skip=[0-9]+/)) skip = substr($0, RSTART + 5, RLENGTH - 5)
			print $5, skip }'
}

studies=0
for study in configs/*/ tests/cases/ingest/*/; do
	[ ! -f "$study/status" ] && [ -f "$study/rounds.csv" ] || continue
	cd "$study" || exit 3
	if "$ingest" --rejects "$SCRATCH/rejects.csv" >"$SCRATCH/out.csv" 2>"$SCRATCH/err"; then
		in=$(files_of | while read -r file skip; do records "$file" "$skip"; done | awk '{ sum += $1 } END { print sum + 0 }')
		out=$(records "$SCRATCH/out.csv" 0)
		aside=$(grep -cE ',row_[a-z_]+,' "$SCRATCH/rejects.csv")
		studies=$((studies + 1))
		if [ "$in" -ne $((out + aside)) ]; then
			echo "not ok - $study: every row is accounted for"
			echo "# $in rows in, $out out, $aside set aside"
		fi
		said=$(awk -F, '/,file_read,/ { rows += $3; kept += $7 } END { print rows + 0, kept + 0 }' "$SCRATCH/rejects.csv")
		if [ "$said" != "$in $out" ]; then
			echo "not ok - $study: the account of its files is right"
			echo "# says $said (rows, kept), not $in $out"
		fi
	else
		echo "not ok - $study is read"
		sed 's/^/# /' "$SCRATCH/err"
	fi
	cd "$top" || exit 3
done
if [ "$studies" -gt 20 ]; then
	echo "ok - $studies studies and cases: rows in = rows out + rows set aside"
else
	echo "not ok - only $studies studies were looked at"
fi
