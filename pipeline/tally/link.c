/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Links rows to people. They come in any order, so that each is a wait or two for memory; rows
 * therefore wait for each other, and their memory is asked for at once. That halved what linking took.
 */
#include "tally/link.h"

static struct names *people;
static struct name_queue queue;
static size_t lines[NAME_QUEUE]; /* of the rows in the queue */
static size_t linked;            /* rows that are linked */
static size_t capacity;

static void link_one(struct store *store, size_t row, size_t person, size_t line)
{
	uint32_t *place = &store->row_of[person * rounds_load()->count + store->round[row]];

	if (*place != NO_ROW)
		refuse(&(struct place){ stage_input()->file, line, "respondent",
			       name_text(people, person) },
			SAY("this respondent already has a row in this round",
				"responden ini sudah punya baris di putaran ini"));
	*place = (uint32_t)row;
	store->person[row] = (uint32_t)person;
}

/* New people have no rows yet. */
static void make_room(struct store *store, size_t rounds)
{
	size_t i = store->person_count * rounds;

	store->person_count = name_count(people);
	store->row_of = grow(
		store->row_of, &capacity, store->person_count * rounds, sizeof(*store->row_of));
	for (; i < store->person_count * rounds; i++)
		store->row_of[i] = NO_ROW;
}

void link_waiting(struct store *store)
{
	size_t persons[NAME_QUEUE], rounds = rounds_load()->count, count, i;

	if (people == NULL)
		return;
	count = queue_numbers(&queue, people, persons);
	make_room(store, rounds);
	for (i = 0; i < count; i++)
		__builtin_prefetch(&store->row_of[persons[i] * rounds], 1);
	for (i = 0; i < count; i++)
		link_one(store, linked + i, persons[i], lines[i]);
	linked += count;
}

void link_row(struct store *store, struct value respondent)
{
	if (people == NULL)
		people = names_new();
	lines[queue.count] = stage_input()->line;
	if (queue_add(&queue, respondent.text, respondent.length))
		link_waiting(store);
}

void link_finish(struct store *store)
{
	link_waiting(store);
	if (people != NULL)
		names_free(people);
	people = NULL;
}
