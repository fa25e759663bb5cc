#include "pdf/hidden_objects.h"

#include <algorithm>

#include "pdf/deflate.h"
#include "pdf/number.h"

namespace sable::pdf {
namespace {

constexpr size_t kObjectsPerStream = 200;

// Bytes of an entry: its type, the number of its stream, its index there.
constexpr size_t kEntry = 1 + 3 + 2;

std::string entry_bytes(uint32_t stream, size_t index) {
  std::string entry(kEntry, '\0');
  entry[0] = 2;  // in an object stream
  for (size_t i = 0; i < 3; ++i) entry[1 + i] = static_cast<char>(stream >> (16 - 8 * i));
  entry[4] = static_cast<char>(index >> 8);
  entry[5] = static_cast<char>(index);
  return entry;
}

// PNG's filter "up" (ISO 32000-1, 7.4.4.4): rows hardly differ from each other.
void append_row(std::string& out, const std::string& row, const std::string& above) {
  out += '\2';
  for (size_t i = 0; i < row.size(); ++i) out += static_cast<char>(row[i] - above[i]);
}

}  // namespace

HiddenObjects::HiddenObjects(Document& document, size_t expected)
    : document_(document), open_(kNone) {
  const size_t count = std::max<size_t>(1, (expected + kObjectsPerStream - 1) / kObjectsPerStream);
  streams_.reserve(count);
  for (size_t i = 0; i < count; ++i) streams_.push_back(document_.add_object());
  cross_reference_stream_ = document_.add_object();
  base_ = document_.next_number();
}

uint32_t HiddenObjects::reserve(uint32_t count) {
  const size_t first = places_.size();
  places_.resize(first + count);
  return base_ + static_cast<uint32_t>(first);
}

void HiddenObjects::close() {
  if (open_ != kNone) places_[open_].end = text_.size();
  open_ = kNone;
}

std::string& HiddenObjects::text(uint32_t object) {
  close();
  open_ = object - base_;
  places_[open_].begin = text_.size();
  return text_;
}

uint32_t HiddenObjects::add(std::string_view text) {
  const uint32_t object = reserve();
  this->text(object) += text;
  return object;
}

std::string_view HiddenObjects::text_of(size_t index) const {
  const Place& place = places_[index];
  return std::string_view(text_).substr(place.begin, place.end - place.begin);
}

std::string HiddenObjects::stream_body(size_t first, size_t last, size_t& offset_of_first) const {
  std::string body;
  size_t offset = 0;
  for (size_t i = first; i < last; ++i) {
    append_integer(body, base_ + static_cast<int64_t>(i));
    body += ' ';
    append_integer(body, static_cast<int64_t>(offset));
    body += ' ';
    offset += text_of(i).size() + 1;
  }
  offset_of_first = body.size();
  for (size_t i = first; i < last; ++i) {
    body += text_of(i);
    body += '\n';
  }
  return body;
}

std::string HiddenObjects::cross_references(size_t share) const {
  std::string rows;
  std::string above(kEntry, '\0');
  for (size_t i = 0; i < places_.size(); ++i) {
    const std::string row = entry_bytes(streams_[i / share], i % share);
    append_row(rows, row, above);
    above = row;
  }
  return rows;
}

HybridPart HiddenObjects::finish() {
  close();
  Deflater deflater;
  const size_t count = places_.size();
  const size_t share = std::max<size_t>(1, (count + streams_.size() - 1) / streams_.size());
  for (size_t i = 0; i < streams_.size(); ++i) {
    const size_t first = std::min(count, i * share);
    const size_t last = std::min(count, first + share);
    size_t offset = 0;
    const std::string body = stream_body(first, last, offset);
    std::string entries = "/Type/ObjStm/Filter/FlateDecode/N ";
    append_integer(entries, static_cast<int64_t>(last - first));
    entries += "/First ";
    append_integer(entries, static_cast<int64_t>(offset));
    document_.set_stream(streams_[i], std::move(entries), deflater.compress(body));
  }
  const HybridPart hybrid{cross_reference_stream_, base_ + static_cast<uint32_t>(count)};
  std::string entries =
      "/Type/XRef/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 6>>/W[1 3 2]";
  entries += "/Index[";
  append_integer(entries, base_);
  entries += ' ';
  append_integer(entries, static_cast<int64_t>(count));
  entries += "]/Size ";
  append_integer(entries, hybrid.size);
  document_.set_stream(cross_reference_stream_, std::move(entries),
                       deflater.compress(cross_references(share)));
  return hybrid;
}

}  // namespace sable::pdf
