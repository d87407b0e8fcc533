#!/bin/sh
# An import of many small cards, killed on the way, that has to add up to the last one.
#
#   [FINGERS=2,7] [RATE=10] bench/import-under-kills.sh FOLDER [CARDS] [KILLS]
#
# Makes CARDS (1,000) cards of as many fictional people in FOLDER/cards, unless they are there, by
# two processes, about 65 ms of a core a finger; imports them into a new installation in
# FOLDER/data; kills the program (SIGKILL) KILLS (5) times, each time after a random share of what
# an even course would take at RATE cards a second; runs it again until it ends by itself; and then
# once more. Says cards a second over all runs, starts included, and fails (exit code 1) unless
#
# - the last report counts every card once: enrolled in that run or before, or refused;
# - one more run enrols nothing and refuses the same;
# - the database has as many encounters as cards were enrolled, so that none is there twice.
#
# FINGERS are those that each card has. Few fingers are made and extracted fast and searched slowly:
# the fewer there are, the more rows a search compares (docs/search.md).
#
# FOLDER needs 17 kB a finger for the cards, and twice that for database and galleries.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:?usage: bench/import-under-kills.sh FOLDER [CARDS] [KILLS]}
cards=${2:-1000}
kills=${3:-5}
fingers=${FINGERS:-2,7}
# Decides when kills fall, and nothing else.
rate=${RATE:-10}

mkdir -p "$folder"
"$root/ridgeline" --version >"$folder/version" 2>/dev/null

make() { # make FIRST PEOPLE: a part of the cards, a folder of 1,000 each
  at=$1
  end=$(($1 + $2))
  while [ "$at" -lt "$end" ]; do
    most=$((end - at))
    if [ "$most" -gt 1000 ]; then most=1000; fi
    part="$folder/cards/$at"
    if [ ! -f "$part/.done-$most" ]; then
      "$root/ridgeline" synth cards --people "$most" --first "$at" --seed 18 --fingers "$fingers" \
        --content ten_rolled --compress wsq20 --out "$part" >/dev/null
      touch "$part/.done-$most"
    fi
    at=$((at + most))
  done
}

half=$((cards / 2))
make 0 "$half" &
make "$half" $((cards - half))
wait

if [ -e "$folder/data" ]; then
  echo "import-under-kills: $folder/data is there: remove it, or give another folder" >&2
  exit 2
fi

import() { # import REPORT: in the place of this shell, so that its id is the program's
  exec "$root/ridgeline" repository import --name criminal --data "$folder/data" \
    --errors "$folder/errors.jsonl" --report "$1" --json "$folder/cards"
}

random() { # random MOST: 1..MOST
  echo $(($(od -An -N4 -tu4 /dev/urandom) % $1 + 1))
}

number() { # number NAME FILE
  sed -n "s/.*\"$1\":\([0-9][0-9]*\).*/\1/p" "$2"
}

began=$(date +%s)
killed=0
while [ "$killed" -lt "$kills" ]; do
  (import "$folder/killed.json") >>"$folder/runs.log" 2>&1 &
  program=$!
  after=$((8 + $(random $((cards / rate / kills + 1)))))
  sleep "$after"
  if ! kill -9 "$program" 2>/dev/null; then
    wait "$program" || true
    echo "import-under-kills: ended by itself before kill $((killed + 1)) of $kills" >&2
    break
  fi
  wait "$program" 2>/dev/null || true
  killed=$((killed + 1))
  echo "killed $killed after $after s" >&2
done
code=0
(import "$folder/report.json") >>"$folder/runs.log" 2>&1 || code=$?
seconds=$(($(date +%s) - began))
again=0
(import "$folder/again.json") >>"$folder/runs.log" 2>&1 || again=$?

report="$folder/report.json"
enrolled=$(($(number newPersons "$report") + $(number knownPersons "$report") \
  + $(number before "$report")))
refused=$(number refused "$report")
standing=$("$root/ridgeline" repository export list --data "$folder/data" --json 2>/dev/null)
encounters=$(echo "$standing" \
  | sed -n 's/.*"repository":"criminal","persons":[0-9]*,"encounters":\([0-9]*\).*/\1/p')

echo "cards $cards killed $killed seconds $seconds enrolled $enrolled refused $refused" \
  "encounters $encounters exit $code $again"
awk "BEGIN { printf \"%.1f cards a second, all starts included\n\", $cards / $seconds }"

[ "$(number files "$report")" -eq "$cards" ]
[ $((enrolled + refused)) -eq "$cards" ]
[ "$(number unreadable "$report")" -eq 0 ]
[ "$(number before "$folder/again.json")" -eq "$enrolled" ]
[ "$(number refused "$folder/again.json")" -eq "$refused" ]
[ $(($(number newPersons "$folder/again.json") + $(number knownPersons "$folder/again.json"))) -eq 0 ]
[ "$encounters" -eq "$enrolled" ]
echo "adds up"
