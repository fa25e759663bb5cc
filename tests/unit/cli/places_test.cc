#include "cli/places.h"

#include <gtest/gtest.h>

namespace sable::cli {
namespace {

class PlacesTest : public ::testing::Test {
 protected:
  void add_home(const std::string& folder) {
    for (const char* name : {"intelligence", "memo"}) {
      for (const char* file : {"report.mustache", "style.css", "theme.yaml"}) {
        world_.files[folder + "/templates/" + name + "/" + file] = "";
      }
    }
    world_.files[folder + "/fonts/manifest.yaml"] = "";
  }
  std::string templates(const PlaceArguments& arguments, const std::string& home) {
    const auto places = find_places(world_, arguments, home, "/opt/build/release");
    return places ? places->templates : places.error()[0].code;
  }

  base::MemoryWorld world_;
};

TEST_F(PlacesTest, ABuildTreeIsFoundAboveTheProgram) {
  add_home("/opt");
  EXPECT_EQ(templates({}, ""), "/opt/templates");
}

TEST_F(PlacesTest, AnInstalledProgramLooksBesideItself) {
  add_home("/opt");
  add_home("/opt/build/share/sable");
  EXPECT_EQ(templates({}, ""), "/opt/build/share/sable/templates");
}

TEST_F(PlacesTest, SableHomeComesFirst) {
  add_home("/opt");
  add_home("/home/me/sable");
  EXPECT_EQ(templates({}, "/home/me/sable"), "/home/me/sable/templates");
}

TEST_F(PlacesTest, AWrongSableHomeIsNotPassedOver) {
  add_home("/opt");
  EXPECT_EQ(templates({}, "/nowhere"), "SBL1020");
}

TEST_F(PlacesTest, ArgumentsReplaceWhatTheyName) {
  add_home("/opt");
  world_.files["mine/memo/report.mustache"] = "";
  world_.files["t/memo/report.mustache"] = "";
  const auto places = find_places(world_, {.templates = "mine", .fonts = ""}, "", "/opt/bin");
  ASSERT_TRUE(places.has_value());
  EXPECT_EQ(places->templates, "mine");
  EXPECT_EQ(places->manifest, "/opt/fonts/manifest.yaml");
  const auto both = find_places(world_, {.templates = "t", .fonts = "f"}, "/nowhere", "");
  ASSERT_TRUE(both.has_value());
  EXPECT_EQ(both->manifest, "f");
}

TEST_F(PlacesTest, NothingFoundSaysHowToNameIt) {
  const auto places = find_places(world_, {}, "", "/opt/bin");
  ASSERT_FALSE(places.has_value());
  EXPECT_EQ(places.error()[0].code, "SBL1021");
  EXPECT_EQ(places.error()[0].fault, base::Fault::environment);
}

TEST_F(PlacesTest, AFolderOfTemplatesHasToBeThere) {
  add_home("/opt");
  const auto places = find_places(world_, {.templates = "nowhere", .fonts = ""}, "", "/opt/bin");
  ASSERT_FALSE(places.has_value());
  EXPECT_EQ(places.error()[0].code, "SBL1023");
  EXPECT_EQ(places.error()[0].message, "there is no folder nowhere of templates");
  EXPECT_EQ(places.error()[0].fault, base::Fault::environment);
}

TEST_F(PlacesTest, ATemplateIsAPlainName) {
  add_home("/opt");
  const Places places{"/opt/templates", ""};
  EXPECT_EQ(find_template(world_, places, "intelligence").value(), "/opt/templates/intelligence");
  for (const char* name : {"", "..", ".", "../templates/intelligence", "/etc", "memorandum"}) {
    const auto found = find_template(world_, places, name);
    ASSERT_FALSE(found.has_value()) << name;
    EXPECT_EQ(found.error()[0].code, "SBL1022");
    EXPECT_EQ(found.error()[0].help, "the templates in /opt/templates are intelligence, memo");
  }
  EXPECT_EQ(find_template(world_, places, "inteligence").error()[0].help,
            "did you mean `intelligence`? the templates in /opt/templates are intelligence, memo");
  EXPECT_EQ(find_template(world_, {"/opt/fonts", ""}, "memo").error()[0].help,
            "there is none in /opt/fonts");
}

TEST_F(PlacesTest, ATemplateThatIsNotWholeIsNotPassedOver) {
  add_home("/opt");
  world_.files.erase("/opt/templates/memo/report.mustache");
  world_.files.erase("/opt/templates/memo/theme.yaml");
  const auto found = find_template(world_, {"/opt/templates", ""}, "memo");
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error()[0].code, "SBL1024");
  EXPECT_EQ(found.error()[0].message,
            "the template lacks /opt/templates/memo/report.mustache and "
            "/opt/templates/memo/theme.yaml");
  EXPECT_EQ(found.error()[0].fault, base::Fault::input);
}

}  // namespace
}  // namespace sable::cli
