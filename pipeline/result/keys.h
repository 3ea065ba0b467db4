/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns with which rows of results begin. */
#ifndef RESULT_KEYS_H
#define RESULT_KEYS_H

#include "study/study.h"

/* Writes goal,indicator,label_id,label_en,type,unit. */
void put_indicator_keys(const struct indicator *indicator);

#endif
