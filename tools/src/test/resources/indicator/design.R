# What R's package survey makes of county.csv, one "name,number" per line: Rscript design.R county.csv
if (!requireNamespace("survey", quietly = TRUE)) { cat("absent,1\n"); quit() }
suppressMessages(library(survey))
d <- read.csv(commandArgs(TRUE)[1])
say <- function(name, number) cat(name, ",", format(as.numeric(number), digits = 17), "\n", sep = "")
all <- function(name, e) { say(name, coef(e)); say(paste0(name, ".variance"), vcov(e)); say(paste0(name, ".deff"), deff(e)) }
d$money <- d$persons * d$income
design <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, fpc = ~villages, data = d)
endless <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = d)
left <- subset(design, status == "left")
all("total", svytotal(~money, design, deff = "replace"))
all("mean", svymean(~income, design, deff = "replace"))
all("endless", svymean(~income, endless, deff = "replace"))
all("left", svymean(~income, left, deff = "replace"))
all("ratio", svyratio(~money, ~persons, design, deff = "replace"))
say("left.degrees", degf(left)); say("degrees", degf(design))
say("mean.low", confint(svymean(~income, design), df = degf(design))[1])
say("left.ratio.variance", vcov(svyratio(~wrong, ~persons, left)))
say("left.total.variance", vcov(svytotal(~money, left)))

two <- svyby(~income, ~status, design, svymean, covmat = TRUE)
gap <- svycontrast(two, list(gap = c(left = 1, out = -1)))
say("gap", coef(gap)); say("gap.variance", vcov(gap))

# shares of persons: a row for each person
p <- d[rep(seq_len(nrow(d)), d$persons), ]
p$case <- unlist(mapply(function(n, k) seq_len(n) <= k, d$persons, d$wrong + d$missed))
people <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, fpc = ~villages, data = p)
for (s in c("left", "out")) {
  its <- subset(people, status == s)
  b <- svyciprop(~I(as.numeric(case)), its, method = "beta")
  l <- svyciprop(~I(as.numeric(case)), its, method = "xlogit", df = degf(its))
  say(paste0(s, ".share"), b); say(paste0(s, ".share.variance"), attr(b, "var"))
  say(paste0(s, ".beta.low"), attr(b, "ci")[1]); say(paste0(s, ".beta.high"), attr(b, "ci")[2])
  say(paste0(s, ".logit.low"), attr(l, "ci")[1]); say(paste0(s, ".logit.high"), attr(l, "ci")[2])
  r <- as.numeric(coef(b)); n <- r * (1 - r) / as.numeric(attr(b, "var"))
  # Wilson as prop.test has it, without correction
  w <- suppressWarnings(prop.test(r * n, n, correct = FALSE)$conf.int)
  say(paste0(s, ".wilson.low"), w[1]); say(paste0(s, ".wilson.high"), w[2])
}
# n_eff above n is not cut here
b <- svyciprop(~I(as.numeric(content)), design, method = "beta")
say("content.beta.low", attr(b, "ci")[1]); say("content.beta.high", attr(b, "ci")[2])

# poverty: gaps as ratios; the Gini by its influence, from the mean difference
for (a in 0:2) {
  d$gap <- d$persons * ifelse(d$income < d$line, ((d$line - d$income) / d$line)^a, 0)
  say(paste0("fgt", a, ".variance"), vcov(svyratio(~gap, ~persons, update(design, gap = d$gap))))
}
gini <- function(in.domain) {
  m <- d$weight * d$persons * in.domain; x <- d$income; distance <- abs(outer(x, x, "-"))
  g <- sum(outer(m, m) * distance) / (2 * sum(m) * sum(m * x))
  d$z <<- in.domain * d$persons * (as.vector(distance %*% m) / (sum(m) * sum(m * x)) - g / sum(m) - g * x / sum(m * x))
  c(g, vcov(svytotal(~z, update(design, z = d$z))))
}
g <- gini(rep(1, nrow(d))); say("gini", g[1]); say("gini.variance", g[2])
g <- gini(d$status == "out"); say("gini.out", g[1]); say("gini.out.variance", g[2])
for (q in c(0.2, 0.5, 0.8)) {
  income <- svyquantile(~income, people, q, ci = TRUE, interval.type = "mean", qrule = "hf2", df = degf(people))[[1]]
  say(paste0("quantile", q), income[1]); say(paste0("quantile", q, ".low"), income[2])
  say(paste0("quantile", q, ".high"), income[3])
}

# one cluster in stratum 3
few <- d[d$stratum != 3 | d$cluster == 301, ]
lonely <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, fpc = ~villages, data = few)
options(survey.lonely.psu = "adjust")
say("lonely.adjusted.variance", vcov(svyratio(~money, ~persons, lonely)))
few$joined <- ifelse(few$stratum == 4, 3, few$stratum)
few$villages[few$joined == 3] <- 30 + 7 * 3 + 30 + 7 * 4
joined <- svydesign(ids = ~cluster, strata = ~joined, weights = ~weight, fpc = ~villages, data = few)
say("lonely.merged.variance", vcov(svyratio(~money, ~persons, joined)))
