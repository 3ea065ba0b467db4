# SPDX-License-Identifier: GPL-3.0-or-later
# The theme of all charts: language, palette, fonts, layout in pixels, and the frame around the marks.
#
# A template sets LEFT and RIGHT (pixels between which its axis runs), UNDER (pixels from the axis to
# the footers) and row_height(r) (pixels of the row being read), then loads this file. It finds
# Y[1..ROWS], the middle of each row, TALL[1..ROWS], its height, and draws with x from 0 to W and y
# from 0 (top) to H. With no rows a card is drawn, and DRAWN is 0. gnuplot has no functions without
# an argument: an r stands for nothing and is called with 0.
#
# By hand, in a folder with meta.tsv, ticks.tsv, rows.tsv and this file:
#     gnuplot -d -e "LANG='id'; FMT='svg'" goals.gp        writes chart.svg

if (!exists('LANG')) LANG = 'id'
if (!exists('FMT')) FMT = 'svg'
set encoding utf8
set datafile separator "\t"
set datafile commentschars ''
set datafile missing 'NA'

# ---- palette: every pair also differs in shape, dash or word -------------------------------------
INK = '#1F2933'; MID = '#52606D'; SOFT = '#66727F'; LINE = '#CBD2D9'; GRID = '#E4E7EB'
WASH = '#F5F7FA'; PAPER = '#FFFFFF'; BLUE = '#0072B2'; VERMILION = '#C24E00'
colour_of(verdict) = verdict eq 'up' ? 0x0072B2 : (verdict eq 'down' ? 0xC24E00 \
	: (verdict eq 'changed' ? 0x1F2933 : 0x66727F))
tint_of(verdict)   = verdict eq 'up' ? 0x9CCBE8 : (verdict eq 'down' ? 0xF6C9A8 : 0xD5DAE0)
# The sign before a change: which way it went where it is clear, else how sure it is.
moved(r) = strcol('verdict') eq 'up' || strcol('verdict') eq 'down' \
	|| strcol('verdict') eq 'changed'
symbol(r) = moved(r) ? (column('change') < 0 ? '▼ ' : '▲ ') : (strcol('verdict') eq 'unclear' \
	? '● ' : \
	(strcol('verdict') eq 'too_early' ? '○ ' : ''))

# ---- fonts: sizes in pixels; SVG counts them so, cairo counts points -----------------------------
POINTS = FMT eq 'svg' ? 1.0 : 0.75
MARK   = FMT eq 'svg' ? 0.525 : 1.0       # one point size for both terminals (measured)
DIAMOND = FMT eq 'svg' ? 0.92 : 2.2
regular(size) = sprintf('Noto Sans,%.2f', size * POINTS)
bold(size)    = sprintf('Noto Sans:Bold,%.2f', size * POINTS)
text_width(text, size) = 0.56 * size * strlen(text)

# ---- reading the parts ---------------------------------------------------------------------------
given(number) = number == number
# A label whose x is NaN in the only row crashes gnuplot 5.4: put it off the canvas instead.
put(x) = given(x) ? x : -1000
most(a, b)  = a > b ? a : b
least(a, b) = a < b ? a : b
words_of(name) = strcol(name.'_'.LANG)
line_of(name, line) = strcol(name.'_'.LANG.'_'.line)

stats 'meta.tsv' using 0 nooutput
METAS = int(STATS_records) - 1
stats 'ticks.tsv' using 0 nooutput
TICKS = int(STATS_records) - 1
stats 'rows.tsv' using 0 nooutput
ROWS = int(STATS_records) - 1
set datafile columnheaders

array KEY[METAS + 1]
array MEANING[METAS + 1]
if (METAS > 0) {
	set table $read
	plot 'meta.tsv' using (i = int(column(0)) + 1, KEY[i] = strcol('key'), \
		MEANING[i] = words_of('value'), 0) with table
	unset table
}
FOOT_LIMIT = 24
look_up(key, i) = i > METAS ? '' : (KEY[i] eq key ? MEANING[i] : look_up(key, i + 1))
meta(key) = look_up(key, 1)
lines_of(key, i) = i > FOOT_LIMIT ? 0 : (meta(key.'_'.i) ne '') + lines_of(key, i + 1)

# ---- axis: what lies outside is drawn at its end, by an arrow ------------------------------------
AXIS_LOW  = meta('axis_low') eq '' ? 0.0 : real(meta('axis_low'))
AXIS_HIGH = meta('axis_high') eq '' ? 1.0 : real(meta('axis_high'))
inside(value) = value >= AXIS_LOW && value <= AXIS_HIGH
clipped(value) = given(value) ? least(most(value, AXIS_LOW), AXIS_HIGH) : NaN
at(value) = LEFT + (clipped(value) - AXIS_LOW) / (AXIS_HIGH - AXIS_LOW) * (RIGHT - LEFT)
# where a line stops that an arrow goes on with
upto(value) = value > AXIS_HIGH ? RIGHT - 8 : (value < AXIS_LOW ? LEFT + 8 \
	: at(value))
below(value) = value < AXIS_LOW ? LEFT + 9 : NaN       # where an arrow to the edge begins
above(value) = value > AXIS_HIGH ? RIGHT - 9 : NaN

