# SPDX-License-Identifier: GPL-3.0-or-later
# Frozen reference values for the people that two shares take, and for two rates: Rscript shares.R (in
# this folder). stats alone. Written: share_sizes.csv by power.prop.test, rates.csv by poisson.test;
# rates_of_many.csv by its formulas (dbinom, qbeta): poisson.test would hold every possible number of events at once, so
# that only those within 45 standard deviations of the mode are summed.
options(digits = 17)
save <- function(name, rows) {
	rows <- do.call(rbind, rows)
	text <- lapply(rows, function(column) sprintf("%.17g", column))
	writeLines(c(paste0("# ", R.version.string, ", shares.R"), paste(names(rows), collapse = ","),
		do.call(paste, c(text, sep = ","))), paste0(name, ".csv"))
}
rows <- list()
for (p1 in c(.45, .02, .1, .5, .83)) for (p2 in c(.6, .05, .49, .97)) for (power in c(.8, .9)) for (alpha in c(.05, .01))
	if (p1 != p2) rows[[length(rows) + 1]] <- data.frame(p1 = p1, p2 = p2, alpha = alpha, power = power,
		n = power.prop.test(p1 = p1, p2 = p2, sig.level = alpha, power = power, tol = 1e-13)$n)
save("share_sizes", rows)
rows <- list()
events <- list(c(56, 35), c(0, 4), c(3, 0), c(1, 1), c(12, 30), c(150, 121), c(5, 5), c(2, 9), c(900, 1000), c(17, 3))
people <- list(c(110, 100), c(12, 10), c(9, 14), c(5, 5), c(60, 45), c(40, 51), c(13, 29), c(8, 8), c(700, 650), c(30, 30))
for (i in seq_along(events)) for (level in c(.95, .9)) {
	t <- poisson.test(events[[i]], people[[i]], conf.level = level)
	rows[[length(rows) + 1]] <- data.frame(events1 = events[[i]][1], people1 = people[[i]][1], events0 = events[[i]][2],
		people0 = people[[i]][2], level = level, ratio = unname(t$estimate), conf_low = t$conf.int[1], conf_high = t$conf.int[2],
		p_value = t$p.value)
}
save("rates", rows)
rows <- list()
events <- list(c(2000040000, 1999960000), c(1500040000, 2499960000), c(2500, 3999997500), c(61, 4200000000), c(0, 4000000000),
	c(2000600000, 1999400000))
people <- list(c(1, 1), c(3, 5), c(24, 40000000), c(1, 100000000), c(1, 1000000000), c(1, 1))
for (i in seq_along(events)) {
	one <- events[[i]][1]
	n <- sum(events[[i]])
	p <- people[[i]][1] / sum(people[[i]])
	mode <- floor((n + 1) * p)
	reach <- ceiling(45 * sqrt(n * p * (1 - p))) + 200
	near <- dbinom(max(0, mode - reach):min(n, mode + reach), n, p)
	rate <- function(share) share / (1 - share) * people[[i]][2] / people[[i]][1]
	rows[[i]] <- data.frame(events1 = one, people1 = people[[i]][1], events0 = n - one, people0 = people[[i]][2], level = .95,
		ratio = rate(one / n), conf_low = if (one == 0) 0 else rate(qbeta(.025, one, n - one + 1)),
		conf_high = rate(qbeta(.975, one + 1, n - one)),
		p_value = sum(near[near <= dbinom(one, n, p) * (1 + 1e-7)]))
}
save("rates_of_many", rows)
