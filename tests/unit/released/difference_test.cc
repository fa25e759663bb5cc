// What two releases show otherwise, as a list, and marked in the later one.

#include "released/difference.h"

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "../../property/random.h"

namespace sable::released {
namespace {

using Lines = std::vector<std::string>;

Hole hole(const std::string& code = "(b)(1)", HoleKind kind = HoleKind::span) {
  Hole made;
  made.kind = kind;
  if (!code.empty()) made.codes = {code};
  return made;
}

// "one # two": a box for each `#`.
Inlines text(const std::string& words) {
  Inlines all;
  size_t at = 0;
  for (size_t next; (next = words.find('#', at)) != std::string::npos; at = next + 1) {
    if (next > at) all.push_back({Text{words.substr(at, next - at)}});
    all.push_back({hole()});
  }
  if (at < words.size()) all.push_back({Text{words.substr(at)}});
  return all;
}

Block paragraph(const std::string& words) { return {0, Paragraph{{}, {}, text(words)}}; }

Block heading(const std::string& words, int level = 1) {
  Heading made;
  made.level = level;
  made.text = text(words);
  return {0, std::move(made)};
}

Released with(std::vector<Block> body) {
  Released released;
  released.system = marking::find_system("legacy");
  released.body = std::move(body);
  return released;
}

Released with(const std::string& words) { return with({paragraph(words)}); }

// One line for each difference: "shown paragraph: [(b)(1)] -> words".
Lines told(const Released& before, const Released& now) {
  Lines lines;
  for (const Alteration& one : difference(before, now)) {
    lines.push_back(
        fmt::format("{} {}{}{}: {} -> {}", turn_name(one.turn),
                    one.of == Aspect::words ? "" : aspect_name(one.of) + std::string(" "), one.what,
                    one.section.empty() ? "" : " in " + one.section, one.before, one.now));
  }
  return lines;
}

TEST(Difference, OfTheSameThereIsNone) {
  EXPECT_EQ(told(with("One # two."), with("One # two.")), Lines());
  Released named = with("One # two.");
  named.release = "later";
  named.audience = "public";
  EXPECT_EQ(told(with("One # two."), named), Lines());
}

TEST(Difference, WordsInPlaceOfABoxAreShown) {
  EXPECT_EQ(told(with("The clerk # was paid."), with("The clerk Arne Holt was paid.")),
            Lines({"shown paragraph: [(b)(1)] -> Arne Holt"}));
}

TEST(Difference, ABoxInPlaceOfWordsIsWithheld) {
  EXPECT_EQ(told(with("The clerk Arne Holt was paid."), with("The clerk # was paid.")),
            Lines({"withheld paragraph: Arne Holt -> [(b)(1)]"}));
}

TEST(Difference, NewTextIsNotShownNorIsOldTextWithheld) {
  EXPECT_EQ(told(with("The clerk # was paid."), with("The clerk # was paid in full.")),
            Lines({"changed paragraph: paid -> paid in full"}));
  EXPECT_EQ(told(with("One two # three four."), with("One two # four.")),
            Lines({"removed paragraph: three -> "}));
}

TEST(Difference, BesidePunctuation) {
  const Difference found =
      difference(with("Told by #, who left."), with("Told by Holt, who left."));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].before, "[(b)(1)]");
  EXPECT_EQ(found[0].now, "Holt");
  EXPECT_EQ(found[0].left, "Told by");
  EXPECT_EQ(found[0].right, ", who left.");
  ASSERT_EQ(found[0].boxes_before.size(), 1u);
  EXPECT_TRUE(found[0].boxes_now.empty());
}

TEST(Difference, TellsALittleOfWhatBothShow) {
  const Difference found = difference(with("a b c d e f g h # i j k l m n o p"),
                                      with("a b c d e f g h X i j k l m n o p"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].left, "… c d e f g h");
  EXPECT_EQ(found[0].right, "i j k l m n …");
}

