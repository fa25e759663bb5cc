// Custom properties: CSS Custom Properties for Cascading Variables 1.
//
// In:  values with var(), definitions from the theme and from rules.
// Out: values without; an Environment for each distinct set of definitions.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "style/token.h"

namespace sable::style {

using Definition = std::shared_ptr<const TokenList>;

// Custom properties of an element, "--name" → value without var().
using Environment = std::map<std::string, Definition, std::less<>>;

// The most tokens that a value may have when all var() are replaced, and the
// most definitions that may lead to one another: a sheet cannot blow up.
constexpr size_t kLongestValue = 4096;
constexpr size_t kLongestChain = 64;

// A var() in a value.
struct Reference {
  std::string name;  // "--x"; empty where it is malformed
  base::Span span;
  bool has_fallback = false;
};
// All of them, those in fallbacks too.
std::vector<Reference> find_references(TokenRange value);

using Lookup = std::function<const TokenList*(const std::string&)>;

// The value with each var() replaced; nullopt where one is not defined and has no
// fallback, or the value becomes too long (3.1, "invalid at computed-value time").
std::optional<TokenList> substitute(TokenRange value, const Lookup& lookup);

// The definitions of an element from those that its rules declare, which may refer
// to one another (acyclic: checked when the sheet was parsed), and its parent's.
Environment resolve(const Environment& parent,
                    const std::map<std::string, const TokenList*>& declared);

// The same for equal environments.
std::string key_of(const Environment& environment);

}  // namespace sable::style
