// Reads YAML strictly.
//
// In:  a file of the SourceSet.
// Out: the tree of its values, or every diagnostic that can be found in one run.
//
// Refused, each with place and repair: bad UTF-8, NUL and other control
// characters, noncharacters U+FDD0–U+FDEF, tabs in indentation, a plain scalar
// of prose followed by ` #…` on its line, an unterminated quote that swallows
// the keys below it, duplicate keys, anchors, aliases, merge keys and tags,
// complex keys, several documents, nesting deeper than the limit, and anything
// that looks like a redaction where none can stand (in a key, in a comment) or
// that is not a well-formed opener (`redact:[`, `:redact [`, `:Redact[`).
#pragma once

#include "base/diagnostic.h"
#include "source/value.h"

namespace sable::source {

struct Limits {
  size_t bytes = 64u << 20;
  size_t depth = 64;
};

// `tree` is null for an empty file; the schema says whether that is an error.
struct Document {
  Value tree;
  base::Diagnostics warnings;
};

base::Result<Document> read(const base::SourceSet& sources, base::FileId file,
                            const Limits& limits = {});

// The same for who goes on in spite of errors, to report those of the schema too.
struct Examination {
  Value tree;
  base::Diagnostics findings;
  // Whether the tree is that of the whole file although there may be errors in it:
  // every key and list item is known, while texts on the lines of errors may be
  // wrong.
  bool whole = false;
};

Examination examine(const base::SourceSet& sources, base::FileId file, const Limits& limits = {});

}  // namespace sable::source
