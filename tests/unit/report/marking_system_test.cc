#include "report/marking_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source/read.h"

namespace sable::report {
namespace {

using marking::Form;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Read {
  std::shared_ptr<const marking::System> system;
  std::vector<std::string> wrong;  // "12:3 SBL0226 …"
  std::vector<std::string> help;
};

Read read(const std::string& yaml) {
  base::SourceSet sources;
  const base::FileId file = sources.add("system.yaml", yaml, base::Secrecy::open);
  const auto document = source::read(sources, file);
  EXPECT_TRUE(document);
  base::Diagnostics diagnostics;
  Context context{sources, nullptr, diagnostics};
  Read result;
  result.system = read_marking_system(document->tree, context);
  for (const base::Diagnostic& one : diagnostics) {
    result.wrong.push_back(one.code + " " + one.message);
    result.help.push_back(one.help);
  }
  return result;
}

constexpr const char* kHarbour = R"(name: harbour
levels:
  - {banner: Open, portion: O, color: "#007a33"}
  - {banner: For the crew, portion: FC}
  - Closed
controls:
  - {banner: NIGHT, portion: N, lowest-level: For the crew, meaning: by night only}
  - DAY
  - {banner: PROJECTS, portion: P, list: union}
  - {banner: ONLY FOR, portion: OF, list: intersection}
before-controls: " / "
between-controls: "; "
source: Rules of the harbour, 4
)";

TEST(MarkingSystem, IsReadFromAMap) {
  const Read harbour = read(kHarbour);
  ASSERT_THAT(harbour.wrong, IsEmpty());
  ASSERT_NE(harbour.system, nullptr);
  const marking::System& system = *harbour.system;
  EXPECT_EQ(system.name(), "harbour");
  EXPECT_EQ(system.levels()[0].color, "#007a33");
  const auto marking = system.examine("For the crew / NIGHT; PROJECTS Pier, Quay", Form::banner);
  ASSERT_TRUE(marking.valid());
  EXPECT_EQ(system.portion(*marking.marking), "FC / N; P Pier, Quay");
  EXPECT_EQ(system.parse("FC / N; P Pier, Quay"), *marking.marking);
  EXPECT_EQ(system.explain(*marking.marking)[1].text, "by night only");
  EXPECT_EQ(system.examine("Open / NIGHT", Form::banner).findings[0].code, "SBL0501");
  EXPECT_EQ(system.examine("Closed / DAY; DAY", Form::banner).findings[0].code, "SBL0506");
  EXPECT_EQ(system.examine("Closed / PROJECTS", Form::banner).findings[0].code, "SBL0500");
  EXPECT_EQ(system.examine("Closed / PROJECTS a,b", Form::banner).findings[0].code, "SBL0507");
  EXPECT_EQ(system.examine("Cloesd", Form::banner).repair, "Closed");
}

TEST(MarkingSystem, DropsInAJoinWhatMayNotStandSoHigh) {
  const Read read =
      report::read("{name: a, levels: [A, B, C], controls: [{banner: D, highest-level: B}]}");
  const marking::System& system = *read.system;
  EXPECT_EQ(system.banner(system.join(*system.parse("A//D"), *system.parse("B"))), "B//D");
  EXPECT_EQ(system.banner(system.join(*system.parse("A//D"), *system.parse("C"))), "C");
  EXPECT_EQ(system.examine("C//D", Form::banner).findings[0].code, "SBL0501");
}

TEST(MarkingSystem, JoinsListsAsItSays) {
  const Read harbour = read(kHarbour);
  const marking::System& system = *harbour.system;
  const auto joined = [&](const char* a, const char* b) {
    return system.banner(system.join(*system.parse(a), *system.parse(b)));
  };
  EXPECT_EQ(joined("Open / PROJECTS Quay", "Closed / PROJECTS Pier"),
            "Closed / PROJECTS Pier, Quay");
  EXPECT_EQ(joined("Closed / ONLY FOR Ada, Bo", "Closed / ONLY FOR Bo, Cy"),
            "Closed / ONLY FOR Bo");
  EXPECT_EQ(joined("Closed / ONLY FOR Ada", "Closed / ONLY FOR Cy"), "Closed / ONLY FOR NONE");
  EXPECT_EQ(joined("Closed / ONLY FOR NONE", "Open / ONLY FOR Cy"), "Closed / ONLY FOR NONE");
  EXPECT_EQ(joined("Closed / ONLY FOR Ada", "Open"), "Closed / ONLY FOR Ada");
}

TEST(MarkingSystem, SaysWhatIsWrongWithIt) {
  const auto wrong = [](const std::string& yaml) { return read(yaml).wrong; };
  EXPECT_THAT(wrong("{name: a}"), ElementsAre(HasSubstr("lacks the field `levels`")));
  EXPECT_THAT(wrong("{name: us-ic, levels: [A]}"),
              ElementsAre("SBL0226 a marking system of that name comes with the program"));
  EXPECT_THAT(wrong("{name: a, levels: []}"),
              ElementsAre("SBL0226 a marking system has 1 to 64 levels"));
  EXPECT_THAT(wrong("{name: a, levels: [A, {banner: B, portion: A}]}"),
              ElementsAre("SBL0227 two parts of a marking system are spelt the same"));
  EXPECT_THAT(wrong("{name: a, levels: [{banner: A, color: red}]}"),
              ElementsAre("SBL0226 this is not a colour"));
  EXPECT_THAT(wrong("{name: a, levels: [{portion: A}]}"),
              ElementsAre("SBL0203 a level lacks the field `banner`"));
  EXPECT_THAT(wrong("{name: a, levels: [\"(A)\"]}"),
              ElementsAre("SBL0226 a level is no line of words"));
  EXPECT_THAT(wrong("{name: a, levels: [A], controls: [X/Y]}"),
              ElementsAre("SBL0227 the spelling of a control holds what stands between controls"));
  EXPECT_THAT(wrong("{name: a, levels: [A], controls: [{banner: P, list: union}, P X]}"),
              ElementsAre("SBL0227 a control begins as one with a list does"));
  EXPECT_THAT(wrong("{name: a, levels: [A], between-controls: \", \", "
                    "controls: [{banner: P, list: union}]}"),
              ElementsAre("SBL0227 a comma stands between controls and between words"));
  EXPECT_THAT(
      wrong(
          "{name: a, levels: [A, B], controls: [{banner: D, lowest-level: B, highest-level: A}]}"),
      ElementsAre("SBL0227 the lowest level of a control is above its highest"));
  EXPECT_THAT(wrong("{name: a, levels: [A], controls: [{banner: D, lowest-level: B}]}").size(), 1u);
  EXPECT_THAT(wrong("{name: a, levels: [A], contorls: []}").size(), 1u);
  EXPECT_THAT(wrong("us-ci"), ElementsAre("SBL0220 this marking system is not known"));
  EXPECT_THAT(wrong("our.yaml").size(), 1u);  // no folder to find it in
}

}  // namespace
}  // namespace sable::report
