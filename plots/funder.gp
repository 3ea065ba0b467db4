# SPDX-License-Identifier: GPL-3.0-or-later
# One A4 page for funders: tiles, goals, targets, gaps, harm. What it reads: plots/README.md.

LEFT = 344.0; RIGHT = 610.0; UNDER = 40; HEAD_ROOM = 10
TEXT = 668.0; INTERVAL = 738.0; WORDS = 972.0
LEAST_HEIGHT = 1414                      # A4 at this width
TILE = 226.0; TILE_STEP = 239.33         # four of them
is(name) = strcol('kind') eq name
TILES = 0
row_height(r) = is('tile') ? (TILES = TILES + 1, TILES == 1 ? 104 : 0) : is('head') ? 58 \
	: is('goal') ? 34 : is('target') ? 29 : 25

# ---- tiles stand side by side in the row of the first --------------------------------------------
tile_x(r) = is('tile') ? MARGIN + (row(0) - 1) * TILE_STEP : NaN
tile_y(r) = TOP + 10 + 46

# ---- what is read from a row ---------------------------------------------------------------------
of(name, value) = is(name) ? value : NaN
goal(value) = of('goal', value)
colour(r) = colour_of(strcol('verdict'))
shown(name) = is('goal') && inside(column(name)) ? at(column(name)) : NaN
shown_if(verdict, name) = strcol('verdict') eq verdict ? shown(name) : NaN
unsure(r) = strcol('verdict') eq 'unclear' || strcol('verdict') eq 'too_early'
# better or worse, as the feet say
sign(r) = strcol('verdict') eq 'up' ? '▲ ' : (strcol('verdict') eq 'down' ? '▼ ' \
	: (strcol('verdict') eq 'too_early' ? '○ ' : (strcol('verdict') eq 'refused' ? '' \
	: (strcol('verdict') eq 'changed' ? '■ ' : '● '))))
tile_colour(r) = row(0) == 1 ? 0x0072B2 : 0x1F2933

# ---- the way to a target: from -50 to 150 per cent -------------------------------------------------
WAY_LEFT = 618.0; WAY_RIGHT = 808.0
way(share) = given(share) ? WAY_LEFT + (least(most(share, -0.5), 1.5) + 0.5) / 2.0 \
	* (WAY_RIGHT - WAY_LEFT) : NaN
covered(name) = is('target') ? way(column(name)) : NaN

load 'theme.gp'

