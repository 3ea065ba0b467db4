#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The driver on studies whose steps are small scripts: reruns, failures, publication, hostile plans; prints TAP.

. "$(dirname -- "$0")/../tap.sh"

export LOG="$SCRATCH/log" GATE="$SCRATCH/gate"
cd "$SCRATCH" || exit 3

# berdaya_says STATUS WORD...: runs berdaya, its words in `said`; true if it ends with STATUS
berdaya_says() {
	wanted=$1
	shift
	"$berdaya" "$@" >said 2>&1 </dev/null
	status=$?
	[ $status = "$wanted" ] || why "ended with $status, not $wanted"
}

run() {
	wanted=$1
	shift
	: >"$LOG"
	berdaya_says "$wanted" run study --allow-programs "$@"
}

said() {
	grep -q -e "$1" said || why "does not say: $1"
}

# ran STEP...: exactly these steps ran, in any order
ran() {
	got=$(LC_ALL=C sort "$LOG" | tr '\n' ' ')
	expected=$(for step in "$@"; do echo "$step"; done | LC_ALL=C sort | tr '\n' ' ')
	[ "$got" = "$expected" ] || why "ran: $got, not: $expected"
}

# state FOLDER: one hash of all names, modes and bytes below it
state() {
	(cd "$1" && find . -printf '%p %m\n' | LC_ALL=C sort && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2) |
		sha256sum
}

# script STEP BODY: the program study/bin/STEP, which first writes down that it ran
script() {
	printf '#!/bin/sh\necho %s >>"$LOG"\n%s\n' "$1" "$2" >"study/bin/$1"
	chmod +x "study/bin/$1"
}

# plan ROW...: pipeline.csv without the default chain and with these rows
plan() {
	echo 'step,reads,stage,options,publish'
	echo '*,,-,,'
	for row in "$@"; do
		echo "$row"
	done
}

# A chain of four: rows, then two that read it, then one that reads both.
fresh_study() {
	chmod -R u+rwX study results 2>/dev/null
	rm -rf study results
	"$berdaya" new study >/dev/null && mkdir study/bin || exit 3
	plan 'people,,bin/people,,' 'villages,people,bin/villages,,yes' 'sexes,people,bin/sexes,,yes' \
		'both,villages sexes,bin/both,,yes' >study/pipeline.csv
	script people 'cut -d, -f1-3 data/round0.csv'
	script villages 'awk -F, "NR == 1 { print \"desa,n\"; next } \$2 != seen { if (n) print seen \",\" n; seen = \$2; n = 0 } { n++ } END { print seen \",\" n }"'
	script sexes 'echo jk,n; awk -F, "NR > 1 && \$3 == \"p\"" | wc -l | sed "s/^ */p,/"'
	script both 'cat; sed 1d "${2#sexes=}"'
}

may_mount() {
	[ "$(id -u)" = 0 ] && mkdir -p mounted && mount -t tmpfs -o size=64k none mounted 2>/dev/null && umount mounted
}

# ---- a run, and another -----------------------------------------------------------------------------------
fresh_study
run 0 && ran people villages sexes both && said 'results/study' && [ -f results/study/tables/both.csv ]
result "runs every step and publishes"

[ "$(cat results/study/tables/both.csv)" = "$(printf 'desa,n\ndesa_a,6\ndesa_b,6\ndesa_c,6\ndesa_d,6\np,12')" ] ||
	why "$(cat results/study/tables/both.csv)"
result "the first table comes on stdin, the other as --with"

find results/study -type f ! -name manifest.csv -printf '%P\n' | LC_ALL=C sort >files
awk -F, '$1 == "document" || $1 == "table" || $1 == "chart" { print $4 "  " $3 }' results/study/manifest.csv >sums
{
	cut -d' ' -f3 sums
	sed -n 's/^private,[a-z_]*,\([^,]*\),,,$/\1/p' results/study/manifest.csv
} | LC_ALL=C sort | cmp -s - files && (cd results/study && sha256sum --quiet -c ../../sums) &&
	grep -q "^data,data/round0.csv,data/round0.csv,$(sha256sum <study/data/round0.csv | cut -d' ' -f1),24," \
		results/study/manifest.csv && ! grep -q "$SCRATCH" results/study/manifest.csv
result "the manifest lists every published file with its SHA-256, private ones by name alone, and no place of this machine"

