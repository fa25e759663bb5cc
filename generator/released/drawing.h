// A drawing as a release shows it: operators of PDF, with the objects that they name.
//
// In:  made by drawing/, before the door, from an SVG.
// Out: read by pdf, which numbers the objects and writes them as they are.
//
// It holds what was drawn and nothing else of its file: no titles, comments, names or
// metadata, and nothing that its file does not show.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sable::released {

// Text of PDF in which a reference to another object of the drawing is written
// `@index@`. No string or name in it has that sign.
using ObjectText = std::string;

struct DrawingObject {
  ObjectText text;  // of a stream its keys and values, without "<<", ">>" and Length
  bool is_stream = false;
  std::string bytes = {};  // not compressed, unless `text` has a filter
  bool operator==(const DrawingObject&) const = default;
};

// ISO 32000-1, 8.10: the content of a form.
struct Drawing {
  uint32_t width = 0, height = 0;  // of its box, from 0 0
  std::string content;
  ObjectText resources;
  std::vector<DrawingObject> objects;
  bool operator==(const Drawing&) const = default;
};

}  // namespace sable::released
