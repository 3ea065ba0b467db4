/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printed names of the refusal codes. */
#include "stat/status.h"

const char *stat_status_name(enum stat_status status)
{
	switch (status) {
	case STAT_OK:
		return "ok";
	case STAT_TOO_FEW:
		return "TOO_FEW";
	case STAT_ZERO_VAR:
		return "ZERO_VAR";
	case STAT_ONE_CLUSTER:
		return "ONE_CLUSTER";
	case STAT_NOT_IDENTIFIED:
		return "NOT_IDENTIFIED";
	case STAT_LONELY_PSU:
		return "LONELY_PSU";
	case STAT_LOW_DF:
		return "DF<1";
	case STAT_NO_EVENTS:
		return "NO_EVENTS";
	case STAT_NO_CHANGE:
		return "NO_CHANGE";
	case STAT_NO_OVERLAP:
		return "NO_OVERLAP";
	case STAT_ALL_TIES:
		return "ALL_TIES";
	case STAT_ZERO_MEAN:
		return "ZERO_MEAN";
	case STAT_UNBOUNDED:
		return "UNBOUNDED";
	case STAT_ONE_WAY:
		return "ONE_WAY";
	case STAT_FEW_WAYS:
		return "TOO_FEW_WAYS";
	case STAT_OVERFLOW:
		return "OVERFLOW";
	case STAT_BAD_INPUT:
		break;
	}
	return "BAD_INPUT";
}
