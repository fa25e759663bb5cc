#include "release/public_warnings.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "release/plain_text.h"
#include "release/shown_text.h"
#include "release/table_totals.h"
#include "words/lexicon.h"

namespace sable::release {

namespace {

using released::Hole;
using released::Inlines;
using words::Gap;
using words::Word;

using Kind = PublicWarning::Kind;

// So many neighbours in order are no chance.
constexpr size_t kLeastInOrder = 3;

bool is_hole(const std::variant<Inlines, Hole>& text) {
  if (std::holds_alternative<Hole>(text)) return true;
  const Inlines& inlines = std::get<Inlines>(text);
  return !inlines.empty() && std::holds_alternative<Hole>(inlines.front().value);
}

// One of several things that may be in alphabetical order; no key: a box.
struct Entry {
  std::optional<std::string> key;
  released::Ordinal ordinal = 0;
};

class Search {
 public:
  explicit Search(const released::Released& released)
      : released_(released), lexicon_(released.language) {
    const std::string_view language(released.language);
    primary_ = language.substr(0, language.find('-'));
  }

  std::vector<PublicWarning> all() {
    for (const ShownText& text : shown_texts(released_)) {
      if (text.ordinal && text.channel != Channel::label) beside(text);
    }
    blocks(released_.body);
    return std::move(found_);
  }

 private:
  void add(Kind kind, released::Ordinal ordinal, size_t hole = 0) {
    const PublicWarning warning{kind, ordinal, hole};
    if (std::find(found_.begin(), found_.end(), warning) == found_.end()) {
      found_.push_back(warning);
    }
  }

  // What stands before and behind each box of a text.
  void beside(const ShownText& text) {
    const std::string& words = text.text;
    if (words.find(words::kBreak) == std::string::npos) return;
    lexicon_.cut(words, words_);
    size_t hole = 0;
    for (size_t at = words.find(words::kBreak); at != std::string::npos;
         at = words.find(words::kBreak, at + 1)) {
      const Word* before = nullptr;
      bool touches = false;
      for (const Word& word : words_) {
        if (word.end <= at) before = &word;
        touches = touches || word.end == at || word.begin == at + words::kBreak.size();
      }
      if (touches) add(Kind::touches, *text.ordinal, hole);
      if (before != nullptr) behind(words.substr(before->begin, at - before->begin), text, hole);
      ++hole;
    }
  }

  // `lead`: the word before a box, and what is between.
  void behind(const std::string& lead, const ShownText& text, size_t hole) {
    if (primary_ == "en") {
      for (const char* article : {"a ", "A ", "an ", "An "}) {
        if (lead == article) add(Kind::article, *text.ordinal, hole);
      }
    } else if (primary_ == "fr" || primary_ == "it") {
      const bool elided = lead.ends_with("'") || lead.ends_with("\u2019");
      if (elided) add(Kind::elision, *text.ordinal, hole);
    }
  }

  std::optional<std::string> key_of(const Inlines& text) {
    lexicon_.cut(plain_text(text), words_);
    if (words_.empty() || lexicon_[words_[0].id].number) return std::nullopt;
    std::string key;
    for (const Word& word : words_) key += lexicon_[word.id].folded + ' ';
    return key;
  }

  // Boxes between two of at least three neighbours that are all in order.
  void in_order(const std::vector<Entry>& entries) {
    size_t shown = 0;
    const std::string* last = nullptr;
    for (const Entry& entry : entries) {
      if (!entry.key) continue;
      if (last != nullptr && !(*last < *entry.key)) return;
      last = &*entry.key;
      ++shown;
    }
    if (shown < kLeastInOrder) return;
    for (size_t i = 1; i + 1 < entries.size(); ++i) {
      if (entries[i].key) continue;
      const auto is_shown = [](const Entry& entry) { return entry.key.has_value(); };
      const auto at = entries.begin() + static_cast<ptrdiff_t>(i);
      if (std::any_of(entries.begin(), at, is_shown) && std::any_of(at, entries.end(), is_shown)) {
        add(Kind::alphabet, entries[i].ordinal);
      }
    }
  }

