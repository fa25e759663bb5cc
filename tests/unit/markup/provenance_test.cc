// Each node knows the block of the release and the place in the template.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "samples.h"

namespace sable::markup::test {
namespace {

// "p 3 report:1:20" or ""text" 3 block:2:1" for each node.
std::vector<std::string> origins(const Filled& filled) {
  std::vector<std::string> out;
  if (!filled.tree) return filled.errors();
  for (const Node& node : filled.tree->nodes) {
    const auto& [ordinal, place] = node.provenance;
    const auto& sources = filled.loaded.sources;
    const auto at = sources.locate(place.file, place.begin);
    out.push_back((node.is_text() ? "\"" + node.text + "\"" : std::string(node.element)) + " " +
                  (ordinal == Provenance::kNone ? "-" : std::to_string(ordinal)) + " " +
                  sources.file(place.file).name + ":" + std::to_string(at.line) + ":" +
                  std::to_string(at.column));
  }
  return out;
}

TEST(ProvenanceOf, BlocksBulletsNotesAndFields) {
  Released released = release_of({});
  List list;
  list.items.push_back({4, std::nullopt, Inlines{plain("a"), {NoteCall{0}}, plain("b")}, {}});
  list.items.push_back({5, std::nullopt, words("c"), {}});
  released.body.push_back({3, std::move(list)});
  released.body.push_back(paragraph(70000, words("d")));
  released.notes.push_back(note_of(9, {words("n")}));
  released.titles.title = field_of(1, words("T"));
  released.ordinals = 70001;
  const Filled made =
      filled({{"report",
               "<html><body>\n<p>{{#report.title}}{{>spans}}{{/report.title}}!</p>\n"
               "{{#body}}\n{{>block}}\n{{/body}}\n<hr/></body></html>"},
              {"block",
               "{{#bullets}}<ul>{{#items}}<li>{{>spans}}</li>{{/items}}</ul>{{/bullets}}\n"
               "{{#paragraph}}<p><em>{{>spans}}</em></p>{{/paragraph}}"},
              {"spans",
               "{{#spans}}{{text}}{{#note}}<note kind=\"foot\">{{#paragraphs}}<p>{{>spans}}</p>"
               "{{/paragraphs}}</note>{{/note}}{{/spans}}"}},
             released);
  EXPECT_THAT(
      origins(made),
      testing::ElementsAre("html - t/report.mustache:1:1", "body - t/report.mustache:1:7",
                           "p - t/report.mustache:2:1", "\"T!\" 1 t/spans.mustache:1:11",
                           "ul 3 t/block.mustache:1:13", "li 4 t/block.mustache:1:27",
                           "\"a\" 4 t/spans.mustache:1:11", "note 9 t/spans.mustache:1:28",
                           "p 9 t/spans.mustache:1:61", "\"n\" 9 t/spans.mustache:1:11",
                           "\"b\" 4 t/spans.mustache:1:11", "li 5 t/block.mustache:1:27",
                           "\"c\" 5 t/spans.mustache:1:11", "p 70000 t/block.mustache:2:15",
                           "em 70000 t/block.mustache:2:18", "\"d\" 70000 t/spans.mustache:1:11",
                           "hr - t/report.mustache:6:1"));
}

TEST(ProvenanceOf, LiteralTextAfterAValue) {
  const Filled made =
      filled({{"report", page("{{#body}}{{#paragraph}}<p>{{#spans}}{{text}}{{/spans}}<br/>end</p>"
                              "{{/paragraph}}{{/body}}")}},
             release_of({paragraph(0, words("a"))}));
  EXPECT_THAT(
      origins(made),
      testing::ElementsAre("html - t/report.mustache:1:1", "body - t/report.mustache:1:7",
                           "p 0 t/report.mustache:1:36", "\"a\" 0 t/report.mustache:1:49",
                           "br 0 t/report.mustache:1:67", "\"end\" 0 t/report.mustache:1:67"));
}

TEST(ProvenanceOf, NoMarkIsLeftInAttributesOrText) {
  Hole box = hole(HoleKind::span, {"(b)(1)"});
  box.label = "name";
  const Filled made = filled(
      {{"report", page("{{#body}}{{#paragraph}}<p>{{#spans}}{{text}}{{#redaction}}<redaction "
                       "kind=\"{{kind}}\" codes=\"{{codes}}\" label=\"{{label}}\"/>{{/redaction}}"
                       "{{/spans}}</p>{{/paragraph}}{{/body}}")}},
      release_of({paragraph(0, {plain("a"), {box}})}));
  EXPECT_EQ(made.dumped(),
            "html\n  body\n    p\n      \"a\"\n      redaction kind=\"span\" codes=\"(b)(1)\" "
            "label=\"name\"\n");
}

}  // namespace
}  // namespace sable::markup::test
