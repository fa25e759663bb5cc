#include "sound_report.h"

#include <gtest/gtest.h>

namespace sable::testing {

std::string sound_report() {
  return "sable: 1\n"
         "template: intelligence\n"
         "report: {title: Spring talks, date: 1997-07-16}\n"
         "marking: {system: legacy, overall: Secret}\n"
         "body:\n"
         "  - p: |\n"
         "      The talks open :redact[with " +
         kSecret +
         "]{code=b1} on time.:fn[one]\n"
         "  - redact: {code: b1}\n"
         "    p: It is " +
         kSecret +
         " who said so.\n"
         "notes:\n"
         "  one: A note with :redact[" +
         kSecret +
         "]{code=b1} in it.\n"
         "releases:\n"
         "  full: {unredacted: true}\n"
         "  public:\n"
         "    withhold: [b1]\n"
         "    declassified: {authority: Records Panel, date: 2019-05-14}\n";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace sable::testing
