// The breaker against an independent reference: the recurrence of Knuth and Plass,
// Breaking paragraphs into lines (1981), written down as it stands, over all pairs of
// breaks. Total demerits are never worse; filling each line is never better.
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <random>
#include <sstream>

#include <gtest/gtest.h>

#include "base/world.h"
#include "layout/breaker.h"
#include "text/breaks.h"
#include "text/shaper.h"

namespace sable::layout {
namespace {

using base::Length;

constexpr int64_t kNoWay = std::numeric_limits<int64_t>::max();

// The least demerits of breaking a paragraph; kNoWay if there is none.
class Reference {
 public:
  Reference(const std::vector<Item>& items, const BreakSettings& settings)
      : items_(items), settings_(settings) {}

  int64_t least() {
    // best[break][way]: of all ways to end a line there, the last ones of that kind.
    std::map<size_t, Ways> best;
    int64_t result = kNoWay;
    for (size_t end = 0; end < items_.size(); ++end) {
      if (!may_end(end)) continue;
      extend(best, end, kStart, {{{0, 1}, 0}});
      for (const auto& [from, ways] : std::map(best)) {
        if (from < end && !forced_between(from, end)) extend(best, end, from, ways);
      }
    }
    for (const auto& [way, demerits] : best[items_.size() - 1]) {
      result = std::min(result, demerits);
    }
    return result;
  }

 private:
  // Lines so far, as long as that counts, and the class of the last one.
  using Ways = std::map<std::pair<size_t, int>, int64_t>;
  static constexpr size_t kStart = std::numeric_limits<size_t>::max();

  bool may_end(size_t i) const {
    if (items_[i].kind == ItemKind::penalty) return items_[i].penalty < kForbidden;
    return items_[i].kind == ItemKind::glue && i > 0 && items_[i - 1].kind == ItemKind::box;
  }

  bool is_forced(size_t i) const {
    return items_[i].kind == ItemKind::penalty && items_[i].penalty <= kForced;
  }

  bool forced_between(size_t from, size_t end) const {
    for (size_t i = from == kStart ? 0 : from + 1; i < end; ++i) {
      if (is_forced(i)) return true;
    }
    return false;
  }

  void extend(std::map<size_t, Ways>& best, size_t end, size_t from, const Ways& ways) const {
    if (from == kStart && forced_between(kStart, end)) return;
    size_t first = from == kStart ? 0 : from;
    if (from != kStart) {
      if (items_[from].kind == ItemKind::penalty) ++first;
      while (first < end && items_[first].kind != ItemKind::box) ++first;
    }
    Length natural, stretch = settings_.ragged_stretch, shrink;
    bool fills = false;
    for (size_t i = first; i < end; ++i) {
      if (items_[i].kind == ItemKind::penalty) continue;
      natural += items_[i].width;
      stretch += items_[i].stretch;
      shrink += items_[i].shrink;
      fills = fills || items_[i].fills;
    }
    const bool at_penalty = items_[end].kind == ItemKind::penalty;
    if (at_penalty) natural += items_[end].width;
    for (const auto& [way, demerits] : ways) {
      const auto [line, before] = way;
      const bool special = line < settings_.first_lines.size();
      Length room = special ? settings_.first_lines[line] : settings_.line_width;
      if (first < end) room += items_[first].hang_before + hang_after(end);
      if (natural > room + shrink) continue;
      const bool wide = natural <= room;
      const int64_t bad =
          wide ? (fills ? 0 : badness(room - natural, stretch)) : badness(natural - room, shrink);
      if (bad > settings_.tolerance) continue;
      const int fitness = wide ? (bad > 99 ? 3 : bad > 12 ? 2 : 1) : (bad > 12 ? 0 : 1);
      int64_t total = demerits + cost_of(bad, from, end, natural);
      if (std::abs(before - fitness) > 1) total += settings_.adjacent_demerits;
      const std::pair next{special ? line + 1 : line, fitness};
      const auto [known, added] = best[end].try_emplace(next, total);
      if (!added) known->second = std::min(known->second, total);
    }
  }

