# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the study that tests/bench/results measures, in the folder study, the same on every machine.

# A number from 0 to 1 that follows from the one before (Park and Miller 1988).
function chance() {
	seed = (seed * 16807) % 2147483647
	return seed / 2147483647
}

function row(file, line) { print line >("study/" file) }

function tables(   i, goal, type) {
	row("study.csv", "key,value\ntitle_en,Benchmark\nrespondent,id\nround,round\ncluster,village\narm,arm\narm_comparison,comparison")
	row("study.csv", "design,panel\nassignment,comparison\nseed,1")
	row("rounds.csv", "round,label_en,date,file,source")
	row("goals.csv", "goal,label_en,kind,parents")
	row("groups.csv", "group,label_en,calculation,list,focal")
	row("choices.csv", "list_name,name,label")
	row("indicators.csv", "indicator,goal,primary,label_en,type,unit,calculation,direction,scale_min,scale_max,mid")
	row("targets.csv", "indicator,round,arm,group,group_value,target,note")
	row("survey.csv", "type,name,label\ntext,id,Who\ntext,round,Round\ntext,village,Village\ntext,arm,Arm")
	for (i = 1; i <= ROUNDS; i++)
		row("rounds.csv", i ",Round " i "," 2020 + i "-03-01,../round" i ".csv,csv")
	for (i = 1; i <= 6; i++)
		row("goals.csv", "g" i ",Goal " i ",goal," (i > 1 ? "g" i - 1 : ""))
	for (i = 1; i <= QUESTIONS_OF_GROUPS; i++) {
		row("groups.csv", "group" i ",Group " i ",${p" i "},,yes")
		row("survey.csv", "text,p" i ",Is in group " i)
	}
	for (i = 1; i <= INDICATORS; i++) {
		goal = (i - 1) % 6 + 1
		type = i % 3 == 0 ? "binary" : i % 3 == 1 ? "scale" : "amount"
		row("survey.csv", "decimal,q" i ",Question " i)
		row("indicators.csv", "i" i ",g" goal "," (i <= 6 ? 1 : "") ",Indicator " i "," type ",points,${q" i "},up," \
			(type == "binary" ? "0,1,0.1" : type == "scale" ? "0,10,1" : ",,"))
		if (i % 3 == 1)
			row("targets.csv", "i" i ",4,,,,7,")
	}
}

# Answers hang on the village, the person, the round, and in the programme's villages on time.
function answer(i, common, gain,   value) {
	value = common + gain + 3 * chance() + 3 * chance()
	if (i % 3 == 0)
		return value > 5 ? 1 : 0
	return i % 3 == 1 ? int(value) % 11 : int(value * 37) * 100
}

function people(   village, who, round, i, line, common, file) {
	for (round = 1; round <= ROUNDS; round++) {
		line = "id,round,village,arm"
		for (i = 1; i <= QUESTIONS_OF_GROUPS; i++)
			line = line ",p" i
		for (i = 1; i <= INDICATORS; i++)
			line = line ",q" i
		print line >("round" round ".csv")
	}
	for (village = 1; village <= VILLAGES; village++) {
		common = 2 * chance()
		for (who = 1; who <= PEOPLE; who++) {
			line = ""
			for (i = 1; i <= QUESTIONS_OF_GROUPS; i++)
				line = line "," (chance() < 0.3 + 0.05 * i ? "yes" : "no")
			for (round = 1; round <= ROUNDS; round++) {
				if (round > 1 && chance() < 0.08)
					continue
				file = "round" round ".csv"
				printf "v%dp%d,%d,v%d,%s%s", village, who, round, village,
					village % 2 ? "programme" : "comparison", line >file
				for (i = 1; i <= INDICATORS; i++)
					printf ",%s", chance() < 0.03 ? "" : answer(i, common, village % 2 ? 0.2 * round : 0.1 * round) >file
				print "" >file
			}
		}
	}
}

BEGIN {
	seed = 20260101
	INDICATORS = 51
	ROUNDS = 4
	QUESTIONS_OF_GROUPS = 3
	VILLAGES = 24
	PEOPLE = 50
	if (system("mkdir study") != 0)
		exit 1
	tables()
	people()
}
