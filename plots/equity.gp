# SPDX-License-Identifier: GPL-3.0-or-later
# Equity: a panel for each goal, a line of panels for each group; both sides at both rounds, the gap below.
# What it reads: plots/README.md.

LEFT = 172.0; RIGHT = 936.0; UNDER = 40; HEAD_ROOM = 6
GAP = 20; PANEL = 104; INSET = 16; LINE_STEP = 16
PURPLE = '#8E4585'
LABELS = 40                              # room above a panel for its label
PLACES = 1                               # panels side by side, at most
first_of_line(r) = strcol('kind') eq 'panel' && column('place') == 1
did_lines(r) = meta('line_did') eq '' ? 0 : 2
counting(r) = strcol('kind') eq 'panel' && column('place') > PLACES ? (PLACES = column('place'), 0) : 0
row_height(r) = counting(0) + (strcol('kind') eq 'head' ? 34 : (first_of_line(0) \
	? LABELS + PANEL + 44 + LINE_STEP * (6 + did_lines(0)) : 0))
load 'theme.gp'
unset arrow 2

WIDE = least((RIGHT - LEFT - GAP * (PLACES - 1)) / PLACES, 220.0)
panel_left(r) = LEFT + (column('place') - 1) * (WIDE + GAP)
panel_right(r) = panel_left(0) + WIDE
middle(r) = panel_left(0) + WIDE / 2
END = LEFT + PLACES * WIDE + (PLACES - 1) * GAP

array TICK[TICKS + 1]
array TICK_TEXT[TICKS + 1]
if (TICKS > 0) {
	set table $read
	plot 'ticks.tsv' using (i = int(column(0)) + 1, TICK[i] = column('value'), \
		TICK_TEXT[i] = words_of('text'), 0) with table
	unset table
}

# ---- heights: panels of a line hang from the row that begins it ------------------------------------
array HUNG[ROWS + 1]
HANGS = 0
if (ROWS > 0) {
	set table $read
	plot 'rows.tsv' using (i = int(column(0)) + 1, HANGS = first_of_line(0) ? Y[i] - TALL[i] / 2 \
		: HANGS, HUNG[i] = HANGS, 0) with table
	unset table
}
top(r) = HUNG[row(0)] + LABELS
low(r) = top(0) + PANEL
level(value) = top(0) + PANEL * (AXIS_HIGH - value) / (AXIS_HIGH - AXIS_LOW)
below_y(line) = low(0) + 22 + LINE_STEP * (line - 1) + (line > 4 ? 4 : 0) \
	+ (line > 6 ? 4 - LINE_STEP * (2 - did_lines(0)) : 0)

# ---- what is read from a row -----------------------------------------------------------------------
panel(value) = strcol('kind') eq 'panel' ? value : NaN
leading(value) = first_of_line(0) ? value : NaN
refused(r) = strcol('verdict') eq 'refused'
said(value) = strcol('kind') eq 'panel' && !refused(0) ? value : NaN
drawn(value) = given(column('focal_from')) && strcol('kind') eq 'panel' ? value : NaN
height_of(name) = given(drawn(0)) ? level(column(name)) : NaN
left_x(r) = drawn(panel_left(0) + INSET)
right_x(r) = drawn(panel_right(0) - INSET)
head(value) = strcol('kind') eq 'head' ? value : NaN
clear(r) = strcol('verdict') eq 'up' || strcol('verdict') eq 'down' || strcol('verdict') eq 'changed'
sure(r) = strcol('did_clear') eq '1'
told(value) = strcol('kind') eq 'panel' && line_of('reason', 1) ne '' ? value : NaN
label_y(line) = top(0) - 14 - (line == 1 && strcol('label_'.LANG.'_2') ne '' ? 17 : 0)
reason_y(line) = top(0) + PANEL / 2 + (strcol('reason_'.LANG.'_2') eq '' ? 0 : (line == 1 ? -9 : 9))
reason_wide(line) = text_width(line_of('reason', line), 12) / 2.0 + 4
# The names of both sides, beside the first panel: apart from each other, and within its height.
far(r) = given(drawn(0)) ? column('focal_from') - column('others_from') : -1
between(r) = given(drawn(0)) ? (height_of('focal_from') + height_of('others_from')) / 2 : top(0) + PANEL / 2
apart(r) = given(drawn(0)) ? most(9, abs(height_of('focal_from') - height_of('others_from')) / 2) : 9
centred(r) = most(least(between(0), low(0) - 4 - apart(0)), top(0) + 4 + apart(0))
name_y(side) = centred(0) + side * (far(0) >= 0 ? -1 : 1) * apart(0)

# ---- hatching, drawn as lines: what may not be shown -------------------------------------------------
STEP_OF_HATCH = 12.0
hatch(k) = k * STEP_OF_HATCH - PANEL
hatch_from(k) = most(0, -hatch(k))
hatch_to(k) = least(PANEL, WIDE - hatch(k))
hatched(k, value) = strcol('kind') eq 'panel' && refused(0) && hatch_to(k) > hatch_from(k) ? value : NaN

