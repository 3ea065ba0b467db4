/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds units by village: nearly always there is one in each. */
#include "tally/units.h"

#include "tally/tally.h"

static const uint32_t NONE = UINT32_MAX;

static struct names *clusters, *strata, *arms;
static uint32_t *first; /* unit of each cluster */
static struct unit *units;
static struct {
	uint32_t stratum;
	uint32_t next; /* unit of the same cluster, or NONE */
} * links;             /* of each unit */
static size_t count, cluster_count, first_capacity, unit_capacity, link_capacity;

static uint32_t add_unit(const struct value *keys)
{
	size_t stratum = name_add(strata, keys[KEY_STRATUM].text, keys[KEY_STRATUM].length),
	       arm = name_add(arms, keys[KEY_ARM].text, keys[KEY_ARM].length);

	units = grow(units, &unit_capacity, count + 1, sizeof(*units));
	links = grow(links, &link_capacity, count + 1, sizeof(*links));
	units[count] = (struct unit){ keep_text(keys[KEY_CLUSTER].text, keys[KEY_CLUSTER].length),
		name_text(strata, stratum), name_text(arms, arm) };
	links[count].stratum = (uint32_t)stratum;
	links[count].next = NONE;
	return (uint32_t)count++;
}

/* The cluster's place in `first`, which is NONE where it is new. */
static uint32_t *first_of(size_t cluster)
{
	first = grow(first, &first_capacity, cluster + 1, sizeof(*first));
	if (cluster == cluster_count) {
		first[cluster] = NONE;
		cluster_count++;
	}
	return &first[cluster];
}

static bool is_unit(uint32_t unit, const struct value *keys)
{
	return same_text(keys[KEY_STRATUM], units[unit].stratum) &&
		same_text(keys[KEY_ARM], units[unit].arm);
}

void units_begin(void)
{
	clusters = names_new();
	strata = names_new();
	arms = names_new();
}

uint32_t unit_of(const struct value *keys)
{
	uint32_t *start = first_of(
			 name_add(clusters, keys[KEY_CLUSTER].text, keys[KEY_CLUSTER].length)),
		 unit, last = NONE;

	for (unit = *start; unit != NONE && !is_unit(unit, keys); unit = links[unit].next)
		last = unit;
	if (unit != NONE)
		return unit;
	unit = add_unit(keys);
	if (last == NONE)
		*start = unit;
	else
		links[last].next = unit;
	return unit;
}

size_t unit_stratum(uint32_t unit)
{
	return links[unit].stratum;
}

const struct names *unit_strata(void)
{
	return strata;
}

struct unit *units_met(size_t *met)
{
	*met = count;
	return units;
}
