// What cannot be written as a PDF file, found before anything is written.
//
// In:  Pages and settings.
// Out: every problem: what exceeds a limit of the format or of PDF/A-2
//      (ISO 19005-2, 6.1.13), and what would leave a reference dangling.
#pragma once

#include "base/diagnostic.h"
#include "layout/pages.h"
#include "pdf/write.h"

namespace sable::pdf {

base::Diagnostics check(const layout::Pages& pages, const Settings& settings);

}  // namespace sable::pdf
