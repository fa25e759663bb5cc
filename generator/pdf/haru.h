// The file: libharu's document, page tree, cross-reference table and trailer.
//
// In:  dictionaries and streams as text.
// Out: the bytes of the file.
//
// The one place that includes libharu's headers. Its high-level calls are not
// used: they know neither glyph ids nor marked content. Each object here is a
// dictionary of libharu's whose entries, and stream if it has one, are written
// by call-backs as they are; so an object costs one number, streams are not
// copied, and their lengths are direct.
//
// The first failure sticks; later calls do nothing and `save` reports it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace sable::pdf {

// Objects that the file has beside its table (ISO 32000-1, 7.5.8.4).
struct HybridPart {
  uint32_t cross_reference_stream = 0;  // its object number
  uint32_t size = 0;                    // highest object number of the file, plus one
};

class Document {
 public:
  Document();
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  // A new object; its number. Its entries come later, by set or set_stream.
  uint32_t add_object();
  // New pages in a balanced page tree; their numbers, in order. Once only.
  std::vector<uint32_t> add_pages(size_t count);
  // The number that the next object gets.
  uint32_t next_number() const;

  // `entries` are the keys and values without "<<" and ">>".
  void set(uint32_t object, std::string entries);
  // `entries` are without Length.
  void set_stream(uint32_t object, std::string entries, std::string bytes);
  void set_catalog(std::string entries);
  void set_info(std::string entries);

  // The file; its ID is a digest of everything before the trailer, so that it
  // depends on nothing but the content.
  base::Result<std::string> save(const HybridPart& hybrid);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// ISO 32000-1, 7.5.5 allows offsets of ten digits, but libharu counts bytes in
// 32 bits and PDF/A readers in signed ones.
constexpr uint64_t kLongestFile = 0x7FFFFFFF;

}  // namespace sable::pdf
