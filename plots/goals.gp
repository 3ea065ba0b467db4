# SPDX-License-Identifier: GPL-3.0-or-later
# Goals: each as a dumbbell from baseline to follow-up, the comparison beneath, the change in words.
# What it reads: plots/README.md.

LEFT = 278.0; RIGHT = 708.0; UNDER = 54
TEXT = 752.0; INTERVAL = TEXT + 82
SPILL = 24                               # how far texts may stand out of the axis, left and right
compared(r) = strcol('verdict') ne 'refused' && column('compare_from') == column('compare_from')
aimed(r) = strcol('verdict') ne 'refused' && column('target') == column('target')
marked(r) = strcol('kind') eq 'goal' && strcol('verdict') ne 'refused' \
	&& column('from') == column('from')
FIRST = 0                                # the first row with marks: it bears the names
opening(r) = FIRST ? 0 : (marked(r) ? (FIRST = int(column(0)) + 1, 20) : 0)
row_height(r) = strcol('kind') eq 'head' ? 40 : 72 + opening(r) + (compared(r) ? 14 \
	: 0) + below_pair(r) \
	+ (aimed(r) ? 12 : 0)

# ---- heights within a row: the first one gives its upper lane to the names -----------------------
first(r) = row(r) == FIRST
middle(r) = row_y(r) + (first(r) ? 10 : 0) - (aimed(r) ? 6 : 0) - below_pair(r) / 2
dumbbell(r) = middle(r) + (compared(r) ? -4 : 6)
square_y(r) = dumbbell(r) + 25

# ---- what is read from a row ---------------------------------------------------------------------
colour(r) = colour_of(strcol('verdict'))
goal(value) = strcol('kind') eq 'goal' ? value : NaN
mark(name) = marked(0) ? column(name) : NaN
shown(name) = inside(mark(name)) ? at(mark(name)) : NaN
shown_if(verdict, name) = strcol('verdict') eq verdict ? shown(name) : NaN
unsure(r) = strcol('verdict') eq 'unclear' || strcol('verdict') eq 'too_early'
span_of(name) = upto(column(name.'_high')) - upto(column(name.'_low'))
head(value) = strcol('kind') eq 'head' ? value : NaN
told(value) = strcol('kind') eq 'goal' && line_of('reason', 1) ne '' && !marked(0) ? value : NaN
between(value) = row(0) > 1 && !HEADED[row(0)] && !HEADED[row(0) - 1] ? value : NaN
firm(value) = strcol('verdict') eq 'too_early' ? NaN : value
early(value) = strcol('verdict') eq 'too_early' ? value : NaN
shift(name) = (strstrt(name, '_low') || strstrt(name, '_high') ? (strstrt(name, 'to') ? 1 : -1) \
	: 0) \
	* (strstrt(name, 'compare') ? 6 : 9)
ink_of(name) = strstrt(name, 'to') ? colour(0) : 0x52606D
aim(name) = aimed(0) && inside(column(name)) ? at(column(name)) : NaN
label_y(line) = middle(0) + (strcol('label_'.LANG.'_2') eq '' ? (line == 3 ? 11 : -10) \
	: -20 + 19 * (line - 1) + (line == 3 ? 2 : 0))
reason_wide(line) = text_width(line_of('reason', line), 13) / 2.0 + 4
reason_y(line) = middle(0) + (strcol('reason_'.LANG.'_2') eq '' ? 0 : (line == 1 ? -10 : 10))

# ---- the number and its interval: side by side where both have room, else one under the other ------
wide_change(r) = 20 + text_width(words_of('change'), 14.5) * 1.04
beside(r) = most(INTERVAL, TEXT + wide_change(r) + 6)
stacked(r) = beside(r) + text_width(words_of('interval'), 13) * 0.96 > W - 8
change_y(r) = middle(0) + (stacked(0) ? -19 : -10)
interval_x(r) = stacked(0) ? TEXT : beside(0)
interval_y(r) = middle(0) + (stacked(0) ? 1 : -10)
verdict_y(r) = middle(0) + (words_of('change') eq '' ? 0 : (stacked(0) ? 21 : 11))

