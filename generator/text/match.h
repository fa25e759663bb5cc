// Which of a family's faces a style asks for.
//
// In:  the manifest's entries, a family, slant and weight.
// Out: the index of an entry.
//
// CSS Fonts 4, 5.2 "Matching font styles", with one deviation: slants do not
// stand in for each other, since a document that silently loses its italics is
// wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/font.h"

namespace sable::text {

// Family names match without regard to case (CSS Fonts 4, 5.1).
std::string fold_case(std::string_view name);

// Indices of the entries of that family, in their order.
std::vector<size_t> family_members(const std::vector<FontEntry>& entries, std::string_view family);

// Of `members`, the one of that slant whose weight is nearest; the first of
// equals; nullopt if none has the slant.
std::optional<size_t> nearest_face(const std::vector<FontEntry>& entries,
                                   const std::vector<size_t>& members, bool italic,
                                   uint16_t weight);

}  // namespace sable::text