awk -F, '$2 == "output" { print $4 "  " $3 }' results/study/private/stamps.csv | sort >sums
(cd results/study/private && sha256sum -- *.csv | grep -v ' stamps.csv$' | sort) >files
[ -s files ] && [ -z "$(comm -13 sums files)" ]
result "of private tables the stamps beside them have the SHA-256"

[ "$(stat -c %a results/study/private)" = 700 ] && [ "$(stat -c %a results/.study.work)" = 700 ]
result "private/ and the work area are closed to others"

before=$(stat -c '%i %Y' results/study/manifest.csv)
run 0 && ran && said 'Nothing to do' && [ "$before" = "$(stat -c '%i %Y' results/study/manifest.csv)" ]
result "a rerun does nothing and leaves the result as it is"

run 0 --from sexes && ran sexes both
result "--from runs a step and what follows, no other"

script villages 'sort | cut -d, -f2 | uniq -c | awk "BEGIN { print \"desa,n\" } \$2 != \"desa\" { print \$2 \",\" \$1 }"'
run 0 && ran villages
result "a changed program runs again; the same output stops the wave"

sed -i '2s/ya/tidak/;2s/tidak$/ya/' study/data/round0.csv
run 0 && ran people
result "changed data of which nothing is used stop at the first step"

sed -i '$d' study/data/round0.csv
run 0 && ran people villages sexes both && said 'Results'
result "changed data run all that follows"

echo 'x,y' >>results/.study.work/villages.csv
run 0 && ran villages
result "a cached table that was edited is made anew"

echo edited >>results/study/tables/both.csv
run 0 && ! grep -q edited results/study/tables/both.csv && rm results/study/tables/both.csv && run 0 &&
	[ -f results/study/tables/both.csv ]
result "a published table that was edited or removed is published anew"

sed -i 's#bin/sexes,,#bin/sexes,--x,#' study/pipeline.csv
berdaya_says 0 plan study && said '^# sexes: its options changed' && said '^# villages: unchanged'
result "plan names the first thing that changed"

fresh_study
run 0 && state results/study >first
(
	mkdir -p elsewhere && cd elsewhere && umask 027 &&
		LC_ALL=C LANG=id_ID.UTF-8 TZ=Asia/Jakarta BERDAYA_LANG=id HOME=/nonexistent \
			"$berdaya" run ../study --allow-programs --jobs 7 >/dev/null 2>&1
)
diff -r results/study elsewhere/results/study >said
result "another folder, locale, time zone, language, umask, number of jobs: the same bytes"
rm -rf elsewhere

cp -R results/study kept
rm -rf results
"$berdaya" plan study >typed && sh -e typed && for table in people villages sexes both; do
	cmp "results/.study.work/$table.csv" "$(find kept -name $table.csv)" || exit 1
done >said 2>&1
result "the lines of plan, typed into a shell, make the same tables"
rm -rf kept

# ---- failures ---------------------------------------------------------------------------------------------
fresh_study
run 0
state results/study >earlier
intact() {
	state results/study | cmp -s - earlier || why "the earlier result changed"
	[ -z "$(find results -name '*.partial' -o -name '.study.next' -o -name '.study.previous')" ] ||
		why "left behind: $(find results)"
}

script villages 'echo desa,n; kill -9 $$'
run 3 && said 'step villages (bin/villages)' && said 'SIGKILL' && said 'not run to the end because of it:.* both' &&
	said 'earlier result stands' && intact
result "a stage killed in mid-run: culprit named, the earlier result intact"

cp study/pipeline.csv kept.csv
for number in 1 2 3 4 5 6 7 8 9; do echo "more$number,both,bin/both,,"; done >>study/pipeline.csv
run 3 && said ' it:\( [a-z1-9]*\)\{6\} and [45] more (of 13 steps)$' &&
	BERDAYA_LANG=id run 3 && said ' selesai:\( [a-z1-9]*\)\{6\} dan [45] lagi (dari 13 langkah)$'
result "of many steps that did not run the first are named and the others counted"
mv kept.csv study/pipeline.csv

script villages 'echo "villages: refused" >&2; exit 1'
run 1 && said '^villages: refused$' && said 'data refused' && intact
result "a stage that refuses the data: its words are passed on, exit 1"

script villages 'exit 2'
run 2 && intact
result "a stage that is misused: exit 2"

