# SPDX-License-Identifier: GPL-3.0-or-later
# Frozen reference values for few villages: Rscript few.R (in this folder)
#
# Uneven villages, whole-number scores with many ties, some answers missing in either round. ANCOVA by
# clubSandwich; resampling by going through all possibilities with lm() fits (sandwich's vcovCL with
# type HC0 and no correction for the wild bootstrap's t: constant factors cancel). Written: few.csv
# (results), few_parts.csv (sums by village and cell). Needs clubSandwich, sandwich.
suppressMessages({
	library(clubSandwich)
	library(sandwich)
})
options(digits = 17)
set.seed(45, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

versions <- paste0("# ", R.version.string, ", clubSandwich ", packageVersion("clubSandwich"),
	", sandwich ", packageVersion("sandwich"), ", few.R")
save <- function(name, rows) {
	rows <- do.call(rbind, lapply(rows, function(r) as.data.frame(r, check.names = FALSE)))
	text <- lapply(rows, function(column) {
		if (is.double(column)) ifelse(is.na(column), "NA", sprintf("%.17g", column)) else column
	})
	lines <- do.call(paste, c(text, sep = ","))
	writeLines(c(versions, paste(names(rows), collapse = ","), lines), paste0(name, ".csv"))
}

people <- function(villages, mixed) {
	d <- do.call(rbind, lapply(seq_len(villages), function(v) {
		n <- sample(3:17, 1)
		base <- sample(-2:2, 1)
		y0 <- pmin(10, pmax(0, sample(0:8, n, TRUE) + base))
		y1 <- pmin(10, pmax(0, y0 + sample(-2:3, n, TRUE) + (v %% 2) + sample(-1:1, 1)))
		data.frame(v = v, stratum = (v - 1) %/% 4, t = v %% 2, y0 = y0, y1 = y1)
	}))
	if (mixed) d$t <- sample(0:1, nrow(d), TRUE)
	d$y0[sample(nrow(d), nrow(d) %/% 12)] <- NA
	d$y1[sample(nrow(d), nrow(d) %/% 9)] <- NA
	d
}

# every 0/1 pattern of a stratum's arms, strata side by side
ways <- function(t, stratum) {
	lists <- lapply(split(t, stratum), function(x) {
		combinations <- combn(length(x), sum(x))
		apply(combinations, 2, function(at) as.integer(seq_along(x) %in% at), simplify = FALSE)
	})
	grid <- expand.grid(lapply(lists, seq_along))
	lapply(seq_len(nrow(grid)), function(i)
		unlist(lapply(seq_along(lists), function(h) lists[[h]][[grid[i, h]]])))
}
at_least <- function(x, observed) x >= observed * (1 - 1e-9)

# the contrast of interest (the last coefficient) and its t with clustered errors
fit <- function(formula, d) {
	m <- lm(formula, d)
	k <- length(coef(m))
	c(coef(m)[[k]], coef(m)[[k]] / sqrt(vcovCL(m, cluster = d$v, type = "HC0", cadjust = FALSE)[k, k]))
}
signs_of <- function(g) as.matrix(expand.grid(rep(list(c(1, -1)), g)))
wild <- function(full, null, d, which) {
	observed <- abs(fit(full, d)[which])
	d$fitted <- if (is.null(null)) 0 else fitted(lm(null, d))
	d$rest <- d$y - d$fitted
	number <- as.integer(factor(d$v))
	all <- apply(signs_of(max(number)), 1, function(s) {
		d$y <- d$fitted + d$rest * s[number]
		abs(fit(full, d)[which])
	})
	mean(at_least(all, observed))
}

results <- list()
parts <- list()
add <- function(case, kind, values) results[[length(results) + 1]] <<- c(list(case = case, kind = kind), values)
add_parts <- function(case, cell, d, x) {
	for (v in sort(unique(d$v))) {
		for (k in 0:3) {
			at <- d$v == v & cell == k
			if (any(at)) parts[[length(parts) + 1]] <<- list(case = case, village = v, cell = k,
				stratum = d$stratum[d$v == v][1], n = sum(at), sum_y = sum(d$y[at]), sum_y2 = sum(d$y[at]^2),
				sum_x = sum(x[at]), sum_x2 = sum(x[at]^2), sum_xy = sum(x[at] * d$y[at]))
		}
	}
}
blank <- list(estimate = NA_real_, std_error = NA_real_, df = NA_real_, p_value = NA_real_, slope = NA_real_, draws = NA_integer_)
with <- function(...) modifyList(blank, list(...))

for (case in 1:12) {
	villages <- c(4, 5, 6, 7, 8, 8, 24, 15)[(case - 1) %% 8 + 1]
	d <- people(villages, case > 10)
	pairs <- d[!is.na(d$y0) & !is.na(d$y1), ]
	pairs$y <- pairs$y1 - pairs$y0
	add_parts(case, pairs$t, pairs, pairs$y0)
	m <- lm(y1 ~ y0 + t, pairs)
	a <- coef_test(m, vcov = "CR2", cluster = pairs$v)["t", ]
	add(case, "ancova", with(estimate = a$beta, std_error = a$SE, df = a$df_Satt, p_value = a$p_Satt, slope = coef(m)[["y0"]]))
	if (villages > 8 || case > 10) next
	add(case, "wild_did", with(p_value = wild(y ~ t, y ~ 1, pairs, 2), draws = 2L^villages))
	arm <- pairs[pairs$t == 1, ]
	if (length(unique(arm$v)) > 1) {
		add(case, "wild_change", with(p_value = wild(y ~ 1, NULL, arm, 2), draws = 2L^length(unique(arm$v))))
		add(case, "sign_flip", with(p_value = wild(y ~ 1, NULL, arm, 1), draws = 2L^length(unique(arm$v))))
	}
	arms <- tapply(pairs$t, pairs$v, max)
	strata <- tapply(pairs$stratum, pairs$v, max)
	for (within in c(FALSE, TRUE)) {
		all <- ways(arms, if (within) strata else rep(1, length(arms)))
		difference <- function(t) {
			t <- t[match(pairs$v, as.integer(names(arms)))]
			abs(mean(pairs$y[t == 1]) - mean(pairs$y[t == 0]))
		}
		if (length(all) > 1) add(case, if (within) "assignment_strata" else "assignment",
			with(p_value = mean(at_least(sapply(all, difference), difference(arms))), draws = length(all)))
	}
	# everybody in either round: four cells
	long <- rbind(data.frame(d[c("v", "stratum", "t")], post = 0, y = d$y0), data.frame(d[c("v", "stratum", "t")], post = 1, y = d$y1))
	long <- long[!is.na(long$y), ]
	add_parts(100 + case, 2 * long$t + long$post, long, 0 * long$y)
	add(100 + case, "wild_did", with(p_value = wild(y ~ t + post + t:post, y ~ t + post, long, 2), draws = 2L^villages))
	all <- ways(arms, rep(1, length(arms)))
	difference <- function(t) {
		t <- t[match(long$v, as.integer(names(arms)))]
		m <- tapply(long$y, list(t, long$post), mean)
		abs(m[2, 2] - m[2, 1] - m[1, 2] + m[1, 1])
	}
	add(100 + case, "assignment", with(p_value = mean(at_least(sapply(all, difference), difference(arms))), draws = length(all)))
}
save("few", results)
save("few_parts", parts)
