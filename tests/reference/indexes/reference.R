# SPDX-License-Identifier: GPL-3.0-or-later
# Frozen reference values for how indices are built: Rscript reference.R (in this folder)
#
# Written: answers.csv, two rounds of made-up answers in the form of responses.csv with ties, missing
# answers, uneven villages and members that run downwards; expected.csv, each person's indices;
# parameters.csv, what is frozen at the baseline; ../stat/index_weights.csv, matrices and their
# weights. psych is used for alpha and item-rest correlations (reliability.csv).
options(digits = 17)
set.seed(41, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
versions <- paste0("# ", R.version.string, ", psych ", packageVersion("psych"), ", reference.R")
exact <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))

# ---- answers: a 1-5 up, b 1-4 down, c 0-10 up (amounts of money in d), among: kepala = y ----
sizes <- c(3, 9, 14, 6, 11, 17, 5, 12)
people <- do.call(rbind, lapply(seq_along(sizes), function(v)
	data.frame(village = paste0("V", v), arm = if (v > 4) "program" else "control", person = seq_len(sizes[v]))))
people$respondent <- sprintf("p%03d", seq_len(nrow(people)))
trait <- rnorm(nrow(people)) + rnorm(length(sizes), sd = .4)[as.integer(factor(people$village))]
likert <- function(x, top) pmin(top, pmax(1, round((top + 1) / 2 + x)))
wave <- function(round) {
	t <- trait + .5 * round * (people$arm == "program") + rnorm(nrow(people), sd = .3)
	d <- data.frame(respondent = people$respondent, round = round, arm = people$arm, cluster = people$village,
		stratum = "", weight = "", fpc = "",
		kepala = ifelse(runif(nrow(people)) < .8, "y", "t"),
		a = likert(t + rnorm(nrow(people)), 5),
		b = likert(-t + rnorm(nrow(people)), 4),
		c = pmin(10, pmax(0, round(3 + t + rnorm(nrow(people), sd = 2)))),
		d = round(exp(12 + t + rnorm(nrow(people))), -3),
		e = rbinom(nrow(people), 1, plogis(t)))
	for (item in c("a", "b", "c", "d", "e")) d[[item]][runif(nrow(d)) < .08] <- NA
	d
}
answers <- rbind(wave(0), wave(1))
writeLines(c(paste(names(answers), collapse = ","),
	do.call(paste, c(lapply(answers, function(x) ifelse(is.na(x), "", format(x, scientific = FALSE, trim = TRUE))), sep = ","))),
	"answers.csv")

# ---- indices ----
items <- c("a", "b", "c", "d", "e")
direction <- c(a = 1, b = -1, c = 1, d = 1, e = 1)
about <- list(z = rep(TRUE, nrow(answers)), zw = answers$kepala == "y", icw = rep(TRUE, nrow(answers)), icwk = answers$kepala == "y")
declared <- list(z = c(1, 1, 1, 1, 1), zw = c(3, 1, 1, 2, 1), icw = rep(1, 5), icwk = rep(1, 5))
parameters <- expected <- NULL
for (index in names(about)) {
	reference <- about[[index]] & answers$round == 0 & answers$arm == "control"
	x <- as.matrix(answers[items])
	centre <- colMeans(x[reference, ], na.rm = TRUE)
	spread <- apply(x[reference, ], 2, sd, na.rm = TRUE)
	z <- sweep(scale(x, centre, spread), 2, direction, "*")
	w <- declared[[index]] / sum(declared[[index]])
	if (index %in% c("icw", "icwk")) {
		w <- rowSums(solve(cov(z[reference, ], use = "pairwise.complete.obs")))
		w <- w / sum(w)
	}
	answered <- (!is.na(z)) %*% declared[[index]]
	raw <- apply(z, 1, function(row) sum(w * row, na.rm = TRUE) / sum(w[!is.na(row)]))
	raw[(!is.na(z)) %*% w <= 0] <- NA # icw may have negative weights
	raw[answered < ceiling(.5 * sum(declared[[index]])) | !about[[index]]] <- NA
	mean_raw <- if (index %in% c("icw", "icwk")) mean(raw[reference], na.rm = TRUE) else 0
	sd_raw <- if (index %in% c("icw", "icwk")) sd(raw[reference], na.rm = TRUE) else 1
	parameters <- rbind(parameters,
		data.frame(index = index, member = items, n = colSums(!is.na(x[reference, ])), mean = centre, sd = spread, weight = w),
		data.frame(index = index, member = "", n = sum(!is.na(raw[reference])), mean = mean_raw, sd = sd_raw, weight = NA))
	expected <- rbind(expected, data.frame(respondent = answers$respondent, round = answers$round, index = index,
		value = (raw - mean_raw) / sd_raw))
}
# percent of maximum with weights: a*2 b e, on 1-5, 1-4 and 0-1
x <- cbind((answers$a - 1) / 4, 1 - (answers$b - 1) / 3, answers$e) * 100
w <- c(2, 1, 1)
value <- apply(x, 1, function(row) if (sum(w[!is.na(row)]) >= 2) sum(w * row, na.rm = TRUE) / sum(w[!is.na(row)]) else NA)
expected <- rbind(expected, data.frame(respondent = answers$respondent, round = answers$round, index = "pomp", value = value))
save <- function(rows, name) {
	text <- lapply(rows, function(x) if (is.double(x)) exact(x) else x)
	writeLines(c(versions, paste(names(rows), collapse = ","), do.call(paste, c(text, sep = ","))), name)
}
save(parameters, "parameters.csv")
save(expected, "expected.csv")