# ---- two texts over two dots: centred on them, pushed apart where they would touch ---------------
away(a, b, side) = a < b ? -1 : (a > b ? 1 : side)
push(a, b, need) = most(0, (need - abs(b - a)) / 2.0)
room(low, high) = most(0, LEFT - SPILL - low) - most(0, high - RIGHT - SPILL)
over(a, b, wa, wb, side) = a + away(a, b, side) * push(a, b, (wa + wb) / 2.0 + 10)
stay(a, b, wa, wb, side) = push(a, b, (wa + wb) / 2.0 + 10) == 0 ? 0 : room( \
	least(over(a, b, wa, wb, side) - wa / 2.0, over(b, a, wb, wa, -side) - wb / 2.0), \
	most(over(a, b, wa, wb, side) + wa / 2.0, over(b, a, wb, wa, -side) + wb / 2.0))
held(x, w) = given(x) ? least(most(x, LEFT - SPILL + w / 2.0), RIGHT + SPILL - w / 2.0) : NaN
placed(a, b, wa, wb, side) = held(over(a, b, wa, wb, side) + stay(a, b, wa, wb, side), wa)
wide_from(r) = text_width(words_of('from'), 13)
wide_to(r) = text_width(words_of('to'), 13) * 1.08
value_from_x(r) = placed(at(mark('from')), at(mark('to')), wide_from(r), wide_to(r), -1)
value_to_x(r) = placed(at(mark('to')), at(mark('from')), wide_to(r), wide_from(r), 1)
name_from_x(r) = placed(at(mark('from')), at(mark('to')), FROM_NAME, TO_NAME, -1)
name_to_x(r) = placed(at(mark('to')), at(mark('from')), TO_NAME, FROM_NAME, 1)

# ---- the comparison arm: values outside its two squares, its name once, where there is room ------
pair(name) = compared(0) ? mark(name) : NaN
paired(name) = inside(pair(name)) ? at(pair(name)) : NaN
lowest(a, b) = given(b) ? least(a, b) : a
highest(a, b) = given(b) ? most(a, b) : a
pair_left(r) = lowest(lowest(least(at(pair('compare_from')), at(pair('compare_to'))), \
	at(pair('compare_from_low'))), at(pair('compare_to_low'))) - 10
pair_right(r) = highest(highest(most(at(pair('compare_from')), at(pair('compare_to'))), \
	at(pair('compare_from_high'))), at(pair('compare_to_high'))) + 10
falls(r) = pair('compare_to') < pair('compare_from')
left_value(r) = falls(r) ? words_of('compare_to') : words_of('compare_from')
right_value(r) = falls(r) ? words_of('compare_from') : words_of('compare_to')
both_values(r) = words_of('compare_from').' → '.words_of('compare_to')
room_left(r) = pair_left(r) - text_width(left_value(r), 12) > LEFT - SPILL
room_right(r) = pair_right(r) + text_width(right_value(r), 12) < RIGHT + SPILL
left_words(r) = room_left(r) ? (room_right(r) ? left_value(r) : both_values(r)) : ''
right_words(r) = room_right(r) ? (room_left(r) ? right_value(r) : both_values(r)) : ''
below_pair(r) = middle_words(r) eq '' ? 0 : 12
middle_words(r) = !compared(r) || room_left(r) || room_right(r) ? '' : both_values(r)
after_x(r) = pair_right(r) + text_width(right_words(r), 12) + (right_words(r) eq '' ? 0 : 8)
before_x(r) = pair_left(r) - text_width(left_words(r), 12) - (left_words(r) eq '' ? 0 : 8)
fits_after(r) = after_x(r) + PAIR_NAME < RIGHT + SPILL
fits_before(r) = before_x(r) - PAIR_NAME > LEFT - SPILL
NAMED = 0
pair_first(r) = compared(r) && marked(r) ? (NAMED == 0 ? (NAMED = row(r), 1) : NAMED == row(r)) : 0

load 'theme.gp'
FROM_NAME = text_width(meta('from_name'), 12)
TO_NAME = text_width(meta('to_name'), 12) * 1.08
MARKED = 'from_low from_high to_low to_high from to'
PAIRED = 'compare_from_low compare_from_high compare_to_low compare_to_high compare_from compare_to'
PAIR_NAME = text_width(meta('comparison_name'), 12)

