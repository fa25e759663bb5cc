#include "picture/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "pictures/make.h"

namespace sable::picture {
namespace {

using released::Colors;
using released::Picture;
using released::PixelArea;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using namespace sable::testing;

Picture decoded(const std::string& bytes, const std::vector<PixelArea>& withheld = {}) {
  const auto picture = decode(bytes, withheld);
  EXPECT_TRUE(picture.has_value()) << picture.error().front().code;
  return picture.value_or(Picture{});
}

std::string code_of(const std::string& bytes) {
  const auto picture = decode(bytes, {});
  if (picture) return "";
  EXPECT_EQ(picture.error().size(), 1u);
  return picture.error().front().code;
}

// The samples of a picture that passed as a JPEG.
Picture samples_of(const Picture& picture) {
  // An area makes the decoder give samples: the first block is black in them.
  return decoded(picture.jpeg, {{0, 0, 1, 1}});
}

// PNG ------------------------------------------------------------------------------

TEST(Png, GrayOfEveryDepth) {
  struct Case {
    int depth;
    std::string row;
    std::string samples;
  };
  const std::vector<Case> cases = {
      {1, "\xA0", std::string("\xFF\0\xFF\0", 4)},
      {2, "\x1B", std::string("\0\x55\xAA\xFF", 4)},
      {4, std::string("\x05\xAF"), std::string("\0\x55\xAA\xFF", 4)},
      {8, std::string("\0\x11\x80\xFF", 4), std::string("\0\x11\x80\xFF", 4)},
      {16, std::string("\0\0\x11\x11\x80\x80\xFF\xFF", 8), std::string("\0\x11\x80\xFF", 4)},
  };
  for (const Case& each : cases) {
    for (const bool interlaced : {false, true}) {
      const Picture picture = decoded(png_file(
          {.width = 4, .height = 1, .depth = each.depth, .interlaced = interlaced}, {each.row}));
      EXPECT_EQ(picture.colors, Colors::gray);
      EXPECT_EQ(picture.samples, each.samples) << each.depth;
      EXPECT_EQ(picture.alpha, "");
      EXPECT_EQ(picture.jpeg, "");
    }
  }
}

TEST(Png, PalettesOfEveryDepth) {
  const std::string palette("\xFF\0\0\0\xFF\0\0\0\xFF\x10\x20\x30", 12);
  const std::string colors("\xFF\0\0\x10\x20\x30", 6);
  const std::vector<std::pair<int, std::string>> cases = {
      {2, "\x30"}, {4, std::string("\x03", 1)}, {8, std::string("\0\x03", 2)}};
  for (const auto& [depth, row] : cases) {
    const PngForm form{
        .width = 2, .height = 1, .colors = PngColors::palette, .depth = depth, .palette = palette};
    EXPECT_EQ(decoded(png_file(form, {row})).samples, colors) << depth;
  }
  const PngForm two{.width = 2,
                    .height = 1,
                    .colors = PngColors::palette,
                    .depth = 1,
                    .palette = palette.substr(0, 6)};
  EXPECT_EQ(decoded(png_file(two, {"\x40"})).samples, std::string("\xFF\0\0\0\xFF\0", 6));
}

TEST(Png, TransparencyOfPalettes) {
  const PngForm form{.width = 3,
                     .height = 1,
                     .colors = PngColors::palette,
                     .palette = std::string("\x0A\x0B\x0C\x14\x15\x16\x1E\x1F\x20", 9),
                     .transparency = std::string("\x80\0", 2)};
  const Picture picture = decoded(png_file(form, {std::string("\0\x01\x02", 3)}));
  EXPECT_EQ(picture.alpha, std::string("\x80\0\xFF", 3));
  // What cannot be seen does not pass.
  EXPECT_EQ(picture.samples, "\x0A\x0B\x0C\xFF\xFF\xFF\x1E\x1F\x20");
}

TEST(Png, TransparentColors) {
  const PngForm gray{.width = 2, .height = 1, .transparency = std::string("\0\x40", 2)};
  EXPECT_EQ(decoded(png_file(gray, {"\x40\x41"})).alpha, std::string("\0\xFF", 2));
  const PngForm rgb{.width = 2,
                    .height = 1,
                    .colors = PngColors::rgb,
                    .transparency = std::string("\0\x01\0\x02\0\x03", 6)};
  EXPECT_EQ(decoded(png_file(rgb, {"\x01\x02\x04\x01\x02\x03"})).alpha, std::string("\xFF\0", 2));
}

TEST(Png, AlphaOfBothDepths) {
  const PngForm deep{
      .width = 1, .height = 2, .colors = PngColors::rgb_alpha, .depth = 16, .interlaced = true};
  const Picture picture = decoded(
      png_file(deep, {"\x11\x11\x22\x22\x33\x33\x44\x44", "\x55\x55\x66\x66\x77\x77\x88\x88"}));
  EXPECT_EQ(picture.colors, Colors::rgb);
  EXPECT_EQ(picture.samples, "\x11\x22\x33\x55\x66\x77");
  EXPECT_EQ(picture.alpha, "\x44\x88");
  const Picture opaque = decoded(plain_png(2, 1, PngColors::gray_alpha, "\x10\xFF\x20\xFF"));
  EXPECT_EQ(opaque.colors, Colors::gray);
  EXPECT_EQ(opaque.alpha, "");
}

TEST(Png, LargeAndInterlacedIsTheSameAsPlain) {
  const std::string samples = gradient(37, 23, 3);
  std::vector<std::string> rows;
  for (size_t y = 0; y < 23; ++y) rows.push_back(samples.substr(y * 37 * 3, 37 * 3));
  const PngForm form{.width = 37, .height = 23, .colors = PngColors::rgb, .interlaced = true};
  EXPECT_EQ(decoded(png_file(form, rows)).samples, samples);
}

TEST(Png, SizeOnPaperIsThatOfItsResolution) {
  const PngForm form{.width = 300, .height = 1, .dots_to_the_metre = 11811};
  const std::vector<std::string> rows = {std::string(300, 'x')};
  EXPECT_EQ(base::to_points(decoded(png_file(form, rows)).size.width, 1), "72");
  EXPECT_EQ(base::to_points(decoded(png_file({.width = 300, .height = 1}, rows)).size.width),
            "225");
  const PngForm odd{.width = 300, .height = 1, .dots_to_the_metre = 3};
  EXPECT_EQ(base::to_points(decoded(png_file(odd, rows)).size.width), "225");
}

TEST(Png, WithheldAreasAreBlackAndOpaque) {
  const std::string samples(2 * 16, '\x70');
  const Picture picture =
      decoded(plain_png(4, 4, PngColors::gray_alpha, samples), {{1, 2, 2, 2}, {3, 0, 1, 1}});
  EXPECT_EQ(picture.samples, std::string("pppo"
                                         "pppp"
                                         "p\0\0p"
                                         "p\0\0p",
                                         16)
                                 .replace(3, 1, 1, '\0'));
  EXPECT_EQ(picture.alpha, std::string("ppp\xFF"
                                       "pppp"
                                       "p\xFF\xFFp"
                                       "p\xFF\xFFp",
                                       16));
}

// JPEG -----------------------------------------------------------------------------

// The greatest difference between samples.
int distance(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return 1000;
  int most = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    most = std::max(most,
                    std::abs(static_cast<unsigned char>(a[i]) - static_cast<unsigned char>(b[i])));
  }
  return most;
}

std::string smooth(uint32_t width, uint32_t height, uint32_t channels) {
  std::string samples;
  for (uint32_t y = 0; y < height; ++y) {
    for (uint32_t x = 0; x < width; ++x) {
      for (uint32_t c = 0; c < channels; ++c) {
        samples += static_cast<char>(60 + 30 * c + 2 * x + y);
      }
    }
  }
  return samples;
}

TEST(Jpeg, UprightPassesAsCoefficients) {
  const std::string samples = smooth(40, 24, 3);
  for (const bool progressive : {false, true}) {
    const JpegForm form{.width = 40, .height = 24, .progressive = progressive};
    const Picture picture = decoded(jpeg_file(form, samples));
    EXPECT_EQ(picture.colors, Colors::rgb);
    EXPECT_EQ(picture.width, 40u);
    EXPECT_EQ(picture.height, 24u);
    EXPECT_EQ(picture.samples, "");
    EXPECT_TRUE(picture.jpeg.starts_with("\xFF\xD8\xFF"));
    EXPECT_TRUE(picture.jpeg.ends_with("\xFF\xD9"));
    EXPECT_THAT(picture.jpeg, Not(HasSubstr("\xFF\xC2"))) << "baseline";
  }
}

TEST(Jpeg, NothingButCoefficientsPasses) {
  const std::string samples = smooth(32, 32, 3);
  JpegForm form{.width = 32, .height = 32};
  const Picture plain = decoded(jpeg_file(form, samples));
  form.orientation = 1;
  form.comment = "Kestrel";
  form.dots_to_the_inch = 96;
  const std::string file = jpeg_file(form, samples) + "Kestrel behind the end";
  ASSERT_THAT(file, HasSubstr("Kestrel"));
  EXPECT_EQ(decoded(file).jpeg, plain.jpeg);
  form.progressive = true;
  EXPECT_EQ(decoded(jpeg_file(form, samples)).jpeg, plain.jpeg);
}

TEST(Jpeg, EveryOrientation) {
  // Of one colour in each quarter, so that it is told which way is up.
  std::string stored;
  for (int y = 0; y < 16; ++y) {
    for (int x = 0; x < 32; ++x) {
      stored += static_cast<char>(y < 8 ? (x < 16 ? 10 : 80) : (x < 16 ? 150 : 220));
    }
  }
  // By value of the tag: upper left, upper right, lower left, lower right.
  const std::vector<std::array<int, 4>> corners = {
      {10, 80, 150, 220}, {80, 10, 220, 150}, {220, 150, 80, 10}, {150, 220, 10, 80},
      {10, 150, 80, 220}, {150, 10, 220, 80}, {220, 80, 150, 10}, {80, 220, 10, 150}};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    for (const bool big : {false, true}) {
      const std::string file = jpeg_file({.width = 32,
                                          .height = 16,
                                          .colors = JpegColors::gray,
                                          .quality = 100,
                                          .orientation = orientation,
                                          .big_endian = big},
                                         stored);
      Picture picture = decoded(file);
      if (orientation == 1) picture.samples = samples_of(picture).samples;
      const uint32_t width = orientation > 4 ? 16 : 32, height = orientation > 4 ? 32 : 16;
      EXPECT_EQ(picture.width, width);
      EXPECT_EQ(picture.height, height);
      const auto at = [&](uint32_t x, uint32_t y) {
        return static_cast<unsigned char>(picture.samples[y * width + x]);
      };
      const auto& expected = corners[static_cast<size_t>(orientation - 1)];
      // In the samples of one that passed a block is black there.
      if (orientation > 1) {
        EXPECT_NEAR(at(1, 1), expected[0], 3) << orientation;
      }
      EXPECT_NEAR(at(width - 2, 1), expected[1], 3) << orientation;
      EXPECT_NEAR(at(1, height - 2), expected[2], 3) << orientation;
      EXPECT_NEAR(at(width - 2, height - 2), expected[3], 3) << orientation;
    }
  }
}

