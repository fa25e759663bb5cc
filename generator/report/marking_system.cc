#include "report/marking_system.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "marking/level_system.h"
#include "report/enclosed.h"
#include "source/read.h"

namespace sable::report {

namespace {

using base::error_at;
using marking::ControlRule;
using marking::LevelScheme;
using source::Kind;
using source::Value;

constexpr size_t kMostBytes = 1u << 20;
constexpr size_t kMostLevels = 64, kMostControls = 256, kLongestWord = 80;

// "#c8102e"
bool is_color(std::string_view text) {
  return text.size() == 7 && text.front() == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

class SchemeReader {
 public:
  explicit SchemeReader(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  std::shared_ptr<const marking::System> read(const Value& value) {
    static const Shape shape = {
        "a marking system",
        {"name", "levels", "controls", "before-controls", "between-controls", "source", "ends"},
        {}};
    const size_t before = diagnostics_.size();
    if (!expect_map(value, "a marking system", diagnostics_)) return nullptr;
    const Fields fields(value, shape, diagnostics_);
    if (const Value* name = fields.require("name")) this->name(*name, fields);
    if (const Value* levels = fields.require("levels")) this->levels(*levels);
    scheme_.before_controls = separator(fields, "before-controls", "//");
    scheme_.between_controls = separator(fields, "between-controls", "/");
    scheme_.source = fields.text("source").value_or("");
    scheme_.ends_as_whole =
        fields.choice<bool>("ends", {{"whole", true}, {"page", false}}).value_or(true);
    if (const Value* controls = fields.find("controls")) this->controls(*controls);
    if (diagnostics_.size() > before) return nullptr;
    return marking::make_level_system(std::move(scheme_));
  }

 private:
  void fail(base::Span span, const char* code, std::string message, std::string help,
            std::string echo = {}) {
    diagnostics_.push_back(error_at(span, code, std::move(message), std::move(help)));
    diagnostics_.back().echo = std::move(echo);
  }

  void name(const Value& value, const Fields& fields) {
    scheme_.name = fields.text("name").value_or("");
    if (scheme_.name.empty()) return;
    const std::vector<std::string> taken = marking::system_names();
    if (!is_identifier(scheme_.name)) {
      fail(value.span, "SBL0226", "this is not a name of a marking system",
           "a name begins with a letter or digit and has letters, digits, `.`, `_` and `-`",
           value.text);
    } else if (std::find(taken.begin(), taken.end(), scheme_.name) != taken.end()) {
      fail(value.span, "SBL0226", "a marking system of that name comes with the program",
           "choose another name", value.text);
    }
  }

  std::string separator(const Fields& fields, const char* field, const char* otherwise) {
    const std::optional<std::string> text = fields.text(field);
    if (!text) return otherwise;
    if (text->empty() || text->size() > kLongestWord) {
      fail(fields.find(field)->span, "SBL0226", fmt::format("`{}` is empty or too long", field),
           fmt::format("write what stands there, such as `{}`", otherwise));
      return otherwise;
    }
    return *text;
  }

  // A word of the system: it is printed as it stands.
  std::string word(const Value& value, std::string_view what) {
    if (!expect_text(value, what, diagnostics_)) return {};
    const bool right = !value.text.empty() && value.text.size() <= kLongestWord &&
                       value.text.find_first_of("\n\r\t()") == std::string::npos &&
                       value.text.front() != ' ' && value.text.back() != ' ';
    if (right) return value.text;
    fail(value.span, "SBL0226", fmt::format("{} is no line of words", what),
         "write 1 to 80 letters, without brackets and without blanks around them", value.text);
    return {};
  }

  // Both spellings of a level or control; a text gives both.
  template <typename Named>
  bool spellings(const Value& value, std::string_view what, Named& named) {
    if (value.kind == Kind::text) {
      named.banner = named.portion = word(value, what);
      return !named.banner.empty();
    }
    const Value* banner = value.find("banner");
    const Value* portion = value.find("portion");
    if (banner == nullptr) {
      fail(value.span, "SBL0203", fmt::format("{} lacks the field `banner`", what),
           "add `banner: …`, its spelling in banners");
      return false;
    }
    named.banner = word(*banner, "`banner`");
    named.portion = portion != nullptr ? word(*portion, "`portion`") : named.banner;
    return !named.banner.empty() && !named.portion.empty();
  }

  // A spelling stands for one thing.
  void spelt_once(const Value& value, const std::string& banner, const std::string& portion) {
    for (const std::string& spelling : {banner, portion}) {
      const bool known = std::find(spelt_.begin(), spelt_.end(), spelling) != spelt_.end();
      if (!known) continue;
      fail(value.span, "SBL0227", "two parts of a marking system are spelt the same",
           "choose other spellings", spelling);
    }
    spelt_.push_back(banner);
    spelt_.push_back(portion);
  }

  void levels(const Value& value) {
    static const Shape shape = {"a level", {"banner", "portion", "color"}, {}};
    if (!expect_list(value, "`levels`", diagnostics_)) return;
    if (value.items.empty() || value.items.size() > kMostLevels) {
      fail(value.span, "SBL0226", fmt::format("a marking system has 1 to {} levels", kMostLevels),
           "name them, the lowest first");
      return;
    }
    for (const Value& item : value.items) {
      marking::Level level;
      if (item.kind != Kind::text && !expect_map(item, "a level", diagnostics_)) continue;
      if (!spellings(item, "a level", level)) continue;
      spelt_once(item, level.banner, level.portion);
      if (item.kind == Kind::map) {
        const Fields fields(item, shape, diagnostics_);
        level.color = fields.text("color").value_or("");
        if (!level.color.empty() && !is_color(level.color)) {
          fail(fields.find("color")->span, "SBL0226", "this is not a colour",
               "write # and six hexadecimal digits in quotes, such as \"#c8102e\"", level.color);
        }
      }
      scheme_.levels.push_back(std::move(level));
    }
  }

  std::optional<uint8_t> level(const Fields& fields, const char* field) {
    std::vector<std::pair<std::string, uint8_t>> names;
    for (size_t i = 0; i < scheme_.levels.size(); ++i) {
      names.emplace_back(scheme_.levels[i].banner, static_cast<uint8_t>(i));
    }
    return fields.choice<uint8_t>(field, names);
  }

  void controls(const Value& value) {
    if (!expect_list(value, "`controls`", diagnostics_)) return;
    if (value.items.size() > kMostControls) {
      fail(value.span, "SBL0226",
           fmt::format("a marking system has {} controls at most", kMostControls), "take some out");
      return;
    }
    for (const Value& item : value.items) control(item);
    lists(value);
  }

  void control(const Value& item) {
    static const Shape shape = {
        "a control", {"banner", "portion", "lowest-level", "highest-level", "meaning", "list"}, {}};
    ControlRule rule;
    if (item.kind != Kind::text && !expect_map(item, "a control", diagnostics_)) return;
    if (!spellings(item, "a control", rule)) return;
    spelt_once(item, rule.banner, rule.portion);
    for (const std::string* spelling : {&rule.banner, &rule.portion}) {
      if (spelling->find(scheme_.between_controls) == std::string::npos) continue;
      fail(item.span, "SBL0227", "the spelling of a control holds what stands between controls",
           "spell it otherwise, or set `between-controls`", *spelling);
      break;
    }
    if (item.kind == Kind::map) {
      const Fields fields(item, shape, diagnostics_);
      rule.lowest_level = level(fields, "lowest-level").value_or(rule.lowest_level);
      rule.highest_level = level(fields, "highest-level").value_or(rule.highest_level);
      rule.meaning = fields.text("meaning").value_or("");
      rule.list =
          fields
              .choice<marking::ListJoin>("list", {{"union", marking::ListJoin::united},
                                                  {"intersection", marking::ListJoin::shared}})
              .value_or(rule.list);
      if (rule.lowest_level > rule.highest_level) {
        fail(item.span, "SBL0227", "the lowest level of a control is above its highest",
             "put them in the order of the levels");
      }
    }
    scheme_.controls.push_back(std::move(rule));
  }

  // What stands behind a control with a list is read as words of the list.
  void lists(const Value& value) {
    for (const ControlRule& rule : scheme_.controls) {
      if (rule.list == marking::ListJoin::no_list) continue;
      if (scheme_.between_controls.find(',') != std::string::npos) {
        return fail(value.span, "SBL0227", "a comma stands between controls and between words",
                    "set `between-controls` to something else");
      }
      for (const std::string& spelling : spelt_) {
        if (!spelling.starts_with(fmt::format("{} ", rule.banner)) &&
            !spelling.starts_with(fmt::format("{} ", rule.portion))) {
          continue;
        }
        return fail(value.span, "SBL0227", "a control begins as one with a list does",
                    "spell one of them otherwise", spelling);
      }
    }
  }

  base::Diagnostics& diagnostics_;
  LevelScheme scheme_;
  std::vector<std::string> spelt_;
};

// "us" is the beginning of two: both are told, and not what is one letter away.
std::string system_help(const std::string& name) {
  const std::vector<std::string> systems = marking::system_names();
  std::vector<std::string> meant;
  for (const std::string& system : systems) {
    if (!name.empty() && system.starts_with(name)) meant.push_back(fmt::format("`{}`", system));
  }
  if (meant.empty()) {
    const std::string* near = base::nearest(name, systems);
    if (near != nullptr) meant.push_back(fmt::format("`{}`", *near));
  }
  const std::string list = fmt::format("the systems are {}; one of your own is a file or a map",
                                       fmt::join(systems, ", "));
  return meant.empty() ? list : fmt::format("did you mean {}? {}", fmt::join(meant, " or "), list);
}

std::shared_ptr<const marking::System> read_file(const Value& name, Context& context) {
  const auto file = open_enclosed(name, {"`system`", "our-marking.yaml", kMostBytes}, context);
  if (!file) return nullptr;
  base::Result<source::Document> document = source::read(context.sources, *file);
  if (document) return SchemeReader(context.diagnostics).read(document->tree);
  std::move(document.error().begin(), document.error().end(),
            std::back_inserter(context.diagnostics));
  return nullptr;
}

}  // namespace

std::shared_ptr<const marking::System> read_marking_system(const Value& value, Context& context) {
  if (value.kind == Kind::map) return SchemeReader(context.diagnostics).read(value);
  if (!expect_text(value, "`system`", context.diagnostics)) return nullptr;
  if (value.text.ends_with(".yaml") || value.text.ends_with(".yml")) {
    return read_file(value, context);
  }
  std::shared_ptr<const marking::System> system = marking::find_system(value.text);
  if (system == nullptr) {
    context.diagnostics.push_back(error_at(
        value.span, "SBL0220", "this marking system is not known", system_help(value.text)));
    context.diagnostics.back().echo = value.text;
  }
  return system;
}

}  // namespace sable::report