if (DRAWN) {
	set label 12 meta('axis_title') at LEFT, HEAD_Y left font regular(13) textcolor rgb MID
	set label 13 meta('head_change') at TEXT, HEAD_Y left font bold(13) textcolor rgb INK
	plot \
	'ticks.tsv' using (at(column('value'))):(TOP):(0):(BOTTOM - TOP) \
		with vectors nohead linewidth 1 linecolor rgb GRID, \
	'' using (put(at(column('value')))):(BOTTOM + 14):(words_of('text')) \
		with labels center font regular(13) textcolor rgb MID, \
	'rows.tsv' using (head(W / 2.0)):(row_y(0)):(MARGIN - 8):(W - MARGIN + 8): \
		(row_y(0) - 14):(row_y(0) + 14) \
		with boxxyerror fillcolor rgb WASH, \
	'' using (put(head(MARGIN))):(row_y(0)):(line_of('label', 1)) \
		with labels left font bold(13) textcolor rgb MID, \
	'' using (between(MARGIN)):(row_top(0)):(W - 2 * MARGIN):(0) \
		with vectors nohead linewidth 1 linecolor rgb GRID, \
	for [line = 1:2] '' using (told((LEFT + RIGHT) / 2)):(reason_y(line)): \
		((LEFT + RIGHT) / 2 - reason_wide(line)): \
			((LEFT + RIGHT) / 2 + reason_wide(line)):(reason_y(line) - 10):(reason_y(line) + 10) \
		with boxxyerror fillcolor rgb PAPER, \
	'' using (upto(pair('compare_from_low'))):(square_y(0) - 6):(span_of('compare_from')):(0) \
		with vectors nohead linewidth 1.6 linecolor rgb LINE, \
	'' using (upto(pair('compare_to_low'))):(square_y(0) + 6):(span_of('compare_to')):(0) \
		with vectors nohead linewidth 1.6 linecolor rgb LINE, \
	'' using (upto(pair('compare_from'))):(square_y(0)): \
		(upto(pair('compare_to')) - upto(pair('compare_from'))):(0) \
		with vectors nohead linewidth 2 dashtype (4, 3) linecolor rgb MID, \
	'' using (paired('compare_from')):(square_y(0)) \
		with points pointtype 5 pointsize 1.2 * MARK linecolor rgb MID, \
	'' using (paired('compare_from')):(square_y(0)) \
		with points pointtype 5 pointsize 0.66 * MARK linecolor rgb PAPER, \
	'' using (paired('compare_to')):(square_y(0)) \
		with points pointtype 5 pointsize 1.2 * MARK linecolor rgb MID, \
	'' using (put(pair_left(0))):(square_y(0)):(left_words(0)) \
		with labels right font regular(12) textcolor rgb MID, \
	'' using (put(pair_right(0))):(square_y(0)):(right_words(0)) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(at(pair('compare_from')) * 0 + (LEFT + RIGHT) / 2)):(square_y(0) + 14): \
		(middle_words(0)) \
		with labels center font regular(12) textcolor rgb MID, \
	'' using (put(pair_first(0) && fits_after(0) ? after_x(0) : NaN)):(square_y(0)): \
		(meta('comparison_name')) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(pair_first(0) && !fits_after(0) && fits_before(0) ? before_x(0) : NaN)): \
		(square_y(0)):(meta('comparison_name')) \
		with labels right font regular(12) textcolor rgb MID, \
	'' using (put(pair_first(0) && !fits_after(0) && !fits_before(0) \
		? (LEFT + RIGHT) / 2 + text_width(middle_words(0), 12) / 2 + 8 : NaN)): \
		(square_y(0) + 14):(meta('comparison_name')) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (firm(at(mark('from')))):(dumbbell(0)):(at(mark('to')) - at(mark('from'))):(0): \
		(tint_of(strcol('verdict'))) \
		with vectors nohead linewidth 9 linecolor rgb variable, \
	'' using (early(at(mark('from')))):(dumbbell(0)):(at(mark('to')) - at(mark('from'))):(0) \
		with vectors nohead linewidth 5 dashtype (1, 1) linecolor rgb LINE, \
	'' using (upto(mark('from_low'))):(dumbbell(0) - 9):(span_of('from')):(0) \
		with vectors nohead linewidth 3 linecolor rgb '#8A94A0', \
	'' using (upto(mark('to_low'))):(dumbbell(0) + 9):(span_of('to')):(0):(colour(0)) \
		with vectors nohead linewidth 3 linecolor rgb variable, \
	'' using (aim('target')):(dumbbell(0) - 12):(0):(27) \
		with vectors nohead linewidth 2.5 linecolor rgb INK, \
	'' using (put(aim('target'))):(row_top(0) + TALL[row(0)] - 12):(words_of('target')) \
		with labels center font regular(11.5) textcolor rgb INK, \
	'' using (shown('from')):(dumbbell(0)) \
		with points pointtype 7 pointsize 1.9 * MARK linecolor rgb MID, \
	'' using (shown('from')):(dumbbell(0)) \
		with points pointtype 7 pointsize 1.14 * MARK linecolor rgb PAPER, \
	'' using (shown_if('up', 'to')):(dumbbell(0)) \
		with points pointtype 7 pointsize 1.9 * MARK linecolor rgb BLUE, \
	'' using (shown_if('down', 'to')):(dumbbell(0)) \
		with points pointtype 13 pointsize DIAMOND linecolor rgb VERMILION, \
	'' using (shown_if('changed', 'to')):(dumbbell(0)) \
		with points pointtype 5 pointsize 1.7 * MARK linecolor rgb INK, \
	'' using (unsure(0) ? shown('to') : NaN):(dumbbell(0)) \
		with points pointtype 7 pointsize 1.9 * MARK linecolor rgb SOFT, \
	'' using (unsure(0) ? shown('to') : NaN):(dumbbell(0)) \
		with points pointtype 7 pointsize 0.7 * MARK linecolor rgb PAPER, \
	for [name in MARKED] '' using (below(mark(name))):(dumbbell(0) + shift(name)):(-9):(0): \
		(ink_of(name)) \
		with vectors head filled size 9, 26 fixed linewidth 1 linecolor rgb variable, \
	for [name in MARKED] '' using (above(mark(name))):(dumbbell(0) + shift(name)):(9):(0): \
		(ink_of(name)) \
		with vectors head filled size 9, 26 fixed linewidth 1 linecolor rgb variable, \
	for [name in PAIRED] '' using (below(pair(name))):(square_y(0) + shift(name)):(-9):(0) \
		with vectors head filled size 9, 22 fixed linewidth 1 linecolor rgb MID, \
	for [name in PAIRED] '' using (above(pair(name))):(square_y(0) + shift(name)):(9):(0) \
		with vectors head filled size 9, 22 fixed linewidth 1 linecolor rgb MID, \
	'' using (put(value_from_x(0))):(dumbbell(0) - 22):(words_of('from')) \
		with labels center font regular(13) textcolor rgb MID, \
	'' using (put(value_to_x(0))):(dumbbell(0) - 22):(words_of('to')):(colour(0)) \
		with labels center font bold(13) textcolor rgb variable, \
	'' using (put(first(0) ? name_from_x(0) : NaN)):(dumbbell(0) - 39):(meta('from_name')) \
		with labels center font regular(12) textcolor rgb MID, \
	'' using (put(first(0) ? name_to_x(0) : NaN)):(dumbbell(0) - 39):(meta('to_name')): \
		(colour(0)) \
		with labels center font bold(12) textcolor rgb variable, \
	'' using (put(goal(MARGIN))):(label_y(1)):(line_of('label', 1)) \
		with labels left font bold(14.5) textcolor rgb INK, \
	'' using (put(goal(MARGIN))):(label_y(2)):(line_of('label', 2)) \
		with labels left font bold(14.5) textcolor rgb INK, \
	'' using (put(goal(MARGIN))):(label_y(3)):(words_of('n')) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(goal(TEXT))):(change_y(0)): \
		(words_of('change') eq '' ? '' : symbol(0).words_of('change')):(colour(0)) \
		with labels left font bold(14.5) textcolor rgb variable, \
	'' using (put(goal(interval_x(0)))):(interval_y(0)):(words_of('interval')) \
		with labels left font regular(13) textcolor rgb MID, \
	'' using (put(goal(TEXT))):(verdict_y(0)): \
		(words_of('verdict')):(colour(0)) \
		with labels left font bold(13) textcolor rgb variable, \
	'' using (put(told((LEFT + RIGHT) / 2))):(reason_y(1)):(line_of('reason', 1)) \
		with labels center font regular(13) textcolor rgb SOFT, \
	'' using (put(told((LEFT + RIGHT) / 2))):(reason_y(2)):(line_of('reason', 2)) \
		with labels center font regular(13) textcolor rgb SOFT
}