if (DRAWN) {
	plot \
	'rows.tsv' using (tile_x(0) + TILE / 2):(tile_y(0)):(tile_x(0)):(tile_x(0) + TILE): \
		(tile_y(0) - 46):(tile_y(0) + 46) \
		with boxxyerror fillcolor rgb WASH, \
	'' using (put(tile_x(0) + 16)):(tile_y(0) - 20):(words_of('value')):(tile_colour(0)) \
		with labels left font bold(26) textcolor rgb variable, \
	for [line = 1:2] '' using (put(tile_x(0) + 16)):(tile_y(0) - 8 + 18 * line): \
		(line_of('label', line)) \
		with labels left font regular(12.5) textcolor rgb MID, \
	'' using (of('head', MARGIN)):(row_top(0) + 8):(W - 2 * MARGIN):(0) \
		with vectors nohead linewidth 1 linecolor rgb LINE, \
	'' using (put(of('head', MARGIN))):(row_y(0) - 3):(line_of('label', 1)) \
		with labels left font bold(16.5) textcolor rgb INK, \
	'' using (put(of('head', MARGIN))):(row_y(0) + 18):(words_of('text')) \
		with labels left font regular(12.5) textcolor rgb MID, \
	for [i = 0:4] '' using (goal(LEFT + (RIGHT - LEFT) * i / 4)):(row_top(0)):(0):(TALL[row(0)]) \
		with vectors nohead linewidth 1 linecolor rgb GRID, \
	'' using (goal(at(column('compare_from')))):(row_y(0) + 10): \
		(at(column('compare_to')) - at(column('compare_from'))):(0) \
		with vectors nohead linewidth 1.6 dashtype (4, 3) linecolor rgb MID, \
	'' using (shown('compare_from')):(row_y(0) + 10) \
		with points pointtype 5 pointsize 0.9 * MARK linecolor rgb MID, \
	'' using (shown('compare_from')):(row_y(0) + 10) \
		with points pointtype 5 pointsize 0.5 * MARK linecolor rgb PAPER, \
	'' using (shown('compare_to')):(row_y(0) + 10) \
		with points pointtype 5 pointsize 0.9 * MARK linecolor rgb MID, \
	'' using (goal(at(column('from')))):(row_y(0) - 3):(at(column('to')) - at(column('from'))): \
		(0):(tint_of(strcol('verdict'))) \
		with vectors nohead linewidth 7 linecolor rgb variable, \
	'' using (shown('from')):(row_y(0) - 3) \
		with points pointtype 7 pointsize 1.5 * MARK linecolor rgb MID, \
	'' using (shown('from')):(row_y(0) - 3) \
		with points pointtype 7 pointsize 0.9 * MARK linecolor rgb PAPER, \
	'' using (shown_if('up', 'to')):(row_y(0) - 3) \
		with points pointtype 7 pointsize 1.5 * MARK linecolor rgb BLUE, \
	'' using (shown_if('down', 'to')):(row_y(0) - 3) \
		with points pointtype 13 pointsize DIAMOND linecolor rgb VERMILION, \
	'' using (shown_if('changed', 'to')):(row_y(0) - 3) \
		with points pointtype 5 pointsize 1.4 * MARK linecolor rgb INK, \
	'' using (unsure(0) ? shown('to') : NaN):(row_y(0) - 3) \
		with points pointtype 7 pointsize 1.5 * MARK linecolor rgb SOFT, \
	'' using (unsure(0) ? shown('to') : NaN):(row_y(0) - 3) \
		with points pointtype 7 pointsize 0.6 * MARK linecolor rgb PAPER, \
	'' using (put(goal(MARGIN))):(row_y(0)):(line_of('label', 1)) \
		with labels left font bold(14) textcolor rgb INK, \
	'' using (put(shown('from') < shown('to') ? shown('from') - 10 : shown('from') + 10)): \
		(row_y(0) - 3):(shown('from') < shown('to') ? '' : words_of('from')) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(shown('from') < shown('to') ? shown('from') - 10 : NaN)):(row_y(0) - 3): \
		(words_of('from')) \
		with labels right font regular(12) textcolor rgb MID, \
	'' using (put(shown('from') < shown('to') ? shown('to') + 10 : NaN)):(row_y(0) - 3): \
		(words_of('to')):(colour(0)) \
		with labels left font bold(12) textcolor rgb variable, \
	'' using (put(shown('from') < shown('to') ? NaN : shown('to') - 10)):(row_y(0) - 3): \
		(words_of('to')):(colour(0)) \
		with labels right font bold(12) textcolor rgb variable, \
	'' using (put(goal(TEXT))):(row_y(0)): \
		(words_of('change') eq '' ? '' : sign(0).words_of('change')):(colour(0)) \
		with labels left font bold(13.5) textcolor rgb variable, \
	'' using (put(goal(INTERVAL))):(row_y(0)):(words_of('interval')) \
		with labels left font regular(12) textcolor rgb MID, \
	'' using (put(goal(WORDS))):(row_y(0)):(words_of('verdict')):(colour(0)) \
		with labels right font regular(12) textcolor rgb variable, \
	'' using (put(of('target', MARGIN))):(row_y(0)):(line_of('label', 1)) \
		with labels left font regular(13.5) textcolor rgb INK, \
	'' using (put(of('target', 474))):(row_y(0)):(words_of('from').' → '.words_of('to')) \
		with labels right font bold(12.5) textcolor rgb INK, \
	'' using (put(of('target', 592))):(row_y(0)):(words_of('target')) \
		with labels right font regular(12.5) textcolor rgb INK, \
	'' using (of('target', WAY_LEFT)):(row_y(0)):(WAY_LEFT):(WAY_RIGHT):(row_y(0) - 8): \
		(row_y(0) + 8) \
		with boxxyerror fillcolor rgb WASH, \
	'' using (of('target', way(0))):(row_y(0)): \
		(least(way(0), covered('progress'))):(most(way(0), covered('progress'))): \
		(row_y(0) - 7):(row_y(0) + 7):(column('progress') < 0 ? 0xF6C9A8 : 0x9CCBE8) \
		with boxxyerror fillcolor rgb variable, \
	'' using (covered('progress_low')):(row_y(0)): \
		(covered('progress_high') - covered('progress_low')):(0) \
		with vectors nohead linewidth 2.4 linecolor rgb MID, \
	'' using (of('target', way(0))):(row_y(0) - 11):(0):(22) \
		with vectors nohead linewidth 1 linecolor rgb MID, \
	'' using (of('target', way(1))):(row_y(0) - 13):(0):(26) \
		with vectors nohead linewidth 2.6 linecolor rgb INK, \
	'' using (put(of('target', WORDS))):(row_y(0)):(words_of('verdict')):(colour(0)) \
		with labels right font bold(12.5) textcolor rgb variable, \
	'' using (put(of('line', MARGIN))):(row_y(0)):(sign(0).words_of('text')):(colour(0)) \
		with labels left font regular(13) textcolor rgb variable
}
