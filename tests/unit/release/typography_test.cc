#include "release/typography.h"

#include <gtest/gtest.h>

#include "releasing.h"

namespace sable::release {
namespace {

using namespace released;

std::string set(const std::string& text, std::string_view language = "en-US") {
  Inlines inlines = {{Text{text}}};
  set_typographic_signs(inlines, language);
  return notation(inlines);
}

TEST(TypographicSigns, Quotes) {
  EXPECT_EQ(set("\"a 'b' c\" (\"d\") e's"), "“a ‘b’ c” (“d”) e’s");
  EXPECT_EQ(set("\"'a'\" --\"b\""), "“‘a’” –“b”");
  EXPECT_EQ(set("in '97, '1997' and '9"), "in ’97, ‘1997’ and ‘9");
  EXPECT_EQ(set("\"\xC3\xA4\" \xC3\xA4\""), "“ä” ä”");
}

TEST(TypographicSigns, Dashes) { EXPECT_EQ(set("1--2 --- a - b ---- c"), "1–2 — a - b ---- c"); }

TEST(TypographicSigns, OfOtherLanguagesAreKept) {
  EXPECT_EQ(set("\"a\" -- 'b'", "de"), "\"a\" – 'b'");
  EXPECT_EQ(set("\"a\"", "enm"), "\"a\"");
  EXPECT_EQ(set("\"a\"", "en"), "“a”");
}

TEST(TypographicSigns, GoThroughEmphasisAndStopAtCode) {
  Inlines inlines = {{Text{"a "}},
                     {Styled{SpanStyle::emphasis, {{Text{"\"b"}}}}},
                     {Text{"\" "}},
                     {Styled{SpanStyle::code, {{Text{"\"--\""}}}}},
                     {Text{"\""}}};
  set_typographic_signs(inlines, "en");
  EXPECT_EQ(notation(inlines), "a em(“b)” code(\"--\")”");
}

TEST(TypographicSigns, TakeAHoleForAWord) {
  Inlines inlines = {{Hole{}}, {Text{"'s \""}}, {Hole{}}, {Text{"\""}}};
  set_typographic_signs(inlines, "en");
  EXPECT_EQ(notation(inlines), "box0[ undisclosed]’s “box0[ undisclosed]”");
}

}  // namespace
}  // namespace sable::release
