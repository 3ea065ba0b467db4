# SPDX-License-Identifier: GPL-3.0-or-later
# Frozen reference values for survey designs and weighted moments: Rscript design.R (in this folder)
#
# Random villages in strata, people with weights of two decimals and values of one; every case is
# computed by R's survey package: svyby over the cells, svycontrast, degf of the people compared.
# Written: design.csv (results), design_parts.csv (sums by village and cell; sum_w in 1/100, sum_wy
# in 1/1000), weighted.csv (moments and quantiles of single samples). Needs survey.
suppressMessages(library(survey))
options(digits = 17)
set.seed(34, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

versions <- paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ", design.R")
save <- function(name, rows) {
	text <- lapply(rows, function(column) {
		if (is.double(column)) ifelse(is.na(column), "NA", sprintf("%.17g", column)) else column
	})
	lines <- do.call(paste, c(text, sep = ","))
	writeLines(c(versions, paste(names(rows), collapse = ","), lines), paste0(name, ".csv"))
}
stack <- function(rows) do.call(rbind, lapply(rows, function(r) as.data.frame(r, check.names = FALSE)))

# ---- contrasts ----
weights_of <- list(mean = 1, change = c(-1, 1), arms = c(-1, 1), did = c(1, -1, -1, 1))

# Villages in strata; where arms are compared half of each stratum's villages are programme villages.
villages_of <- function(strata, lonely) {
	v <- do.call(rbind, lapply(seq_len(strata), function(h) {
		n <- if (lonely && h == 2) 1 else sample(2:6, 1)
		data.frame(h = h, g = seq_len(n), t = (seq_len(n) + h) %% 2)
	}))
	v$effect <- rnorm(nrow(v)) + v$h / 2
	v
}
people_of <- function(kind, villages) {
	d <- do.call(rbind, lapply(seq_len(nrow(villages)), function(i) {
		rounds <- if (kind %in% c("change", "did")) 0:1 else 1
		do.call(rbind, lapply(rounds, function(r)
			data.frame(villages[i, ], r = r, person = seq_len(sample(1:9, 1)), row.names = NULL)))
	}))
	d$w <- round(rexp(nrow(d), 1 / 2) + .05, 2)
	d$y <- round(5 + d$effect + .4 * d$r + .6 * d$r * d$t + rnorm(nrow(d), sd = 1.5), 1)
	d$cell <- switch(kind, mean = 0L, change = d$r, arms = d$t, did = 2L * d$t + d$r)
	d$counts <- runif(nrow(d)) < .6 & d$effect > quantile(d$effect, .1)
	d
}
results <- list()
parts <- list()
for (case in 1:60) {
	kind <- names(weights_of)[(case - 1) %% 4 + 1]
	lonely <- case %% 5 == 0
	domain <- case %% 3 == 0
	finite <- case %% 2 == 0
	repeat { # every cell lies in two villages at least
		d <- people_of(kind, villages_of(sample(c(1, 2, 3, 5), 1) + lonely, lonely))
		d$counts <- d$counts | !domain
		met <- unique(d[d$counts, c("h", "g", "cell")])
		if (all(table(factor(met$cell, 0:3))[seq_along(weights_of[[kind]])] > 1)) break
	}
	d$population <- NA
	if (finite) d$population <- tapply(d$g, d$h, max)[d$h] + sample(0:9, max(d$h), TRUE)[d$h] + lonely
	options(survey.lonely.psu = if (lonely) "adjust" else "fail")
	design <- svydesign(ids = ~g, strata = ~h, weights = ~w, fpc = if (finite) ~population, data = d, nest = TRUE)
	design <- subset(design, counts)
	fit <- if (kind == "mean") svymean(~y, design)
		else svycontrast(svyby(~y, ~cell, design, svymean, covmat = TRUE), weights_of[[kind]])
	df <- degf(design)
	estimate <- as.numeric(coef(fit))
	se <- as.numeric(SE(fit))
	reach <- qt(.975, df) * se
	inset <- d[d$counts, ]
	results[[case]] <- list(case = case, kind = kind, lonely = as.integer(lonely),
		clusters = nrow(unique(inset[c("h", "g")])), strata = length(unique(inset$h)), estimate = estimate,
		std_error = se, df = df, p = 2 * pt(-abs(estimate / se), df), low = estimate - reach, high = estimate + reach)
	d$n <- as.integer(d$counts)
	d$sw <- round(100 * d$w) * d$n
	d$swy <- round(100 * d$w) * round(10 * d$y) * d$n
	by <- aggregate(cbind(n, sw, swy) ~ cell + g + h, d, sum)
	population <- d$population[match(by$h, d$h)]
	parts[[case]] <- data.frame(case = case, stratum = by$h - 1L, cluster = by$g, cell = by$cell, n = by$n,
		sum_w = sprintf("%d", by$sw), sum_wy = sprintf("%d", by$swy), population = as.double(population))
}
save("design", stack(results))
save("design_parts", stack(parts))

