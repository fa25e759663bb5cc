// From the declarations that apply to an element to its computed style.
//
// In:  declarations in ascending cascade order, the parent's context.
// Out: the element's context (CSS Cascade 4, 4.4 and 7).
#pragma once

#include <functional>
#include <vector>

#include "style/context.h"
#include "style/declaration.h"
#include "style/interning.h"

namespace sable::style {

struct ComputeInput {
  std::vector<const Declarations*> blocks;  // the last wins
  const Context& parent;
  const markup::Node* node = nullptr;
  base::Length root_em;                 // zero: this is the root element
  std::optional<std::string> language;  // of lang=""
  std::optional<Direction> direction;   // of dir=""
  bool out_of_flow = false;             // a note: shifts and decorations do not reach into it
};

Context compute(const ComputeInput& input, InternTable& table);

// The context that the root element inherits from: initial values.
const Context& initial_context();

}  // namespace sable::style