TEST(Jpeg, InksBecomeColorsOfLight) {
  // Full cyan, stored inverted as Adobe's programs do; libjpeg writes their marker.
  std::string samples;
  for (int i = 0; i < 64; ++i) samples += std::string("\0\xFF\xFF\xFF", 4);
  for (const JpegColors colors : {JpegColors::cmyk, JpegColors::ycck}) {
    const Picture picture =
        decoded(jpeg_file({.width = 8, .height = 8, .colors = colors, .quality = 100}, samples));
    ASSERT_EQ(picture.colors, Colors::rgb);
    EXPECT_LE(distance(picture.samples.substr(0, 3), std::string("\0\xFF\xFF", 3)), 4);
  }
  // Without the marker ink is ink.
  std::string file = jpeg_file({.width = 8, .height = 8, .colors = JpegColors::cmyk}, samples);
  const size_t marker = file.find("\xFF\xEE");
  ASSERT_NE(marker, std::string::npos);
  file.erase(marker, 16);
  EXPECT_LE(distance(decoded(file).samples.substr(0, 3), std::string(3, '\0')), 4);
}

TEST(Jpeg, RgbAndGrayPass) {
  const JpegForm form{.width = 16, .height = 16, .colors = JpegColors::rgb, .quality = 100};
  const Picture rgb = decoded(jpeg_file(form, smooth(16, 16, 3)));
  // Below the block that is black in the samples.
  const size_t below = 16 * 8 * 3;
  EXPECT_LE(distance(samples_of(rgb).samples.substr(below), smooth(16, 16, 3).substr(below)), 3);
  EXPECT_THAT(rgb.jpeg, HasSubstr("Adobe"));
  const Picture gray = decoded(
      jpeg_file({.width = 16, .height = 16, .colors = JpegColors::gray}, smooth(16, 16, 1)));
  EXPECT_EQ(gray.colors, Colors::gray);
  EXPECT_NE(gray.jpeg, "");
}

