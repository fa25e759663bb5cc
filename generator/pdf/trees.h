// Name trees and number trees (ISO 32000-1, 7.9.6, 7.9.7).
//
// In:  sorted leaves: their entries, their least and greatest key.
// Out: balanced nodes among the hidden objects.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pdf/hidden_objects.h"

namespace sable::pdf {

// Collects sorted entries into nodes of bounded size.
class TreeBuilder {
 public:
  // `entries_key` is "Names" or "Nums".
  TreeBuilder(HiddenObjects& hidden, const char* entries_key, size_t entries_per_leaf)
      : hidden_(hidden), entries_key_(entries_key), entries_per_leaf_(entries_per_leaf) {}

  // `key` as printed; `value` follows it in the node.
  void add(const std::string& key, const std::string& value);

  // The root; 0 if nothing was added.
  uint32_t finish();

 private:
  struct Node {
    std::string first, last;  // keys
    std::string content;      // "/Nums[…" or "/Kids[…", not yet closed
    size_t count = 0;
  };
  std::vector<Node> parents_of(const std::vector<Node>& nodes);

  HiddenObjects& hidden_;
  const char* entries_key_;
  size_t entries_per_leaf_;
  std::vector<Node> leaves_;
};

}  // namespace sable::pdf
