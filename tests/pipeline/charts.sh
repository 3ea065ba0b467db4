#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# charts.csv: which charts are made, titles of a study's own beside the computed ones, its faults; prints TAP.

. "$(dirname -- "$0")/../tap.sh"

configs=$PWD/configs
cd "$SCRATCH" || exit 3

# charts ROW...: the study's charts.csv
charts() {
	printf 'chart,title_id,title_en\n' >study/charts.csv
	printf '%s\n' "$@" >>study/charts.csv
}

# fails STATUS WORDS COMMAND...: the command ends so, and says so
fails() {
	wanted=$1 words=$2
	shift 2
	"$@" >said 2>&1 </dev/null
	[ $? = "$wanted" ] && grep -q -e "$words" said
}

"$berdaya" new study >said || exit 3
charts 'goals,"Dua tahun, empat desa","Two years, four villages"' 'panel_flow,,'
"$berdaya" run study >said 2>&1
result "a study with charts.csv runs"

[ "$(ls results/study/charts)" = "goals.en.pdf
goals.en.png
goals.en.svg
goals.id.pdf
goals.id.png
goals.id.svg
panel_flow.en.pdf
panel_flow.en.png
panel_flow.en.svg
panel_flow.id.pdf
panel_flow.id.png
panel_flow.id.svg" ]
result "it has the charts that it lists and no others"

result=results/study
grep -q '>Two years, four villages<' $result/charts/goals.en.svg &&
	grep -q '>What the data show: [^<]*goals' $result/charts/goals.en.svg &&
	grep -q '<desc[^>]*>What the data show: ' $result/charts/goals.en.svg &&
	grep -q '>Dua tahun, empat desa<' $result/charts/goals.id.svg && grep -q '<desc[^>]*>Menurut data: ' $result/charts/goals.id.svg
result "a title of its own stands above the computed one, which is told in the picture and to those who do not see it"

! grep -q 'What the data show' $result/charts/panel_flow.en.svg
result "without one the computed title stands alone"

[ "$(grep -c '<figure' $result/report.en.html)" = 2 ] && grep -q 'id="goals"' $result/report.en.html &&
	grep -q 'id="effects"' $result/report.en.html && ! grep -q 'id="chart-effects"' $result/report.en.html
result "sections of the report stay, without the chart"

! ls $result/private | grep -q -e effects_data -e funder_data && [ -s $result/private/goals_data.csv ]
result "what only left out charts read is not made"

charts 'goals,"Dua tahun, empat desa","Two years, four villages"' 'panel_flow,Siapa,Who'
"$berdaya" plan study >said 2>&1 && grep -q '^# panel_flow_data: .*charts.csv changed' said
result "a new title makes charts run again"

charts 'goals,,' 'effects,Satu,' 'goals,,' 'funders,,'
fails 2 'charts.csv:3: title_en: ' "$berdaya" check study && grep -q "charts.csv:4: chart: 'goals'" said &&
	grep -q "charts.csv:5: chart: 'funders': there is no such chart; the study has: goals, effects" said
result "faults are said all at once, by line and column"
charts 'estimates,,'
fails 2 "charts.csv:2: chart: 'estimates': there is no such chart; the study has: goals" "$berdaya" check study
result "a step that is no chart is none that the study leaves out"
charts 'goals,,' 'effects,Satu,' 'goals,,' 'funders,,'
BERDAYA_LANG=id fails 2 "charts.csv:5: chart: 'funders': tidak ada grafik seperti itu; yang ada: goals" "$berdaya" check study
result "and in Indonesian"

charts 'equity,,'
sed -i 's/,p$/,/' study/groups.csv
fails 2 "charts.csv:2: chart: 'equity': the study leaves out what" "$berdaya" check study
result "a chart that the study has nothing for is a fault"

charts 'mine,,'
printf 'step,reads,stage,options,publish\nmine,goals_data,goals.gp,,yes\n' >study/pipeline.csv
fails 2 "charts.csv:2: chart: 'mine'" "$berdaya" check study
result "pipeline.csv, not charts.csv, names charts of the study's own"
printf 'chart\n' >study/charts.csv
"$berdaya" plan study >said 2>&1 && grep -q '^# mine: ' said && grep -q '^# goals_data: ' said &&
	! grep -q -e '^# goals: ' -e '^# effects_data: ' said
result "these stay where nothing is listed, with what they read"

# ---- charts that only some studies have anything for -------------------------------------------------

# has STUDY STEP...: exactly these of the steps of trends and answers are in its plan, by name
has() {
	study=$1
	shift
	"$berdaya" plan "$configs/$study" --allow-programs --output "$SCRATCH/out" 2>&1 |
		grep -o -E '^# (trend|answers|page_distributions):' | tr -d '#: ' | sort | tr '\n' ' ' >said
	[ "$(cat said)" = "${*:+$* }" ]
}

has desa_berdaya answers page_distributions
result "two rounds have no chart of trends; questions with few answers have a chart and a section"
has desa_berdaya_rounds answers page_distributions trend
result "four rounds have a chart of trends"
has btheb trend
result "a scale from 0 to 63 has no chart of answers"
has anorexia
result "two rounds of weights have neither"

rm study/charts.csv
printf 'step,reads,stage,options,publish\nharm_raw,,-,,\nharm,,-,,\n' >study/pipeline.csv
"$berdaya" plan study >said 2>&1 && grep -q '^# page_answers: ' said && grep -q '^# funder_data: ' said && ! grep -q -e '^# page_harm: ' -e 'with harm=' said
result "answers and the page for funders do without harm where the study leaves it out"
rm study/pipeline.csv
sed -i '/^cluster,/d' study/study.csv
"$berdaya" plan study >said 2>&1 && grep -q '^# page_answers: ' said && grep -q 'with harm=' said && ! grep -q '^# village_spread' said
result "a study without villages has no chart of them"

if command -v unzip >/dev/null 2>&1; then
	printf 'step,reads,stage,options,publish\n*,,-,,\ncontents,,programs/table,,yes\nColumns,,programs/table,,yes\ntables,*,tables.xlsx,,yes\n' >study/pipeline.csv
	mkdir study/programs && printf '#!/bin/sh\necho a\n' >study/programs/table && chmod +x study/programs/table
	"$berdaya" run study --allow-programs >said 2>&1 &&
		[ "$(unzip -p results/study/tables.xlsx xl/workbook.xml | grep -o 'sheet name="[^"]*"' | sort | tr '\n' ' ')" = \
			'sheet name="Columns" sheet name="_columns" sheet name="_contents" sheet name="contents" ' ]
	result "sheets in front of the workbook give way to tables of their names"
else
	echo "ok - sheets in front of the workbook give way to tables of their names # SKIP unzip is not installed"
fi
