// Marks of provenance: written, stripped, and what a text may hold.
#include "markup/marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sable::markup {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string mark(Mark::Kind kind, uint32_t value) {
  std::string out;
  append_mark(out, kind, value);
  return out;
}

TEST(Marks, AreNoncharacters) {
  EXPECT_EQ(mark(Mark::Kind::ordinal, 0), "\uFDE0\uFDD0");
  EXPECT_EQ(mark(Mark::Kind::place, 0x1F), "\uFDE1\uFDD1\uFDDF");
  EXPECT_EQ(mark(Mark::Kind::ordinal, Mark::kNone), "\uFDE0");
}

TEST(Marks, ComeBackWithTheirOffsets) {
  for (const uint32_t value : {0u, 1u, 15u, 16u, 255u, 65536u, 0xFFFFFFFEu, Mark::kNone}) {
    std::string clean = "before";
    std::vector<Mark> marks;
    const std::string text = mark(Mark::Kind::place, value) + "é" +
                             mark(Mark::Kind::ordinal, value) + mark(Mark::Kind::place, 3) + "b";
    strip_marks(text, 100, clean, marks);
    EXPECT_EQ(clean, "beforeéb");
    EXPECT_THAT(
        marks, ElementsAre(Mark{100, Mark::Kind::place, value},
                           Mark{102, Mark::Kind::ordinal, value}, Mark{102, Mark::Kind::place, 3}));
  }
}

TEST(Marks, TextThatOnlyBeginsLikeAMarkIsLeft) {
  // U+FDCF, U+FDF0 and U+FB01 share bytes with the marks.
  const std::string text = "\uFDCF\uFDF0\uFB01\xEF\xB7";
  std::string clean;
  std::vector<Mark> marks;
  strip_marks(text, 0, clean, marks);
  EXPECT_EQ(clean, text);
  EXPECT_THAT(marks, IsEmpty());
}

TEST(FindForbidden, ControlsAndNoncharacters) {
  for (const std::string& bad :
       {std::string("\0", 1), std::string("\x01"), std::string("\x1F"), std::string("\uFDD0"),
        std::string("\uFDEF"), std::string("\uFFFE"), std::string("\uFFFF")}) {
    EXPECT_EQ(find_forbidden("é" + bad + "x"), 2u) << testing::PrintToString(bad);
  }
}

TEST(FindForbidden, EverythingElseMayStand) {
  EXPECT_EQ(find_forbidden("a\t\n\r\x7F é \uFDCF \uFDF0 \uE000 \uFFFD \U0001F600"), std::nullopt);
  EXPECT_EQ(find_forbidden(""), std::nullopt);
}

}  // namespace
}  // namespace sable::markup
