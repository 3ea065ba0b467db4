# SPDX-License-Identifier: GPL-3.0-or-later
# Flow: from the rows of the files to those analysed, in up to three columns, with who leaves and why.
# What it reads: plots/README.md.

LEFT = 28.0; RIGHT = 972.0; UNDER = 46; HEAD_ROOM = 6
GAP = 26; PAD = 16; STEM = 30; BRANCH = 20          # STEM: from a column's edge to its arrow
name_of(c) = c == 1 ? 'first' : (c == 2 ? 'second' : 'third')
lines_in(c) = (line_of(name_of(c), 1) ne '') + (line_of(name_of(c), 2) ne '')
filled(c) = words_of(name_of(c).'_n') ne ''
lines_in_row(r) = most(lines_in(1), most(lines_in(2), lines_in(3)))
is_box(r) = strcol('kind') eq 'box' || strcol('kind') eq 'all_box'
across(r) = strcol('kind') eq 'all_box'
row_height(r) = is_box(0) ? 42 + 18 * lines_in_row(0) : 46 + 17 * lines_in_row(0)
load 'theme.gp'
unset arrow 2

COLUMNS = meta('columns') eq '' ? 1 : int(meta('columns'))
WIDE = COLUMNS == 1 ? 640.0 : (RIGHT - LEFT - GAP * (COLUMNS - 1)) / COLUMNS
EDGE = COLUMNS == 1 ? (W - WIDE) / 2 : LEFT
edge(c) = EDGE + (c - 1) * (WIDE + GAP)
right_edge(c) = across(0) ? edge(COLUMNS) + WIDE : edge(c) + WIDE
stem(c) = edge(c) + STEM
tone(c) = across(0) ? 0xF5F7FA : (meta('tone_'.c) eq 'programme' ? 0xDCEDF8 \
	: (meta('tone_'.c) eq 'comparison' ? 0xEEF1F4 : 0xF5F7FA))

# ---- what is read from a row ---------------------------------------------------------------------
box(c, value) = is_box(0) && filled(c) ? value : NaN
leaving(c, value) = !is_box(0) && c <= COLUMNS ? value : NaN
said(c, value) = !is_box(0) && filled(c) ? value : NaN
down(line) = row_top(0) + 20 + 18 * (line - 1)      # lines of a box
beside(line) = row_top(0) + 22 + 17 * (line - 1)    # lines beside an arrow

if (DRAWN) {
	plot \
	for [c = 1:3] 'rows.tsv' using (leaving(c, stem(c))):(row_top(0)):(0):(TALL[row(0)]) \
		with vectors head filled size 9, 22 fixed linewidth 1.6 linecolor rgb SOFT, \
	for [c = 1:3] '' using (said(c, stem(c))):(beside(1)):(BRANCH):(0) \
		with vectors head filled size 8, 22 fixed linewidth 1.6 linecolor rgb SOFT, \
	for [c = 1:3] '' using (box(c, edge(c))):(row_y(0)):(edge(c)):(right_edge(c)): \
		(row_top(0)):(row_top(0) + TALL[row(0)]):(tone(c)) \
		with boxxyerror fillcolor rgb variable, \
	for [c = 1:3] '' using (box(c, edge(c))):(row_top(0)):(0):(TALL[row(0)]) \
		with vectors nohead linewidth 3 linecolor rgb SOFT, \
	for [c = 1:3] '' using (put(box(c, edge(c) + PAD))):(down(1)): \
		(line_of(name_of(c), 1)) with labels left font bold(14) textcolor rgb INK, \
	for [c = 1:3] '' using (put(box(c, edge(c) + PAD))):(down(2)): \
		(line_of(name_of(c), 2)) with labels left font regular(13) textcolor rgb MID, \
	for [c = 1:3] '' using (put(box(c, edge(c) + PAD))):(down(1 + lines_in(c)) + 1): \
		(words_of(name_of(c).'_n')) with labels left font bold(16) textcolor rgb INK, \
	for [c = 1:3] '' using (put(said(c, stem(c) + BRANCH + 8))):(beside(1)): \
		(words_of(name_of(c).'_n')) with labels left font bold(13.5) textcolor rgb INK, \
	for [c = 1:3] '' using (put(said(c, stem(c) + BRANCH + 8))):(beside(2)): \
		(line_of(name_of(c), 1)) with labels left font regular(12) textcolor rgb MID, \
	for [c = 1:3] '' using (put(said(c, stem(c) + BRANCH + 8))):(beside(3)): \
		(line_of(name_of(c), 2)) with labels left font regular(12) textcolor rgb MID
}
