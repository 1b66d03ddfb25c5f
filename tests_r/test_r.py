"""R signs in, pulls, and reads every file with its labels, and says the same as Python."""

import csv
import json
import subprocess
import sys
from pathlib import Path

from tests.evaluation.client import SCRIPTS, Client

READING = """
suppressPackageStartupMessages(library(haven))
name <- commandArgs(TRUE)[1]
source("read.R")
csv <- read_table(name, labels = NULL)
da <- read_table(name)
dta <- read_dta(paste0(name, ".dta"))
same <- function(column) {
  labelled <- !is.null(attr(dta[[column]], "labels")) && !is.numeric(csv[[column]])
  read <- if (labelled) as.character(as_factor(dta[[column]])) else zap_labels(dta[[column]])
  told <- if (labelled) as.character(da[[column]]) else csv[[column]]
  isTRUE(all.equal(as.vector(read), as.vector(told), check.attributes = FALSE))
}
numbers <- names(csv)[vapply(csv, is.numeric, TRUE)]
cat(jsonlite::toJSON(list(
  rows = nrow(dta),
  same = all(vapply(names(csv), same, TRUE)),
  labels = vapply(dta, function(column) attr(column, "label"), ""),
  hidden = sum(vapply(numbers, function(column) sum(na_tag(dta[[column]]) == "a", na.rm = TRUE), 0L)),
  missing = sum(is.na(csv[numbers]))
), auto_unbox = TRUE))
"""


def test_the_script_in_r_prints_what_the_one_in_python_prints(client: Client, sandbox: Path, tmp_path: Path) -> None:
    pull = ("Rscript", SCRIPTS / "pull.R", client.url, client.client_id, client.key, tmp_path / "r")
    said = client.run(*pull)
    assert "every checksum right" in said
    python = client.run(sys.executable, SCRIPTS / "show.py", sandbox, "--language", "da").splitlines()
    totals = [line.split()[-3:] for line in python if line.startswith(("Identificeret", "Fulgt op"))]
    assert len(totals) == 3
    assert all(f" {total} +- {deviation}" in said for total, _, deviation in totals)
    changes = [line.split()[-4:] for line in python if "Voldsudsat" in line]
    assert len(changes) > 3
    assert all(f"{change} {low} ... {high}" in " ".join(said.split()) for change, low, _, high in changes)
    assert client.run(*pull) == "Nothing new.\n"


def test_a_download_that_broke_off_goes_on_in_r(client: Client, sandbox: Path, tmp_path: Path) -> None:
    half = tmp_path / "sandbox/cells.dta.part"
    half.parent.mkdir()
    whole = (sandbox / "cells.dta").read_bytes()
    half.write_bytes(whole[: len(whole) // 2])
    said = client.run("Rscript", SCRIPTS / "pull.R", client.url, client.client_id, client.key, tmp_path)
    assert "1 resumed" in said
    assert half.with_name("cells.dta").read_bytes() == whole


def test_r_reads_every_file_with_labels_and_knows_what_is_not_shown(sandbox: Path) -> None:
    package = json.loads((sandbox / "datapackage.json").read_text())
    names = [each["name"] for each in package["resources"]]
    assert names == ["cells", "means", "moments", "cost", "codes"]
    for resource in package["resources"]:
        name = resource["name"]
        said = subprocess.run(
            ["Rscript", "-e", READING, name], cwd=sandbox, capture_output=True, text=True, check=False
        )
        assert said.returncode == 0, said.stderr
        read = json.loads(said.stdout)
        with (sandbox / f"{name}.csv").open(newline="") as file:
            rows = sum(1 for _ in csv.reader(file)) - 1
        assert (read["rows"], read["same"]) == (rows, True)
        assert read["hidden"] == read["missing"]
        assert read["labels"] == [each["title_da"] for each in resource["schema"]["fields"]]
