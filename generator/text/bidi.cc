// Implements bidi.h.
#include "text/bidi.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "text/utf16_text.h"

namespace sable::text {
namespace {

struct BidiRelease {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

// Whether a character can give something an odd level: letters and numbers of
// right-to-left scripts, and the controls that embed. What it lets through is a
// superset of Bidi_Class R, AL, AN, RLE, RLO and RLI.
bool turns(char32_t c) {
  if (c < 0x590) return false;
  if (c <= 0x8FF) return true;
  if (c == 0x200F || c == 0x202B || c == 0x202E || c == 0x2067) return true;
  if (c < 0xFB1D) return false;
  return c <= 0xFDFF || (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

bool may_turn(std::string_view text) {
  for (size_t offset = 0; offset < text.size();) {
    if (static_cast<uint8_t>(text[offset]) < 0x80) {
      ++offset;
    } else if (turns(base::next_code_point(text, offset))) {
      return true;
    }
  }
  return false;
}

// Line ends become spaces: ICU would begin a paragraph behind each.
std::string on_one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return out;
}

std::vector<LevelRun>::const_iterator run_at(const std::vector<LevelRun>& runs, uint32_t offset) {
  return std::upper_bound(runs.begin(), runs.end(), offset,
                          [](uint32_t at, const LevelRun& run) { return at < run.end; });
}

UBiDiLevel level_of(BaseDirection direction) {
  if (direction == BaseDirection::automatic) return UBIDI_DEFAULT_LTR;
  return direction == BaseDirection::right_to_left ? 1 : 0;
}

std::optional<UJoiningType> joining_type(char32_t c) {
  const auto type =
      static_cast<UJoiningType>(u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_JOINING_TYPE));
  if (type == U_JT_TRANSPARENT) return std::nullopt;
  return type;
}

}  // namespace

uint8_t Levels::at(uint32_t offset) const {
  const auto run = run_at(runs, offset);
  return run == runs.end() ? base : run->level;
}

uint32_t Levels::end_of_run(uint32_t offset, uint32_t limit) const {
  const auto run = run_at(runs, offset);
  return run == runs.end() ? limit : std::min(limit, run->end);
}

Levels resolve_levels(std::string_view text, BaseDirection direction) {
  Levels levels;
  levels.base = direction == BaseDirection::right_to_left ? 1 : 0;
  if (text.empty() || (levels.base == 0 && !may_turn(text))) return levels;
  Utf16Text units;
  units.assign(on_one_line(text));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, BidiRelease> bidi(ubidi_openSized(units.size(), 0, &status));
  if (U_FAILURE(status)) return levels;
  ubidi_setPara(bidi.get(), units.units(), units.size(), level_of(direction), nullptr, &status);
  if (U_FAILURE(status)) return levels;
  levels.base = ubidi_getParaLevel(bidi.get());
  const UBiDiLevel* of_units = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status)) return levels;
  for (int32_t unit = 0; unit < units.size(); ++unit) {
    const uint32_t end = units.byte_of(unit + 1);
    if (levels.runs.empty() || levels.runs.back().level != of_units[unit]) {
      levels.runs.push_back({end, of_units[unit]});
    }
    levels.runs.back().end = end;
  }
  if (levels.runs.size() == 1 && levels.runs[0].level == levels.base) levels.runs.clear();
  return levels;
}

std::vector<uint32_t> visual_order(const std::vector<uint8_t>& levels) {
  std::vector<int32_t> order(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<int32_t>(levels.size()), order.data());
  return {order.begin(), order.end()};
}

bool joins_onward(std::string_view before) {
  while (!before.empty()) {
    size_t last = before.size() - 1;
    while (last > 0 && (static_cast<uint8_t>(before[last]) & 0xC0) == 0x80) --last;
    size_t offset = last;
    const auto type = joining_type(base::next_code_point(before, offset));
    if (type) {
      return *type == U_JT_DUAL_JOINING || *type == U_JT_LEFT_JOINING || *type == U_JT_JOIN_CAUSING;
    }
    before.remove_suffix(before.size() - last);
  }
  return false;
}

bool joins_back(std::string_view after) {
  for (size_t offset = 0; offset < after.size();) {
    const auto type = joining_type(base::next_code_point(after, offset));
    if (!type) continue;
    return *type == U_JT_DUAL_JOINING || *type == U_JT_RIGHT_JOINING || *type == U_JT_JOIN_CAUSING;
  }
  return false;
}

}  // namespace sable::text
