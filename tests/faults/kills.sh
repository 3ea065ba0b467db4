#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Each stage and gnuplot killed at twenty points of a run; prints TAP.
#
# After each: the stage named, the earlier result as it was; at last the run is resumed. environment: BUILD, SCRATCH

. "$(dirname -- "$0")/common.sh"

small_study study
two_results

# ---- each step killed at twenty points ------------------------------------------------------------------
# killed_at_points STEP PROGRAM TOTAL: kills the program at 20 of its calls
killed_at_points() {
	bad=
	point=0
	while [ $point -lt 20 ]; do
		at=$((point * $3 / 20 + 1))
		run failing "$2" all $at kill
		ended 3 && said "step [a-z_]* ($2).*SIGKILL\|/$2: .*cannot describe itself\|/$2: ended by signal 9" && earlier || bad="$bad $at"
		point=$((point + 1))
	done
	[ -z "$bad" ] || why "killed at$bad of $3"
}

rm -rf results
"$berdaya" plan study | awk -v libexec="$BUILD/libexec/berdaya/" '
	/^# [a-z_]*: / { step = substr($2, 1, length($2) - 1) }
	index($0, libexec) == 1 { print step, substr($1, length(libexec) + 1), $0 }' |
	sed 's# --rejects [^ ]*# --rejects /dev/null#' >stages
while read -r step stage command; do
	back_to first
	total=$(cd study && eval "calls_of $stage all ${command%%>*}")
	{ [ "$total" -ge 20 ] || why "$stage makes $total calls"; } && killed_at_points "$step" "$stage" "$total" &&
		run && ended 0 && is second && clean
	result "$step killed at 20 of its $total calls: named, the earlier result intact, then resumed to the same bytes"
done <stages

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
back_to first
echo 0 >at
rm -f count
run env PATH="$SCRATCH/bin:$PATH"
total=$(sort -n count 2>/dev/null | tail -n 1)
back_to first
bad=
point=0
while [ "$point" -lt 20 ] && [ "${total:-0}" -gt 20 ]; do
	echo $((point * total / 20 + 1)) >at
	run env PATH="$SCRATCH/bin:$PATH"
	ended 3 && said 'step [a-z_]* ([a-z]*.gp)' && earlier || bad="$bad $point"
	point=$((point + 1))
done
[ -z "$bad" ] || why "killed at$bad"
if [ "$point" = 20 ]; then
	run && ended 0 && is second && clean
	result "gnuplot killed at 20 of its $total calls: the chart named, the earlier result intact, then resumed"
else
	skip "gnuplot killed at 20 points" "it does not come to anything here"
fi

finish
