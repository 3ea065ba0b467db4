/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names: texts numbered 0, 1, 2 ... in the order first seen. */
#ifndef KIT_NAMES_H
#define KIT_NAMES_H

#include <stddef.h>
#include <stdint.h>

#define NO_NAME SIZE_MAX

struct names;

struct names *names_new(void);
size_t name_add(struct names *names, const char *text, size_t length); /* its number, new or old */
size_t name_find(const struct names *names, const char *text, size_t length); /* or NO_NAME */
const char *name_text(const struct names *names, size_t number);              /* ended by NUL */
size_t name_count(const struct names *names);
void names_free(struct names *names); /* many are a burden once they are done with; empty then */

/* The numbers 0 .. name_count-1 in the byte order of their texts. */
size_t *names_sorted(const struct names *names);

/* What came after each text the last time. Zeroed at first. */
struct name_trail {
	uint32_t *next;
	size_t capacity, last;
};

/* What name_add() gives, without a search where the text is the one before again, or the one that
 * followed it the last time: as villages do in a table that is in order. */
size_t name_follow(struct names *names, struct name_trail *trail, const char *text, size_t length);

/* Which text with each ending came last. Zeroed at first. */
struct name_endings {
	uint32_t last[256];
};

/* What name_add() gives, without a search where few texts come again and again and end differently,
 * as codes do. */
size_t name_recall(
	struct names *names, struct name_endings *endings, const char *text, size_t length);

/* Asks for the memory of a name that will be wanted soon. */
void name_fetch(const struct names *names, size_t number);

/* Texts that wait for their numbers. Where names are many, each look at one is a wait for memory; so
 * many together wait once. */
enum { NAME_QUEUE = 32 };

struct name_queue {
	char *texts; /* copies, one behind the other */
	size_t used, capacity, count, ends[NAME_QUEUE];
};

/* Adds a text; true if the queue is full now and must be emptied. */
bool queue_add(struct name_queue *queue, const char *text, size_t length);

/* What name_add() gives for one after the other; how many there were. The queue is empty then. */
size_t queue_numbers(struct name_queue *queue, struct names *names, size_t numbers[NAME_QUEUE]);

#endif
