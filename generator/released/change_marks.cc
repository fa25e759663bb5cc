#include "released/change_marks.h"

#include <map>
#include <string>
#include <utility>

namespace sable::released {

namespace {

// Texts are cut where their changes begin and end.
class Writer {
 public:
  explicit Writer(const std::vector<Wording>& all) {
    for (const Wording& each : all) {
      if (each.unseen) continue;
      for (const Word& word : each.words) {
        if (word.change != Change::none) tell(word);
      }
    }
  }

 private:
  using Pieces = std::vector<const Word*>;

  void tell(const Word& word) {
    if (auto* const* hole = std::get_if<Hole*>(&word.owner)) {
      (*hole)->change = word.change;
    } else if (auto* const* figure = std::get_if<Figure*>(&word.owner)) {
      (*figure)->change = word.change;
    } else {
      Inline& owner = *std::get<Inline*>(word.owner);
      if (std::holds_alternative<Text>(owner.value)) {
        pieces_[&owner].push_back(&word);
      } else {
        owner.change = word.change;
      }
    }
  }

 public:
  void split(Inlines& all) const {
    Inlines out;
    for (Inline& each : all) {
      if (auto* styled = std::get_if<Styled>(&each.value)) split(styled->children);
      if (auto* link = std::get_if<Link>(&each.value)) split(link->children);
      if (auto* outlined = std::get_if<Outlined>(&each.value)) split(outlined->children);
      const auto found = pieces_.find(&each);
      if (found == pieces_.end()) {
        out.push_back(std::move(each));
      } else {
        split(std::get<Text>(each.value).text, found->second, out);
      }
    }
    all = std::move(out);
  }

 private:
  static void split(const std::string& text, const Pieces& words, Inlines& out) {
    size_t done = 0;
    const auto put = [&](size_t end, Change change) {
      if (end == done) return;
      out.push_back({Text{text.substr(done, end - done)}, change});
      done = end;
    };
    for (size_t i = 0; i < words.size();) {
      size_t last = i;
      while (last + 1 < words.size() && follows(text, *words[last], *words[last + 1])) ++last;
      put(words[i]->begin, Change::none);
      put(words[last]->end, words[i]->change);
      i = last + 1;
    }
    put(text.size(), Change::none);
  }

  // With nothing but space between them.
  static bool follows(const std::string& text, const Word& one, const Word& next) {
    return one.change == next.change && text.find_first_not_of(" \t\n\r", one.end) == next.begin;
  }

  std::map<const Inline*, Pieces> pieces_;
};

}  // namespace

void mark_cut(Word& word) {
  if (word.change == Change::none) word.change = Change::cut;
}

void mark_cut_in(Wording& text, size_t next) {
  std::vector<Word>& words = text.words;
  const bool replaced = (next < words.size() && words[next].change == Change::added) ||
                        (next > 0 && words[next - 1].change == Change::added);
  if (replaced || words.empty()) return;
  mark_cut(words[next > 0 ? next - 1 : 0]);
}

void mark_cut_between(std::vector<Wording>& all, size_t next) {
  for (size_t i = next; i-- > 0;) {
    if (!all[i].unseen && !all[i].words.empty()) return mark_cut(all[i].words.back());
  }
  for (size_t i = next; i < all.size(); ++i) {
    if (!all[i].unseen && !all[i].words.empty()) return mark_cut(all[i].words.front());
  }
}

void tell_calls(Wording& text) {
  for (size_t i = 0; i < text.words.size(); ++i) {
    auto* const* inlined = std::get_if<Inline*>(&text.words[i].owner);
    if (inlined == nullptr || !std::holds_alternative<NoteCall>((*inlined)->value)) continue;
    if (std::exchange(text.words[i].change, Change::none) != Change::none && i > 0) {
      mark_cut(text.words[i - 1]);
    }
  }
}

void write_changes(const std::vector<Wording>& all) {
  const Writer writer(all);
  for (const Wording& text : all) {
    if (text.unseen) continue;
    for (Inlines* part : text.parts) writer.split(*part);
  }
}

}  // namespace sable::released
