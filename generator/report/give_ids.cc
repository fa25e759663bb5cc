#include "report/give_ids.h"

#include <map>
#include <set>
#include <string_view>

#include "report/redactions_in.h"

namespace sable::report {

namespace {

// Without letters and digits that are taken for one another, or make words.
constexpr std::string_view kLetters = "23456789bcdfghjkmnpqrstvwxzBDGHK";
static_assert(kLetters.size() == 32);
constexpr int kLength = 6;  // of 5 bits each

class Ids {
 public:
  explicit Ids(const std::function<uint32_t()>& random) : random_(random) {}

  void take(const std::string& id) { taken_.insert(id); }

  std::string next() {
    for (;;) {
      const std::string id = drawn();
      if (taken_.insert(id).second) return id;
    }
  }

 private:
  std::string drawn() const {
    std::string id(1, 'r');
    uint32_t bits = random_();
    for (int i = 0; i < kLength; ++i, bits >>= 5) id += kLetters[bits & 31];
    return id;
  }

  const std::function<uint32_t()>& random_;
  std::set<std::string> taken_;
};

// The blanks before the first key of a block map, so that a line above it stands where
// it does. Behind a dash (`- code: b1`) they are as many blanks.
std::string indentation(std::string_view text, size_t key) {
  const size_t line_end = key == 0 ? std::string_view::npos : text.rfind('\n', key - 1);
  const size_t line = line_end == std::string_view::npos ? 0 : line_end + 1;
  return std::string(key - line, ' ');
}

// What is inserted where, so that the redaction at that place has the id.
std::pair<size_t, std::string> insertion(std::string_view text, base::Span place,
                                         const std::string& id) {
  const bool directive = text.substr(place.begin).starts_with(':');
  if (directive) return {place.end - 1, " id=" + id};
  if (text[place.begin] == '{') return {place.begin + 1, "id: " + id + ", "};
  return {place.begin, "id: " + id + "\n" + indentation(text, place.begin)};
}

// Each cell would repeat the id of a column, so that it can have none.
void without_columns(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    if (auto* table = std::get_if<Table>(&block.value)) {
      for (Column& column : table->columns) column.redaction.reset();
    } else if (auto* quote = std::get_if<Quote>(&block.value)) {
      without_columns(quote->blocks);
    } else if (auto* section = std::get_if<Section>(&block.value)) {
      without_columns(section->blocks);
    } else if (auto* box = std::get_if<TextBox>(&block.value)) {
      without_columns(box->blocks);
    }
  }
}

}  // namespace

WithIds give_ids(const base::SourceFile& file, const Report& report,
                 const std::function<uint32_t()>& random) {
  Ids ids(random);
  std::map<uint32_t, base::Span> lacking;  // by place: paragraphs of one `p` share theirs
  Report all = report;
  without_columns(all.body);
  for_each_redaction(all, [&](Redaction& redaction) {
    if (!redaction.id.empty()) {
      ids.take(redaction.id);
    } else if (redaction.span.file == report.file) {
      lacking.emplace(redaction.span.begin, redaction.span);
    }
  });
  WithIds with{file.text, 0};
  std::map<size_t, std::string> insertions;  // one may stand inside another
  for (const auto& [begin, place] : lacking) {
    insertions.insert(insertion(file.text, place, ids.next()));
  }
  // From the end, so that places before stay right.
  for (auto at = insertions.rbegin(); at != insertions.rend(); ++at) {
    with.text.insert(at->first, at->second);
  }
  with.given = insertions.size();
  return with;
}

}  // namespace sable::report
