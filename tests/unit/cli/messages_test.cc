#include "cli/messages.h"

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

}  // namespace
}  // namespace sable::cli
