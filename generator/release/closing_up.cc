#include "release/closing_up.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sable::release {

namespace {

using report::Inline;
using report::Inlines;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Signs that stand directly behind the word before them.
bool closes(char c) { return std::string_view(".,;:!?)]").find(c) != std::string_view::npos; }

const Inlines* children_of(const Inline& one) {
  if (const auto* styled = std::get_if<report::Styled>(&one.value)) return &styled->children;
  if (const auto* link = std::get_if<report::Link>(&one.value)) return &link->children;
  const auto* redacted = std::get_if<report::Redacted>(&one.value);
  return redacted != nullptr ? &redacted->children : nullptr;
}

Inlines* children_of(Inline& one) { return const_cast<Inlines*>(children_of(std::as_const(one))); }

// An empty text stands in each place that has gone.
bool take_out(Inlines& inlines, const std::function<bool(const Inline&)>& goes) {
  bool any = false;
  for (Inline& one : inlines) {
    if (goes(one)) {
      one.value = report::Text{};
      any = true;
    } else if (Inlines* children = children_of(one)) {
      const bool inside = take_out(*children, goes);
      any = any || inside;
      // An index would list the term by what may tell the words that went.
      auto* styled = std::get_if<report::Styled>(&one.value);
      if (inside && styled != nullptr) styled->entry.clear();
    }
  }
  return any;
}

// The texts of a line in reading order; nullptr for a call or a reference.
void list_texts(Inlines& inlines, std::vector<std::string*>& texts) {
  for (Inline& one : inlines) {
    if (auto* text = std::get_if<report::Text>(&one.value)) {
      texts.push_back(&text->text);
    } else if (Inlines* children = children_of(one)) {
      list_texts(*children, texts);
    } else {
      texts.push_back(nullptr);
    }
  }
}

void trim_end(std::string& text) {
  while (!text.empty() && is_space(text.back())) text.pop_back();
}

void trim_begin(std::string& text, std::string_view also = {}) {
  size_t begin = 0;
  while (begin < text.size() &&
         (is_space(text[begin]) || also.find(text[begin]) != std::string_view::npos)) {
    ++begin;
  }
  text.erase(0, begin);
}

// What stood between `before` and `after` has gone.
void join(std::string& before, std::string& after) {
  if (before.ends_with('(') && after.starts_with(')')) {
    before.pop_back();
    after.erase(0, 1);
    if (before.empty() || after.empty()) return;
  }
  if (is_space(before.back()) && (is_space(after.front()) || closes(after.front()))) {
    trim_end(before);
  }
}

// The next text from `i` on that is not empty, in steps of one; nullptr: the line ends
// there. `wall`: a call or a reference stands between.
std::string* beside(const std::vector<std::string*>& texts, size_t i, ptrdiff_t step, bool& wall) {
  for (ptrdiff_t at = static_cast<ptrdiff_t>(i) + step;
       at >= 0 && at < static_cast<ptrdiff_t>(texts.size()); at += step) {
    std::string* text = texts[static_cast<size_t>(at)];
    wall = text == nullptr;
    if (wall || !text->empty()) return text;
  }
  return nullptr;
}

void close_gaps(Inlines& inlines) {
  std::vector<std::string*> texts;
  list_texts(inlines, texts);
  for (size_t i = 0; i < texts.size(); ++i) {
    if (texts[i] == nullptr || !texts[i]->empty()) continue;
    bool wall_before = false, wall_after = false;
    std::string* before = beside(texts, i, -1, wall_before);
    std::string* after = beside(texts, i, +1, wall_after);
    if (before != nullptr && after != nullptr) {
      join(*before, *after);
    } else if (before != nullptr && !wall_after) {
      trim_end(*before);
    } else if (after != nullptr && !wall_before) {
      trim_begin(*after, ",;:");
    }
  }
}

void drop_empty(Inlines& inlines) {
  for (Inline& one : inlines) {
    if (Inlines* children = children_of(one)) drop_empty(*children);
  }
  std::erase_if(inlines, [](Inline& one) {
    const auto* text = std::get_if<report::Text>(&one.value);
    const Inlines* children = children_of(one);
    return text != nullptr ? text->text.empty() : children != nullptr && children->empty();
  });
}

}  // namespace

bool close_up(Inlines& inlines, const std::function<bool(const Inline&)>& goes) {
  if (!take_out(inlines, goes)) return false;
  close_gaps(inlines);
  drop_empty(inlines);
  return true;
}

bool is_blank(const Inlines& inlines) {
  return std::all_of(inlines.begin(), inlines.end(), [](const Inline& one) {
    if (const auto* text = std::get_if<report::Text>(&one.value)) {
      return std::all_of(text->text.begin(), text->text.end(), is_space);
    }
    if (std::holds_alternative<report::NoteCall>(one.value)) return true;
    const Inlines* children = children_of(one);
    return children != nullptr && is_blank(*children);
  });
}

}  // namespace sable::release
