#!/usr/bin/env Rscript
# SPDX-License-Identifier: GPL-3.0-or-later
# conform: 
# slope: how much a score moves from round to round in each village, whatever its outliers do.
#
# Writes cluster,n,rounds,slope: the median of the slopes between all pairs of rounds of the village's
# medians (Theil 1950, Sen 1968). Options: --column=NAME (score). Villages in the order of their first row.
options(warn = 2) # a warning is an error: also the one of a file that could not be closed

stop_with <- function(status, reason) {
	cat("slope: ", reason, "\n", sep = "", file = stderr())
	quit(status = status)
}

column <- "score"
for (word in commandArgs(trailingOnly = TRUE)) {
	if (!startsWith(word, "--column=")) stop_with(2, paste("unknown option:", word))
	column <- substring(word, 10)
}

# Everything is read as text, so that ids stay what they are; bytes are left alone.
input <- file("stdin", "rb")
bytes <- raw()
while (length(part <- readBin(input, "raw", 65536)) > 0) bytes <- c(bytes, part)
close(input)
if (length(bytes) == 0) stop_with(1, "there is no table on stdin")
text <- sub("^\xef\xbb\xbf", "", rawToChar(bytes), useBytes = TRUE)
table <- read.csv(text = text, colClasses = "character", na.strings = character(), check.names = FALSE)
for (name in c("cluster", "round", column))
	if (!name %in% names(table)) stop_with(1, paste("the column", name, "is missing"))

number <- function(text, name) {
	value <- suppressWarnings(as.numeric(text))
	if (any(is.na(value) & text != "")) stop_with(1, paste0(name, ": not a number: ", text[is.na(value) & text != ""][1]))
	value
}
table$x <- number(table$round, "round")
table$y <- number(table[[column]], column)
table <- table[!is.na(table$y) & !is.na(table$x), ]

slope <- function(x, y) {
	y <- tapply(y, x, median)
	x <- as.numeric(names(y))
	pairs <- which(outer(x, x, ">"), arr.ind = TRUE)
	if (length(x) < 2) NA else median((y[pairs[, 1]] - y[pairs[, 2]]) / (x[pairs[, 1]] - x[pairs[, 2]]))
}
cell <- function(text) ifelse(grepl("[\",\r\n]", text), paste0("\"", gsub("\"", "\"\"", text), "\""), text)
shown <- function(value) ifelse(is.na(value), "", format(value, digits = 15, trim = TRUE))

lines <- "cluster,n,rounds,slope"
for (village in unique(table$cluster)) {
	rows <- table[table$cluster == village, ]
	lines <- c(lines, paste(cell(village), nrow(rows), length(unique(rows$x)), shown(slope(rows$x, rows$y)), sep = ","))
}
output <- file("/dev/stdout", "ab", raw = TRUE) # "wb" would empty the file that stdout is
writeLines(lines, output, useBytes = TRUE)
close(output)
