#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whole runs interrupted, doubled, on disks that fill up, with files replaced meanwhile; prints TAP.
#
# After each: the earlier result as it was, or the whole new one. environment: BUILD, SCRATCH

. "$(dirname -- "$0")/common.sh"

small_study study
short_chain study
two_results

# ---- held in the middle ---------------------------------------------------------------------------------------
# held PROGRAM CALLS AT [WORD...]: begins a run in the background that waits at a call of the program while it is
# at work (and at each $every-th after it), and waits for that. Descriptor 5 is the pipe that the program holds
# open until it ends, 6 the one in which it is told to go on.
held() {
	program=$1
	rm -f gate gate.go && mkfifo gate gate.go && exec 4<>gate 6<>gate.go || exit 3
	(
		export LD_PRELOAD="$library" FAULT_PROGRAM="$1" FAULT_CALLS="$2" FAULT_AT="$3" FAULT_ACTION=hold
		export FAULT_WORK=yes FAULT_EVERY="$every" FAULT_GATE="$SCRATCH/gate"
		shift 3
		exec "$@" "$berdaya" run study >said 2>&1 </dev/null 4>&- 6>&-
	) &
	driver=$!
	comes 4 && exec 5<gate
	exec 4>&-
}

# comes DESCRIPTOR: waits until the program says that it has come to a call where it is to wait
comes() {
	[ -n "$(timeout 60 head -c 1 <&$1)" ] || why "$program never came to the call where it was to wait"
}

# next: lets the program go on, and waits until it waits again
next() {
	echo >&6 && comes 5
}

# gone: lets the program go on, where it lives and as often as it waits, until it has ended
gone() {
	echo >&6
	while waits=$(timeout 60 head -c 1 <&5) || why "$program does not end"; do
		[ -n "$waits" ] || break
		echo >&6
	done
	exec 5<&- 6>&-
}

# go_on: lets the held run end; its status in `ended`
go_on() {
	gone
	wait $driver
	ended=$?
}

# a shell lets what it begins in the background ignore SIGINT
unignored=
env --default-signal=INT true 2>/dev/null && unignored='env --default-signal=INT'
for signal in ${unignored:+INT} TERM HUP KILL; do
	bad=
	for stage in score compare chart_goals; do
		back_to first
		held $stage all 200 $unignored
		kill -$signal $driver
		wait $driver 2>/dev/null
		[ $? -gt 128 ] || why "$signal: the driver did not end by it"
		gone
		is first || bad="$bad $stage"
		run && ended 0 && is second && clean || bad="$bad $stage (resumed)"
	done
	[ -z "$bad" ] || why "SIG$signal while at work:$bad"
	result "SIG$signal while a stage is at work: the earlier result intact, then resumed to the same bytes"
done

back_to first
held tally all 100
"$berdaya" run study >other 2>&1 </dev/null
[ $? = 3 ] && grep -q 'results/.study.work: another run is at work' other && is first || why "$(cat other)"
"$berdaya" run study --output results/elsewhere >other 2>&1 </dev/null || why "$(cat other)"
go_on
ended 0 && is second && [ "$(state results/elsewhere)" = "$(cat second.state)" ]
result "two runs at once: the second is refused in the same folder, and at home in another"

bad=
for try in 1 2 3 4 5; do
	back_to first
	"$berdaya" run study >said 2>&1 </dev/null &
	one=$!
	"$berdaya" run study >other 2>&1 </dev/null
	two=$?
	wait $one
	case "$? $two" in
	'0 3' | '3 0' | '0 0') is second && clean || bad="$bad $try" ;;
	*) bad="$bad $try" ;;
	esac
done
[ -z "$bad" ] || why "tries$bad"
result "two runs begun at the same moment: one result, whole"

# ---- files replaced during a run ----------------------------------------------------------------------------------
# refused_for FILE: the run ended because of that file, and nothing else happened
refused_for() {
	ended 3 && said "^berdaya: $1: changed while the run was at work" && earlier
}

opens=$(cd study && calls_of ingest open "$BUILD/libexec/berdaya/ingest")
bad=
at=1
while [ $at -le "$opens" ]; do
	back_to first
	held ingest open $at
	sed '2d' study/data/round2.csv >new && mv new study/data/round2.csv
	go_on
	refused_for data/round2.csv || bad="$bad $at"
	run && ended 0 || bad="$bad $at (resumed)"
	grep -q "^data,data/round2.csv,data/round2.csv,$(sha256sum <study/data/round2.csv | cut -d' ' -f1)," \
		results/study/manifest.csv || bad="$bad $at (manifest)"
	[ $at != 1 ] || state results/study >replaced.state
	is replaced || bad="$bad $at (bytes)"
	at=$((at + 1))
