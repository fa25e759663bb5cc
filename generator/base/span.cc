#include "base/span.h"

#include <algorithm>

namespace sable::base {

namespace {

size_t line_start(std::string_view text, size_t offset) {
  while (offset > 0 && text[offset - 1] != '\n') --offset;
  return offset;
}

bool continues_code_point(char byte) { return (static_cast<uint8_t>(byte) & 0xC0) == 0x80; }

}  // namespace

FileId SourceSet::add(std::string name, std::string text, Secrecy secrecy) {
  files_.push_back({std::move(name), std::move(text), secrecy});
  return static_cast<FileId>(files_.size() - 1);
}

LineColumn SourceSet::locate(FileId id, uint32_t offset) const {
  const std::string_view text = file(id).text;
  const size_t end = std::min<size_t>(offset, text.size());
  const size_t start = line_start(text, end);
  LineColumn place;
  place.line += static_cast<uint32_t>(
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n'));
  for (size_t i = start; i < end; ++i) {
    if (!continues_code_point(text[i])) ++place.column;
  }
  return place;
}

std::string_view SourceSet::line_at(FileId id, uint32_t offset) const {
  const std::string_view text = file(id).text;
  const size_t start = line_start(text, std::min<size_t>(offset, text.size()));
  size_t end = text.find('\n', start);
  if (end == std::string_view::npos) end = text.size();
  if (end > start && text[end - 1] == '\r') --end;
  return text.substr(start, end - start);
}

}  // namespace sable::base
