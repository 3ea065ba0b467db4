# SPDX-License-Identifier: GPL-3.0-or-later
# Frozen reference values for step-down max-T over a family: Rscript max_t.R (in this folder)
#
# Uneven villages, whole-number scores with many ties and zeros, missing answers, and in some families
# a village that one indicator lacks. Every flip of the villages' signs is gone through with people's
# own rows: least squares without the coefficient in question, residuals times the village's sign, least
# squares again, t with clustered errors times G / (G - 1). No package is needed. Written: max_t.csv
# (results), max_t_parts.csv (sums by village and cell).
options(digits = 17)
set.seed(46, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

save <- function(name, rows) {
	rows <- do.call(rbind, lapply(rows, function(r) as.data.frame(r, check.names = FALSE)))
	text <- lapply(rows, function(column) if (is.double(column)) sprintf("%.17g", column) else column)
	writeLines(c(paste0("# ", R.version.string, ", max_t.R"), paste(names(rows), collapse = ","),
		do.call(paste, c(text, sep = ","))), paste0(name, ".csv"))
}

# the size of t of the last coefficient, for each column of Y
sizes_of_t <- function(Y, X, village) {
	A <- solve(crossprod(X))
	B <- A %*% crossprod(X, Y)
	E <- Y - X %*% B
	last <- ncol(X)
	scores <- rowsum(as.vector(X %*% A[, last]) * E, village)
	G <- nrow(scores)
	v <- colSums(scores^2) * G / (G - 1)
	ifelse(v < 1e-20, Inf, abs(B[last, ]) / sqrt(v))
}

# one row a flip, of all the family's villages
all_sizes <- function(y, X, village, signs) {
	null <- X[, -ncol(X), drop = FALSE]
	fitted <- if (ncol(null) == 0) 0 * y else as.vector(null %*% solve(crossprod(null), crossprod(null, y)))
	sizes_of_t(fitted + (y - fitted) * t(signs[, village]), X, as.integer(factor(village)))
}

step_down <- function(sizes) {
	observed <- sizes[1, ]
	nearly <- 1 - 1e-9
	order <- order(-observed)
	adjusted <- numeric(length(observed))
	for (i in seq_along(order)) {
		largest <- apply(sizes[, order[i:length(order)], drop = FALSE], 1, max)
		adjusted[order[i]] <- mean(largest >= observed[order[i]] * nearly)
	}
	adjusted[order] <- cummax(adjusted[order])
	list(alone = colMeans(sweep(sizes, 2, observed * nearly, ">=")), adjusted = adjusted)
}

people <- function(villages) do.call(rbind, lapply(seq_len(villages), function(v) {
	n <- sample(2:13, 1)
	common <- sample(-1:1, 1)
	data.frame(v = v, t = v %% 2, common = rep(common, n), own = sample(-1:1, n, TRUE))
}))
answers <- function(d, lift, gain) {
	y0 <- pmin(5, pmax(0, sample(0:4, nrow(d), TRUE) + d$common))
	y1 <- pmin(5, pmax(0, y0 + d$own * sample(0:1, nrow(d), TRUE) + sample(-1:1, nrow(d), TRUE) + sample(0:lift, nrow(d), TRUE) +
		gain * d$t))
	y0[sample(nrow(d), nrow(d) %/% 9)] <- NA
	y1[sample(nrow(d), nrow(d) %/% 7)] <- NA
	list(y0 = y0, y1 = y1)
}

results <- list()
parts <- list()
for (case in 1:8) {
	villages <- c(6, 7, 8, 9, 10, 8, 11, 9)[case]
	design <- c("change_pairs", "did_pairs", "change_all", "did_all")[(case - 1) %% 4 + 1]
	indicators <- c(3, 2, 5, 4, 6, 3, 2, 5)[case]
	d <- people(villages)
	signs <- as.matrix(expand.grid(rep(list(c(1, -1)), villages)))
	tests <- lapply(seq_len(indicators), function(k) {
		a <- answers(d, k %/% 2, c(0, 1, 0, 2, 0, 1)[k])
		if (case > 4 && k == 2) a$y1[d$v == 3] <- a$y0[d$v == 3] <- NA
		pairs <- !is.na(a$y0) & !is.na(a$y1)
		long <- data.frame(v = c(d$v, d$v), t = c(d$t, d$t), post = rep(0:1, each = nrow(d)), y = c(a$y0, a$y1))
		long <- long[!is.na(long$y), ]
		short <- data.frame(v = d$v, t = d$t, y = a$y1 - a$y0)[pairs, ]
		switch(design,
			change_pairs = list(d = short, X = matrix(1, nrow(short)), cell = 0 * short$v),
			did_pairs = list(d = short, X = cbind(1, short$t), cell = short$t),
			change_all = list(d = long, X = cbind(1, long$post), cell = long$post),
			did_all = list(d = long, X = cbind(1, long$t, long$post, long$t * long$post), cell = 2 * long$t + long$post))
	})
	got <- step_down(sapply(tests, function(test) all_sizes(test$d$y, test$X, test$d$v, signs)))
	for (k in seq_along(tests)) {
		test <- tests[[k]]
		results[[length(results) + 1]] <- list(case = case, design = design, test = k, villages = villages,
			p_value = got$alone[k], p_adjusted = got$adjusted[k], draws = nrow(signs))
		for (v in seq_len(villages)) for (cell in 0:3) {
			at <- test$d$v == v & test$cell == cell
			if (any(at)) parts[[length(parts) + 1]] <- list(case = case, test = k, village = v, cell = cell,
				n = sum(at), sum_y = sum(test$d$y[at]))
		}
	}
}
save("max_t", results)
save("max_t_parts", parts)
