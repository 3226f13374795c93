# Figures of a sample with their intervals, by the package survey from exported files and a design:
# Rscript sample.R households.csv design.csv members.csv, gives "indicator,area,value,lower,upper"
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

persons <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, fpc = ~fpc, nest = TRUE,
  data = d[rep(seq_len(nrow(d)), ifelse(is.na(d$p), 1, d$p)), ])

# what is no ratio: linearised by hand, each household's influence from how the figure is made
t.interval <- function(name, place, value, influence, its) {
  v <- vcov(svytotal(~z, update(its, z = influence))); reach <- qt(0.975, degf(its)) * sqrt(as.numeric(v))
  say(name, place, value, value - reach, value + reach)
}
for (place in c("", sort(unique(substr(d$village_code, 1, 6))))) {
  its <- subset(all, known & startsWith(village_code, place))
  if (nrow(its$variables) == 0 || degf(its) < 1) next
  e <- its$variables; w <- weights(its); m <- w * e$p; x <- e$x; total <- sum(m * x); distance <- abs(outer(x, x, "-"))
  g <- sum(outer(m, m) * distance) / (2 * sum(m) * total)
  t.interval("inequality.register.gini", place, g, e$p * (as.vector(distance %*% m) / (sum(m) * total) - g / sum(m)
    - g * x / total), its)
  # shares by persons, the derivative by moving each weight a little
  o <- order(x, m)
  curve <- function(mass, at) approx(c(0, cumsum(mass[o]) / sum(mass)), c(0, cumsum((mass * x)[o]) / sum(mass * x)), at)$y
  moved <- function(f) sapply(seq_along(w), function(i) {
    if (w[i] == 0) return(0)
    more <- less <- w; more[i] <- w[i] + 1e-5; less[i] <- w[i] - 1e-5
    (f(more * e$p) - f(less * e$p)) / 2e-5
  })
  for (f in list(list("inequality.register.lorenz-30", function(mass) curve(mass, 0.3)),
                 list("inequality.register.quintile-ratio", function(mass) (1 - curve(mass, 0.8)) / curve(mass, 0.2))))
    t.interval(f[[1]], place, f[[2]](m), moved(f[[2]]), its)
  q <- svytotal(~poor, its); reach <- qt(0.975, degf(its)) * SE(q)
  if (coef(q) > 0) say("poverty.register.persons", place, coef(q), coef(q) - reach, coef(q) + reach)
  people <- subset(persons, known & startsWith(village_code, place))
  half <- svyquantile(~x, people, 0.5, ci = TRUE, interval.type = "mean", qrule = "hf2", df = degf(people))[[1]]
  say("income.register.median", place, half[1], half[2], half[3])
}

# Alkire and Foster from both files, what is not known staying NA
one <- function(column, codes) ifelse(is.na(column), NA, column %in% codes)
m <- read.csv(commandArgs(TRUE)[3], colClasses = "character", encoding = "UTF-8", na.strings = "")
m <- m[!(m$change %in% 4 & m$change_date <= "2020-12-31"), ]
m$age <- as.numeric(m$age)
somebody <- function(has) as.logical(tapply(has, m$submission, any))[match(d$submission, sort(unique(m$submission)))]
e <- d
e[e == ""] <- NA
for (column in c("ill_untreated", "water_lpd", "water_min", "water_hdist", "water_vdist", "water_short_days"))
  e[[column]] <- as.numeric(e[[column]])
untreated <- with(e, ifelse(ill_untreated == 0, FALSE, ill_untreated > 0 & ill_reason == "1"))
lacks <- with(e, cbind(!somebody(m$age >= 16 & one(m$edu, 2:6)),
  somebody(m$age %in% 6:15 & !(m$school != "00" | one(m$no_school_reason, c(1, 2, 3, 5)))),
  somebody(!one(m$med_ins, 1:4)), untreated | somebody(grepl("3", m$health)),
  !(one(house_safe_how, 1:4) & (house_safe_how == 2 | house_own == 7 | !one(house_grade, c("C", "D")))),
  !(water_lpd >= 35 & one(water_quality, c(1, 3)) & water_short_days <= 36
    & (water_inhouse == 1 | water_min <= 20 | (water_hdist <= 800 & water_vdist <= 80))),
  one(toilet, 3:4), power == 3, !grepl("[4-8]", fuel) & !is.na(fuel),
  nchar(gsub("[^1-9]", "", appliances)) <= 1 & vehicles == "0"))
d$score <- as.vector(lacks %*% c(3, 3, 3, 3, 1, 1, 1, 1, 1, 1)) / 18
d$whole <- d$result_code %in% c("", "01", "02", "05") & !is.na(d$score) & !is.na(d$p)
d$score[!d$whole] <- 0; d$p[!d$whole] <- 0
for (k in list(c("k20", 0.2), c("k33", 1 / 3))) {
  d$censored <- d$p * d$score * (d$score > as.numeric(k[2]) - 1e-9)
  all <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, fpc = ~fpc, data = d, nest = TRUE)
  for (place in c("", sort(unique(substr(d$village_code, 1, 6))))) {
    its <- subset(all, whole & startsWith(village_code, place))
    for (what in c("m0", "a")) {
      of <- if (what == "a") subset(its, censored > 0) else its
      if (nrow(of$variables[weights(of) > 0, ]) == 0 || degf(of) < 1) next
      r <- svyratio(~censored, ~p, of); ci <- confint(r, df = degf(of))
      if (coef(r) > 0 && (what == "m0" || SE(r) > 0)) say(paste0("mpi.", what, ".", k[1]), place, coef(r)[[1]], ci[1], ci[2])
    }
  }
}
