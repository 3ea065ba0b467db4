#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# make install: the installed berdaya is whole without its source tree, and uninstall leaves nothing.

. "$(dirname -- "$0")/../tap.sh"

if [ -n "$INSTRUMENTED" ]; then
	echo "ok 1 - install # SKIP tried with the ordinary build alone"
	exit 0
fi

root=$SCRATCH/root
make --no-print-directory BUILD="$BUILD" DESTDIR="$root" PREFIX=/usr install >"$SCRATCH/said" 2>&1
result "make install into DESTDIR"

mkdir "$SCRATCH/elsewhere"
cd "$SCRATCH/elsewhere" || exit 3
"$root/usr/bin/berdaya" stages >"$SCRATCH/installed" 2>"$SCRATCH/said" &&
	"$BUILD/bin/berdaya" stages 2>>"$SCRATCH/said" | cmp - "$SCRATCH/installed" >>"$SCRATCH/said"
result "the installed berdaya has the same stages"

"$root/usr/bin/berdaya" score --version >"$SCRATCH/said" 2>&1
result "the installed berdaya runs a stage"

"$root/usr/bin/berdaya" plan "$OLDPWD/configs/odd" >"$SCRATCH/said" 2>&1
result "the installed berdaya plans a study, charts included"

"$root/usr/bin/berdaya" new study >"$SCRATCH/said" 2>&1
for document in $(grep -o '`[a-z]*/[a-zA-Z.-]*\.md`' study/README.??.md | sed 's/^[^`]*`\(.*\)`$/\1/' | sort -u); do
	[ -f "$root/usr/share/doc/berdaya/$document" ] || echo "not installed: $document" >>"$SCRATCH/lacking"
done
[ -s study/README.en.md ] && grep -q running-a-study study/README.en.md && [ ! -e "$SCRATCH/lacking" ]
result "the documents that a new study names are installed"

cd "$OLDPWD" || exit 3
make --no-print-directory BUILD="$BUILD" DESTDIR="$root" PREFIX=/usr uninstall >"$SCRATCH/said" 2>&1 &&
	[ -z "$(find "$root" -type f -o -type l)" ]
result "make uninstall leaves no file"
