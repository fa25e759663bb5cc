// Paragraphs of a scalar: stretches with a line without text between them.
//
// In:  a scalar of the source.
// Out: its paragraphs, blanks around each cut off.
//
// YAML folds an empty line of a plain, quoted or `>` scalar to one line end
// (YAML 1.2.2, 6.5), so the text alone does not tell; the file does.
#pragma once

#include <vector>

#include "base/span.h"
#include "report/stretch.h"

namespace sable::report {

std::vector<Stretch> split_paragraphs(const base::SourceSet& sources, const source::Value& prose);

}  // namespace sable::report
