#include "pdf/metadata.h"

#include <fmt/format.h>

#include <chrono>

#include "pdf/strings.h"

namespace sable::pdf {
namespace {

struct CivilTime {
  int year;
  unsigned month, day;
  int64_t hour, minute, second;
};

CivilTime civil(int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  return {int(date.year()),      unsigned(date.month()),  unsigned(date.day()),
          clock.hours().count(), clock.minutes().count(), clock.seconds().count()};
}

std::string xml(std::string_view text) {
  std::string out;
  for (const char c : clean_text(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// An element with text, if there is any.
void append_simple(std::string& out, const char* name, std::string_view text) {
  if (!text.empty()) out += fmt::format("<{0}>{1}</{0}>\n", name, xml(text));
}

// `kind` is the container that the XMP schema wants: "Seq", "Bag".
void append_list(std::string& out, const char* name, const char* kind, std::string_view text) {
  if (text.empty()) return;
  out += fmt::format("<{0}><rdf:{1}><rdf:li>{2}</rdf:li></rdf:{1}></{0}>\n", name, kind, xml(text));
}

void append_alternatives(std::string& out, const char* name, std::string_view text) {
  if (text.empty()) return;
  out += fmt::format("<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n",
                     name, xml(text));
}

constexpr const char* kPacketHead =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n";

// A schema with one property, for those that read it.
struct Schema {
  const char* title;
  const char* uri;
  const char* prefix;
  const char* property;
  const char* type;
  const char* description;
};

constexpr Schema kAccessibility = {"PDF/UA identification schema",
                                   "http://www.aiim.org/pdfua/ns/id/",
                                   "pdfuaid",
                                   "part",
                                   "Integer",
                                   "Part of ISO 14289 that the file conforms to"};
// By it a copy for officers is known from a release.
constexpr Schema kCopy = {"sable copy schema",
                          "urn:sable:copy",
                          "sable",
                          "notice",
                          "Text",
                          "What kind of copy the file is"};

constexpr const char* kSchemasHead =
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag>";

void append_schema(std::string& out, const Schema& schema) {
  out += "<rdf:li rdf:parseType=\"Resource\">\n";
  append_simple(out, "pdfaSchema:schema", schema.title);
  append_simple(out, "pdfaSchema:namespaceURI", schema.uri);
  append_simple(out, "pdfaSchema:prefix", schema.prefix);
  out += "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n";
  append_simple(out, "pdfaProperty:name", schema.property);
  append_simple(out, "pdfaProperty:valueType", schema.type);
  out += "<pdfaProperty:category>internal</pdfaProperty:category>\n";
  append_simple(out, "pdfaProperty:description", schema.description);
  out += "</rdf:li></rdf:Seq></pdfaSchema:property>\n</rdf:li>";
}

// PDF/A knows only its own schemas; any other has to be described (6.6.2.3.2).
void append_schemas(std::string& out, bool accessible, bool copy) {
  if (!accessible && !copy) return;
  out += kSchemasHead;
  if (accessible) append_schema(out, kAccessibility);
  if (copy) append_schema(out, kCopy);
  out += "</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";
}

constexpr const char* kPacketFoot = "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";

void append_entry(std::string& out, const char* key, std::string_view text) {
  const std::string clean = clean_text(text);
  if (clean.empty()) return;
  out += key;
  append_text_string(out, clean);
  out += '\n';
}

}  // namespace

bool is_printable_date(int64_t seconds) {
  constexpr int64_t kYear1 = -62135596800, kYear10000 = 253402300800;
  return seconds >= kYear1 && seconds < kYear10000;
}

std::string pdf_date(int64_t seconds) {
  const CivilTime t = civil(seconds);
  return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", t.year, t.month, t.day, t.hour, t.minute,
                     t.second);
}

std::string iso_date(int64_t seconds) {
  const CivilTime t = civil(seconds);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", t.year, t.month, t.day, t.hour,
                     t.minute, t.second);
}

Claims claims_of(const layout::DocumentInfo& info, const Settings& settings) {
  // PDF/A: colours need an output intent (6.2.4.3). PDF/UA-1: a title (7.1) and
  // a language (7.2) that software can find.
  return {!settings.icc_profile.empty(), !clean_text(info.title).empty() && !info.language.empty()};
}

std::string xmp_packet(const layout::DocumentInfo& info, const Settings& settings) {
  const Claims claims = claims_of(info, settings);
  const std::string date = iso_date(settings.date);
  std::string out = kPacketHead;
  out += "<dc:format>application/pdf</dc:format>\n";
  append_alternatives(out, "dc:title", info.title);
  append_list(out, "dc:creator", "Seq", info.author);
  append_alternatives(out, "dc:description", info.subject);
  append_list(out, "dc:language", "Bag", info.language);
  append_simple(out, "pdf:Keywords", info.keywords);
  append_simple(out, "pdf:Producer", settings.producer);
  append_simple(out, "xmp:CreateDate", date);
  append_simple(out, "xmp:ModifyDate", date);
  append_simple(out, "xmp:MetadataDate", date);
  if (claims.archival) {
    out += "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n";
  }
  if (claims.accessible) out += "<pdfuaid:part>1</pdfuaid:part>\n";
  out += "</rdf:Description>\n";
  if (!info.notice.empty()) {
    out += "<rdf:Description rdf:about=\"\" xmlns:sable=\"urn:sable:copy\">\n";
    append_simple(out, "sable:notice", info.notice);
    out += "</rdf:Description>\n";
  }
  append_schemas(out, claims.accessible, !info.notice.empty());
  return out + kPacketFoot;
}

std::string info_entries(const layout::DocumentInfo& info, const Settings& settings) {
  std::string out;
  append_entry(out, "/Title", info.title);
  append_entry(out, "/Author", info.author);
  append_entry(out, "/Subject", info.subject);
  append_entry(out, "/Keywords", info.keywords);
  append_entry(out, "/Producer", settings.producer);
  append_entry(out, "/CreationDate", pdf_date(settings.date));
  append_entry(out, "/ModDate", pdf_date(settings.date));
  return out;
}

bool is_rgb_profile(std::string_view profile) {
  return profile.size() >= 128 && profile.substr(36, 4) == "acsp" &&
         profile.substr(16, 4) == "RGB ";
}

}  // namespace sable::pdf
