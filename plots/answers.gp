# SPDX-License-Identifier: GPL-3.0-or-later
# Answers: stacked bars about a line, a question under the other; the middle answer in a panel of its own.
# What it reads: plots/README.md.

UNDER = 34; HEAD_ROOM = 32
BAR = 20.0                               # from bar to bar; a bar is 15 high
two_lines(r) = strcol('kind') eq 'words' && (strcol('answer_1_'.LANG.'_2').strcol('answer_2_'.LANG.'_2') \
	.strcol('answer_3_'.LANG.'_2').strcol('answer_4_'.LANG.'_2').strcol('answer_5_'.LANG.'_2') \
	.strcol('answer_6_'.LANG.'_2').strcol('answer_7_'.LANG.'_2') ne '')
row_height(r) = strcol('kind') eq 'item' ? (column(0) == 0 ? 30 : 42) \
	: (strcol('kind') eq 'words' ? (two_lines(0) ? 44 : 28) : BAR)
load 'theme.gp'
unset arrow 2

# ---- where bars stand: all shares have one measure, pixels a per cent ----------------------------------
number_in(key) = meta(key) eq '' ? 0.0 : real(meta(key))
LEFT_HIGH = most(20, number_in('left_high')); RIGHT_HIGH = most(20, number_in('right_high'))
MIDDLE_HIGH = number_in('middle_high')
ARM_X = MARGIN + 8; ROUND_X = MARGIN + 164
TOTAL = 38.0                             # room for a sum beside a bar
BARS_X = 346.0
N_X = W - MARGIN
BARS_END = N_X - 44
PANELS_APART = MIDDLE_HIGH > 0 ? 18.0 : 0
PIXELS = (BARS_END - BARS_X - 2 * TOTAL - (MIDDLE_HIGH > 0 ? TOTAL : 0) - PANELS_APART) \
	/ most(1.0, LEFT_HIGH + RIGHT_HIGH + MIDDLE_HIGH)
ZERO = BARS_X + TOTAL + LEFT_HIGH * PIXELS
MIDDLE = ZERO + RIGHT_HIGH * PIXELS + TOTAL + PANELS_APART

# ---- what is read from a row ---------------------------------------------------------------------------
item(value) = strcol('kind') eq 'item' ? value : NaN
item_y(r) = row_y(r) + (column(0) == 0 ? 0 : 6)
bar(value) = strcol('kind') eq 'bar' ? value : NaN
whole(value) = given(column('share_1')) ? bar(value) : NaN
reason(value) = words_of('reason') ne '' ? bar(value) : NaN
hatched(value) = strcol('withheld') eq '1' ? reason(value) : NaN
answers(r) = given(column('answers')) ? int(column('answers')) : 0
half(r) = answers(0) / 2
share(s) = column(sprintf('share_%d', s))
sum(from, to) = from > to ? 0 : share(from) + sum(from + 1, to)
on_left(s) = s <= half(0)
on_right(s) = s > answers(0) - half(0) && s <= answers(0)
in_middle(s) = answers(0) % 2 == 1 && s == half(0) + 1
from_x(s) = on_left(s) ? ZERO - PIXELS * sum(s, half(0)) : (on_right(s) \
	? ZERO + PIXELS * sum(answers(0) - half(0) + 1, s - 1) : MIDDLE)
to_x(s) = from_x(s) + PIXELS * share(s)
segment(s, value) = s <= answers(0) && given(whole(0)) && share(s) > 0 ? value : NaN
left_sum(r) = sum(1, half(0))
right_sum(r) = sum(answers(0) - half(0) + 1, answers(0))
per_cent(value) = sprintf('%.0f%%', value)
inner(s) = share(s) >= 7 ? sprintf('%.0f', share(s)) : ''

# ---- colours: strong at both ends; grey from light to dark where no direction is good --------------------
array LOW[3]; array HIGH[3]; array PLAIN[7]
LOW[1] = 0xA85508; LOW[2] = 0xDB8F4A; LOW[3] = 0xF2B77C
HIGH[1] = 0x0B5A94; HIGH[2] = 0x5FA5D2; HIGH[3] = 0x8CC1E3
PLAIN[1] = 0xE4E7EB; PLAIN[2] = 0xCBD2D9; PLAIN[3] = 0xB4BDC7; PLAIN[4] = 0x9FAAB6
PLAIN[5] = 0x66727F; PLAIN[6] = 0x52606D; PLAIN[7] = 0x323F4B
depth(s) = s == 1 ? 1 : (s == half(0) ? 3 : 2)           # of the s-th from outside
plain_step(s) = 1 + int(6.0 * (s - 1) / most(1, answers(0) - 1) + 0.5)
counted(s) = s <= answers(0)
shade(s) = !counted(s) ? 0 : strcol('tone') eq 'plain' ? PLAIN[plain_step(s)] : (on_left(s) ? LOW[depth(s)] \
	: (on_right(s) ? HIGH[depth(answers(0) - s + 1)] : 0xD5DAE0))
dark(s) = !counted(s) ? 0 : (strcol('tone') eq 'plain' ? plain_step(s) > 4 : !in_middle(s) \
	&& depth(on_left(s) ? s : answers(0) - s + 1) == 1)
ink(s) = dark(s) ? 0xFFFFFF : 0x1F2933
end_ink(side) = strcol('tone') eq 'plain' ? 0x1F2933 : (side < 0 ? 0xA85508 : 0x0B5A94)