TEST(Jpeg, WithheldAreasAreWholeBlocks) {
  const std::string samples(64 * 64 * 3, '\x80');
  const Picture picture =
      decoded(jpeg_file({.width = 64, .height = 64}, samples), {{20, 20, 4, 20}});
  EXPECT_EQ(picture.jpeg, "");
  const auto black = [&](uint32_t x, uint32_t y) {
    return picture.samples[(y * 64 + x) * 3] == '\0';
  };
  EXPECT_TRUE(black(16, 16));
  EXPECT_TRUE(black(31, 47));
  EXPECT_FALSE(black(15, 20));
  EXPECT_FALSE(black(32, 20));
  EXPECT_FALSE(black(20, 15));
  EXPECT_FALSE(black(20, 48));
}

// Two photographs that differ in an area only, before they were compressed. The blocks
// at its edge carry traces of the difference beyond it.
TEST(Jpeg, WhatIsAroundAWithheldAreaTellsNothingOfIt) {
  const std::string one = gradient(96, 80, 3);
  std::string other = one;
  const PixelArea area{27, 30, 33, 21};
  for (uint32_t y = area.y; y < area.y + area.height; ++y) {
    for (uint32_t x = area.x; x < area.x + area.width; ++x) {
      for (uint32_t c = 0; c < 3; ++c) {
        char& sample = other[(y * 96 + x) * 3 + c];
        sample = static_cast<char>(sample ^ 0x55);
      }
    }
  }
  for (const int subsampling : {1, 2}) {
    for (const bool progressive : {false, true}) {
      for (int turned = 0; turned <= 8; ++turned) {
        const JpegForm form{.width = 96,
                            .height = 80,
                            .quality = 30,
                            .subsampling = subsampling,
                            .progressive = progressive,
                            .orientation = turned};
        // The same stored pixels in the upright picture.
        PixelArea upright = area;
        if (turned == 2 || turned == 3) upright.x = 96 - area.x - area.width;
        if (turned == 3 || turned == 4) upright.y = 80 - area.y - area.height;
        if (turned > 4) upright = {area.y, area.x, area.height, area.width};
        if (turned == 6 || turned == 7) upright.x = 80 - upright.x - upright.width;
        if (turned == 7 || turned == 8) upright.y = 96 - upright.y - upright.height;
        const Picture a = decoded(jpeg_file(form, one), {upright});
        const Picture b = decoded(jpeg_file(form, other), {upright});
        EXPECT_TRUE(a == b) << subsampling << progressive << turned;
        // The control: blackening the area alone, as it is given, would tell it.
        const Picture whole_a = decoded(jpeg_file(form, one), {{0, 0, 1, 1}});
        const Picture whole_b = decoded(jpeg_file(form, other), {{0, 0, 1, 1}});
        size_t traces = 0;
        for (uint32_t y = 0; y < whole_a.height; ++y) {
          for (uint32_t x = 0; x < whole_a.width; ++x) {
            const bool inside = x >= upright.x && x < upright.x + upright.width && y >= upright.y &&
                                y < upright.y + upright.height;
            const size_t i = (size_t{y} * whole_a.width + x) * 3;
            if (!inside && whole_a.samples[i] != whole_b.samples[i]) ++traces;
          }
        }
        EXPECT_GT(traces, 0u);
      }
    }
  }
}

