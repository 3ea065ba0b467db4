# SPDX-License-Identifier: GPL-3.0-or-later
# Frozen reference values for what is frozen at the baseline: Rscript norms.R (in this folder)
#
# Written: norms.csv, one row a sample: its values, mean, sd, quantiles of type 7 at 0.05 and 0.95,
# and the places of probes among them, 100 (share below + half of the share equal). Base R only.
options(digits = 17)
set.seed(5, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

place <- function(x, values) 100 * (mean(values < x) + mean(values == x) / 2)
exact <- function(x) paste(ifelse(is.na(x), "NA", sprintf("%.17g", x)), collapse = " ")
samples <- list(
	income = round(rlnorm(60, 13, 1), -4),
	ties = sample(1:5, 60, TRUE),
	mostly_zero = c(rep(0, 40), 1000 * sample(1:400, 20)),
	cents = round(rnorm(45, 0, 20), 2),
	thirds = sample(-6:30, 50, TRUE) / 3,
	one = 7.25,
	two = c(3, 11),
	constant = rep(4, 9),
	small_and_large = c(1e-9, 0.5, 12345.678, 4e9, 7e9, 8.5e9))
rows <- sapply(names(samples), function(name) {
	v <- samples[[name]]
	distinct <- sort(unique(v))
	probes <- c(distinct[seq(1, length(distinct), if (length(distinct) < 12) 1 else 2)], min(v) - 1, max(v) + 1, mean(range(v)) + .005)
	stopifnot(all.equal(sapply(v, place, v), 100 * (rank(v) - .5) / length(v)))
	q <- quantile(v, c(.05, .95), type = 7, names = FALSE)
	paste(name, exact(v), length(v), exact(mean(v)), exact(sd(v)), exact(q[1]), exact(q[2]), exact(probes),
		exact(sapply(probes, place, v)), sep = ",")
})
writeLines(c(paste0("# ", R.version.string, ", norms.R"), "sample,values,n,mean,sd,p5,p95,probes,places", rows), "norms.csv")