# ---- what answers are called: a line across the page, each with its colour --------------------------------
key(s, value) = strcol('kind') eq 'words' && s <= answers(0) ? value : NaN
key_x(s) = ARM_X + (W - MARGIN - ARM_X) * (s - 1.0) / most(1, answers(0))
key_y(line) = row_y(0) + (two_lines(0) ? (line == 1 ? -8 : 8) : 0)
key_text(s, line) = s <= answers(0) ? strcol(sprintf('answer_%d_%s_%d', s, LANG, line)) : ''
HATCH = 10.0
HATCHES = int((BARS_END - BARS_X) / HATCH) - 2

if (DRAWN) {
	set label 15 '← '.meta('head_left') at ZERO - 6, HEAD_Y + 2 right font bold(12.5) textcolor rgb LOW[1]
	set label 16 meta('head_right').' →' at ZERO + 6, HEAD_Y + 2 left font bold(12.5) textcolor rgb HIGH[1]
	set label 17 MIDDLE_HIGH > 0 ? meta('head_middle') : '' at MIDDLE, HEAD_Y + 2 left font bold(12.5) \
		textcolor rgb MID
	plot \
	'rows.tsv' using (item(W / 2.0)):(item_y(0)):(MARGIN - 8):(W - MARGIN + 8): \
		(item_y(0) - 14):(item_y(0) + 14) \
		with boxxyerror fillcolor rgb WASH, \
	'' using (put(item(MARGIN))):(item_y(0)):(line_of('label', 1)) \
		with labels left font bold(13.5) textcolor rgb INK, \
	'' using (put(item(500))):(item_y(0)):(words_of('goal')) \
		with labels left font regular(12) textcolor rgb SOFT, \
	'' using (put(item(N_X))):(item_y(0)):(symbol(0).words_of('verdict')): \
		(colour_of(strcol('verdict'))) \
		with labels right font bold(12.5) textcolor rgb variable, \
	for [s = 1:7] '' using (key(s, key_x(s) + 6)):(key_y(1)):(key_x(s)):(key_x(s) + 12): \
		(key_y(1) - 6):(key_y(1) + 6):(shade(s)) \
		with boxxyerror fillcolor rgb variable, \
	for [s = 1:7] for [line = 1:2] '' using (put(key(s, key_x(s) + 18))):(key_y(line)): \
		(key_text(s, line)) \
		with labels left font regular(12) textcolor rgb INK, \
	'' using (put(bar(ARM_X))):(row_y(0)):(words_of('arm')) \
		with labels left font bold(12) textcolor rgb INK, \
	'' using (put(bar(ROUND_X))):(row_y(0)):(words_of('round')) \
		with labels left font regular(12) textcolor rgb MID, \
	for [s = 1:7] '' using (segment(s, (from_x(s) + to_x(s)) / 2)):(row_y(0)):(from_x(s)):(to_x(s)): \
		(row_y(0) - 7.5):(row_y(0) + 7.5):(shade(s)) \
		with boxxyerror fillcolor rgb variable, \
	for [s = 2:7] '' using (on_left(s) || (on_right(s) && s > answers(0) - half(0) + 1) \
		? segment(s, from_x(s)) : NaN):(row_y(0) - 7.5):(0):(15) \
		with vectors nohead linewidth 1 linecolor rgb PAPER, \
	for [k = 0:HATCHES] '' using (hatched(BARS_X + TOTAL + k * HATCH)):(row_y(0) + 7.5):(15):(-15) \
		with vectors nohead linewidth 0.6 linecolor rgb SOFT, \
	'' using (reason((BARS_X + BARS_END) / 2)):(row_y(0)): \
		((BARS_X + BARS_END) / 2 - text_width(words_of('reason'), 12) / 2 - 4): \
		((BARS_X + BARS_END) / 2 + text_width(words_of('reason'), 12) / 2 + 4): \
		(row_y(0) - 9):(row_y(0) + 9) \
		with boxxyerror fillcolor rgb PAPER, \
	'' using (put(reason((BARS_X + BARS_END) / 2))):(row_y(0)):(words_of('reason')) \
		with labels center font regular(12) textcolor rgb SOFT, \
	'' using (whole(ZERO)):(row_y(0) - BAR / 2):(0):(BAR) \
		with vectors nohead linewidth 1.2 linecolor rgb INK, \
	'' using (answers(0) % 2 == 1 ? whole(MIDDLE) : NaN):(row_y(0) - BAR / 2):(0):(BAR) \
		with vectors nohead linewidth 1 linecolor rgb SOFT, \
	for [s = 1:7] '' using (put(segment(s, in_middle(s) ? NaN : (from_x(s) + to_x(s)) / 2))):(row_y(0)): \
		(inner(s)):(ink(s)) \
		with labels center font regular(11.5) textcolor rgb variable, \
	for [s = 1:7] '' using (put(in_middle(s) && given(whole(0)) ? to_x(s) + 4 : NaN)):(row_y(0)): \
		(per_cent(share(s))) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(whole(ZERO - PIXELS * left_sum(0) - 5))):(row_y(0)):(per_cent(left_sum(0))): \
		(end_ink(-1)) \
		with labels right font bold(12.5) textcolor rgb variable, \
	'' using (put(whole(ZERO + PIXELS * right_sum(0) + 5))):(row_y(0)):(per_cent(right_sum(0))): \
		(end_ink(1)) \
		with labels left font bold(12.5) textcolor rgb variable, \
	'' using (put(whole(N_X))):(row_y(0)):('n '.words_of('n')) \
		with labels right font regular(11.5) textcolor rgb MID
}
