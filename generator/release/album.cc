#include "release/album.h"

#include <fmt/format.h>

namespace sable::release {

// The path is a word of the report, and stays out of the message.
base::Result<std::string> Album::read(const std::string& file) const {
  base::Result<std::string> bytes =
      world_.read(base::join_path(folder_, file), picture::kMostBytes);
  if (bytes) return bytes;
  const base::Diagnostic& why = bytes.error().front();
  const bool large = why.code == "SBL0003";
  const bool missing = why.code == "SBL0001";
  return base::fail(base::error_without_place(
      why.fault, "SBL0291",
      large     ? fmt::format("this file is larger than {} bytes", picture::kMostBytes)
      : missing ? "there is no such file beside the report"
                : "this file cannot be read",
      large     ? "scale the picture down: 300 pixels to the inch on paper are enough"
      : missing ? "check the spelling; the name is taken from the folder of the report"
                : "check its permissions"));
}

}  // namespace sable::release
