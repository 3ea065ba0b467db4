#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# conform: --filter -- --columns=trust1,trust2,trust3,trust4
"""straightline: flags people who gave the same answer to every question of a battery.

A row-wise filter: all columns pass through; a last column `straightlined` holds 1 or 0, and nothing
where fewer than `--least` questions (3) were answered.   --columns=NAME,NAME,...
"""
import csv
import sys

OPTIONS = {"columns": "", "least": "3"}
DESCRIBE = [
    ["kind", "name", "type", "required", "meaning_en", "meaning_id"],
    ["stage", "straightline", "filter", "yes", "Flag people who gave one answer to a whole battery.",
     "Menandai orang yang memberi jawaban sama untuk semua pertanyaan sejenis."],
    ["option", "columns", "text", "yes", "the questions, separated by commas",
     "pertanyaannya, dipisahkan koma"],
    ["option", "least", "integer", "no", "answers needed to judge (3)",
     "banyaknya jawaban agar dapat dinilai (3)"],
    ["makes_note", "COLUMNS OF THE INPUT,straightlined", "text", "yes",
     "how the header of the output comes about", "asal baris judul keluaran"],
]


def stop(status, reason):
    print("straightline: " + reason, file=sys.stderr)
    sys.exit(status)


def read_options(words):
    for word in words:
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not equals or name not in OPTIONS:
            stop(2, f"unknown option: {word}")
        OPTIONS[name] = value
    if not OPTIONS["columns"] or not OPTIONS["least"].isdigit():
        stop(2, "--columns=NAME,NAME,... and --least=NUMBER are wanted")


def flag(answers, least):
    given = [answer for answer in answers if answer != ""]
    if len(given) < max(least, 2):
        return ""
    return "1" if len(set(given)) == 1 else "0"


def main():
    # The contract is UTF-8 and LF whatever the locale says; a byte order mark is dropped.
    sys.stdin.reconfigure(encoding="utf-8-sig", newline="")
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if sys.argv[1:] == ["--describe"]:
        writer.writerows(DESCRIBE)
        return
    read_options(sys.argv[1:])
    rows = csv.reader(sys.stdin, strict=True)
    header = next(rows, None) or stop(1, "there is no table on stdin")
    missing = [name for name in OPTIONS["columns"].split(",") if name not in header]
    if missing:
        stop(1, "missing columns: " + ", ".join(missing))
    places = [header.index(name) for name in OPTIONS["columns"].split(",")]
    writer.writerow(header + ["straightlined"])
    for row in rows:
        if len(row) != len(header):
            stop(1, f"line {rows.line_num}: {len(row)} fields where the header has {len(header)}")
        writer.writerow(row + [flag([row[place] for place in places], int(OPTIONS["least"]))])


try:
    main()
    sys.stdout.flush()  # here, so that a full disk is an error with a status of the contract
except (OSError, UnicodeError, csv.Error) as error:
    sys.stdout = None
    stop(3 if isinstance(error, OSError) else 1, str(error))
