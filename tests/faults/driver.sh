#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The driver itself: its memory, its files and its death at each of them; prints TAP.
#
# After each: the earlier result or the whole new one, and the next run ends well. environment: BUILD, SCRATCH,
# POINTS (60: how many points of a sweep are tried)

. "$(dirname -- "$0")/common.sh"

# A short chain, since it is the driver that is looked at.
tiny_study study
short_chain study goals
two_results
make_ready # what is left to do there is to publish
mkdir fresh && cp -a second.study fresh.study

# either: the earlier result or the whole new one; the new one, if the run says that it went well
either() {
	if [ -d results/study ]; then
		state results/study >found
		cmp -s found second.state || { [ "$from" != fresh ] && [ "$ended" != 0 ] && cmp -s found first.state; }
	else
		[ "$from" = fresh ] && [ "$ended" != 0 ]
	fi || why "status $ended: a result that is neither nor"
}

# spoke: a run that failed says why; before the program has begun its loader does
spoke() {
	[ "$ended" = 0 ] || grep -q -e '^berdaya: ' -e 'error while loading shared libraries' said || why "status $ended, not a word"
}

# sound STATUS...: it ended with one of these and all is as it has to be; at every fifth point the
# next run is tried as well
points=0
sound() {
	case " $* " in
	*" $ended "*) ;;
	*) why "ended with $ended" ;;
	esac && either && { [ "$ended" -gt 128 ] || spoke; } || return
	points=$((points + 1))
	[ $((points % 5)) != 0 ] || { run && ended 0 && is second && clean; }
}

# points_of MOST: at how many points to try; where a run is more than publishing, at half as many
points_of() {
	if [ "$from" = ready ]; then echo "$1"; else echo $((($1 + 1) / 2)); fi
}

# sweep FROM STATUS CALLS ACTION: the fault at $POINTS or half as many of the calls, or at each if there are fewer
sweep() {
	from=$1
	back_to $from
	total=$(calls_of berdaya $3 "$berdaya" run study)
	bad=
	at=1
	while [ $at -le "$total" ]; do
		back_to $from
		run failing berdaya $3 $at $4
		sound $2 || bad="$bad $at: $(head -c 300 said);"
		at=$((at + total / $(points_of ${POINTS:-60}) + 1))
	done
	[ "$total" -gt 0 ] && [ -z "$bad" ] || why "$from, $3 $4, of $total calls: $bad"
}

# ---- memory, files, reads and writes, where the program itself asks for them -----------------------------------------
for from in ready fresh first; do
	sweep $from '0 1 3' memory ENOMEM
	result "memory fails in the driver ($from): it says so, the result is the earlier or the new one"
	sweep $from '0 1 3' open EMFILE && sweep $from '0 1 3' read EIO && sweep $from '0 3' write ENOSPC
	result "a file cannot be opened, read or written by the driver ($from): likewise"
	sweep $from '3 137' all kill # 3: it was a child, before it became another program
	result "the driver killed ($from): likewise, and the next run ends well"
done
every=1
for from in ready first; do
	sweep $from '0 1 3' memory ENOMEM
	result "memory is gone for good in the driver ($from): likewise"
done
every=

# ---- system calls of the driver, those of the C library among them ---------------------------------------------------
# traced CALL ACTION N: a run whose N-th such system call goes wrong (strace, the driver alone)
traced() {
	run strace -qq -o /dev/null -e trace="$1" -e inject="$1":"$2":when="$3"
}

# calls_made CALL: how often the driver makes it
calls_made() {
	run strace -qq -o trace -e trace="$1" -e signal=none
	grep -c "^$1(" trace
}

# system_sweep CALL ACTION STATUS: the fault at 24 or 12 of the calls (of 60 points)
system_sweep() {
	back_to $from
	total=$(calls_made "$1")
	bad=
	at=1
	while [ $at -le "$total" ]; do
		back_to $from
		traced "$1" "$2" $at
		sound $3 || bad="$bad $at: $(head -c 300 said);"
		at=$((at + total / $(points_of $(((2 * ${POINTS:-60} + 4) / 5))) + 1))
	done
	tried=$((tried + total))
	[ -z "$bad" ] || why "$from, $1 $2, of $total: $bad"
}

back_to ready
if command -v strace >/dev/null && run strace -qq -o /dev/null -e trace=rename -e inject=rename:error=EIO:when=9999 &&
	[ "$ended" = 0 ]; then
	for from in ready fresh; do
		for call in mkdir rename renameat2 link unlink rmdir fsync openat getdents64 access write read flock; do
			tried=0
			system_sweep $call error=EIO '0 1 2 3 127' && system_sweep $call signal=KILL 137
			result "system call $call fails, or the driver is killed there ($from, $tried calls)"
		done
		tried=0
		system_sweep write error=ENOSPC '0 1 3' && system_sweep mkdir error=ENOSPC '0 3' &&
			system_sweep link error=EMLINK 0 && system_sweep renameat2 error=EINVAL 0 &&
			system_sweep renameat2 error=ENOSYS 0 && system_sweep memfd_create error=ENOMEM 3
		result "no space, no link, no exchange of folders ($from, $tried calls)"
		tried=0
		system_sweep read error=EINTR '0 1 2 3 127' && system_sweep write error=EINTR 0
		result "interrupted system calls ($from, $tried calls)"
	done
	back_to ready
	run strace -qq -y -o trace -e trace=fsync,renameat2
	awk -v files="$(find results/study | wc -l)" '
		/^fsync\(.*\.study\.next/ { if (!exchanged) synced++ }
		/^renameat2\(.*\.study\.next/ { exchanged = 1 }
		/^fsync\(/ && exchanged { after++ }
		END { exit !(exchanged && synced >= files && after >= 1) }' trace || why "$(grep -c fsync trace) calls of fsync"
	result "every file is brought to the disk before the folders are exchanged, and the exchange after"
else
	skip "system calls of the driver that fail" "no strace that may trace"
fi
finish
