#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Each stage and gnuplot killed at twenty points of a run that begins with it; prints TAP.
#
# After each: the stage named, the earlier result as it was; at last the run is resumed. A stage that has been
# tried in one step is killed at five points in the others. environment: BUILD, SCRATCH, POINTS (20)

. "$(dirname -- "$0")/common.sh"

small_study study
two_results
make_ready

# ---- each step killed -----------------------------------------------------------------------------------
# killed_at_points STEP PROGRAM TOTAL POINTS: kills the program at so many of its calls
killed_at_points() {
	bad=
	point=0
	asked="--from $1"
	working=yes
	while [ $point -lt $4 ]; do
		at=$((point * $3 / $4 + 1))
		run failing "$2" all $at kill
		ended 3 && said "step $1 ($2).*SIGKILL" && earlier || bad="$bad $at"
		point=$((point + 1))
	done
	asked=
	working=
	[ -z "$bad" ] || why "killed at$bad of $3"
}

# killed_when_asked STAGE: killed at the first and at the last call of saying what it is
killed_when_asked() {
	for at in 1 "$(calls_of "$1" all "$BUILD/libexec/berdaya/$1" --describe)"; do
		run failing "$1" all "$at" kill
		ended 3 && said "/$1: .*cannot describe itself" && earlier || why "$1 --describe, killed at $at"
	done
}

rm -rf results
"$berdaya" plan study | awk -v libexec="$BUILD/libexec/berdaya/" '
	/^# [a-z_]*: / { step = substr($2, 1, length($2) - 1) }
	index($0, libexec) == 1 { print step, substr($1, length(libexec) + 1), $0 }' |
	sed 's# --rejects [^ ]*# --rejects /dev/null#' >stages
tried=
while read -r step stage command; do
	back_to ready
	total=$(cd study && eval "calls_of $stage all ${command%%>*}")
	case " $tried " in
	*" $stage "*) points=$(((${POINTS:-20} + 3) / 4)) ;;
	*)
		points=${POINTS:-20}
		killed_when_asked "$stage"
		;;
	esac
	tried="$tried $stage"
	{ [ "$total" -ge 20 ] || why "$stage makes $total calls"; } && killed_at_points "$step" "$stage" "$total" $points &&
		run && ended 0 && is second && clean
	result "$step killed at $points of its $total calls: named, the earlier result intact, then resumed to the same bytes"
done <stages

back_to ready
run failing ingest all $((1 + $(calls_of ingest all "$BUILD/libexec/berdaya/ingest" --describe))) kill
ended 3 && said '/ingest: ended by signal 9 while it looked at the headers' && earlier
result "ingest killed while it looks at the headers of the data: named, the earlier result intact"

# gnuplot gets an environment of its own: a wrapper lets it die
mkdir bin
cat >bin/gnuplot <<END
#!/bin/sh
case \$1 in
-d) export LD_PRELOAD=$library FAULT_PROGRAM=gnuplot FAULT_CALLS=all FAULT_AT=\$(cat "$SCRATCH/at") FAULT_ACTION=kill ;;
esac
FAULT_COUNT=$SCRATCH/count exec $(command -v gnuplot) "\$@"
END
chmod +x bin/gnuplot
asked='--from effects'
back_to ready
echo 0 >at
rm -f count
run env PATH="$SCRATCH/bin:$PATH"
total=$(sort -n count 2>/dev/null | tail -n 1)
back_to ready
bad=
point=0
while [ "$point" -lt 20 ] && [ "${total:-0}" -gt 20 ]; do
	echo $((point * total / 20 + 1)) >at
	run env PATH="$SCRATCH/bin:$PATH"
	ended 3 && said 'step [a-z_]* ([a-z]*.gp)' && earlier || bad="$bad $point"
	point=$((point + 1))
done
asked=
[ -z "$bad" ] || why "killed at$bad"
if [ "$point" = 20 ]; then
	run && ended 0 && is second && clean
	result "gnuplot killed at 20 of its $total calls: the chart named, the earlier result intact, then resumed"
else
	skip "gnuplot killed at 20 points" "it does not come to anything here"
fi

finish
