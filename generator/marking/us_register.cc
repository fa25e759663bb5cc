#include "marking/us_register.h"

#include <algorithm>

namespace sable::marking::us {

namespace {

constexpr uint8_t kAny = kTopSecret;

constexpr std::string_view kNonUs = "IC Markings Manual 2016, Non-US Protective Markings";
constexpr std::string_view kSciPart = "IC Markings Manual 2016, SCI Control System Markings";
constexpr std::string_view kSapPart = "IC Markings Manual 2016, Special Access Program Markings";
constexpr std::string_view kAeaPart = "IC Markings Manual 2016, Atomic Energy Act Markings";
constexpr std::string_view kFgiPart = "IC Markings Manual 2016, Foreign Government Information";
constexpr std::string_view kDissemPart = "IC Markings Manual 2016, Dissemination Control Markings";
constexpr std::string_view kNonIcPart =
    "IC Markings Manual 2016, Non-IC Dissemination Control Markings";
constexpr std::string_view kDodSap = "DoDM 5200.01 v2, encl. 4, 7";

constexpr std::array<Entry, kKinds> kEntries = {{
    {kOwner,
     Category::owner,
     "",
     "",
     {},
     kUnclassified,
     kAny,
     "belongs to another country, to NATO or to several countries together",
     kNonUs},
    {kRestricted,
     Category::owner,
     "RESTRICTED",
     "R",
     {},
     kConfidential,
     kConfidential,
     "a level of other countries, protected as CONFIDENTIAL",
     kNonUs},
    {kSci,
     Category::sci,
     "",
     "",
     {},
     kConfidential,
     kAny,
     "sensitive compartmented information of a control system",
     kSciPart},
    {kBohemia,
     Category::sci,
     "BOHEMIA",
     "BOHEMIA",
     {},
     kTopSecret,
     kAny,
     "signals intelligence of NATO",
     kNonUs},
    {kSap, Category::sap, "", "", {}, kConfidential, kAny, "a special access program", kSapPart},
    {kHvsaco,
     Category::sap,
     "HVSACO",
     "HVSACO",
     {},
     kUnclassified,
     kAny,
     "handle through channels of special access only",
     kDodSap},
    {kBalk,
     Category::sap,
     "BALK",
     "BALK",
     {},
     kTopSecret,
     kAny,
     "a special access of NATO",
     kNonUs},
    {kWaived,
     Category::waived,
     "WAIVED",
     "WAIVED",
     {},
     kConfidential,
     kAny,
     "a special access program whose reporting is waived",
     kDodSap},
    {kRd,
     Category::aea,
     "RD",
     "RD",
     {"RESTRICTED DATA"},
     kConfidential,
     kAny,
     "Restricted Data of the Atomic Energy Act",
     kAeaPart},
    {kFrd,
     Category::aea,
     "FRD",
     "FRD",
     {"FORMERLY RESTRICTED DATA"},
     kConfidential,
     kAny,
     "Formerly Restricted Data of the Atomic Energy Act",
     kAeaPart},
    {kDodUcni,
     Category::aea,
     "DOD UCNI",
     "DCNI",
     {"DOD UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION"},
     kUnclassified,
     kUnclassified,
     "unclassified controlled nuclear information of the Department of Defense",
     kAeaPart},
    {kDoeUcni,
     Category::aea,
     "DOE UCNI",
     "UCNI",
     {"DOE UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION"},
     kUnclassified,
     kUnclassified,
     "unclassified controlled nuclear information of the Department of Energy",
     kAeaPart},
    {kTfni,
     Category::aea,
     "TFNI",
     "TFNI",
     {"TRANSCLASSIFIED FOREIGN NUCLEAR INFORMATION"},
     kConfidential,
     kAny,
     "Transclassified Foreign Nuclear Information",
     kAeaPart},
    {kAtomal,
     Category::aea,
     "ATOMAL",
     "ATOMAL",
     {},
     kConfidential,
     kAny,
     "atomic information given to NATO",
     kNonUs},
    {kFgi,
     Category::fgi,
     "FGI",
     "FGI",
     {"FOREIGN GOVERNMENT INFORMATION"},
     kUnclassified,
     kAny,
     "holds information of foreign governments",
     kFgiPart},
    {kRsen,
     Category::dissem,
     "RSEN",
     "RS",
     {"RISK SENSITIVE"},
     kSecret,
     kAny,
     "risk sensitive",
     kDissemPart},
    {kFouo,
     Category::dissem,
     "FOUO",
     "FOUO",
     {"FOR OFFICIAL USE ONLY"},
     kUnclassified,
     kUnclassified,
     "for official use only",
     kDissemPart},
    {kOrcon,
     Category::dissem,
     "ORCON",
     "OC",
     {"ORIGINATOR CONTROLLED"},
     kConfidential,
     kAny,
     "the originator controls further dissemination",
     kDissemPart},
    {kOrconUsgov,
     Category::dissem,
     "ORCON-USGOV",
     "OC-USGOV",
     {"ORIGINATOR CONTROLLED-USGOV"},
     kConfidential,
     kAny,
     "released beforehand to the executive branch, else controlled by the originator",
     kDissemPart},
    {kImcon,
     Category::dissem,
     "IMCON",
     "IMC",
     {"CONTROLLED IMAGERY"},
     kSecret,
     kAny,
     "controlled imagery",
     kDissemPart},
    {kNoforn,
     Category::dissem,
     "NOFORN",
     "NF",
     {"NOT RELEASABLE TO FOREIGN NATIONALS"},
     kUnclassified,
     kAny,
     "not releasable to foreign nationals",
     kDissemPart},
    {kPropin,
     Category::dissem,
     "PROPIN",
     "PR",
     {"CAUTION-PROPRIETARY INFORMATION INVOLVED"},
     kUnclassified,
     kAny,
     "holds proprietary information",
     kDissemPart},
    {kRelTo,
     Category::dissem,
     "REL TO",
     "REL TO",
     {},
     kUnclassified,
     kAny,
     "may be released to these countries, and to no others",
     kDissemPart},
    {kRelido,
     Category::dissem,
     "RELIDO",
     "RELIDO",
     {"RELEASABLE BY INFORMATION DISCLOSURE OFFICIAL"},
     kUnclassified,
     kAny,
     "may be released by an information disclosure official",
     kDissemPart},
    {kEyes,
     Category::dissem,
     "EYES ONLY",
     "EYES",
     {},
     kConfidential,
     kAny,
     "may be released to these countries, and to no others",
     kDissemPart},
    {kDea,
     Category::dissem,
     "DEA SENSITIVE",
     "DSEN",
     {},
     kUnclassified,
     kAny,
     "protected by the Drug Enforcement Administration",
     kDissemPart},
    {kFisa,
     Category::dissem,
     "FISA",
     "FISA",
     {"FOREIGN INTELLIGENCE SURVEILLANCE ACT"},
     kUnclassified,
     kAny,
     "from surveillance under the Foreign Intelligence Surveillance Act",
     kDissemPart},
    {kDisplayOnly,
     Category::dissem,
     "DISPLAY ONLY",
     "DISPLAY ONLY",
     {},
     kUnclassified,
     kAny,
     "may be shown, and not given, to these countries",
     kDissemPart},
    {kAccm,
     Category::non_ic,
     "ACCM",
     "ACCM",
     {},
     kConfidential,
     kAny,
     "alternative compensatory control measures",
     "DoDM 5200.01 v2, encl. 4, 11"},
    {kLimdis,
     Category::non_ic,
     "LIMDIS",
     "DS",
     {"LIMITED DISTRIBUTION"},
     kUnclassified,
     kTopSecret,
     "limited distribution",
     kNonIcPart},
    {kExdis,
     Category::non_ic,
     "EXDIS",
     "XD",
     {"EXCLUSIVE DISTRIBUTION"},
     kUnclassified,
     kAny,
     "exclusive distribution",
     kNonIcPart},
    {kNodis,
     Category::non_ic,
     "NODIS",
     "ND",
     {"NO DISTRIBUTION"},
     kUnclassified,
     kAny,
     "no distribution but to the addressee",
     kNonIcPart},
    {kSbu,
     Category::non_ic,
     "SBU",
     "SBU",
     {"SENSITIVE BUT UNCLASSIFIED"},
     kUnclassified,
     kUnclassified,
     "sensitive but unclassified",
     kNonIcPart},
    {kSbuNoforn,
     Category::non_ic,
     "SBU NOFORN",
     "SBU-NF",
     {"SENSITIVE BUT UNCLASSIFIED NOFORN"},
     kUnclassified,
     kTopSecret,
     "sensitive but unclassified, not releasable to foreign nationals",
     kNonIcPart},
    {kLes,
     Category::non_ic,
     "LES",
     "LES",
     {"LAW ENFORCEMENT SENSITIVE"},
     kUnclassified,
     kAny,
     "law enforcement sensitive",
     kNonIcPart},
    {kLesNoforn,
     Category::non_ic,
     "LES NOFORN",
     "LES-NF",
     {"LAW ENFORCEMENT SENSITIVE NOFORN"},
     kUnclassified,
     kUnclassified,
     "law enforcement sensitive, not releasable to foreign nationals",
     kNonIcPart},
    {kSsi,
     Category::non_ic,
     "SSI",
     "SSI",
     {"SENSITIVE SECURITY INFORMATION"},
     kUnclassified,
     kAny,
     "sensitive security information",
     kNonIcPart},
}};

// Trigraphs of ISO 3166-1, without USA.
constexpr std::string_view kTrigraphs =
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD "
    "BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR "
    "COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH "
    "ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL "
    "GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR "
    "JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR "
    "MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL "
    "NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY "
    "PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP "
    "SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA "
    "UGA UKR UMI URY UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE";

bool is_capitals(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

const Entry& entry(Kind kind) { return kEntries[kind]; }

const Entry* find_entry(std::string_view spelling) {
  if (spelling.empty()) return nullptr;
  for (const Entry& entry : kEntries) {
    if (entry.category == Category::owner) continue;
    if (entry.banner == spelling || entry.portion == spelling ||
        std::find(entry.others.begin(), entry.others.end(), spelling) != entry.others.end()) {
      return &entry;
    }
  }
  return nullptr;
}

const std::vector<std::string>& known_spellings() {
  static const std::vector<std::string> known = [] {
    std::vector<std::string> all;
    for (const Entry& entry : kEntries) {
      if (entry.category == Category::owner) continue;
      for (const std::string_view spelling :
           {entry.banner, entry.portion, entry.others[0], entry.others[1]}) {
        if (!spelling.empty()) all.emplace_back(spelling);
      }
    }
    return all;
  }();
  return known;
}

const std::vector<Exclusion>& exclusions(Dialect dialect) {
  static const std::vector<Exclusion> ic = {{kNoforn, kRelTo, kDissemPart},
                                            {kNoforn, kRelido, kDissemPart},
                                            {kNoforn, kEyes, kDissemPart},
                                            {kNoforn, kDisplayOnly, kDissemPart},
                                            {kOrcon, kRelido, kDissemPart},
                                            {kOrcon, kOrconUsgov, kDissemPart},
                                            {kRelido, kDisplayOnly, kDissemPart},
                                            {kRelTo, kEyes, kDissemPart},
                                            {kExdis, kNodis, kNonIcPart},
                                            {kExdis, kRelTo, kNonIcPart},
                                            {kNodis, kRelTo, kNonIcPart},
                                            {kExdis, kRelido, kNonIcPart},
                                            {kNodis, kRelido, kNonIcPart},
                                            {kExdis, kEyes, kNonIcPart},
                                            {kNodis, kEyes, kNonIcPart},
                                            {kExdis, kDisplayOnly, kNonIcPart},
                                            {kNodis, kDisplayOnly, kNonIcPart},
                                            {kRd, kFrd, kAeaPart},
                                            {kRd, kTfni, kAeaPart},
                                            {kFrd, kTfni, kAeaPart}};
  // Paragraphs 10.e, 10.g, and appendix 2.
  static const std::vector<Exclusion> dod = [] {
    std::vector<Exclusion> all = ic;
    for (Exclusion& one : all) one.source = "DoDM 5200.01 v2, encl. 4, 8, 10 and app. 2";
    return all;
  }();
  return dialect == Dialect::dod ? dod : ic;
}

const std::vector<Demand>& demands(Dialect dialect) {
  static const std::vector<Kind> release = {kNoforn, kRelTo, kRelido, kEyes, kDisplayOnly};
  static const std::vector<Demand> ic = {
      {kSci, "HCS", {kNoforn}, kSciPart},  {kSci, "KDK", {kNoforn}, kSciPart},
      {kSci, "SI-G", {kOrcon}, kSciPart},  {kExdis, "", {kNoforn}, kNonIcPart},
      {kNodis, "", {kNoforn}, kNonIcPart}, {kRd, "", release, kAeaPart},
      {kWaived, "", {kSap}, kSapPart}};
  static const std::vector<Demand> dod = {
      {kSci, "HCS", {kNoforn}, "DoDM 5200.01 v2, encl. 4, 6.f"},
      {kSci, "KDK", {kNoforn}, "DoDM 5200.01 v2, encl. 4, 6.f"},
      {kSci,
       "",
       {kNoforn, kRelTo, kRelido, kEyes, kDisplayOnly, kOrcon},
       "DoDM 5200.01 v2, encl. 4, 6.c"},
      {kImcon, "", release, "DoDM 5200.01 v2, encl. 4, app. 2, 1.c"},
      {kWaived, "", {kSap}, "DoDM 5200.01 v2, encl. 4, 7.f"}};
  return dialect == Dialect::dod ? dod : ic;
}

bool country_less(const std::string& a, const std::string& b) {
  const bool long_a = a.size() > 3;
  const bool long_b = b.size() > 3;
  return long_a != long_b ? long_b : a < b;
}

bool is_country(std::string_view code) {
  if (!is_capitals(code)) return false;
  if (code.size() == 3) {
    for (size_t at = 0; at < kTrigraphs.size(); at += 4) {
      if (kTrigraphs.substr(at, 3) == code) return true;
    }
    return code == "USA";
  }
  return code.size() == 4;
}

const std::vector<std::string>& members_of(std::string_view group) {
  static const std::vector<std::string> fvey = {"AUS", "CAN", "GBR", "NZL"};
  static const std::vector<std::string> acgu = {"AUS", "CAN", "GBR"};
  static const std::vector<std::string> teye = {"AUS", "GBR"};
  static const std::vector<std::string> none;
  if (group == "FVEY") return fvey;
  if (group == "ACGU") return acgu;
  if (group == "TEYE") return teye;
  return none;
}

std::string_view form_source(Dialect dialect) {
  return dialect == Dialect::dod ? "DoDM 5200.01 v2, encl. 4, 2" : "IC Markings Manual 2016, C.1";
}

}  // namespace sable::marking::us
