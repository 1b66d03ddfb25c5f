# Pull what is new, check it, read it with labels, and print the flow and the change in WHO-5. In R, with
# httr2, haven, openssl and jsonlite.
#
#   Rscript examples/vive/pull.R URL CLIENT_ID secret.pem FOLDER
#
# It does what pull.py and show.py do, for releases in Stata's format, which haven reads with labels; NA(a) is not shown
# (disclosure control): neither zero nor unknown.

library(httr2)

options(width = 200) # tables in one piece
given <- commandArgs(trailingOnly = TRUE)
if (length(given) != 4) stop("Rscript pull.R URL CLIENT_ID secret.pem FOLDER")
url <- sub("/$", "", given[1]); client_id <- given[2]; key <- openssl::read_key(given[3]); folder <- given[4]
kid <- Sys.getenv("VIVE_KID", "2026-01")

# --- signing in (private_key_jwt, RFC 7523) --------------------------------------------------------------------

b64 <- function(bytes) chartr("+/", "-_", gsub("[=\n]", "", openssl::base64_encode(bytes)))
json <- function(list) charToRaw(as.character(jsonlite::toJSON(list, auto_unbox = TRUE, digits = NA)))

assertion <- function() {
  now <- as.integer(Sys.time())
  header <- list(alg = "ES256", typ = "JWT", kid = kid)
  id <- paste(as.character(openssl::rand_bytes(16)), collapse = "")
  claims <- list(iss = client_id, sub = client_id, aud = url, iat = now, exp = now + 60L, jti = id)
  signed <- paste(b64(json(header)), b64(json(claims)), sep = ".")
  # The signature as two numbers of 32 bytes, which JOSE wants in place of DER.
  numbers <- openssl::ecdsa_parse(openssl::signature_create(charToRaw(signed), openssl::sha256, key))
  fixed <- function(number) {
    bytes <- as.raw(number)
    bytes <- bytes[cumsum(as.integer(bytes)) > 0]
    c(raw(32 - length(bytes)), bytes)
  }
  paste(signed, b64(c(fixed(numbers$r), fixed(numbers$s))), sep = ".")
}

token <- local({
  kept <- NULL
  until <- 0
  function() {
    if (as.numeric(Sys.time()) > until) {
      answer <- request(url) |>
        req_url_path("/oauth/token") |>
        req_body_form(
          grant_type = "client_credentials",
          client_assertion_type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
          client_assertion = assertion()
        ) |>
        perform() |>
        resp_body_json()
      kept <<- answer$access_token
      until <<- as.numeric(Sys.time()) + answer$expires_in - 60
    }
    kept
  }
})

ask <- function(path, ...) {
  request(url) |> req_url_path(path) |> req_url_query(...) |> req_auth_bearer_token(token()) |>
    req_headers(Accept = "*/*", `Accept-Encoding` = "identity")
}

# --- files ---------------------------------------------------------------------------------------------------------

sha256 <- function(path) {
  con <- file(path, "rb")
  on.exit(close(con))
  paste(as.character(openssl::sha256(con)), collapse = "")
}

# Again where the connection failed; what the server refuses, it would refuse again.
perform <- function(wanted) {
  for (attempt in 1:5) {
    answer <- tryCatch(req_perform(wanted), error = identity)
    if (!inherits(answer, "error")) return(answer)
    if (inherits(answer, "httr2_http")) break
    Sys.sleep(attempt / 5)
  }
  stop(answer)
}

# Piece by piece, so that what broke off is not lost: the next piece, if the file still is the one of which we have the
# beginning; else all of it.
piece <- 2^18

download <- function(release, file, into) {
  if (file.exists(into) && sha256(into) == file$sha256) return("kept")
  part <- paste0(into, ".part")
  begun <- file.exists(part)
  have <- if (begun) file.size(part) else 0
  while (have < file$size_bytes) {
    answer <- ask(paste0("/v1/evaluator/releases/", release, "/files/", file$name)) |>
      req_headers(
        Range = sprintf("bytes=%.0f-%.0f", have, have + piece - 1), `If-Range` = sprintf('"sha256-%s"', file$sha256)
      ) |>
      perform()
    con <- file(part, if (resp_status(answer) == 206) "ab" else "wb")
    writeBin(resp_body_raw(answer), con)
    close(con)
    have <- file.size(part)
  }
  if (sha256(part) != file$sha256) {
    unlink(part)
    stop(file$name, " did not arrive as it was published")
  }
  file.rename(part, into)
  if (begun) "resumed" else "fetched"
}

bury <- function(release, into, reason) {
  unlink(into, recursive = TRUE)
  dir.create(into)
  writeLines(reason, file.path(into, "RECALLED.txt"))
  cat(release$name, ": recalled, and deleted here: ", reason, "\n", sep = "")
  character()
}

