# SPDX-License-Identifier: GPL-3.0-or-later
# A survey contrast with few villages, by its definition: to be sourced by the scripts that freeze values.
#
# Matrices are over the villages' cells: the contrast and all influence totals are linear in the weighted
# means of villages, of which n people have the variance 1 / n. The variance estimate is a quadratic form
# u'Bu, of which mean and spread are then tr(BC) and 2 tr(BCBC).
#
# all: villages visited, with layer (stratum) and population (villages in it, NA: endless). village, cell
# (1 ...), w, y: people who count, village by its row in `all`. coefficient: of each cell.
small_survey <- function(all, village, cell, w, y, coefficient) {
	group <- interaction(village, cell, drop = TRUE)
	first <- !duplicated(group)
	sums <- function(x) as.numeric(tapply(x, group, sum)[as.character(group[first])])
	at <- cell[first]
	n <- sums(rep(1, length(w)))
	weight <- sums(w)
	mean <- sums(w * y) / weight
	total <- as.numeric(tapply(w, factor(cell, seq_along(coefficient)), sum))[at]
	l <- coefficient[at] * weight / total
	m <- length(l)
	residual <- diag(m) - outer(at, at, "==") * matrix(weight / total, m, m, byrow = TRUE)
	M <- outer(seq_len(nrow(all)), village[first], "==") %*% (l * residual)
	centred <- function(share) {
		B <- matrix(0, nrow(all), nrow(all))
		for (h in unique(all$layer)) {
			i <- which(all$layer == h)
			G <- length(i)
			left <- if (share && !is.na(all$population[i[1]])) 1 - G / all$population[i[1]] else 1
			B[i, i] <- left * if (G > 1) G / (G - 1) * (diag(G) - 1 / G) else 1
		}
		B
	}
	C <- M %*% diag(1 / n, m) %*% t(M)
	trace <- function(A) sum(diag(A))
	BC <- centred(TRUE) %*% C
	u <- as.vector(M %*% mean)
	variance <- as.numeric(u %*% centred(TRUE) %*% u)
	list(estimate = sum(l * mean), variance = variance,
		std_error = sqrt(variance * sum(l^2 / n) / trace(centred(FALSE) %*% C)),
		df = trace(BC)^2 / trace(BC %*% BC))
}
