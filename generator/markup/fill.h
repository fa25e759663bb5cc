// Fills a template with a release, and parses what comes out.
//
// In:  a Released and a Template; the release's dates in words, if they are wanted.
// Out: the markup tree, with provenance; or diagnostics that name the
//      template's line.
//
// The output has to be well-formed XML (expat) made of the elements and
// attributes of elements.h. The template is filled block by block, so that no
// more than one block's data is alive at a time.
#pragma once

#include "base/diagnostic.h"
#include "markup/dates.h"
#include "markup/template.h"
#include "markup/tree.h"
#include "released/released.h"

namespace sable::markup {

base::Result<Tree> fill(const Template& from, const base::SourceSet& sources,
                        const released::Released& released, const Dates& dates = {});

}  // namespace sable::markup