fetch <- function(release, into) {
  manifest <- ask(paste0("/v1/evaluator/releases/", release$id)) |> perform() |> resp_body_json()
  dir.create(into, showWarnings = FALSE)
  chosen <- Filter(function(file) grepl("\\.(dta|json|xml|html|R)$|^SHA256SUMS$", file$name), manifest$files)
  done <- vapply(chosen, function(file) download(release$id, file, file.path(into, basename(file$name))), "")
  counted <- table(done)
  cat(release$name, ": ", length(done), " files, every checksum right (",
      paste(counted, names(counted), collapse = ", "), ").\n", sep = "")
  into
}

pull <- function() {
  dir.create(folder, showWarnings = FALSE, recursive = TRUE)
  kept <- file.path(folder, "cursor.txt")
  since <- if (file.exists(kept)) readLines(kept, warn = FALSE) else NULL
  new <- list()
  repeat {
    page <- ask("/v1/evaluator/releases", since = since) |> perform() |> resp_body_json()
    for (release in page$items) {
      into <- file.path(folder, basename(release$name))
      new[[release$name]] <- if (release$status == "recalled") {
        bury(release, into, release$recall_reason)
      } else {
        # It may be recalled in between.
        tryCatch(fetch(release, into), httr2_http_410 = function(gone) {
          bury(release, into, resp_body_json(gone$resp)$reason)
        })
      }
    }
    # Only once all of it is here.
    since <- page$cursor
    writeLines(since, kept)
    if (!page$more) break
  }
  if (length(new) == 0) cat("Nothing new.\n")
  unlist(new)
}

# --- reading ---------------------------------------------------------------------------------------------------------

words <- function(column) as.character(haven::as_factor(column))
dash <- function(value) ifelse(is.na(value), "-", sprintf("%d", value))

show <- function(into) {
  package <- jsonlite::fromJSON(file.path(into, "datapackage.json"), simplifyVector = FALSE)
  noise <- package$disclosure_control$noise
  # Small counts have more of it.
  deviation <- function(n) {
    ifelse(n < noise$near_zero_below, noise$standard_deviation_near_zero, noise$standard_deviation)
  }
  finer <- package$disclosure_control$thresholds$finer_rounding_from
  codes <- haven::read_dta(file.path(into, "codes.dta"))
  number <- function(table, column, code) {
    codes$number[codes$table_name == table & codes$column_name == column & codes$code == code]
  }
  coded <- function(frame, table, column, code) as.numeric(frame[[column]]) == number(table, column, code)

  cells <- haven::read_dta(file.path(into, "cells.dta"))
  flow <- cells[coded(cells, "cells", "table", "flow_quarter") & coded(cells, "cells", "period_type", "quarter") &
                  coded(cells, "cells", "place_level", "programme"), ]
  for (programme in unique(flow$place_code)) {
    here <- flow[flow$place_code == programme, ]
    measures <- unique(words(here$measure[order(as.numeric(here$measure))]))
    rows <- lapply(measures, function(measure) {
      of <- here[words(here$measure) == measure, ]
      n <- as.integer(of$n[order(of$period)])
      known <- n[!is.na(n)]
      # Where no quarter is shown there is no sum: that is not nobody.
      total <- if (length(known)) sprintf("%d +- %.1f", sum(known), sqrt(sum(deviation(known)^2))) else "-"
      c(dash(n), total)
    })
    table <- do.call(rbind, rows)
    dimnames(table) <- list(measures, c(sort(unique(here$period)), "I alt"))
    cat("\n", codes$label_da[codes$column_name == "place_code" & codes$code == programme][1], "\n", sep = "")
    print(noquote(table), right = TRUE)
  }

  means <- haven::read_dta(file.path(into, "means.dta"))
  who5 <- means[coded(means, "means", "table", "outcome_place") & coded(means, "means", "measure", "who5") &
                  coded(means, "means", "status", "published"), ]
  who5 <- who5[order(!coded(who5, "means", "place_level", "programme"), who5$place_code), ]
  place <- codes[codes$table_name == "means" & codes$column_name == "place_code", ]
  n <- as.numeric(who5$n); change <- as.numeric(who5$change); sd <- as.numeric(who5$sd)
  # Rounded to half a point from so many persons on, else to one: a rounding error has the variance unit^2 / 12.
  half <- 1.96 * sqrt(sd^2 / n + ifelse(n >= finer, 0.5, 1)^2 / 12)
  table <- cbind(
    sprintf("%.0f +- %.1f", n, deviation(n)), sprintf("%.1f", who5$start), sprintf("%.1f", who5$end), sprintf("%+.1f", change),
    sprintf("%+.1f ... %+.1f", change - half, change + half)
  )
  at <- paste(place$label_da[match(who5$place_code, place$code)], who5$period, words(who5$track), sep = ", ")
  dimnames(table) <- list(at, c("n (+- st\u00f8j)", "Start", "Slut", "\u00c6ndring", "95 %-interval"))
  cat("\nWHO-5 fra start til slut af et forl\u00f8b (0-100)\n")
  print(noquote(table), right = TRUE)
}

for (into in pull()) show(into)
