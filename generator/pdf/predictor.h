// The PNG predictors of Flate streams (ISO 32000-1, 7.4.4.4; ISO/IEC 15948, 9).
//
// In:  rows of samples of eight bits.
// Out: each row as differences, behind a byte that says of what.
#pragma once

#include <string>
#include <string_view>

namespace sable::pdf {

// Which predictor a row has is decided by the least sum of differences, as 12.8 there
// recommends. `channels`: bytes of a pixel.
std::string predicted(std::string_view samples, size_t row, size_t channels);

}  // namespace sable::pdf
