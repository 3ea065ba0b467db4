# SPDX-License-Identifier: GPL-3.0-or-later
# What tests/run and tests/contract/run share: where a case runs and how its command is called.

# shadow_tree TOP FOLDER: makes in FOLDER a tree like TOP, all links but for an empty tests/cases,
# so that a command may write beside its case, and read ../../../configs, without touching TOP
shadow_tree() {
	mkdir -p "$2/tests/cases"
	for entry in "$1"/* "$1"/tests/*; do
		case $entry in
		"$1/tests" | "$1/tests/cases") ;;
		*) ln -s "$entry" "$2/${entry#"$1"/}" ;;
		esac
	done
}

# call_case BUILD INPUT PREFIX [ARGUMENT]...: runs the command of the case in the current folder,
# with more arguments behind it, into PREFIX.out, PREFIX.err and PREFIX.status. INPUT is a file,
# or `-` for the caller's own stdin. Its words are split at blanks and meet no shell.
call_case() {
	build=$1 input=$2 prefix=$3
	shift 3
	more=$*
	set -f
	set -- $(cat cmd)
	word=$1
	shift
	program=$build/libexec/berdaya/$word
	[ "$word" = berdaya ] && program=$build/bin/berdaya
	settings=
	[ -f env ] && settings=$(cat env)
	settings="LC_ALL=C.UTF-8 TZ=UTC BERDAYA_LANG=en $settings $also"
	if [ "$input" = - ]; then
		env $settings $VALGRIND "$program" "$@" $more >"$prefix.out" 2>"$prefix.err"
	else
		env $settings $VALGRIND "$program" "$@" $more <"$input" >"$prefix.out" 2>"$prefix.err"
	fi
	echo $? >"$prefix.status"
	set +f
}

# input_of: the input of the case in the current folder
input_of() {
	if [ -f in.csv ]; then echo in.csv; else echo /dev/null; fi
}
