#include "markup/index_entries.h"

#include <algorithm>
#include <map>

namespace sable::markup {

namespace {

std::string trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

// Entries by their words, and those below them.
struct Branch {
  std::vector<const Term*> terms;
  std::map<std::string, Branch> below;
};

void add(Branch& root, const Term& term) {
  const size_t comma = term.entry.find(',');
  const std::string main = trimmed(std::string_view(term.entry).substr(0, comma));
  if (main.empty()) return;
  Branch& node = root.below[main];
  const std::string sub =
      comma == std::string::npos ? "" : trimmed(std::string_view(term.entry).substr(comma + 1));
  (sub.empty() ? node : node.below[sub]).terms.push_back(&term);
}

// Texts that the language takes for equal stand in the order of their bytes.
void list(const Branch& node, int level, const WordOrder& order, std::vector<IndexEntry>& out) {
  std::vector<const std::pair<const std::string, Branch>*> sorted;
  for (const auto& entry : node.below) sorted.push_back(&entry);
  if (order) {
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const auto* a, const auto* b) { return order(a->first, b->first); });
  }
  for (const auto* entry : sorted) {
    std::vector<const Term*> standing = entry->second.terms;
    if (standing.empty()) {
      for (const auto& [words, below] : entry->second.below)
        standing.insert(standing.end(), below.terms.begin(), below.terms.end());
    }
    out.push_back({entry->first, level, entry->second.terms, std::move(standing)});
    list(entry->second, level + 1, order, out);
  }
}

}  // namespace

std::vector<IndexEntry> index_of(const std::vector<Term>& terms, const WordOrder& order) {
  Branch root;
  for (const Term& term : terms) add(root, term);
  std::vector<IndexEntry> entries;
  list(root, 1, order, entries);
  return entries;
}

}  // namespace sable::markup
