// The attributes of references and terms: `:ref[id]{show=page}`,
// `:term[words]{as="entry, below it"}`.
//
// In:  attributes as they are written.
// Out: what they say; every one that is wrong is an error.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "report/attributes.h"
#include "report/report.h"

namespace sable::report {

ReferenceShow read_reference_attributes(const Attributes& attributes,
                                        base::Diagnostics& diagnostics);

// The entry of a term in the index; empty if none is given.
std::string read_term_attributes(const Attributes& attributes, base::Diagnostics& diagnostics);

}  // namespace sable::report
