// The first look at a file: its bytes.
//
// In:  the bytes behind the byte order mark.
// Out: findings: bytes that are not UTF-8 (RFC 3629), control characters,
//      noncharacters (Unicode, 23.7), carriage returns without a line feed,
//      byte order marks inside. YAML 1.2, 5.1, forbids most of them; yaml-cpp
//      lets them pass or takes them for the end of the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/findings.h"

namespace sable::source {

// Reports what must not stand in a source. Returns the offsets of the bytes
// that must not reach the YAML library as they are.
std::vector<uint32_t> check_bytes(std::string_view text, Findings& findings);

enum class Verdict : uint8_t { fine, control, noncharacter, byte_order_mark };

// Whether a code point may stand in the text of a report. Escapes in double
// quotes are held to the same rule.
Verdict judge(char32_t code_point);

}  // namespace sable::source
