// The lists of the front matter, for rooms that treat them alike.
//
// In:  a FrontMatter of a release.
// Out: its lists with their names, in the order in which they are printed.
#pragma once

#include <array>
#include <type_traits>
#include <utility>

#include "released/released.h"

namespace sable::released {

template <typename Lines>
using NamedLists = std::array<std::pair<const char*, Lines*>, 5>;

// `Front` is a FrontMatter, const or not.
template <typename Front>
auto lists_of(Front& front) {
  using Lines = std::remove_reference_t<decltype((front.authority))>;
  return NamedLists<Lines>{{{"statements", &front.statements},
                            {"authority", &front.authority},
                            {"designation", &front.designation},
                            {"sources", &front.sources},
                            {"distribution", &front.distribution}}};
}

}  // namespace sable::released
