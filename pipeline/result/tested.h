/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns in which tables of results say how a contrast was tested. */
#ifndef RESULT_TESTED_H
#define RESULT_TESTED_H

#include <stdbool.h>

#include "stat/contrast.h"

/* Writes `clusters`, empty for none. */
void put_clusters(const struct contrast *result);

/* Writes std_error, statistic, df, p_value, conf_low and conf_high, which are empty unless the test is
 * `ok`. */
void put_test(const struct contrast *result, bool ok);

/* Writes the clusters, `estimate` as it is given, and the test. */
void put_tested(const struct contrast *result, double estimate, bool ok);

#endif
