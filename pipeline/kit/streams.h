/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program may find closed when it begins. */
#ifndef KIT_STREAMS_H
#define KIT_STREAMS_H

/* Gives closed standard streams something that fails when it is used: else the next file opened
 * would become one of them, and a table could end up in the list of rejects. */
void fill_standard_streams(void);

#endif
