#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# conform: -- --percentile=75
# topcode: means that a few very large amounts cannot carry off, by round and village (Miller does the sums).
#
# Amounts above a percentile of their round (the ceil(p n / 100)-th smallest) count as that percentile.
# Writes round,cluster,n,topcoded,mean. Options: --column=NAME (income), --percentile=P (90).
column=income
percentile=90
for word in "$@"; do
	case $word in
	--column=[a-z]*) column=${word#*=} ;;
	--percentile=[1-9] | --percentile=[1-9][0-9]) percentile=${word#*=} ;;
	*)
		echo "topcode: unknown option: $word" >&2
		exit 2
		;;
	esac
done
rows=$(mktemp) || exit 3
trap 'rm -f "$rows"' EXIT
cat >"$rows" || exit 3
[ -s "$rows" ] || { echo 'topcode: there is no table on stdin' >&2; exit 1; }

# Miller passes over columns that are not there, and says nothing of a disk that is full: so the
# header is looked at before, and the table written behind.
names=$(head -n 1 "$rows" | sed 's/^\xef\xbb\xbf//; s/\r$//' | tr ',' '\n' | tr -d '"')
for name in round cluster "$column"; do
	printf '%s\n' "$names" | grep -qxF -e "$name" || { echo "topcode: the column $name is missing" >&2; exit 1; }
done
table=$(mlr --icsv --ocsv -S put -q '
	if ($['"\"$column\""'] != "") {
		@amounts[$round][NR] = float($['"\"$column\""']);
		@villages[$round][$cluster][NR] = 1;
	}
	end {
		for (round, amounts in @amounts) {
			sorted = sort(get_values(amounts));
			limit = sorted[int(ceil('$percentile' * length(sorted) / 100))];
			for (cluster, people in @villages[round]) {
				n = 0; topcoded = 0; sum = 0.0;
				for (person, one in people) {
					n += 1;
					topcoded += amounts[person] > limit ? 1 : 0;
					sum += min(amounts[person], limit);
				}
				emit1 {"round": round, "cluster": cluster, "n": n, "topcoded": topcoded, "mean": fmtnum(sum / n, "%.10g")};
			}
		}
	}' "$rows") || exit 1
case $table in *'(error)'*)
	echo "topcode: $column holds what is no number" >&2
	exit 1
	;;
esac
[ -n "$table" ] || table=round,cluster,n,topcoded,mean
printf '%s\n' "$table" || exit 3
