#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Published tables with a byte order mark: only where the study asks for it, only in them; prints TAP.

. "$(dirname -- "$0")/../tap.sh"

cd "$SCRATCH" || exit 3

# marked FILE: it begins with a byte order mark
marked() {
	[ "$(head -c 3 "$1" | od -An -tx1 | tr -d ' ')" = efbbbf ]
}

"$berdaya" new study >said || exit 3
sed -i "s/,Women and men,/,=Women and men,/" study/groups.csv
"$berdaya" run study >said 2>&1 || exit 3
cp -R results/study plain
for file in plain/tables/*.csv; do ! marked "$file" || echo "$file"; done >said
[ ! -s said ]
result "a study that asks for nothing has none"

echo 'bom,yes' >>study/study.csv
"$berdaya" run study >said 2>&1
result "a study that asks for it runs"
for file in plain/tables/*.csv; do
	name=$(basename "$file")
	{ marked "results/study/tables/$name" && tail -c +4 "results/study/tables/$name" | cmp -s - "$file"; } || echo "$name"
done >said
[ ! -s said ] && grep -q "'=Women" results/study/tables/*.csv
result "every published table begins with one, and is otherwise as it was, guarded cells too"

for file in results/study/private/*.csv results/study/manifest.csv; do ! marked "$file" || echo "$file"; done >said
[ ! -s said ]
result "tables on the way and the manifest have none"

for file in datapackage.json tables.xlsx report.id.html report.en.html index.html; do cmp "plain/$file" "results/study/$file"; done >said 2>&1
[ ! -s said ]
result "the workbook, the data package and the pages are as they were"

if command -v sha256sum >/dev/null 2>&1; then
	awk -F, '$1 == "table" { print $4 "  results/study/" $3 }' results/study/manifest.csv | sha256sum --quiet -c >said 2>&1
	result "the manifest knows the tables as they are published"
else
	echo "ok - the manifest knows the tables as they are published # SKIP sha256sum is not installed"
fi

"$berdaya" run study >said 2>&1 && grep -q 'Nothing to do' said
result "a second run has nothing to do"
"$berdaya" trace study i_usaha 1 >said 2>&1 && grep -q '^estimates,.*results/study/tables/estimates.csv,' said
result "the trace reads them"

sed -i 's/^bom,yes/bom,no/' study/study.csv
"$berdaya" run study >said 2>&1 && for file in plain/tables/*.csv; do cmp "$file" "results/study/tables/$(basename "$file")"; done >said 2>&1
[ ! -s said ]
result "without it they are as before"

sed -i 's/^bom,no/bom,ya/' study/study.csv
! "$berdaya" check study >said 2>&1 && grep -q "study.csv:[0-9]*: value: 'ya': use one of: no, yes" said &&
	! BERDAYA_LANG=id "$berdaya" check study >said 2>&1 && grep -q "study.csv:[0-9]*: value: 'ya': pakai salah satu: no, yes" said
result "anything but yes and no is a fault"
