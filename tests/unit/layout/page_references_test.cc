// What is printed for the pages of places, from pass to pass.
#include <gtest/gtest.h>

#include "layout/page_references.h"

namespace sable::layout {
namespace {

TEST(PageReferences, AreRightOncePagesAreWhatWasPrinted) {
  PageReferences references;
  EXPECT_EQ(references.label("a", 7), "00");
  EXPECT_FALSE(references.accept({{"a", 3}}));
  EXPECT_EQ(references.culprit(), 7u);
  EXPECT_EQ(references.label("a", 7), "3");
  EXPECT_TRUE(references.accept({{"a", 3}, {"b", 9}}));
}

// Pages of places that nothing refers to may be any.
TEST(PageReferences, OnlyThoseThatAreAskedForCount) {
  PageReferences references;
  EXPECT_TRUE(references.accept({{"a", 3}}));
  EXPECT_TRUE(references.accept({{"a", 4}}));
}

TEST(PageReferences, FromTheThirdPassOnAPlaceIsAsWideAsItEverWas) {
  PageReferences references;
  for (const uint32_t page : {10u, 9u}) {
    references.label("a", 0);
    EXPECT_FALSE(references.accept({{"a", page}}));
  }
  EXPECT_EQ(references.label("a", 0), "\u20079");
  EXPECT_FALSE(references.accept({{"a", 10}}));
  EXPECT_EQ(references.label("a", 0), "10");
}

TEST(PageReferences, SpansJoinThreePagesOrMore) {
  PageReferences references;
  references.spans("a\nb\nc\nd\ne\nf", 0);
  references.accept({{"a", 8}, {"b", 1}, {"c", 2}, {"d", 2}, {"e", 7}, {"f", 9}});
  std::string printed;
  for (const auto& span : references.spans("a\nb\nc\nd\ne\nf", 0))
    printed += span.label + "=" + span.destination + " ";
  EXPECT_EQ(printed, "1=b 2=c 7\u20139=e ");
}

}  // namespace
}  // namespace sable::layout
