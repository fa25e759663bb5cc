// The elements and attributes that a template may emit.
//
// In:  nothing: a table.
// Out: for each element its content, level, attributes and parents.
//
// The names are those of HTML, and a few of our own: redaction, note, ref, toc,
// list-of, running, page-number, page-count, section-title, marking.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sable::markup {

enum class Level : uint8_t {
  block,
  inline_,
  by_kind,  // <redaction>: inline where its kind is "span" or "banner"
};

enum class Content : uint8_t {
  nothing,       // empty by construction
  structure,     // elements only
  flow,          // blocks, or text and inline elements
  phrasing,      // text and inline elements
  preformatted,  // phrasing in which white space counts
};

enum class Values : uint8_t { any, whole_number, count, listed };

struct AttributeRule {
  std::string_view name;
  bool required = false;
  Values values = Values::any;
  std::string_view list = {};  // of `listed`: words between blanks
};

struct ElementRule {
  std::string_view name;
  Level level;
  Content content;
  std::string_view parents = {};  // words between blanks; empty: any that holds content
  std::span<const AttributeRule> attributes = {};  // beside those that all elements have
};

std::span<const ElementRule> elements();
// nullptr if unknown.
const ElementRule* find_element(std::string_view name);
// One of the element's own attributes, or of `id class lang dir mark`; nullptr if unknown.
const AttributeRule* find_attribute(const ElementRule& element, std::string_view name);

// Whether `word` is one of the words between blanks.
bool is_among(std::string_view words, std::string_view word);
// Whether the attribute may have that value.
bool accepts(const AttributeRule& rule, std::string_view value);

// What a template writes for an element that HTML has and this markup has not ("<em>"
// for "i"); empty if there is nothing of the kind.
std::string_view instead_of(std::string_view html);

// For "did you mean".
std::vector<std::string> element_names();
std::vector<std::string> attribute_names(const ElementRule& element);

}  // namespace sable::markup
