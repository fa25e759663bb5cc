// SHA-256 (FIPS 180-4), by a library.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sable::base {

using Digest = std::array<uint8_t, 32>;

Digest sha256(std::string_view bytes);
std::string hex(const Digest& digest);

}  // namespace sable::base