done
[ "$opens" -gt 0 ] && [ -z "$bad" ] || why "replaced at opening$bad of $opens"
result "data replaced while they are read, at each of $opens points: noticed, named, nothing published; then run with the new"

back_to first
held ingest read 10
tail -n 1 study/data/round2.csv >>study/data/round2.csv
go_on
refused_for data/round2.csv
result "data appended to while they are read: noticed"

# the last two files that it opens are those of the rounds
back_to first
every=1
held ingest open $((opens - 1))
cp -p study/data/round0.csv kept && sed -i '2d' study/data/round0.csv
next
cat kept >study/data/round0.csv
go_on
every=
refused_for data/round0.csv
result "data changed and changed back while they are read: noticed"

back_to first
held compare all 300
sed -i '2d' study/data/round2.csv
go_on
refused_for data/round2.csv
result "data replaced after they were read: the run does not publish what is out of date"

bad=
for stage in score tally estimate compare verdict; do
	back_to first
	held $stage all 50
	sed -i '/^i_mitra/s/0.5/0.75/' study/indicators.csv
	go_on
	refused_for indicators.csv || bad="$bad $stage"
	run && ended 0 || bad="$bad $stage (resumed)"
	[ $stage != score ] || state results/study >redefined.state
	is redefined || bad="$bad $stage (bytes)"
done
[ -z "$bad" ] || why "while at work:$bad"
result "an indicator redefined while a stage is at work: noticed, named, nothing published; then run with the new"

back_to first
held tally all 100
chmod 600 study/data/round0.csv && ln study/data/round0.csv study/data/link
cp -p study/data/round2.csv new && mv new study/data/round2.csv
go_on
ended 0 && is second
result "new permissions, a link, a copy in place of a file: no change"

# ---- disks -----------------------------------------------------------------------------------------------------------
if may_mount; then
	back_to first
	need=$(du -sk first | cut -f1)
	more=$(du -sk second | cut -f1)
	bad=
	full=0
	room=$need
	while [ $room -le $((need + more + 2048)) ]; do
		mount -t tmpfs -o size=${room}k none mounted && cp -a first/. mounted/ 2>/dev/null
		if state mounted/study | cmp -s - first.state; then
			"$berdaya" run study --output mounted/study >said 2>&1 </dev/null
			case $? in
			0) state mounted/study | cmp -s - second.state || bad="$bad $room" ;;
			3)
				full=$((full + 1))
				state mounted/study | cmp -s - first.state && said 'No space left\|cannot be written\|step ' ||
					bad="$bad $room: $(tail -n 2 said)"
				[ ! -e mounted/.study.previous ] || bad="$bad $room (left behind)"
				mount -o remount,size=64m mounted
				"$berdaya" run study --output mounted/study >said 2>&1 </dev/null &&
					state mounted/study | cmp -s - second.state || bad="$bad $room (resumed)"
				;;
			*) bad="$bad $room: $(tail -n 2 said)" ;;
			esac
		fi
		umount mounted
		room=$((room + (more + 2048) / 30))
	done
	[ -z "$bad" ] || why "with KiB:$bad"
	[ $full -ge 10 ] && [ -z "$bad" ] || why "full in $full cases only"
	result "a disk that fills up at $full points of a run: named, the earlier result intact, then resumed to the same bytes"

	mount -t tmpfs -o size=64m none mounted && cp -a first/. mounted/
	mount -o remount,ro mounted
	"$berdaya" run study --output mounted/study >said 2>&1 </dev/null
	ended=$?
	ended 3 && said 'mounted' && said 'Read-only' && state mounted/study | cmp -s - first.state
	result "an output that may only be read: named, the earlier result intact"
	umount mounted
else
	skip "a disk that fills up, an output that may only be read" "only root may mount a small disk"
fi

# ---- who listens -------------------------------------------------------------------------------------------------------
back_to first
"$berdaya" run study >&- 2>said
ended=$?
ended 3 && said '<stdout>' && is second && clean
result "stdout closed: the result is published, the loss of the report is an error"
back_to first
"$berdaya" run study >&- 2>&- <&-
is second && clean
result "all standard streams closed: the result is published, and nothing is written into files by mistake"
back_to first
(
	trap '' PIPE
	to_nobody eval 'timeout 60 "$berdaya" run study 2>&1'
	echo $? >ended
)
[ "$(cat ended)" = 3 ] && is second && clean || why "ended with $(cat ended)"
back_to first
to_nobody eval 'timeout 60 "$berdaya" run study 2>&1'
is second && clean
result "a reader that goes away, SIGPIPE ignored or not: the run ends, its result whole"
finish