# ---- weighted moments and quantiles; weights are halves, so that sums are exact ----
rows <- lapply(1:16, function(i) {
	n <- sample(c(2, 3, 7, 12, 40), 1)
	y <- if (i %% 2) sample(1:6, n, TRUE) else sample(-40:160, n, TRUE)
	w <- if (i %% 5 == 0) rep(1, n) else sample(1:9, n, TRUE) / 2
	v <- sample(1:max(2, n %/% 3), n, TRUE)
	v[1:2] <- 1:2
	design <- svydesign(ids = ~v, weights = ~w, data = data.frame(y, w, v))
	mean <- svymean(~y, design, deff = "replace")
	quantiles <- svyquantile(~y, design, c(.25, .5, .9), qrule = "math", ci = FALSE)$y
	# survey 4.1 takes the second person where the first alone passes the share: not the definition
	known <- w[order(y)][1] <= c(.25, .5, .9) * sum(w)
	quantiles[!known] <- NA
	list(people = paste(paste(y, 2 * w, sep = ":"), collapse = " "), mean = as.numeric(coef(mean)),
		variance = as.numeric(svyvar(~y, design)), kish = n * sum(w^2) / sum(w)^2, std_error = as.numeric(SE(mean)),
		deff = as.numeric(deff(mean)), q25 = as.double(quantiles[1]), q50 = as.double(quantiles[2]),
		q90 = as.double(quantiles[3]))
})
save("weighted", stack(rows))

# ---- methods E6, F6, F7 and H1 from their people: mean, standard error, df, p ----
options(survey.lonely.psu = "fail")
y0 <- c(10, 12, 9, 14, 11, 13, 8, 10, 12, 15, 9, 11)
y1 <- c(13, 14, 10, 18, 12, 16, 11, 10, 15, 15, 12, 16)
w <- c(1, 2, 1, 1.5, 1.5, 1, 2, 1, 1, 1, 1, 2)
y0c <- c(11, 10, 12, 13, 9, 10, 12, 14, 8, 10, 13, 11)
y1c <- c(12, 10, 11, 15, 10, 11, 12, 15, 10, 10, 14, 11)
one <- data.frame(v = rep(1:4, each = 3), y0, y1, dy = y1 - y0, w)
two <- data.frame(v = rep(1:8, each = 3), t = rep(1:0, each = 12), dy = c(y1 - y0, y1c - y0c),
	w = rep(c(1, 2, 1.5, 1, 2, 2.5, 1, 1.5), each = 3), st = rep(c(1, 1, 2, 2, 3, 3, 4, 4), each = 3),
	b = c(1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 0), sex = rep(c("P", "L", "P", "L"), 6))
two$alone <- ifelse(two$v == 1, 0, 2 - two$t)
line <- function(name, estimate, se, df) list(example = name, estimate = as.numeric(estimate), std_error = as.numeric(se),
	df = df, p = 2 * pt(-abs(as.numeric(estimate) / as.numeric(se)), df))
d1 <- svydesign(ids = ~v, weights = ~w, data = one)
d2 <- svydesign(ids = ~v, strata = ~st, weights = ~w, data = two)
women <- subset(d2, sex == "P")
m <- svymean(~dy, d1)
rows <- list(line("E6", coef(m), SE(m), degf(d1)))
m <- svymean(~dy, d2)
rows <- c(rows, list(line("F6 mean", coef(m), SE(m), degf(d2))))
g <- summary(svyglm(dy ~ t, d2))$coefficients["t", ]
rows <- c(rows, list(line("F6 arms", g[1], g[2], degf(d2))))
m <- svymean(~b, d2)
rows <- c(rows, list(line("F6 share", coef(m), SE(m), degf(d2))))
m <- svymean(~dy, women)
rows <- c(rows, list(line("F6 women", coef(m), SE(m), degf(women))))
options(survey.lonely.psu = "adjust")
m <- svymean(~dy, svydesign(ids = ~v, strata = ~alone, weights = ~w, data = two))
rows <- c(rows, list(line("F7 adjust", coef(m), SE(m), 5)))
options(survey.lonely.psu = "fail")
h1 <- data.frame(v = c(1, 1, 2, 2, 3, 3, 3, 4, 4), st = c(1, 1, 1, 1, 2, 2, 2, 2, 2), w = c(2, 1, 1, 1, 3, 1, 2, 1, 1),
	sex = c("P", "L", "L", "L", "P", "P", "L", "P", "L"), y = c(10, 8, 9, 7, 14, 12, 9, 11, 6))
d <- subset(svydesign(ids = ~v, strata = ~st, weights = ~w, data = h1), sex == "P")
m <- svymean(~y, d)
rows <- c(rows, list(line("H1 women", coef(m), SE(m), degf(d))))
save("design_examples", stack(rows))
