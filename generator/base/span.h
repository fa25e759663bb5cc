// Places in the files that a run reads, and the files themselves.
//
// In:  file names and bytes.
// Out: `Span`, twelve bytes that name a stretch of one file; line and column
//      only when a diagnostic is printed.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace sable::base {

// Index of a file in a `SourceSet`.
using FileId = uint32_t;

// Bytes [begin, end) of a file. Equal ends name a point.
struct Span {
  FileId file = 0;
  uint32_t begin = 0;
  uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

// One-based line and column; the column counts code points, as editors do.
struct LineColumn {
  uint32_t line = 1;
  uint32_t column = 1;
};

// Whether a file's text may be quoted in a message.
enum class Secrecy {
  open,    // templates, style sheets, themes, manifests
  secret,  // reports: quoted only on request, and masked at redactions
  sealed,  // data of reports: never quoted, since what withholds it stands elsewhere
};

struct SourceFile {
  std::string name;
  std::string text;
  Secrecy secrecy = Secrecy::open;
};

// The files of one run. Grows only; spans stay valid, and so do references.
class SourceSet {
 public:
  FileId add(std::string name, std::string text, Secrecy secrecy);
  const SourceFile& file(FileId id) const { return files_.at(id); }
  size_t size() const { return files_.size(); }

  LineColumn locate(FileId id, uint32_t offset) const;
  // The line that holds `offset`, without its line end.
  std::string_view line_at(FileId id, uint32_t offset) const;

 private:
  // Offset at which the line of `offset` begins, as an index into lines_[id].
  size_t line_of(FileId id, size_t offset) const;

  std::deque<SourceFile> files_;
  std::deque<std::vector<uint32_t>> lines_;  // where each line of a file begins
};

}  // namespace sable::base
