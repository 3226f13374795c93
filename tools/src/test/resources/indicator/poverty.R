# What R makes of county.csv, one "name,number" per line: Rscript poverty.R county.csv
if (!requireNamespace("laeken", quietly = TRUE)) { cat("absent,1\n"); quit() }
suppressMessages(library(laeken))
d <- read.csv(commandArgs(TRUE)[1])
say <- function(name, number) cat(name, ",", format(number, digits = 17), "\n", sep = "")
for (treatment in c("AS_THEY_ARE", "AS_ZERO", "LEFT_OUT")) {
  e <- if (treatment == "LEFT_OUT") d[d$income >= 0, ] else d
  x <- if (treatment == "AS_ZERO") pmax(e$income, 0) else e$income
  m <- e$weight * e$persons
  for (a in 0:2) say(paste0(treatment, ".fgt", a),
    weighted.mean(ifelse(x < e$line, ((e$line - x) / e$line)^a, 0), m))
  say(paste0(treatment, ".edge"), weighted.mean(x >= e$line & x < 1.5 * e$line, m))
  for (f in c(0.9, 1.1)) say(paste0(treatment, ".rate", f), weighted.mean(x < f * e$line, m))
  # the Gini as half the relative mean absolute difference (Sen 1973): not the formula used in Java
  say(paste0(treatment, ".gini"), sum(outer(m, m) * abs(outer(x, x, "-"))) / (2 * sum(m) * sum(m * x)))
  say(paste0(treatment, ".mean"), weighted.mean(x, m))
  say(paste0(treatment, ".median"), weightedMedian(x, m))
  o <- order(x, m)
  curve <- approxfun(c(0, cumsum(m[o]) / sum(m)), c(0, cumsum((m * x)[o]) / sum(m * x)))
  for (p in seq(0.1, 0.9, 0.1)) say(paste0(treatment, ".lorenz", p), curve(p))
  say(paste0(treatment, ".ratio"), (1 - curve(0.8)) / curve(0.2))
}