# ---- layout: from the top down -------------------------------------------------------------------
W = 1000
MARGIN = 28.0
NOTICE_HEIGHT = meta('notice') eq '' ? 0 : 30
TITLE_Y = NOTICE_HEIGHT + 40
RESULT_Y = TITLE_Y + 28 + (meta('title_2') eq '' ? 0 : 28)
SUB_Y   = RESULT_Y + 22 * lines_of('result', 1)
if (!exists('HEAD_ROOM')) HEAD_ROOM = 42  # a template without headings needs less
HEAD_Y  = SUB_Y + HEAD_ROOM + (meta('sub_2') eq '' ? 0 : 20)
TOP     = HEAD_Y + 16

array Y[ROWS + 1]
array TALL[ROWS + 1]
array HEADED[ROWS + 1]
BOTTOM = TOP + 10
if (ROWS > 0) {
	set table $read
	plot 'rows.tsv' using (i = int(column(0)) + 1, TALL[i] = row_height(0), HEADED[i] = \
		strcol('kind') eq 'head', \
		Y[i] = BOTTOM + TALL[i] / 2.0, BOTTOM = BOTTOM + TALL[i], 0) with table
	unset table
} else {
	BOTTOM = TOP + 150
}
BOTTOM = BOTTOM + 4
FEET = lines_of('foot', 1)
FOOT_Y = BOTTOM + (ROWS > 0 ? UNDER : 36)
H = int(FOOT_Y + 17 * FEET + 14)
if (exists('LEAST_HEIGHT') && ROWS > 0 && H < LEAST_HEIGHT) {   # a page has its feet at its end
	FOOT_Y = FOOT_Y + LEAST_HEIGHT - H
	H = LEAST_HEIGHT
}
row(r) = int(column(0)) + 1
row_y(r) = Y[row(r)]
row_top(r) = Y[row(r)] - TALL[row(r)] / 2.0

# ---- canvas --------------------------------------------------------------------------------------
SCALE = 1.5
if (FMT eq 'svg') {
	set terminal svg size W, H dynamic noenhanced butt font regular(14) background '#FFFFFF'
} else { if (FMT eq 'pdf') {
	# an inch is 96 pixels; pdfcairo draws text and marks a third too large, lines a third too thin
	set terminal pdfcairo size W / 96.0, H / 96.0 noenhanced butt font regular(14) \
		fontscale 0.75 linewidth 1.5 pointscale 0.75 background '#FFFFFF'
} else {
	set terminal pngcairo size W * SCALE, H * SCALE noenhanced butt font regular(14) \
		fontscale SCALE linewidth SCALE pointscale SCALE background '#FFFFFF'
} }
set output 'chart.'.FMT
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:W]; set yrange [H:0]
unset key; unset border; unset tics
set style fill solid 1.0 noborder

# ---- frame ---------------------------------------------------------------------------------------
if (NOTICE_HEIGHT > 0) {
	set object 1 rectangle from 0, 0 to W, NOTICE_HEIGHT fillcolor rgb GRID \
		fillstyle solid 1.0 noborder behind
	set label 1 meta('notice') at MARGIN, NOTICE_HEIGHT / 2.0 left font bold(12) textcolor \
		rgb INK
}
set label 2 meta('title_1') at MARGIN, TITLE_Y left font bold(22) textcolor rgb INK
set label 3 meta('title_2') at MARGIN, TITLE_Y + 28 left font bold(22) textcolor rgb INK
set label 6 meta('result_1') at MARGIN, RESULT_Y left font bold(14) textcolor rgb INK
set label 7 meta('result_2') at MARGIN, RESULT_Y + 22 left font bold(14) textcolor rgb INK
set label 4 meta('sub_1') at MARGIN, SUB_Y left font regular(14) textcolor rgb MID
set label 5 meta('sub_2') at MARGIN, SUB_Y + 20 left font regular(14) textcolor rgb MID
y = FOOT_Y
do for [i = 1:FOOT_LIMIT] {                # one may be empty in this language
	set label 30 + i meta('foot_'.i) at MARGIN, y left font regular(11.5) textcolor rgb MID
	y = y + (meta('foot_'.i) eq '' ? 0 : 17)
}
set arrow 1 from MARGIN, FOOT_Y - 18 to W - MARGIN, FOOT_Y - 18 nohead \
	linecolor rgb GRID linewidth 1 back

DRAWN = ROWS > 0
if (!DRAWN) {
	CARD = meta('no_data') ne '' ? meta('no_data') : (LANG eq 'id' \
		? 'Belum ada data untuk digambar' : 'No data to draw yet')
	set object 2 rectangle from MARGIN, HEAD_Y - 12 to W - MARGIN, BOTTOM - 8 fillcolor rgb \
		WASH fillstyle solid 1.0 noborder behind
	set label 20 CARD at W / 2.0, (HEAD_Y - 12 + BOTTOM - 8) / 2.0 \
		center font bold(16) textcolor rgb SOFT
	plot NaN notitle
} else {
	set label 11 meta('head_label') at MARGIN, HEAD_Y left font bold(13) textcolor rgb INK
	set arrow 2 from MARGIN, TOP to W - MARGIN, TOP nohead linecolor rgb LINE linewidth 1 back
}
