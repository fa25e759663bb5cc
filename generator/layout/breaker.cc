#include "layout/breaker.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace sable::layout {

namespace {

using base::Length;

constexpr int32_t kWorstBadness = 10000;
constexpr uint32_t kNone = 0xFFFFFFFF;

// Sums over items [0, i).
struct Totals {
  Length width, stretch, shrink;
  int32_t fills = 0;
};

enum Fitness : uint8_t { tight, decent, loose, very_loose };
constexpr size_t kFitnesses = 4;

// How one line comes out.
struct LineFit {
  int32_t badness = 0;
  Length natural;
  Fitness fitness = decent;
  bool overfull = false;
};

class Measures {
 public:
  Measures(const std::vector<Item>& items, const BreakSettings& settings)
      : items_(items), settings_(settings), totals_(items.size() + 1) {
    for (size_t i = 0; i < items.size(); ++i) {
      Totals next = totals_[i];
      if (items[i].kind != ItemKind::penalty) next.width += items[i].width;
      if (items[i].kind == ItemKind::glue) {
        next.stretch += items[i].stretch;
        next.shrink += items[i].shrink;
        next.fills += items[i].fills ? 1 : 0;
      }
      totals_[i + 1] = next;
    }
  }

  bool is_break(size_t i) const {
    const Item& item = items_[i];
    if (item.kind == ItemKind::penalty) return item.penalty < kForbidden;
    return item.kind == ItemKind::glue && i > 0 && items_[i - 1].kind == ItemKind::box;
  }

  // The first item of a line that begins behind a break at `at`: glue and
  // penalties are discarded up to a box or a forced break.
  size_t line_start(size_t at) const {
    size_t i = at;
    if (items_[i].kind == ItemKind::penalty) ++i;
    while (i < items_.size()) {
      const Item& item = items_[i];
      if (item.kind == ItemKind::box) break;
      if (item.kind == ItemKind::penalty && item.penalty <= kForced && i > at) break;
      ++i;
    }
    return i;
  }

  // Lines from this one on are all of one width.
  size_t easy_line() const { return settings_.first_lines.size(); }

  LineFit fit(size_t start, size_t end, size_t line) const {
    const Totals& from = totals_[start];
    const Totals& to = totals_[end];
    Length natural = to.width - from.width;
    Length at_end;
    if (items_[end].kind == ItemKind::penalty) {
      natural += items_[end].width;
      at_end = items_[end].stretch;
    }
    const Length width = line < easy_line() ? settings_.first_lines[line] : settings_.line_width;
    const Length needed = width + items_[start].hang_before + hang_at(end) - natural;
    LineFit result;
    result.natural = natural;
    if (needed >= Length()) {
      const Length stretch = to.stretch - from.stretch + at_end + settings_.ragged_stretch +
                             settings_.emergency_stretch;
      result.badness = to.fills > from.fills ? 0 : badness(needed, stretch);
      result.fitness = result.badness > 99 ? very_loose : result.badness > 12 ? loose : decent;
      return result;
    }
    const Length shrink = to.shrink - from.shrink;
    if (-needed > shrink) {
      result.overfull = true;
      result.badness = kWorstBadness;
      return result;
    }
    result.badness = badness(-needed, shrink);
    result.fitness = result.badness > 12 ? tight : decent;
    return result;
  }

  // How far a line that ends at `end` stands out there.
  Length hang_at(size_t end) const {
    const Item& item = items_[end];
    if (item.kind == ItemKind::penalty && item.width > Length()) return item.hang_after;
    return end > 0 ? items_[end - 1].hang_after : Length();
  }

  // TeX: The Program, 859.
  int64_t demerits(const LineFit& line, size_t end) const {
    const int64_t base = settings_.line_penalty + line.badness;
    int64_t total = std::abs(base) >= 10000 ? 100000000 : base * base;
    const int64_t penalty = items_[end].kind == ItemKind::penalty ? items_[end].penalty : 0;
    if (penalty > 0)
      total += penalty * penalty;
    else if (penalty > kForced)
      total -= penalty * penalty;
    if (end + 1 == items_.size() && line.natural < settings_.short_last_line) {
      total += settings_.short_last_line_demerits;
    }
    return total;
  }

  int64_t neighbour_demerits(size_t previous, Fitness before, Fitness now, size_t end) const {
    int64_t total = 0;
    if (std::abs(int{before} - int{now}) > 1) total += settings_.adjacent_demerits;
    if (previous != kNone && items_[previous].flagged) {
      if (items_[end].flagged)
        total += settings_.double_hyphen_demerits;
      else if (end + 1 == items_.size())
        total += settings_.final_hyphen_demerits;
    }
    return total;
  }

  const std::vector<Item>& items() const { return items_; }
  const BreakSettings& settings() const { return settings_; }

 private:
  const std::vector<Item>& items_;
  const BreakSettings& settings_;
  std::vector<Totals> totals_;
};

// A feasible break: the best way to end a line there in one fitness class. Where lines
// differ in width, one for each number of lines before it (TeX: The Program, 835).
struct Node {
  uint32_t position = kNone;  // item; kNone: the start of the paragraph
  uint32_t start = 0;         // first item of the line behind it
  uint32_t previous = kNone;  // node
  uint32_t line = 0;          // the number of the line behind it, as far as its width counts
  Fitness fitness = decent;
  int64_t demerits = 0;
};

class TotalFit {
 public:
  explicit TotalFit(const Measures& measures) : measures_(measures) {
    nodes_.push_back({});
    active_.push_back(0);
  }

