// Sheets and styles for tests.
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "style/styler.h"
#include "tree_builder.h"

namespace sable::style {

// "SBL0720 2:3-2:7" for each diagnostic, one a line; what stands in the sheet at
// the place follows in quotes, and the echo and help behind.
inline std::string brief(const base::Diagnostics& diagnostics, const base::SourceSet& sources) {
  std::string text;
  for (const base::Diagnostic& each : diagnostics) {
    text += each.code;
    if (each.span) {
      const base::LineColumn at = sources.locate(each.span->file, each.span->begin);
      const std::string& file = sources.file(each.span->file).text;
      text += fmt::format(" {}:{} '{}'", at.line, at.column,
                          file.substr(each.span->begin, each.span->end - each.span->begin));
    }
    text += "\n";
  }
  return text;
}

struct Parsed {
  base::SourceSet sources;
  base::Result<Sheet> sheet;

  explicit Parsed(std::string css, const Tokens& tokens = {})
      : sheet(parse_sheet(sources, {sources.add("style.css", std::move(css), base::Secrecy::open)},
                          tokens)) {}
  std::string errors() const { return sheet ? "" : brief(sheet.error(), sources); }
  // The help of the only error.
  std::string help() const {
    if (sheet) return "no error";
    return sheet.error().size() == 1 ? sheet.error()[0].help : "several errors";
  }
};

// A tree with the styles that a sheet gives it.
struct Styled {
  markup::Tree tree;
  StyledTree styled;

  Styled(std::string css, std::string_view xml, const Tokens& tokens = {}) : tree(tree_of(xml)) {
    const Parsed parsed(std::move(css), tokens);
    EXPECT_EQ(parsed.errors(), "");
    if (parsed.sheet) styled = apply(*parsed.sheet, tree);
  }

  // The first element of that name or with that id.
  markup::NodeId find(std::string_view name) const {
    for (markup::NodeId id = 0; id < tree.nodes.size(); ++id) {
      if (tree.nodes[id].element == name || tree.nodes[id].attribute("id") == name) return id;
    }
    ADD_FAILURE() << "no element " << name;
    return 0;
  }
  const StyledNode& node(std::string_view name) const { return styled.nodes.at(find(name)); }
  const ComputedStyle& operator[](std::string_view name) const {
    return styled.styles.at(node(name).style);
  }
  const Generated& generated(GeneratedId id) const { return styled.generated.at(id); }
  const ComputedStyle& generated_style(GeneratedId id) const {
    return styled.styles.at(generated(id).style);
  }
  const std::vector<std::string>& families(std::string_view name) const {
    return styled.families.at((*this)[name].families);
  }
};

inline base::Length pt(int64_t points) { return base::Length::points(points); }
inline base::Length pt(int64_t numerator, int64_t denominator) {
  return base::Length::points(numerator, denominator);
}

// The style of a <p> with these declarations.
inline ComputedStyle style_of(const std::string& declarations) {
  const Styled styled("p { " + declarations + " }", "<html><body><p>x</p></body></html>");
  return styled.styled.styles.empty() ? ComputedStyle() : styled["p"];
}

// What is wrong with a declaration: code, what stands at the place, the help.
inline std::string complaint(const std::string& declaration) {
  const Parsed parsed("p { " + declaration + " }");
  if (parsed.sheet) return "no error";
  if (parsed.sheet.error().size() != 1) return "several: " + parsed.errors();
  const base::Diagnostic& only = parsed.sheet.error()[0];
  const std::string& text = parsed.sources.file(only.span->file).text;
  return fmt::format("{} '{}' {}", only.code,
                     text.substr(only.span->begin, only.span->end - only.span->begin), only.help);
}

}  // namespace sable::style
