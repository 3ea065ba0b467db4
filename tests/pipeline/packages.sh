#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installing what is missing: asks apt only then, as whoever may, and else prints one line to type.

number=0

# result NAME: TAP from the status of the command before it
result() {
	worked=$?
	number=$((number + 1))
	if [ $worked = 0 ]; then echo "ok $number - $1"; else
		echo "not ok $number - $1"
		sed 's/^/# /' "$SCRATCH/said" "$SCRATCH/called"
	fi
}

# pretend COMMAND BODY: a command on a path that holds nothing else
pretend() {
	printf '#!/bin/sh\n%s\n' "$2" >"$SCRATCH/bin/$1"
	chmod +x "$SCRATCH/bin/$1"
}

# packages ARGUMENT...: tools/packages on that path
packages() {
	: >"$SCRATCH/called"
	PATH=$SCRATCH/bin tools/packages "$@" >"$SCRATCH/said" 2>&1 </dev/null
}

mkdir -p "$SCRATCH/bin"
pretend env 'while case $1 in *=*) ;; *) false ;; esac; do shift; done; "$@"'
pretend apt-get "echo apt-get \"\$@\" >>$SCRATCH/called"
pretend id 'echo 1000'

! packages build && grep -q '^    sudo apt-get update && sudo apt-get install -y gcc ' "$SCRATCH/said" &&
	[ "$(grep -c 'apt-get' "$SCRATCH/said")" = 1 ] && [ ! -s "$SCRATCH/called" ]
result "without the right to install it prints one line to type, and stops"

pretend sudo "[ \"\$1\" = -n ] && shift; [ \"\$1\" = true ] || { echo sudo >>$SCRATCH/called; \"\$@\"; }"
packages build && grep -q '^sudo$' "$SCRATCH/called" && grep -qx 'apt-get update' "$SCRATCH/called" &&
	grep -q '^apt-get install -y .* gcc ' "$SCRATCH/called"
result "sudo without a password installs"

pretend id 'echo 0'
packages build && ! grep -q '^sudo$' "$SCRATCH/called" &&
	grep -q '^apt-get install -y .* gcc ' "$SCRATCH/called"
result "root installs without sudo"

pretend apt-get "echo apt-get \"\$@\" >>$SCRATCH/called; exit 100"
! packages build && grep -q 'sudo apt-get install -y gcc ' "$SCRATCH/said"
result "a failing apt ends with the line to type"

: >"$SCRATCH/called"
PATH=$PATH tools/packages build check >"$SCRATCH/said" 2>&1 && [ ! -s "$SCRATCH/said" ]
result "where everything is there it says nothing"
