# SPDX-License-Identifier: GPL-3.0-or-later
# Builds berdaya out of tree: every C file is found by wildcard, so a new stage needs no change here.
#
#   make            build into build/           make BUILD=build/clang CC=clang   ... elsewhere
#   make V=1        show every command          make WERROR=1                     warnings are errors
#   make help       all targets

BUILD   ?= build
PREFIX  ?= /usr/local
CFLAGS  ?= -O2 -g
LDFLAGS ?=

MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:

# ---- what there is ------------------------------------------------------------------------------
LIBRARIES  := $(patsubst pipeline/%/,%,$(sort $(dir $(wildcard pipeline/*/*.h))))
DRIVER     := $(filter-out pipeline/berdaya.c,$(wildcard pipeline/*.c))
STAGES     := $(wildcard stages/*.c)
GENERATORS := $(patsubst datasets/%/generate.c,%,$(wildcard datasets/*/generate.c))
PLOTS      := $(filter-out %.md,$(wildcard plots/*))
UNIT_TESTS := $(wildcard tests/unit/test_*.c)
UNIT_PARTS := $(filter-out tests/unit/test_%,$(wildcard tests/unit/*.c))
TEST_TOOLS := $(wildcard tests/tools/*.c)
TOOL_PARTS := $(wildcard tests/tools/*/*.c)
BENCH      := $(wildcard tests/bench/*.c)
SIMULATE   := $(wildcard tests/simulate/*.c)
STUDIES    := $(patsubst configs/%/study.csv,%,$(wildcard configs/*/study.csv))
SOURCES    := $(wildcard pipeline/*.c pipeline/*/*.c datasets/*/*.c) $(STAGES)
HEADERS    := $(wildcard pipeline/*.h pipeline/*/*.h datasets/*/*.h)

objects_of = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))

ARCHIVES      := $(patsubst %,$(BUILD)/lib/lib%.a,driver $(LIBRARIES))
BERDAYA       := $(patsubst pipeline/%.c,$(BUILD)/bin/%,$(wildcard pipeline/berdaya.c))
STAGE_BINS    := $(patsubst stages/%.c,$(BUILD)/libexec/berdaya/%,$(STAGES))
PLOT_COPIES   := $(patsubst plots/%,$(BUILD)/share/berdaya/plots/%,$(PLOTS))
GENERATE_BINS := $(patsubst %,$(BUILD)/datasets/%/generate,$(GENERATORS))
TEST_BINS     := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(UNIT_TESTS))
TOOL_BINS     := $(patsubst tests/%.c,$(BUILD)/tests/%,$(TEST_TOOLS))
BENCH_BINS    := $(patsubst tests/%.c,$(BUILD)/tests/%,$(BENCH))
SIMULATE_BIN  := $(BUILD)/tests/simulate/designs
FAULT_LIBRARY := $(BUILD)/tests/faults/fail.so

# ---- how it is compiled -------------------------------------------------------------------------
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wformat=2 -Wvla $(if $(WERROR),-Werror)
BANNED   := $(if $(wildcard pipeline/kit/banned.h),-include kit/banned.h)

# Asked only when a recipe needs it, so that `make demo` can install pkg-config first.
PACKAGE_CFLAGS = $(eval PACKAGE_CFLAGS := $$(shell pkg-config --cflags gsl libxml-2.0 xlsxwriter))$(PACKAGE_CFLAGS)
PACKAGE_LIBS   = $(eval PACKAGE_LIBS := $$(shell pkg-config --libs gsl libxml-2.0 xlsxwriter))$(PACKAGE_LIBS)

COMPILE = $(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -Ipipeline $(EXTRA_FLAGS) $(WARNINGS) \
	$(PACKAGE_CFLAGS) $(CFLAGS) $(CPPFLAGS)
# --as-needed: a stage that uses no GSL does not load it.
LINK    = $(CC) $(CFLAGS) $(LDFLAGS) -Wl,--as-needed
LIBS    = -lcsv -lmd $(PACKAGE_LIBS) -lm

EXTRA_FLAGS = $(BANNED)
# xlsxwriter.h itself names a function that is banned here: it is read before the ban.
$(BUILD)/obj/pipeline/workbook.o: EXTRA_FLAGS = -include xlsxwriter.h $(BANNED)
$(BUILD)/obj/tests/%: EXTRA_FLAGS = -Itests/unit

# One job a core, unless -j was given.
PARALLEL = $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc))
SAY      = @$(if $(V),:,printf '  %-8s%s\n')
RUN      = $(if $(V),,@)

.PHONY: all
all: $(ARCHIVES) $(BERDAYA) $(STAGE_BINS) $(PLOT_COPIES) $(GENERATE_BINS)

.PHONY: tests
tests: all $(TEST_BINS) $(TOOL_BINS) $(SIMULATE_BIN)

# A changed compiler or flag rebuilds; the same one does not.
.PHONY: force
$(BUILD)/flags: force
	@mkdir -p $(@D)
	@tools/packages --hint build
	@printf '%s\n' '$(COMPILE) | $(LINK)' | cmp -s - $@ || printf '%s\n' '$(COMPILE) | $(LINK)' > $@

$(BUILD)/obj/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) CC $<
	$(RUN)$(COMPILE) -MMD -MP -c $< -o $@

define archive
$(BUILD)/lib/lib$(1).a: $$(call objects_of,$(2)) $(BUILD)/flags
	@mkdir -p $$(@D)
	$$(SAY) AR $$@
	$$(RUN)rm -f $$@ && ar rcsD $$@ $$(filter %.o,$$^)
endef
$(foreach library,$(LIBRARIES),$(eval $(call archive,$(library),$(wildcard pipeline/$(library)/*.c))))
$(eval $(call archive,driver,$(DRIVER)))

BELOW_STAGES := $(filter-out %/libdriver.a,$(ARCHIVES))
$(BERDAYA): $(BUILD)/bin/%: $(BUILD)/obj/pipeline/%.o $(ARCHIVES)
$(STAGE_BINS): $(BUILD)/libexec/berdaya/%: $(BUILD)/obj/stages/%.o $(BELOW_STAGES)
$(foreach set,$(GENERATORS),$(eval $(BUILD)/datasets/$(set)/generate: \
	$(call objects_of,$(wildcard datasets/$(set)/*.c)) $(BELOW_STAGES)))
$(TEST_BINS): $(BUILD)/tests/%: $(BUILD)/obj/tests/unit/%.o $(call objects_of,$(UNIT_PARTS)) $(ARCHIVES)
$(TEST_BINS): LIBS = -lcmocka -lcsv -lmd $(PACKAGE_LIBS) -lm
$(BENCH_BINS): $(BUILD)/tests/%: $(BUILD)/obj/tests/%.o
$(SIMULATE_BIN): $(call objects_of,$(SIMULATE)) $(ARCHIVES)
.SECONDEXPANSION:
$(TOOL_BINS): $(BUILD)/tests/%: $(BUILD)/obj/tests/%.o $$(call objects_of,$$(wildcard tests/%/*.c)) $(ARCHIVES)
$(BERDAYA) $(STAGE_BINS) $(GENERATE_BINS) $(TEST_BINS) $(TOOL_BINS) $(BENCH_BINS) $(SIMULATE_BIN):
	@mkdir -p $(@D)
	$(SAY) LINK $@
	$(RUN)$(LINK) $(filter %.o,$^) -Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(LIBS) -o $@

# Preloaded into programs under test; it stands in for the C library's own calls, so stands alone.
$(FAULT_LIBRARY): tests/faults/fail.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) LINK $@
	$(RUN)$(CC) -std=c11 $(WARNINGS) $(CFLAGS) -fPIC -shared $< -o $@

$(BUILD)/share/berdaya/plots/%: plots/%
	@mkdir -p $(@D)
	$(RUN)cp $< $@

-include $(patsubst %.c,$(BUILD)/obj/%.d,$(SOURCES) $(UNIT_TESTS) $(UNIT_PARTS) $(TEST_TOOLS) $(TOOL_PARTS) $(BENCH) $(SIMULATE))

# ---- what it is used for ------------------------------------------------------------------------
.PHONY: demo
demo: ## run the demo study (desa_berdaya); installs what is missing first
	@tools/packages build
	@$(MAKE) --no-print-directory $(PARALLEL) all
	@echo
	$(BUILD)/bin/berdaya run configs/desa_berdaya --allow-programs
	@echo
	@echo 'Buka results/desa_berdaya/report.id.html di peramban, tables.xlsx di lembar kerja. Semua data buatan.'
	@echo 'Open results/desa_berdaya/report.en.html in a browser, and tables.xlsx in a spreadsheet; charts/'
	@echo 'and tables/ hold what the report is made of. All villages and people in them are synthetic.'

.PHONY: gallery
gallery: all ## draw the charts of docs/gallery.md anew from the demo study
	$(BUILD)/bin/berdaya run configs/desa_berdaya --allow-programs --output $(BUILD)/gallery
	$(BUILD)/bin/berdaya run configs/desa_berdaya_rounds --output $(BUILD)/gallery_rounds
	cp $(foreach chart,goals effects answers equity results_chain village_spread panel_flow funder,$(foreach code,en id,$(BUILD)/gallery/charts/$(chart).$(code).svg)) docs/images/
	cp $(foreach code,en id,$(BUILD)/gallery_rounds/charts/trend.$(code).svg) docs/images/

.PHONY: examples
examples: ## run every study under configs/ into results/
	@tools/packages build
	@$(MAKE) --no-print-directory $(PARALLEL) all
	@set -e; for study in $(STUDIES); do \
		echo "$(BUILD)/bin/berdaya run configs/$$study --allow-programs"; \
		$(BUILD)/bin/berdaya run configs/$$study --allow-programs; done

# ---- how it is tested ---------------------------------------------------------------------------
.PHONY: check
check: ## build and run all tests; installs what is missing first
	@tools/packages build check
	@$(MAKE) --no-print-directory $(PARALLEL) tests
	@BUILD=$(BUILD) tests/run-all

.PHONY: sanitize
sanitize: BUILD := $(BUILD)/sanitize
sanitize: ## the same tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@tools/packages build check
	@$(MAKE) --no-print-directory $(PARALLEL) BUILD=$(BUILD) tests CFLAGS='-O1 -g \
		-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'
	@BUILD=$(BUILD) INSTRUMENTED=sanitize tests/run-all unit cases contract pipeline

.PHONY: memcheck
memcheck: ## unit tests and cases under valgrind
	@tools/packages build check memcheck
	@$(MAKE) --no-print-directory $(PARALLEL) tests
	@BUILD=$(BUILD) INSTRUMENTED=memcheck tests/run-all unit cases

.PHONY: coverage
coverage: BUILD := $(BUILD)/coverage
coverage: ## line coverage of kit, study and stat; fails under 90 %
	@tools/packages build check coverage
	@$(MAKE) --no-print-directory $(PARALLEL) BUILD=$(BUILD) tests CFLAGS='-O0 -g --coverage'
	@find $(BUILD) -name '*.gcda' -delete
	@status=0; BUILD=$(BUILD) INSTRUMENTED=coverage tests/run-all unit cases contract pipeline || status=1; \
	gcovr --root . --object-directory $(BUILD) $(patsubst %,--filter 'pipeline/%/',kit study stat) \
		--sort-percentage --fail-under-line 90 || status=1; exit $$status

.PHONY: faults
faults: ## what happens when memory, disks and processes fail; some of it as root only
	@tools/packages build check
	@$(MAKE) --no-print-directory $(PARALLEL) all $(FAULT_LIBRARY)
	@BUILD=$(BUILD) TAP=yes tests/run-all faults

.PHONY: bench
bench: N ?= 1000 100000
bench: ## CPU and memory of each stage; N=1000000 for so many respondents
	@tools/packages build
	@$(MAKE) --no-print-directory $(PARALLEL) all $(BENCH_BINS)
	@BUILD=$(BUILD) WEIGHTS=$(WEIGHTS) tests/bench/run $(N)

.PHONY: bench-results
bench-results: ## CPU of each stage from the tally of a study of 51 indicators to its table
	@tools/packages build
	@$(MAKE) --no-print-directory $(PARALLEL) all $(BENCH_BINS)
	@BUILD=$(BUILD) tests/bench/results

.PHONY: simulate
simulate: ## false positives and coverage of every method, over many made-up surveys
	@tools/packages build
	@$(MAKE) --no-print-directory $(PARALLEL) all $(SIMULATE_BIN)
	@BUILD=$(BUILD) tests/simulate/run

.PHONY: lint format
lint: ## check the format of all C sources
	@tools/packages lint
	clang-format --dry-run --Werror $(SOURCES) $(HEADERS) $(wildcard tests/*/*.c tests/*/*.h)
format: ## format all C sources
	@tools/packages lint
	clang-format -i $(SOURCES) $(HEADERS) $(wildcard tests/*/*.c tests/*/*.h)

# ---- how it is installed ------------------------------------------------------------------------
TARGET = $(DESTDIR)$(PREFIX)
DOCUMENTS = $(TARGET)/share/doc/berdaya
.PHONY: install uninstall
install: all ## install into PREFIX (/usr/local), under DESTDIR if set
	install -d $(TARGET)/bin $(TARGET)/libexec/berdaya $(TARGET)/share/berdaya/plots \
		$(DOCUMENTS)/docs/images $(DOCUMENTS)/pipeline
	install $(BERDAYA) $(TARGET)/bin
	install $(STAGE_BINS) $(TARGET)/libexec/berdaya
	install -m 644 $(PLOT_COPIES) $(TARGET)/share/berdaya/plots
	install -m 644 README.md LICENSE $(DOCUMENTS)
	install -m 644 $(wildcard docs/*.md) $(DOCUMENTS)/docs
	install -m 644 $(wildcard docs/images/*) $(DOCUMENTS)/docs/images
	install -m 644 $(wildcard pipeline/*.md) $(DOCUMENTS)/pipeline
uninstall: ## remove what install put there
	rm -f $(TARGET)/bin/berdaya
	rm -rf $(TARGET)/libexec/berdaya $(TARGET)/share/berdaya $(DOCUMENTS)

.PHONY: clean
clean: ## remove build/ (results/ stays)
	rm -rf $(BUILD)

.PHONY: help
help: ## this list
	@echo 'make            build into build/'
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | sort | \
		while IFS='	' read -r target text; do printf 'make %-10s %s\n' "$$target" "$$text"; done
