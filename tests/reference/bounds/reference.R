# SPDX-License-Identifier: GPL-3.0-or-later
# What missing people could change, by R: Rscript reference.R (in this folder). Base R alone.
#
# Invents a panel of 14 villages in two arms and two strata from which more people of the programme are
# lost, and some new ones join; writes its scores and the cells of bounds.csv to be compared into
# tests/pipeline/bounds: `plain`, and `weighted` with survey weights.
options(digits = 17)
set.seed(83, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
size <- c(5, 7, 23, 9, 11, 8, 6, 14, 10, 12, 7, 9, 16, 5)
village <- rep(seq_along(size), size)
n <- length(village)
p <- data.frame(respondent = sprintf("R%03d", 1:n), arm = ifelse(village %% 2 == 1, "prog", "comp"),
	cluster = sprintf("V%02d", village), stratum = ifelse(village %% 4 < 2, "north", "south"),
	weight = c(1, 1.5, 2.25, .8)[1 + (1:n) %% 4], sex = sample(c("L", "P", ""), n, TRUE, c(.5, .44, .06)))
answers <- function(p, r) {
	p$round <- r
	m <- nrow(p)
	p$y <- 50 * round(exp(rnorm(m, 6 + r / 4 + (p$arm == "prog") * r / 3, .8)) / 50)
	p$z <- rbinom(m, 1, .4 + .2 * r)
	p$s <- sample(1:5, m, TRUE)
	for (x in c("y", "z", "s")) p[[x]][runif(m) < .05] <- NA
	p
}
later <- answers(p, 1)
later <- later[runif(n) > .12 + .15 * (later$arm == "prog"), ]
new <- later[1:4, ]
new$respondent <- paste0("N", 1:4)
d <- rbind(answers(p, 0), later, new)
blank <- function(x) ifelse(is.na(x), "", format(x, trim = TRUE, digits = 15, scientific = FALSE))
for (how in c("plain", "weighted")) {
	w <- if (how == "weighted") d$weight else ""
	writeLines(c("respondent,round,arm,cluster,stratum,weight,fpc,sex,y,z,s",
		paste(d$respondent, d$round, d$arm, d$cluster, d$stratum, w, "", d$sex, blank(d$y), blank(d$z), blank(d$s), sep = ",")),
		file.path("../../pipeline/bounds", how, "scores.csv"))
}

# ---- one arm: those with an earlier value ----
side <- function(x, arm, how) {
	a <- d[d$round == 0 & !is.na(d[[x]]) & (arm == "" | d$arm == arm), ]
	b <- d[d$round == 1, ]
	a$w <- if (how == "weighted") a$weight else 1
	a$y0 <- a[[x]]
	a$d <- b[[x]][match(a$respondent, b$respondent)] - a$y0
	a$here <- !is.na(a$d)
	a
}
# Cells: stratum and sex (missing, focal P, other), those with fewer than 10 followed put together, and the
# rest of them to the largest cell.
weighted_change <- function(a) {
	cell <- paste(a$stratum, ifelse(a$sex == "", 0, ifelse(a$sex == "P", 1, 2)))
	followed <- tapply(a$here, cell, sum)
	small <- names(followed)[followed < 10]
	cell[cell %in% small] <- "together"
	followed <- tapply(a$here, cell, sum)
	if ("together" %in% names(followed) && followed[["together"]] < 10) {
		others <- followed[names(followed) != "together"]
		cell[cell == "together"] <- names(others)[which.max(others)]
	}
	# the same people, each with weight before / after of the cell
	up <- tapply(a$w, cell, sum) / tapply(a$w * a$here, cell, sum)
	weighted.mean(a$d[a$here], (a$w * up[cell])[a$here])
}
# The mean of a sample of which a part `keep` of the weight is left, from the bottom or from the top: by
# integrating the quantile function.
kept <- function(v, w, keep, bottom) {
	o <- order(v, decreasing = !bottom)
	v <- v[o]
	ends <- pmin(cumsum(w[o]) / sum(w), keep)
	sum(v * diff(c(0, ends))) / keep
}
lee <- function(a, b) {
	share <- function(a) sum(a$w[a$here]) / sum(a$w)
	m <- function(a, keep, bottom) kept(a$d[a$here], a$w[a$here], keep, bottom)
	ka <- min(1, share(b) / share(a))
	kb <- min(1, share(a) / share(b))
	list(bound_low = m(a, ka, TRUE) - m(b, kb, FALSE), bound_high = m(a, ka, FALSE) - m(b, kb, TRUE),
		trimmed = 1 - min(ka, kb))
}
case <- function(a, value) weighted.mean(ifelse(a$here, a$d, value - a$y0), a$w)
pairs <- function(a) weighted.mean(a$d[a$here], a$w[a$here])
everybody <- function(x, arm, how) {
	b <- d[!is.na(d[[x]]) & (arm == "" | d$arm == arm), ]
	w <- if (how == "weighted") b$weight else rep(1, nrow(b))
	weighted.mean(b[[x]][b$round == 1], w[b$round == 1]) - weighted.mean(b[[x]][b$round == 0], w[b$round == 0])
}

scale <- list(z = c(0, 1), s = c(1, 5))
for (how in c("plain", "weighted")) {
	rows <- list()
	add <- function(x, contrast, arm, measure, cells, sign = NULL) {
		keys <- data.frame(what = paste(measure, "of", contrast), indicator = x, contrast = contrast, arm = arm, measure = measure)
		rows[[length(rows) + 1]] <<- data.frame(keys, column = names(cells), want = sprintf("%.15g", unlist(cells)), tolerance = "1e-9")
		if (!is.null(sign)) rows[[length(rows) + 1]] <<- data.frame(keys, column = "sign_survives",
			want = if (sign) "yes" else "no", tolerance = "")
	}
	for (x in c("y", "z", "s")) {
		looks <- rbind(data.frame(contrast = "change", arm = c("", "comp", "prog")), data.frame(contrast = "did", arm = "prog"))
		for (i in seq_len(nrow(looks))) {
			did <- looks$contrast[i] == "did"
			arm <- looks$arm[i]
			a <- side(x, arm, how)
			b <- side(x, "comp", how)
			less <- function(f) f(a) - if (did) f(b) else 0
			e <- less(pairs)
			lost <- function(a) sum(a$w[!a$here]) / sum(a$w)
			same <- function(...) all(sign(c(...)) == sign(e))
			counts <- list(n_from = nrow(a), n_pairs = sum(a$here), share_lost = lost(a))
			if (did) counts <- c(counts, list(n_from_comparison = nrow(b), n_pairs_comparison = sum(b$here),
				share_lost_comparison = lost(b)))
			add(x, looks$contrast[i], arm, "pairs", c(counts, list(estimate = e)))
			all <- everybody(x, arm, how) - if (did) everybody(x, "comp", how) else 0
			add(x, looks$contrast[i], arm, "all", list(estimate = all), same(all))
			w <- less(weighted_change)
			add(x, looks$contrast[i], arm, "weighted", list(estimate = w), same(w))
			if (did) {
				l <- lee(a, b)
				add(x, "did", arm, "lee", l, same(l$bound_low, l$bound_high))
			}
			if (x != "y") {
				m <- list(bound_low = case(a, scale[[x]][1]) - if (did) case(b, scale[[x]][2]) else 0,
					bound_high = case(a, scale[[x]][2]) - if (did) case(b, scale[[x]][1]) else 0)
				add(x, looks$contrast[i], arm, "manski", m, same(m$bound_low, m$bound_high))
			}
		}
	}
	rows <- do.call(rbind, rows)
	rows <- rows[order(factor(rows$what, unique(rows$what))), ]
	write.table(rows, file.path("../../pipeline/bounds", how, "bounds.checks.csv"), sep = ",", row.names = FALSE, quote = FALSE)
}
writeLines(paste0("# ", R.version.string, ", reference.R"), "versions.txt")
