# SPDX-License-Identifier: GPL-3.0-or-later
# Results chain: goals in boxes from the first to the last, arrows for the links with their state.
# What it reads: plots/README.md.

LEFT = 28.0; RIGHT = 972.0; UNDER = 46; HEAD_ROOM = 4
BETWEEN = 24; PAD = 14; LANE = 14
CHANNEL = 58                             # above a band that arrows reach
columns(r) = int(real(meta('columns')))
box_height(r) = columns(0) < 3 ? 116 : 170
# The first box of a band has the height of the band; the others and the arrows have none.
row_height(r) = strcol('kind') eq 'head' ? 46 : (strcol('kind') ne 'box' || column('place') > 0 \
	? 0 : box_height(0) + (column('channel') > 0 ? CHANNEL : 14))
load 'theme.gp'
unset arrow 2

# ---- boxes: where they stand ---------------------------------------------------------------------
COLUMNS = ROWS > 0 ? columns(0) : 1
CHAIN = ROWS > 0 ? int(real(meta('chain_columns'))) : 1
LANES = ROWS > 0 ? int(real(meta('lanes'))) : 0
TALL_BOX = ROWS > 0 ? box_height(0) : 0
AREA = RIGHT - LEFT - (LANES > 0 && CHAIN == COLUMNS ? 24 + LANE * LANES : 0)
WIDE = (AREA - BETWEEN * (COLUMNS - 1)) / COLUMNS
PITCH = WIDE + BETWEEN
END = LEFT + (COLUMNS + CHAIN) * PITCH / 2.0 - BETWEEN    # of the widest band that arrows reach
array X[ROWS + 1]
array T[ROWS + 1]
SLOTS = 1
is_box(r) = strcol('kind') eq 'box'
is_link(r) = strcol('kind') eq 'link'
left_of(r) = LEFT + ((COLUMNS - column('places')) / 2.0 + column('place')) * PITCH
if (ROWS > 0) {
	set table $read
	plot 'rows.tsv' using (i = row(0), X[i] = is_box(0) ? left_of(0) : 0, \
		T[i] = Y[i] + TALL[i] / 2.0 - TALL_BOX, \
		SLOTS = is_link(0) ? most(SLOTS, column('slot') + 1) : SLOTS, 0) with table
	unset table
}
box(value) = is_box(0) ? value : NaN
x_box(r) = X[row(0)]
y_box(r) = T[row(0)]
class(list) = is_box(0) && strstrt(list, '|'.strcol('verdict').'|') > 0
full(r) = class('|up|down|changed|')
box_if(list, value) = class(list) ? value : NaN

# ---- what stands in a box: beside each other, or where it is narrow under each other --------------
second_x(r) = x_box(0) + (COLUMNS < 3 ? WIDE * 0.5 : PAD)
second_y(r) = y_box(0) + (COLUMNS < 3 ? 0 : 42)
values_y(r) = n_y(0) - 20
n_y(r) = y_box(0) + TALL_BOX - 16
paper(number) = full(0) ? 0xFFFFFF : number
reasoned(r) = line_of('reason', 1) ne ''
verdict_y(r) = second_y(0) + (reasoned(0) ? 24 : 66)

# ---- arrows: down from a box, across, down to the next; or round by a lane at the side ------------
from_row(r) = is_link(0) ? int(column('from_row')) : 1
to_row(r) = is_link(0) ? int(column('to_row')) : 1
STEP = least(5, 26.0 / SLOTS)
link(value) = is_link(0) ? value : NaN
passes(r) = column('lane') > 0
x_out(r) = X[from_row(0)] + WIDE / 2.0 + (column('out') - (column('outs') - 1) / 2.0) * 14
x_in(r) = X[to_row(0)] + WIDE * (column('in') + 0.5) / column('ins')
x_lane(r) = END + 24 + LANE * (column('lane') - 1)
x_turn(r) = passes(0) ? x_lane(0) : x_in(0)
y_out(r) = T[from_row(0)] + TALL_BOX
y_turn(r) = y_out(0) + 8 + STEP * column('slot')
y_side(r) = y_in(0) - 26 - 4 * (column('lane') - 1)
y_last(r) = passes(0) ? y_side(0) : y_turn(0)
y_in(r) = T[to_row(0)] - 2
apart(a, b) = abs(a - b) < 0.01 ? NaN : a
STATES = 'consistent not_yet reversed reversed not_measured'
state(k) = is_link(0) && strcol('state') eq word(STATES, k)
in_state(k, value) = state(k) ? value : NaN
set style line 1 linewidth 2.6 linecolor rgb INK
set style line 2 linewidth 2 dashtype (8, 5) linecolor rgb SOFT
set style line 3 linewidth 6 linecolor rgb INK
set style line 4 linewidth 2.4 linecolor rgb PAPER
set style line 5 linewidth 2 dashtype (1, 3) linecolor rgb SOFT
sure(r) = strcol('state') eq 'consistent' || strcol('state') eq 'reversed'