if (DRAWN) {
	plot \
	'rows.tsv' using (head(W / 2.0)):(row_y(0) - 2):(MARGIN - 8):(W - MARGIN + 8): \
		(row_y(0) - 17):(row_y(0) + 13) \
		with boxxyerror fillcolor rgb WASH, \
	'' using (put(head(MARGIN))):(row_y(0) - 2):(line_of('label', 1)) \
		with labels left font bold(14) textcolor rgb INK, \
	for [t = 1:TICKS] '' using (panel(panel_left(0))):(level(TICK[t])):(WIDE):(0) \
		with vectors nohead linewidth 1 linecolor rgb GRID, \
	for [t = 1:TICKS] '' using (put(leading(END + 6))):(level(TICK[t])):(TICK_TEXT[t]) \
		with labels left font regular(12) textcolor rgb MID, \
	for [k = 1:40] '' using (hatched(k, panel_left(0) + hatch(k) + hatch_from(k))): \
		(low(0) - hatch_from(k)):(hatch_to(k) - hatch_from(k)):(hatch_from(k) - hatch_to(k)) \
		with vectors nohead linewidth 1 linecolor rgb LINE, \
	for [line = 1:2] '' using (told(middle(0))):(reason_y(line)): \
		(middle(0) - reason_wide(line)):(middle(0) + reason_wide(line)): \
		(reason_y(line) - 9):(reason_y(line) + 9) \
		with boxxyerror fillcolor rgb PAPER, \
	for [line = 1:2] '' using (put(told(middle(0)))):(reason_y(line)):(line_of('reason', line)) \
		with labels center font regular(12) textcolor rgb SOFT, \
	for [line = 1:2] '' using (put(panel(middle(0)))):(label_y(line)):(line_of('label', line)) \
		with labels center font bold(12.5) textcolor rgb INK, \
	'' using (left_x(0)):(height_of('others_from')):(right_x(0) - left_x(0)): \
		(height_of('others_to') - height_of('others_from')) \
		with vectors nohead linewidth 2 dashtype (4, 3) linecolor rgb MID, \
	'' using (left_x(0)):(height_of('focal_from')):(right_x(0) - left_x(0)): \
		(height_of('focal_to') - height_of('focal_from')) \
		with vectors nohead linewidth 3 linecolor rgb PURPLE, \
	'' using (left_x(0)):(height_of('others_from')) \
		with points pointtype 5 pointsize 1.3 * MARK linecolor rgb MID, \
	'' using (right_x(0)):(height_of('others_to')) \
		with points pointtype 5 pointsize 1.3 * MARK linecolor rgb MID, \
	'' using (left_x(0)):(height_of('focal_from')) \
		with points pointtype 7 pointsize 1.6 * MARK linecolor rgb PURPLE, \
	'' using (right_x(0)):(height_of('focal_to')) \
		with points pointtype 7 pointsize 1.6 * MARK linecolor rgb PURPLE, \
	'' using (put(leading(LEFT - 8))):(name_y(1)):(words_of('focal')) \
		with labels right font bold(12.5) textcolor rgb PURPLE, \
	'' using (put(leading(LEFT - 8))):(name_y(-1)):(words_of('others')) \
		with labels right font regular(12.5) textcolor rgb MID, \
	'' using (put(leading(MARGIN))):(below_y(1)):(meta('line_gap')) \
		with labels left font regular(12.5) textcolor rgb MID, \
	'' using (put(leading(MARGIN))):(below_y(2)):(meta('line_change')) \
		with labels left font regular(12.5) textcolor rgb MID, \
	'' using (put(leading(MARGIN))):(below_y(5)):(meta('line_did')) \
		with labels left font regular(12.5) textcolor rgb MID, \
	'' using (put(leading(MARGIN))):(below_y(7)):('n '.words_of('focal')) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(leading(MARGIN))):(below_y(8)):('n '.words_of('others')) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(said(middle(0)))):(below_y(1)):(words_of('gap')) \
		with labels center font regular(13) textcolor rgb INK, \
	'' using (put(clear(0) ? said(middle(0)) : NaN)):(below_y(2)):(words_of('change')): \
		(colour_of(strcol('verdict'))) \
		with labels center font bold(13) textcolor rgb variable, \
	'' using (put(clear(0) ? NaN : said(middle(0)))):(below_y(2)):(words_of('change')) \
		with labels center font regular(13) textcolor rgb MID, \
	'' using (put(said(middle(0)))):(below_y(3)):(words_of('interval')) \
		with labels center font regular(12) textcolor rgb MID, \
	'' using (put(clear(0) ? said(middle(0)) : NaN)):(below_y(4)):(words_of('verdict')): \
		(colour_of(strcol('verdict'))) \
		with labels center font bold(13) textcolor rgb variable, \
	'' using (put(clear(0) ? NaN : panel(middle(0)))):(below_y(4)):(words_of('verdict')) \
		with labels center font regular(12) textcolor rgb SOFT, \
	'' using (put(sure(0) ? said(middle(0)) : NaN)):(below_y(5)):(words_of('did')) \
		with labels center font bold(12) textcolor rgb INK, \
	'' using (put(sure(0) ? NaN : said(middle(0)))):(below_y(5)):(words_of('did')) \
		with labels center font regular(12) textcolor rgb MID, \
	'' using (put(said(middle(0)))):(below_y(6)):(words_of('did_interval')) \
		with labels center font regular(12) textcolor rgb MID, \
	'' using (put(said(middle(0)))):(below_y(7)):(words_of('n_focal')) \
		with labels center font regular(12) textcolor rgb MID, \
	'' using (put(said(middle(0)))):(below_y(8)):(words_of('n_others')) \
		with labels center font regular(12) textcolor rgb MID
}
