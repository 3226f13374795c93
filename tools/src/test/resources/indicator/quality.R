# Quality measures of county.csv and of ages by a rule, by base R: Rscript quality.R county.csv
if (!requireNamespace("numDeriv", quietly = TRUE)) { cat("absent,1\n"); quit() }
d <- read.csv(commandArgs(TRUE)[1])
say <- function(name, number) cat(name, ",", format(as.numeric(number), digits = 17), "\n", sep = "")

# answers of two interviews: 2 * d1 + d2 and 2 * d1 + d3, three codes
pairs <- table(factor(pmin(2 * d$d1 + d$d2, 2), 0:2), factor(pmin(2 * d$d1 + d$d3, 2), 0:2))
n <- sum(pairs); p <- pairs / n
kappa <- function(p) { p <- matrix(p, 3); e <- sum(rowSums(p) * colSums(p)); (sum(diag(p)) - e) / (1 - e) }
say("gross", 1 - sum(diag(p)))
say("inconsistency", (1 - sum(diag(p))) / (1 - sum(rowSums(p) * colSums(p))))
say("kappa", kappa(as.vector(p)))
# variance of kappa by its derivatives and the multinomial distribution
slope <- numDeriv::grad(kappa, as.vector(p))
say("kappa.variance", (sum(p * slope^2) - sum(p * slope)^2) / n)
for (k in 1:3) {
  p1 <- rowSums(p)[k]; p2 <- colSums(p)[k]
  say(paste0("net", k), p1 - p2)
  say(paste0("inconsistency", k), (p1 + p2 - 2 * p[k, k]) / (p1 * (1 - p2) + p2 * (1 - p1)))
}
first <- d$income; second <- round(d$income, -2) + 100 * d$d1 - 40 * d$d2
t <- t.test(first, second, paired = TRUE)
say("t", t$statistic); say("t.p", t$p.value); say("difference", mean(first - second))
say("response", var(first - second) / 2); say("reliability", 1 - var(first - second) / 2 / var(second))
w <- suppressWarnings(wilcox.test(first, second, paired = TRUE)); say("wilcoxon", w$statistic); say("wilcoxon.p", w$p.value)
few <- wilcox.test(first[1:20], second[1:20], paired = TRUE, exact = TRUE)
say("few.wilcoxon", few$statistic); say("few.wilcoxon.p", few$p.value)
tied <- suppressWarnings(wilcox.test(d$persons, 2 + 2 * d$d1, paired = TRUE))
say("tied.wilcoxon", tied$statistic); say("tied.wilcoxon.p", tied$p.value)
say("apart.p", prop.test(c(sum(d$d1), sum(d$d2)), c(n, n), correct = FALSE)$p.value)
b <- sum(d$d1 == 1 & d$d2 == 0); c <- sum(d$d1 == 0 & d$d2 == 1)
say("paired.p", binom.test(b, b + c)$p.value)

digits <- tabulate(floor(abs(d$income)) %% 10 + 1, 10)
x <- chisq.test(digits); say("digits", x$statistic); say("digits.p", x$p.value)

age <- 0:100
men <- 1000 - 9 * age + ifelse(age %% 10 == 0, 300, 0) + ifelse(age %% 5 == 0, 150, 0)
women <- 980 - 8 * age + ifelse(age %% 10 == 0, 350, 0) + 7 * (age %% 3)
say("whipple", 500 * sum(men[age >= 23 & age <= 62 & age %% 5 == 0]) / sum(men[age >= 23 & age <= 62]))
# Myers: the mean over the ten starting ages 10 to 19, each with seven whole decades
blended <- rowSums(sapply(10:19, function(s) tapply(men[age >= s & age < s + 70], (s:(s + 69)) %% 10, sum)))
say("myers", sum(abs(100 * blended / sum(blended) - 10)) / 2)
five <- function(x) tapply(x[1:75], rep(1:15, each = 5), sum)
m <- five(men); f <- five(women); ratio <- 100 * m / f
ages <- function(x) 100 * x[2:13] / ((x[1:12] + x[3:14]) / 2)
say("sex", 100 * sum(men) / sum(women)); say("age20", ages(m)[4])
say("joint", 3 * mean(abs(diff(ratio[1:14]))) + mean(abs(ages(m) - 100)) + mean(abs(ages(f) - 100)))
q <- quantile(d$income, c(0.25, 0.5, 0.75)); say("lower", q[1]); say("median", q[2]); say("upper", q[3])
say("score", scale(d$income)[7]); say("robust", (d$income[7] - median(d$income)) / mad(d$income, constant = 1 / qnorm(0.75)))
