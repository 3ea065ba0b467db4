#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Pages, workbooks, data packages and charts, which children of the driver make: memory, files and death; prints TAP.
#
# After each: the step named and the earlier result as it was, or the right bytes. environment: BUILD, SCRATCH

. "$(dirname -- "$0")/common.sh"

tiny_study study
short_chain study
two_results
make_ready
child=yes

# ends_well STEP: the whole new result; or the step is named, and the earlier result stands
ends_well() {
	case $ended in
	0) is second && clean ;;
	3) said "step $1 (\|cannot describe itself" && earlier ;; # it had been forked to ask a stage
	*) why "ended with $ended" ;;
	esac
}

# sweep STEP CALLS ACTION POINTS: the fault at so many calls of the child, or at each if there are fewer
sweep() {
	back_to ready
	asked="--from $1"
	total=$(calls_of berdaya $2 "$berdaya" run study $asked)
	bad=
	failed_runs=0
	at=1
	while [ $at -le "$total" ]; do
		back_to ready
		run failing berdaya $2 $at $3
		ends_well $1 || bad="$bad $at: $(head -c 200 said);"
		[ $ended = 0 ] || failed_runs=$((failed_runs + 1))
		at=$((at + total / $4 + 1))
	done
	asked=
	{ [ -z "$bad" ] || why "$2 $3, of $total calls: $bad"; } &&
		{ [ $failed_runs -gt 0 ] || why "$2 $3, of $total calls: no run failed"; }
}

for step in goals report tables datapackage; do
	sweep $step memory ENOMEM 40
	result "$step: memory fails at one of $total calls"
	every=1
	sweep $step memory ENOMEM 20
	result "$step: memory is gone for good from one of them on"
	every=
	sweep $step open EMFILE 20 && sweep $step read EIO 20
	result "$step: a file cannot be opened or read"
	sweep $step all kill 20
	result "$step: killed"
	run && ended 0 && is second && clean
	result "$step: then resumed to the same bytes"
done
finish
