#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Indices of z-scores against R (tests/reference/indexes), and what can never change them; prints TAP.

. "$(dirname -- "$0")/../tap.sh"

reference=$top/tests/reference/indexes
cp -R "$reference/study" "$SCRATCH/study" && cd "$SCRATCH/study" || exit 3

# close TOLERANCE: compares lines `key number expected`, blank is missing; false where one differs or none came
close_numbers() {
	awk -F, -v tolerance="$1" '
		{ difference = $2 - $3; size = $3 < 0 ? -$3 : $3; if (difference < 0) difference = -difference }
		($2 == "") != ($3 == "") || difference > tolerance * (size > 1 ? size : 1) { print; bad = 1 }
		END { exit bad || NR == 0 }' >../said
}

"$stages/norms" <"$reference/answers.csv" >../norms.csv 2>../said &&
	awk -F, 'NR == FNR { if ($1 == "member" || $1 == "index") { n[$2, $3] = $6; mean[$2, $3] = $7; sd[$2, $3] = $8; weight[$2, $3] = $11 } next }
		/^#/ || $1 == "index" { next }
		{ print $1 $2 " n," n[$1, $2] "," $3; print $1 $2 " mean," mean[$1, $2] "," $4
		  print $1 $2 " sd," sd[$1, $2] "," $5; print $1 $2 " weight," weight[$1, $2] "," $6 }' \
		../norms.csv "$reference/parameters.csv" | close_numbers 1e-9
result "means, spreads and weights are those of R"

"$stages/score" --with norms=../norms.csv <"$reference/answers.csv" >../scores.csv 2>../said &&
	awk -F, 'NR == FNR { if (FNR == 1) for (i = 1; i <= NF; i++) name[i] = $i
			else for (i = 1; i <= NF; i++) score[$1, $2, name[i]] = $i; next }
		/^#/ || $1 == "respondent" { next }
		{ print $1 " " $2 " " $3 "," score[$1, $2, $3] "," $4 }' \
		../scores.csv "$reference/expected.csv" | close_numbers 1e-9
result "every person's index is that of R"

(head -n 1 "$reference/answers.csv" && tail -n +2 "$reference/answers.csv" | sort -t, -k12,12r -k1,1r) >../shuffled.csv
"$stages/norms" <../shuffled.csv 2>../said | cmp - ../norms.csv >../said
result "the order of rows makes no difference"

(cat "$reference/answers.csv" && awk -F, -v OFS=, 'NR > 1 && $2 == 1 { $1 = "new" $1; $2 = 0; $3 = "program"; print }' "$reference/answers.csv") |
	"$stages/norms" 2>../said | grep -E '^(member|index),' >../more.csv
grep -E '^(member|index),' ../norms.csv | cmp - ../more.csv >../said
result "where there is a comparison arm, it alone is the reference"

# refused REASON SED STATUS: the stage norms says so of the study changed by SED, and ends with that status
refused() {
	sed "$2" "$reference/study/indicators.csv" >indicators.csv
	"$stages/norms" <"$reference/answers.csv" >../out.csv 2>../said
	[ $? = "$3" ] && grep -q "$1" ../said
}

refused 'icw finds no weights' '$ a\f,usaha,scale,${a} * 2,,up,,,\nicw2,usaha,index,a f,,up,,,icw' 1
result "members that say the same have no weights"
refused "'f': tells nobody apart in the reference group" '$ a\f,usaha,scale,${a} * 0,,up,,,\nz2,usaha,index,a f,,up,,,z_average' 1
result "a member that does not vary cannot be standardised"
refused 'icw finds its weights in the baseline' 's/,a b c d e,/,a*2 b c d e,/' 2
result "declared weights beside icw are a fault"
refused 'an index of z-scores has no ends' 's/,goal,,up,,,z_average/,goal,,up,0,100,z_average/' 2
result "a scale of z-scores is a fault"
refused 'only an index is built of members' 's/^a,usaha,ordinal,,,up,1,5,/&icw/' 2
result "build beside another type is a fault"
refused "'b\*0': a weight is a whole number" 's/,a\*2 b e,/,a b*0 e,/' 2
result "a weight of nothing is a fault"
refused "member 'a' stands twice" 's/,a\*2 b e,/,a b a,/' 2
result "a member that stands twice is a fault"
refused "gets a negative weight" 's/,index,goal,/,index,a b c d e,/; $ a\f,usaha,scale,${a} + 2 * ${e} + ${c} div 3,,up,,,\nicw2,usaha,index,a e f,,up,,,icw' 0
result "a negative weight is warned of"

cp "$reference/study/indicators.csv" .
sed '/^member,icw,e/d' ../norms.csv >../lacking.csv
"$stages/score" --with norms=../lacking.csv <"$reference/answers.csv" >../out.csv 2>../said
[ $? = 1 ] && grep -q 'lacks what indicators.csv asks in line 9' ../said
result "norms that lack a member are refused"
"$stages/score" <"$reference/answers.csv" >../out.csv 2>../said
[ $? = 2 ] && grep -q 'this needs the baseline' ../said
result "z-scores without norms are refused"
