// The codes of this room's diagnostics: SBL0100 to SBL0199. A code never
// changes its meaning.
#pragma once

namespace sable::source::code {

// Bytes.
inline constexpr const char* kTooLarge = "SBL0100";
inline constexpr const char* kBadUtf8 = "SBL0101";
inline constexpr const char* kControlCharacter = "SBL0102";
inline constexpr const char* kNoncharacter = "SBL0103";
inline constexpr const char* kLoneReturn = "SBL0104";
inline constexpr const char* kInnerByteOrderMark = "SBL0105";
inline constexpr const char* kTab = "SBL0106";
inline constexpr const char* kForeignFormat = "SBL0107";

// Text that YAML would drop, swallow or bend.
inline constexpr const char* kCommentBehindText = "SBL0110";
inline constexpr const char* kCommentBehindWord = "SBL0111";  // a warning
inline constexpr const char* kCommentInText = "SBL0112";
inline constexpr const char* kCommentWithoutBlank = "SBL0113";
inline constexpr const char* kOpenQuote = "SBL0114";
inline constexpr const char* kTextBehindEnd = "SBL0115";
inline constexpr const char* kColonInText = "SBL0116";
inline constexpr const char* kReservedStart = "SBL0117";
inline constexpr const char* kBadEscape = "SBL0118";
inline constexpr const char* kForbiddenEscape = "SBL0119";

// Structure.
inline constexpr const char* kIndentation = "SBL0120";
inline constexpr const char* kKeyWithoutColon = "SBL0121";
inline constexpr const char* kBlockHeader = "SBL0122";
inline constexpr const char* kOpenBracket = "SBL0123";
inline constexpr const char* kStrayBracket = "SBL0124";
inline constexpr const char* kFlowEntry = "SBL0125";
inline constexpr const char* kBlockIndentation = "SBL0126";

// Parts of YAML that reports do without.
inline constexpr const char* kAnchor = "SBL0130";
inline constexpr const char* kAlias = "SBL0131";
inline constexpr const char* kTag = "SBL0132";
inline constexpr const char* kMergeKey = "SBL0133";
inline constexpr const char* kComplexKey = "SBL0134";
inline constexpr const char* kDirective = "SBL0135";
inline constexpr const char* kSeveralDocuments = "SBL0136";
inline constexpr const char* kDuplicateKey = "SBL0137";
inline constexpr const char* kTooDeep = "SBL0138";

// Redactions gone wrong.
inline constexpr const char* kRedactionInKey = "SBL0140";
inline constexpr const char* kRedactionInComment = "SBL0141";
inline constexpr const char* kRedactionNearMiss = "SBL0142";
inline constexpr const char* kRedactionMisplaced = "SBL0143";

// The YAML library and this room disagree.
inline constexpr const char* kRefusedByParser = "SBL0150";
inline constexpr const char* kTwoReadings = "SBL0151";

// Tables of comma-separated values.
inline constexpr const char* kCsvEmpty = "SBL0160";
inline constexpr const char* kCsvRagged = "SBL0161";
inline constexpr const char* kCsvOpenQuote = "SBL0162";
inline constexpr const char* kCsvStrayQuote = "SBL0163";

inline constexpr const char* kTooMany = "SBL0199";

}  // namespace sable::source::code
