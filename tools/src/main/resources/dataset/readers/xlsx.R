ruhu_xlsx <- function(file, table, columns) {
  sheets <- readxl::excel_sheets(file)
  sheets <- sheets[sub(" [(][0-9]+[)]$", "", sheets) == table]
  parts <- lapply(sheets, function(sheet) {
    as.data.frame(readxl::read_excel(file, sheet, guess_max = 1048576, .name_repair = "minimal"))
  })
  do.call(rbind, parts)
}
