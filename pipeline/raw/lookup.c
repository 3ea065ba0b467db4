/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what an export holds, codes or labels in any language, to the codes of a list. */
#include "raw/lookup.h"

#include <string.h>

#include "study/labels.h"

/* What a folded text stands for: one code, or two and more. */
struct meaning {
	size_t code, other; /* numbers of codes; other: NO_NAME where there is one meaning */
	const char *text;   /* as it was written */
};

struct lookup {
	struct names *codes; /* as they are */
	struct names *texts; /* folded codes and labels */
	struct meaning *meanings;
	size_t capacity;
};

static struct scratch folding;

struct lookup *lookup_new(void)
{
	struct lookup *lookup = keep(sizeof(*lookup));

	lookup->codes = names_new();
	lookup->texts = names_new();
	return lookup;
}

static void mean(struct lookup *lookup, size_t code, const char *text)
{
	struct value key = text_folded(&folding, (struct value){ text, strlen(text) });
	size_t before = name_count(lookup->texts), number;

	if (key.length == 0)
		return;
	number = name_add(lookup->texts, key.text, key.length);
	lookup->meanings =
		grow(lookup->meanings, &lookup->capacity, number + 1, sizeof(*lookup->meanings));
	if (number == before)
		lookup->meanings[number] = (struct meaning){ code, NO_NAME, text };
	else if (lookup->meanings[number].code != code)
		lookup->meanings[number].other = code;
}

void lookup_add(struct lookup *lookup, const char *code, const char *text)
{
	size_t before = name_count(lookup->codes),
	       number = name_add(lookup->codes, code, strlen(code));

	if (number == before)
		mean(lookup, number, code);
	mean(lookup, number, text);
}

static struct lookup *lookup_of_list(const struct form *form, const struct choice_list *list)
{
	struct lookup *lookup = lookup_new();
	size_t languages, i, j;

	for (i = 0; i < list->count; i++)
		lookup_add(lookup, list->choices[i].name, list->choices[i].name);
	for (i = 0; i < list->count; i++) {
		const char *const *labels = choice_labels(form, list, i, &languages);

		for (j = 0; j < languages; j++)
			lookup_add(lookup, list->choices[i].name, labels[j]);
	}
	return lookup;
}

struct known_list {
	const struct choice_list *list;
	const struct lookup *lookup;
	struct known_list *next;
};

const struct lookup *list_lookup(const struct form *form, const struct choice_list *list)
{
	static struct known_list *known;
	struct known_list *one;

	for (one = known; one != NULL; one = one->next)
		if (one->list == list)
			return one->lookup;
	one = keep(sizeof(*one));
	*one = (struct known_list){ list, lookup_of_list(form, list), known };
	known = one;
	return one->lookup;
}

enum found lookup_find(
	const struct lookup *lookup, struct value text, const char **code, const char **other)
{
	struct value trimmed = text_trimmed(text), key;
	size_t number = name_find(lookup->codes, trimmed.text, trimmed.length);
	const struct meaning *meaning;

	if (number != NO_NAME) {
		*code = name_text(lookup->codes, number);
		return FOUND;
	}
	key = text_folded(&folding, text);
	number = name_find(lookup->texts, key.text, key.length);
	if (number == NO_NAME)
		return UNKNOWN;
	meaning = &lookup->meanings[number];
	*code = name_text(lookup->codes, meaning->code);
	if (meaning->other == NO_NAME)
		return FOUND;
	*other = name_text(lookup->codes, meaning->other);
	return AMBIGUOUS;
}

size_t lookup_number(const struct lookup *lookup, const char *code)
{
	return name_find(lookup->codes, code, strlen(code));
}

size_t lookup_count(const struct lookup *lookup)
{
	return name_count(lookup->codes);
}

const char *lookup_code(const struct lookup *lookup, size_t number)
{
	return name_text(lookup->codes, number);
}

const char *lookup_nearest(const struct lookup *lookup, struct value text)
{
	struct value key = text_folded(&folding, text);
	const char *nearest = text_nearest(key.text, lookup->texts), *code;
	const struct meaning *meaning;

	if (nearest == NULL)
		return NULL;
	meaning = &lookup->meanings[name_find(lookup->texts, nearest, strlen(nearest))];
	code = name_text(lookup->codes, meaning->code);
	if (strcmp(code, meaning->text) == 0)
		return keep_format("'%s'", code);
	return keep_format("'%s' (%s)", code, meaning->text);
}

static bool ends_word(struct value text, size_t length)
{
	return length == text.length || strchr(" ,;", text.text[length]) != NULL;
}

size_t lookup_prefix(
	const struct lookup *lookup, struct value text, size_t at_most, const char **code)
{
	size_t best = 0, i;

	for (i = 0; i < name_count(lookup->texts); i++) {
		const char *candidate = name_text(lookup->texts, i);
		size_t length = strlen(candidate);

		if (length > best && length <= at_most && length <= text.length &&
			lookup->meanings[i].other == NO_NAME &&
			memcmp(candidate, text.text, length) == 0 && ends_word(text, length)) {
			best = length;
			*code = name_text(lookup->codes, lookup->meanings[i].code);
		}
	}
	return best;
}
