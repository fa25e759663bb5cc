// The table of elements.h, and look-ups in it.
#include "markup/elements.h"

#include <algorithm>
#include <array>

namespace sable::markup {
namespace {

using enum Content;
constexpr Level kBlock = Level::block;
constexpr Level kInline = Level::inline_;

constexpr AttributeRule kCommon[] = {
    {.name = "id"},   {.name = "class"},
    {.name = "lang"}, {.name = "dir", .values = Values::listed, .list = "ltr rtl auto"},
    {.name = "mark"},
};

constexpr AttributeRule kA[] = {{.name = "href", .required = true}};
constexpr AttributeRule kCell[] = {
    {.name = "colspan", .values = Values::whole_number},
    {.name = "rowspan", .values = Values::whole_number},
};
constexpr AttributeRule kHeaderCell[] = {
    {.name = "colspan", .values = Values::whole_number},
    {.name = "rowspan", .values = Values::whole_number},
    {.name = "scope", .values = Values::listed, .list = "row col rowgroup colgroup"},
};
constexpr AttributeRule kCol[] = {
    {.name = "width"},
    {.name = "unit", .values = Values::listed, .list = "% cm mm in pt"},
};
// Written by the program where a release is compared with an earlier one.
constexpr AttributeRule kChanged = {.name = "changed", .values = Values::listed, .list = "new cut released"};
constexpr AttributeRule kImg[] = {
    kChanged,
    {.name = "src", .required = true},
    {.name = "alt", .required = true},
    {.name = "width"},
    {.name = "unit", .values = Values::listed, .list = "% cm mm in pt"},
};
constexpr AttributeRule kListOf[] = {
    {.name = "what", .required = true, .values = Values::listed, .list = "tables figures"},
};
constexpr AttributeRule kMarking[] = {
    {.name = "of", .required = true, .values = Values::listed, .list = "page document portion"},
};
constexpr AttributeRule kMeta[] = {
    {.name = "name", .required = true, .values = Values::listed, .list = "author subject keywords"},
    {.name = "content", .required = true},
};
constexpr AttributeRule kHeading[] = {{.name = "number"}};
constexpr AttributeRule kCaption[] = {{.name = "number"}};
constexpr AttributeRule kSpan[] = {{.name = "index"}, kChanged};
constexpr AttributeRule kToc[] = {{.name = "depth", .values = Values::whole_number}};
constexpr AttributeRule kEntry[] = {{.name = "level", .values = Values::whole_number}};
constexpr AttributeRule kTo[] = {{.name = "to", .required = true}};
constexpr AttributeRule kNote[] = {
    {.name = "kind", .required = true, .values = Values::listed, .list = "foot end"},
};
constexpr AttributeRule kOl[] = {{.name = "start", .values = Values::whole_number}};
constexpr AttributeRule kRedaction[] = {
    kChanged,
    {.name = "kind",
     .required = true,
     .values = Values::listed,
     .list = "paragraph bullet heading section quote note field span banner table row cell "
             "figure region box"},
    {.name = "extent", .values = Values::listed, .list = "words lines paragraph half-page page undisclosed"},
    {.name = "lines", .values = Values::whole_number},
    {.name = "words", .values = Values::whole_number},
    {.name = "pages", .values = Values::whole_number},
    {.name = "codes"},
    {.name = "label"},
    {.name = "area"},
};
constexpr AttributeRule kRef[] = {
    kChanged,
    {.name = "to", .required = true},
    {.name = "show", .values = Values::listed, .list = "number page title"},
};
constexpr AttributeRule kPageNumber[] = {
    {.name = "format",
     .values = Values::listed,
     .list = "decimal lower-alpha upper-alpha lower-roman upper-roman"},
    {.name = "first", .values = Values::count},
    {.name = "digits", .values = Values::whole_number},
    {.name = "reverse-blank"},
};
constexpr AttributeRule kPageCount[] = {
    {.name = "of", .values = Values::listed, .list = "document part"},
};
constexpr AttributeRule kRunning[] = {{.name = "name", .required = true}, {.name = "level"}};

// Sorted by name.
constexpr std::array kElements = std::to_array<ElementRule>({
    {"a", kInline, phrasing, {}, kA},
    {"aside", kBlock, flow},
    {"blockquote", kBlock, flow},
    {"body", kBlock, flow, "html"},
    {"br", kInline, nothing},
    {"caption", kBlock, flow, "table", kCaption},
    {"code", kInline, phrasing},
    {"col", kBlock, nothing, "colgroup", kCol},
    {"colgroup", kBlock, structure, "table"},
    {"dd", kBlock, flow, "dl"},
    {"div", kBlock, flow},
    {"dl", kBlock, structure},
    {"dt", kBlock, flow, "dl"},
    {"em", kInline, phrasing},
    {"endnotes", kBlock, flow},
    {"figcaption", kBlock, flow, "figure", kCaption},
    {"figure", kBlock, flow},
    {"h1", kBlock, phrasing, {}, kHeading},
    {"h2", kBlock, phrasing, {}, kHeading},
    {"h3", kBlock, phrasing, {}, kHeading},
    {"h4", kBlock, phrasing, {}, kHeading},
    {"h5", kBlock, phrasing, {}, kHeading},
    {"h6", kBlock, phrasing, {}, kHeading},
    {"head", kBlock, structure, "html"},
    {"hr", kBlock, nothing},
    {"html", kBlock, structure, "-"},
    {"img", kBlock, nothing, "figure", kImg},
    {"index", kBlock, flow},
    {"index-entry", kBlock, phrasing, "index", kEntry},
    {"li", kBlock, flow, "ul ol"},
    {"list-of", kBlock, flow, {}, kListOf},
    {"marking", kInline, nothing, {}, kMarking},
    {"meta", kBlock, nothing, "head", kMeta},
    {"note", kInline, flow, {}, kNote},
    {"ol", kBlock, structure, {}, kOl},
    {"p", kBlock, phrasing},
    {"page-count", kInline, nothing, {}, kPageCount},
    {"page-list", kInline, nothing, "index-entry", kTo},
    {"page-number", kInline, nothing, {}, kPageNumber},
    {"pre", kBlock, preformatted},
    {"redaction", Level::by_kind, nothing, {}, kRedaction},
    {"ref", kInline, nothing, {}, kRef},
    {"running", kBlock, flow, "body", kRunning},
    {"s", kInline, phrasing},
    {"section", kBlock, flow},
    {"section-title", kInline, nothing},
    {"span", kInline, phrasing, {}, kSpan},
    {"strong", kInline, phrasing},
    {"sub", kInline, phrasing},
    {"sup", kInline, phrasing},
    {"table", kBlock, structure},
    {"tbody", kBlock, structure, "table"},
    {"td", kBlock, flow, "tr", kCell},
    {"tfoot", kBlock, structure, "table"},
    {"th", kBlock, flow, "tr", kHeaderCell},
    {"thead", kBlock, structure, "table"},
    {"title", kBlock, phrasing, "head"},
    {"toc", kBlock, flow, {}, kToc},
    {"toc-entry", kBlock, phrasing, "toc list-of", kEntry},
    {"toc-number", kInline, phrasing, "toc-entry"},
    {"toc-page", kInline, nothing, "a", kTo},
    {"toc-title", kInline, phrasing, "a"},
    {"tr", kBlock, structure, "table thead tbody tfoot"},
    {"ul", kBlock, structure},
    {"wbr", kInline, nothing},
});
static_assert(std::ranges::is_sorted(kElements, {}, &ElementRule::name));

struct Substitute {
  std::string_view html;
  std::string_view instead;
};

// Sorted by name.
constexpr std::array kSubstitutes = std::to_array<Substitute>({
    {"address", "<p> or <div> with a class"},
    {"article", "<section>"},
    {"b", "<strong>, or <span> with a class and font-weight in the style sheet"},
    {"big", "<span> with a class and font-size in the style sheet"},
    {"center", "<div> with a class and text-align: center in the style sheet"},
    {"cite", "<em>"},
    {"del", "<s>"},
    {"dfn", "<em>"},
    {"dir", "<ul>"},
    {"font", "<span> with a class and font-family, font-size or color in the style sheet"},
    {"footer", "<running>, and element(…) in a margin box of @page"},
    {"header", "<running>, and element(…) in a margin box of @page"},
    {"hgroup", "<div>"},
    {"i", "<em>, or <span> with a class and font-style in the style sheet"},
    {"ins", "<span> with a class and text-decoration-line: underline in the style sheet"},
    {"kbd", "<code>"},
    {"link", "nothing: the style sheet is style.css of the template"},
    {"main", "<section> or <div>"},
    {"mark", "<span> with a class and background in the style sheet"},
    {"menu", "<ul>"},
    {"nav", "<toc> for the contents, or <div>"},
    {"picture", "<img>"},
    {"q", "<span>, with the quotation marks in the text"},
    {"samp", "<code>"},
    {"script", "nothing: a document has no scripts"},
    {"small", "<span> with a class and font-size in the style sheet"},
    {"strike", "<s>"},
    {"style", "the rules into style.css of the template"},
    {"svg", "<img> with the picture in a file"},
    {"tt", "<code>"},
    {"u", "<span> with a class and text-decoration-line: underline in the style sheet"},
    {"var", "<em>"},
});
static_assert(std::ranges::is_sorted(kSubstitutes, {}, &Substitute::html));

// 1 to 9999, as HTML's colspan, rowspan and start are used here.
bool is_whole_number(std::string_view value, size_t most_digits = 4) {
  return !value.empty() && value.size() <= most_digits && value.front() != '0' &&
         std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::span<const ElementRule> elements() { return kElements; }

const ElementRule* find_element(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kElements, name, {}, &ElementRule::name);
  return found != kElements.end() && found->name == name ? found : nullptr;
}

const AttributeRule* find_attribute(const ElementRule& element, std::string_view name) {
  for (const AttributeRule& rule : element.attributes) {
    if (rule.name == name) return &rule;
  }
  for (const AttributeRule& rule : kCommon) {
    if (rule.name == name) return &rule;
  }
  return nullptr;
}

bool is_among(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const size_t blank = std::min(words.find(' '), words.size());
    if (words.substr(0, blank) == word) return true;
    words.remove_prefix(std::min(blank + 1, words.size()));
  }
  return false;
}

bool accepts(const AttributeRule& rule, std::string_view value) {
  switch (rule.values) {
    case Values::any:
      return true;
    case Values::whole_number:
      return is_whole_number(value);
    case Values::count:
      return is_whole_number(value, 9);
    case Values::listed:
      return is_among(rule.list, value);
  }
  return false;
}

std::string_view instead_of(std::string_view html) {
  const auto* found = std::ranges::lower_bound(kSubstitutes, html, {}, &Substitute::html);
  return found != kSubstitutes.end() && found->html == html ? found->instead : std::string_view();
}

std::vector<std::string> element_names() {
  std::vector<std::string> names;
  for (const ElementRule& rule : kElements) names.emplace_back(rule.name);
  return names;
}

std::vector<std::string> attribute_names(const ElementRule& element) {
  std::vector<std::string> names;
  for (const AttributeRule& rule : element.attributes) names.emplace_back(rule.name);
  for (const AttributeRule& rule : kCommon) names.emplace_back(rule.name);
  return names;
}

}  // namespace sable::markup
