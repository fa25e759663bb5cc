#include "base/span.h"

#include <algorithm>

namespace sable::base {

namespace {

bool continues_code_point(char byte) { return (static_cast<uint8_t>(byte) & 0xC0) == 0x80; }

std::vector<uint32_t> line_starts(std::string_view text) {
  std::vector<uint32_t> starts{0};
  for (size_t end = text.find('\n'); end != std::string_view::npos;
       end = text.find('\n', end + 1)) {
    starts.push_back(static_cast<uint32_t>(end + 1));
  }
  return starts;
}

}  // namespace

FileId SourceSet::add(std::string name, std::string text, Secrecy secrecy) {
  lines_.push_back(line_starts(text));
  files_.push_back({std::move(name), std::move(text), secrecy});
  return static_cast<FileId>(files_.size() - 1);
}

size_t SourceSet::line_of(FileId id, size_t offset) const {
  const std::vector<uint32_t>& starts = lines_.at(id);
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  return static_cast<size_t>(after - starts.begin()) - 1;
}

LineColumn SourceSet::locate(FileId id, uint32_t offset) const {
  const std::string_view text = file(id).text;
  const size_t end = std::min<size_t>(offset, text.size());
  const size_t line = line_of(id, end);
  LineColumn place;
  place.line = static_cast<uint32_t>(line + 1);
  for (size_t i = lines_[id][line]; i < end; ++i) {
    if (!continues_code_point(text[i])) ++place.column;
  }
  return place;
}

std::string_view SourceSet::line_at(FileId id, uint32_t offset) const {
  const std::string_view text = file(id).text;
  const size_t start = lines_[id][line_of(id, std::min<size_t>(offset, text.size()))];
  size_t end = std::min(text.find('\n', start), text.size());
  if (end > start && text[end - 1] == '\r') --end;
  return text.substr(start, end - start);
}

}  // namespace sable::base
