// Random releases: every text arrives in the tree verbatim, in order, in the
// node of its own block, whatever it holds.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "samples.h"

namespace sable::markup::test {
namespace {

const char* const kPieces[] = {"{{",
                               "}}",
                               "{{{x}}}",
                               "{{>spans}}",
                               "{{#spans}}",
                               "{{/spans}}",
                               "{{! c",
                               "{{=<% %>=}}",
                               "{",
                               "}",
                               "<",
                               ">",
                               "&",
                               "\"",
                               "'",
                               "</p>",
                               "<redaction/>",
                               "&amp;",
                               "&#0;",
                               "<![CDATA[",
                               "]]>",
                               "<!--",
                               "-->",
                               "<?x?>",
                               " ",
                               "  ",
                               "\n",
                               "\t",
                               "a",
                               "word",
                               "é",
                               "漢字",
                               "\U0001F600",
                               "\uE000",
                               "\uFDF0",
                               "\u00AD",
                               "\u202E",
                               "e\u0301",
                               "%s",
                               "\\",
                               "$1",
                               "0"};

// Makes a release and writes down the texts that it shows, with their ordinals.
class Maker {
 public:
  explicit Maker(uint32_t seed) : random_(seed) {}

  Released make() {
    Released released = release_of({});
    released.titles.title = field_of(next_++, inlines(2));
    for (uint32_t i = below(6); i > 0; --i) released.body.push_back(block(3));
    released.ordinals = next_;
    return released;
  }

  // "ordinal:text" of texts that follow one another in one element are joined.
  std::string expected;

 private:
  uint32_t below(uint32_t limit) { return static_cast<uint32_t>(random_() % limit); }

  std::string text() {
    std::string out;
    for (uint32_t i = below(6); i > 0; --i) out += kPieces[below(std::size(kPieces))];
    return out;
  }

  Inlines inlines(int depth) {
    Inlines out;
    for (uint32_t i = below(4); i > 0; --i) out.push_back(inline_of(depth));
    return out;
  }

  Inline inline_of(int depth) {
    const uint32_t kind = depth > 0 ? below(4) : 0;
    if (kind == 1) return styled(static_cast<SpanStyle>(below(5)), inlines(depth - 1));
    if (kind == 2) return {Link{text(), inlines(depth - 1)}};
    if (kind == 3) return {hole(HoleKind::span, {"(b)(1)"})};
    std::string words = text();
    expected += words;
    return plain(std::move(words));
  }

  Block block(int depth) {
    const Ordinal ordinal = next_++;
    const uint32_t kind = depth > 0 ? below(5) : 0;
    if (kind == 1) return {ordinal, Heading{1 + static_cast<int>(below(3)), {}, "", inlines(2)}};
    if (kind == 2) return {ordinal, list(depth - 1)};
    if (kind == 3) return {ordinal, Quote{std::nullopt, blocks(depth - 1)}};
    if (kind == 4) return {ordinal, section(depth - 1)};
    Paragraph paragraph;
    if (below(2) == 0) paragraph.run_in = inlines(1);
    if (!paragraph.run_in.empty()) expected += " ";
    paragraph.text = inlines(3);
    return {ordinal, std::move(paragraph)};
  }

  Section section(int depth) {
    Section made;
    made.heading.text = inlines(2);
    made.blocks = blocks(depth);
    return made;
  }

  std::vector<Block> blocks(int depth) {
    std::vector<Block> out;
    for (uint32_t i = below(3); i > 0; --i) out.push_back(block(depth));
    return out;
  }

  List list(int depth) {
    List out;
    for (uint32_t i = 1 + below(3); i > 0; --i) {
      ListItem item;
      item.ordinal = next_++;
      item.text = inlines(2);
      if (depth > 0 && below(2) == 0) item.items = list(depth - 1).items;
      out.items.push_back(std::move(item));
    }
    return out;
  }

  std::mt19937 random_;
  Ordinal next_ = 0;
};

std::string without_blanks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') out += c;
  }
  return out;
}

// Text of the tree below <body>, but for what the template has of its own.
std::string body_text(const Tree& tree) {
  std::string out;
  std::vector<bool> skipped(tree.nodes.size(), false);
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    skipped[i] = node.element == "head" || node.element == "running" ||
                 node.element == "endnotes" || (node.parent != kNoNode && skipped[node.parent]);
    if (!skipped[i]) out += node.text;
  }
  return out;
}

