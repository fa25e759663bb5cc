#include "pdf/predictor.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace sable::pdf {

namespace {

using Byte = uint8_t;

// What a predictor knows: the bytes to the left, above, and above to the left.
struct Neighbours {
  int left = 0, above = 0, corner = 0;
};

// ISO/IEC 15948, 9.4.
int paeth(const Neighbours& known) {
  const int estimate = known.left + known.above - known.corner;
  const int left = std::abs(estimate - known.left);
  const int above = std::abs(estimate - known.above);
  const int corner = std::abs(estimate - known.corner);
  if (left <= above && left <= corner) return known.left;
  return above <= corner ? known.above : known.corner;
}

constexpr size_t kFilters = 4;
constexpr std::array<char, kFilters> kCodes = {0, 1, 2, 4};  // none, sub, up, Paeth

class Predictor {
 public:
  Predictor(size_t row, size_t channels) : row_(row), channels_(channels), zeros_(row, '\0') {
    for (auto& filtered : filtered_) filtered.resize(row);
  }

  void add(const char* row, const char* above, std::string& out) {
    if (above == nullptr) above = zeros_.data();
    std::array<uint64_t, kFilters> sums{};
    for (size_t i = 0; i < row_; ++i) {
      const auto byte = [](char c) { return static_cast<int>(static_cast<Byte>(c)); };
      const bool first = i < channels_;
      const Neighbours known{first ? 0 : byte(row[i - channels_]), byte(above[i]),
                             first ? 0 : byte(above[i - channels_])};
      const std::array<int, kFilters> guesses = {0, known.left, known.above, paeth(known)};
      for (size_t f = 0; f < kFilters; ++f) {
        const auto difference = static_cast<Byte>(byte(row[i]) - guesses[f]);
        filtered_[f][i] = static_cast<char>(difference);
        sums[f] += difference < 128 ? difference : 256u - difference;
      }
    }
    size_t best = 0;
    for (size_t f = 1; f < kFilters; ++f) {
      if (sums[f] < sums[best]) best = f;
    }
    out += kCodes[best];
    out += filtered_[best];
  }

 private:
  const size_t row_, channels_;
  const std::string zeros_;
  std::array<std::string, kFilters> filtered_;
};

}  // namespace

std::string predicted(std::string_view samples, size_t row, size_t channels) {
  std::string out;
  const size_t rows = row > 0 ? samples.size() / row : 0;
  out.reserve(samples.size() + rows);
  Predictor predictor(row, channels);
  const char* above = nullptr;
  for (size_t y = 0; y < rows; ++y) {
    const char* current = samples.data() + y * row;
    predictor.add(current, above, out);
    above = current;
  }
  return out;
}

}  // namespace sable::pdf
