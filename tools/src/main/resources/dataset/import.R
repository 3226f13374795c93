# Reads the tables of this folder into data frames, with $needs:
#   source("import.R", chdir = TRUE)            in R
#   Rscript import.R                            in this folder
# language <- "en" before that gives labels in English; "$language" unless said.
# Codes become factors, yes and no TRUE and FALSE, dates Date, times POSIXct in UTC, everything else text or number.
# Where there is no value the column that ends in _missing says why. attr(x, "label") is the label of a column.

if (!exists("language")) language <- "$language"

ruhu_time <- function(x) {
  at <- as.POSIXct(paste(substr(x, 1, 10), substr(x, 12, 19)), tz = "UTC", format = "%Y-%m-%d %H:%M:%S")
  part <- suppressWarnings(as.numeric(sub("^.{19}([.][0-9]+)?.*$", "0\\1", x)))
  zone <- regexpr("[+-][0-9]{2}:[0-9]{2}$", x)
  away <- ifelse(!is.na(x) & zone > 0, ruhu_away(x, zone), 0)
  at + ifelse(is.na(part), 0, part) - away
}

ruhu_away <- function(x, zone) {
  text <- substr(x, zone, zone + 5)
  seconds <- suppressWarnings(as.numeric(substr(text, 2, 3)) * 3600 + as.numeric(substr(text, 5, 6)) * 60)
  ifelse(substr(text, 1, 1) == "-", -seconds, seconds)
}

ruhu_factor <- function(x, codes, words) {
  more <- setdiff(unique(x[!is.na(x)]), codes)
  codes <- c(codes, more)
  words <- c(words, more)
  twice <- words == "" | duplicated(words) | duplicated(words, fromLast = TRUE)
  words[twice] <- paste0(words[twice], " [", codes[twice], "]")
  factor(x, levels = codes, labels = words)
}

$readers
ruhu_said <- function(texts) if (language %in% names(texts)) texts[[language]] else texts[[1]]

ruhu_column <- function(x, column) {
  if (is.list(x)) x <- vapply(x, function(codes) if (length(codes)) paste(codes, collapse = " ") else NA_character_, "")
  written <- is.character(x)
  if (written) x[!is.na(x) & x == ""] <- NA
  x <- switch(column$type,
    whole = , number = as.numeric(x),
    logical = if (written) x == "1" else as.logical(x),
    date = if (written) as.Date(x, format = "%Y-%m-%d") else as.Date(x),
    time = if (written) ruhu_time(x) else as.POSIXct(x, tz = "UTC"),
    code = if (is.null(column$list)) ruhu_factor(x, column$codes, ruhu_said(column$words))
           else { list <- ruhu_lists[ruhu_lists$list == column$list, ]
                  ruhu_factor(x, list$code, list[[if (language == "en") "label_en" else "label_zh"]]) },
    as.character(x))
  attr(x, "label") <- ruhu_said(column$label)
  x
}

ruhu_table <- function(file, table, ...) {
  columns <- list(...)
  names <- vapply(columns, function(column) column$name, "")
  read <- $read(file, table, names)
  cells <- lapply(columns, function(column) {
    x <- read[[column$name]]
    ruhu_column(if (is.null(x)) rep(NA, nrow(read)) else x, column)
  })
  read <- as.data.frame(setNames(cells, names), optional = TRUE, stringsAsFactors = FALSE)
  message(table, ": ", nrow(read), " rows, ", ncol(read), " columns")
  read
}

