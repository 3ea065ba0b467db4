# SPDX-License-Identifier: GPL-3.0-or-later
# Gaps between groups and how they change, by R: Rscript gap.R (in this folder). Needs clubSandwich and
# survey.
#
# Invents the scores of 13 uneven villages in three rounds (ties, zeros, answers and people missing) and
# writes them, and the cells of gaps.csv to be compared, into tests/pipeline/equity: `panel` (CR2 of
# changes), `cross_section` (CR2 of levels, the same people or not) and `weighted` (weights and strata).
# Groups: sex, in every village, some people without; level, of three values; zone, of whole villages.
suppressMessages({
	library(clubSandwich)
	library(survey)
})
source("../small_survey.R")
options(digits = 17)
set.seed(47, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
versions <- paste0("# ", R.version.string, ", clubSandwich ", packageVersion("clubSandwich"), ", survey ",
	packageVersion("survey"), ", gap.R")

# ---- the people ----
size <- c(9, 13, 24, 11, 16, 8, 12, 19, 10, 14, 9, 15, 12)
village <- rep(seq_along(size), size)
n <- length(village)
p <- data.frame(respondent = sprintf("R%03d", 1:n), cluster = sprintf("V%02d", village),
	arm = ifelse(village %% 2 == 1, "prog", "comp"), stratum = ifelse(village <= 6, "S", "T"),
	zone = ifelse(village %in% c(1, 2, 5, 7, 10, 12), "coast", "hill"),
	sex = sample(c("L", "P", ""), n, TRUE, c(.47, .47, .06)), level = sample(c("low", "mid", "top"), n, TRUE),
	w = round(rep(rexp(13, 1 / 2) + .4, size) * sample(c(1, 1.5), n, TRUE), 2))
shift <- rnorm(13)[village]
person <- rnorm(n)
d <- do.call(rbind, lapply(0:2, function(r) {
	d <- cbind(p, round = r)
	d$y <- pmin(10, pmax(0, round(5 + shift + person + r / 3 + .5 * r * (d$sex == "P") * (d$arm == "prog") + rnorm(n))))
	d$z <- rbinom(n, 1, plogis(shift / 2 + person - .3 * (d$level == "low")))
	d$y[runif(n) < .08] <- NA
	if (r > 0) {
		d$z[runif(n) < .1] <- NA
		d <- d[runif(n) > .15 * r, ]
	}
	d
}))

scores <- function(folder, weighted) {
	blank <- function(x) ifelse(is.na(x), "", format(x, trim = TRUE, digits = 15))
	stratum <- if (weighted) d$stratum else ""
	w <- if (weighted) blank(d$w) else ""
	lines <- paste(d$respondent, d$round, d$arm, d$cluster, stratum, w, "", d$sex, d$level, d$zone, blank(d$y),
		blank(d$z), sep = ",")
	writeLines(c("respondent,round,arm,cluster,stratum,weight,fpc,sex,level,zone,y,z", lines),
		file.path("../../pipeline/equity", folder, "scores.csv"))
}
scores("panel", FALSE)
scores("cross_section", FALSE)
scores("weighted", TRUE)

# ---- two ways to test a contrast of cell means ----
finish <- function(estimate, se, df) {
	if (abs(estimate) < 1e-12) estimate <- 0 # a difference of equal means
	list(estimate = estimate, std_error = se, df = df, p_value = 2 * pt(-abs(estimate / se), df),
		conf_low = estimate - qt(.975, df) * se)
}
# The last coefficient of a saturated model is the contrast.
cr2 <- function(a, formula, ...) {
	model <- lm(formula, a)
	t <- coef_test(model, vcov = "CR2", cluster = a$cluster)
	k <- nrow(t)
	finish(t$beta[k], t$SE[k], t$df[k])
}
by_design <- function(a, formula, all, by_arm) {
	all$psu <- all$cluster
	all$layer <- if (by_arm) paste(all$stratum, all$arm) else all$stratum
	all$inside <- FALSE
	all$inside[match(a$key, all$key)] <- TRUE
	more <- setdiff(names(a), names(all))
	all[more] <- NA
	all[match(a$key, all$key), more] <- a[more]
	design <- subset(svydesign(ids = ~psu, strata = ~layer, weights = ~w, data = all, nest = TRUE), inside)
	model <- svyglm(formula, design)
	k <- length(coef(model))
	villages <- unique(all[, c("psu", "layer")])
	villages$population <- NA
	people <- all[all$inside, ]
	terms <- model.matrix(formula, people)
	cells <- unique(terms)
	small <- small_survey(villages, match(paste(people$psu, people$layer), paste(villages$psu, villages$layer)),
		match(apply(terms, 1, paste, collapse = " "), apply(cells, 1, paste, collapse = " ")), people$w, people$v,
		solve(cells)[k, ])
	stopifnot(abs(small$estimate - coef(model)[k]) < 1e-9, abs(small$variance / SE(model)[k]^2 - 1) < 1e-9)
	finish(small$estimate, small$std_error, small$df)
}

# ---- the rows ----
row_of <- function(name, keys, cells) do.call(rbind, lapply(names(cells), function(column) {
	data.frame(what = name, keys, column = column, want = sprintf("%.15g", cells[[column]]),
		tolerance = if (column == "p_value") "1e-7" else "1e-9", check.names = FALSE)
}))
d$key <- seq_len(nrow(d))
with_value <- function(v, round) {
	a <- d[d$round == round & !is.na(d[[v]]), ]
	a$v <- a[[v]]
	a
}
changes <- function(v, from, to) {
	a <- with_value(v, from)
	b <- with_value(v, to)
	at <- match(a$respondent, b$respondent)
	a$from <- a$v
	a$to <- b$v[at]
	a$v <- a$to - a$from
	a[!is.na(at), ]
}
comparisons <- list(c("sex", "P", "L"), c("level", "low", "mid"), c("level", "low", "top"), c("level", "low", ""),
	c("zone", "coast", "hill"))
inside <- function(a, who) {
	a <- a[a[[who[1]]] != "" & (a[[who[1]]] == who[2] | who[3] == "" | a[[who[1]]] == who[3]), ]
	a$of <- as.integer(a[[who[1]]] == who[2])
	a
}
gaps <- function(panel, weighted) {
	rows <- list()
	mean_of <- function(x, w) if (weighted) sum(x * w) / sum(w) else mean(x)
	test <- function(a, formula, by_arm) {
		if (!weighted) return(cr2(a, formula))
		# each person in a change counts once, each answer in levels; villages of all rounds compared are visited
		by_design(a, formula, d[d$round %in% unique(a$round), ], by_arm)
	}
	add <- function(name, keys, cells) rows[[length(rows) + 1]] <<- row_of(name, keys, cells)
	for (v in c("y", "z")) for (who in comparisons) {
		keys <- data.frame(indicator = v, contrast = "gap", round_from = "", round_to = 0, arm = "", group = who[1],
			group_value = who[2], group_value_compared = who[3])
		for (round in c(0, 2)) for (arm in c("", "comp", "prog")) {
			a <- inside(with_value(v, round), who)
			if (arm != "") a <- a[a$arm == arm, ]
			f <- a[a$of == 1, ]
			o <- a[a$of == 0, ]
			keys$round_to <- round
			keys$arm <- arm
			add("gaps in one round", keys, c(list(n_to = nrow(f), n_to_compared = nrow(o), clusters = length(unique(a$cluster)),
				value_to = mean_of(f$v, f$w), value_to_compared = mean_of(o$v, o$w)), test(a, v ~ of, arm != "")))
		}
		for (pair in list(c(0, 2), c(1, 2))) {
			keys$round_from <- pair[1]
			keys$round_to <- pair[2]
			if (panel) {
				a <- inside(changes(v, pair[1], pair[2]), who)
			} else {
				a <- inside(rbind(with_value(v, pair[1]), with_value(v, pair[2])), who)
				a$later <- as.integer(a$round == pair[2])
			}
			a$prog <- as.integer(a$arm == "prog")
			for (arm in c("", "comp", "prog")) {
				b <- if (arm == "") a else a[a$arm == arm, ]
				keys$contrast <- "gap_change"
				keys$arm <- arm
				cells <- list()
				for (side in c(1, 0)) {
					s <- b[b$of == side, ]
					name <- if (side == 1) "" else "_compared"
					if (panel) s <- list(s, s) else s <- list(s[s$later == 0, ], s[s$later == 1, ])
					value <- if (panel) list(s[[1]]$from, s[[2]]$to) else list(s[[1]]$v, s[[2]]$v)
					cells[[paste0("n_from", name)]] <- nrow(s[[1]])
					cells[[paste0("n_to", name)]] <- nrow(s[[2]])
					cells[[paste0("value_from", name)]] <- mean_of(value[[1]], s[[1]]$w)
					cells[[paste0("value_to", name)]] <- mean_of(value[[2]], s[[2]]$w)
				}
				cells$gap_from <- cells$value_from - cells$value_from_compared
				cells$gap_to <- cells$value_to - cells$value_to_compared
				add("changes of gaps", keys, c(cells, test(b, if (panel) v ~ of else v ~ of * later, arm != "")))
			}
			keys$contrast <- "gap_did"
			keys$arm <- "prog"
			add("changes of gaps between arms", keys,
				c(list(clusters = length(unique(a$cluster))), test(a, if (panel) v ~ of * prog else v ~ of * later * prog, TRUE)))
		}
	}
	do.call(rbind, rows)
}
save <- function(folder, rows) write.table(rows[order(rows$what), ], file.path("../../pipeline/equity", folder, "gaps.checks.csv"),
	sep = ",", row.names = FALSE, quote = FALSE)
save("panel", gaps(TRUE, FALSE))
save("cross_section", gaps(FALSE, FALSE))
save("weighted", gaps(TRUE, TRUE))
writeLines(versions, "gap.versions.txt")