script villages 'echo desa; exit 5'
run 3 && said 'ended with status 5' && intact
result "any other status: exit 3"

script villages 'exec 2>/dev/null; printf "desa,n\ndesa_a"'
run 3 && said 'empty or cut off' && intact && script villages ':' && run 3 && said 'empty or cut off' && intact
result "a table that is empty or cut off counts as a failure though the status is 0"

printf '#!/no/such/interpreter\n' >study/bin/villages
run 3 && said 'cannot be started' && intact
result "a program that cannot be started is named"

script villages 'printf "red \033[31m bell \007 c1 \302\233\n" >&2; exit 1'
run 1 && said 'red \\x1B\[31m bell \\x07 c1 \\xC2\\x9B' && ! grep -q "$(printf '\033')" said
result "control characters in messages are shown, not obeyed"

script villages 'sleep 0.3; exit 1'
script sexes 'trap "echo ended >>\"$LOG\"; exit 1" TERM; sleep 60 & wait'
began=$(date +%s)
run 1 && [ $(($(date +%s) - began)) -lt 10 ] && grep -q ended "$LOG" && said 'not run to the end because of it:.* sexes'
result "what runs beside a failing step is ended and waited for"

# a signal to the driver ends its children
script sexes 'echo $$ >"$GATE"; sleep 60'
stopped_by() {
	script villages 'cat'
	rm -f "$GATE"
	: >"$LOG"
	"$berdaya" run study --allow-programs >said 2>&1 </dev/null &
	driver=$!
	tries=0
	while [ ! -s "$GATE" ] && [ $tries -lt 100 ]; do sleep 0.05; tries=$((tries + 1)); done
	kill "-$1" $driver
	wait $driver
	status=$?
	sleep 0.2
	[ $status -gt 128 ] || why "ended with $status"
	! grep -q '^State:.*[RSDT] (' "/proc/$(cat "$GATE")/status" 2>/dev/null || why "a child outlived the driver"
}
stopped_by TERM && said 'stopped; nothing was published' && intact
result "SIGTERM ends the driver and its children, the earlier result intact"
stopped_by KILL && state results/study | cmp -s - earlier
result "SIGKILL ends the children too, the earlier result intact"
fresh_study
run 0 && state results/study >earlier && intact
result "a run after a killed one is as any other"

# killed at any moment, the folder holds the old result or the new one
sed -i '$d' study/data/round0.csv
cp -R results before && run 0 && state results/study >later && rm -rf results && cp -R before results
bad=
for point in 0 1 2 3 4 5 6 7 8 9 10 12 14 16 20 25 30 40 60 100; do
	"$berdaya" run study --allow-programs >/dev/null 2>&1 </dev/null &
	driver=$!
	sleep "$(printf '0.%03d' $point)"
	kill -9 $driver 2>/dev/null
	wait $driver 2>/dev/null
	[ -d results/study ] && {
		state results/study | cmp -s - earlier || state results/study | cmp -s - later
	} || bad="$bad $point"
	sleep 0.02
	rm -rf results && cp -R before results
done
[ -z "$bad" ] || why "half a result after (ms):$bad"
result "killed at 20 moments: the old result or the new one, never between"
rm -rf before

mv results/study results/.study.previous && mkdir results/.study.next && echo x >results/.study.next/half
mkdir results/.study.work/goals.chart && echo x >results/.study.work/goals.chart/half && echo x >results/.study.work/scores.csv.partial
run 0 && [ -z "$(find results -name half -o -name '*.partial' -o -name '*.chart')" ] && said 'Results' && intact_names=$(ls -A results | tr '\n' ' ') && [ "$intact_names" = ".study.work study " ] &&
	state results/study | cmp -s - later
result "a run recovers a result that was put aside when the last one died"
mv results/study results/.study.previous
run 0 && [ -f results/study/manifest.csv ] && [ ! -e results/.study.previous ]
result "and says so that it is there"

