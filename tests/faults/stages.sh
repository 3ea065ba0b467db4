#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every stage by itself: no memory, no file, a read or write that fails, stops short or is interrupted; prints TAP.
#
# A stage ends with 3 and says so, or with 0 and the right table. environment: BUILD, SCRATCH, APART (memory
# fails at one call in so many, default 1)

. "$(dirname -- "$0")/common.sh"

tiny_study tiny
small_study small
for study in tiny small; do
	"$berdaya" plan $study | grep "^$BUILD/libexec/berdaya/" >$study.plan
	"$berdaya" run $study >said 2>&1
	result "the $study study runs where nothing fails"
done

# set_command LINE: from a line of the plan: the stage, its command without output, its table
set_command() {
	command=${1%%>*}
	table=${1##*> }
	stage=${command#"$BUILD/libexec/berdaya/"}
	stage=${stage%% *}
	command=$(printf '%s' "$command" | sed "s#--rejects [^ ]*#--rejects $SCRATCH/rejects#")
}

# try CALLS AT ACTION: the command with a fault; its status; out and err are kept
try() {
	(
		cd "$study" || exit 99
		eval "failing $stage $1 $2 $3 $command" >../out 2>../err
	)
}

# ends_well STATUS: true for 0 with the right table, and for 3 with a reason
ends_well() {
	case $1 in
	0) cmp -s out "$table" ;;
	3) grep -q "^$stage: " err ;;
	*) false ;;
	esac
}

# sweep CALLS ACTION STEP: the fault at each STEP-th call; true if all ended well
sweep() {
	total=$(cd "$study" && eval "calls_of $stage $1 $command")
	at=1
	bad=
	[ "$total" -gt 0 ] || why "$study/$stage makes no calls: $1" || return
	while [ "$at" -le "$total" ]; do
		try "$1" "$at" "$2"
		ended=$?
		ends_well $ended || bad="$bad $at ($ended: $(head -c 200 err))"
		at=$((at + $3))
	done
	[ -z "$bad" ] || why "$study/$stage, $1, $2${every:+, every $every}: at$bad"
}

# same: the last output is the right table, whatever was in the way
same() {
	[ "$1" = 0 ] && cmp -s out "$table" || why "$stage: $1, $(head -c 200 err)"
}

# A stage that has been tried in one step is tried at every fifth call in the others.
tried=
while read -r line; do
	set_command "$line"
	study=tiny
	every=
	apart=${APART:-1}
	case " $tried " in *" $stage "*) apart=$((5 * apart)) ;; esac
	tried="$tried $stage"
	sweep memory ENOMEM $apart
	result "$stage, ${table##*/}: memory fails at one call in $apart"
	every=1
	sweep memory ENOMEM $((2 * apart + 1))
	result "$stage: memory is gone for good from one call in $((2 * apart + 1)) on"
	every=
	sweep open EMFILE 1 && sweep read EIO 1 && sweep write ENOSPC 1 && sweep write EIO 1
	result "$stage: every open, read and write fails"
	every=2
	try read 1 EINTR && same $? && try write 1 EINTR && same $?
	result "$stage: interrupted reads and writes are taken up again"
	every=1
	try read 1 short && same $? && try write 1 short && same $?
	result "$stage: a byte at a time makes the same table"
	every=
done <tiny.plan

while read -r line; do
	set_command "$line"
	study=small
	total=$(cd small && eval "calls_of $stage memory $command")
	sweep memory ENOMEM $((total / 20 + 1)) && sweep read EIO 3 && sweep write ENOSPC 3
	result "$stage: the same on more than a block of data"

	# what a shell or a supervisor may do to a program
	{
		(cd small && eval "$command" >/dev/full) 2>err
		[ $? = 3 ] && grep -q "^$stage: .*No space left" err || why "/dev/full: $(cat err)"
	} && {
		(cd small && eval "$command" >&-) 2>err
		[ $? = 3 ] && grep -q "^$stage: .*<stdout>" err || why "stdout closed: $(cat err)"
	} && {
		(trap '' XFSZ && cd small && ulimit -f 0 && eval "$command" >../out) 2>err
		[ $? = 3 ] || why "a limit on files: $(cat err)"
	}
	result "$stage: output that is full, closed or too large is an error, and named"
	case $line in
	*' < '*)
		blind=$(printf '%s' "$command" | sed 's/ < [^ ]*//')
		{
			(cd small && eval "$blind <&-" >../out) 2>err
			[ $? = 3 ] && grep -q "^$stage: <stdin>" err || why "stdin closed: $(cat err)"
		} && {
			(cd small && eval "$blind </" >../out) 2>err
			[ $? = 3 ] && grep -q "^$stage: <stdin>" err || why "stdin a folder: $(cat err)"
		}
		result "$stage: input that is closed or a folder is an error, and named"
		;;
	esac
	(
		trap '' PIPE
		cd small && to_nobody eval "timeout 20 $command" 2>../err
		echo $? >../ended
	)
	[ "$(cat ended)" = 3 ] && grep -q "^$stage: <stdout>: .*Broken pipe" err || why "ended with $(cat ended): $(cat err)"
	result "$stage: a reader that goes away ends it though SIGPIPE is ignored"
done <small.plan

# ---- input without end ----------------------------------------------------------------------------------------
while read -r line; do
	set_command "$line"
	input=${command##*< }
	input=${input% }
	[ "$stage" = score ] || continue
	{ cat "$input" && yes "$(tail -n 1 "$input")"; } 2>/dev/null | (
		trap '' PIPE
		cd small && timeout 20 ${command%% <*} 2>../err
		echo $? >../ended
	) | head -n 2 >out
	[ "$(cat ended)" = 3 ] || why "ended with $(cat ended): $(cat err)"
	result "$stage: a reader that goes away ends it, though the input never does"
done <small.plan

# ---- every stage was tried ----------------------------------------------------------------------------------------
for program in "$BUILD"/libexec/berdaya/*; do
	stage=${program##*/}
	grep -q "/$stage " small.plan || skip "$stage" "not a step of the study tried here"
done
finish
