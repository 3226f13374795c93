# Alkire and Foster's measures of county.csv, standard errors by survey: Rscript deprivation.R county.csv
if (!requireNamespace("survey", quietly = TRUE)) { cat("absent,1\n"); quit() }
suppressMessages(library(survey))
d <- read.csv(commandArgs(TRUE)[1])
say <- function(name, number) cat(name, ",", format(as.numeric(number), digits = 17), "\n", sep = "")
# d4 is not known where content is 0
fill <- list(LEFT_OUT = NA, AS_NOT_DEPRIVED = 0, AS_DEPRIVED = 1)
w <- c(2, 2, 1, 1) / 6
for (u in names(fill)) {
  g <- as.matrix(d[, c("d1", "d2", "d3", "d4")])
  g[d$content == 0, 4] <- fill[[u]]
  design <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, fpc = ~villages, data = d)
  design <- subset(update(design, score = as.vector(g %*% w)), !is.na(score))
  g <- g[!is.na(g[, 4]), ]
  for (k in c("1/5", "1/3", "1/2")) {
    cut <- eval(parse(text = k)) - 1e-9
    its <- update(design, poor = score >= cut, hp = persons * (score >= cut), m0p = persons * score * (score >= cut))
    name <- paste(u, k, "")
    h <- svyratio(~hp, ~persons, its); m <- svyratio(~m0p, ~persons, its); a <- svyratio(~m0p, ~hp, subset(its, poor))
    say(paste0(name, "h"), coef(h)); say(paste0(name, "h.variance"), vcov(h))
    say(paste0(name, "m0"), coef(m)); say(paste0(name, "m0.variance"), vcov(m))
    say(paste0(name, "a"), coef(a)); say(paste0(name, "a.variance"), vcov(a))
    for (j in 1:4) {
      c <- svyratio(~x, ~persons, update(its, x = g[, j] * hp))
      say(paste0(name, "censored", j), coef(c)); say(paste0(name, "censored", j, ".variance"), vcov(c))
      say(paste0(name, "contribution", j), w[j] * coef(c) / coef(m))
      say(paste0(name, "uncensored", j), coef(svyratio(~x, ~persons, update(its, x = g[, j] * persons))))
    }
  }
}
