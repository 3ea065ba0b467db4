/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays a results chain out: layers by the longest way from a first goal, arrows by lanes and slots. */
#include "drawing/layers.h"

#include <string.h>

static struct spot *spots;
static size_t *layer;
static struct joint *joints;
static size_t joint_count;

/* ---- layers ---- */

static size_t most_parents(const struct goals *goals)
{
	size_t most = 0, i;

	for (i = 0; i < goals->count; i++)
		most = goals->list[i].parent_count > most ? goals->list[i].parent_count : most;
	return most;
}

static void link_goals(const struct goals *goals)
{
	size_t child, i;

	for (child = 0; child < goals->count; child++)
		for (i = 0; i < goals->list[child].parent_count; i++)
			spots[child].linked = spots[goals->list[child].parents[i]].linked = true;
}

/* One layer below the lowest of those before; as often as there are goals settles every chain. */
static size_t set_layers(const struct goals *goals)
{
	size_t round, child, i, layers = 0;

	for (round = 0; round < goals->count; round++)
		for (child = 0; child < goals->count; child++)
			for (i = 0; i < goals->list[child].parent_count; i++) {
				size_t above = layer[goals->list[child].parents[i]] + 1;

				layer[child] = layer[child] < above ? above : layer[child];
			}
	for (i = 0; i < goals->count; i++)
		layers = spots[i].linked && layer[i] + 1 > layers ? layer[i] + 1 : layers;
	return layers;
}

static bool belongs(size_t goal, bool linked, size_t of_layer)
{
	return spots[goal].linked == linked && (!linked || layer[goal] == of_layer);
}

static size_t members(size_t count, bool linked, size_t of_layer)
{
	size_t found = 0, i;

	for (i = 0; i < count; i++)
		found += belongs(i, linked, of_layer);
	return found;
}

/* A layer over as few bands as hold it, about equally full; returns the band after it. */
static size_t fill_bands(size_t count, bool linked, size_t of_layer, size_t places, size_t band)
{
	size_t left = members(count, linked, of_layer), bands = (left + places - 1) / places;
	size_t goal = 0, place;

	for (; bands > 0; bands--, band++) {
		size_t here = (left + bands - 1) / bands;

		for (place = 0; place < here; goal++) {
			if (!belongs(goal, linked, of_layer))
				continue;
			spots[goal].band = band;
			spots[goal].place = place++;
			spots[goal].places = here;
		}
		left -= here;
	}
	return band;
}

/* ---- arrows ---- */

static bool passes(const struct joint *joint)
{
	return spots[joint->child].band != spots[joint->parent].band + 1;
}

static void add_joint(size_t parent, size_t child)
{
	joints[joint_count++] = (struct joint){ .parent = parent, .child = child };
}

/* Where an end stands from left to right: one that comes by a lane, at the right, is the last. */
static size_t rank_of(const struct joint *joint, size_t other)
{
	return (passes(joint) ? (size_t)LAYERS_PLACES : 0) + spots[other].place;
}

static void set_ends(struct joint *joint)
{
	size_t i, band = spots[joint->parent].band;

	for (i = 0; i < joint_count; i++) {
		const struct joint *other = &joints[i];
		bool before = other < joint;

		if (other->parent == joint->parent) {
			size_t one = rank_of(other, other->child),
			       mine = rank_of(joint, joint->child);

			joint->outs++;
			joint->out += one < mine || (one == mine && before);
		}
		if (other->child == joint->child) {
			size_t one = rank_of(other, other->parent),
			       mine = rank_of(joint, joint->parent);

			joint->ins++;
			joint->in += one < mine || (one == mine && before);
		}
		joint->slot += before && spots[other->parent].band == band;
	}
}

/* Whether two arrows that pass bands run beside each other. */
static bool meet(const struct joint *one, const struct joint *other)
{
	return spots[one->parent].band < spots[other->child].band &&
		spots[other->parent].band < spots[one->child].band;
}

static size_t set_lane(struct joint *joint)
{
	size_t lane = 1, i;

	if (!passes(joint))
		return 0;
	for (i = 0; i < joint_count && &joints[i] < joint; i++)
		if (joints[i].lane == lane && meet(&joints[i], joint)) {
			lane++;
			i = (size_t)-1; /* from the first again */
		}
	joint->lane = lane;
	return lane;
}

/* ---- all ---- */

/* Two wide boxes where no layer needs three, or where many arrows reach one. */
static size_t places_of(const struct goals *goals, size_t layers, size_t parents)
{
	size_t widest = layers == 0 ? goals->count : 0, i;

	for (i = 0; i < layers; i++) {
		size_t found = members(goals->count, true, i);

		widest = found > widest ? found : widest;
	}
	return parents < LAYERS_PARENTS && widest >= LAYERS_PLACES ? LAYERS_PLACES : 2;
}

static size_t widest_of(size_t count)
{
	size_t widest = 1, i;

	for (i = 0; i < count; i++)
		if (spots[i].linked && spots[i].places > widest)
			widest = spots[i].places;
	return widest;
}

struct layers layers_of(const struct goals *goals)
{
	struct layers result = { 0 };
	size_t parents = most_parents(goals), layers = 0, child, i;

	spots = keep((goals->count + 1) * sizeof(*spots));
	layer = keep((goals->count + 1) * sizeof(*layer));
	joints = keep((goals->count * LAYERS_PARENTS + 1) * sizeof(*joints));
	memset(spots, 0, (goals->count + 1) * sizeof(*spots));
	memset(layer, 0, (goals->count + 1) * sizeof(*layer));
	joint_count = 0;
	if (parents <= LAYERS_PARENTS) {
		link_goals(goals);
		layers = set_layers(goals);
	}
	result.places = places_of(goals, layers, parents);
	for (i = 0; i < layers; i++)
		result.bands = fill_bands(goals->count, true, i, result.places, result.bands);
	result.widest = widest_of(goals->count);
	result.loose_bands = fill_bands(goals->count, false, 0, result.places, 0);
	for (child = 0; layers > 0 && child < goals->count; child++)
		for (i = 0; i < goals->list[child].parent_count; i++)
			add_joint(goals->list[child].parents[i], child);
	for (i = 0; i < joint_count; i++) {
		size_t lane;

		set_ends(&joints[i]);
		lane = set_lane(&joints[i]);
		result.lanes = lane > result.lanes ? lane : result.lanes;
	}
	result.spots = spots;
	result.joints = joints;
	result.joint_count = joint_count;
	return result;
}