  int64_t cost_of(int64_t bad, size_t from, size_t end, Length natural) const {
    int64_t cost = (settings_.line_penalty + bad) * (settings_.line_penalty + bad);
    if (settings_.line_penalty + bad >= 10000) cost = 100000000;
    const bool at_penalty = items_[end].kind == ItemKind::penalty;
    const int64_t penalty = at_penalty ? items_[end].penalty : 0;
    if (penalty > 0) cost += penalty * penalty;
    if (penalty < 0 && penalty > kForced) cost -= penalty * penalty;
    const bool last = end + 1 == items_.size();
    if (last && natural < settings_.short_last_line) cost += settings_.short_last_line_demerits;
    if (from != kStart && items_[from].flagged) {
      if (items_[end].flagged) cost += settings_.double_hyphen_demerits;
      if (!items_[end].flagged && last) cost += settings_.final_hyphen_demerits;
    }
    return cost;
  }

  Length hang_after(size_t end) const {
    const bool hyphen = items_[end].kind == ItemKind::penalty && items_[end].width > Length();
    return hyphen ? items_[end].hang_after : items_[end - 1].hang_after;
  }

  const std::vector<Item>& items_;
  const BreakSettings& settings_;
};

void end_paragraph(std::vector<Item>& items) {
  Item item;
  item.kind = ItemKind::penalty;
  item.penalty = kForbidden;
  items.push_back(item);
  item = {};
  item.kind = ItemKind::glue;
  item.fills = true;
  items.push_back(item);
  item = {};
  item.kind = ItemKind::penalty;
  item.penalty = kForced;
  items.push_back(item);
}

Item glue(Length width) {
  Item item;
  item.kind = ItemKind::glue;
  item.width = width;
  item.stretch = width / 2;
  item.shrink = width / 3;
  return item;
}

struct Tally {
  size_t broken = 0, better_than_greedy = 0, impossible = 0;
};

void compare(const std::vector<Item>& items, const BreakSettings& settings, Tally& tally) {
  const int64_t least = Reference(items, settings).least();
  const auto found = break_total_fit(items, settings);
  ASSERT_EQ(found.has_value(), least != kNoWay);
  if (!found) {
    ++tally.impossible;
    return;
  }
  ++tally.broken;
  ASSERT_EQ(found->demerits, least);
  ASSERT_EQ(demerits_of(items, found->breaks, settings), least);
  const int64_t greedy = break_greedy(items, settings).demerits;
  ASSERT_GE(greedy, least);
  if (greedy > least) ++tally.better_than_greedy;
}

class RandomParagraph {
 public:
  explicit RandomParagraph(uint32_t seed) : random_(seed) {}

  std::vector<Item> items() {
    std::vector<Item> items;
    const size_t words = 3 + random_() % 40;
    for (size_t i = 0; i < words; ++i) {
      if (i > 0) items.push_back(glue(points(3 + random_() % 3)));
      items.push_back(box());
      if (random_() % 4 == 0) {
        Item hyphen;
        hyphen.kind = ItemKind::penalty;
        hyphen.penalty = 50;
        hyphen.flagged = true;
        hyphen.width = points(3);
        hyphen.hang_after = points(random_() % 3);
        items.push_back(hyphen);
        items.push_back(box());
      }
      if (random_() % 60 == 0 && i + 1 < words) end_paragraph(items);
    }
    end_paragraph(items);
    return items;
  }

  BreakSettings settings() {
    BreakSettings settings;
    settings.line_width = points(50 + random_() % 200);
    const int32_t tolerances[] = {100, 200, 1000, 10000};
    settings.tolerance = tolerances[random_() % 4];
    if (random_() % 3 == 0) settings.ragged_stretch = points(40);
    if (random_() % 2 == 0) settings.short_last_line = points(30);
    return settings;
  }

  BreakSettings shaped() {
    BreakSettings settings = this->settings();
    const size_t count = 1 + random_() % 8;
    for (size_t i = 0; i < count; ++i) settings.first_lines.push_back(points(50 + random_() % 200));
    return settings;
  }

 private:
  static Length points(uint64_t n) { return Length::points(static_cast<int64_t>(n)); }

  Item box() {
    Item item;
    item.width = points(5 + random_() % 40);
    if (random_() % 5 == 0) item.hang_after = points(1 + random_() % 2);
    if (random_() % 9 == 0) item.hang_before = points(1 + random_() % 2);
    return item;
  }