# ---- places that cannot be written ---------------------------------------------------------------------------
fresh_study
script people 'head -c 200000 /dev/zero | tr "\0" x | fold -w 60 | sed "1i a" || exit 3'
script villages 'cat'
script sexes 'cat'
script both 'cat'
if may_mount; then
	mount -t tmpfs -o size=64k none mounted && mkdir mounted/study && rmdir mounted/study
	run 3 --output mounted/study && said 'people' && [ ! -e mounted/study ] && [ ! -e mounted/.study.next ]
	result "a full disk: the step is named, nothing is published"
	umount mounted
	mount -t tmpfs -o size=64k,ro none mounted
	run 3 --output mounted/study && said 'mounted' && ran
	result "a read-only output: said before anything runs"
	umount mounted
	mount -t tmpfs -o size=1m none mounted
	fresh_study
	run 0 --output mounted/study && state mounted/study >earlier
	sed -i '$d' study/data/round0.csv
	mount -o remount,ro mounted
	run 3 --output mounted/study && state mounted/study | cmp -s - earlier
	result "an output turned read-only: the earlier result intact"
	umount mounted
else
	skip "a full disk: the step is named, nothing is published" "only root may mount a small disk"
	mkdir -p mounted && chmod 555 mounted
	run 3 --output mounted/study && said 'mounted' && ran
	result "a read-only output: said before anything runs"
	chmod 755 mounted
	fresh_study
	run 0 --output mounted/study && state mounted/study >earlier
	sed -i '$d' study/data/round0.csv
	chmod 555 mounted
	run 3 --output mounted/study && state mounted/study | cmp -s - earlier
	result "an output turned read-only: the earlier result intact"
	chmod 755 mounted
fi
fresh_study
script villages 'exec 2>/dev/null; cat >/dev/full || exit 3'
run 3 && said 'step villages' && [ ! -e results/study ]
result "a stage that cannot write ends the run"

# ---- two runs, foreign folders ---------------------------------------------------------------------------------
fresh_study
script people 'for try in $(seq 200); do [ -e "$GATE" ] && break; sleep 0.05; done; cat data/round0.csv'
rm -f "$GATE"
"$berdaya" run study --allow-programs >first 2>&1 </dev/null &
driver=$!
tries=0
while [ ! -e results/.study.work/people.csv.partial ] && [ $tries -lt 100 ]; do sleep 0.05; tries=$((tries + 1)); done
berdaya_says 3 run study --allow-programs && said 'results/.study.work' && said 'another run'
result "a second run in the same folder is refused and the folder named"
touch "$GATE"
wait $driver && [ -f results/study/manifest.csv ]
result "the first of two runs is not disturbed"

fresh_study
mkdir -p results/study && echo mine >results/study/thesis.txt
run 2 && said 'not made by berdaya' && [ "$(cat results/study/thesis.txt)" = mine ] && [ ! -e results/.study.work ]
result "a folder that berdaya did not make is refused and left alone"
rm -rf results
run 0 && echo mine >results/study/tables/notes.txt && sed -i '$d' study/data/round0.csv &&
	run 2 && said 'results/study/tables/notes.txt' && ran && [ -f results/study/tables/notes.txt ]
result "a foreign file among the results is never lost"
rm -rf results
mkdir results && ln -s "$SCRATCH/study" results/study
run 2 && said 'not a folder' && [ -f study/study.csv ]
result "a link as output is refused"
rm -rf results
for place in . .. / study; do
	berdaya_says 2 run study --allow-programs --output $place || break
done && [ -f study/study.csv ]
result "outputs that cannot be replaced are refused: . .. / and the study itself"

# ---- hostile plans -----------------------------------------------------------------------------------------------
fresh_study
script words 'for word in "$@"; do printf "%s\n" "$word"; done'
plan "words,,bin/words,\"\$(touch PWNED) \`touch PWNED\` ;touch PWNED | x 'two  words' '' don''t '>out' * ~ %s -- --with\"," >study/pipeline.csv
printf '%s\n' '$(touch' 'PWNED)' '`touch' 'PWNED`' ';touch' PWNED '|' x 'two  words' '' dont '>out' '*' '~' '%s' -- --with >words
run 0 && cmp -s words results/study/private/words.csv && [ -z "$(find . -name 'PWNED*' -o -name out)" ] ||
	why "$(diff words results/study/private/words.csv)"
result "hostile options are plain words"

outside=$SCRATCH/outside
printf '#!/bin/sh\ntouch "%s/PWNED"\n' "$SCRATCH" >"$outside" && chmod +x "$outside"
ln -sf "$outside" study/bin/link
ln -sfn "$SCRATCH" study/bin/folder
for stage in ../outside bin/../../outside "$outside" /bin/sh bin/link bin/folder/outside ./../outside bin/none bin; do
	plan "words,,$stage,," >study/pipeline.csv
	run 2 && said 'pipeline.csv:[0-9]*: stage' && [ ! -e PWNED ] || break
