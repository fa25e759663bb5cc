#include "source/read.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "source/build.h"
#include "source/bytes.h"
#include "source/codes.h"
#include "source/findings.h"
#include "source/lexer.h"
#include "source/redactions.h"
#include "source/signature.h"

namespace sable::source {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// Marks of the library are ints.
constexpr size_t kMostBytes = std::numeric_limits<int32_t>::max();

base::Diagnostic too_large(base::FileId file, size_t limit) {
  return base::error_at({file, 0, 0}, code::kTooLarge,
                        "the file is larger than " + std::to_string(limit) + " bytes",
                        "split it and include the parts, or raise the limit");
}

// A copy in which bytes are covered that the library would trip over.
std::string cover(std::string_view text, const std::vector<uint32_t>& unfit,
                  const std::vector<uint32_t>& masks) {
  std::string copy(text);
  for (const uint32_t at : unfit) copy[at] = 'x';
  for (const uint32_t at : masks) copy[at] = 'x';
  return copy;
}

}  // namespace

Examination examine(const base::SourceSet& sources, base::FileId file, const Limits& limits) {
  std::string_view text = sources.file(file).text;
  const size_t limit = std::min(limits.bytes, kMostBytes);
  if (text.size() > limit) return {{}, {too_large(file, limit)}, false};
  if (auto foreign = foreign_format(text)) {
    return {
        {}, {base::error_at({file, 0, 0}, foreign->code, foreign->message, foreign->help)}, false};
  }
  const auto shift = static_cast<uint32_t>(text.starts_with(kByteOrderMark) ? 3 : 0);
  text.remove_prefix(shift);

  Findings findings(file, shift);
  const std::vector<uint32_t> unfit = check_bytes(text, findings);
  const Lexed lexed = lex(text, limits.depth, findings);
  check_redactions(text, lexed, findings);

  const bool covered = !unfit.empty() || !lexed.masks.empty();
  const std::string copy = covered ? cover(text, unfit, lexed.masks) : std::string();
  const std::string_view readable = covered ? std::string_view(copy) : text;
  // Where bytes had to be covered for errors, texts are compared as covered.
  Value tree = build({unfit.empty() ? text : readable, readable, shift}, lexed, findings);

  const bool empty = tree.kind == Kind::null && tree.segments.empty();
  if (empty) {  // an empty file, or one that cannot be read to its end
    tree.span = findings.span({0, 0});
    tree.segments.push_back({0, shift});
  }
  const bool whole = !findings.any_error() || (lexed.sound && !empty);
  return {std::move(tree), findings.take(), whole};
}

base::Result<Document> read(const base::SourceSet& sources, base::FileId file,
                            const Limits& limits) {
  Examination found = examine(sources, file, limits);
  if (base::has_errors(found.findings)) return base::fail(std::move(found.findings));
  return Document{std::move(found.tree), std::move(found.findings)};
}

}  // namespace sable::source