  std::mt19937 random_;
};

// Lines of other widths before those that are all alike, as beside floats.
TEST(Reference, RandomParagraphsOfAnyShape) {
  Tally tally;
  for (uint32_t seed = 1; seed <= 4'000; ++seed) {
    SCOPED_TRACE(seed);
    RandomParagraph random(seed);
    const std::vector<Item> items = random.items();
    compare(items, random.shaped(), tally);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(tally.broken, 1'500u);
  EXPECT_GT(tally.better_than_greedy, 400u);
  EXPECT_GT(tally.impossible, 40u);
}

TEST(Reference, AShapeOfEqualLinesIsNone) {
  for (uint32_t seed = 1; seed <= 500; ++seed) {
    RandomParagraph random(seed);
    const std::vector<Item> items = random.items();
    BreakSettings settings = random.settings();
    const auto plain = break_total_fit(items, settings);
    settings.first_lines.assign(seed % 7, settings.line_width);
    const auto shaped = break_total_fit(items, settings);
    ASSERT_EQ(plain.has_value(), shaped.has_value()) << seed;
    if (plain) {
      EXPECT_EQ(plain->demerits, shaped->demerits) << seed;
    }
  }
}

TEST(Reference, RandomParagraphs) {
  Tally tally;
  for (uint32_t seed = 1; seed <= 10'000; ++seed) {
    SCOPED_TRACE(seed);
    RandomParagraph random(seed);
    const std::vector<Item> items = random.items();
    compare(items, random.settings(), tally);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(tally.broken, 5'000u);
  EXPECT_GT(tally.better_than_greedy, 1'000u);
  EXPECT_GT(tally.impossible, 100u);
}

// Prose of the samples: what stands in the block scalars of their files.
std::vector<std::string> sample_paragraphs() {
  std::vector<std::string> paragraphs;
  for (const auto& entry : std::filesystem::directory_iterator(SABLE_SOURCE_DIR "/examples")) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream file(entry.path());
    size_t indent = 0;  // of the line that opened a scalar; 0: in none
    bool open = false;
    for (std::string line; std::getline(file, line);) {
      const size_t begin = std::min(line.find_first_not_of(' '), line.size());
      if (open && (begin > indent || begin == line.size())) {
        if (begin < line.size()) (paragraphs.back() += ' ') += line.substr(begin);
        continue;
      }
      open = line.ends_with(": |") || line.ends_with(": >");
      indent = begin;
      if (open) paragraphs.emplace_back();
    }
  }
  return paragraphs;
}

// Words in Liberation Serif at 11 pt, hyphenated as American English.
class Setter {
 public:
  std::vector<Item> items(const std::string& paragraph) {
    std::vector<Item> items;
    std::istringstream in(paragraph);
    for (std::string word; in >> word;) {
      if (!items.empty()) items.push_back(glue(width(" ")));
      size_t from = 0;
      const bool letters =
          word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
      if (letters) {
        for (const uint16_t point : hyphenator_.points(word, "en-US")) {
          items.push_back(box(word.substr(from, point - from)));
          from = point;
          items.push_back(hyphen());
        }
      }
      items.push_back(box(word.substr(from)));
    }
    end_paragraph(items);
    return items;
  }

 private:
  Length width(std::string_view text) {
    return shaper_.shape({text, font_, Length::points(11), {}, "", "en-US"})->advance;
  }
  Item box(const std::string& text) {
    Item item;
    item.width = width(text);
    return item;
  }
  Item hyphen() {
    Item item;
    item.kind = ItemKind::penalty;
    item.penalty = 50;
    item.flagged = true;
    item.width = width("-");
    return item;
  }

  std::unique_ptr<base::World> world_ = base::disk_world();
  std::shared_ptr<text::FontBook> fonts_ = std::make_shared<text::FontBook>(
      *world_,
      std::vector<text::FontEntry>{
          {"Liberation Serif", false, 400,
           "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf", "fonts-liberation2",
           "29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba"}});
  text::Shaper shaper_{fonts_};
  text::FontId font_ = fonts_->find({"Liberation Serif"}, false, 400).value();
  text::Hyphenator hyphenator_{*world_,
                               {{"en-US", "/usr/share/hyphen/hyph_en_US.dic", "hyphen-en-us"}}};
};

TEST(Reference, ParagraphsOfTheSamples) {
  Setter setter;
  Tally tally;
  for (const std::string& paragraph : sample_paragraphs()) {
    SCOPED_TRACE(paragraph.substr(0, 60));
    const std::vector<Item> items = setter.items(paragraph);
    for (const int64_t points : {468, 220}) {
      for (const int32_t tolerance : {200, 10000}) {
        BreakSettings settings;
        settings.line_width = Length::points(points);
        settings.tolerance = tolerance;
        compare(items, settings, tally);
        if (HasFatalFailure()) return;
      }
    }
  }
  EXPECT_GT(tally.broken, 100u);
  EXPECT_GT(tally.better_than_greedy, 30u);
}

}  // namespace
}  // namespace sable::layout