// A word that the passage has too stands there by chance.
TEST(Difference, WhatIsShownIsOnePassage) {
  EXPECT_EQ(told(with("They met # in the town of Ulen."),
                 with("They met twice in May and in the town of Ulen.")),
            Lines({"shown paragraph: [(b)(1)] -> twice in May and"}));
  EXPECT_EQ(told(with("They met twice in May and in the town of Ulen."),
                 with("They met # in the town of Ulen.")),
            Lines({"withheld paragraph: twice in May and -> [(b)(1)]"}));
}

TEST(Difference, WholeTextsAndBoxes) {
  const Block box{0, hole("(b)(3)", HoleKind::paragraph)};
  const Block a = paragraph("One stays here."), z = paragraph("Three stays too.");
  EXPECT_EQ(told(with({a, box, z}), with({a, paragraph("Two is out."), z})),
            Lines({"shown paragraph: [(b)(3)] -> Two is out."}));
  EXPECT_EQ(told(with({a, paragraph("Two is out."), z}), with({a, box, z})),
            Lines({"withheld paragraph: Two is out. -> [(b)(3)]"}));
  EXPECT_EQ(told(with({a, z}), with({a, paragraph("Two is new."), z})),
            Lines({"added paragraph:  -> Two is new."}));
  EXPECT_EQ(told(with({a, paragraph("Two is old."), z}), with({a, z})),
            Lines({"removed paragraph: Two is old. -> "}));
  EXPECT_EQ(told(with({a, z}), with({a, box, z})), Lines({"added box paragraph:  -> [(b)(3)]"}));
  EXPECT_EQ(told(with({a, box, z}), with({a, z})), Lines({"removed box paragraph: [(b)(3)] -> "}));
}

// What is between two texts that both have is for the boxes between them, in order.
TEST(Difference, EachBoxHasItsTexts) {
  const Block section{0, hole("(b)(3)", HoleKind::section)};
  const Block single{0, hole("(b)(6)", HoleKind::paragraph)};
  const Block a = paragraph("One stays here.");
  EXPECT_EQ(told(with({a, section, single}),
                 with({a, heading("Coast"), paragraph("red green"), paragraph("blue")})),
            Lines({"shown heading in Coast: [(b)(3)] -> Coast\nred green",
                   "shown paragraph in Coast: [(b)(6)] -> blue"}));
  EXPECT_EQ(told(with({a, single, single}), with({a, paragraph("red"), paragraph("blue")})),
            Lines({"shown paragraph: [(b)(6)] -> red", "shown paragraph: [(b)(6)] -> blue"}));
}

TEST(Difference, OldTextBesideWhatIsShown) {
  const Block box{0, hole("(b)(3)", HoleKind::paragraph)};
  EXPECT_EQ(told(with({paragraph("old words go"), box}), with({paragraph("quite another thing")})),
            Lines({"removed paragraph: old words go -> ",
                   "shown paragraph: [(b)(3)] -> quite another thing"}));
}

TEST(Difference, WhatABoxSaysOfItself) {
  const auto said = [](const Hole& before, const Hole& now) {
    return told(with({{0, Paragraph{{}, {}, {{Text{"one "}}, {before}}}}}),
                with({{0, Paragraph{{}, {}, {{Text{"one "}}, {now}}}}}));
  };
  EXPECT_EQ(said(hole(), hole()), Lines());
  EXPECT_EQ(said(hole(), hole("(b)(3)")), Lines({"changed box paragraph: [(b)(1)] -> [(b)(3)]"}));
  EXPECT_EQ(said(hole(), hole("")), Lines({"changed box paragraph: [(b)(1)] -> [withheld]"}));
  const Lines same_code = {"changed box paragraph: [(b)(1)] -> [(b)(1)]"};
  for (const auto& change : std::vector<void (*)(Hole&)>{
           [](Hole& it) { it.id = "x"; }, [](Hole& it) { it.label = "name"; },
           [](Hole& it) {
             it.extent = {ExtentKind::lines, 2};
           },
           [](Hole& it) { it.statutes = {"50 USC 3024"}; },
           [](Hole& it) { it.justification = "Would harm."; },
           [](Hole& it) { it.referred_to = "Office"; }}) {
    Hole changed = hole();
    change(changed);
    EXPECT_EQ(said(hole(), changed), same_code);
    const Block one{0, hole("(b)(1)")}, two{0, changed};
    EXPECT_EQ(told(with({one}), with({two})), Lines({"changed box span: [(b)(1)] -> [(b)(1)]"}));
  }
}

