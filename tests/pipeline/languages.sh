#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every sentence in the sources is there in English and in Bahasa Indonesia: both halves of SAY() and
# of a `struct text` are filled, differ, and take the same arguments.

# findings FILE...: what is wrong, one a line; the last line counts the pairs looked at
findings() {
	awk '
		# a pair: the two halves, and the line where they stand
		function judge(en, id, at) {
			pairs++
			if (en == "" && id == "") return	# nothing is to be said
			if (en == "" || id == "") print at ": one half is empty: \"" en id "\""
			else if (en == id && words(en) ~ /[A-Za-z]+ +[A-Za-z]/) print at ": the same in both languages: \"" en "\""
			else if (conversions(en) != conversions(id)) print at ": other arguments: \"" en "\" and \"" id "\""
		}
		function conversions(text, list) {
			while (match(text, /%[-+#0-9.*]*[hlzjt]*[a-zA-Z%]/)) {
				list = list substr(text, RSTART, RLENGTH)
				text = substr(text, RSTART + RLENGTH)
			}
			return list
		}
		function words(text) {
			gsub(/%[-+#0-9.*]*[hlzjt]*[a-zA-Z%]/, "", text)
			return text
		}
		# the string literals at the front of `rest`, joined, into `half`; false if there are none
		function literals(found) {
			half = ""
			found = 0
			while (match(rest, /^[ \t\n]*"([^"\\]|\\.)*"/)) {
				piece = substr(rest, RSTART, RLENGTH)
				rest = substr(rest, RLENGTH + 1)
				sub(/^[ \t\n]*"/, "", piece)
				sub(/"$/, "", piece)
				half = half piece
				found = 1
			}
			return found
		}
		# looks for pairs behind `opening`, closed by `closing`
		function look(text, opening, closing, at, first) {
			rest = text
			at = 1
			while (match(rest, opening)) {
				before = substr(rest, 1, RSTART + RLENGTH - 1)
				at += gsub(/\n/, "", before)
				rest = substr(rest, RSTART + RLENGTH)
				kept = rest
				if (literals()) {
					first = half
					if (sub(/^[ \t\n]*,/, "", rest) && literals() && rest ~ ("^[ \t\n]*,?[ \t\n]*" closing))
						judge(first, half, file ":" at)
				}
				rest = kept
			}
		}
		function finish() {
			if (file == "") return
			gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, "", text)	# comments; their lines are lost
			look(text, "SAY\\(", "\\)")
			look(text, "\\{", "\\}")
		}
		FNR == 1 { finish(); file = FILENAME; text = "" }
		{ text = text $0 "\n" }
		END { finish(); print pairs + 0 }' "$@"
}

# result NUMBER NAME: TAP from the status of the command before it
result() {
	worked=$?
	if [ $worked = 0 ]; then echo "ok $1 - $2"; else
		echo "not ok $1 - $2"
		sed 's/^/# /' "$SCRATCH/said"
	fi
}

cat >"$SCRATCH/sample.c" <<'SAMPLE'
warn(NULL, SAY("no %d", "tidak %d"), 1);
warn(NULL, SAY("same words", "same "
	"words"), 1);
static const struct text texts[] = { { "a", "" }, { "1", "1" },
	{ "%d of %s", "%s dari %d" }, };
SAMPLE
cat >"$SCRATCH/wanted" <<WANTED
$SCRATCH/sample.c:2: the same in both languages: "same words"
$SCRATCH/sample.c:4: one half is empty: "a"
$SCRATCH/sample.c:5: other arguments: "%d of %s" and "%s dari %d"
5
WANTED
findings "$SCRATCH/sample.c" | diff "$SCRATCH/wanted" - >"$SCRATCH/said"
result 1 "sentences without a second language are found"

findings pipeline/*.c pipeline/*/*.[ch] stages/*.c >"$SCRATCH/said"
[ "$(wc -l <"$SCRATCH/said")" = 1 ] && [ "$(cat "$SCRATCH/said")" -gt 300 ]
result 2 "every sentence is there in English and in Bahasa Indonesia"
