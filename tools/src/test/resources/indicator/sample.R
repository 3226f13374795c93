# Figures of a sample with their intervals, by the package survey from exported files and a design:
# Rscript sample.R households.csv design.csv, gives "indicator,area,value,lower,upper"
if (!requireNamespace("survey", quietly = TRUE)) { cat("absent\n"); quit() }
suppressMessages(library(survey))
options(survey.lonely.psu = "adjust")
h <- read.csv(commandArgs(TRUE)[1], colClasses = "character", encoding = "UTF-8")
d <- merge(h, read.csv(commandArgs(TRUE)[2], colClasses = "character"), by = "unit")
number <- function(names, sign = 1) rowSums(sign * sapply(d[, names], as.numeric))
income <- c("inc_wage_local", "inc_wage_out", "inc_post", "inc_crop", "inc_stock", "inc_gather", "inc_nonfarm",
  "inc_land", "inc_div", "inc_int", "inc_dibao", "inc_tekun", "inc_pension", "inc_disab", "inc_eco", "inc_agri",
  "inc_edu", "inc_relief", "inc_family", "inc_other_tr")
costs <- c("exp_crop", "exp_stock", "exp_nonfarm", "exp_depr", "exp_tax", "exp_trans")
d$p <- as.numeric(d$n_share)
cent <- function(x) sign(x) * floor(abs(x) * 100 + 0.5 + 1e-7) / 100
d$x <- cent((number(income) - number(costs)) / d$p)
d$known <- d$result_code %in% c("", "01", "02", "05") & !is.na(d$x)
d$x[!d$known] <- 0
d$money <- d$x * d$p
d$poor <- d$p * (d$x < 4000)
d$gap <- d$p * pmax(0, (4000 - d$x) / 4000)
for (column in c("weight", "fpc")) d[[column]] <- as.numeric(d[[column]])
all <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, fpc = ~fpc, data = d, nest = TRUE)
say <- function(...) cat(paste(sapply(list(...), format, digits = 17), collapse = ","), "\n", sep = "")
for (place in c("", sort(unique(substr(d$village_code, 1, 6))))) {
  its <- subset(all, known & startsWith(village_code, place))
  df <- degf(its)
  if (nrow(its$variables[weights(its) > 0, ]) == 0 || df < 1) next
  for (what in c("money", "gap")) {
    r <- svyratio(as.formula(paste0("~", what)), ~p, its)
    if (coef(r) == 0) next
    ci <- confint(r, df = df)
    say(c(money = "income.register.mean", gap = "poverty.register.gap")[[what]], place, coef(r)[[1]], ci[1], ci[2])
  }
  r <- svyratio(~poor, ~p, its); v <- as.numeric(vcov(r)); r <- as.numeric(coef(r))
  n <- sum(its$variables$p[weights(its) > 0])
  if (r == 0 || r == 1 || v == 0) next
  size <- min(n, r * (1 - r) / v * (qt(0.975, n - 1) / qt(0.975, df))^2)
  z <- qnorm(0.975)
  centre <- (r + z^2 / (2 * size)) / (1 + z^2 / size)
  reach <- z * sqrt(r * (1 - r) / size + z^2 / (4 * size^2)) / (1 + z^2 / size)
  say("poverty.register.rate", place, r, centre - reach, centre + reach)
}
