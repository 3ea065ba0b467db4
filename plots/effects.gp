# SPDX-License-Identifier: GPL-3.0-or-later
# Effects: each indicator's effect size and interval, by goal; right is better; numbers beside it.
# What it reads: plots/README.md.

LEFT = 308.0; RIGHT = 630.0; UNDER = 72
TEXT = 658.0; INTERVAL = TEXT + 62; P_VALUE = 868.0
two_lines(r) = strcol('label_'.LANG.'_2') ne '' || strcol('reason_'.LANG.'_2') ne ''
row_height(r) = strcol('kind') eq 'head' ? (column(0) == 0 ? 34 : 46) : (two_lines(r) ? 44 : 32)
load 'theme.gp'
N_RIGHT = W - MARGIN

# ---- what is read from a row ---------------------------------------------------------------------
colour(r) = colour_of(strcol('verdict'))
band_y(r) = row_y(r) + (column(0) == 0 ? 0 : 6)
head(value) = strcol('kind') eq 'head' ? value : NaN
effect(value) = strcol('kind') eq 'effect' ? value : NaN
drawn(value) = strcol('kind') eq 'effect' && strcol('verdict') ne 'refused' \
	&& given(column('estimate')) ? value : NaN
mark(name) = drawn(column(name))
shown(name) = inside(mark(name)) ? at(mark(name)) : NaN
shown_if(verdict, name) = strcol('verdict') eq verdict ? shown(name) : NaN
hollow(r) = strcol('verdict') eq 'unclear' || strcol('verdict') eq 'too_early' \
	? shown('estimate') : NaN
firm(value) = strcol('verdict') eq 'too_early' ? NaN : value
early(value) = strcol('verdict') eq 'too_early' ? value : NaN
start(suffix) = upto(mark('conf_low'.suffix))
span(suffix) = upto(mark('conf_high'.suffix)) - upto(mark('conf_low'.suffix))
furthest_low(r) = given(mark('conf_low_adjusted')) \
	? least(mark('conf_low'), mark('conf_low_adjusted')) : mark('conf_low')
furthest_high(r) = given(mark('conf_high_adjusted')) \
	? most(mark('conf_high'), mark('conf_high_adjusted')) : mark('conf_high')
told(value) = strcol('kind') eq 'effect' && line_of('reason', 1) ne '' && !given(drawn(0)) \
	? value : NaN
label_y(line) = row_y(0) + (strcol('label_'.LANG.'_2') eq '' ? 0 : (line == 1 ? -9 : 9))
reason_wide(line) = text_width(line_of('reason', line), 12.5) / 2.0 + 4
reason_y(line) = row_y(0) + (strcol('reason_'.LANG.'_2') eq '' ? 0 : (line == 1 ? -9 : 9))
clear(verdict) = verdict eq 'up' || verdict eq 'down' || verdict eq 'changed'