TEST(Difference, MarksLooksAndKinds) {
  Released marked = with("one two three");
  std::get<Paragraph>(marked.body[0].value).mark = marked.system->lowest();
  EXPECT_EQ(told(with("one two three"), marked), Lines({"changed mark paragraph:  -> U"}));
  Released emphasis = with(
      {{0, Paragraph{{}, {}, {{Text{"one two "}}, {Styled{SpanStyle::emphasis, text("three")}}}}}});
  EXPECT_EQ(told(with("one two three"), emphasis),
            Lines({"changed look paragraph: three -> three"}));
  EXPECT_EQ(told(with({heading("The coast", 1)}), with({heading("The coast", 2)})),
            Lines({"changed kind heading in The coast: heading of level 1 -> heading of level 2"}));
  EXPECT_EQ(told(with({heading("The coast", 1)}), with("The coast")),
            Lines({"changed kind paragraph: heading of level 1 -> paragraph"}));
}

TEST(Difference, SettingsComeFirst) {
  Released now = with("one three");
  now.stamp = "Approved";
  now.contents.depth = 2;
  now.overall = {1};
  Released before = with("one two");
  before.watermark = "Draft";
  EXPECT_EQ(told(before, now),
            Lines({fmt::format("changed setting overall marking: {} -> {}", now.system->banner({}),
                               now.system->banner({1})),
                   "added setting stamp:  -> Approved", "removed setting watermark: Draft -> ",
                   "added setting contents:  -> headings to level 2",
                   "changed paragraph: two -> three"}));
}

TEST(Difference, TitleBlockBannerAndNotes) {
  Released before = with("one#two"), now = with("one#two");
  before.titles.date = Field{0, {}, text("2023-11-06")};
  now.titles.date = Field{0, {}, text("2024-04-02")};
  now.titles.office = Field{0, {}, text("Records")};
  before.codeword = Field{0, {}, hole("(b)(1)", HoleKind::banner)};
  now.codeword = Field{0, {}, text("QUAY")};
  now.notes.push_back({0, {}, std::vector<Inlines>{text("A note.")}});
  EXPECT_EQ(told(before, now), Lines({"added office in title block:  -> Records",
                                      "changed date in title block: 2023-11-06 -> 2024-04-02",
                                      "shown codeword in banner: [(b)(1)] -> QUAY",
                                      "added note in notes:  -> A note."}));
}

Released table(const std::vector<std::vector<const char*>>& rows) {
  Table made;
  for (const auto& texts : rows) {
    Row& row = made.rows.emplace_back();
    row.ordinal = static_cast<Ordinal>(made.rows.size());
    std::vector<Cell> cells;
    for (const char* words : texts) cells.emplace_back().text = text(words);
    row.cells = std::move(cells);
  }
  return with({Block{0, std::move(made)}});
}

TEST(Difference, CellsAndRows) {
  EXPECT_EQ(told(table({{"a", "#"}, {"b", "c"}}), table({{"a", "ten"}, {"b", "c"}})),
            Lines({"shown cell: [(b)(1)] -> ten"}));
  EXPECT_EQ(told(table({{"a", "b"}}), table({{"a", "b"}, {"q", "r"}})),
            Lines({"added row:  -> q | r"}));
  Released withheld = table({{"a", "b"}, {"x"}});
  std::get<Table>(withheld.body[0].value).rows[1].cells = hole("(b)(4)", HoleKind::row);
  EXPECT_EQ(told(table({{"a", "b"}, {"q", "r"}}), withheld),
            Lines({"withheld row: q | r -> [(b)(4)]"}));
}

