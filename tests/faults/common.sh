# SPDX-License-Identifier: GPL-3.0-or-later
# What the fault tests share: TAP, the demo study made small, and programs that fail on purpose.
#
# environment: BUILD (build folder), SCRATCH (an empty folder; one is made where it is not set)

top=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd) || exit 3
case ${BUILD:=build} in
/*) ;;
*) BUILD=$top/$BUILD ;;
esac
if [ -z "$SCRATCH" ]; then
	SCRATCH=$(mktemp -d) || exit 3
	own=yes
fi
trap 'umount "$SCRATCH/mounted" 2>/dev/null; [ -z "$own" ] || rm -rf "$SCRATCH"' EXIT
trap 'exit 130' INT TERM
berdaya=$BUILD/bin/berdaya
library=$BUILD/tests/faults/fail.so
[ -x "$library" ] || {
	echo "not ok - build first: make faults"
	exit 3
}
export BERDAYA_LANG=en LC_ALL=C.UTF-8 TZ=UTC
cd "$SCRATCH" || exit 3
number=0
failed=0
every=
child=
working=

# result NAME: TAP from the status of the command before it, and whether anything went wrong on the way; `why`
# and `said` tell more
result() {
	worked=$?
	number=$((number + 1))
	if [ $worked = 0 ] && [ ! -s why ]; then
		echo "ok $number - $1"
	else
		failed=$((failed + 1))
		echo "not ok $number - $1"
		[ ! -s why ] || head -n 20 why | sed 's/^/# /'
		head -n 20 said 2>/dev/null | sed 's/^/# said: /'
	fi
	: >why
}

skip() {
	number=$((number + 1))
	echo "ok $number - $1 # SKIP $2"
}

# why WORD...: writes down what went wrong; false
why() {
	echo "$*" >>why
	return 1
}

said() {
	grep -q -e "$1" said || why "does not say: $1"
}

finish() {
	echo "1..$number"
	[ "$failed" = 0 ]
}

# state FOLDER: one hash of all names, modes and bytes below it
state() {
	(cd "$1" && find . -printf '%p %m\n' | LC_ALL=C sort && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2) |
		sha256sum
}

# failing PROGRAM CALLS AT ACTION COMMAND...: the command, where the AT-th of these calls of the
# program (where $child is not empty: of what it forks; where $working is not empty: not when it is only
# asked something) goes wrong (see fail.c), and each $every-th after it; the number of calls is added to `count`
failing() {
	FAULT_PROGRAM=$1 FAULT_CALLS=$2 FAULT_AT=$3 FAULT_ACTION=$4
	shift 4
	LD_PRELOAD=$library FAULT_PROGRAM=$FAULT_PROGRAM FAULT_CALLS=$FAULT_CALLS FAULT_AT=$FAULT_AT \
		FAULT_ACTION=$FAULT_ACTION FAULT_CHILD=$child FAULT_EVERY=$every FAULT_WORK=$working \
		FAULT_COUNT=$SCRATCH/count "$@"
}

# to_nobody COMMAND...: the command, whose output goes to a reader that has gone before it begins
to_nobody() (
	rm -f "$SCRATCH/nobody" && mkfifo "$SCRATCH/nobody" || exit 99
	: <"$SCRATCH/nobody" &
	exec 3>"$SCRATCH/nobody"
	wait $!
	"$@" >&3 3>&-
)

# calls_of PROGRAM CALLS COMMAND...: how many such calls the program makes, at most, in one process
calls_of() {
	program=$1 calls=$2
	shift 2
	rm -f "$SCRATCH/count"
	failing "$program" "$calls" 0 kill "$@" >/dev/null 2>&1
	if [ -f "$SCRATCH/count" ]; then sort -n "$SCRATCH/count" | tail -n 1; else echo 0; fi
}

# more_steps FOLDER: the stages that are not in the default chain
more_steps() {
	cat >"$1/pipeline.csv" <<-END
		step,reads,stage,options,publish
		norms,responses,norms,,
		whole,tally,merge,,
	END
}

# short_chain FOLDER [STEP...]: tables, a page, a workbook and a data package in as few steps as may be; without these
short_chain() {
	study_folder=$1
	shift
	{
		echo step,reads,stage,options,publish
		echo '*,,-,,'
		echo responses,,ingest,,
		echo norms,responses,norms,,
		echo scores,responses norms,score,,
		echo tally,scores,tally,,
		echo suppressed,tally,protect,,
		echo estimates_raw,tally,estimate,,
		echo estimates,estimates_raw suppressed,withhold,,yes
		echo comparisons_raw,tally,compare,,
		echo comparisons_withheld,comparisons_raw suppressed,withhold,,
		echo comparisons,comparisons_withheld,adjust,,yes
		echo verdicts,comparisons,verdict,,yes
		echo goals_data,verdicts comparisons,chart_goals,,
		echo goals,goals_data,goals.gp,,yes
		echo page_goals,verdicts comparisons,page_goals,,
		echo report,page_goals goals,report.html,,yes
		echo tables,'*',tables.xlsx,,yes
		echo datapackage,'*',tables.json,,yes
	} >"$study_folder/pipeline.csv"
	for step in "$@"; do sed -i -e "/^$step,/d" -e "s/ $step,/,/" "$study_folder/pipeline.csv"; done
}

# tiny_study FOLDER: 24 people; one round in another encoding, a span frozen at the baseline, a recode
tiny_study() {
	"$berdaya" new "$1" >/dev/null || exit 3
	sed -i -e 's/,source$/,source,options/' -e 's/,csv$/,csv,/' -e '3s/,csv,$/,csv,encoding=WINDOWS-1252/' "$1/rounds.csv"
	sed -i '/^i_usaha/s/,0,3,/,0,p95,/' "$1/indicators.csv"
	printf 'round,column,question,value,becomes,reason,respondent\n,,usaha,3,2,checked,\n' >"$1/recode.csv"
	more_steps "$1"
}

# small_study FOLDER: the demo study with three villages of each arm, and every stage in its plan
small_study() {
	cp -R "$top/configs/desa_berdaya" "$1" && mkdir -p "$1/data" || exit 3
	for round in 0 2; do
		grep -e '^tanggal' -e ',V0[1278],' -e ',V1[39],' \
			"$top/datasets/desa_berdaya/round$round.csv" >"$1/data/round$round.csv"
	done
	grep -e '^cluster' -e '^V0[1278],' -e '^V1[39],' "$top/datasets/desa_berdaya/clusters.csv" >"$1/clusters.csv"
	sed -i 's#../../datasets/desa_berdaya/#data/#' "$1/rounds.csv"
	more_steps "$1"
}

# may_mount: whether a small disk may be mounted at `mounted`
may_mount() {
	[ "$(id -u)" = 0 ] && mkdir -p mounted && mount -t tmpfs -o size=64k none mounted 2>/dev/null && umount mounted
}

# ---- whole runs: two states of one study, and what may be found between them --------------------------------

# run [WORD...]: runs the study, with these words before the command and $asked after it; its status in `ended`
asked=
run() {
	"$@" "$berdaya" run study --allow-programs $asked >said 2>&1 </dev/null
	ended=$?
}

ended() {
	[ "$ended" = "$1" ] || why "ended with $ended, not $1"
}

# is RESULT: the published result is the one kept as RESULT
is() {
	state results/study | cmp -s - "$1.state" || why "the result is not that of $1"
}

# clean: no half of anything lies about
clean() {
	[ -z "$(find results -name '*.partial' -o -name '*.chart' -o -name '.study.next' -o -name '.study.previous')" ] ||
		why "left behind: $(find results -name '*.partial' -o -name '*.chart' -o -name '.study.*')"
}

earlier() { is first && clean; }

# back_to RESULT: study, work area and result as they were then
back_to() {
	rm -rf results study && cp -a "$1" results && cp -a "$1.study" study
}

# two_results: `first`, made from a study whose data then change, and `second`, made from those
two_results() {
	run && ended 0 && state results/study >first.state && cp -a results first
	result "the study runs"
	for data in study/data/*.csv; do sed -i '$d' "$data"; done
	cp -a study first.study
	run && ended 0 && state results/study >second.state && ! cmp -s first.state second.state
	result "changed data give another result"
	cp -a results second
	cp -a study second.study
	[ "$failed" = 0 ] || exit 1
}

# make_ready: `ready`, where all tables are those of the second result, and the first one still stands
make_ready() {
	cp -a second ready && rm -rf ready/study && cp -a first/study ready/study && cp -a second.study ready.study
}
