#include "source/signature.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "source/codes.h"

namespace sable::source {
namespace {

struct Signature {
  std::string_view bytes;  // at the start of the file
  const char* what;
};

using namespace std::string_view_literals;

// Longer ones first where one begins another.
constexpr std::array kEncodings = std::to_array<Signature>({
    {"\xFF\xFE\0\0"sv, "UTF-32"},
    {"\0\0\xFE\xFF"sv, "UTF-32"},
    {"\xFF\xFE"sv, "UTF-16"},
    {"\xFE\xFF"sv, "UTF-16"},
});

constexpr std::array kFormats = std::to_array<Signature>({
    {"%PDF-", "a PDF"},
    {"PK\x03\x04", "a document of a word processor or another ZIP archive"},
    {"\xD0\xCF\x11\xE0", "a document of an old word processor or spreadsheet"},
    {"{\\rtf", "a document in rich text format"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"GIF87a", "a picture"},
    {"GIF89a", "a picture"},
    {"\x1F\x8B", "a compressed file"},
    {"\xFD\x37zXZ", "a compressed file"},
    {"\x7F\x45LF", "a program"},
    {"<!DOCTYPE ", "a web page or an XML document"},
    {"<!doctype ", "a web page or an XML document"},
    {"<html", "a web page or an XML document"},
    {"<?xml", "a web page or an XML document"},
});

// How much of a file is looked at to tell what it is.
constexpr size_t kSample = 4096;

Words encoded(std::string_view what) {
  return {
      code::kForeignFormat, "this file is saved as " + std::string(what) + ", not as UTF-8",
      "save it as UTF-8 in the editor, or convert it: iconv -f " + std::string(what) + " -t UTF-8"};
}

Words formatted(std::string_view what) {
  return {code::kForeignFormat, "this file looks like " + std::string(what) + ", not like YAML",
          "name a file in YAML: plain text, written in an editor and saved as UTF-8"};
}

// Of Latin letters in UTF-16 each second byte is zero.
bool is_utf16(std::string_view sample) {
  std::array<size_t, 2> zeros{};
  for (size_t at = 0; at < sample.size(); ++at) {
    if (sample[at] == '\0') ++zeros[at % 2];
  }
  const size_t pairs = sample.size() / 2;
  const auto [few, many] = std::minmax(zeros[0], zeros[1]);
  return pairs >= 4 && many * 10 > pairs * 4 && few * 10 < many;
}

// A stray control character is told at its place; where there are many, the file is
// no text.
bool is_binary(std::string_view sample) {
  constexpr size_t kFewest = 8;
  const auto controls = static_cast<size_t>(std::count_if(sample.begin(), sample.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
  }));
  return controls >= kFewest && controls * 16 > sample.size();
}

}  // namespace

std::optional<Words> foreign_format(std::string_view bytes) {
  for (const Signature& one : kEncodings) {
    if (bytes.starts_with(one.bytes)) return encoded(one.what);
  }
  for (const Signature& one : kFormats) {
    if (bytes.starts_with(one.bytes)) return formatted(one.what);
  }
  const std::string_view sample = bytes.substr(0, kSample);
  if (is_utf16(sample)) return encoded("UTF-16");
  if (is_binary(sample)) return formatted("a binary file");
  return std::nullopt;
}

}  // namespace sable::source
