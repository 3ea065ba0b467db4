/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a stage says of itself, all from its one declaration. */
#ifndef KIT_DESCRIBE_H
#define KIT_DESCRIBE_H

#include "kit/kit.h"

/* --help, --version, and --describe (CSV: kind,name,type,required,meaning_en,meaning_id with kind
 * stage, option, with, table, needs, makes), written to `output`. */
void describe_help(const struct stage *stage);
void describe_version(const struct stage *stage);
void describe_table(const struct stage *stage);

/* The version of berdaya. */
extern const char berdaya_version[];

#endif
