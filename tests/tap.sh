# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by tests of whole runs: where things are, and TAP from the status of commands.
#
# environment: BUILD (build folder, default build), SCRATCH (an empty folder; one is made where it is not set)

top=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd) || exit 3
case ${BUILD:=build} in
/*) ;;
*) BUILD=$top/$BUILD ;;
esac
if [ -z "$SCRATCH" ]; then
	SCRATCH=$(mktemp -d) || exit 3
	trap 'rm -rf "$SCRATCH"' EXIT
fi
berdaya=$BUILD/bin/berdaya
stages=$BUILD/libexec/berdaya
export BERDAYA_LANG=en
number=0
failed=0

# result NAME: TAP from the status of the command before it; what it said stands in $SCRATCH/said, and
# in $SCRATCH/why what went wrong
result() {
	worked=$?
	number=$((number + 1))
	if [ $worked = 0 ]; then echo "ok $number - $1"; else
		failed=$((failed + 1))
		echo "not ok $number - $1"
		cat "$SCRATCH/said" "$SCRATCH/why" 2>/dev/null | tail -n 20 | sed 's/^/# /'
	fi
	: >"$SCRATCH/why"
}

skip() {
	number=$((number + 1))
	echo "ok $number - $1 # SKIP $2"
}

# why WORD...: writes down what went wrong; false
why() {
	echo "$*" >>"$SCRATCH/why"
	return 1
}
