// The Mustache specification's tests against kainjow's engine, used as markup/
// uses it: tags found by our scanner, lines of standalone tags taken out by us,
// marks of provenance before text.
//
// In:  tests/data/mustache-spec/*.json.
// Out: each test passes, or stands in kDeviations with the reason why it does not.
#include <fstream>
#include <map>
#include <ostream>

#include <gtest/gtest.h>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "markup/marks.h"
#include "markup/tags.h"

namespace sable::markup {
namespace {

namespace mustache = kainjow::mustache;
using nlohmann::json;

struct Case {
  std::string module, name;
  json test;
};

void PrintTo(const Case& each, std::ostream* out) { *out << each.module << ": " << each.name; }

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const char* module : {"comments", "interpolation", "inverted", "partials", "sections"}) {
    std::ifstream file(std::string(SABLE_SOURCE_DIR "/tests/data/mustache-spec/") + module +
                       ".json");
    const json parsed = json::parse(file);
    for (const json& test : parsed.at("tests")) {
      cases.push_back({module, test.at("name"), test});
    }
  }
  return cases;
}

// Refused at load on purpose: the code of the refusal.
std::string expected_refusal(const Case& each) {
  const std::string text = each.test.at("template");
  if (text.find("{{{") != std::string::npos || text.find("{{&") != std::string::npos ||
      text.find("{{ &") != std::string::npos) {
    return "SBL0604";
  }
  if (text.find(".}}") != std::string::npos || text.find(". }}") != std::string::npos) {
    return "SBL0611";
  }
  return "";
}

// Tests that pass the scanner and give something else than the specification.
const std::map<std::string, std::string> kDeviations{
    {"interpolation: Dotted Names - Context Precedence",
     "kainjow goes on in outer frames where the first part was found; our context starts dotted "
     "names at a root and never climbs"},
    {"partials: Standalone Without Previous Line", "partials are not indented"},
    {"partials: Standalone Without Newline", "partials are not indented"},
    {"partials: Standalone Indentation",
     "partials are not indented: white space at the start of a line means nothing in markup"},
};

mustache::data datum(const json& value) {
  if (value.is_boolean()) return mustache::data(value.get<bool>());
  if (value.is_null()) return mustache::data(false);
  if (value.is_string()) return mustache::data(value.get<std::string>());
  if (value.is_number()) return mustache::data(value.dump());
  if (value.is_array()) {
    mustache::data list(mustache::data::type::list);
    for (const json& item : value) list.push_back(datum(item));
    return list;
  }
  mustache::data object;
  for (const auto& [key, item] : value.items()) object.set(key, datum(item));
  return object;
}

// The text that kainjow parses: as compile.cc makes it, but with names left.
std::string prepared(std::string_view text, const Tags& tags) {
  std::string out;
  size_t at = 0;
  const auto add_text = [&](size_t end) {
    if (at >= end) return;
    append_mark(out, Mark::Kind::place, 0);
    out += text.substr(at, end - at);
  };
  for (const Tag& tag : tags.tags) {
    add_text(tag.taken.begin);
    if (tag.type == TagType::variable) append_mark(out, Mark::Kind::place, 0);
    if (tag.type != TagType::comment) out += spelled(tag);
    at = tag.taken.end;
  }
  add_text(text.size());
  return out;
}

std::string rendered(const Case& each) {
  mustache::data top = datum(each.test.at("data"));
  if (each.test.contains("partials")) {
    for (const auto& [name, text] : each.test.at("partials").items()) {
      const std::string own = text.get<std::string>();
      top.set(name, mustache::data(prepared(own, scan_tags(0, own))));
    }
  }
  const std::string text = each.test.at("template");
  mustache::mustache filling(prepared(text, scan_tags(0, text)));
  if (!filling.is_valid()) return "invalid: " + filling.error_message();
  std::string clean;
  std::vector<Mark> marks;
  strip_marks(filling.render(top), 0, clean, marks);
  return clean;
}

class MustacheSpec : public testing::TestWithParam<Case> {};

TEST_P(MustacheSpec, GivesWhatTheSpecificationSays) {
  const Case& each = GetParam();
  const std::string text = each.test.at("template");
  const Tags tags = scan_tags(0, text);
  const std::string refusal = expected_refusal(each);
  ASSERT_EQ(tags.diagnostics.empty(), refusal.empty());
  if (!refusal.empty()) {
    EXPECT_EQ(tags.diagnostics[0].code, refusal);
    return;
  }
  const std::string expected = each.test.at("expected");
  const auto deviation = kDeviations.find(each.module + ": " + each.name);
  if (deviation == kDeviations.end()) {
    EXPECT_EQ(rendered(each), expected);
  } else {
    EXPECT_NE(rendered(each), expected) << "no longer deviates: " << deviation->second;
  }
}

// What our scanner reads, kainjow's parser reads the same way.
void collect(mustache::component<std::string>& parent, std::vector<std::string>& out) {
  parent.walk_children([&](mustache::component<std::string>& child) {
    if (!child.is_text()) {
      out.push_back(std::to_string(child.position) + " " + child.tag.name);
    }
    return mustache::component<std::string>::walk_control::walk;
  });
}

TEST_P(MustacheSpec, KainjowReadsTheSameTags) {
  const std::string text = GetParam().test.at("template");
  const Tags tags = scan_tags(0, text);
  if (!tags.diagnostics.empty()) return;  // refused: kainjow never sees it
  mustache::context<std::string> context;
  mustache::context_internal<std::string> internal{context};
  mustache::component<std::string> root;
  std::string error;
  const mustache::parser<std::string> parser{text, internal, root, error};
  ASSERT_EQ(error, "");
  std::vector<std::string> theirs, ours;
  collect(root, theirs);
  for (const Tag& tag : tags.tags) {
    if (tag.type == TagType::end) continue;  // kainjow removes them
    ours.push_back(std::to_string(tag.span.begin) + " " + std::string(tag.name));
  }
  EXPECT_EQ(ours, theirs);
}

std::string test_name(const testing::TestParamInfo<Case>& info) {
  std::string out = info.param.module + "_";
  for (const char c : info.param.name) {
    if (std::isalnum(static_cast<unsigned char>(c))) out += c;
  }
  return out + "_" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(Core, MustacheSpec, testing::ValuesIn(all_cases()), test_name);

}  // namespace
}  // namespace sable::markup
