// Columns in a chapter: a page's height is that of what stands below one another on it,
// and stretches of columns are as high as the highest of them once they are balanced.

#include "layout/chapter.h"

namespace sable::layout {

using base::Length;

void Chapter::find_runs() {
  for (uint32_t i = first_; i < last_; ++i) {
    const Strip& strip = galley_.strips[i];
    if (strip.columns == kNoColumns) continue;
    widest_space_ = std::max(widest_space_, strip.space_before);
    if (!filler_) filler_.emplace(first_, break_costs_);
  }
  if (!filler_) return;
  run_ends_.resize(last_ - first_);
  uint32_t end = last_;
  for (uint32_t i = last_; i-- > first_;) {
    if (i + 1 < last_ && galley_.strips[i].columns != galley_.strips[i + 1].columns) end = i + 1;
    run_ends_[i - first_] = end;
  }
}

uint32_t Chapter::run_end(uint32_t strip, uint32_t last) const {
  return std::min(last, run_ends_[strip - first_]);
}

// No order of breaks makes columns lower than their share of all, less the spaces that
// fall away at their tops.
ColumnFill Chapter::fill(uint32_t first, uint32_t last, Length room, Length unforced) const {
  const ColumnSet& set = galley_.columns[galley_.strips[first].columns];
  const Length whole = stack_height(first, last) - widest_space_ * (set.count - 1);
  const Length least = std::max(Length(), whole / set.count - Length::raw(1));
  if (least > room) return {{}, least, 0, least};
  return filler_->fill({first, last, set.count, least, unforced, room},
                       [this](uint32_t from, uint32_t to) { return stack_height(from, to); });
}

Chapter::Text Chapter::text(uint32_t first, uint32_t last, Length room) const {
  if (run_ends_.empty() || first == last) return {stack_height(first, last), 0};
  const bool known = measured_.first == first && measured_.last == last && measured_.room == room;
  if (known) return measured_.text;
  measured_ = text_with_columns(first, last, room);
  return measured_.text;
}

// With one strip more columns are no lower, unless what a table repeats falls away.
Length Chapter::known_height(uint32_t run, uint32_t first, uint32_t last, Length room) const {
  const bool grows = measured_.first == first && measured_.room == room && measured_.run == run &&
                     measured_.last > run && measured_.last < last;
  return grows && galley_.strips[measured_.last].repeat == kNoRepeat ? measured_.unforced
                                                                     : Length();
}

Chapter::Measured Chapter::text_with_columns(uint32_t first, uint32_t last, Length room) const {
  Measured measured{first, last, room, {}, first, {}};
  Text& text = measured.text;
  for (uint32_t i = first; i < last;) {
    const uint32_t end = run_end(i, last);
    if (i > first) text.height += galley_.strips[i].space_before;
    if (galley_.strips[i].columns == kNoColumns) {
      text.height += stack_height(i, end);
    } else {
      const ColumnFill filled = fill(i, end, room - text.height, known_height(i, first, end, room));
      text.height += filled.height;
      text.cost += filled.cost;
      measured.run = i;
      measured.unforced = filled.unforced;
    }
    i = end;
  }
  return measured;
}

std::vector<ColumnsPlan> Chapter::columns(const Cut& from, const Cut& to,
                                          const PageRoom& room) const {
  std::vector<ColumnsPlan> plans;
  if (run_ends_.empty()) return plans;
  const PageShape page = shape(from, to, room);
  Length free = std::max(Length(), room.height - page.used);
  Length above;
  for (uint32_t i = from.strip; i < to.strip;) {
    const uint32_t end = run_end(i, to.strip);
    if (i > from.strip) above += galley_.strips[i].space_before;
    if (galley_.strips[i].columns == kNoColumns) {
      above += stack_height(i, end);
      i = end;
      continue;
    }
    ColumnFill filled = fill(i, end, room.height - above);
    // A strip that is higher than the page stands on it all the same.
    if (filled.ends.empty()) filled = {{end}, stack_height(i, end), 0, {}};
    if (!galley_.columns[galley_.strips[i].columns].balanced) {
      // As much in each of them as the page has room for.
      const Length height = filled.height + free;
      filled = filler_->fill(
          {i, end, galley_.columns[galley_.strips[i].columns].count, height, {}, height},
          [this](uint32_t a, uint32_t b) { return stack_height(a, b); });
      free = Length();
    }
    above += filled.height;
    plans.push_back({i, end, std::move(filled.ends), filled.height});
    i = end;
  }
  return plans;
}

}  // namespace sable::layout
