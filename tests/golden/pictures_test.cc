// The pictures of the documentation, which show pages of the examples.
//
// In:  docs/pictures/REPORT.RELEASE.PAGE.png, 72 pixels to the inch.
// Out: a test for each: pdftoppm still paints that page so. A pixel may differ a
//      little, since other builds of poppler smooth edges otherwise.
//      `./dev golden --update NAME` paints one anew.

#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "system/judges.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

namespace fs = std::filesystem;

const std::string kPictures = SABLE_SOURCE_DIR "/docs/pictures";
const std::string kExamples = SABLE_SOURCE_DIR "/examples";

struct Picture {
  uint32_t width = 0, height = 0;
  std::vector<uint8_t> grey;  // row by row from the top
};

Picture picture_of(const std::string& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  Picture picture;
  if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return picture;
  image.format = PNG_FORMAT_GRAY;
  picture.grey.resize(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, picture.grey.data(), 0, nullptr) == 0) return {};
  picture.width = image.width;
  picture.height = image.height;
  return picture;
}

// Pixels in a million that differ by more than an eighth of the way from black to
// white; all of them where the sizes differ.
uint64_t differing(const Picture& a, const Picture& b) {
  constexpr uint64_t kMillion = 1'000'000;
  constexpr int kSeen = 32;
  if (a.grey.empty() || a.width != b.width || a.height != b.height) return kMillion;
  uint64_t count = 0;
  for (size_t i = 0; i < a.grey.size(); ++i) count += std::abs(a.grey[i] - b.grey[i]) > kSeen;
  return count * kMillion / a.grey.size();
}
constexpr uint64_t kLikeness = 500;  // a word of the text has ten times as many

// The page as it is painted today; `source` is the text of the report.
Picture painted(const std::string& source, const std::string& release, const std::string& page) {
  cli::testing::Program program;
  program.world.files["report.yaml"] = source;
  const auto outcome = program.run({"render", "report.yaml", "--release", release, "-o", "-"});
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  const Scratch scratch;
  const std::string pdf = scratch.put("page.pdf", outcome.output);
  const Ran ran = run_program({"pdftoppm", "-r", "72", "-png", "-singlefile", "-f", page, "-l",
                               page, pdf, scratch.path("page")});
  EXPECT_EQ(ran.status, 0) << ran.messages;
  return picture_of(scratch.path("page.png"));
}

std::vector<std::string> pictures() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kPictures)) {
    if (entry.path().extension() == ".png") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Pictures : public ::testing::TestWithParam<std::string> {};

TEST_P(Pictures, ShowThePageAsItIs) {
  std::istringstream name(GetParam());
  std::string report, release, page;
  std::getline(name, report, '.');
  std::getline(name, release, '.');
  std::getline(name, page);
  const Picture kept = picture_of(kPictures + "/" + GetParam() + ".png");
  const Picture seen = painted(bytes_of_file(kExamples + "/" + report + ".yaml"), release, page);
  EXPECT_LT(differing(kept, seen), kLikeness)
      << "if the page is meant to be so: ./dev golden --update " << GetParam() << ".png";
}

std::string name_of(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Documentation, Pictures, ::testing::ValuesIn(pictures()), name_of);

TEST(PicturesOfPages, TellOneChangedWordApart) {
  std::string source = bytes_of_file(kExamples + "/kaldec-talks.yaml");
  const Picture before = painted(source, "full", "1");
  EXPECT_EQ(differing(before, painted(source, "full", "1")), 0u);
  const size_t at = source.find("formal talks");
  ASSERT_NE(at, std::string::npos);
  source.replace(at, 6, "secret");
  EXPECT_GT(differing(before, painted(source, "full", "1")), kLikeness);
}

}  // namespace
}  // namespace sable::testing
