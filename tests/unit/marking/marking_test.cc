#include "marking/marking.h"

#include <gtest/gtest.h>

namespace sable::marking {
namespace {

TEST(System, ReadsPortionAndBannerSpellings) {
  const auto system = find_system("us-ic");
  for (const char* spelling : {"S//NF", "(S//NF)", "SECRET//NOFORN"}) {
    const auto marking = system->parse(spelling);
    ASSERT_TRUE(marking) << spelling;
    EXPECT_EQ(system->banner(*marking), "SECRET//NOFORN");
    EXPECT_EQ(system->portion(*marking), "S//NF");
  }
}

TEST(System, RefusesWhatItDoesNotKnow) {
  const auto system = find_system("us-ic");
  for (const char* spelling : {"", "SEKRET", "S//XX", "S//", "(S", "U//OC"}) {
    EXPECT_FALSE(system->parse(spelling)) << spelling;
  }
  EXPECT_EQ(find_system("us"), nullptr);
}

TEST(System, SaysNothingOfTheTextItRefuses) {
  const auto refused = find_system("us-ic")->parse("HOLT");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error()[0].message.find("HOLT"), std::string::npos);
  EXPECT_EQ(refused.error()[0].help.find("HOLT"), std::string::npos);
}

TEST(System, SaysWhichSpellingWasMeant) {
  const auto legacy = find_system("legacy");
  EXPECT_EQ(legacy->meant("Secrte"), "Secret");
  EXPECT_EQ(legacy->meant("SECRET"), "Secret");
  EXPECT_EQ(legacy->meant("top secret"), "Top Secret");
  EXPECT_EQ(legacy->meant("s"), "S");
  EXPECT_EQ(legacy->meant("X"), "");  // one letter is near to every other
  EXPECT_EQ(legacy->meant("Purple"), "");
  EXPECT_EQ(legacy->meant(""), "");
  const auto us = find_system("us-ic");
  EXPECT_EQ(us->meant("Secret//NOFRON"), "SECRET//NOFORN");
  EXPECT_EQ(us->meant("(S//nf/orcon)"), "S//OC/NF");
  EXPECT_EQ(us->meant("SECRET//ELEPHANT"), "");
  // What was meant has to be a marking: RSEN may not stand so low.
  EXPECT_EQ(us->meant("Unclassified//RSEN"), "");
}

TEST(System, CompletesAListThatIsLeftToTheWhole) {
  const auto us = find_system("us-ic");
  const Marking whole = *us->parse("SECRET//REL TO USA, AUS, GBR");
  const auto portion = us->parse("(C//REL)");
  ASSERT_TRUE(portion);
  const auto complete = us->completed(*portion, whole);
  ASSERT_TRUE(complete);
  EXPECT_EQ(us->portion(*complete), "C//REL TO USA, AUS, GBR");
  EXPECT_EQ(us->portion_within(*complete, whole), "C//REL");
  EXPECT_EQ(us->portion_within(*us->parse("C//REL TO USA, GBR"), whole), "C//REL TO USA, GBR");
  EXPECT_FALSE(us->completed(*portion, *us->parse("SECRET//NOFORN")));
  EXPECT_EQ(us->completed(*us->parse("S//NF"), whole), *us->parse("S//NF"));
  EXPECT_FALSE(us->examine("SECRET//REL", Form::banner).marking);
}

// Valid markings of a system, of all its levels, with its controls.
std::vector<Marking> some_markings(const System& system) {
  std::vector<std::string> tails = {""};
  if (system.name() == "us-cui") {
    tails = {"",
             "//EMGT/WATER",
             "//SP-PRVCY",
             "//PRVCY",
             "//SP-CTI//REL TO USA, GBR",
             "//REL TO USA, AUS, GBR",
             "//NOFORN",
             "//FED ONLY",
             "//FEDCON",
             "//NOCON",
             "//DISPLAY ONLY GBR, NZL",
             "//RELIDO",
             "//ATTORNEY-CLIENT/DL ONLY",
             "//REL TO USA, FVEY/RELIDO"};
  } else if (system.name() == "nato") {
    tails = {"", " ATOMAL", " BALK", " BOHEMIA", " ATOMAL BOHEMIA"};
  } else if (system.name() == "uk") {
    tails = {"", " - RECIPIENTS ONLY", " - COMMERCIAL - PERSONAL", " - UK EYES ONLY"};
  } else if (system.name() == "us-ic" || system.name() == "us-dod") {
    tails = {"", "//NOFORN", "//REL TO USA, GBR", "//ORCON", "//SI//REL TO USA, AUS, GBR"};
  }
  std::vector<Marking> all;
  for (const Level& level : system.levels()) {
    for (const std::string& tail : tails) {
      const Verdict verdict = system.examine(level.banner + tail, Form::banner);
      if (verdict.valid()) all.push_back(*verdict.marking);
    }
  }
  EXPECT_GE(all.size(), std::max(system.levels().size(), tails.size()));
  return all;
}

TEST(Join, IsAJoinInEverySystem) {
  for (const std::string& name : system_names()) {
    const auto system = find_system(name);
    ASSERT_NE(system, nullptr) << name;
    const std::vector<Marking> all = some_markings(*system);
    for (const Marking& a : all) {
      EXPECT_EQ(system->join(std::vector<Marking>{a, a}).marking, a) << system->banner(a);
      for (const Form form : {Form::banner, Form::portion}) {
        const std::string spelling = form == Form::banner ? system->banner(a) : system->portion(a);
        EXPECT_EQ(system->examine(spelling, form).marking, a) << spelling;
        EXPECT_TRUE(system->examine(spelling, form).valid()) << spelling;
      }
      for (const Marking& b : all) {
        const Marking ab = system->join(a, b);
        EXPECT_EQ(ab, system->join(b, a));
        EXPECT_TRUE(system->dominates(ab, a) && system->dominates(ab, b));
        EXPECT_TRUE(system->examine(system->banner(ab), Form::banner).valid())
            << system->banner(ab);
        for (const Marking& c : all) {
          ASSERT_EQ(system->join(ab, c), system->join(a, system->join(b, c)))
              << system->banner(a) << " | " << system->banner(b) << " | " << system->banner(c);
        }
      }
    }
  }
}

struct Judged {
  const char* system;
  Form form;
  const char* spelling;
  const char* code;    // empty: valid
  const char* repair;  // empty: none
};

TEST(System, JudgesByTheRulesOfEach) {
  const Judged cases[] = {
      // 32 CFR 2002.20; CUI Marking Handbook 1.1
      {"us-cui", Form::banner, "CUI//SP-PRVCY//NF", "SBL0502", "CUI//SP-PRVCY//NOFORN"},
      {"us-cui", Form::portion, "CUI//SP-PRVCY//NOFORN", "SBL0502", "CUI//SP-PRVCY//NF"},
      {"us-cui", Form::portion, "(CUI//SP-PRVCY//NF)", "", ""},
      {"us-cui", Form::banner, "CUI//WATER/EMGT", "SBL0503", "CUI//EMGT/WATER"},
      {"us-cui", Form::banner, "CUI//PRVCY/SP-CTI", "SBL0503", "CUI//SP-CTI/PRVCY"},
      {"us-cui", Form::banner, "CUI//SP-CTI//NOFORN/FEDCON", "SBL0503",
       "CUI//SP-CTI//FEDCON/NOFORN"},
      {"us-cui", Form::banner, "cui//sp-cti", "SBL0502", "CUI//SP-CTI"},
      {"us-cui", Form::banner, "CUI // SP-CTI", "SBL0504", "CUI//SP-CTI"},
      {"us-cui", Form::banner, "CUI//", "SBL0504", "CUI"},
      {"us-cui", Form::banner, "CUI//FED ONLY/FEDCON", "SBL0505", ""},
      {"us-cui", Form::banner, "CUI//NOFORN/RELIDO", "SBL0505", ""},
      {"us-cui", Form::banner, "CUI//NOFORN/NOFORN", "SBL0506", "CUI//NOFORN"},
      {"us-cui", Form::banner, "CUI//REL TO GBR, USA", "SBL0507", "CUI//REL TO USA, GBR"},
      {"us-cui", Form::banner, "CUI//REL TO USA,GBR", "SBL0507", "CUI//REL TO USA, GBR"},
      {"us-cui", Form::banner, "CUI//REL TO USA", "SBL0500", ""},
      {"us-cui", Form::banner, "CUI//DISPLAY ONLY NZL, GBR", "SBL0507",
       "CUI//DISPLAY ONLY GBR, NZL"},
      {"us-cui", Form::banner, "U//EMGT", "SBL0500", ""},
      {"us-cui", Form::portion, "U", "", ""},
      {"us-cui", Form::portion, "CONTROLLED", "SBL0500", ""},
      {"us-cui", Form::banner, "CUI//DL ONLY/EMGT", "SBL0500", ""},
      // DoDI 5200.48
      {"us-cui-dod", Form::banner, "CUI", "", ""},
      {"us-cui-dod", Form::banner, "CUI//SP-CTI", "SBL0500", ""},
      // C-M(2002)49
      {"nato", Form::banner, "NATO SECRET ATOMAL", "", ""},
      {"nato", Form::portion, "NS ATOMAL", "", ""},
      {"nato", Form::banner, "NATO RESTRICTED ATOMAL", "SBL0501", ""},
      {"nato", Form::banner, "COSMIC TOP SECRET BOHEMIA", "", ""},
      {"nato", Form::banner, "NATO SECRET BOHEMIA", "SBL0501", ""},
      {"nato", Form::banner, "NATO SECERT", "SBL0500", "NATO SECRET"},
      {"nato", Form::banner, "NS", "SBL0500", "NATO SECRET"},
      // Government Security Classifications Policy
      {"uk", Form::banner, "OFFICIAL-SENSITIVE - RECIPIENTS ONLY", "", ""},
      {"uk", Form::portion, "O-S - RECIPIENTS ONLY", "", ""},
      {"uk", Form::banner, "OFFICIAL - RECIPIENTS ONLY", "SBL0501", ""},
      {"uk", Form::banner, "OFFICIAL-SENSITIVE RECIPIENTS ONLY", "SBL0500", ""},
      {"uk", Form::banner, "OFICIAL", "SBL0500", "OFFICIAL"},
      // FIRST TLP 2.0
      {"tlp", Form::banner, "TLP:WHITE", "SBL0500", "TLP:CLEAR"},
      {"tlp", Form::banner, "TLP:AMBER STRICT", "SBL0500", "TLP:AMBER+STRICT"},
      {"tlp", Form::banner, "TLP: RED", "SBL0500", "TLP:RED"},
      {"tlp", Form::banner, "tlp:green", "SBL0500", "TLP:GREEN"},
  };
  for (const Judged& one : cases) {
    const Verdict verdict = find_system(one.system)->examine(one.spelling, one.form);
    const std::string code = verdict.findings.empty() ? "" : verdict.findings[0].code;
    EXPECT_EQ(code, one.code) << one.system << " " << one.spelling;
    EXPECT_EQ(verdict.repair, one.repair) << one.system << " " << one.spelling;
    for (const Finding& finding : verdict.findings) EXPECT_NE(finding.source, "") << one.spelling;
  }
}

TEST(Join, OfControlledInformation) {
  struct Row {
    std::vector<const char*> portions;
    const char* banner;
  };
  const Row rows[] = {
      {{"CUI", "U"}, "CUI"},
      {{"CUI//EMGT", "CUI//SP-PRVCY"}, "CUI//SP-PRVCY/EMGT"},
      {{"CUI//PRVCY", "CUI//SP-PRVCY"}, "CUI//SP-PRVCY"},
      {{"CUI//NF", "CUI//REL TO USA, GBR"}, "CUI//NOFORN"},
      {{"CUI//REL TO USA, AUS", "CUI//REL TO USA, GBR"}, "CUI//NOFORN"},
      {{"CUI//REL TO USA, AUS, GBR", "CUI//REL TO USA, GBR", "CUI"}, "CUI//REL TO USA, GBR"},
      {{"CUI//FEDCON", "CUI//NOCON"}, "CUI//FED ONLY"},
      {{"CUI//FEDCON", "CUI//FED ONLY"}, "CUI//FED ONLY"},
  };
  const auto system = find_system("us-cui");
  for (const Row& row : rows) {
    std::vector<Marking> markings;
    for (const char* portion : row.portions) {
      markings.push_back(*system->examine(portion, Form::portion).marking);
    }
    EXPECT_EQ(system->banner(system->join(markings).marking), row.banner);
  }
}

TEST(System, LegacySpellsAsOldReportsDid) {
  const auto system = find_system("legacy");
  EXPECT_EQ(system->banner(*system->parse("S")), "Secret");
  EXPECT_EQ(system->portion(*system->parse("Top Secret")), "TS");
}

}  // namespace
}  // namespace sable::marking
