# Makes county.csv, an invented sample of households in villages (clusters) of four strata: Rscript county.R county.csv
# Weights, sizes and answers are drawn so that villages differ and every estimator has something to do.
set.seed(5499)
rows <- list()
for (h in 1:4) for (i in 1:(4 + h)) {
  level <- exp(rnorm(1, 8.3, 0.35))
  for (k in 1:(5 + (h * i) %% 6)) {
    persons <- 1 + rbinom(1, 6, 0.45)
    income <- round(level * exp(rnorm(1, 0, 0.7)), 2)
    if (runif(1) < 0.03) income <- -round(runif(1, 10, 900), 2)
    status <- sample(c("poor", "left", "out"), 1, prob = c(0.15, 0.45, 0.4))
    rows[[length(rows) + 1]] <- data.frame(stratum = h, cluster = h * 100 + i, villages = 30 + 7 * h,
      weight = round((30 + 7 * h) / (4 + h) * runif(1, 2, 6), 3), persons = persons, income = income,
      line = if (h <= 2) 4000 else 3700, status = status,
      wrong = ifelse(status == "left" & runif(1) < 0.12, sample(1:persons, 1), 0),
      missed = ifelse(status == "out" & runif(1) < 0.10, sample(1:persons, 1), 0),
      content = rbinom(1, 1, 0.9),
      d1 = rbinom(1, 1, 0.25), d2 = rbinom(1, 1, 0.15), d3 = rbinom(1, 1, 0.3), d4 = rbinom(1, 1, 0.2))
  }
}
write.csv(do.call(rbind, rows), commandArgs(TRUE)[1], row.names = FALSE, quote = FALSE)
