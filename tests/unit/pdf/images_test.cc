#include "pdf/images.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/predictor.h"
#include "picture/decode.h"
#include "pictures/make.h"
#include "sample_pages.h"

namespace sable::pdf {
namespace {

using base::Length;
using released::Colors;
using released::Picture;
using sable::testing::gradient;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::SamplePages;
using testing::written;

Picture picture(uint32_t width, uint32_t height, Colors colors, std::string samples) {
  Picture made;
  made.width = width;
  made.height = height;
  made.colors = colors;
  made.samples = std::move(samples);
  return made;
}

TEST(Images, HaveTheLeastFormThatSaysTheSame) {
  const auto entries = [](const Picture& one) { return image_stream(one).entries; };
  const std::string head = "/Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace";
  EXPECT_EQ(entries(picture(2, 1, Colors::gray, std::string("\0\xFF", 2))),
            head + "/DeviceGray/BitsPerComponent 1/Filter/FlateDecode");
  EXPECT_EQ(entries(picture(2, 1, Colors::rgb, std::string("\0\0\0\xFF\xFF\xFF", 6))),
            head + "/DeviceGray/BitsPerComponent 1/Filter/FlateDecode");
  EXPECT_EQ(entries(picture(2, 1, Colors::gray, "ab")),
            head +
                "/DeviceGray/BitsPerComponent 8/DecodeParms<</Predictor 15/Colors 1/Columns "
                "2>>/Filter/FlateDecode");
  EXPECT_EQ(entries(picture(2, 1, Colors::rgb, "abcdef")),
            head + "[/Indexed/DeviceRGB 1<616263646566>]/BitsPerComponent 1/Filter/FlateDecode");
  Picture jpeg = picture(2, 1, Colors::rgb, "");
  jpeg.jpeg = "bytes";
  EXPECT_EQ(entries(jpeg), head + "/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode");
  EXPECT_EQ(image_stream(jpeg).bytes, "bytes");
  const Picture many = picture(40, 20, Colors::rgb, gradient(40, 20, 3));
  EXPECT_THAT(entries(many), HasSubstr("/DeviceRGB/BitsPerComponent 8/DecodeParms<</Predictor 15"));
}

TEST(Predictor, TakesTheLeastDifferences) {
  // Equal neighbours: sub; then equal rows: up.
  EXPECT_EQ(predicted("aaaaaaaa", 4, 1), std::string("\1a\0\0\0\2\0\0\0\0", 10));
  EXPECT_EQ(predicted("abcabc", 6, 3), std::string("\1abc\0\0\0", 7));
}

// A page with the picture, as a reader finds it.
SamplePages shown(const Picture& one) {
  SamplePages sample;
  sample.add_page("1");
  sample.pages.pictures.push_back(std::make_shared<const Picture>(one));
  const auto element = sample.add_element(layout::Role::figure);
  sample.pages.structure.elements[element].alternative = "A map";
  layout::Fragment fragment;
  fragment.item = layout::Image{
      {Length::points(72), Length::points(100), Length::points(50), Length::points(25)}, 0};
  fragment.leaf = sample.add_leaf(element);
  sample.pages.pages[0].fragments.push_back(fragment);
  return sample;
}

struct Case {
  Picture picture;
  const char* name;
};

std::vector<Case> cases() {
  std::vector<Case> all;
  all.push_back({picture(13, 7, Colors::rgb, gradient(13, 7, 3)), "rgb"});
  all.push_back({picture(13, 7, Colors::gray, gradient(13, 7, 1)), "gray"});
  std::string bits;
  for (int i = 0; i < 13 * 7; ++i) bits += i % 3 == 0 ? '\xFF' : '\0';
  all.push_back({picture(13, 7, Colors::gray, bits), "bits"});
  std::string few;
  for (int i = 0; i < 13 * 7; ++i) few += std::string(1, static_cast<char>(i % 11)) + "ab";
  all.push_back({picture(13, 7, Colors::rgb, few), "palette"});
  return all;
}

TEST(Images, ReadersSeeTheirSamples) {
  for (const Case& each : cases()) {
    const std::string bytes = written(shown(each.picture).pages);
    const auto outcome = testing::run_on(
        bytes,
        "f={} && qpdf --check $f && pdfimages -png $f $f.i && cat $f.i-000.png && rm $f.i-000.png");
    const size_t png = outcome.output.find("\x89PNG");
    ASSERT_NE(png, std::string::npos) << outcome.output;
    const auto seen = picture::decode(std::string_view(outcome.output).substr(png), {});
    ASSERT_TRUE(seen.has_value()) << each.name;
    std::string expected = each.picture.samples;
    std::string found = seen->samples;
    if (seen->colors != each.picture.colors) {
      std::string wide;
      for (const char sample : expected) wide += std::string(3, sample);
      expected = wide;
    }
    EXPECT_TRUE(found == expected) << each.name;
  }
}

TEST(Images, StandOnThePageWithWordsAndABox) {
  const std::string bytes = written(shown(cases()[0].picture).pages);
  const std::string opened =
      testing::run_on(bytes, "qpdf --qdf --object-streams=disable {} -").output;
  EXPECT_THAT(opened, HasSubstr("/Figure<</MCID 0>>BDC\nq 50 0 0 25 72 667 cm/P0 Do Q\nEMC"));
  EXPECT_THAT(opened, HasSubstr("/Alt (A map)"));
  EXPECT_THAT(opened, HasSubstr("/O /Layout"));
  EXPECT_THAT(opened, HasSubstr("/Placement /Block"));
  EXPECT_THAT(opened, Not(HasSubstr("/SMask")));
}

TEST(Images, HaveTheirAlphaAsASoftMask) {
  Picture one = cases()[0].picture;
  one.alpha = gradient(13, 7, 1);
  const std::string bytes = written(shown(one).pages);
  const auto list =
      testing::run_on(bytes, "f={} && qpdf --check $f > /dev/null && pdfimages -list $f");
  EXPECT_EQ(list.status, 0);
  EXPECT_THAT(list.output, HasSubstr("smask      13     7  gray"));
}

TEST(Images, ThatManyPagesShowAreOneObject) {
  SamplePages sample = shown(cases()[0].picture);
  auto again = sample.pages.pages[0].fragments.back();
  sample.add_page("2");
  again.leaf = layout::kNoLeaf;
  again.artifact = layout::Artifact::layout;
  sample.pages.pages[1].fragments.push_back(again);
  const std::string list = testing::run_on(written(sample.pages), "pdfimages -list {}").output;
  EXPECT_THAT(list, HasSubstr("   2     1 image"));
  const std::string opened =
      testing::run_on(written(sample.pages), "qpdf --qdf {} - | grep -ac '/Subtype /Image'").output;
  EXPECT_EQ(opened, "1\n");
}

}  // namespace
}  // namespace sable::pdf
