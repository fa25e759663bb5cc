#include "rooms.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sable::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kGenerator = SABLE_SOURCE_DIR "/generator";

const std::vector<Source>& house() {
  static const std::vector<Source> sources = sources_below(kGenerator);
  return sources;
}

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file.good()) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

// The words behind a keyword of a call of CMake, up to the next keyword or the end.
std::vector<std::string> words_behind(const std::string& text, const std::string& keyword) {
  std::vector<std::string> words;
  const size_t at = text.find(keyword);
  if (at == std::string::npos) return words;
  static const std::regex word("[A-Za-z_:]+|\\)");
  const std::string rest = text.substr(at + keyword.size());
  for (std::sregex_iterator it(rest.begin(), rest.end(), word), end; it != end; ++it) {
    if (it->str() == ")" || it->str() == "LIBRARIES") break;
    words.push_back(it->str());
  }
  return words;
}

TEST(House, HasSources) {
  EXPECT_GT(house().size(), 150u);
  EXPECT_GT(includes_of(text_of(kGenerator + "/cli/press.cc")).size(), 5u);
}

TEST(House, RoomsIncludeOnlyWhatTheyMay) { EXPECT_THAT(wrong_rooms(house()), IsEmpty()); }

TEST(House, LibrariesStayInTheirRooms) { EXPECT_THAT(wrong_libraries(house()), IsEmpty()); }

TEST(House, ThePressKnowsNothingBeforeTheDoor) { EXPECT_THAT(broken_promises(house()), IsEmpty()); }

TEST(House, NothingIncludesItself) { EXPECT_THAT(cycles(house()), IsEmpty()); }

TEST(House, EveryHeaderIsThereAndGuarded) { EXPECT_THAT(loose_ends(house()), IsEmpty()); }

// The table of this test and the build agree.
TEST(House, TheBuildNamesTheSameRooms) {
  const std::string build = text_of(kGenerator + "/CMakeLists.txt");
  static const std::regex line("add_subdirectory\\(([a-z]+)\\)");
  std::vector<std::string> built;
  for (std::sregex_iterator it(build.begin(), build.end(), line), end; it != end; ++it) {
    built.push_back((*it)[1]);
  }
  EXPECT_EQ(built, rooms());
}

TEST(House, TheBuildLinksOnlyWhatTheyMay) {
  for (const std::string& room : rooms()) {
    const std::string build = text_of(kGenerator + "/" + room + "/CMakeLists.txt");
    const std::vector<std::string> allowed = allowed_rooms(room);
    for (const std::string& used : words_behind(build, " USES ")) {
      EXPECT_NE(std::find(allowed.begin(), allowed.end(), used), allowed.end())
          << room << " is linked with " << used;
    }
  }
}

// ---- Positive controls: each checker finds what is planted. ----

TEST(Checker, ReadsIncludes) {
  const auto found = includes_of(
      "// #include \"a/a.h\"\n"
      "/* #include \"b/b.h\"\n"
      "   #include \"c/c.h\" */\n"
      "#include \"d/d.h\"\n"
      "  #  include <hb.h>  // why\n"
      "const char* s = \"#include\";\n");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].path, "d/d.h");
  EXPECT_EQ(found[0].line, 4u);
  EXPECT_FALSE(found[0].angled);
  EXPECT_EQ(found[1].path, "hb.h");
  EXPECT_EQ(found[1].line, 5u);
  EXPECT_TRUE(found[1].angled);
}

TEST(Checker, FindsAWrongRoom) {
  EXPECT_THAT(wrong_rooms({{"layout/a.cc", "#include \"report/report.h\"\n"}}),
              ElementsAre("layout/a.cc:1: may not include report/report.h"));
  EXPECT_THAT(wrong_rooms({{"report/a.cc", "\n#include \"markup/tree.h\"\n"}}),
              ElementsAre("report/a.cc:2: may not include markup/tree.h"));
  EXPECT_THAT(wrong_rooms({{"source/a.h", "#include \"report/report.h\"\n"}}),
              ElementsAre("source/a.h:1: may not include report/report.h"));
  EXPECT_THAT(wrong_rooms({{"base/a.h", "#include \"marking/marking.h\"\n"}}),
              ElementsAre("base/a.h:1: may not include marking/marking.h"));
  EXPECT_THAT(wrong_rooms({{"pdf/a.h", "#include \"cli/run.h\"\n"}}),
              ElementsAre("pdf/a.h:1: may not include cli/run.h"));
  EXPECT_THAT(wrong_rooms({{"attic/a.h", ""}}), ElementsAre("attic/a.h: no room of the table"));
  EXPECT_THAT(wrong_rooms({{"pdf/a.h", "#include \"attic/a.h\"\n"}}),
              ElementsAre("pdf/a.h:1: may not include attic/a.h"));
}

