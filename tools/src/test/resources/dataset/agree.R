# Usage: Rscript agree.R FILE... Says in FILE.txt what haven reads in a .sav or .dta with English labels, a line for every
# cell and label: value ROW COLUMN VALUE, label COLUMN LABEL, meaning COLUMN VALUE LABEL, with tabs between. <refused> is no
# value.
suppressMessages(library(haven))
sav <- TRUE
kinds <- c("not asked" = "<not-asked>", "asked, neither answer nor reason" = "<not-stated>",
           "does not know" = "<dont-know>", "refused to answer" = "<refused>")
tags <- c(a = "<dont-know>", b = "<refused>", c = "<not-stated>")

plain <- function(x) gsub("\t", "\\t", gsub("\n", "\\n", gsub("\\", "\\\\", x, fixed = TRUE), fixed = TRUE), fixed = TRUE)

day <- function(x) grepl("^SDATE", attr(x, "format.spss", exact = TRUE))
moment <- function(x) grepl("^DATETIME", attr(x, "format.spss", exact = TRUE))

# haven turns dates into days since 1970, but not the values that mean that there is none: seconds since 1582.
since1970 <- function(values, x) {
  if (day(x)) values / 86400 - 141428 else if (moment(x)) values - 141428 * 86400 else values
}

# Numbers that stand for a reason, by the label they have.
reasons <- function(x) {
  labels <- attr(x, "labels", exact = TRUE)
  labels <- labels[labels %in% attr(x, "na_values", exact = TRUE)]
  list(values = since1970(as.numeric(labels), x), kinds = kinds[names(labels)])
}

number <- function(x) vapply(as.vector(x), function(one) sprintf("%.15g", one), "")

shown <- function(x) {
  if (is.character(x)) return(plain(as.vector(x)))
  raw <- if (inherits(x, "Date") || sav && day(x)) format(as.Date(as.vector(unclass(x)), origin = "1970-01-01"), "%Y-%m-%d")
    else if (inherits(x, "POSIXct") || sav && moment(x))
      format(as.POSIXct(as.vector(unclass(x)), origin = "1970-01-01", tz = "UTC"), "%Y-%m-%dT%H:%M:%OS3Z")
    else number(unclass(x))
  if (sav) {
    missing <- reasons(x)
    by <- match(round(as.vector(unclass(x)), 6), round(missing$values, 6))
    raw[!is.na(by)] <- missing$kinds[by[!is.na(by)]]
    raw[is.na(x) & is.na(by)] <- "<not-asked>"
  } else {
    tag <- na_tag(as.double(unclass(x)))
    raw[is.na(x)] <- ifelse(is.na(tag[is.na(x)]), "<not-asked>", tags[tag[is.na(x)]])
  }
  raw
}

meanings <- function(name, x) {
  labels <- attr(x, "labels", exact = TRUE)
  if (is.null(labels)) return(character())
  value <- if (is.character(labels)) sub(" +$", "", as.vector(labels)) else number(labels)
  if (sav && !is.character(labels)) {
    missing <- labels %in% attr(x, "na_values", exact = TRUE)
    value[missing] <- kinds[names(labels)[missing]]
  } else if (!sav) {
    tag <- na_tag(as.double(labels))
    value[!is.na(tag)] <- tags[tag[!is.na(tag)]]
  }
  paste("meaning", name, value, plain(names(labels)), sep = "\t")
}

for (file in commandArgs(TRUE)) {
  sav <- grepl("[.]sav$", file)
  table <- if (sav) read_sav(file, user_na = TRUE) else read_dta(file)
  lines <- list()
  for (name in names(table)) {
    x <- table[[name]]
    label <- attr(x, "label", exact = TRUE)
    lines[[name]] <- c(if (nrow(table) > 0) paste("value", seq_len(nrow(table)), name, shown(x), sep = "\t"),
                       paste("label", name, plain(if (is.null(label)) "" else label), sep = "\t"), meanings(name, x))
  }
  out <- file(paste0(file, ".txt"), "wb")
  writeLines(enc2utf8(unlist(lines)), out, useBytes = TRUE)
  close(out)
}
