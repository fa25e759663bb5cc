// A portion: prose that may carry a mark and may be withheld as a whole.
//
// In:  a text, or a map {mark, text, redact, withheld}.
// Out: its parts, checked; the prose itself is parsed by whoever knows how many
//      paragraphs it may have.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "marking/marking.h"
#include "report/fields.h"
#include "report/report.h"

namespace sable::report {

// What the readers of a report share.
struct Context {
  const base::SourceSet& sources;
  const marking::System* system;  // nullptr if it is unknown: marks are not read
  base::Diagnostics& diagnostics;
  const Enclosures* enclosures = nullptr;        // nullptr: no files can be read
  std::optional<marking::Marking> overall = {};  // no mark may stand above it
  base::Span overall_span = {};
};

struct Portion {
  base::Span span;
  std::optional<marking::Marking> mark;
  std::optional<Redaction> redaction;
  const source::Value* text = nullptr;  // a scalar; nullptr if withheld or wrong
};

// The fields that each portion has: mark, text, redact, withheld.
std::vector<std::string> portion_fields(std::vector<std::string> others = {});

// `shape.what` names the portion; a map may have the fields of `shape`.
Portion read_portion(const source::Value& value, const Shape& shape, Context& context);

// A portion of one paragraph.
RichText read_rich_text(const source::Value& value, const Shape& shape, Context& context);

// Prose that has to be one paragraph; several, or none, are errors.
Inlines read_line(const source::Value& text, std::string_view what, Context& context);

// A mark that the overall marking does not dominate is an error (32 CFR 2001.21(b):
// the overall marking is that of the highest portion).
std::optional<marking::Marking> read_mark(const source::Value& value, Context& context);
// A marking of the report or of a release as a whole. It is public, so that the
// help may say which one was meant.
std::optional<marking::Marking> read_public_marking(const source::Value& value,
                                                    std::string_view what,
                                                    const marking::System* system,
                                                    base::Diagnostics& diagnostics);

// `redact:` with `withheld:` beside it. `has_text` says whether matter stands
// there too.
std::optional<Redaction> read_sibling_redaction(const Fields& fields, bool has_text,
                                                Context& context);

}  // namespace sable::report
