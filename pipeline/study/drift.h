/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answer scales that change between the forms of rounds. */
#ifndef STUDY_DRIFT_H
#define STUDY_DRIFT_H

/* Warns of each question that the study needs whose answers mean something else in the form of a later
 * round than in the first form that has it: another type or range (`constraint`), or, where
 * options are numbers or have scores, other options or other words for the same one (in every language that both
 * forms have). Not where recode.csv gives the later round's column to another question or changes
 * values of that question in that round: then the study knows. For commands that check a study before
 * its numbers are made, behind study_check(); nothing where that found faults. */
void drift_say(void);

#endif
