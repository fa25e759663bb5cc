#include "report/give_ids.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "source/read.h"

namespace sable::report {
namespace {

using ::testing::HasSubstr;

constexpr const char* kHead =
    "sable: 1\ntemplate: plain\nreport: {title: T}\nmarking: {system: us-ic, overall: SECRET}\n";

struct Source {
  base::SourceSet sources;
  base::FileId file = 0;
  Report report;
};

Source read(const std::string& yaml) {
  Source source;
  source.file = source.sources.add("report.yaml", yaml, base::Secrecy::secret);
  auto reading = read_report(source.sources, source.file,
                             source::read(source.sources, source.file).value().tree);
  if (!reading) throw std::runtime_error(reading.error().front().message);
  source.report = std::move(reading->report);
  return source;
}

// 0, 1, 2, …: ids of the letters of these numbers.
WithIds fixed(const std::string& yaml) {
  const Source source = read(yaml);
  uint32_t next = 0;
  return give_ids(source.sources.file(source.file), source.report, [&] { return next++; });
}

std::string fixed_body(const std::string& body) {
  const std::string text = fixed(kHead + body).text;
  EXPECT_EQ(text.substr(0, std::string(kHead).size()), kHead);
  return text.substr(std::string(kHead).size());
}

TEST(GiveIds, IntoDirectives) {
  EXPECT_EQ(fixed_body("body:\n  - p: a :redact[b]{code=b1} c\n"),
            "body:\n  - p: a :redact[b]{code=b1 id=r222222} c\n");
  EXPECT_EQ(fixed_body("body:\n  - p: \"a\\u0041 :redact[\\tb]{code='b1, b3'}\"\n"),
            "body:\n  - p: \"a\\u0041 :redact[\\tb]{code='b1, b3' id=r222222}\"\n");
  EXPECT_EQ(
      fixed_body("body:\n  - p: |\n      a :redact[b\n      c]{code=b1\n      extent=words} d\n"),
      "body:\n  - p: |\n      a :redact[b\n      c]{code=b1\n      extent=words id=r222222} d\n");
  EXPECT_EQ(fixed_body("body:\n  - p: ':redact[a :redact[b]{code=b3}]{code=b1}'\n"),
            "body:\n  - p: ':redact[a :redact[b]{code=b3 id=r322222}]{code=b1 id=r222222}'\n");
}

TEST(GiveIds, IntoMaps) {
  EXPECT_EQ(fixed_body("body:\n  - {p: a, redact: {code: b1}}\n"),
            "body:\n  - {p: a, redact: {id: r222222, code: b1}}\n");
  EXPECT_EQ(fixed_body("body:\n  - {p: a, redact: { code: b1, }}\n"),
            "body:\n  - {p: a, redact: {id: r222222,  code: b1, }}\n");
  EXPECT_EQ(
      fixed_body("body:\n  - p: a\n    redact:\n      # why\n      code: b1 # what\n"),
      "body:\n  - p: a\n    redact:\n      # why\n      id: r222222\n      code: b1 # what\n");
}

TEST(GiveIds, EachRedactionHasOneOfItsOwn) {
  const std::string yaml =
      std::string(kHead) +
      "body:\n"
      "  - {p: \"a\\n\\nb\", redact: {code: b1}}\n"
      "  - p: :redact[a]{code=b1} :redact[b]{code=b1 id=r222222} :redact[c]{code=b1 id=mine}\n"
      "  - table:\n      columns: [{}, {redact: {code: b1}}]\n      rows: [[1, {text: 2, redact: "
      "{code: b1}}]]\n"
      "  - bullets: [{text: ':fn[n]', redact: {code: b1}}]\n"
      "notes: {n: {text: ':redact[x]{code=b3}', redact: {code: b1}}}\n";
  const WithIds with = fixed(yaml);
  EXPECT_EQ(with.given, 6u);  // a column cannot have one
  EXPECT_THAT(with.text, HasSubstr("{code=b1 id=mine}"));
  // Read again, and nothing is left to do.
  const WithIds again = fixed(with.text);
  EXPECT_EQ(again.given, 0u);
  EXPECT_EQ(again.text, with.text);
  // Nothing else has changed.
  const std::string without =
      std::regex_replace(with.text, std::regex(" id=r[0-9a-zA-Z]{6}|id: r[0-9a-zA-Z]{6}, "), "");
  EXPECT_EQ(without, std::regex_replace(yaml, std::regex(" id=r222222"), ""));
}

}  // namespace
}  // namespace sable::report
