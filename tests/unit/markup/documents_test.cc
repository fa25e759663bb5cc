// docs/templates.md: its templates can be filled, and it names whatever a template
// may use and emit.
#include <gtest/gtest.h>

#include "markup/elements.h"
#include "markup/schema.h"
#include "samples.h"

namespace sable::markup::test {
namespace {

const std::string& document() {
  static const std::string text =
      base::disk_world()->read(SABLE_SOURCE_DIR "/docs/templates.md").value();
  return text;
}

bool names(std::string_view word) {
  const std::string name(word);
  return document().find("`" + name + "`") != std::string::npos ||
         document().find("`<" + name + "/>`") != std::string::npos ||
         document().find("`<" + name + " ") != std::string::npos;
}

TEST(Documents, WholeTemplatesAreFilled) {
  constexpr std::string_view kFence = "```mustache\n<html";
  const Released released = release_of({paragraph(0, words("Rain is likely."))});
  size_t templates = 0;
  for (size_t at = document().find(kFence); at != std::string::npos;
       at = document().find(kFence, at + 1), ++templates) {
    const size_t begin = document().find('<', at);
    const std::string text = document().substr(begin, document().find("```", begin) - begin);
    const Filled made = filled({{"report", text}}, released);
    EXPECT_EQ(made.errors(), std::vector<std::string>{}) << text;
    EXPECT_NE(made.dumped().find("\"Rain is likely.\""), std::string::npos) << made.dumped();
  }
  EXPECT_EQ(templates, 1U);
}

TEST(Documents, EachElementAndAttribute) {
  for (const ElementRule& element : elements()) {
    EXPECT_TRUE(names(element.name)) << element.name;
    for (const AttributeRule& attribute : element.attributes) {
      const std::string name(attribute.name);
      EXPECT_TRUE(names(name) || document().find(" " + name + "=\"") != std::string::npos)
          << element.name << " " << name;
    }
  }
}

TEST(Documents, EachValue) {
  for (size_t i = 0; i < kNames; ++i) {
    EXPECT_TRUE(names(spelling(static_cast<Name>(i)))) << spelling(static_cast<Name>(i));
  }
}

}  // namespace
}  // namespace sable::markup::test
