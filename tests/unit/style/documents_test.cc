// docs/templates.md: its style sheets are accepted, and it names whatever a sheet
// may say.

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "markup/elements.h"
#include "sheets.h"
#include "style/page_rules.h"
#include "style/property.h"

namespace sable::style {
namespace {

const std::string& document() {
  static const std::string text = [] {
    std::stringstream read;
    read << std::ifstream(SABLE_SOURCE_DIR "/docs/templates.md").rdbuf();
    return read.str();
  }();
  return text;
}

bool names(const std::string& word) {
  return document().find("`" + word + "`") != std::string::npos;
}

TEST(Documents, SheetsAreAccepted) {
  constexpr std::string_view kFence = "```css\n";
  size_t sheets = 0;
  for (size_t at = document().find(kFence); at != std::string::npos;
       at = document().find(kFence, at + 1), ++sheets) {
    const size_t begin = at + kFence.size();
    const std::string css = document().substr(begin, document().find("```", begin) - begin);
    EXPECT_EQ(Parsed(css).errors(), "") << css;
  }
  EXPECT_GE(sheets, 4U);
}

TEST(Documents, EachPropertyHasItsPlace) {
  for (const std::string& name : property_names(0)) EXPECT_TRUE(names(name)) << name;
}

TEST(Documents, EachKeyword) {
  for (const auto rows : {text_properties(), box_properties()}) {
    for (const PropertyRow& row : rows) {
      for (const KeywordName& keyword : row.keywords) {
        EXPECT_TRUE(names(std::string(keyword.name))) << row.name << ": " << keyword.name;
      }
    }
  }
}

TEST(Documents, EachMarginBox) {
  for (const std::string& name : margin_box_names()) EXPECT_TRUE(names("@" + name)) << name;
}

}  // namespace
}  // namespace sable::style
