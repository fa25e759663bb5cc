#include "report/paragraphs.h"

#include <algorithm>

namespace sable::report {

namespace {

// Whether the line end at `offset` of the text stands for a line end and an
// empty line in the file.
bool is_folded_blank_line(const base::SourceSet& sources, const source::Value& prose,
                          size_t offset) {
  if (prose.span.file >= sources.size()) return false;
  const std::string& file = sources.file(prose.span.file).text;
  const size_t begin = prose.span_of(offset, offset).begin;
  const size_t next = prose.span_of(offset + 1, offset + 1).begin;
  const size_t end = std::min<size_t>(next, file.size());
  if (begin >= end) return false;
  using Difference = std::string::difference_type;
  return std::count(file.begin() + static_cast<Difference>(begin),
                    file.begin() + static_cast<Difference>(end), '\n') > 1;
}

}  // namespace

std::vector<Stretch> split_paragraphs(const base::SourceSet& sources, const source::Value& prose) {
  std::vector<Stretch> paragraphs;
  const std::string& text = prose.text;
  const auto add = [&](size_t begin, size_t end) {
    const Stretch paragraph = Stretch{&prose, begin, end}.trimmed();
    if (paragraph.begin < paragraph.end) paragraphs.push_back(paragraph);
  };
  size_t begin = 0;
  for (size_t line_end = text.find('\n'); line_end != std::string::npos;) {
    const size_t next = std::min(text.find_first_not_of(" \t\r", line_end + 1), text.size());
    const bool blank_line = next < text.size() && text[next] == '\n';
    if (next < text.size() && (blank_line || is_folded_blank_line(sources, prose, line_end))) {
      add(begin, line_end);
      begin = next;
    }
    line_end = text.find('\n', line_end + 1);
  }
  add(begin, text.size());
  return paragraphs;
}

}  // namespace sable::report
