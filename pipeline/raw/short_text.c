/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short texts of digits, as numbers and dates are, in four bits a character. */
#include "raw/short_text.h"

enum { FIRST_CHARACTER = '-', CHARACTERS = 15 };

bool text_shorten(struct value value, uint64_t *characters)
{
	size_t i;

	if (value.length > SHORT_TEXT)
		return false;
	*characters = 0;
	for (i = 0; i < value.length; i++) {
		unsigned character = (unsigned char)value.text[i] - (unsigned)FIRST_CHARACTER;

		if (character >= CHARACTERS)
			return false;
		*characters = *characters << 4 | (character + 1);
	}
	return true;
}

struct value text_lengthen(uint64_t characters, char text[SHORT_TEXT])
{
	unsigned bits = characters == 0 ? 0 : 64 - (unsigned)__builtin_clzll(characters);
	size_t length = (bits + 3) / 4, i;

	for (i = length; i-- > 0; characters >>= 4)
		text[i] = (char)(FIRST_CHARACTER + (int)(characters & 15) - 1);
	return (struct value){ text, length };
}
