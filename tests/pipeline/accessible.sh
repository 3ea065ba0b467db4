#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The pages as people with disabilities meet them: axe-core, in a browser, finds no violation; prints TAP.
#
# AXE names axe.min.js of the npm package axe-core (default: node_modules/axe-core/axe.min.js of this tree); without
# it or without chromium the test leaves itself out, aloud. What runs in the browser is a copy of each page, of
# which only the rule that forbids scripts is taken out.
#
# environment: BUILD (build folder), SCRATCH (an empty folder)

axe=${AXE:-node_modules/axe-core/axe.min.js}
if [ ! -r "$axe" ]; then
	echo "ok - axe-core finds no violation # SKIP axe-core is not here (npm install axe-core, or AXE=path of axe.min.js)"
	exit
fi
if ! command -v chromium >/dev/null 2>&1; then
	echo "ok - axe-core finds no violation # SKIP chromium is not installed"
	exit
fi

# What the page tells of itself: a line for each violation, and how many rules were passed.
ask='axe.run(document, { resultTypes: ["violations"] }).then(function (found) {
	var lines = [];
	found.violations.forEach(function (one) {
		one.nodes.slice(0, 5).forEach(function (node) {
			lines.push("violates " + one.id + ": " + one.help + ": " + node.target.join(" ") + ": " + node.failureSummary);
		});
	});
	lines.push("passes " + found.passes.length);
	document.documentElement.textContent = "AXE[" + lines.join("\n") + "]AXE";
});'

# look NAME PAGE WIDTH: TAP of one page at one width
look() {
	copy=$SCRATCH/page.html
	{
		grep -v 'http-equiv="Content-Security-Policy"' "$2" | sed 's#</body>##; s#</html>##'
		echo '<script>'
		cat "$axe"
		printf '\n</script>\n<script>%s</script>\n</body>\n</html>\n' "$ask"
	} >"$copy"
	chromium --headless --no-sandbox --disable-gpu --disable-extensions --user-data-dir="$SCRATCH/profile" --window-size="$3,1200" \
		--virtual-time-budget=60000 --dump-dom "file://$copy" >"$SCRATCH/dom" 2>/dev/null
	sed -n '/AXE\[/,/\]AXE/p' "$SCRATCH/dom" | sed 's/.*AXE\[//; s/\]AXE.*//; s/<[^>]*>//g' >"$SCRATCH/said"
	passes=$(sed -n 's/^passes //p' "$SCRATCH/said")
	if [ "${passes:-0}" -gt 10 ] && ! grep -q '^violates' "$SCRATCH/said"; then
		echo "ok - $1: axe-core finds no violation ($passes rules hold)"
	else
		echo "not ok - $1: axe-core finds no violation"
		[ -n "$passes" ] || echo "# the browser gave no answer"
		head -n 40 "$SCRATCH/said" | sed 's/^/# /'
	fi
}

"$BUILD/bin/berdaya" run configs/desa_berdaya --allow-programs --output "$SCRATCH/here" >"$SCRATCH/said" 2>&1 &&
	"$BUILD/bin/berdaya" sheets configs/desa_berdaya --allow-programs --output "$SCRATCH/here" >>"$SCRATCH/said" 2>&1 || sed 's/^/# /' "$SCRATCH/said"
here=$SCRATCH/here
village=$(find "$SCRATCH/here.villages" -name 'sheet.id.html' | sort | head -n 1)

look "report in Indonesian" "$here/report.id.html" 1200
look "report in English, on a phone" "$here/report.en.html" 390
look "page of contents" "$here/index.html" 1200
look "village sheet" "$village" 800
look "village poster in English" "$(dirname "$village")/poster.en.html" 1123
