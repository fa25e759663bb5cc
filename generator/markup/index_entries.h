// The entries of an index. Private to the room.
//
// In:  terms in the order of the text.
// Out: entries and those below them, sorted, each with its places.
#pragma once

#include <string>
#include <vector>

#include "markup/contents.h"

namespace sable::markup {

// A place where a term stands.
struct Term {
  std::string entry;  // as it is entered; what stands behind a comma goes below it
  std::string id;
  std::string mark;  // of what it stands in; empty: none
  Provenance provenance;
};

struct IndexEntry {
  std::string words;
  int level = 1;
  std::vector<const Term*> terms;     // empty: only those below it have places
  std::vector<const Term*> standing;  // these, or else those below it: what it is marked by
};

std::vector<IndexEntry> index_of(const std::vector<Term>& terms, const WordOrder& order);

}  // namespace sable::markup