done
result "programs outside the study are refused: .. / and links that lead out"

plan 'words,,bin/words,,' >study/pipeline.csv
: >"$LOG"
berdaya_says 2 run study && said 'pipeline.csv:[0-9]*: .*--allow-programs' && ran && [ ! -e results/study/private/words ]
result "programs of a study run with --allow-programs only"
berdaya_says 0 check study && ran && berdaya_says 0 plan study && ran
result "check and plan run no program of the study"

plan 'a b,,bin/words,,' '../x,,bin/words,,' 'Stamps,,bin/words,,' 'one,,bin/words,,' 'ONE,,bin/words,,' \
	'two,nobody,bin/words,,' 'three,,no_such_stage,,' 'four,one,no_such.gp,,' 'five,one,bin/words,it'"'"'s,' \
	'six,seven,bin/words,,' 'seven,six,bin/words,,' 'eight,,bin/words,,perhaps' 'nothing,,-,,' >study/pipeline.csv
first=$(($(plan | wc -l) + 1)) # the line of the first row given to plan
missed=
berdaya_says 2 check study || missed=status
for line in 0 1 2 4 5 6 7 8 11 12; do said "pipeline.csv:$((first + line)): " || missed="$missed $line"; done
[ -z "$missed" ] && mv said said.en && BERDAYA_LANG=id berdaya_says 2 check study && [ "$(wc -l <said)" = "$(wc -l <said.en)" ] &&
	! cmp -s said said.en
result "every fault of a plan at once, with its line, in both languages"
plan 'six,seven,bin/words,,' 'seven,six,bin/words,,' >study/pipeline.csv
berdaya_says 2 check study && said 'circle' && said 'six' && said 'seven'
result "a circle of steps is a fault"
printf 'step,reads,stage\nscores,,-\n' >study/pipeline.csv
[ -x "$BUILD/libexec/berdaya/score" ] && berdaya_says 2 check study && said "pipeline.csv:2: .*'tally' reads its table"
result "leaving out a step that another reads is a fault"
printf 'step,reads,stage,options,publish\nscores,responses,score,,yes\ntally,scores,tally,--frob=1 --rejects=x,\n' >study/pipeline.csv
berdaya_says 2 check study && said 'pipeline.csv:2: publish' && said "options: '--frob=1'" && said "options: '--rejects=x'"
result "unknown options, and publishing a table of people, are faults"

# ---- what steps get, what is published ---------------------------------------------------------------------------
fresh_study
script spy 'echo what,value
echo "here,$(pwd)"; echo "locale,$LC_ALL$LANG"; echo "zone,$TZ"; echo "language,$BERDAYA_LANG"
ls /proc/self/fd | sed "s/^/descriptor,/"; echo "input,$(wc -c)"
trap | sed "s/^/trap,/"; grep SigBlk /proc/$$/status | tr ":\t" ",0" | tr -s 0'
plan 'spy,,bin/spy,,' >study/pipeline.csv
exec 5>/dev/null 7<study/study.csv
: >"$LOG"
(trap '' PIPE INT; LANG=xx LC_NUMERIC=yy "$berdaya" run study --allow-programs) >said 2>&1
exec 5>&- 7<&-
spied=results/study/private/spy.csv
grep -qx "here,$SCRATCH/study" $spied && grep -qx 'locale,C.UTF-8' $spied && grep -qx 'zone,UTC' $spied &&
	grep -qx 'language,en' $spied && [ "$(grep -c '^descriptor,[0-3]$' $spied)" = "$(grep -c '^descriptor' $spied)" ] && grep -qx 'input,0' $spied &&
	grep -qx 'SigBlk,0' $spied || why "$(cat $spied)"
result "a step starts in the study's folder with a fixed environment and no stray descriptors"

script spy 'printf "=head,b\n+62812,-5\n@x,1e3\n-1.5e3,+7\n-none,\"=1,2\"\n＝x,a=b\n\"	t\",ok\n"'
plan 'spy,,bin/spy,,yes' 'kept,spy,bin/kept,,' >study/pipeline.csv
script kept 'cat'
run 0
printf "'=head,b\n+62812,-5\n'@x,1e3\n-1.5e3,+7\n'-none,\"'=1,2\"\n'＝x,a=b\n'	t,ok\n" >expected
sed 's/^"\(.*\)",ok/\1,ok/' results/study/tables/spy.csv | cmp -s - expected &&
	! grep -q "'" results/study/private/kept.csv || why "$(cat results/study/tables/spy.csv)"
