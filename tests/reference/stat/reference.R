# SPDX-License-Identifier: GPL-3.0-or-later
# Frozen reference values for the statistics library, made by R: Rscript reference.R (in this folder)
#
# Writes one CSV per topic beside itself. Value tables stand in one field as "value:count value:count",
# values in units of 1/scale. Needs clubSandwich.
suppressMessages(library(clubSandwich))
options(digits = 17)
set.seed(20, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

versions <- paste0("# ", R.version.string, ", clubSandwich ", packageVersion("clubSandwich"),
	", reference.R")
save <- function(name, rows) {
	text <- lapply(rows, function(column) {
		if (is.double(column)) ifelse(is.na(column), "NA", sprintf("%.17g", column)) else column
	})
	lines <- do.call(paste, c(text, sep = ","))
	writeLines(c(versions, paste(names(rows), collapse = ","), lines), paste0(name, ".csv"))
}
counts <- function(x) {
	t <- table(x)
	paste(paste(names(t), t, sep = ":"), collapse = " ")
}
stack <- function(rows) do.call(rbind, lapply(rows, function(r) as.data.frame(r, check.names = FALSE)))

# ---- CR2: clubSandwich on models whose last coefficient is the contrast ----
sizes <- c(2, 3, 5, 7, 3, 4, 12, 1, 9, 6)
cells_of <- list(mean = 1, change = 2, arms = 2, did = 4)
people <- function(kind, villages) {
	d <- do.call(rbind, lapply(seq_len(villages), function(g) {
		rounds <- if (kind %in% c("change", "did")) 0:1 else 1
		do.call(rbind, lapply(rounds, function(r) {
			n <- sizes[(g + 3 * r) %% length(sizes) + 1]
			data.frame(v = g, r = r, t = as.integer(g > villages / 2), n = seq_len(n))
		}))
	}))
	effect <- rnorm(villages)[d$v]
	d$y <- round(5 + effect + .4 * d$r + .7 * d$r * d$t + rnorm(nrow(d), sd = 1.5), sample(0:1, 1))
	if (runif(1) < .3) d$y <- pmin(1, pmax(0, round(d$y - 4.8)))
	d$cell <- switch(kind, mean = 0L, change = d$r, arms = d$t, did = 2L * d$t + d$r)
	d
}
formula_of <- list(mean = y ~ 1, change = y ~ r, arms = y ~ t, did = y ~ r * t)
results <- list()
parts <- list()
for (case in 1:40) {
	kind <- names(cells_of)[(case - 1) %% 4 + 1]
	d <- people(kind, sample(c(4, 5, 6, 8, 12, 24), 1))
	test <- coef_test(lm(formula_of[[kind]], d), vcov = "CR2", cluster = d$v)
	last <- nrow(test)
	estimate <- test$beta[last]
	se <- test$SE[last]
	df <- test$df[last]
	reach <- qt(.975, df) * se
	results[[case]] <- list(case = case, kind = kind, clusters = length(unique(d$v)), estimate = estimate,
		std_error = se, statistic = test$tstat[last], df = df, p = test$p_Satt[last],
		low = estimate - reach, high = estimate + reach)
	by <- aggregate(y ~ cell + v, d, function(y) c(length(y), round(10 * sum(y))))
	parts[[case]] <- data.frame(case = case, cluster = by$v, cell = by$cell, n = by$y[, 1], sum = by$y[, 2])
}
save("cr2", stack(results))
save("cr2_parts", stack(parts))

# women's mean in the clusters of methods example H1, unweighted
v <- c(1, 1, 2, 2, 3, 3, 3, 4, 4)
sex <- c("P", "L", "L", "L", "P", "P", "L", "P", "L")
y <- c(10, 8, 9, 7, 14, 12, 9, 11, 6)
women <- coef_test(lm(y ~ 1, subset = sex == "P"), vcov = "CR2", cluster = v[sex == "P"])
save("cr2_domain", data.frame(estimate = women$beta, std_error = women$SE, df = women$df, p = women$p_Satt))

# ---- moments, correlations, one-way analysis of variance ----
rows <- lapply(1:12, function(i) {
	n <- sample(c(2, 3, 10, 200), 1)
	x <- round(rnorm(n, 50, 10), 1)
	y <- round(.5 * x + rnorm(n, 0, 5), 1) - x
	list(n = n, sum_x = round(10 * sum(x)), sum_x2 = round(100 * sum(x^2)), sum_y = round(10 * sum(y)),
		sum_y2 = round(100 * sum(y^2)), sum_xy = round(100 * sum(x * y)), mean_x = mean(x), sd_x = sd(x),
		mean_y = mean(y), sd_y = sd(y), mean_later = mean(x + y), sd_later = sd(x + y), cov = cov(x, y),
		cor = cor(x, y), cor_later = cor(x, x + y))
})
save("moments", stack(rows))
rows <- lapply(1:10, function(i) {
	groups <- sample(3:9, 1)
	size <- sample(1:8, groups, TRUE) + (seq_len(groups) == 1)
	g <- rep(seq_len(groups), size)
	y <- round(rnorm(length(g), 3, 1) + rnorm(groups, 0, i / 5)[g], 2)
	a <- anova(lm(y ~ factor(g)))
	n0 <- (length(y) - sum(size^2) / length(y)) / (groups - 1)
	list(groups = paste(paste(size, round(100 * tapply(y, g, sum)), sep = ":"), collapse = " "),
		sum_squares = round(10000 * sum(y^2)), msb = a$"Mean Sq"[1], msw = a$"Mean Sq"[2],
		f = a$"F value"[1], p = a$"Pr(>F)"[1],
		icc = (a$"Mean Sq"[1] - a$"Mean Sq"[2]) / (a$"Mean Sq"[1] + (n0 - 1) * a$"Mean Sq"[2]))
})
save("anova", stack(rows))

# ---- quantiles ----
tables <- list(sample(1:5, 37, TRUE), sample(-20:300, 11), c(rep(0, 60), sample(1:9, 40, TRUE)), 7,
	round(rlnorm(101, 6, 2)), c(0, 0, 1, 1))
rows <- lapply(tables, function(x) {
	q <- quantile(x / 4, c(0, .01, .05, .25, .5, .75, .9, .99, 1), type = 7, names = FALSE)
	c(list(counts = counts(x)), setNames(as.list(q), paste0("q", c(0, 1, 5, 25, 50, 75, 90, 99, 100))))
})
save("quantiles", stack(rows))

# ---- t-tests: two samples, paired, and on cluster means ----
rows <- lapply(1:8, function(i) {
	a <- round(rnorm(sample(2:30, 1), 10, i), 1)
	b <- round(rnorm(sample(2:30, 1), 9, 3), 1)
	level <- c(.95, .9, .99)[i %% 3 + 1]
	w <- t.test(a, b, conf.level = level)
	p <- t.test(a, b, var.equal = TRUE, conf.level = level)
	o <- t.test(a, mu = 9, conf.level = level)
	list(values_a = paste(a, collapse = " "), values_b = paste(b, collapse = " "), level = level,
		welch_se = w$stderr, welch_t = unname(w$statistic), welch_df = unname(w$parameter),
		welch_p = w$p.value, welch_low = w$conf.int[1], welch_high = w$conf.int[2], pooled_se = p$stderr,
		pooled_t = unname(p$statistic), pooled_df = unname(p$parameter), pooled_p = p$p.value,
		pooled_low = p$conf.int[1], pooled_high = p$conf.int[2], one_t = unname(o$statistic),
		one_p = o$p.value, one_low = o$conf.int[1], one_high = o$conf.int[2])
})
save("ttest", stack(rows))

# ---- proportions ----
shares <- expand.grid(x = c(0, 1, 3, 8, 20, 61, 200, 4990), n = c(1, 3, 8, 20, 61, 500, 5000, 20000))
shares <- shares[shares$x <= shares$n, ]
rows <- lapply(seq_len(nrow(shares)), function(i) {
	x <- shares$x[i]
	n <- shares$n[i]
	level <- if (i %% 4 == 0) .9 else .95
	w <- suppressWarnings(prop.test(x, n, correct = FALSE, conf.level = level))$conf.int
	k <- binom.test(x, n, conf.level = level)$conf.int
	list(x = x, n = n, level = level, wilson_low = w[1], wilson_high = w[2], clopper_low = k[1],
		clopper_high = k[2])
})
save("share", stack(rows))
rows <- lapply(1:40, function(i) {
	n1 <- sample(c(3, 9, 40, 300), 1)
	n0 <- sample(c(4, 11, 45, 250), 1)
	x1 <- rbinom(1, n1, runif(1))
	x0 <- rbinom(1, n0, runif(1))
	if (x1 + x0 == 0 || x1 + x0 == n1 + n0) x1 <- 1
	s <- suppressWarnings(prop.test(c(x1, x0), c(n1, n0), correct = FALSE))
	y <- suppressWarnings(prop.test(c(x1, x0), c(n1, n0)))
	c1 <- suppressWarnings(prop.test(x1, n1, correct = FALSE))$conf.int
	c0 <- suppressWarnings(prop.test(x0, n0, correct = FALSE))$conf.int
	p1 <- x1 / n1
	p0 <- x0 / n0
	f <- fisher.test(matrix(c(x1, n1 - x1, x0, n0 - x0), 2))
	chi <- suppressWarnings(chisq.test(matrix(c(x1, n1 - x1, x0, n0 - x0), 2), correct = FALSE))
	list(x1 = x1, n1 = n1, x0 = x0, n0 = n0, chi2 = unname(s$statistic), p = s$p.value,
		yates = unname(y$statistic), yates_p = y$p.value, fisher = f$p.value, expected = min(chi$expected),
		wald_low = s$conf.int[1], wald_high = s$conf.int[2],
		newcombe_low = p1 - p0 - sqrt((p1 - c1[1])^2 + (c0[2] - p0)^2),
		newcombe_high = p1 - p0 + sqrt((c1[2] - p1)^2 + (p0 - c0[1])^2),
		h = 2 * asin(sqrt(p1)) - 2 * asin(sqrt(p0)))
})
save("two_shares", stack(rows))
rows <- lapply(1:40, function(i) {
	t <- c(rmultinom(1, sample(c(5, 12, 60, 400), 1), runif(4)))
	if (t[2] + t[3] == 0) t[2] <- 2
	n <- sum(t)
	m <- matrix(c(t[1], t[2], t[3], t[4]), 2)
	plain <- mcnemar.test(m, correct = FALSE)
	corrected <- mcnemar.test(m)
	exact <- binom.test(t[2], t[2] + t[3])$p.value
	least <- min(t[2], t[3])
	mid <- 2 * pbinom(least, t[2] + t[3], .5) - dbinom(least, t[2] + t[3], .5)
	g <- (t[2] + 1) / (n + 2)
	l <- (t[3] + 1) / (n + 2)
	reach <- qnorm(.975) * sqrt((g + l - (g - l)^2) / (n + 2))
	later <- (t[1] + t[2]) / n
	before <- (t[1] + t[3]) / n
	w1 <- suppressWarnings(prop.test(t[1] + t[2], n, correct = FALSE))$conf.int
	w0 <- suppressWarnings(prop.test(t[1] + t[3], n, correct = FALSE))$conf.int
	margins <- prod(t[1] + t[2], t[3] + t[4], t[1] + t[3], t[2] + t[4])
	top <- t[1] * t[4] - t[2] * t[3]
	phi <- if (margins == 0) 0 else (if (top > 0) max(top - n / 2, 0) else top) / sqrt(margins)
	d <- later - before
	list(both = t[1], gained = t[2], lost = t[3], neither = t[4], chi2 = unname(plain$statistic),
		p = plain$p.value, corrected = unname(corrected$statistic), corrected_p = corrected$p.value,
		exact = exact, mid = mid, wald_se = sqrt(t[2] + t[3] - (t[2] - t[3])^2 / n) / n,
		bonett_low = max(-1, g - l - reach), bonett_high = min(1, g - l + reach),
		newcombe_low = d - sqrt((later - w1[1])^2 - 2 * phi * (later - w1[1]) * (w0[2] - before) +
			(w0[2] - before)^2),
		newcombe_high = d + sqrt((before - w0[1])^2 - 2 * phi * (before - w0[1]) * (w1[2] - later) +
			(w1[2] - later)^2))
})
save("paired_shares", stack(rows))

# ---- ranks ----
signed_exact <- function(d) { # all 2^n sign patterns
	d <- d[d != 0]
	r <- rank(abs(d))
	w <- as.vector(as.matrix(expand.grid(rep(list(0:1), length(d)))) %*% r)
	mean(abs(w - sum(r) / 2) >= abs(sum(r[d > 0]) - sum(r) / 2) - 1e-9)
}
differences <- c(lapply(1:14, function(i) sample(-3:4, sample(c(3, 6, 12, 15), 1), TRUE)),
	list(c(1:35, -(36:60)), c(1:20, -(21:33)), c(rep(0, 5), sample(-2:3, 300, TRUE)), c(5, 5, 0), -4))
rows <- lapply(differences, function(d) {
	if (all(d == 0)) d[1] <- 1
	plain <- suppressWarnings(wilcox.test(d, exact = FALSE, correct = FALSE))
	corrected <- suppressWarnings(wilcox.test(d, exact = FALSE, correct = TRUE))
	n <- sum(d != 0)
	exact <- if (n <= 15) signed_exact(d) else if (n <= 60) wilcox.test(d, exact = TRUE)$p.value else NA
	r <- rank(abs(d[d != 0]))
	plus <- sum(r[d[d != 0] > 0])
	list(counts = counts(d), plus = unname(plain$statistic), minus = sum(r) - plus, nonzero = n,
		zero = sum(d == 0), p = plain$p.value, corrected = corrected$p.value, exact = exact,
		biserial = (2 * plus - sum(r)) / sum(r), sign_p = binom.test(sum(d > 0), n)$p.value)
})
save("signed_rank", stack(rows))
rank_sum_exact <- function(a, b) {
	r <- rank(c(a, b))
	w <- combn(length(r), length(a), function(i) sum(r[i]))
	expected <- mean(r) * length(a)
	mean(abs(w - expected) >= abs(sum(r[seq_along(a)]) - expected) - 1e-9)
}
brunner <- function(a, b, level = .95) { # Brunner and Munzel 2000
	r <- rank(c(a, b))
	ra <- r[seq_along(a)]
	rb <- r[-seq_along(a)]
	na <- length(a)
	nb <- length(b)
	sa <- sum((ra - rank(a) - mean(ra) + (na + 1) / 2)^2) / (na - 1)
	sb <- sum((rb - rank(b) - mean(rb) + (nb + 1) / 2)^2) / (nb - 1)
	t <- na * nb * (mean(ra) - mean(rb)) / (na + nb) / sqrt(na * sa + nb * sb)
	df <- (na * sa + nb * sb)^2 / ((na * sa)^2 / (na - 1) + (nb * sb)^2 / (nb - 1))
	theta <- (mean(ra) - (na + 1) / 2) / nb
	se <- sqrt(sa / (na * nb^2) + sb / (nb * na^2))
	c(theta, se, t, df, 2 * pt(-abs(t), df), theta - qt((1 + level) / 2, df) * se,
		theta + qt((1 + level) / 2, df) * se)
}
samples <- c(lapply(1:14, function(i) list(sample(1:5, sample(3:8, 1), TRUE), sample(2:6, sample(3:8, 1), TRUE))),
	list(list(seq(1, 59, 2), c(4, 11, seq(16, 80, 6))), list(sample(1:5, 150, TRUE), sample(1:5, 90, TRUE)),
		list(sample(1:40, 12), 60 + sample(1:40, 20) * 2 - 61)))
rows <- lapply(samples, function(s) {
	a <- s[[1]]
	b <- s[[2]]
	if (length(unique(a)) == 1) a[1] <- a[1] + 1
	plain <- suppressWarnings(wilcox.test(a, b, exact = FALSE, correct = FALSE))
	corrected <- suppressWarnings(wilcox.test(a, b, exact = FALSE, correct = TRUE))
	tied <- anyDuplicated(c(a, b)) > 0
	n <- length(a) + length(b)
	exact <- if (n <= 16) rank_sum_exact(a, b) else if (n <= 60 && !tied) wilcox.test(a, b, exact = TRUE)$p.value else NA
	m <- brunner(a, b)
	u <- unname(plain$statistic)
	list(counts_a = counts(a), counts_b = counts(b), u = u, p = plain$p.value, corrected = corrected$p.value,
		exact = exact, theta = u / length(a) / length(b), bm_se = m[2], bm_t = m[3], bm_df = m[4], bm_p = m[5],
		bm_low = m[6], bm_high = m[7])
})
save("rank_sum", stack(rows))

# ---- adjusted p-values ----
rows <- lapply(1:8, function(i) {
	p <- round(runif(sample(1:12, 1))^2, 3)
	if (i %% 3 == 0) p[sample(length(p), 1)] <- NA
	list(p = paste(p, collapse = " "), holm = paste(p.adjust(p, "holm"), collapse = " "),
		bh = paste(p.adjust(p, "BH"), collapse = " "), bonferroni = paste(p.adjust(p, "bonferroni"), collapse = " "))
})
save("adjust", stack(rows))

# ---- tails and quantiles where GSL fails or is weak ----
grid <- rbind(c(.975, 201, 19800), c(.975, 11, 4990), c(.025, 1, 500), c(.5, .5, .5), c(.025, 4990, 11),
	c(.999, 3, 2), c(.025, 30, 1), c(1e-6, 2, 3), c(.975, 1, 20000), c(.95, 1000, 100000))
save("beta", data.frame(p = grid[, 1], a = grid[, 2], b = grid[, 3], x = qbeta(grid[, 1], grid[, 2], grid[, 3])))
grid <- expand.grid(k = c(0, 1, 5, 40, 499, 5000, 500100), n = c(1, 5, 30, 100, 1000, 10000, 1000000))
save("binomial", data.frame(k = grid$k, n = grid$n, density = dbinom(grid$k, grid$n, .5), below = pbinom(grid$k, grid$n, .5)))
grid <- expand.grid(t = c(0, .5, 2, 5, 40), df = c(1, 1.75, 3.2, 11, 82.46, 5000))
save("student", data.frame(t = grid$t, df = grid$df, p = 2 * pt(-grid$t, grid$df), q = qt(.975, grid$df)))
grid <- expand.grid(mean = c(-.4, .2, 1.5), sd1 = c(.9, 2), n1 = c(4, 40), n0 = c(5, 45, 200))
rows <- lapply(seq_len(nrow(grid)), function(i) {
	g <- grid[i, ]
	df <- g$n1 + g$n0 - 2
	j <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
	d <- g$mean / sqrt(((g$n1 - 1) * g$sd1^2 + (g$n0 - 1) * 1.1^2) / df)
	se <- j * sqrt((g$n1 + g$n0) / (g$n1 * g$n0) + d^2 / (2 * (g$n1 + g$n0)))
	c(g, list(j = j, g = j * d, low = j * d - qnorm(.975) * se, high = j * d + qnorm(.975) * se))
})
save("hedges", stack(rows))
