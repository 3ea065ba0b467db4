# SPDX-License-Identifier: GPL-3.0-or-later
# Trends: a panel for each goal, all rounds by their dates, both arms with intervals; the change a year below.
# What it reads: plots/README.md.

LEFT = 190.0; UNDER = 34; HEAD_ROOM = -4
GAP = 14.0; PANEL = 126; INSET = 8.0; VALUES = 40.0; LINE_STEP = 17
LABELS = 58                              # room above a panel for its kind and label
PLACES = 1                               # panels side by side, at most
first_of_line(r) = strcol('kind') eq 'panel' && column('place') == 1
counting(r) = strcol('kind') eq 'panel' && column('place') > PLACES ? (PLACES = column('place'), 0) : 0
row_height(r) = counting(0) + (strcol('kind') eq 'head' ? 34 : (first_of_line(0) \
	? LABELS + PANEL + 22 + LINE_STEP * (4 + lines_did(0)) + 26 : 0))
lines_did(r) = meta('line_did') eq '' ? 0 : 1
load 'theme.gp'
unset arrow 2

# ---- where panels stand: each with room for the last values at its right ----------------------------
RIGHT = W - MARGIN
WIDE = least((RIGHT - LEFT - GAP * (PLACES - 1)) / PLACES, 380.0)
PLOT = WIDE - VALUES
TIME_HIGH = meta('time_high') eq '' ? 1.0 : real(meta('time_high'))
panel_left(r) = LEFT + (column('place') - 1) * (WIDE + GAP)
middle(r) = panel_left(0) + PLOT / 2
along(time) = panel_left(0) + INSET + (PLOT - 2 * INSET) * (TIME_HIGH > 0 ? time / TIME_HIGH : 0.5)

array TICK[TICKS + 1]
array TICK_TEXT[TICKS + 1]
if (TICKS > 0) {
	set table $read
	plot 'ticks.tsv' using (i = int(column(0)) + 1, TICK[i] = column('value'), \
		TICK_TEXT[i] = words_of('text'), 0) with table
	unset table
}

# ---- heights: panels of a line hang from the row that begins it, points from their panel -------------
array HUNG[ROWS + 1]
array CLASS[ROWS + 1]
HANGS = 0
VERDICT = ''
if (ROWS > 0) {
	set table $read
	plot 'rows.tsv' using (i = int(column(0)) + 1, HANGS = first_of_line(0) ? Y[i] - TALL[i] / 2 \
		: HANGS, HUNG[i] = HANGS, VERDICT = strcol('kind') eq 'panel' ? strcol('verdict') \
		: VERDICT, CLASS[i] = VERDICT, 0) with table
	unset table
}
top(r) = HUNG[row(0)] + LABELS
low(r) = top(0) + PANEL
level(value) = top(0) + PANEL * (AXIS_HIGH - least(most(value, AXIS_LOW), AXIS_HIGH)) \
	/ (AXIS_HIGH - AXIS_LOW)
TIME_Y = 13; N_Y = 31
n_y(r) = low(0) + N_Y + (strcol('side') eq 'comparison' ? 16 : 0)
below_y(line) = low(0) + N_Y + 6 + LINE_STEP * (line + lines_did(0))

# ---- what is read from a row -------------------------------------------------------------------------
panel(value) = strcol('kind') eq 'panel' ? value : NaN
leading(value) = first_of_line(0) ? value : NaN
head(value) = strcol('kind') eq 'head' ? value : NaN
of(side, value) = strcol('kind') eq 'point' && strcol('side') eq side ? value : NaN
point(side, value) = given(column('estimate')) ? of(side, value) : NaN
ribbon(side, value) = given(column('conf_low')) && given(column('conf_high')) \
	? point(side, value) : NaN
height_of(name) = given(column(name)) ? level(column(name)) : NaN
early(r) = CLASS[row(0)] eq 'too_early'
hollow(r) = CLASS[row(0)] eq 'unclear' || CLASS[row(0)] eq 'refused' || early(0)
drawn(r) = given(column('last')) || given(column('compare_last'))
refused(r) = strcol('verdict') eq 'refused'
said(value) = refused(0) ? NaN : panel(value)
told(line) = strcol('kind') eq 'panel' && line_of('reason', line) ne ''
blank(line, value) = told(line) && !drawn(0) ? value : NaN
beneath(line, value) = told(line) && drawn(0) ? value : NaN
label_y(line) = top(0) - 14 - (line < 2 && strcol('label_'.LANG.'_2') ne '' ? 17 : 0) \
	- (line == 0 ? 16 : 0)