result "what a spreadsheet would run gets an apostrophe, in published tables only"

script left 'touch "$SCRATCH/left"; for i in 1 2 3 4 5 6 7 8 9 0; do [ -e "$SCRATCH/right" ] && break; sleep 0.2; done; [ -e "$SCRATCH/right" ] && echo ok'
script right 'touch "$SCRATCH/right"; for i in 1 2 3 4 5 6 7 8 9 0; do [ -e "$SCRATCH/left" ] && break; sleep 0.2; done; [ -e "$SCRATCH/left" ] && echo ok'
plan 'left,,bin/left,,' 'right,,bin/right,,' >study/pipeline.csv
export SCRATCH
run 0
result "independent steps run side by side"

# ---- charts, options, built-in stages ------------------------------------------------------------------------------
fresh_study
cp "$top/tests/pipeline/fixtures/goals_change.csv" study/parts.csv
script parts 'cat parts.csv'
plan 'parts,,bin/parts,,' 'picture,parts,goals.gp,,' 'hidden,parts,goals.gp,,no' >study/pipeline.csv
if command -v gnuplot >/dev/null; then
	run 0 && for image in id.svg id.png id.pdf en.svg en.png en.pdf; do
		[ -s results/study/charts/picture.$image ] && [ -s results/study/private/hidden.$image ] ||
			why "no $image" || break
	done && xmllint --noout results/study/charts/picture.*.svg && grep -q '^program,gnuplot,,,,[0-9]' results/study/manifest.csv &&
		[ -z "$(find results/.study.work -name '*.chart' -o -name '*.partial')" ]
	result "a chart makes six images, published or private"
	run 0 && said 'Nothing to do'
	result "a chart rests when nothing changed"
	printf 'part,key\nmeta' >study/parts.csv
	state results/study >earlier
	run 3 && said 'step parts' && intact
	result "a table of parts that is cut off stops before the charts"
	printf 'nothing\nx\n' >study/parts.csv
	run 1 && said 'step [a-z]* (goals.gp)' && intact && [ -z "$(find results/.study.work -name '*.chart')" ]
	result "a chart that cannot be drawn names its step, the earlier result intact"
else
	skip "charts" "no gnuplot"
fi

fresh_study
rm study/pipeline.csv
missing=
for stage in ingest score tally estimate compare adjust verdict chart_goals chart_effects; do
	[ -x "$BUILD/libexec/berdaya/$stage" ] || missing="$missing $stage"
done
if [ -n "$missing" ]; then
	skip "a new study passes check and run" "not built:$missing"
