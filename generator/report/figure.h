// Figures: the name of a picture, what it shows in words, and the regions of it that
// may be withheld.
//
// In:  the map under `figure:`.
// Out: a Figure. Its file is not opened here: a release that withholds the figure
//      must not hang on it.
#pragma once

#include <optional>

#include "report/portion.h"
#include "report/report.h"

namespace sable::report {

// `redaction`: that of the whole figure, if its map has one.
Figure read_figure(const source::Value& value, std::optional<Redaction>& redaction,
                   Context& context);

}  // namespace sable::report
