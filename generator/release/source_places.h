// Where words of a release stand in the source. Before the door, for `check`.
//
// In:  a text of the release, and words of it.
// Out: the place of these words, or of the text where they are written otherwise.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "release/shown_text.h"
#include "release/spans.h"
#include "release/withhold.h"

namespace sable::release {

class SourcePlaces {
 public:
  // `otherwise`: the place of what stands nowhere in the report, such as a stamp.
  SourcePlaces(const base::SourceSet& sources, const Withheld& withheld,
               const std::vector<Site>& sites, base::Span otherwise);

  // The next place of `words` in that text: asked again, the one behind it.
  base::Span find(const ShownText& text, const std::string& words);
  base::Span of(const ShownText& text) const;

  // Of the hole with that number, from 0, in the text at that ordinal.
  base::Span hole(released::Ordinal ordinal, size_t number) const;

  bool shows_note(const released::Released& released, base::Span note) const;

 private:
  bool is_withheld(base::Span place) const;

  const base::SourceSet& sources_;
  const Withheld& withheld_;
  base::Span otherwise_;
  std::vector<base::Span> holes_;                                  // of spans, by their beginning
  std::map<std::pair<uint32_t, std::string>, uint32_t> searched_;  // up to there
};

}  // namespace sable::release
