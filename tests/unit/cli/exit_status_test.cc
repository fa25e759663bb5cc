#include "cli/exit_status.h"

#include <gtest/gtest.h>

namespace sable::cli {
namespace {

using base::Fault;

base::Diagnostic with(Fault fault, base::Severity severity = base::Severity::error) {
  base::Diagnostic diagnostic = base::error_without_place(fault, "SBL0000", "x");
  diagnostic.severity = severity;
  return diagnostic;
}

TEST(ExitStatus, FollowsTheFault) {
  EXPECT_EQ(status_of({}), ExitStatus::done);
  EXPECT_EQ(status_of({with(Fault::input)}), ExitStatus::bad_input);
  EXPECT_EQ(status_of({with(Fault::environment)}), ExitStatus::environment);
  EXPECT_EQ(status_of({with(Fault::internal)}), ExitStatus::misuse);
}

TEST(ExitStatus, WarningsDoNotCount) {
  EXPECT_EQ(status_of({with(Fault::input, base::Severity::warning)}), ExitStatus::done);
}

TEST(ExitStatus, BadInputOutweighsTheRest) {
  EXPECT_EQ(status_of({with(Fault::environment), with(Fault::input), with(Fault::internal)}),
            ExitStatus::bad_input);
  EXPECT_EQ(worse(ExitStatus::findings, ExitStatus::environment), ExitStatus::environment);
  EXPECT_EQ(worse(ExitStatus::environment, ExitStatus::findings), ExitStatus::environment);
}

TEST(ExitStatus, NumbersAreThoseOfTheManual) {
  EXPECT_EQ(static_cast<int>(ExitStatus::done), 0);
  EXPECT_EQ(static_cast<int>(ExitStatus::findings), 1);
  EXPECT_EQ(static_cast<int>(ExitStatus::misuse), 2);
  EXPECT_EQ(static_cast<int>(ExitStatus::environment), 3);
  EXPECT_EQ(static_cast<int>(ExitStatus::bad_input), 42);
}

}  // namespace
}  // namespace sable::cli
