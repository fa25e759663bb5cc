// The roll-up of portions, row by row, in all orders of the portions.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "marking/marking.h"

namespace sable::marking {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Row {
  const char* name;
  std::vector<std::string> portions;
  const char* banner;
  const char* system = "us-ic";
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all = {
      // Level: the highest.
      {"LevelOne", {"C"}, "CONFIDENTIAL"},
      {"LevelHighest", {"U", "C", "S", "TS"}, "TOP SECRET"},
      {"LevelTwice", {"S", "S", "U"}, "SECRET"},
      // SCI, SAP and AEA: their union.
      {"SciUnion", {"S//SI", "TS//TK", "U"}, "TOP SECRET//SI/TK"},
      {"SciCompartments",
       {"TS//SI-G ABCD//OC", "TS//SI-G DEFG//OC", "TS//SI-MMM//OC"},
       "TOP SECRET//SI-G ABCD DEFG-MMM//ORCON"},
      {"SciHcs", {"S//HCS//NF", "S//SI"}, "SECRET//HCS/SI//NOFORN"},
      {"SapUnion", {"S//SAR-BP", "S//SAR-CD", "S"}, "SECRET//SAR-BP/CD"},
      {"SapMultiple", {"S//SAR-BP", "S//SAR-MULTIPLE PROGRAMS"}, "SECRET//SAR-MULTIPLE PROGRAMS"},
      {"SapFiveInDod",
       {"S//SAR-A1/B1/C1", "S//SAR-D1/E1"},
       "SECRET//SAR-MULTIPLE PROGRAMS",
       "us-dod"},
      {"RdOverFrd", {"S//RD//NF", "S//FRD"}, "SECRET//RD//NOFORN"},
      {"RdOverTfni", {"S//RD//NF", "S//TFNI", "U"}, "SECRET//RD//NOFORN"},
      {"FrdOverTfni", {"S//FRD", "C//TFNI"}, "SECRET//FRD"},
      {"SigmaMerged", {"S//RD-SG 2//NF", "S//RD-SG 20//NF"}, "SECRET//RD-SIGMA 2 20//NOFORN"},
      {"SigmaOfFrdInRd", {"S//RD-SG 2//NF", "S//FRD-SG 14"}, "SECRET//RD-SIGMA 2 14//NOFORN"},
      {"Cnwdi", {"S//RD-CNWDI//NF", "S//RD//NF"}, "SECRET//RD-CNWDI//NOFORN"},
      {"UcniInClassified", {"U//DCNI", "S"}, "SECRET"},
      {"UcniAlone", {"U//DCNI", "U//UCNI"}, "UNCLASSIFIED//DOD UCNI/DOE UCNI"},
      // FGI: the union of countries; concealed conceals.
      {"FgiUnion", {"S//FGI DEU", "S//FGI CAN", "S//FGI NATO"}, "SECRET//FGI CAN DEU NATO"},
      {"FgiConcealed", {"S//FGI DEU", "S//FGI"}, "SECRET//FGI"},
      {"FgiFromOwner", {"//CAN S", "U"}, "SECRET//FGI CAN"},
      {"FgiFromOwners", {"//CAN S", "//DEU C"}, "SECRET//FGI CAN DEU"},
      {"FgiFromNato", {"//NS", "C"}, "SECRET//FGI NATO"},
      {"FgiFromCosmic", {"//CTS//BOHEMIA", "S"}, "TOP SECRET//BOHEMIA//FGI NATO"},
      {"FgiFromAtomal", {"//NS//ATOMAL", "U"}, "SECRET//ATOMAL//FGI NATO"},
      {"FgiFromRestricted", {"//CAN R", "U"}, "CONFIDENTIAL//FGI CAN"},
      {"FgiFromJoint",
       {"//JOINT S CAN USA//REL TO USA, CAN", "S//REL TO USA, CAN"},
       "SECRET//FGI CAN//REL TO USA, CAN"},
      {"OwnerStays", {"//CAN R", "//CAN C"}, "//CAN CONFIDENTIAL"},
      {"OwnerStaysRestricted", {"//CAN R", "//CAN R"}, "//CAN RESTRICTED"},
      {"NatoStays", {"//NR", "//NS"}, "//NATO SECRET"},
      // NOFORN with anything.
      {"NofornWithPlain", {"S//NF", "S"}, "SECRET//NOFORN"},
      {"NofornWithRel", {"S//NF", "S//REL TO USA, GBR"}, "SECRET//NOFORN"},
      {"NofornWithRelido", {"S//NF", "S//RELIDO"}, "SECRET//NOFORN"},
      {"NofornWithDisplay", {"S//NF", "S//DISPLAY ONLY AFG"}, "SECRET//NOFORN"},
      {"NofornWithUnclassified", {"U//NF", "U"}, "UNCLASSIFIED//NOFORN"},
      {"NofornOfUnclassifiedWithRel", {"U//NF", "S//REL TO USA, GBR"}, "SECRET//NOFORN"},
      // REL TO with REL TO: what the lists have in common.
      {"RelSame", {"S//REL TO USA, GBR", "C//REL TO USA, GBR"}, "SECRET//REL TO USA, GBR"},
      {"RelCommon",
       {"S//REL TO USA, AUS, GBR", "S//REL TO USA, CAN, GBR"},
       "SECRET//REL TO USA, GBR"},
      {"RelThree",
       {"S//REL TO USA, AUS, GBR", "S//REL TO USA, CAN, GBR", "S//REL TO USA, CAN"},
       "SECRET//NOFORN"},
      {"RelNothing", {"S//REL TO USA, AUS", "S//REL TO USA, GBR"}, "SECRET//NOFORN"},
      {"RelFvey", {"S//REL TO USA, FVEY", "S//REL TO USA, DEU, GBR"}, "SECRET//REL TO USA, GBR"},
      {"RelFveyAcgu",
       {"S//REL TO USA, FVEY", "S//REL TO USA, ACGU"},
       "SECRET//REL TO USA, AUS, CAN, GBR"},
      {"RelTeye", {"S//REL TO USA, TEYE", "S//REL TO USA, AUS, CAN"}, "SECRET//REL TO USA, AUS"},
      {"RelFveyTwice",
       {"S//REL TO USA, FVEY", "S//REL TO USA, DEU, FVEY"},
       "SECRET//REL TO USA, FVEY"},
      {"RelUnclassified", {"U//REL TO USA, GBR", "U"}, "UNCLASSIFIED//REL TO USA, GBR"},
      {"RelAndPlainUnclassified",
       {"S//REL TO USA, GBR", "U", "U//FOUO"},
       "SECRET//REL TO USA, GBR"},
      // REL TO with RELIDO or unmarked classified matter; RELIDO with DISPLAY ONLY.
      {"RelWithRelido", {"S//REL TO USA, GBR", "S//RELIDO"}, "SECRET//NOFORN"},
      {"RelWithPlain", {"S//REL TO USA, GBR", "C"}, "SECRET//NOFORN"},
      {"RelidoWithDisplay", {"S//RELIDO", "S//DISPLAY ONLY AFG"}, "SECRET//NOFORN"},
      // RELIDO.
      {"RelidoAll", {"S//RELIDO", "C//RELIDO", "U"}, "SECRET//RELIDO"},
      {"RelidoWithRelAndRelido", {"S//REL TO USA, GBR/RELIDO", "S//RELIDO"}, "SECRET//RELIDO"},
      {"RelAndRelidoBoth",
       {"S//REL TO USA, GBR/RELIDO", "S//REL TO USA, AUS, GBR/RELIDO"},
       "SECRET//REL TO USA, GBR/RELIDO"},
      {"RelAndRelidoWithRel",
       {"S//REL TO USA, GBR/RELIDO", "S//REL TO USA, GBR"},
       "SECRET//REL TO USA, GBR"},
      // The stricter of "RELIDO or NOFORN": the marking does not tell its date.
      {"RelidoWithPlain", {"S//RELIDO", "S"}, "SECRET//NOFORN"},
      // DISPLAY ONLY.
      {"DisplayWithPlain", {"S//DISPLAY ONLY AFG", "S"}, "SECRET//NOFORN"},
      {"DisplayWithRel",
       {"S//DISPLAY ONLY AFG, GBR", "S//REL TO USA, GBR"},
       "SECRET//DISPLAY ONLY GBR"},
      {"DisplayWithRelNothing", {"S//DISPLAY ONLY AFG", "S//REL TO USA, GBR"}, "SECRET//NOFORN"},
      {"DisplayBoth",
       {"S//DISPLAY ONLY AFG, NZL", "S//DISPLAY ONLY NZL"},
       "SECRET//DISPLAY ONLY NZL"},
      {"DisplayBothNothing", {"S//DISPLAY ONLY AFG", "S//DISPLAY ONLY NZL"}, "SECRET//NOFORN"},
      {"DisplayBesideRel",
       {"S//REL TO USA, GBR/DISPLAY ONLY AFG", "S//REL TO USA, AFG, GBR"},
       "SECRET//REL TO USA, GBR/DISPLAY ONLY AFG"},
      {"EyesSame",
       {"S//USA/AUS/GBR EYES ONLY", "S//USA/GBR EYES ONLY"},
       "SECRET//USA/GBR EYES ONLY"},
      {"EyesWithRel",
       {"S//USA/AUS/GBR EYES ONLY", "S//REL TO USA, GBR"},
       "SECRET//REL TO USA, GBR"},
      // FOUO.
      {"FouoAlone", {"U//FOUO", "U"}, "UNCLASSIFIED//FOUO"},
      {"FouoInClassified", {"U//FOUO", "C"}, "CONFIDENTIAL"},
      {"FouoBesideAnother", {"U//FOUO", "U//PR"}, "UNCLASSIFIED//PROPIN"},
      {"FouoBesideRelease", {"U//FOUO", "U//NF"}, "UNCLASSIFIED//FOUO/NOFORN"},
      // The stronger one.
      {"OrconOverUsgov", {"S//OC", "S//OC-USGOV"}, "SECRET//ORCON"},
      {"NodisOverExdis", {"S//NF//ND", "S//NF//XD"}, "SECRET//NOFORN//NODIS"},
      // Non-IC controls.
      {"LimdisAlone", {"U//DS", "U"}, "UNCLASSIFIED//LIMDIS"},
      {"LimdisInClassified", {"U//DS", "S"}, "SECRET"},
      {"LimdisInDod", {"U//DS", "S"}, "SECRET//LIMDIS", "us-dod"},
      {"SbuInClassified", {"U//SBU", "S"}, "SECRET"},
      {"SbuNofornInClassified", {"U//SBU-NF", "S"}, "SECRET//NOFORN"},
      {"SbuNofornWithRel", {"U//SBU-NF", "S//REL TO USA, GBR"}, "SECRET//NOFORN"},
      {"SbuNofornAlone", {"U//SBU-NF", "U//SBU", "U"}, "UNCLASSIFIED//SBU NOFORN"},
      {"LesStays", {"U//LES", "S"}, "SECRET//LES"},
      {"LesNofornInClassified", {"U//LES-NF", "S"}, "SECRET//NOFORN//LES"},
      {"SsiStays", {"U//SSI", "TS//SI"}, "TOP SECRET//SI//SSI"},
      {"OthersUnion",
       {"S//RS", "S//IMC/NF", "S//PR", "S//FISA"},
       "SECRET//RSEN/IMCON/NOFORN/PROPIN/FISA"},
  };
  return all;
}

class RollUp : public ::testing::TestWithParam<Row> {};

TEST_P(RollUp, IsTheSameInAllOrders) {
  const Row& row = GetParam();
  const auto system = find_system(row.system);
  std::vector<std::string> portions = row.portions;
  std::sort(portions.begin(), portions.end());
  do {
    std::vector<Marking> markings;
    for (const std::string& portion : portions) {
      const Verdict verdict = system->examine(portion, Form::portion);
      ASSERT_TRUE(verdict.valid()) << portion << ": " << verdict.findings[0].message;
      markings.push_back(*verdict.marking);
    }
    const Joined joined = system->join(markings);
    EXPECT_EQ(system->banner(joined.marking), row.banner);
    // It covers each portion, and is a banner.
    for (const Marking& marking : markings) {
      EXPECT_TRUE(system->dominates(joined.marking, marking)) << system->portion(marking);
    }
    EXPECT_TRUE(system->examine(row.banner, Form::banner).valid());
  } while (std::next_permutation(portions.begin(), portions.end()));
}

INSTANTIATE_TEST_SUITE_P(Rows, RollUp, ::testing::ValuesIn(rows()),
                         [](const auto& row) { return std::string(row.param.name); });

std::vector<std::string> reasons(const std::vector<const char*>& portions) {
  const auto system = find_system("us-ic");
  std::vector<Marking> markings;
  for (const char* portion : portions) markings.push_back(*system->parse(portion));
  std::vector<std::string> texts;
  for (const Reason& reason : system->join(markings).reasons) texts.push_back(reason.text);
  return texts;
}

TEST(RollUpReasons, SayWhatARuleTookAway) {
  EXPECT_THAT(reasons({"S", "TS//SI", "U"}), IsEmpty());
  EXPECT_THAT(reasons({"S//REL TO USA, AUS", "S//REL TO USA, GBR"}),
              ElementsAre("what the parts allow has nothing in common: NOFORN"));
  EXPECT_THAT(reasons({"S//REL TO USA, AUS, GBR", "S//REL TO USA, GBR", "C"}),
              ElementsAre("only countries that may have each part may have the whole",
                          "classified matter without a release control stands beside released "
                          "matter: NOFORN"));
  EXPECT_THAT(reasons({"U//FOUO", "S"}), ElementsAre("FOUO is dropped in classified documents"));
  EXPECT_THAT(reasons({"S//RD//NF", "S//FRD"}), ElementsAre("RD is stronger than FRD"));
  EXPECT_THAT(reasons({"//CAN S", "U"}),
              ElementsAre("information of other owners is FGI in a document of the United States"));
}

}  // namespace
}  // namespace sable::marking
