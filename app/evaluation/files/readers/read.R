# Read the tables of this folder with their labels. Needs jsonlite; run it in the folder of the files.
#
#   source("read.R")
#   cells <- read_table("cells")                  # codes as factors with Danish labels
#   cells <- read_table("cells", labels = "en")   # ... English ones; labels = NULL keeps the codes
#   haven::read_dta("cells.dta")                  # the same from Stata's format; haven::na_tag(x) is "a" where not shown
#
# NA is not shown (disclosure control): neither zero nor unknown. The column `status` says why.

.package <- jsonlite::fromJSON("datapackage.json", simplifyVector = FALSE)

read_table <- function(name, labels = "da") {
  resource <- Filter(function(each) each$name == name, .package$resources)[[1]]
  fields <- resource$schema$fields
  classes <- vapply(fields, function(field) {
    c(string = "character", integer = "integer", number = "numeric")[[field$type]]
  }, "")
  names(classes) <- vapply(fields, function(field) field$name, "")
  frame <- utils::read.csv(
    resource$path, colClasses = classes, na.strings = character(), fileEncoding = "UTF-8", check.names = FALSE
  )
  for (field in fields) {
    column <- frame[[field$name]]
    if (!is.null(labels) && length(field$categories) > 0) {
      codes <- vapply(field$categories, function(each) each$value, "")
      key <- if (labels == "da") "label_da" else "label"
      words <- vapply(field$categories, function(each) each[[key]], "")
      doubled <- words %in% words[duplicated(words)]
      words[doubled] <- paste0(words[doubled], " (", codes[doubled], ")")
      column <- factor(column, levels = codes, labels = words)
    }
    attr(column, "label") <- if (identical(labels, "en")) field$title else field$title_da
    frame[[field$name]] <- column
  }
  frame
}
