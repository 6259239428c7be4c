# make run       open the tutor
# make test      everything that has to hold before a change is merged
# make install   put the program, its manual page and what shells complete
#                below PREFIX (default /usr/local)
# make dist      pack it for other machines, into dist/
# make dist-test start what was packed on a system without Swift
# make dist-same build and pack it once more elsewhere: the bytes are the same
# make format    lay out the Swift sources
# make clean     remove what was built

PREFIX ?= /usr/local
SWIFT ?= swift

# Linux has no Swift library to share: it goes into the program. So do the
# libraries of C++ and of the compiler, where they can: they would be bound
# anew at each start.
ifeq ($(shell uname -s),Linux)
RELEASE = -c release --static-swift-stdlib
CXX_LIBRARY := $(firstword $(wildcard $(shell \
  for compiler in clang cc; do \
    $$compiler -print-file-name=libstdc++.a 2>/dev/null; \
  done)))
ifneq ($(CXX_LIBRARY),)
STATIC = $(CURDIR)/.build/static
RELEASE += -Xswiftc "-L$(STATIC)" -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
endif
else
RELEASE = -c release
endif

# What is packed has no libedit to find where it goes, nor anybody to debug it.
ARCHIVES = $(CURDIR)/.build/archives
PACKED = --disable-local-rpath -Xlinker -s -Xlinker --build-id=none \
  -Xlinker -ltinfo -Xlinker -lbsd -Xlinker -lmd

SOURCES = Package.swift Sources Tests

.PHONY: run test install dist dist-test dist-same format clean deps lint \
  build-release
.DEFAULT_GOAL := run

# What the build says is shown only if it fails; the tutor then takes over.
run: deps
	@echo "Building backstep ..."
	@$(MAKE) --no-print-directory --silent build-release
	@exec "$$($(SWIFT) build $(RELEASE) --show-bin-path)/backstep"

build-release:
	@$(if $(STATIC),mkdir -p "$(STATIC)" && ln -sf "$(CXX_LIBRARY)" "$(STATIC)")
	@log=$$(mktemp) && trap 'rm -f "$$log"' EXIT && \
	{ $(SWIFT) build $(RELEASE) $(LINK) --product backstep >"$$log" 2>&1 || \
	  { cat "$$log" >&2; exit 1; }; }

# The program as a learner has it is optimised, and is tried as such, too.
test: deps lint
	$(SWIFT) build --build-tests
	$(SWIFT) test
	@$(MAKE) --no-print-directory build-release
	program="$$($(SWIFT) build $(RELEASE) --show-bin-path)/backstep" && \
	"$$program" lint --bar 99.5 && \
	"$$program" run one-weight -c "set w1 = 1" -c next -c "why C" && \
	"$$program" verify "D(sigmoid(z), z) = sigmoid(z)*(1 - sigmoid(z))" && \
	./.ci/instructions "$$program"

lint:
	@if $(SWIFT) format --version >/dev/null 2>&1; then \
	  $(SWIFT) format lint -s -r $(SOURCES) || \
	    { echo "try: make format" >&2; exit 1; }; \
	else \
	  echo "This toolchain has no swift format: layout not looked at."; \
	fi

install: deps build-release
	./Packaging/place \
	  "$$($(SWIFT) build $(RELEASE) --show-bin-path)/backstep" \
	  "$(DESTDIR)$(PREFIX)"

dist: deps
	@./Packaging/archives "$(ARCHIVES)"
	@echo "Building backstep ..."
	@PKG_CONFIG_PATH="$(ARCHIVES)" \
	  $(MAKE) --no-print-directory build-release LINK="$(PACKED)"
	@SWIFT="$(SWIFT)" ./Packaging/package \
	  "$$($(SWIFT) build $(RELEASE) --show-bin-path)/backstep" dist

dist-test: dist
	./Packaging/try dist

dist-same: dist
	SWIFT="$(SWIFT)" MAKE="$(MAKE)" ./Packaging/again dist

format:
	$(SWIFT) format -i -r $(SOURCES)

clean:
	$(SWIFT) package clean
	rm -rf .build dist

# libedit's header, and what finds it, where they are missing.
deps:
	@./.ci/deps
