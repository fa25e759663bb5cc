// The stamp of a release: "Approved for Release: {date} {number}".
//
// In:  the setting, and what the release shows of the report's number.
// Out: the line, filled in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "release/profile.h"
#include "released/released.h"

namespace sable::release {

// A stretch of the setting: text, or the name of a placeholder.
struct StampPart {
  std::string_view text;
  bool placeholder = false;
};

// nullopt if a brace is not closed, or not opened.
std::optional<std::vector<StampPart>> stamp_parts(std::string_view stamp);

// {date}: of the declassification. {number}: of the report, with "[withheld]" for
// what the release withholds of it.
std::string fill_stamp(const Profile& profile, const std::optional<released::Field>& number);

}  // namespace sable::release
