"""Pull what is new: releases that were published since last time, and word of those that were recalled.

    python examples/vive/pull.py URL CLIENT_ID secret.pem FOLDER [--format csv dta ...]

Each release gets a folder of its name, with the codebooks, the reader scripts and the tables in the chosen formats. Run
it as often as you like: it fetches what is not here, goes on where a download broke off, and checks every file against
its SHA-256. Of a recalled release the files are deleted, and RECALLED.txt says why.
"""

import argparse
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import httpx
from api import Damaged, Platform, Recalled, read_key

FORMATS = ("csv", "csv.gz", "csv.zst", "jsonl", "parquet", "dta")
TIMEOUT = httpx.Timeout(10, read=60)


def pull(platform: Platform, folder: Path, formats: list[str]) -> None:
    """Everything since the cursor in the folder. The cursor moves on only once all of it is here."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / "cursor.txt"
    since = kept.read_text(encoding="utf-8") if kept.exists() else None
    new = 0
    for page, cursor in platform.releases(since):
        for release in page["items"]:
            new += 1
            into = folder / Path(release["name"]).name
            if release["status"] == "recalled":
                bury(release, into)
            else:
                fetch(platform, release, into, formats)
        kept.write_text(cursor, encoding="utf-8")
    if not new:
        print("Nothing new.")


def fetch(platform: Platform, release: dict[str, Any], into: Path, formats: list[str]) -> None:
    """One release."""
    try:
        manifest = platform.manifest(release["id"])
        into.mkdir(exist_ok=True)
        (into / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
        chosen = [file for file in manifest["files"] if is_wanted(file["name"], formats)]
        done = Counter(platform.download(release["id"], file, into / Path(file["name"]).name) for file in chosen)
    except Recalled as reason:
        bury({**release, "recall_reason": str(reason)}, into)
        return
    except Damaged as damaged:
        raise SystemExit(f"{release['name']}: {damaged}; it is fetched anew next time.") from None
    said = ", ".join(f"{times} {how}" for how, times in sorted(done.items()))
    print(f"{release['name']}: {len(chosen)} files, every checksum right ({said}).")


def bury(release: dict[str, Any], folder: Path) -> None:
    """Delete what is here of a recalled release, and leave a word."""
    # What a link leads to is not of the release: the link alone is deleted.
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    (folder / "RECALLED.txt").write_text(f"{release['recall_reason']}\n", encoding="utf-8")
    print(f"{release['name']}: recalled, and deleted here: {release['recall_reason']}")


def is_wanted(name: str, formats: list[str]) -> bool:
    """The tables in the chosen formats; and whatever is no table, besides the bundle, which has it all again."""
    if name == "bundle.zip":
        return False
    ending = name.partition(".")[2]
    return ending in formats or ending not in FORMATS


def main() -> None:
    """From the command line."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("url")
    ask.add_argument("client_id")
    ask.add_argument("key", type=Path)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--format", nargs="+", choices=FORMATS, default=["csv"])
    ask.add_argument("--kid", default="2026-01", help="the key's id, as it was registered")
    given = ask.parse_args()
    with httpx.Client(base_url=given.url, timeout=TIMEOUT) as http:
        try:
            pull(Platform(http, given.client_id, read_key(given.key), given.kid), given.folder, given.format)
        except httpx.TransportError as broken:
            raise SystemExit(
                f"{given.url} is not reached ({broken}); what has come is kept, and goes on next time."
            ) from None


if __name__ == "__main__":
    main()