reason_y(line) = top(0) + PANEL / 2 + (strcol('reason_'.LANG.'_2') eq '' ? 0 : (line == 1 ? -9 : 9))
reason_wide(line) = text_width(line_of('reason', line), 12) / 2.0 + 4
# The last values, beside the last round: apart from each other.
both(r) = given(column('last')) && given(column('compare_last'))
between(r) = (height_of('last') + height_of('compare_last')) / 2
apart(r) = most(8.5, abs(height_of('last') - height_of('compare_last')) / 2)
last_y(side) = !both(0) ? height_of(side > 0 ? 'last' : 'compare_last') \
	: between(0) + side * (column('last') >= column('compare_last') ? -1 : 1) * apart(0)
# What is withheld in a round: a strip of hatching, which leans one way for each arm.
strip(side, k, value) = strcol('withheld') eq '1' && k * 9 + 18 <= PANEL ? of(side, value) : NaN
HATCHES = int(PANEL / 9.0)
MARK_X = MARGIN + 5

if (DRAWN) {
	plot \
	'rows.tsv' using (head(W / 2.0)):(row_y(0) - 2):(MARGIN - 8):(W - MARGIN + 8): \
		(row_y(0) - 17):(row_y(0) + 13) \
		with boxxyerror fillcolor rgb WASH, \
	'' using (put(head(MARGIN))):(row_y(0) - 2):(line_of('label', 1)) \
		with labels left font bold(14) textcolor rgb INK, \
	for [t = 1:TICKS] '' using (panel(panel_left(0))):(level(TICK[t])):(PLOT):(0) \
		with vectors nohead linewidth 1 linecolor rgb GRID, \
	for [t = 1:TICKS] '' using (put(leading(LEFT - 8))):(level(TICK[t])):(TICK_TEXT[t]) \
		with labels right font regular(12) textcolor rgb MID, \
	'' using (of('programme', along(column('time')))):(low(0)):(0):(4) \
		with vectors nohead linewidth 1 linecolor rgb SOFT, \
	for [k = 0:HATCHES] '' using (strip('programme', k, along(column('time')) - 9)): \
		(low(0) - k * 9):(18):(-18) \
		with vectors nohead linewidth 0.6 linecolor rgb BLUE, \
	for [k = 0:HATCHES] '' using (strip('comparison', k, along(column('time')) - 9)): \
		(low(0) - k * 9 - 18):(18):(18) \
		with vectors nohead linewidth 0.6 linecolor rgb MID, \
	'' using (ribbon('comparison', along(column('time')))):(height_of('conf_low')): \
		(height_of('conf_high')) \
		with filledcurves fillcolor rgb MID fillstyle transparent solid 0.18 noborder, \
	'' using (ribbon('programme', along(column('time')))):(height_of('conf_low')): \
		(height_of('conf_high')) \
		with filledcurves fillcolor rgb BLUE fillstyle transparent solid 0.18 noborder, \
	'' using (point('comparison', along(column('time')))):(height_of('estimate')) \
		with lines linewidth 2 dashtype (7, 4) linecolor rgb MID, \
	'' using (early(0) ? NaN : point('programme', along(column('time')))):(height_of('estimate')) \
		with lines linewidth 3 linecolor rgb BLUE, \
	'' using (early(0) ? point('programme', along(column('time'))) : NaN):(height_of('estimate')) \
		with lines linewidth 3 dashtype (2, 4) linecolor rgb BLUE, \
	'' using (point('comparison', along(column('time')))):(height_of('estimate')) \
		with points pointtype 5 pointsize 1.1 * MARK linecolor rgb MID, \
	'' using (point('programme', along(column('time')))):(height_of('estimate')) \
		with points pointtype 7 pointsize 1.4 * MARK linecolor rgb BLUE, \
	'' using (hollow(0) ? point('programme', along(column('time'))) : NaN):(height_of('estimate')) \
		with points pointtype 7 pointsize 0.8 * MARK linecolor rgb PAPER, \
	for [line = 1:2] '' using (blank(line, middle(0))):(reason_y(line)): \
		(middle(0) - reason_wide(line)):(middle(0) + reason_wide(line)): \
		(reason_y(line) - 9):(reason_y(line) + 9) \
		with boxxyerror fillcolor rgb PAPER, \
	for [line = 1:2] '' using (put(blank(line, middle(0)))):(reason_y(line)): \
		(line_of('reason', line)) \
		with labels center font regular(12) textcolor rgb SOFT, \
	for [line = 1:2] '' using (put(panel(panel_left(0)))):(label_y(line)):(line_of('label', line)) \
		with labels left font bold(13) textcolor rgb INK, \
	'' using (put(panel(panel_left(0)))):(label_y(0)):(words_of('kind')) \
		with labels left font regular(11.5) textcolor rgb SOFT, \
	'' using (put(given(column('last')) ? panel(panel_left(0) + PLOT + 4) : NaN)):(last_y(1)): \
		(words_of('last')) \
		with labels left font bold(12.5) textcolor rgb BLUE, \
	'' using (put(given(column('compare_last')) ? panel(panel_left(0) + PLOT + 4) : NaN)):(last_y(-1)): \
		(words_of('compare_last')) \
		with labels left font regular(12.5) textcolor rgb MID, \
	'' using (put(of('programme', along(column('time'))))):(low(0) + TIME_Y):(words_of('time')) \
		with labels center font regular(12) textcolor rgb MID, \
	'' using (put(of('programme', along(column('time'))))):(n_y(0)):(words_of('n')) \
		with labels center font regular(11.5) textcolor rgb BLUE, \
	'' using (put(of('comparison', along(column('time'))))):(n_y(0)):(words_of('n')) \
		with labels center font regular(11.5) textcolor rgb MID, \
	'' using (words_of('name') ne '' ? leading(MARK_X) : NaN):(low(0) + N_Y) \
		with points pointtype 7 pointsize 1.4 * MARK linecolor rgb BLUE, \
	'' using (lines_did(0) ? leading(MARK_X) : NaN):(low(0) + N_Y + 16) \
		with points pointtype 5 pointsize 1.1 * MARK linecolor rgb MID, \
	'' using (put(leading(MARK_X + 11))):(low(0) + N_Y):(words_of('name')) \
		with labels left font bold(12) textcolor rgb BLUE, \
	'' using (put(leading(MARK_X + 11))):(low(0) + N_Y + 16):(words_of('compare_name')) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(leading(MARGIN))):(low(0) + (lines_did(0) ? TIME_Y : N_Y)):(meta('line_n')) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(leading(MARGIN))):(below_y(1)):(meta('line_year')) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(leading(MARGIN))):(below_y(2)):(meta('line_did')) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(moved(0) ? said(panel_left(0)) : NaN)):(below_y(1)):(symbol(0).words_of('change')): \
		(colour_of(strcol('verdict'))) \
		with labels left font bold(13.5) textcolor rgb variable, \
	'' using (put(moved(0) ? NaN : said(panel_left(0)))):(below_y(1)):(symbol(0).words_of('change')) \
		with labels left font regular(13.5) textcolor rgb MID, \
	'' using (put(said(panel_left(0)))):(below_y(2)):(words_of('interval')) \
		with labels left font regular(12) textcolor rgb MID, \
	for [line = 1:2] '' using (put(beneath(line, panel_left(0)))):(below_y(line + 1)): \
		(line_of('reason', line)) \
		with labels left font regular(12) textcolor rgb SOFT, \
	'' using (put(moved(0) ? panel(panel_left(0)) : NaN)):(below_y(3)):(words_of('verdict')): \
		(colour_of(strcol('verdict'))) \
		with labels left font bold(12) textcolor rgb variable, \
	'' using (put(moved(0) ? NaN : panel(panel_left(0)))):(below_y(refused(0) ? 1 : 3)):(words_of('verdict')) \
		with labels left font regular(12) textcolor rgb SOFT
}
