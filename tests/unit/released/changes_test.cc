#include "released/changes.h"

#include <initializer_list>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "../../property/random.h"
#include "released/compare.h"
#include "released/withdrawn.h"

namespace sable::released {
namespace {

Block paragraph(const std::string& text) { return {0, Paragraph{{}, {}, {{Text{text}}}}}; }

Released with(std::vector<Block> body) {
  Released released;
  released.system = marking::find_system("legacy");
  released.body = std::move(body);
  return released;
}

Released with(std::initializer_list<const char*> paragraphs) {
  std::vector<Block> body;
  for (const char* text : paragraphs) body.push_back(paragraph(text));
  return with(std::move(body));
}

std::string marked(Change change, const std::string& text) {
  if (change == Change::none) return text;
  return (change == Change::added ? "+" : "^") + ("(" + text + ")");
}

std::string shown(const Inlines& all) {
  std::string out;
  for (const Inline& each : all) {
    if (const auto* text = std::get_if<Text>(&each.value)) {
      out += marked(each.change, text->text);
    } else if (const auto* styled = std::get_if<Styled>(&each.value)) {
      out += "*" + shown(styled->children) + "*";
    } else if (std::holds_alternative<Hole>(each.value)) {
      out += marked(each.change, "#");
    } else if (std::holds_alternative<NoteCall>(each.value)) {
      out += marked(each.change, "1");
    } else {
      out += marked(each.change, "@");
    }
  }
  return out;
}

// The paragraphs of the body, each change in brackets: `+` new, `^` beside what is gone.
std::vector<std::string> compared(Released before, Released now) {
  mark_changes(now, std::move(before));
  std::vector<std::string> out;
  for (const Block& block : now.body) {
    if (const auto* it = std::get_if<Paragraph>(&block.value)) out.push_back(shown(it->text));
    if (const auto* it = std::get_if<Hole>(&block.value)) out.push_back(marked(it->change, "#"));
  }
  return out;
}

using Texts = std::vector<std::string>;

// Whoever follows the steps comes from one sequence to the other.
void expect_sound(const std::vector<uint32_t>& before, const std::vector<uint32_t>& now) {
  size_t at_before = 0, at_now = 0;
  for (const Step& step : compare(before, now)) {
    if (step.kind != Step::Kind::added) {
      ASSERT_EQ(step.before, at_before++);
    }
    if (step.kind != Step::Kind::gone) {
      ASSERT_EQ(step.now, at_now++);
    }
    if (step.kind == Step::Kind::kept) {
      ASSERT_EQ(before[step.before], now[step.now]);
    }
  }
  EXPECT_EQ(at_before, before.size());
  EXPECT_EQ(at_now, now.size());
}

TEST(Comparison, GoesFromOneToTheOther) {
  property::Random random(1);
  const auto sequence = [&random] {
    std::vector<uint32_t> all(random.below(60));
    const size_t alphabet = 1 + random.below(20);
    for (uint32_t& each : all) each = static_cast<uint32_t>(random.below(alphabet));
    return all;
  };
  for (int i = 0; i < 2000; ++i) expect_sound(sequence(), sequence());
}

// So long a difference that its path is cut.
TEST(Comparison, OfWhatHasNothingInCommonIsBounded) {
  std::vector<uint32_t> one, other;
  for (uint32_t i = 0; i < 6000; ++i) {
    one.push_back(i);
    other.push_back(i + 6000);
  }
  expect_sound(one, other);
  other.resize(10);
  expect_sound(one, other);
  expect_sound(other, one);
}

TEST(Changes, OfTheSameThereAreNone) {
  EXPECT_EQ(compared(with({"One two.", "Three."}), with({"One two.", "Three."})),
            Texts({"One two.", "Three."}));
}

TEST(Changes, AWordForAnotherIsNew) {
  EXPECT_EQ(compared(with({"The office opens at six."}), with({"The office opens at seven."})),
            Texts({"The office opens at +(seven.)"}));
}

TEST(Changes, NeighbouringWordsAreOneChange) {
  EXPECT_EQ(
      compared(with({"one two three four five"}), with({"one two red green three four five"})),
      Texts({"one two +(red green) three four five"}));
}

TEST(Changes, AWordThatIsGoneIsToldByThatBeforeIt) {
  EXPECT_EQ(compared(with({"one two three four five"}), with({"one two four five"})),
            Texts({"one ^(two) four five"}));
  EXPECT_EQ(compared(with({"one two three four"}), with({"two three four"})),
            Texts({"^(two) three four"}));
}

TEST(Changes, ANewParagraphIsNewAsAWhole) {
  EXPECT_EQ(compared(with({"One stays here.", "Three stays too."}),
                     with({"One stays here.", "Two is quite new.", "Three stays too."})),
            Texts({"One stays here.", "+(Two is quite new.)", "Three stays too."}));
}

TEST(Changes, AParagraphThatIsGoneIsToldByTheWordBeforeIt) {
  EXPECT_EQ(compared(with({"One stays.", "Two goes away.", "Three stays."}),
                     with({"One stays.", "Three stays."})),
            Texts({"One ^(stays.)", "Three stays."}));
  EXPECT_EQ(compared(with({"Two goes away.", "Three stays."}), with({"Three stays."})),
            Texts({"^(Three) stays."}));
  EXPECT_EQ(compared(with({"One stays.", "Two goes away."}), with({"One stays."})),
            Texts({"One ^(stays.)"}));
}

TEST(Changes, OfSeveralBetweenTwoThatStayAreInTheirPlaces) {
  EXPECT_EQ(compared(with({"A stays.", "red green blue grey", "old words only", "Z stays."}),
                     with({"A stays.", "quite another thing", "red green blue black", "Z stays."})),
            Texts({"A stays.", "+(quite another thing)", "red green blue +(black)", "Z stays."}));
}

TEST(Changes, SpaceIsNone) {
  EXPECT_EQ(compared(with({"one  two\nthree"}), with({"one two three"})), Texts({"one two three"}));
}

TEST(Changes, EmphasisIsOne) {
  Released now = with({});
  now.body.push_back({0, Paragraph{{},
                                   {},
                                   {{Text{"one "}},
                                    {Styled{SpanStyle::emphasis, {{Text{"two"}}}}},
                                    {Text{" three four"}}}}});
  EXPECT_EQ(compared(with({"one two three four"}), now), Texts({"one *+(two)* three four"}));
}

TEST(Changes, BoxesAreComparedByWhatTheySay) {
  Hole hole;
  hole.codes = {"(b)(1)"};
  const auto report = [](const Hole& it) {
    return with({{0, Paragraph{{}, {}, {{Text{"one two "}}, {it}, {Text{" three"}}}}}});
  };
  Hole renumbered = hole;
  renumbered.number = 7;
  renumbered.id = "x";
  EXPECT_EQ(compared(report(hole), report(renumbered)), Texts({"one two # three"}));
  Hole recoded = hole;
  recoded.codes = {"(b)(3)"};
  EXPECT_EQ(compared(report(hole), report(recoded)), Texts({"one two +(#) three"}));
}

TEST(Changes, ABoxInPlaceOfAParagraphIsNew) {
  EXPECT_EQ(compared(with({"One stays.", "Two is withheld now."}),
                     with({paragraph("One stays."), {0, Hole()}})),
            Texts({"One stays.", "+(#)"}));
}

// Its number changes with those before it.
TEST(Changes, ANewCallIsToldByTheWordBeforeIt) {
  const Released now =
      with({{0, Paragraph{{}, {}, {{Text{"one two"}}, {NoteCall{0}}, {Text{" three"}}}}}});
  EXPECT_EQ(compared(with({"one two three"}), now), Texts({"one ^(two)1 three"}));
}

TEST(Changes, AnotherMarkIsToldByTheFirstWord) {
  Released now = with({"one two three"});
  std::get<Paragraph>(now.body[0].value).mark = now.system->lowest();
  EXPECT_EQ(compared(with({"one two three"}), now), Texts({"^(one) two three"}));
}

TEST(Changes, AHeadingIsNoParagraph) {
  Released before = with({});
  Heading heading;
  heading.text = Inlines{{Text{"The log of the office"}}};
  before.body = {{0, heading}};
  EXPECT_EQ(compared(before, with({"The log of the office"})), Texts({"+(The log of the office)"}));
}

TEST(Changes, ScriptsWithoutSpacesAreComparedByCharacters) {
  EXPECT_EQ(compared(with({"今日は良い天気です"}), with({"今日は悪い天気です"})),
            Texts({"今日は+(悪)い天気です"}));
}

TEST(Changes, OfPicturesAreByWhatIsSeen) {
  const auto report = [](const char* samples) {
    Released released = with({});
    Figure figure;
    figure.alternative = Inlines{};
    released.body = {{0, figure}};
    Picture picture;
    picture.width = picture.height = 1;
    picture.samples = samples;
    released.pictures = {std::make_shared<const Picture>(picture)};
    return released;
  };
  Released same = report("abc"), other = report("abd");
  mark_changes(same, report("abc"));
  mark_changes(other, report("abc"));
  EXPECT_EQ(std::get<Figure>(same.body[0].value).change, Change::none);
  EXPECT_EQ(std::get<Figure>(other.body[0].value).change, Change::added);
}

// Nothing alike, and as much of it as a book has: time and memory stay bounded.
TEST(Changes, OfTwoBooksWithNothingInCommon) {
  std::vector<Block> one, other;
  for (int i = 0; i < 5000; ++i) {
    one.push_back(paragraph("a" + std::to_string(i) + " b" + std::to_string(i)));
    other.push_back(paragraph("c" + std::to_string(i) + " d" + std::to_string(i)));
  }
  const Texts found = compared(with(std::move(one)), with(std::move(other)));
  EXPECT_EQ(found.front(), "+(c0 d0)");
  EXPECT_EQ(found.back(), "+(c4999 d4999)");
}

Released with_hole(const std::string& before, const std::string& after) {
  Paragraph paragraph;
  if (!before.empty()) paragraph.text.push_back({Text{before}});
  paragraph.text.push_back({Hole{}});
  if (!after.empty()) paragraph.text.push_back({Text{after}});
  Released released = with({Block{7, std::move(paragraph)}});
  return released;
}

TEST(MarkReleased, MarksWordsThatWereWithheldAndNothingThatIsGone) {
  Released now = with({"One two three", "four"});
  mark_released(now, with_hole("One ", " three"));
  const Inlines& text = std::get<Paragraph>(now.body[0].value).text;
  ASSERT_EQ(text.size(), 3u);
  EXPECT_EQ(text[0].change, Change::none);
  EXPECT_EQ(text[1].change, Change::released);
  EXPECT_EQ(text[2].change, Change::none);
  Released longer = with({"One two and many more words than there were before three"});
  mark_released(longer, with_hole("One ", " three"));
  const Inlines& marked = std::get<Paragraph>(longer.body[0].value).text;
  ASSERT_EQ(marked.size(), 3u);
  EXPECT_EQ(marked[0].change, Change::none);
  EXPECT_EQ(marked[2].change, Change::none);
  Released boxed = with_hole("One ", " three");
  mark_released(boxed, with({"One two three"}));
  for (const Inline& each : std::get<Paragraph>(boxed.body[0].value).text) {
    EXPECT_EQ(each.change, Change::none);
  }
}

TEST(Withdrawn, FindsBoxesForWordsThatAreGone) {
  EXPECT_EQ(withdrawn(with_hole("One ", " three"), with({"One two three"})),
            (std::vector<Ordinal>{7}));
  EXPECT_EQ(withdrawn(with({"One two three"}), with_hole("One ", " three")),
            (std::vector<Ordinal>{}));
  EXPECT_EQ(withdrawn(with_hole("One ", " three"), with_hole("One ", " three")),
            (std::vector<Ordinal>{}));
  // Text that is new, with a box in it.
  EXPECT_EQ(withdrawn(with_hole("One ", ""), with({"One"})), (std::vector<Ordinal>{}));
  EXPECT_EQ(withdrawn(with({Block{3, Hole{}}}), with({"One two three"})),
            (std::vector<Ordinal>{3}));
}

}  // namespace
}  // namespace sable::released
