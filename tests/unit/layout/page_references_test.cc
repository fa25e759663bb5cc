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

PageLabels two_parts() {
  PageLabels labels;
  for (const char* text : {"i", "ii", "iii"}) labels.push_back({text, 1, 0});
  for (const char* text : {"2-1", "2-2", "2-3"}) labels.push_back({text, 1, 1});
  return labels;
}

TEST(PageReferences, PrintTheLabelsOfPages) {
  PageReferences references;
  references.label("a", 0);
  EXPECT_FALSE(references.accept({{"a", 3}}, two_parts()));
  EXPECT_EQ(references.label("a", 0), "iii");
  EXPECT_TRUE(references.accept({{"a", 3}}, two_parts()));
}

// The page may be the same, and be called otherwise.
TEST(PageReferences, ALabelThatChangesIsNotRight) {
  PageReferences references;
  references.label("a", 0);
  references.accept({{"a", 3}}, two_parts());
  references.label("a", 0);
  PageLabels others = two_parts();
  others[2].text = "iv";
  EXPECT_FALSE(references.accept({{"a", 3}}, others));
  EXPECT_EQ(references.label("a", 0), "\u2007iv");
}

TEST(PageReferences, NoSpanGoesFromOnePartToAnother) {
  PageReferences references;
  const char* names = "a\nb\nc\nd\ne\nf";
  references.spans(names, 0);
  references.accept({{"a", 1}, {"b", 2}, {"c", 3}, {"d", 4}, {"e", 5}, {"f", 6}}, two_parts());
  std::string printed;
  for (const auto& span : references.spans(names, 0)) printed += span.label + " ";
  EXPECT_EQ(printed, "i\u2013iii 2-1\u20132-3 ");
}

}  // namespace
}  // namespace sable::layout
