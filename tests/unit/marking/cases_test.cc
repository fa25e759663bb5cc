// Markings that others have judged (tests/data/markings/cases.tsv), and where this program
// judges otherwise (differences.tsv).

#include <map>

#include <gtest/gtest.h>

#include "marking/marking.h"
#include "table.h"

namespace sable::marking {
namespace {

using testing::table;

std::string system_of(const std::string& dialect) {
  if (dialect == "DoDM5200.01v2-2012") return "us-dod";
  if (dialect == "NARA-CUI") return "us-cui";
  return "tlp";
}

TEST(Cases, AgreeOrStandInTheTableOfDifferences) {
  std::map<std::string, std::string> differences;
  for (const auto& row : table("differences.tsv"))
    differences[row.at(0) + " " + row.at(1)] = row.at(2);
  size_t judged = 0;
  for (const auto& row : table("cases.tsv")) {
    const auto system = find_system(system_of(row.at(4)));
    ASSERT_NE(system, nullptr) << row.at(4);
    const Form form = row[0].ends_with("portion") ? Form::portion : Form::banner;
    const Verdict verdict = system->examine(row[1], form);
    std::string found = verdict.valid() ? "valid" : "invalid";
    const auto difference = differences.find(row[0] + " " + row[1]);
    if (difference != differences.end()) {
      EXPECT_NE(found, row[2]) << row[1] << " agrees by now";
      EXPECT_EQ(found, difference->second) << row[1];
      differences.erase(difference);
    } else {
      EXPECT_EQ(found, row[2]) << row[0] << " " << row[1] << " (" << row[3] << ") "
                               << (verdict.findings.empty() ? "" : verdict.findings[0].message)
                               << " -> " << verdict.repair;
    }
    ++judged;
  }
  EXPECT_EQ(judged, 258u);
  EXPECT_TRUE(differences.empty()) << differences.begin()->first;
}

// Our own, written from the rules: verdict, the code of the rule, and the repair.
TEST(Cases, OfTheUnitedStatesAreJudgedByTheirRules) {
  size_t valid = 0, invalid = 0;
  for (const auto& row : table("us-cases.tsv")) {
    const auto system = find_system(row.at(0));
    const Form form = row.at(1) == "portion" ? Form::portion : Form::banner;
    const std::string& spelling = row.at(2);
    const Verdict verdict = system->examine(spelling, form);
    const std::string name = row[0] + " " + row[1] + " `" + spelling + "`";
    if (row.at(3) == "valid") {
      ++valid;
      EXPECT_TRUE(verdict.valid())
          << name << ": " << (verdict.findings.empty() ? "" : verdict.findings[0].message);
      EXPECT_EQ(verdict.repair, "") << name;
      if (!verdict.valid()) continue;
      // The two spellings stand for one value.
      for (const Form other : {Form::banner, Form::portion}) {
        if (spelling.find("//REL") == spelling.size() - 5) continue;  // for portions alone
        const std::string again = other == Form::banner ? system->banner(*verdict.marking)
                                                        : system->portion(*verdict.marking);
        EXPECT_EQ(system->examine(again, other).marking, verdict.marking) << name << " " << again;
      }
      continue;
    }
    ++invalid;
    ASSERT_FALSE(verdict.valid()) << name;
    bool has_code = false;
    for (const Finding& finding : verdict.findings) {
      has_code = has_code || finding.code == row.at(4);
      EXPECT_NE(finding.source, "") << name;
      EXPECT_NE(finding.help, "") << name;
    }
    EXPECT_TRUE(has_code) << name << ": " << verdict.findings[0].code << " "
                          << verdict.findings[0].message;
    EXPECT_EQ(verdict.repair, row.at(5) == "-" ? "" : row.at(5)) << name;
  }
  EXPECT_GE(valid, 150u);
  EXPECT_GE(invalid, 150u);
  EXPECT_GE(valid + invalid, 300u);
}

}  // namespace
}  // namespace sable::marking
