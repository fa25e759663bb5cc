// Implements run_table.h.
#include "text/run_table.h"

#include <cstring>

namespace sable::text {
namespace {

constexpr size_t kFirstSlots = 1024;
constexpr uint64_t kOdd1 = 0x9E3779B97F4A7C15;
constexpr uint64_t kOdd2 = 0xD6E8FEB86659FD93;

// Both halves of a 128-bit product, folded: each input bit reaches each output bit.
uint64_t fold(uint64_t a, uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{a} * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

}  // namespace

uint64_t hash_text(uint64_t seed, std::string_view text) {
  uint64_t hash = fold(seed ^ kOdd1, text.size() ^ kOdd2);
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    hash = fold(hash ^ word, kOdd1);
  }
  uint64_t rest = 0;
  if (at < text.size()) std::memcpy(&rest, text.data() + at, text.size() - at);
  return fold(hash ^ rest, kOdd2);
}

RunTable::RunTable() : slots_(kFirstSlots) {}

const ShapedRun* RunTable::find(uint64_t hash, uint32_t style, std::string_view text) const {
  const size_t mask = slots_.size() - 1;
  for (size_t i = hash & mask; slots_[i].run; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.hash == hash && slot.style == style && slot.run->text == text) return slot.run;
  }
  return nullptr;
}

const ShapedRun* RunTable::add(uint64_t hash, uint32_t style, ShapedRun run) {
  if (2 * (runs_.size() + 1) > slots_.size()) grow();
  const ShapedRun* kept = &runs_.emplace_back(std::move(run));
  place({hash, kept, style});
  return kept;
}

void RunTable::place(const Slot& slot) {
  const size_t mask = slots_.size() - 1;
  size_t i = slot.hash & mask;
  while (slots_[i].run) i = (i + 1) & mask;
  slots_[i] = slot;
}

void RunTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.run) place(slot);
  }
}

}  // namespace sable::text