else
	berdaya_says 0 check study && berdaya_says 0 run study && [ -s results/study/charts/goals.id.svg ] &&
		[ "$(wc -l <results/study/tables/verdicts.csv)" -gt 2 ] && berdaya_says 0 run study && said 'Nothing to do'
	result "a new study passes check and runs as it stands, twice"
	berdaya_says 0 run study --language id && said 'Tidak ada yang perlu dikerjakan'
	result "another language of messages runs nothing again"
	cp -r study other && rm -rf results/other && sed -i 's/,usaha,/,usha,/' other/data/round0.csv &&
		sed -i 's/^1,\(.*\)round1/1,\1Round1/' other/rounds.csv && sed -i 's/,goal,up/,goal,upwards/' other/indicators.csv && echo 'keep,${jk} >' >>other/study.csv &&
		berdaya_says 2 check other && said 'indicators.csv:2: ' && said "data/round0.csv:1: usaha: .*'usha'" &&
		said "rounds.csv:3: file: 'data/Round1.csv': this data file is not there" &&
		[ "$(grep -c 'indicators.csv:2' said)" = 1 ] && [ "$(grep -c 'study.csv:1[0-9]' said)" = 1 ] && BERDAYA_LANG=id berdaya_says 2 check other &&
		said 'berkas data ini tidak ada' && ! grep -q 'o such file' said &&
		berdaya_says 2 run other && said 'rounds.csv:3' && [ ! -e results/other ] && [ ! -e results/.other.work ]
	result "check opens the data: a missing file and column beside faults of tables; run says so before anything runs"
	rm -rf other results/other results/.other.work && cp -r study other &&
		sed -i '2s/,Penghidupan yang lebih kuat,Stronger livelihoods,/,,,/;3s/Citizens are heard/1-Mar/' other/goals.csv &&
		printf 'cluster,label_id,label_en,consnt\ndesa_a,A,A,Ya\ndesa_b,B,B,no\ndesa_c,C,C,1\ndesa_d,D,D,\n' >other/clusters.csv &&
		berdaya_says 0 check other && said "goals.csv:2: label_id: 'penghidupan' has no label" &&
		said "goals.csv:3: label_en: '1-Mar': a label that looks like" && said "clusters.csv:1: consnt: .*'consent'" &&
		sed -i 's/consnt/consent/' other/clusters.csv && berdaya_says 0 run other &&
		[ "$(grep -c 'has no label' said)" = 1 ] && ! grep -q consent said && BERDAYA_LANG=id berdaya_says 0 check other &&
		said 'tidak punya label'
	result "check warns of labels without words, labels that look spoilt and columns nearly named, once"
	sed -i 's/Women and men/Women, men/;s/Women, men/"Women, men"/' study/groups.csv
	berdaya_says 0 plan study && said "^# responses: the study's table groups.csv changed" &&
		said '^# scores: runs if a table' && berdaya_says 0 run study &&
		grep -q 'Women, men' study/groups.csv && said 'Nothing\|Results'
	result "a changed table runs the stages that declare it"
	printf 'step,reads,stage,options,publish\ngoals_data,verdicts comparisons,chart_goals,--texts=%s,\n' ../texts.csv >study/pipeline.csv
	berdaya_says 2 check study && said "pipeline.csv:2: options: '--texts=../texts.csv'"
	result "a file in options must lie in the study"
	cp "$BUILD/share/berdaya/plots/texts.csv" study/words.csv
	sed -i 's#\.\./texts.csv#words.csv#' study/pipeline.csv
	berdaya_says 0 run study && sed -i 's/^head_goal,.*/head_goal,Sasaran,Aim/' study/words.csv &&
		berdaya_says 0 plan study && said "^# goals_data: the study's table words.csv changed" &&
		berdaya_says 0 run study && grep -q 'Aim' results/study/charts/goals.en.svg
	result "a file in options is part of the fingerprint"
	printf 'step,reads,stage,options,publish\nall,tally tally=again,merge,,\nagain,scores,tally,,\nresponses,,bin/half,,\n'  >study/pipeline.csv
	script half 'printf "respondent,round,arm,cluster,stratum,weight,fpc,jk,menabung,usaha,didengar\n\"1,\n"'
	berdaya_says 1 run study --allow-programs && said 'step scores (score)'
	result "a broken table stops the chain with a name"
fi

# ---- the other commands ----------------------------------------------------------------------------------------
berdaya_says 0 help && said 'berdaya run STUDY' && BERDAYA_LANG=id berdaya_says 0 help && said 'berdaya run STUDI' &&
	berdaya_says 0 --version && said '^berdaya [0-9]' && berdaya_says 2 && berdaya_says 2 frobnicate &&
	berdaya_says 2 run && berdaya_says 2 run no/such && berdaya_says 2 run study --frob && berdaya_says 2 run study --jobs 0 &&
	berdaya_says 2 run study --language fr && berdaya_says 2 run study --from nowhere --allow-programs
result "help in both languages; misuse ends with 2"
"$berdaya" help >/dev/full 2>said
[ $? = 3 ]
result "an answer that cannot be written ends with 3"
berdaya_says 2 new study && said 'study' && [ -d study/bin ]
result "new writes over nothing"
stages=$(ls "$BUILD/libexec/berdaya")
berdaya_says 0 stages && for stage in $stages; do said "^$stage  *[^ ]" || exit 1; done &&
	mv said said.en && BERDAYA_LANG=id berdaya_says 0 stages && ! cmp -s said said.en
result "stages lists each stage in the user's language"
"$berdaya" tally --help >said 2>&1 && "$BUILD/libexec/berdaya/tally" --help | cmp -s - said
result "berdaya STAGE is that stage"

echo "1..$number"
[ "$failed" = 0 ]
