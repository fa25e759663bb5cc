// From a styled tree to pages.
//
// In:  the markup tree, its styles, fonts, breaks and hyphens, the marking system.
// Out: Pages; or diagnostics (an overfull line, a character that no font has).
#pragma once

#include <memory>

#include "base/diagnostic.h"
#include "layout/pages.h"
#include "marking/marking.h"
#include "markup/tree.h"
#include "style/computed.h"
#include "text/breaks.h"
#include "text/shaper.h"

namespace sable::layout {

struct Input {
  const markup::Tree& tree;
  const style::StyledTree& styled;
  std::shared_ptr<text::Shaper> shaper;
  text::Hyphenator& hyphenator;
  const marking::System& system;
  marking::Marking overall;  // of content without a mark of its own
  bool banner_per_page = true;
  std::vector<std::shared_ptr<const released::Picture>> pictures = {};
};

struct Output {
  Pages pages;
  base::Diagnostics warnings;
};

base::Result<Output> lay_out(const Input& input);

}  // namespace sable::layout
