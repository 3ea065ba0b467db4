# SPDX-License-Identifier: GPL-3.0-or-later
# Who was lost and how alike sides are, by R: Rscript reference.R (in this folder). Needs clubSandwich.
#
# Invents the scores of a small panel (14 villages of 5 to 23 people, 3 rounds, some without answers,
# some new) and writes them, and the cells of attrition.csv and balance.csv to be compared, into
# tests/pipeline/people: `villages`, and `people`, the same without villages.
suppressMessages(library(clubSandwich))
options(digits = 17)
set.seed(31, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
versions <- paste0("# ", R.version.string, ", clubSandwich ", packageVersion("clubSandwich"), ", reference.R")

# ---- the panel ----
size <- c(5, 7, 23, 9, 11, 8, 6, 14, 10, 12, 7, 9, 16, 5)
village <- rep(seq_along(size), size)
n <- length(village)
p <- data.frame(respondent = sprintf("R%03d", 1:n), cluster = sprintf("V%02d", village),
	arm = ifelse(village %% 2 == 1, "prog", "comp"), sex = sample(c("L", "P", ""), n, TRUE, c(.47, .47, .06)))
shift <- rnorm(14)[village]
lost <- plogis(-1.6 + .5 * shift + .5 * (p$arm == "prog"))
rounds <- lapply(0:2, function(r) {
	d <- cbind(p, round = r)
	d$y <- round(10 + 2 * shift + r + rnorm(n, sd = 3), 1)
	d$z <- rbinom(n, 1, plogis(shift / 2))
	d$y[runif(n) < .08] <- NA
	if (r > 0) {
		d$z[runif(n) < .1] <- NA
		empty <- runif(n) < .05
		d$y[empty] <- d$z[empty] <- NA
		d <- d[runif(n) > lost * (1 + r / 4), ]
		new <- d[1:3, ]
		new$respondent <- paste0("N", r, 1:3)
		d <- rbind(d, new)
	}
	d
})
d <- do.call(rbind, rounds)
d$measured <- !is.na(d$y) | !is.na(d$z)

scores <- function(folder, cluster) {
	blank <- function(x) ifelse(is.na(x), "", format(x, trim = TRUE, digits = 15))
	lines <- paste(d$respondent, d$round, d$arm, cluster, "", "", "", d$sex, blank(d$y), blank(d$z), sep = ",")
	writeLines(c("respondent,round,arm,cluster,stratum,weight,fpc,sex,y,z", lines),
		file.path("../../pipeline/people", folder, "scores.csv"))
}
scores("villages", d$cluster)
scores("people", d$respondent)

# ---- who was lost ----
seen <- list(present = function(x) rep(TRUE, nrow(x)), measured = function(x) x$measured,
	y = function(x) !is.na(x$y), z = function(x) !is.na(x$z))
losses <- function(sight, from, to) {
	a <- d[d$round == from, ]
	b <- d[d$round == to, ]
	a <- a[seen[[sight]](a), ]
	a$lost <- as.integer(!(a$respondent %in% b$respondent[seen[[sight]](b)]))
	a
}
row_of <- function(a, name, keys, cells) {
	do.call(rbind, lapply(names(cells), function(column) {
		p <- column %in% c("p_value")
		data.frame(what = name, keys, column = column, want = sprintf("%.15g", cells[[column]]),
			tolerance = if (p) "1e-7" else "1e-9", check.names = FALSE)
	}))
}
groups <- list(list("", ""), list("sex", "L"), list("sex", "P"))
pairs <- list(c(0, 1), c(0, 2), c(1, 2))
cr2 <- function(model, cluster) {
	t <- coef_test(model, vcov = "CR2", cluster = cluster)
	k <- nrow(t)
	reach <- qt(.975, t$df[k]) * t$SE[k]
	exact <- function(x) if (abs(x) < 1e-12) 0 else x # a difference of equal means is 0
	list(estimate = exact(t$beta[k]), std_error = t$SE[k], statistic = exact(t$tstat[k]), df = t$df[k], p_value = t$p_Satt[k],
		conf_low = t$beta[k] - reach, conf_high = t$beta[k] + reach)
}
share <- function(a, clustered) {
	if (!clustered) {
		w <- suppressWarnings(prop.test(sum(a$lost), nrow(a), correct = FALSE))$conf.int
		return(list(estimate = mean(a$lost), conf_low = w[1], conf_high = w[2]))
	}
	r <- cr2(lm(lost ~ 1, a), a$cluster)[c("estimate", "std_error", "df", "conf_low", "conf_high")]
	r$conf_low <- max(0, r$conf_low)
	r
}
difference <- function(a, clustered) {
	a$of <- as.integer(a$arm == "prog")
	if (clustered) return(cr2(lm(lost ~ of, a), a$cluster))
	x <- tapply(a$lost, a$of, sum)
	m <- tapply(a$lost, a$of, length)
	w1 <- suppressWarnings(prop.test(x[2], m[2], correct = FALSE))$conf.int
	w0 <- suppressWarnings(prop.test(x[1], m[1], correct = FALSE))$conf.int
	s <- suppressWarnings(prop.test(x[2:1], m[2:1], correct = FALSE))
	q <- x / m
	e <- unname(q[2] - q[1])
	stopifnot(min(suppressWarnings(chisq.test(a$of, a$lost))$expected) >= 5)
	list(estimate = e, statistic = unname(s$statistic), p_value = s$p.value,
		conf_low = e - sqrt((q[2] - w1[1])^2 + (w0[2] - q[1])^2),
		conf_high = e + sqrt((w1[2] - q[2])^2 + (q[1] - w0[1])^2))
}
attrition <- function(clustered) {
	rows <- list()
	for (sight in names(seen)) for (pair in pairs) for (g in groups) {
		a <- losses(sight, pair[1], pair[2])
		if (g[[1]] != "") a <- a[a$sex == g[[2]], ]
		keys <- data.frame(measure = if (sight %in% c("y", "z")) "indicator" else sight,
			indicator = if (sight %in% c("y", "z")) sight else "", contrast = "share", round_from = pair[1],
			round_to = pair[2], arm = "", group = g[[1]], group_value = g[[2]])
		for (arm in c("", "comp", "prog")) {
			b <- if (arm == "") a else a[a$arm == arm, ]
			keys$arm <- arm
			rows[[length(rows) + 1]] <- row_of(b, "shares lost", keys,
				c(list(n_from = nrow(b), n_lost = sum(b$lost)), share(b, clustered)))
		}
		keys$arm <- "prog"
		keys$contrast <- "difference"
		small <- min(suppressWarnings(chisq.test(a$arm, a$lost))$expected) < 5
		if (clustered || !small)
			rows[[length(rows) + 1]] <- row_of(a, "differences in loss", keys, difference(a, clustered))
	}
	rows <- do.call(rbind, rows)
	rows[order(rows$what), ]
}

# ---- how alike two sides are ----
base <- d[d$round == 0 & d$measured, ]
sides <- function(comparison, sample, to, arm) {
	later <- d[d$round == to & d$measured, ]
	a <- base
	stays <- a$respondent %in% later$respondent
	if (comparison == "stayers") {
		a$of <- as.integer(!stays)
		return(if (arm == "") a else a[a$arm == arm, ])
	}
	a$of <- as.integer(a$arm == "prog")
	if (sample == "all") a else a[stays == (sample == "stayers"), ]
}
balance <- function(clustered) {
	rows <- list()
	looks <- rbind(data.frame(comparison = "arms", sample = "all", round_to = "", arm = "prog"),
		expand.grid(comparison = "stayers", sample = "", round_to = c("1", "2"), arm = c("", "comp", "prog")),
		expand.grid(comparison = "arms", sample = c("stayers", "attriters"), round_to = c("1", "2"), arm = "prog"))
	for (i in seq_len(nrow(looks))) for (covariate in c("y", "z", "L", "P")) {
		look <- lapply(looks[i, ], as.character)
		a <- sides(look$comparison, look$sample, look$round_to, look$arm)
		group <- covariate %in% c("L", "P")
		a$x <- if (group) ifelse(a$sex == "", NA, as.numeric(a$sex == covariate)) else a[[covariate]]
		u <- a[!is.na(a$x), ]
		m <- tapply(u$x, u$of, mean)
		s <- tapply(u$x, u$of, sd)
		cells <- list(n = sum(u$of), mean = m[[2]], sd = s[[2]], share_missing = mean(is.na(a$x[a$of == 1])),
			n_compared = sum(1 - u$of), mean_compared = m[[1]], sd_compared = s[[1]],
			share_missing_compared = mean(is.na(a$x[a$of == 0])),
			normalised_difference = (m[[2]] - m[[1]]) / sqrt((s[[1]]^2 + s[[2]]^2) / 2),
			log_sd_ratio = log(s[[2]] / s[[1]]))
		keys <- data.frame(comparison = look$comparison, sample = look$sample, round_to = look$round_to,
			arm = look$arm, covariate = if (group) "sex" else covariate, value = if (group) covariate else "")
		rows[[length(rows) + 1]] <- row_of(a, "covariates", keys,
			c(cells, cr2(lm(x ~ of, u), if (clustered) u$cluster else u$respondent)))
	}
	do.call(rbind, rows)
}
save <- function(folder, table, rows) {
	file <- file.path("../../pipeline/people", folder, paste0(table, ".checks.csv"))
	write.table(rows, file, sep = ",", row.names = FALSE, quote = FALSE)
}
save("villages", "attrition", attrition(TRUE))
save("people", "attrition", attrition(FALSE))
save("villages", "balance", balance(TRUE))
save("people", "balance", balance(FALSE))
writeLines(versions, "versions.txt")
