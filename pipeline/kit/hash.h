/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash that resists chosen keys. */
#ifndef KIT_HASH_H
#define KIT_HASH_H

#include <stddef.h>
#include <stdint.h>

/* SipHash-1-3 under a fixed key: numbers depend on the order of texts, never on the hash. */
uint32_t text_hash(const char *text, size_t length);

#endif
