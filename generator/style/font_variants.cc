#include "style/font_variants.h"

#include <array>

#include "style/property_rows.h"

namespace sable::style {
namespace {

// A word, its features, and the group of which one word may stand.
struct Form {
  std::string_view word;
  std::string_view features;
  int group = 0;
};

constexpr std::array kKerning = std::to_array<Form>({{"normal", "kern"}, {"none", "-kern"}});

constexpr std::array kLigatures = std::to_array<Form>({
    {"common-ligatures", "liga,clig", 0},
    {"no-common-ligatures", "-liga,-clig", 0},
    {"discretionary-ligatures", "dlig", 1},
    {"no-discretionary-ligatures", "-dlig", 1},
    {"historical-ligatures", "hlig", 2},
    {"no-historical-ligatures", "-hlig", 2},
    {"contextual", "calt", 3},
    {"no-contextual", "-calt", 3},
});

constexpr std::array kNumeric = std::to_array<Form>({
    {"lining-nums", "lnum", 0},
    {"oldstyle-nums", "onum", 0},
    {"proportional-nums", "pnum", 1},
    {"tabular-nums", "tnum", 1},
    {"diagonal-fractions", "frac", 2},
    {"stacked-fractions", "afrc", 2},
    {"ordinal", "ordn", 3},
    {"slashed-zero", "zero", 4},
});

constexpr std::array kPosition = std::to_array<Form>({{"super", "sups"}, {"sub", "subs"}});

// What has no features: a value of its own, which takes no other word beside it.
constexpr Form kAuto{"auto", ""};
constexpr Form kNormal{"normal", ""};
constexpr Form kNoLigatures{"none", "-liga,-clig,-dlig,-hlig,-calt"};

// The words of a property, for messages; the lone ones first.
template <const auto& Forms, const Form&... Lone>
constexpr auto kWords = [] {
  constexpr size_t kLone = sizeof...(Lone);
  std::array<KeywordName, kLone + Forms.size()> words{KeywordName{Lone.word, 0}...};
  for (size_t i = 0; i < Forms.size(); ++i) words[kLone + i] = {Forms[i].word, 0};
  return words;
}();

const Form* take_form(Cursor& cursor, std::span<const Form> forms) {
  for (const Form& form : forms) {
    if (cursor.take_ident(form.word)) return &form;
  }
  return nullptr;
}

// Words of different groups, in any order.
std::optional<Value> take_forms(Cursor& cursor, std::span<const Form> forms) {
  std::string features;
  unsigned groups = 0;
  while (const Form* form = take_form(cursor, forms)) {
    const unsigned group = 1u << form->group;
    if ((groups & group) != 0) return std::nullopt;
    groups |= group;
    if (!features.empty()) features += ',';
    features += form->features;
  }
  if (groups == 0) return std::nullopt;
  return features;
}

template <const auto& Forms, const Form&... Lone>
std::optional<Value> parse_forms(Cursor& cursor) {
  const std::array<Form, sizeof...(Lone)> lone{Lone...};
  if (const Form* form = take_form(cursor, lone)) return std::string(form->features);
  return take_forms(cursor, Forms);
}

template <auto Field>
void set_features(Context& to, const Value& value, const Scope&) {
  Field(to) = std::get<std::string>(value);
}

constexpr auto kKerningField = [](auto& c) -> auto& { return c.variants.kerning; };
constexpr auto kLigaturesField = [](auto& c) -> auto& { return c.variants.ligatures; };
constexpr auto kNumericField = [](auto& c) -> auto& { return c.variants.numeric; };
constexpr auto kPositionField = [](auto& c) -> auto& { return c.variants.position; };

template <auto Field, const auto& Forms, const Form&... Lone>
PropertyRow row(Property id, std::string_view name) {
  return {id,
          name,
          kEverywhere,
          true,
          kWords<Forms, Lone...>,
          "",
          parse_forms<Forms, Lone...>,
          set_features<Field>,
          copy_field<Field>};
}

}  // namespace

std::vector<PropertyRow> font_variant_rows() {
  using enum Property;
  return {
      row<kKerningField, kKerning, kAuto>(font_kerning, "font-kerning"),
      row<kLigaturesField, kLigatures, kNormal, kNoLigatures>(font_variant_ligatures,
                                                              "font-variant-ligatures"),
      row<kNumericField, kNumeric, kNormal>(font_variant_numeric, "font-variant-numeric"),
      row<kPositionField, kPosition, kNormal>(font_variant_position, "font-variant-position"),
  };
}

}  // namespace sable::style
