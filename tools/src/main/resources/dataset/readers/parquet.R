ruhu_parquet <- function(file, table, columns) as.data.frame(arrow::read_parquet(file))
