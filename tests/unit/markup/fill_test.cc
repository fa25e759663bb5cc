// Filling: what arrives in the tree, and what is refused on the way.
#include "markup/fill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples.h"

namespace sable::markup::test {
namespace {

using testing::ElementsAre;

// A template whose paragraphs are <p> of their plain texts.
Files paragraphs(const std::string& p = "<p>{{#spans}}{{text}}{{/spans}}</p>") {
  return {{"report", page("{{#body}}{{#paragraph}}" + p + "{{/paragraph}}{{/body}}")}};
}

std::string tree_of(const std::string& inside) { return "html\n  body\n" + inside; }

TEST(Fill, EscapesWhatMeansSomethingInMarkup) {
  EXPECT_EQ(filled(paragraphs("<p class=\"{{#spans}}{{text}}{{/spans}}\">{{#spans}}{{text}}"
                              "{{/spans}}</p>"),
                   release_of({paragraph(0, words("<b>&\"'{{}}</p>&amp;{{{x}}}{{>y}}"))}))
                .dumped(),
            tree_of("    p class=\"<b>&\\\"'{{}}</p>&amp;{{{x}}}{{>y}}\"\n"
                    "      \"<b>&\\\"'{{}}</p>&amp;{{{x}}}{{>y}}\"\n"));
}

TEST(Fill, AnEmptyTextIsFalse) {
  auto released = release_of({});
  EXPECT_EQ(filled({{"report", page("{{#release.stamp}}<p/>{{/release.stamp}}{{^release.stamp}}"
                                    "<hr/>{{/release.stamp}}{{#body}}{{/body}}")}},
                   released)
                .dumped(),
            tree_of("    hr\n"));
  released.stamp = "Approved";
  EXPECT_EQ(
      filled({{"report", page("{{#release.stamp}}<p>{{release.stamp}}</p>{{/release.stamp}}"
                              "{{^release.stamp}}<hr/>{{/release.stamp}}{{#body}}{{/body}}")}},
             released)
          .dumped(),
      tree_of("    p\n      \"Approved\"\n"));
}

TEST(Fill, DottedNamesThroughAnAbsentFrameAreFalse) {
  EXPECT_EQ(
      filled({{"report", page("{{^release.declassified.date}}<p>[{{release.declassified.date}}]"
                              "</p>{{/release.declassified.date}}{{#body}}{{/body}}")}},
             release_of({}))
          .dumped(),
      tree_of("    p\n      \"[]\"\n"));
}

TEST(Fill, RootsAreSeenFromEveryFrame) {
  EXPECT_EQ(filled(paragraphs("<p>{{#spans}}{{text}}{{release.name}}{{/spans}}</p>"),
                   release_of({paragraph(0, {plain("a"), plain("b")})}))
                .dumped(),
            tree_of("    p\n      \"afoiabfoia\"\n"));
}

TEST(Fill, FlagsAndTextsOpenNoFrame) {
  auto released = release_of({paragraph(0, words("x"))});
  released.stamp = "s";
  EXPECT_EQ(filled(paragraphs("{{#marking.per-page}}{{#release.stamp}}<p>{{#spans}}{{text}}"
                              "{{/spans}}</p>{{/release.stamp}}{{/marking.per-page}}"),
                   released)
                .dumped(),
            tree_of("    p\n      \"x\"\n"));
}

TEST(Fill, SpansOfBlanksSurvive) {
  // kainjow drops a line of blanks that held a section; none may be lost here.
  EXPECT_EQ(filled({{"report", page("{{#body}}{{#paragraph}}<p>{{>s}}</p>{{/paragraph}}{{/body}}")},
                    {"s", "{{#spans}}{{>t}}{{/spans}}"},
                    {"t", "{{#text}}{{text}}{{/text}}"}},
                   release_of({paragraph(0, {plain(" "), plain("a"), plain(" "), plain("\t"),
                                             plain("b"), plain(" ")})}))
                .dumped(),
            tree_of("    p\n      \" a \\tb \"\n"));
}

TEST(Fill, BlanksBetweenSectionsSurvive) {
  EXPECT_EQ(filled(paragraphs("<p>{{#spans}}{{#text}} {{/text}}{{/spans}}</p>"),
                   release_of({paragraph(0, words("a"))}))
                .dumped(),
            tree_of("    p\n      \" \"\n"));
}

TEST(Fill, TagsAloneOnALineLeaveNone) {
  EXPECT_EQ(filled({{"report", page("\n{{! c }}\n  {{#body}}\n\t{{#paragraph}}\r\n<p>{{>spans}},\n"
                                    "</p>{{/paragraph}}\n{{/body}}\n")},
                    {"spans", "{{#spans}}\n{{>text}}\n{{/spans}}\n"},
                    {"text", "{{text}}\n"}},
                   release_of({paragraph(0, {plain("a"), plain("b")})}))
                .dumped(),
            tree_of("    p\n      \"ab,\\n\"\n"));
}

TEST(Fill, BlanksBetweenBlocksAreDropped) {
  EXPECT_EQ(filled({{"report", page("\n <ul> <li> <p>a</p>\n<p>b</p> </li>\n</ul> <p> </p> "
                                    "{{#body}}{{/body}}")}},
                   release_of({}))
                .dumped(),
            tree_of("    ul\n      li\n        p\n          \"a\"\n        p\n          \"b\"\n"
                    "    p\n      \" \"\n"));
}

TEST(Fill, BlanksBetweenInlineElementsAreKept) {
  EXPECT_EQ(filled({{"report", page("<div> <em>a</em> <s>b</s> <redaction kind=\"span\"/> "
                                    "<redaction kind=\"bullet\"/> </div>{{#body}}{{/body}}")}},
                   release_of({}))
                .dumped(),
            tree_of("    div\n      em\n        \"a\"\n      \" \"\n      s\n        \"b\"\n"
                    "      \" \"\n      redaction kind=\"span\"\n"
                    "      redaction kind=\"bullet\"\n"));
}

TEST(Fill, PreformattedBlanksAreKept) {
  EXPECT_EQ(filled({{"report", page("<pre> \n</pre>{{#body}}{{/body}}")}}, release_of({})).dumped(),
            tree_of("    pre\n      \" \\n\"\n"));
}

TEST(Fill, CommentsAreDroppedAndCharacterDataIsText) {
  EXPECT_EQ(filled({{"report", page("<p>a<!-- <x> -->b<![CDATA[<c>]]>&#x64;&amp;</p>{{#body}}"
                                    "{{/body}}")}},
                   release_of({}))
                .dumped(),
            tree_of("    p\n      \"ab<c>d&\"\n"));
}

// A paragraph of `depth` nested emphases around a text.
Inlines nested(int depth) {
  Inlines inlines = words("x");
  for (int i = 0; i < depth; ++i) inlines = {styled(SpanStyle::emphasis, std::move(inlines))};
  return inlines;
}

Files recursive() {
  return {{"report", page("{{#body}}{{#paragraph}}<p>{{>spans}}</p>{{/paragraph}}{{/body}}")},
          {"spans", "{{#spans}}{{text}}{{#emphasis}}<em>{{>spans}}</em>{{/emphasis}}{{/spans}}"}};
}

TEST(Fill, PartialsRecurseWithTheText) {
  EXPECT_EQ(filled(recursive(), release_of({paragraph(0, nested(2))})).dumped(),
            tree_of("    p\n      em\n        em\n          \"x\"\n"));
}

TEST(Fill, PartialsRecurse64TimesAndNoMore) {
  EXPECT_TRUE(filled(recursive(), release_of({paragraph(0, nested(63))})).tree);
  EXPECT_THAT(filled(recursive(), release_of({paragraph(0, nested(64))})).errors(),
              ElementsAre("SBL0621 t/spans.mustache:1:36 partials are nested too deeply: \"spans\" "
                          "is the innermost | a partial may stand 64 times inside itself, all "
                          "partials together 512 | at " +
                          block_path(release_of({paragraph(0, {})}), 0)));
}

TEST(Fill, APartialThatDoublesWithEachLevelIsStopped) {
  const Files doubling{
      {"report", page("{{#body}}{{#paragraph}}<p>{{>spans}}</p>{{/paragraph}}{{/body}}")},
      {"spans", "{{#spans}}{{#emphasis}}{{>spans}}{{>spans}}{{/emphasis}}{{/spans}}"}};
  const auto errors = filled(doubling, release_of({paragraph(0, nested(60))})).errors();
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_THAT(errors[0], testing::StartsWith("SBL0622 t/spans.mustache:1:"));
}

TEST(Fill, CharactersThatNoDocumentMayHoldAreRefused) {
  for (const std::string bad : {"a\x01", "a\xEF\xB7\x90", "a\xEF\xBF\xBF"}) {
    EXPECT_THAT(
        filled(paragraphs(), release_of({paragraph(0, words("good")), paragraph(1, words(bad))}))
            .errors(),
        ElementsAre("SBL0624 t/report.mustache:1:49 a text of the release holds a character that "
                    "no document may hold | delete it from the report: it is a control character "
                    "or a noncharacter | at " +
                    block_path(release_of({paragraph(0, {}), paragraph(1, {})}), 1)));
  }
}

TEST(Fill, ANoteThatTheReleaseDoesNotHoldIsAFaultOfTheProgram) {
  const Filled made = filled(paragraphs("<p>{{#spans}}{{#note}}{{/note}}{{/spans}}</p>"),
                             release_of({paragraph(0, {{NoteCall{7}}})}));
  ASSERT_FALSE(made.tree);
  ASSERT_EQ(made.tree.error().size(), 1u);
  EXPECT_EQ(made.tree.error()[0].code, "SBL0620");
  EXPECT_EQ(made.tree.error()[0].fault, base::Fault::internal);
}

TEST(Fill, TheSameTemplateFillsManyReleases) {
  const Loaded loaded = load(paragraphs());
  ASSERT_TRUE(loaded.result);
  for (const std::string text : {"one", "two", "one"}) {
    const auto tree = fill(*loaded.result, loaded.sources, release_of({paragraph(0, words(text))}));
    ASSERT_TRUE(tree);
    EXPECT_EQ(dump(*tree), tree_of("    p\n      \"" + text + "\"\n"));
  }
}

TEST(Fill, BlocksNestDeeply) {
  std::vector<Block> blocks{paragraph(0, words("x"))};
  for (int i = 0; i < 50; ++i) {
    std::vector<Block> outer;
    outer.push_back({0, Quote{std::nullopt, std::move(blocks)}});
    blocks = std::move(outer);
  }
  const Filled made =
      filled({{"report", page("{{#body}}{{>block}}{{/body}}")},
              {"block",
               "{{#paragraph}}<p>{{#spans}}{{text}}{{/spans}}</p>{{/paragraph}}{{#quote}}"
               "<blockquote>{{#blocks}}{{>block}}{{/blocks}}</blockquote>{{/quote}}"}},
             release_of(std::move(blocks)));
  ASSERT_TRUE(made.tree);
  EXPECT_EQ(made.tree->nodes.size(), 2u + 50 + 2);
  EXPECT_EQ(text_of(*made.tree), "x");
}

TEST(Node, AttributeByName) {
  const Filled made =
      filled({{"report", page("<p id=\"a\" class=\"b\"/>{{#body}}{{/body}}")}}, release_of({}));
  ASSERT_TRUE(made.tree);
  const Node& p = made.tree->nodes.back();
  EXPECT_EQ(p.attribute("id"), "a");
  EXPECT_EQ(p.attribute("class"), "b");
  EXPECT_EQ(p.attribute("lang"), "");
}

}  // namespace
}  // namespace sable::markup::test