Released figure(const std::string& samples, bool region, const std::string& description) {
  Figure made;
  made.alternative = text(description);
  if (region) made.regions.push_back({{0, 0, 1, 1}, hole("(b)(1)", HoleKind::region)});
  Released released = with({Block{0, std::move(made)}});
  Picture picture;
  picture.width = picture.height = 1;
  picture.samples = samples;
  released.pictures = {std::make_shared<const Picture>(picture)};
  return released;
}

TEST(Difference, PicturesRegionsAndDescriptions) {
  EXPECT_EQ(told(figure("abc", false, "A map."), figure("abd", false, "A map.")),
            Lines({"changed look picture: [picture] -> [picture]"}));
  EXPECT_EQ(told(figure("abc", false, "A map."), figure("abc", false, "A chart.")),
            Lines({"changed description of a picture: map -> chart"}));
  EXPECT_EQ(told(figure("abd", true, "A map."), figure("abc", false, "A map.")),
            Lines({"changed look picture: [picture] -> [picture]",
                   "shown region: [(b)(1)] -> [picture]"}));
  EXPECT_EQ(told(figure("abc", false, "A map."), figure("abd", true, "A map."))[1],
            "withheld region: [picture] -> [(b)(1)]");
}

TEST(Difference, OfDrawingsIsByWhatIsDrawn) {
  const auto drawn = [](const char* operators) {
    Released released = figure("", false, "A map.");
    Picture picture;
    picture.drawing.emplace().content = operators;
    released.pictures = {std::make_shared<const Picture>(picture)};
    return released;
  };
  EXPECT_EQ(told(drawn("0 0 m"), drawn("0 0 m")), Lines());
  EXPECT_EQ(told(drawn("0 0 m"), drawn("1 0 m")),
            Lines({"changed look picture: [picture] -> [picture]"}));
}

// What has no words of its own: never said to be the same.
TEST(Difference, WidthsAreAnArrangement) {
  Released before = table({{"a", "b"}}), now = before;
  std::get<Table>(now.body[0].value).columns = {{Align::left, "20", "%"}, {}};
  const Difference found = difference(before, now);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].of, Aspect::arrangement);
}

TEST(Difference, SectionsAreNamedAsInTheRegister) {
  Released before = with({heading("Coast"), paragraph("one two")});
  std::get<Heading>(before.body[0].value).number = "2.1";
  Released now = before;
  std::get<Paragraph>(now.body[1].value).text = text("one three");
  EXPECT_EQ(told(before, now), Lines({"changed paragraph in 2.1 Coast: two -> three"}));
}

std::string marks(const Inlines& all) {
  std::string out;
  for (const Inline& each : all) {
    const auto* words = std::get_if<Text>(&each.value);
    const std::string said = words != nullptr ? words->text : "#";
    constexpr const char* kSigns[] = {"", "+", "^", "!"};
    const char* sign = kSigns[static_cast<size_t>(each.change)];
    out += *sign == '\0' ? said : fmt::format("{}({})", sign, said);
  }
  return out;
}

std::string marked(const Released& before, Released now) {
  mark_difference(now, before);
  std::string out;
  for (const Block& block : now.body) {
    if (!out.empty()) out += "/";
    if (const auto* it = std::get_if<Paragraph>(&block.value)) out += marks(it->text);
    if (const auto* it = std::get_if<Hole>(&block.value)) {
      out += it->change == Change::added ? "+#" : "#";
    }
  }
  return out;
}