  // The text as an entry; nothing where it can be neither in order nor out of it.
  bool enter(const std::variant<Inlines, Hole>& text, released::Ordinal ordinal,
             std::vector<Entry>& entries) {
    if (is_hole(text)) {
      entries.push_back({std::nullopt, ordinal});
      return true;
    }
    std::optional<std::string> key = key_of(std::get<Inlines>(text));
    if (!key) return false;
    entries.push_back({std::move(key), ordinal});
    return true;
  }

  void blocks(const std::vector<released::Block>& all) {
    for (const released::Block& each : all) {
      if (const auto* list = std::get_if<released::List>(&each.value)) items(list->items);
      if (const auto* quote = std::get_if<released::Quote>(&each.value)) blocks(quote->blocks);
      if (const auto* section = std::get_if<released::Section>(&each.value)) {
        blocks(section->blocks);
      }
      if (const auto* box = std::get_if<released::TextBox>(&each.value)) blocks(box->blocks);
      if (const auto* table = std::get_if<released::Table>(&each.value)) this->table(*table);
    }
  }

  void items(const std::vector<released::ListItem>& all) {
    std::vector<Entry> entries;
    bool comparable = true;
    for (const released::ListItem& item : all) {
      const bool term = !item.term.empty() && std::holds_alternative<Inlines>(item.text);
      comparable = comparable && (term ? enter(item.term, item.ordinal, entries)
                                       : enter(item.text, item.ordinal, entries));
      items(item.items);
    }
    if (comparable) in_order(entries);
  }

  void table(const released::Table& table) {
    for (uint32_t column = 0; column < table.columns.size(); ++column) {
      std::vector<Entry> entries;
      if (column_of(table, column, entries)) in_order(entries);
    }
    for (const released::Ordinal ordinal : follows_from_totals(table, primary_)) {
      add(Kind::total, ordinal);
    }
  }

  bool column_of(const released::Table& table, uint32_t column, std::vector<Entry>& entries) {
    for (const released::Row& row : table.rows) {
      const auto* cells = std::get_if<std::vector<released::Cell>>(&row.cells);
      if (cells == nullptr) {
        entries.push_back({std::nullopt, row.ordinal});
        continue;
      }
      for (const released::Cell& cell : *cells) {
        if (cell.column != column) continue;
        if (cell.columns != 1 || !enter(cell.text, cell.ordinal, entries)) return false;
      }
    }
    return true;
  }

  const released::Released& released_;
  words::Lexicon lexicon_;
  std::string primary_;  // of the language
  std::vector<Word> words_;
  std::vector<PublicWarning> found_;
};

}  // namespace

std::vector<PublicWarning> public_warnings(const released::Released& released) {
  return Search(released).all();
}

const char* code_of(Kind kind) {
  const char* codes[] = {"SBL0470", "SBL0471", "SBL0471", "SBL0472", "SBL0473"};
  return codes[static_cast<size_t>(kind)];
}

const char* message_of(Kind kind) {
  switch (kind) {
    case Kind::touches:
      return "this box touches a letter or digit, which tells a part of the word";
    case Kind::article:
      return "the article before this box tells how the next word begins";
    case Kind::elision:
      return "the elision before this box tells that the next word begins with a vowel";
    case Kind::alphabet:
      return "this box stands in an alphabetical list, between what its words stand between";
    case Kind::total:
      break;
  }
  return "what this box withholds follows from the total and the other numbers";
}

const char* help_of(Kind kind) {
  switch (kind) {
    case Kind::touches:
      return "withhold the whole word";
    case Kind::article:
    case Kind::elision:
      return "withhold the article too";
    case Kind::alphabet:
      return "put the list in another order, or withhold the neighbours too";
    case Kind::total:
      break;
  }
  return "withhold the total too, or a second number";
}

}  // namespace sable::release