# ---- matrices and their weights ----
matrices <- list(
	methods = { # worked example: the comparison arm's six people
		x <- cbind(c(2, 3, 3, 4, 2, 5), c(1, 2, 2, 4, 3, 4), c(3, 3, 2, 5, 2, 4), c(1, 1, 2, 3, 2, 3))
		cov(scale(x))
	},
	one = matrix(1),
	negative = matrix(c(1, .9, .9, .9, 1, .65, .9, .65, 1), 3),
	random = cov(matrix(rnorm(60), 12) %*% matrix(runif(25), 5)),
	near = { s <- cov(matrix(rnorm(40), 10)); s[1, ] <- s[2, ] * (1 + 1e-5); s[, 1] <- s[1, ]; s[1, 1] <- s[2, 2] * (1 + 3e-5); s },
	singular = matrix(c(1, 1, 1, 1), 2),
	indefinite = matrix(c(1, .9, -.9, .9, 1, .9, -.9, .9, 1), 3))
rows <- sapply(names(matrices), function(name) {
	s <- matrices[[name]]
	definite <- min(eigen(s, TRUE, TRUE)$values) > 1e-14
	w <- if (definite) rowSums(solve(s)) else rep(NA, nrow(s))
	condition <- if (definite) norm(s, "1") * norm(solve(s), "1") else Inf
	if (definite && condition > 1e8) w[] <- NA
	paste(name, paste(sprintf("%.17g", s), collapse = " "), sprintf("%.17g", condition),
		paste(ifelse(is.na(w), "NA", sprintf("%.17g", w / sum(w))), collapse = " "), sep = ",")
})
writeLines(c(versions, "matrix,covariance,condition,weights", rows), "../stat/index_weights.csv")

# ---- alpha: psych, on complete cases of items on 0-100, turned so that up is good ----
suppressMessages(library(psych))
feldt <- function(alpha, n, k) 1 - (1 - alpha) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1))
judged <- function(name, x) {
	x <- x[complete.cases(x), ]
	found <- suppressWarnings(alpha(x, check.keys = FALSE))
	k <- ncol(x)
	dropped <- if (k > 2) found$alpha.drop$raw_alpha else rep(NA, k)
	one <- function(v) paste(ifelse(is.na(v), "NA", sprintf("%.17g", v)), collapse = " ")
	paste(name, nrow(x), one(cov(x)), one(found$total$raw_alpha), one(feldt(found$total$raw_alpha, nrow(x), k)), one(dropped),
		one(found$item.stats$r.drop), sep = ",")
}
example <- data.frame(i1 = c(2, 3, 3, 4, 2, 5, 3, 4, 4, 5, 3, 5), i2 = c(1, 2, 2, 4, 3, 4, 2, 4, 3, 5, 4, NA),
	i3 = c(3, 3, 2, 5, 2, 4, 4, 3, NA, 5, 3, NA), i4 = c(1, 1, 2, 3, 2, 3, 3, 2, 2, 4, 2, NA))
first <- subset(answers, round == 0)
scaled <- data.frame(a = 25 * (first$a - 1), b = 100 - 100 * (first$b - 1) / 3, c = 10 * first$c, e = 100 * first$e)
rows <- c(judged("methods", example), judged("scaled", scaled), judged("wrong way", transform(scaled, b = 100 - b)),
	judged("two", scaled[c("a", "e")]))
writeLines(c(versions, "sample,n,covariance,alpha,interval,dropped,item_rest", rows), "../stat/reliability.csv")
