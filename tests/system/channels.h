// Where a text could hide in a PDF, and whether it does.
//
// In:  a PDF, words that must not be in it.
// Out: each finding: which four characters, in which spelling, where.
//
// Looked at: the file as it is, with all streams decoded (qpdf), the codes of all
// text operators through each ToUnicode map with arrays and lines joined, and
// what pdftotext reads. Looked for: UTF-8 in any case, UTF-16 of both orders,
// hexadecimal, base64, reversed, decomposed (NFD), and digests of the whole word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sable::testing {

// A word that stands nowhere else; `decomposed` is its NFD, if that differs.
struct Canary {
  std::string word;
  std::string decomposed;
};

// A place that is searched: all bytes of it.
struct Channel {
  std::string name;
  std::string bytes;
};

// Every channel of a PDF.
std::vector<Channel> channels_of(const std::string& pdf);

// The texts of all strings in the content of a PDF that qpdf has opened, read by
// each of its ToUnicode maps (ISO 32000-1, 9.10.3) in turn, without gaps.
std::string texts_by_unicode_maps(const std::string& opened);

// "QXZJ as utf-16be in streams", one for each that is found.
std::vector<std::string> findings(const std::vector<Channel>& channels,
                                  const std::vector<Canary>& canaries);

}  // namespace sable::testing
