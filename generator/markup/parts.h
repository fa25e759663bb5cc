// What a loaded template holds. Private to the room: kainjow's types stay here.
//
// In:  made by compile.h.
// Out: read by context.h and fill.h.
//
// Each file is parsed once. A tag's name is replaced by its index in
// `references`, so that filling looks nothing up by its spelling; {{>name}}
// becomes a section over a lambda that fills the partial's parsed form, since
// kainjow would parse a partial's text anew at each use. (Copying partials into
// their callers at load would multiply the text: spans hold spans.)
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <kainjow/mustache.hpp>

#include "base/span.h"
#include "markup/schema.h"
#include "markup/template.h"

namespace sable::markup {

enum class Use : uint8_t {
  value,    // {{x}}
  section,  // {{#x}}, {{^x}}
  partial,  // {{>x}}
  ordinal,  // not written by an author: stands before each start tag
};

struct Reference {
  Use use = Use::value;
  bool rooted = false;
  std::vector<Name> path;
  size_t partial = 0;  // index in Template::Parts::partials
  base::Span place;
};

// kainjow renders through non-const members although it changes nothing but an
// error message, which stays empty because lambdas and partials are ours.
using Filling = std::unique_ptr<kainjow::mustache::mustache>;

struct Partial {
  std::string name;
  Filling filling;
};

struct Template::Parts {
  std::vector<Reference> references;
  std::vector<base::Span> places;  // of each '<' and each {{x}} in the files
  std::vector<Partial> partials;
  Filling prefix;  // report.mustache before {{#body}}
  Filling block;   // between {{#body}} and {{/body}}
  Filling suffix;  // after {{/body}}
};

// The reference that stands before each start tag.
constexpr size_t kOrdinalReference = 0;

}  // namespace sable::markup
