#include "release/section_numbers.h"

#include <algorithm>
#include <array>

namespace sable::release {

namespace {

using released::HoleKind;

class Counter {
 public:
  void blocks(std::vector<released::Block>& blocks, size_t depth) {
    for (released::Block& block : blocks) {
      if (auto* heading = std::get_if<released::Heading>(&block.value)) {
        this->heading(*heading);
      } else if (auto* section = std::get_if<released::Section>(&block.value)) {
        this->heading(section->heading);
        this->blocks(section->blocks, depth + 1);
      } else if (const auto* hole = std::get_if<released::Hole>(&block.value)) {
        // Its own level is withheld: it counts by where it stands.
        if (hole->kind == HoleKind::section || hole->kind == HoleKind::heading) next(depth + 1);
      }
    }
  }

 private:
  void heading(released::Heading& heading) {
    const auto level = static_cast<size_t>(std::max(heading.level, 1));
    next(level);
    heading.number.clear();
    for (size_t i = 0; i < std::min(level, counts_.size()); ++i) {
      if (i > 0) heading.number += '.';
      heading.number += std::to_string(counts_[i]);
    }
  }

  void next(size_t level) {
    const size_t last = std::min(level, counts_.size()) - 1;
    ++counts_[last];
    std::fill(counts_.begin() + static_cast<std::ptrdiff_t>(last) + 1, counts_.end(), 0u);
  }

  std::array<uint32_t, 3> counts_{};  // by level
};

}  // namespace

void number_sections(std::vector<released::Block>& body) { Counter().blocks(body, 0); }

}  // namespace sable::release
