// Pages to a PDF file, by libharu's object layer.
//
// In:  Pages and the settings of the file.
// Out: the bytes of a PDF 1.7 file, tagged (ISO 32000-1, 14.7 and 14.8), with
//      subset fonts, one revision, deterministic: the same input gives the same
//      bytes on every run.
#pragma once

#include <cstdint>
#include <string>

#include "base/diagnostic.h"
#include "layout/pages.h"

namespace sable::pdf {

struct Settings {
  // Seconds since 1970-01-01 UTC for CreationDate and XMP; from the report's date
  // or SOURCE_DATE_EPOCH, never from the clock.
  int64_t date = 0;
  std::string producer;  // "sable 0.1"
  // Bytes of the ICC profile of sRGB, for the output intent. Without one the
  // file does not call itself PDF/A.
  std::string icc_profile;
  // That draw and compress pages. The bytes do not depend on it.
  unsigned threads = 1;
};

base::Result<std::string> write(const layout::Pages& pages, const Settings& settings);

}  // namespace sable::pdf