if (DRAWN) {
	set label 12 meta('head_estimate') at TEXT, HEAD_Y left font bold(13) textcolor rgb INK
	set label 13 meta('head_p') at P_VALUE, HEAD_Y left font bold(13) textcolor rgb INK
	set label 14 meta('head_n') at N_RIGHT, HEAD_Y right font bold(13) textcolor rgb INK
	set label 15 '← '.meta('worse') at at(0) - 8, HEAD_Y right font bold(13) textcolor rgb \
		VERMILION
	set label 16 meta('better').' →' at at(0) + 8, HEAD_Y left font bold(13) textcolor rgb BLUE
	set label 17 meta('axis_title') at (LEFT + RIGHT) / 2, BOTTOM + 35 \
		center font regular(12) textcolor rgb MID
	plot \
	'ticks.tsv' using (at(column('value'))):(TOP):(0):(BOTTOM - TOP) \
		with vectors nohead linewidth 1 linecolor rgb GRID, \
	'' using (column('value') == 0 ? at(0) : NaN):(TOP):(0):(BOTTOM - TOP) \
		with vectors nohead linewidth 1.5 linecolor rgb INK, \
	'' using (put(at(column('value')))):(BOTTOM + 14):(words_of('text')) \
		with labels center font regular(13) textcolor rgb MID, \
	'rows.tsv' using (head(W / 2.0)):(band_y(0)):(MARGIN - 8):(W - MARGIN + 8): \
		(band_y(0) - 15):(band_y(0) + 15) \
		with boxxyerror fillcolor rgb WASH, \
	for [line = 1:2] '' using (told((LEFT + RIGHT) / 2)):(reason_y(line)): \
		((LEFT + RIGHT) / 2 - reason_wide(line)): \
			((LEFT + RIGHT) / 2 + reason_wide(line)):(reason_y(line) - 9):(reason_y(line) + 9) \
		with boxxyerror fillcolor rgb PAPER, \
	'' using (put(head(MARGIN))):(band_y(0)):(line_of('label', 1)) \
		with labels left font bold(14) textcolor rgb INK, \
	'' using (put(effect(MARGIN + 14))):(label_y(1)):(line_of('label', 1)) \
		with labels left font regular(13.5) textcolor rgb INK, \
	'' using (put(effect(MARGIN + 14))):(label_y(2)):(line_of('label', 2)) \
		with labels left font regular(13.5) textcolor rgb INK, \
	'' using (start('_adjusted')):(row_y(0)):(span('_adjusted')):(0):(colour(0)) \
		with vectors nohead linewidth 1.4 linecolor rgb variable, \
	'' using (firm(start(''))):(row_y(0)):(span('')):(0):(colour(0)) \
		with vectors nohead linewidth 4.5 linecolor rgb variable, \
	'' using (early(start(''))):(row_y(0)):(span('')):(0):(colour(0)) \
		with vectors nohead linewidth 4.5 dashtype (2, 1.5) linecolor rgb variable, \
	'' using (below(furthest_low(0))):(row_y(0)):(-9):(0):(colour(0)) \
		with vectors head filled size 9, 26 fixed linewidth 1 linecolor rgb variable, \
	'' using (above(furthest_high(0))):(row_y(0)):(9):(0):(colour(0)) \
		with vectors head filled size 9, 26 fixed linewidth 1 linecolor rgb variable, \
	'' using (shown_if('up', 'estimate')):(row_y(0)) \
		with points pointtype 7 pointsize 1.9 * MARK linecolor rgb BLUE, \
	'' using (shown_if('down', 'estimate')):(row_y(0)) \
		with points pointtype 13 pointsize DIAMOND linecolor rgb VERMILION, \
	'' using (shown_if('changed', 'estimate')):(row_y(0)) \
		with points pointtype 5 pointsize 1.6 * MARK linecolor rgb INK, \
	'' using (hollow(0)):(row_y(0)) \
		with points pointtype 7 pointsize 1.8 * MARK linecolor rgb SOFT, \
	'' using (hollow(0)):(row_y(0)) \
		with points pointtype 7 pointsize 1.08 * MARK linecolor rgb PAPER, \
	'' using (put(clear(strcol('verdict')) ? effect(TEXT) : NaN)):(row_y(0)): \
		(words_of('estimate')):(colour(0)) \
		with labels left font bold(13.5) textcolor rgb variable, \
	'' using (put(clear(strcol('verdict')) ? NaN : effect(TEXT))):(row_y(0)): \
		(words_of('estimate')) \
		with labels left font regular(13.5) textcolor rgb MID, \
	'' using (put(effect(words_of('estimate') eq '' ? TEXT : INTERVAL))):(row_y(0)): \
		(words_of('interval')) \
		with labels left font regular(13) textcolor rgb MID, \
	'' using (put(effect(P_VALUE))):(row_y(0)):(words_of('p')) \
		with labels left font regular(13) textcolor rgb MID, \
	'' using (put(effect(N_RIGHT))):(row_y(0)):(words_of('n')) \
		with labels right font regular(13) textcolor rgb MID, \
	'' using (put(told((LEFT + RIGHT) / 2))):(reason_y(1)):(line_of('reason', 1)) \
		with labels center font regular(12.5) textcolor rgb SOFT, \
	'' using (put(told((LEFT + RIGHT) / 2))):(reason_y(2)):(line_of('reason', 2)) \
		with labels center font regular(12.5) textcolor rgb SOFT
}
