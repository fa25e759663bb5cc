#include "cli/messages.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace sable::cli {
namespace {

TEST(Messages, AFullDiskBehindAStreamIsAnError) {
  std::FILE* full = std::fopen("/dev/full", "w");
  ASSERT_NE(full, nullptr);
  const base::Result<void> written = write_all(full, "bytes");
  std::fclose(full);
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error()[0].code, "SBL1030");
  EXPECT_EQ(written.error()[0].fault, base::Fault::environment);
  EXPECT_EQ(written.error()[0].help, "free some room, then run the command again");
}

TEST(Messages, StandardInputIsReadToItsEnd) {
  std::string text(200'000, 'x');
  std::FILE* stream = ::fmemopen(text.data(), text.size(), "r");
  const base::Result<std::string> read = read_all(stream, 1 << 20);
  std::fclose(stream);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, text);
}

TEST(Messages, StandardInputHasALimit) {
  std::string text(200'000, 'x');
  std::FILE* stream = ::fmemopen(text.data(), text.size(), "r");
  const base::Result<std::string> read = read_all(stream, 100'000);
  std::fclose(stream);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error()[0].code, "SBL1032");
}

std::string printed(const base::Diagnostics& diagnostics, const base::SourceSet& sources) {
  char* bytes = nullptr;
  size_t size = 0;
  std::FILE* stream = ::open_memstream(&bytes, &size);
  Messages({.messages = stream}, {}).print(diagnostics, sources);
  std::fclose(stream);
  std::string text(bytes, size);
  std::free(bytes);
  return text;
}

size_t count(const std::string& text, const std::string& word) {
  size_t found = 0;
  for (size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

TEST(Messages, EachFileHasAtMostTwenty) {
  base::SourceSet sources;
  const base::FileId a = sources.add("a", "x", base::Secrecy::open);
  const base::FileId b = sources.add("b", "x", base::Secrecy::open);
  base::Diagnostics found;
  for (int i = 0; i < 15; ++i) found.push_back(base::warning_at({a, 0, 1}, "SBL0001", "a warning"));
  for (int i = 0; i < 18; ++i) found.push_back(base::error_at({a, 0, 1}, "SBL0002", "an error"));
  for (int i = 0; i < 20; ++i) found.push_back(base::error_at({b, 0, 1}, "SBL0003", "another"));
  const std::string text = printed(found, sources);
  EXPECT_EQ(count(text, "SBL0001"), 2u);
  EXPECT_EQ(count(text, "SBL0002"), 18u);
  EXPECT_EQ(count(text, "SBL0003"), 20u);
  EXPECT_TRUE(text.ends_with("\na: and 13 more\n")) << text;
  EXPECT_EQ(count(text, " more"), 1u);
}

}  // namespace
}  // namespace sable::cli