TEST(Jpeg, SizeOnPaperIsThatOfItsResolution) {
  const JpegForm form{.width = 300, .height = 10, .dots_to_the_inch = 150};
  EXPECT_EQ(base::to_points(decoded(jpeg_file(form, smooth(300, 10, 3))).size.width), "144");
}

// What is no picture, or too much of one ---------------------------------------------

TEST(Decode, OtherFilesAreErrors) {
  EXPECT_EQ(code_of(""), "SBL0300");
  EXPECT_EQ(code_of("GIF89a"), "SBL0300");
  EXPECT_EQ(code_of("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            "SBL0300");
  EXPECT_EQ(code_of("\x89PNG\r\n\x1A\n"), "SBL0302");
  EXPECT_EQ(code_of("\xFF\xD8\xFF"), "SBL0302");
}

TEST(Decode, TooManyPixelsAreRefusedBeforeTheyAreDecoded) {
  // A head that promises 30,000 × 30,000 pixels; there is next to nothing behind it.
  std::string png = plain_png(1, 1, PngColors::gray, "x");
  const std::string side("\0\0\x75\x30", 4);
  png.replace(16, 8, side + side);
  // The check sum of the changed head (ISO/IEC 15948, D).
  uint32_t sum = 0xFFFFFFFF;
  for (size_t i = 12; i < 29; ++i) {
    sum ^= static_cast<unsigned char>(png[i]);
    for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ ((sum & 1) != 0 ? 0xEDB88320 : 0);
  }
  sum = ~sum;
  for (size_t i = 0; i < 4; ++i) png[29 + i] = static_cast<char>(sum >> (24 - 8 * i) & 0xFF);
  EXPECT_EQ(code_of(png), "SBL0303");
  std::string jpeg = jpeg_file({.width = 8, .height = 8}, smooth(8, 8, 3));
  const size_t frame = jpeg.find("\xFF\xC0");
  jpeg.replace(frame + 5, 4, "\x75\x30\x75\x30");
  EXPECT_EQ(code_of(jpeg), "SBL0303");
}

TEST(Decode, OtherFormsOfJpegAreNamed) {
  std::string deep = jpeg_file({.width = 8, .height = 8}, smooth(8, 8, 3));
  deep[deep.find("\xFF\xC0") + 4] = 12;
  EXPECT_EQ(code_of(deep), "SBL0304");
  std::string lossless = jpeg_file({.width = 8, .height = 8}, smooth(8, 8, 3));
  lossless[lossless.find("\xFF\xC0") + 1] = '\xC3';
  EXPECT_EQ(code_of(lossless), "SBL0304");
}

std::vector<std::string> small_files() {
  return {
      plain_png(9, 7, PngColors::rgb_alpha, gradient(9, 7, 4)),
      png_file({.width = 2,
                .height = 2,
                .colors = PngColors::palette,
                .interlaced = true,
                .palette = std::string("\0\0\0\xFF\xFF\xFF", 6),
                .transparency = "\x80"},
               {std::string("\0\x01", 2), std::string("\x01\0", 2)}),
      jpeg_file({.width = 20, .height = 18, .orientation = 6}, gradient(20, 18, 3)),
      jpeg_file({.width = 20, .height = 18, .progressive = true}, gradient(20, 18, 3)),
      jpeg_file({.width = 8, .height = 8, .colors = JpegColors::ycck}, gradient(8, 8, 4)),
  };
}

// Each of a file's bytes turned, one after the other: a picture or an error.
TEST(Decode, NoByteOfAFileBreaksIt) {
  for (const std::string& file : small_files()) {
    for (size_t i = 0; i < file.size(); ++i) {
      for (const char flip : {'\x01', '\x80', '\xFF'}) {
        std::string changed = file;
        changed[i] = static_cast<char>(changed[i] ^ flip);
        for (const auto& withheld : {std::vector<PixelArea>{}, {PixelArea{0, 0, 1, 1}}}) {
          const auto picture = decode(changed, withheld);
          if (!picture) continue;
          const size_t pixels = size_t{picture->width} * picture->height;
          EXPECT_TRUE(!picture->jpeg.empty() ||
                      picture->samples.size() == pixels * static_cast<size_t>(picture->colors));
        }
      }
    }
  }
}

TEST(Decode, ATruncatedFileIsAnError) {
  for (const std::string& file : small_files()) {
    const bool png = file.starts_with("\x89");
    // PNG's last chunk is empty, and says nothing of the picture.
    const size_t last = png ? file.size() - 12 : file.size();
    for (size_t length = 0; length < last; ++length) {
      EXPECT_NE(code_of(file.substr(0, length)), "") << length << " of " << file.size();
    }
  }
}

TEST(Decode, MeasuresTheUprightPicture) {
  const std::string file =
      jpeg_file({.width = 20, .height = 10, .orientation = 8}, smooth(20, 10, 3));
  EXPECT_EQ(measure(file).value_or(Dimensions{}), (Dimensions{10, 20}));
  EXPECT_EQ(measure(plain_png(3, 1, PngColors::gray, "abc")).value_or(Dimensions{}),
            (Dimensions{3, 1}));
}

}  // namespace
}  // namespace sable::picture