  std::optional<BreakResult> run() {
    const auto& items = measures_.items();
    for (size_t i = 0; i < items.size(); ++i) {
      if (!measures_.is_break(i)) continue;
      try_break(i);
      if (active_.empty()) return std::nullopt;
    }
    return best();
  }

 private:
  struct Candidate {
    int64_t demerits = std::numeric_limits<int64_t>::max();
    uint32_t node = kNone;
  };

  using Best = std::array<Candidate, kFitnesses>;

  void try_break(size_t at) {
    const bool forced =
        measures_.items()[at].kind == ItemKind::penalty && measures_.items()[at].penalty <= kForced;
    best_.clear();
    size_t kept = 0;
    for (size_t k = 0; k < active_.size(); ++k) {
      const uint32_t index = active_[k];
      const Node& node = nodes_[index];
      // A line with nothing in it (two forced breaks in a row) fits as it is.
      const LineFit line = node.start < at ? measures_.fit(node.start, at, node.line) : LineFit{};
      if (!line.overfull && line.badness <= measures_.settings().tolerance) {
        consider(index, line, at);
      }
      if (!line.overfull && !forced) active_[kept++] = index;
    }
    active_.resize(kept);
    for (const auto& [line, best] : best_) {
      for (size_t f = 0; f < kFitnesses; ++f) {
        if (best[f].node == kNone) continue;
        nodes_.push_back({static_cast<uint32_t>(at),
                          static_cast<uint32_t>(measures_.line_start(at)), best[f].node, line,
                          static_cast<Fitness>(f), best[f].demerits});
        active_.push_back(static_cast<uint32_t>(nodes_.size() - 1));
      }
    }
  }

  // The best ways to come to a line of that number; mostly there is one.
  Best& best_before(uint32_t line) {
    for (auto& [known, best] : best_) {
      if (known == line) return best;
    }
    return best_.emplace_back(line, Best{}).second;
  }

  void consider(uint32_t index, const LineFit& line, size_t at) {
    const Node& node = nodes_[index];
    const int64_t total =
        node.demerits + measures_.demerits(line, at) +
        measures_.neighbour_demerits(node.position, node.fitness, line.fitness, at);
    const auto next =
        static_cast<uint32_t>(std::min<size_t>(node.line + size_t{1}, measures_.easy_line()));
    Candidate& candidate = best_before(next)[line.fitness];
    if (total < candidate.demerits) candidate = {total, index};
  }

  std::optional<BreakResult> best() const {
    const auto last = std::min_element(
        active_.begin(), active_.end(),
        [this](uint32_t a, uint32_t b) { return nodes_[a].demerits < nodes_[b].demerits; });
    if (last == active_.end() || nodes_[*last].position == kNone) return std::nullopt;
    BreakResult result;
    result.demerits = nodes_[*last].demerits;
    for (uint32_t i = *last; nodes_[i].position != kNone; i = nodes_[i].previous) {
      result.breaks.push_back(nodes_[i].position);
    }
    std::reverse(result.breaks.begin(), result.breaks.end());
    return result;
  }

  const Measures& measures_;
  std::vector<Node> nodes_;
  std::vector<uint32_t> active_;
  std::vector<std::pair<uint32_t, Best>> best_;  // of the break that is tried
};

}  // namespace

int32_t badness(Length needed, Length available) {
  const int64_t t = needed.units();
  const int64_t s = available.units();
  if (t <= 0) return 0;
  if (s <= 0) return kWorstBadness;
  if (t > s * 10) return kWorstBadness;
  const int64_t r = t * 297 / s;  // 297³ ≈ 100 · 2¹⁸
  if (r > 1290) return kWorstBadness;
  return static_cast<int32_t>((r * r * r + 0x20000) / 0x40000);
}

std::optional<BreakResult> break_total_fit(const std::vector<Item>& items,
                                           const BreakSettings& settings) {
  const Measures measures(items, settings);
  return TotalFit(measures).run();
}

BreakResult break_greedy(const std::vector<Item>& items, const BreakSettings& settings) {
  const Measures measures(items, settings);
  BreakResult result;
  size_t start = 0;
  size_t last = kNone;
  for (size_t i = 0; i < items.size(); ++i) {
    if (!measures.is_break(i) || i < start) continue;
    const size_t line = result.breaks.size();
    const bool fits = i <= start || !measures.fit(start, i, line).overfull;
    if (!fits && last != kNone) {
      result.breaks.push_back(static_cast<uint32_t>(last));
      start = measures.line_start(last);
      last = kNone;
      if (i < start) continue;
    }
    last = i;
    const bool forced = items[i].kind == ItemKind::penalty && items[i].penalty <= kForced;
    if (forced || measures.fit(start, i, result.breaks.size()).overfull) {
      result.breaks.push_back(static_cast<uint32_t>(i));
      start = measures.line_start(i);
      last = kNone;
    }
  }
  result.demerits = demerits_of(items, result.breaks, settings);
  return result;
}

int64_t demerits_of(const std::vector<Item>& items, const std::vector<uint32_t>& breaks,
                    const BreakSettings& settings) {
  const Measures measures(items, settings);
  int64_t total = 0;
  size_t start = 0;
  size_t previous = kNone;
  Fitness before = decent;
  size_t number = 0;
  for (const uint32_t at : breaks) {
    const LineFit line = start < at ? measures.fit(start, at, number) : LineFit{};
    ++number;
    total += measures.demerits(line, at) +
             measures.neighbour_demerits(previous, before, line.fitness, at);
    before = line.fitness;
    previous = at;
    start = measures.line_start(at);
  }
  return total;
}

}  // namespace sable::layout
