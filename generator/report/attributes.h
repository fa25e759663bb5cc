// The attributes of a directive: `{code=b1,b3 extent="2 lines"}`.
//
// In:  prose, and the offset of the `{`.
// Out: names and values as stretches of the prose.
//
//   attributes = "{" blank* [ attribute { blank+ attribute } blank* ] "}"
//   attribute  = name "=" ( bare | '"' text '"' | "'" text "'" )
//   bare       = one or more characters other than blanks, quotes and braces
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "report/stretch.h"

namespace sable::report {

struct Attribute {
  Stretch name;
  Stretch value;  // without its quotes
};

struct Attributes {
  std::vector<Attribute> all;
  size_t end = 0;   // behind the `}`
  bool ok = false;  // false: reported, and `end` is where reading stopped
};

// `prose.begin` is the offset of the `{`; nothing behind `prose.end` is read.
Attributes read_attributes(const Stretch& prose, base::Diagnostics& diagnostics);

}  // namespace sable::report
