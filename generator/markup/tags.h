// The Mustache tags of one template file. Private to the room.
//
// In:  the text of the file.
// Out: its tags with their places, sections matched with their ends.
//
// The grammar is mustache(5) without set delimiters and unescaped tags, which
// templates may not use. kainjow's parser gives no end of a tag and stops at
// the first fault (and reads out of range where a text ends in "{{"), so faults
// are found here, all of them, each with its place; what this scanner accepts,
// kainjow's parser reads the same way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace sable::markup {

enum class TagType : uint8_t { variable, section, inverted, end, partial, comment };

struct Tag {
  TagType type = TagType::variable;
  std::string_view name;  // a stretch of the file's text
  base::Span span;        // from "{{" to "}}"
  base::Span taken;       // the same; or the whole line, where nothing else stands on it
  size_t partner = 0;     // of a section: its end, and the other way round
};

struct Tags {
  std::vector<Tag> tags;  // in order; faulty ones left out
  base::Diagnostics diagnostics;
};

// `text` has to outlive the result.
Tags scan_tags(base::FileId file, std::string_view text);

// The tag as written, without padding: "{{#spans}}".
std::string spelled(const Tag& tag);

}  // namespace sable::markup
