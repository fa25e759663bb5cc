// The small objects: in object streams (ISO 32000-1, 7.5.7), found by a
// cross-reference stream (7.5.8) that the trailer names (7.5.8.4).
//
// In:  dictionaries as text.
// Out: object streams and the cross-reference stream, in the document.
//
// A report of 1,000 pages has some 42,000 structure elements: as objects of
// libharu's they would take half of all time, and twenty bytes each in the
// table. Their numbers follow those of the document's own objects, so that
// there is no gap; the number of streams is therefore settled beforehand, and
// the objects are dealt evenly to them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pdf/haru.h"

namespace sable::pdf {

class HiddenObjects {
 public:
  // To be made when every other object of the document has its number.
  // `expected`: about how many there will be; each stream then holds some 200.
  HiddenObjects(Document& document, size_t expected);

  uint32_t reserve(uint32_t count = 1);  // the first of `count` numbers in a row

  // Where the text of that object is appended, up to the next call of `text`.
  std::string& text(uint32_t object);
  // A new object with its text at once.
  uint32_t add(std::string_view text);

  // Writes the streams. Every reserved object must have its text.
  HybridPart finish();

 private:
  struct Place {
    size_t begin = 0, end = 0;  // of text_
  };
  void close();
  std::string_view text_of(size_t index) const;
  std::string stream_body(size_t first, size_t last, size_t& offset_of_first) const;
  std::string cross_references(size_t share) const;

  Document& document_;
  std::vector<uint32_t> streams_;
  uint32_t cross_reference_stream_;
  uint32_t base_;  // number of the first
  std::string text_;
  std::vector<Place> places_;
  size_t open_;  // index of the object being written, or kNone
  static constexpr size_t kNone = ~size_t{0};
};

}  // namespace sable::pdf