TEST(Checker, AllowsWhatIsAllowed) {
  EXPECT_THAT(wrong_rooms({{"cli/a.cc", "#include \"report/report.h\"\n#include \"pdf/write.h\"\n"},
                           {"release/a.h", "#include \"released/released.h\"\n"},
                           {"layout/a.h", "#include \"text/font.h\"\n"}}),
              IsEmpty());
}

TEST(Checker, FindsALibraryInAnotherRoom) {
  EXPECT_THAT(wrong_libraries({{"layout/a.cc", "#include <hb.h>\n"}}),
              ElementsAre("layout/a.cc:1: hb.h belongs to another room"));
  EXPECT_THAT(wrong_libraries({{"report/a.cc", "#include <yaml-cpp/yaml.h>\n"}}),
              ElementsAre("report/a.cc:1: yaml-cpp/yaml.h belongs to another room"));
  EXPECT_THAT(wrong_libraries({{"text/a.cc", "#include <pango/pango.h>\n"}}),
              ElementsAre("text/a.cc:1: pango/pango.h belongs to no room"));
  EXPECT_THAT(wrong_libraries({{"pdf/a.h", "#include <tl/expected.hpp>\n"}}),
              ElementsAre("pdf/a.h:1: Result comes from base/diagnostic.h"));
}

TEST(Checker, FindsALibraryInAPublicHeader) {
  // A private header may; one that another room sees may not, by no detour.
  const std::vector<Source> kept = {{"text/private.h", "#include <hb.h>\n"},
                                    {"text/shaper.cc", "#include \"text/private.h\"\n"}};
  EXPECT_THAT(wrong_libraries(kept), IsEmpty());
  std::vector<Source> seen = kept;
  seen.push_back({"text/shaper.h", "#include \"text/private.h\"\n"});
  seen.push_back({"layout/a.cc", "#include \"text/shaper.h\"\n"});
  EXPECT_THAT(wrong_libraries(seen),
              ElementsAre("text/private.h:1: hb.h in a header that another room sees"));
  EXPECT_THAT(wrong_libraries({{"base/a.h", "#include <fmt/format.h>\n"},
                               {"pdf/a.cc", "#include \"base/a.h\"\n"}}),
              ElementsAre("base/a.h:1: fmt/format.h in a header that another room sees"));
}

TEST(Checker, FindsABrokenPromise) {
  EXPECT_THAT(broken_promises({{"cli/press.cc", "#include \"cli/press.h\"\n"},
                               {"cli/press.h", "#include \"cli/intake.h\"\n"},
                               {"cli/intake.h", "#include \"report/report.h\"\n"}}),
              ElementsAre("cli/press.h reaches report/report.h by cli/intake.h",
                          "cli/press.cc reaches report/report.h by cli/intake.h"));
}

TEST(Checker, FindsCycles) {
  EXPECT_THAT(
      cycles({{"pdf/a.h", "#include \"pdf/b.h\"\n"}, {"pdf/b.h", "#include \"pdf/a.h\"\n"}}),
      ElementsAre("pdf/a.h -> pdf/b.h -> pdf/a.h"));
  EXPECT_THAT(cycles({{"text/a.cc", "#include \"style/a.h\"\n"},
                      {"style/b.cc", "#include \"text/b.h\"\n"}}),
              ElementsAre("style -> text -> style"));
}

TEST(Checker, FindsLooseEnds) {
  EXPECT_THAT(loose_ends({{"pdf/a.h", "#include \"pdf/gone.h\"\n"}}),
              ElementsAre("pdf/a.h: no #pragma once", "pdf/a.h:1: there is no header pdf/gone.h"));
}

}  // namespace
}  // namespace sable::architecture
