// Dates as people write them, for the creation date of a PDF.
//
// In:  "2019-05-14", "14 May 2019", "May 14, 2019".
// Out: seconds since 1970-01-01 UTC, at midnight.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "released/released.h"

namespace sable::cli {

std::optional<int64_t> seconds_of_date(std::string_view text);

// The report's date as the release shows it; nothing where it shows none, or not all.
std::optional<std::string> shown_date(const released::Released& released);

// The date of a PDF: what the release shows as the report's date, and 0 where it
// shows none. Never the clock, and nothing that the release withholds.
int64_t date_of(const released::Released& released);

}  // namespace sable::cli
