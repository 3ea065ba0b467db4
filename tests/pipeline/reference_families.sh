#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Gives R's raw p values to `adjust` and expects R's own Holm and Benjamini-Hochberg values.
#
# Families of several tests are in a data set that is not part of this tree: it is read from
# ../shared/data/moz_wua_savings where that is, and left out aloud where it is not.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

program=$PWD/tests/pipeline/reference_families/families.awk
stages=$BUILD/libexec/berdaya
export BERDAYA_LANG=en

# families EXPECTED: a study made from one expected.csv, adjusted and compared
families() {
	rm -rf "$SCRATCH/study" && mkdir "$SCRATCH/study" || exit 3
	(
		expected=$(CDPATH= cd -- "$(dirname -- "$1")" && pwd)/expected.csv
		cd "$SCRATCH/study" || exit 3
		printf 'key,value\ntitle_id,Keluarga uji\ntitle_en,Families\nrespondent,who\n' >study.csv
		printf 'type,name,label::English (en)\ntext,who,Who\ninteger,q,Question\n' >survey.csv
		printf 'round,label_en,file\n1,Round 1,none.csv\n' >rounds.csv
		awk -v make=goals -f "$program" "$expected" >goals.csv
		awk -v make=indicators -f "$program" "$expected" >indicators.csv
		header=$("$stages/compare" --describe | awk -F, '$1 == "makes" { printf "%s%s", comma, $2; comma = "," }')
		awk -v make=rows -v header="$header" -f "$program" "$expected" | "$stages/adjust" >comparisons.csv || {
			echo "not ok - adjust takes the p values of $1"
			exit 1
		}
		awk -v make=checks -f "$program" "$expected" | sort -s -t, -k1,1 >unsorted
		{
			grep '^what,' unsorted
			grep -v '^what,' unsorted
		} >checks.csv
		"$BUILD/tests/tools/cells" comparisons.csv checks.csv
	)
}

families tests/reference/btheb/expected.csv
families tests/reference/anorexia/expected.csv
if [ -f ../shared/data/moz_wua_savings/expected.csv ]; then
	families ../shared/data/moz_wua_savings/expected.csv
else
	echo "ok - families of several tests # SKIP there is no ../shared/data/moz_wua_savings"
fi
