# SPDX-License-Identifier: GPL-3.0-or-later
# Villages: the mean change of villages and where another one may lie, and a mark for each that moved.
# What it reads: plots/README.md.

LEFT = 266.0; RIGHT = 652.0; UNDER = 72
row_height(r) = strcol('kind') eq 'head' ? (column(0) == 0 ? 34 : 44) : 44
load 'theme.gp'
COUNTS = 682.0; COUNTS_WIDE = W - MARGIN - COUNTS

# ---- what is read from a row ---------------------------------------------------------------------
head(value) = strcol('kind') eq 'head' ? value : NaN
band_y(r) = row_y(r) + (column(0) == 0 ? 0 : 5)
villages(value) = strcol('kind') eq 'villages' ? value : NaN
on(side, value) = strcol('kind') eq 'villages' && strcol('side') eq side ? value : NaN
mark(name) = villages(column(name))
shown(side, name) = given(mark(name)) && inside(mark(name)) ? on(side, at(mark(name))) : NaN
span(name) = upto(mark(name.'_high')) - upto(mark(name.'_low'))
start(name) = upto(mark(name.'_low'))
colour(r) = strcol('side') eq 'comparison' ? 0x52606D : 0x0072B2
told(value) = line_of('reason', 1) ne '' ? villages(value) : NaN
reason_wide(line) = text_width(line_of('reason', line), 12.5) / 2.0 + 4
reason_y(line) = row_y(0) + (strcol('reason_'.LANG.'_2') eq '' ? 0 : (line == 1 ? -9 : 9))
alone(r) = strcol('label_'.LANG.'_2') eq '' && words_of('mean') eq ''
indent(r) = HEADED[1] ? MARGIN + 14 : MARGIN

# ---- a mark a village: worse, then not clear, then better ----------------------------------------
MOST = meta('most') eq '' ? 0 : int(meta('most'))
PITCH = MOST > 0 ? least(13.0, COUNTS_WIDE / MOST) : 0
SIZE = least(1.0, PITCH / 13.0 + 0.25)
counted(name) = given(column(name)) ? column(name) : 0
dot_x(k) = COUNTS + PITCH * (k + 0.5)
dot_y(r) = row_y(r) - 9
worse(k) = k < counted('worse') ? villages(dot_x(k)) : NaN
unclear(side, k) = k >= counted('worse') && k < counted('worse') + counted('unclear') \
	? on(side, dot_x(k)) : NaN
all_marks(r) = counted('worse') + counted('unclear') + counted('better') + counted('moved')
better(side, k) = k >= counted('worse') + counted('unclear') && k < all_marks(0) \
	? on(side, dot_x(k)) : NaN
tone(r) = counted('moved') > 0 ? 0x1F2933 : 0x0072B2
# too many for marks: a bar in three parts
part_low(name) = COUNTS + COUNTS_WIDE * (name eq 'worse' ? 0 : counted('worse') \
	+ (name eq 'unclear' ? 0 : counted('unclear'))) / most(1, all_marks(0))
part_wide(name) = COUNTS_WIDE * (name eq 'better' ? counted('better') + counted('moved') \
	: counted(name)) / most(1, all_marks(0))
bar(name) = MOST == 0 && all_marks(0) > 0 && part_wide(name) > 0 \
	? villages(part_low(name)) : NaN

if (DRAWN) {
	set label 12 meta('head_counts') at COUNTS, HEAD_Y left font bold(13) textcolor rgb INK
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
	'' using (put(villages(indent(0)))):(row_y(0) - (alone(0) ? 0 : 9)):(line_of('label', 1)) \
		with labels left font regular(13.5) textcolor rgb INK, \
	'' using (put(villages(indent(0)))):(row_y(0) + 9):(words_of('mean') ne '' \
		? words_of('mean') : line_of('label', 2)) \
		with labels left font regular(12.5) textcolor rgb MID, \
	'' using (villages(start('prediction'))):(row_y(0)):(span('prediction')):(0):(colour(0)) \
		with vectors nohead linewidth 1.4 linecolor rgb variable, \
	'' using (villages(start('conf'))):(row_y(0)):(span('conf')):(0):(colour(0)) \
		with vectors nohead linewidth 4.5 linecolor rgb variable, \
	'' using (shown('programme', 'estimate')):(row_y(0)) \
		with points pointtype 7 pointsize 1.9 * MARK linecolor rgb BLUE, \
	'' using (shown('comparison', 'estimate')):(row_y(0)) \
		with points pointtype 5 pointsize 1.6 * MARK linecolor rgb MID, \
	for [k = 0:MOST - 1] '' using (worse(k)):(dot_y(0)) \
		with points pointtype 11 pointsize 1.35 * SIZE * MARK linecolor rgb VERMILION, \
	for [k = 0:MOST - 1] '' using (unclear('programme', k)):(dot_y(0)) \
		with points pointtype 7 pointsize 1.1 * SIZE * MARK linecolor rgb SOFT, \
	for [k = 0:MOST - 1] '' using (unclear('programme', k)):(dot_y(0)) \
		with points pointtype 7 pointsize 0.7 * SIZE * MARK linecolor rgb PAPER, \
	for [k = 0:MOST - 1] '' using (unclear('comparison', k)):(dot_y(0)) \
		with points pointtype 5 pointsize 0.95 * SIZE * MARK linecolor rgb SOFT, \
	for [k = 0:MOST - 1] '' using (unclear('comparison', k)):(dot_y(0)) \
		with points pointtype 5 pointsize 0.58 * SIZE * MARK linecolor rgb PAPER, \
	for [k = 0:MOST - 1] '' using (better('programme', k)):(dot_y(0)):(tone(0)) \
		with points pointtype 7 pointsize 1.1 * SIZE * MARK linecolor rgb variable, \
	for [k = 0:MOST - 1] '' using (better('comparison', k)):(dot_y(0)):(tone(0)) \
		with points pointtype 5 pointsize 0.95 * SIZE * MARK linecolor rgb variable, \
	'' using (bar('worse')):(dot_y(0)):(part_low('worse')):(part_low('worse') \
		+ part_wide('worse')):(dot_y(0) - 6):(dot_y(0) + 6) \
		with boxxyerror fillcolor rgb VERMILION, \
	'' using (bar('unclear')):(dot_y(0)):(part_low('unclear')):(part_low('unclear') \
		+ part_wide('unclear')):(dot_y(0) - 6):(dot_y(0) + 6) \
		with boxxyerror fillcolor rgb LINE, \
	'' using (bar('better')):(dot_y(0)):(part_low('better')):(part_low('better') \
		+ part_wide('better')):(dot_y(0) - 6):(dot_y(0) + 6):(tone(0)) \
		with boxxyerror fillcolor rgb variable, \
	'' using (put(villages(COUNTS))):(row_y(0) + 9):(words_of('counts')) \
		with labels left font regular(12.5) textcolor rgb MID, \
	for [line = 1:2] '' using (put(told((LEFT + RIGHT) / 2))):(reason_y(line)): \
		(line_of('reason', line)) \
		with labels center font regular(12.5) textcolor rgb SOFT
}