class RandomReleases : public testing::Test {
 protected:
  void SetUp() override {
    const auto world = base::disk_world();
    loaded_ = load_template(*world, sources_, {SABLE_SOURCE_DIR "/templates/intelligence"});
    ASSERT_TRUE(loaded_);
  }
  base::SourceSet sources_;
  base::Result<Template> loaded_ = base::fail(base::Diagnostics{});
};

TEST_F(RandomReleases, TextArrivesVerbatimAndInOrder) {
  for (uint32_t seed = 0; seed < 400; ++seed) {
    Maker maker(seed);
    const Released released = maker.make();
    const auto tree = fill(*loaded_, sources_, released);
    ASSERT_TRUE(tree) << seed << ": " << testing::PrintToString(told(tree.error(), sources_));
    // Blanks at the edges of <li> are dropped: they are not compared here.
    ASSERT_EQ(without_blanks(body_text(*tree)), without_blanks(maker.expected)) << seed;
  }
}

TEST_F(RandomReleases, EveryByteOfAParagraphArrives) {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::vector<Block> body;
    std::vector<std::string> texts;
    for (Ordinal i = 0; i < 5; ++i) {
      std::string text = "x";  // never blank alone
      for (int j = 0; j < 8; ++j) text += kPieces[random() % std::size(kPieces)];
      texts.push_back(text);
      body.push_back(paragraph(i, words(text)));
    }
    const auto tree = fill(*loaded_, sources_, release_of(std::move(body)));
    ASSERT_TRUE(tree);
    std::vector<std::string> found;
    for (const Node& node : tree->nodes) {
      if (!node.is_text() || node.provenance.ordinal == Provenance::kNone) continue;
      ASSERT_EQ(node.provenance.ordinal, found.size());
      found.push_back(node.text);
    }
    ASSERT_EQ(found, texts);
  }
}

TEST_F(RandomReleases, AttributesHoldTheirTextOnOneLine) {
  // XML 1.0, 3.3.3 turns tabs and line ends of attributes into blanks.
  for (const char* piece : kPieces) {
    std::string url = std::string("u") + piece;
    const auto tree =
        fill(*loaded_, sources_, release_of({paragraph(0, {{Link{url, words("l")}}})}));
    ASSERT_TRUE(tree) << piece;
    for (char& c : url) {
      if (c == '\n' || c == '\t') c = ' ';
    }
    const auto link = std::ranges::find(tree->nodes, "a", &Node::element);
    ASSERT_NE(link, tree->nodes.end());
    EXPECT_EQ(link->attribute("href"), url);
  }
}

// Templates of random pieces: loading ends, filling ends, and whatever the
// scanner takes kainjow's parser takes too (SBL0614 never shows).
TEST(RandomTemplates, AreFilledOrRefused) {
  const char* const pieces[] = {"{{",
                                "}}",
                                "{{{",
                                "{{#spans}}",
                                "{{/spans}}",
                                "{{^spans}}",
                                "{{text}}",
                                "{{! c",
                                "{{!c}}",
                                "{{>block}}",
                                "{{>spans}}",
                                "\n",
                                "  ",
                                "<p>",
                                "</p>",
                                "{{#quote}}",
                                "{{#blocks}}",
                                "{{/quote}}",
                                "{{/blocks}}",
                                "{{&text}}",
                                "{{=",
                                "=}}",
                                "{{report.language}}",
                                "{{#paragraph}}",
                                "{{/paragraph}}",
                                "x",
                                "<",
                                ">",
                                "{",
                                "}"};
  std::mt19937 random(11);
  Released released = release_of({});
  std::vector<Block> quoted;
  quoted.push_back(paragraph(1, words("q")));
  released.body.push_back({0, Quote{std::nullopt, std::move(quoted)}});
  released.body.push_back(paragraph(2, {plain("a"), {hole(HoleKind::span, {})}}));
  released.ordinals = 3;
  int loaded_some = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string parts[3];
    for (std::string& part : parts) {
      for (auto i = random() % 6; i > 0; --i) part += pieces[random() % std::size(pieces)];
    }
    const Filled made = filled({{"report", "<html>{{#body}}" + parts[0] + "{{/body}}</html>"},
                                {"block", parts[1]},
                                {"spans", parts[2]}},
                               released);
    loaded_some += made.loaded.result ? 1 : 0;
    for (const std::string& error : made.errors()) {
      ASSERT_NE(error.substr(0, 7), "SBL0614") << error << parts[0] << parts[1] << parts[2];
      ASSERT_NE(error.substr(0, 7), "SBL0620") << error << parts[0] << parts[1] << parts[2];
    }
  }
  EXPECT_GT(loaded_some, 100);
}

}  // namespace
}  // namespace sable::markup::test
