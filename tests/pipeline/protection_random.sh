#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Attacks the tables of 200 random studies (40 where instrumented): no suppressed cell may be
# recovered. And shows that the attack can: it breaks tables where only too small cells are empty.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

stages=$BUILD/libexec/berdaya
tools=$BUILD/tests/tools
export BERDAYA_LANG=en
step=1
kept="40 80 120 200 10 30 50 70 25 65 105 145"
[ -z "$INSTRUMENTED" ] || step=5

# publish LIST FOLDER: the result tables without the cells of LIST
publish() {
	mkdir "$2" &&
		cp known.csv "$2" &&
		"$stages/withhold" --with suppressed="$1" <estimates_raw.csv >"$2/estimates.csv" &&
		"$stages/withhold" --with suppressed="$1" <comparisons_raw.csv >withheld.csv &&
		"$stages/adjust" <withheld.csv >"$2/comparisons.csv" &&
		"$stages/withhold" --with suppressed="$1" <attrition_raw.csv >"$2/attrition.csv" &&
		"$stages/withhold" --with suppressed="$1" <balance_raw.csv >"$2/balance.csv" &&
		"$stages/withhold" --with suppressed="$1" <gaps_raw.csv >"$2/gaps.csv" || return
	for table in bounds distributions harm heterogeneity few_villages; do
		[ ! -e ${table}_raw.csv ] ||
			"$stages/withhold" --with suppressed="$1" <${table}_raw.csv >"$2/$table.csv" || return
	done
}

# study SEED: makes it in the present folder, up to the list of cells not to be published
study() {
	"$tools/random_study" "$1" >scores.csv && "$stages/tally" <scores.csv >tally.csv &&
		"$stages/protect" <tally.csv >suppressed.csv &&
		"$stages/estimate" <tally.csv >estimates_raw.csv &&
		"$stages/compare" <tally.csv >comparisons_raw.csv &&
		"$stages/attrition" <scores.csv >attrition_raw.csv &&
		"$stages/balance" <scores.csv >balance_raw.csv &&
		"$stages/gap" <tally.csv >gaps_raw.csv || return
	# of some all other tables, and of few of those what takes long
	[ $(($1 % 4)) != 0 ] || {
		"$stages/bounds" <scores.csv >bounds_raw.csv &&
			"$stages/distribution" <scores.csv >distributions_raw.csv &&
			"$stages/harm" <tally.csv >harm_raw.csv
	} || return
	[ $(($1 % 40)) != 0 ] || {
		"$stages/villages" <tally.csv | "$stages/heterogeneity" >heterogeneity_raw.csv &&
			"$stages/resample" --with suppressed=suppressed.csv <tally.csv >few_villages_raw.csv
	} || return
	publish suppressed.csv protected
}

# attack SEED FOLDER: how many suppressed, how many recovered. People without a value of a group
# are among those of two seeds in seven, and an attacker knows that. Options are sensitive in every eighth.
attack() {
	gaps=
	sensitive=b
	[ $(($1 % 8)) != 1 ] || sensitive='b m_1 m_2 m_3'
	case $(($1 % 7)) in 3 | 5) gaps=gaps ;; esac
	"$tools/attack" "$2" 10 a1 "$sensitive" $gaps
}

seed=0
suppressed=0
broken=
while [ $seed -lt 200 ]; do
	seed=$((seed + step))
	mkdir "$SCRATCH/$seed" && cd "$SCRATCH/$seed" || exit 3
	if ! study $seed 2>said; then
		echo "not ok - random study $seed is tallied, estimated and published"
		sed 's/^/# /' said
	elif ! attack $seed protected >said; then
		broken="$broken $seed"
		sed "s/^/# $seed: /" said
	else
		suppressed=$((suppressed + $(sed -n '$s/ suppressed.*//p' said)))
	fi
	# some stay for the attack on unprotected tables
	case " $kept " in
	*" $seed "*) ;;
	*) rm -rf "${SCRATCH:?}/$seed" ;;
	esac
done
[ -z "$broken" ] && [ $suppressed -gt 1000 ] || printf 'not '
echo "ok - no suppressed cell is recovered from the tables of random studies"
echo "# $suppressed cells were suppressed"

# broken_into WHAT: TAP; all four studies should have been broken into
broken_into() {
	[ $found = 4 ] || printf 'not '
	echo "ok - $1"
	sed -n '$s/^/# the last of them: /p' said
	found=0
}

# careless SEED ROWS: its tables with rows of the list left out, and what the attack says of them
careless() {
	cd "$SCRATCH/$1" && grep -v "$2" suppressed.csv >small.csv && publish small.csv careless || exit 3
	attack "$1" careless >said || found=$((found + 1))
}

found=0
for seed in 40 80 120 200; do
	careless $seed 'COMPLEMENT\|DIFFERENCE'
done
broken_into "the attack recovers cells where only those that are too small are empty"

for seed in 10 30 50 70; do
	careless $seed '^[^,]*,[^,]*,[^,]*,[^,]*,[hk],.*COMPLEMENT'
	told=$(sed -n '$s/.*, //p' said)
	rm careless/known.csv
	attack $seed careless | grep -q ", $told" && found=0
done
broken_into "the attack recovers cells that values of a group within another tell"

for seed in 25 65 105 145; do
	careless $seed '^m,.*DIFFERENCE'
	grep -q 'm_1.*the equations determine it' said || found=0
done
broken_into "the attack recovers options that their count tells"

for seed in 40 80 120 200; do
	cd "$SCRATCH/$seed" || exit 3
	mkdir told && cp protected/estimates.csv told && "$stages/adjust" <comparisons_raw.csv >told/comparisons.csv || exit 3
	attack $seed told | tee said | grep -q 'a row tells it' && found=$((found + 1))
done
broken_into "the attack recovers cells that another table tells"

for table in bounds distributions harm few_villages; do
	for seed in 40 80 120 200; do
		cd "$SCRATCH/$seed" || exit 3
		rm -rf told && cp -r protected told && cp ${table}_raw.csv told/$table.csv
		attack $seed told | tee said | grep -q 'a row tells it' && found=$((found + 1))
	done
	broken_into "the attack recovers cells that $table tells"
done