if (DRAWN) {
	plot \
	for [k = 1:5] 'rows.tsv' using (in_state(k, x_out(0))):(y_out(0)):(0): \
		(y_turn(0) - y_out(0)) \
		with vectors nohead linestyle k, \
	for [k = 1:5] '' using (in_state(k, apart(x_out(0), x_turn(0)))):(y_turn(0)): \
		(x_turn(0) - x_out(0)):(0) with vectors nohead linestyle k, \
	for [k = 1:5] '' using (state(k) && passes(0) ? x_lane(0) : NaN):(y_turn(0)):(0): \
		(y_side(0) - y_turn(0)) with vectors nohead linestyle k, \
	for [k = 1:5] '' using (state(k) && passes(0) ? x_lane(0) : NaN):(y_side(0)): \
		(x_in(0) - x_lane(0)):(0) with vectors nohead linestyle k, \
	for [k = 1:5] '' using (in_state(k, x_in(0))):(y_last(0)):(0): \
		(y_in(0) - 8 - y_last(0)) with vectors nohead linestyle k, \
	'' using (link(x_in(0))):(y_in(0) - 11):(0):(11):(sure(0) ? 0x1F2933 : 0x66727F) \
		with vectors head filled size 11, 24 fixed linewidth 1 linecolor rgb variable, \
	'' using (put(link(x_in(0) + 9))):(y_in(0) - 13):(words_of('state')): \
		(sure(0) ? 0x1F2933 : 0x52606D) \
		with labels left font bold(11.5) textcolor rgb variable, \
	'' using (box(x_box(0))):(y_box(0)):(x_box(0)):(x_box(0) + WIDE):(y_box(0)): \
		(y_box(0) + TALL_BOX):(colour_of(strcol('verdict'))) \
		with boxxyerror fillcolor rgb variable, \
	'' using (box_if('|unclear|', x_box(0))):(y_box(0)):(x_box(0) + 2):(x_box(0) + WIDE - 2): \
		(y_box(0) + 2):(y_box(0) + TALL_BOX - 2) \
		with boxxyerror fillcolor rgb PAPER, \
	'' using (box_if('|too_early|', x_box(0))):(y_box(0)):(x_box(0)):(x_box(0) + WIDE): \
		(y_box(0)):(y_box(0) + TALL_BOX) \
		with boxxyerror fillcolor rgb PAPER, \
	'' using (box_if('|refused|', x_box(0))):(y_box(0)):(x_box(0)):(x_box(0) + WIDE): \
		(y_box(0)):(y_box(0) + TALL_BOX) \
		with boxxyerror fillcolor rgb GRID, \
	for [side = 0:1] '' using (box_if('|too_early|', x_box(0))): \
		(y_box(0) + side * TALL_BOX):(WIDE):(0) \
		with vectors nohead linewidth 1.6 dashtype (4, 4) linecolor rgb SOFT, \
	for [side = 0:1] '' using (box_if('|too_early|', x_box(0) + side * WIDE)): \
		(y_box(0)):(0):(TALL_BOX) \
		with vectors nohead linewidth 1.6 dashtype (4, 4) linecolor rgb SOFT, \
	for [line = 1:2] '' using (put(box(x_box(0) + PAD))): \
		(y_box(0) + 24 + 18 * (line - 1)):(line_of('label', line)):(paper(0x1F2933)) \
		with labels left font bold(14.5) textcolor rgb variable, \
	'' using (put(box(x_box(0) + PAD))):(values_y(0)):(words_of('values')): \
		(paper(0x1F2933)) \
		with labels left font regular(13) textcolor rgb variable, \
	'' using (put(box(x_box(0) + PAD))):(n_y(0)):(words_of('n')):(paper(0x52606D)) \
		with labels left font regular(12) textcolor rgb variable, \
	'' using (put(box(second_x(0)))):(second_y(0) + 26): \
		(words_of('change') eq '' ? '' : symbol(0).words_of('change')):(paper(0x1F2933)) \
		with labels left font bold(18) textcolor rgb variable, \
	'' using (put(box(second_x(0)))):(second_y(0) + 46): \
		(words_of('interval')):(paper(0x1F2933)) \
		with labels left font regular(13) textcolor rgb variable, \
	'' using (put(box(second_x(0)))):(verdict_y(0)):(words_of('verdict')):(paper(0x52606D)) \
		with labels left font bold(13) textcolor rgb variable, \
	for [line = 1:3] '' using (put(box(second_x(0)))):(second_y(0) + 26 + 17 * line): \
		(line_of('reason', line)) \
		with labels left font regular(12) textcolor rgb INK, \
	'' using (put(strcol('kind') eq 'head' ? MARGIN : NaN)):(row_y(0) + 12): \
		(line_of('label', 1)) \
		with labels left font bold(15) textcolor rgb INK
}