TEST(MarkDifference, OutlinesWhatIsShownAndBarsTheRest) {
  EXPECT_EQ(marked(with("The clerk # was paid."), with("The clerk Arne Holt was paid.")),
            "The clerk !(Arne Holt) was paid.");
  EXPECT_EQ(marked(with("The clerk Holt was paid."), with("The clerk # was paid.")),
            "The clerk +(#) was paid.");
  EXPECT_EQ(marked(with("one two three"), with("one ten three")), "one +(ten) three");
  EXPECT_EQ(marked(with("one two three four"), with("one two four")), "one ^(two) four");
  EXPECT_EQ(marked(with("one # three"), with("one # three")), "one # three");
  const Block box{0, hole("(b)(3)", HoleKind::paragraph)};
  EXPECT_EQ(marked(with({paragraph("One."), box}), with({paragraph("One."), paragraph("Two.")})),
            "One./!(Two.)");
  EXPECT_EQ(marked(with({paragraph("One."), paragraph("Two.")}), with({paragraph("One."), box})),
            "One./+#");
  EXPECT_EQ(marked(with({paragraph("One."), paragraph("Two.")}), with({paragraph("One.")})),
            "^(One.)");
}

class RandomReleases {
 public:
  explicit RandomReleases(uint64_t seed) : random_(seed) {}

  Released next() {
    std::vector<Block> body;
    for (size_t i = random_.below(8); i > 0; --i) {
      if (random_.below(6) == 0) {
        body.push_back({0, hole("(b)(2)", HoleKind::paragraph)});
      } else {
        body.push_back(random_.below(5) == 0 ? heading(words()) : paragraph(words()));
      }
    }
    return with(std::move(body));
  }

 private:
  std::string words() {
    std::string all;
    for (size_t i = 1 + random_.below(12); i > 0; --i) {
      all += random_.below(7) == 0 ? std::string("# ") : fmt::format("w{} ", random_.below(15));
    }
    return all;
  }

  property::Random random_;
};

std::multiset<std::string> shown_words(const Released& released) {
  std::multiset<std::string> all;
  const auto add = [&](const Inlines& text) {
    for (const Inline& each : text) {
      const auto* words = std::get_if<Text>(&each.value);
      std::istringstream in(words != nullptr ? words->text : "[(b)(1)]");
      for (std::string word; in >> word;) all.insert(word);
    }
  };
  for (const Block& block : released.body) {
    if (const auto* it = std::get_if<Paragraph>(&block.value)) add(it->text);
    if (const auto* it = std::get_if<Heading>(&block.value)) add(std::get<Inlines>(it->text));
    if (std::holds_alternative<Hole>(block.value)) all.insert("[(b)(2)]");
  }
  return all;
}

// Whoever takes away what was and adds what is has the words of the later release.
TEST(DifferenceOfRandomReleases, LeadsFromOneToTheOther) {
  size_t shown = 0, withheld = 0;
  for (uint64_t seed = 0; seed < 600; ++seed) {
    RandomReleases random(seed);
    const Released before = random.next(), now = random.next();
    EXPECT_EQ(told(before, before), Lines()) << seed;
    std::multiset<std::string> words = shown_words(before);
    const auto each = [](const std::string& said, const auto& does) {
      std::istringstream in(said);
      for (std::string word; in >> word;) does(word);
    };
    const Difference found = difference(before, now);
    for (const Alteration& one : found) {
      if (one.of == Aspect::kind) continue;  // the same words
      each(one.before, [&](const std::string& word) {
        const auto there = words.find(word);
        ASSERT_NE(there, words.end()) << seed << " " << word;
        words.erase(there);
      });
      each(one.now, [&](const std::string& word) { words.insert(word); });
    }
    EXPECT_EQ(words, shown_words(now)) << seed;
    shown += count(found, Turn::shown);
    withheld += count(found, Turn::withheld);
  }
  EXPECT_GT(shown, 100u);
  EXPECT_GT(withheld, 100u);
}

}  // namespace
}  // namespace sable::released
