#include "report/near_miss.h"

#include <gtest/gtest.h>

namespace sable::report {
namespace {

TEST(HoldsRedaction, SeesRedactionsAndNearMisses) {
  for (const char* text :
       {":redact[x]{code=b1}", "a:redact[", ":Redact[x]", ":REDACT x", ":redact [x]", "redact[x]",
        "Redact: [x]", "redact:[x]", "[x]{code=b1}", "{ label = x}"}) {
    EXPECT_TRUE(holds_redaction(text)) << text;
  }
}

TEST(HoldsRedaction, LeavesProseAlone) {
  for (const char* text : {"", "redact", "to redact [the name]", "redacted: [x]", "unredact[x]",
                           "10:30 [x] {y}", "{date} {number}", "{codename=x}"}) {
    EXPECT_FALSE(holds_redaction(text)) << text;
  }
}

}  // namespace
}  // namespace sable::report
