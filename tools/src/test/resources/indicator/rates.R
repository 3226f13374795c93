# Three rates of county.csv by R's package survey, the composite by the delta method: Rscript rates.R county.csv
if (!requireNamespace("survey", quietly = TRUE)) { cat("absent,1\n"); quit() }
suppressMessages(library(survey))
d <- read.csv(commandArgs(TRUE)[1])
say <- function(name, number) cat(name, ",", format(as.numeric(number), digits = 17), "\n", sep = "")
d$left <- d$persons * (d$status == "left"); d$out <- d$persons * (d$status == "out")
design <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, fpc = ~villages, data = d)
verified <- update(design, wrong = wrong * content, missed = missed * content)
for (kind in c("suspected", "verified")) {
  its <- if (kind == "verified") verified else design
  totals <- svytotal(~wrong + left + missed + out, its)
  e <- svyratio(~wrong, ~left, its); m <- svyratio(~missed, ~out, its)
  say(paste0(kind, ".exited"), coef(e)); say(paste0(kind, ".exited.variance"), vcov(e))
  say(paste0(kind, ".missed"), coef(m)); say(paste0(kind, ".missed.variance"), vcov(m))
  all <- svycontrast(totals, quote((900 + 6000 * wrong / left + 40000 * missed / out) / 50000))
  say(paste0(kind, ".composite"), coef(all)); say(paste0(kind, ".composite.variance"), vcov(all))
  say(paste0(kind, ".composite.apart"), (40000^2 * vcov(m) + 6000^2 * vcov(e)) / 50000^2)
}
recognition <- svymean(~content, design)
say("recognition", coef(recognition)); say("recognition.variance", vcov(recognition))
