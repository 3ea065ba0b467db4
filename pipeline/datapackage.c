/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the description of the published tables as JSON. */
#include "datapackage.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "declared.h"
#include "study/study.h"

static FILE *file;

/* A JSON string; what the study wrote is UTF-8 already. */
static void put_json(const char *text)
{
	fputc('"', file);
	for (; *text != '\0'; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte == '"' || byte == '\\')
			fprintf(file, "\\%c", byte);
		else if (byte < 0x20 || byte == 0x7f)
			fprintf(file, "\\u%04x", byte);
		else
			fputc(byte, file);
	}
	fputc('"', file);
}

static void put_member(const char *indent, const char *name, const char *text)
{
	fprintf(file, "%s\"%s\": ", indent, name);
	put_json(text);
}

/* Tables leave the type open where nobody declared it. */
static const char *json_type(const struct described *declared)
{
	if (declared == NULL || strcmp(declared->type, "text") == 0)
		return "string";
	return declared->type; /* integer, number */
}

static void put_fields(const struct rendering *rendering, const struct input *input)
{
	const struct step *maker = &rendering->plan->steps[input->step];
	struct reader *reader =
		reader_open(area_file(rendering->area, maker->products[input->product].file), NULL);
	size_t i;

	for (i = 0; i < reader->columns; i++) {
		const struct described *declared =
			declared_column(rendering->plan, input->step, reader->header[i].text);

		fputs(i == 0 ? "\n" : ",\n", file);
		put_member("\t\t\t\t\t{ ", "name", reader->header[i].text);
		put_member(", ", "type", json_type(declared));
		if (declared != NULL && *declared->meaning.en != '\0')
			put_member(", ", "description", declared->meaning.en);
		fputs(" }", file);
	}
	reader_close(reader);
}

/* Names of resources are lower case. */
static const char *resource_name(const char *table)
{
	char *name = keep_text(table, strlen(table)), *at;

	for (at = name; *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	return name;
}

static void put_resource(const struct rendering *rendering, const struct input *input, bool first)
{
	const struct step *maker = &rendering->plan->steps[input->step];
	struct text purpose = declared_purpose(rendering->plan, input->step);

	fputs(first ? "\n\t\t{\n" : ",\n\t\t{\n", file);
	put_member("\t\t\t", "name", resource_name(input->with));
	put_member(",\n\t\t\t", "path",
		keep_format("%s%s", published_folder(maker->kind),
			maker->products[input->product].file));
	if (*purpose.en != '\0')
		put_member(",\n\t\t\t", "description", purpose.en);
	fputs(",\n\t\t\t\"profile\": \"tabular-data-resource\",\n\t\t\t\"format\": \"csv\",\n"
	      "\t\t\t\"mediatype\": \"text/csv\",\n\t\t\t\"encoding\": \"utf-8\",\n"
	      "\t\t\t\"schema\": {\n\t\t\t\t\"missingValues\": [\"\"],\n\t\t\t\t\"fields\": [",
		file);
	put_fields(rendering, input);
	fputs("\n\t\t\t\t]\n\t\t\t}\n\t\t}", file);
}

void datapackage_make(const struct rendering *rendering)
{
	const char *path = partial_file(rendering->area, &rendering->step->products[0]);
	const struct study *study = study_load();
	size_t i;

	file = fopen(path, "wb");
	if (file == NULL)
		broken(&(struct place){ .file = path }, "%s", error_text(errno));
	fputs("{\n\t\"profile\": \"tabular-data-package\"", file);
	put_member(",\n\t", "title", study->title.en);
	if (*study->notice.en != '\0')
		put_member(",\n\t", "description", study->notice.en);
	fputs(",\n\t\"resources\": [", file);
	for (i = 0; i < rendering->step->input_count; i++)
		put_resource(rendering, &rendering->step->inputs[i], i == 0);
	fputs("\n\t]\n}\n", file);
	if (ferror(file) || fclose(file) != 0)
		broken(&(struct place){ .file = path }, "%s", error_text(errno));
}
