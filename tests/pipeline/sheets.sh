#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sheets of villages: a folder each, as many figures as the table says, hostile words as words, the same bytes again.

cd "$(dirname "$0")/../.." || exit 3
berdaya=${BUILD:-build}/bin/berdaya
scratch=${SCRATCH:?}/sheets
case_folder=$PWD/tests/cases/village_sheets/messages
mkdir -p "$scratch/out/private" || exit 3
fail=0
number=0

# check NAME GOT WANTED: TAP
check() {
	number=$((number + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $number - $1"
	else
		echo "not ok $number - $1: '$2', not '$3'"
		fail=1
	fi
}

"$berdaya" sheets "$case_folder" --output "$scratch/out" >/dev/null 2>&1
check "without a result it is misuse" $? 2
cp "$case_folder/out.csv" "$scratch/out/private/village_sheets.csv"
"$berdaya" sheets "$case_folder" --output "$scratch/out" >"$scratch/said" 2>&1
check "sheets are written" $? 0
sheets=$scratch/out.villages
check "four files a village and a manifest" "$(find "$sheets" -type f | wc -l)" 17
check "a code that is a path names no folder" "$(find "$scratch" -name x | wc -l)" 0
check "filled figures are those of the table" \
	"$(grep -o 'class="full"' "$sheets/A/sheet.en.html" | wc -l)" \
	"$(awk -F, '$1 == "A" && $2 == "message" { n += $(NF - 1) + $NF } END { print n }' "$case_folder/out.csv")"
check "words run nothing" "$(grep -c '<b>' "$sheets/A/poster.id.html")" 0
check "a village too small has no figures" "$(grep -c 'class="full"' "$sheets/C/sheet.id.html")" 0
check "no name without consent" "$(grep -c 'Desa B' "$sheets/B/sheet.id.html")" 0
cp -R "$sheets" "$scratch/first"
"$berdaya" sheets "$case_folder" --output "$scratch/out" >/dev/null 2>&1
check "the same again" "$(diff -r "$scratch/first" "$sheets" && echo same)" same
rm "$sheets/manifest.csv"
"$berdaya" sheets "$case_folder" --output "$scratch/out" >/dev/null 2>&1
check "a folder of somebody else is left alone" $? 2
echo "1..$number"
exit $fail
