// Tables in which equal values are one.
//
// In:  computed styles, generated content, contexts, environments.
// Out: small ids, given in the order of first appearance.
#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "style/context.h"
#include "style/variables.h"

namespace sable::style {

using ContextId = uint32_t;

class InternTable {
 public:
  // Styles, contents and families go to `styled`.
  explicit InternTable(StyledTree& styled);
  InternTable(const InternTable&) = delete;
  InternTable& operator=(const InternTable&) = delete;

  StyleId intern(const ComputedStyle& style);
  GeneratedId intern(Generated generated);
  ContextId intern(Context context);
  EnvironmentId intern(Environment environment);

  // References stay valid.
  const Context& context(ContextId id) const { return contexts_[id]; }
  const Environment& environment(EnvironmentId id) const { return environments_[id]; }
  FamilyTable& families() { return families_; }

 private:
  using Ids = std::unordered_map<uint64_t, std::vector<uint32_t>>;  // by digest

  StyledTree& styled_;
  FamilyTable families_;
  std::deque<Context> contexts_;
  std::deque<Environment> environments_;
  std::unordered_map<std::string, EnvironmentId> environment_ids_;
  Ids style_ids_, generated_ids_, context_ids_;
};

}  // namespace sable::style
