#include "style/compute.h"

#include <array>
#include <deque>

#include "style/direction.h"

namespace sable::style {
namespace {

using Winners = std::array<const Value*, kPropertyCount>;

// Calls `visit` with each declaration, the last winner last: normal ones, then
// important ones (CSS Cascade 4, 6.1; the program's own sheet has none of these).
template <typename Visit>
void for_each_in_cascade(const std::vector<const Declarations*>& blocks, Visit visit) {
  for (const bool important : {false, true}) {
    for (const Declarations* block : blocks) {
      for (const Declaration& declaration : *block) {
        if (declaration.important == important) visit(declaration);
      }
    }
  }
}

// Custom properties alone of `initial`, `inherit` or `unset` (CSS Variables 1, 2).
std::optional<Wide> wide_of(const TokenList& tokens) {
  Cursor cursor(tokens, {});
  return parse_wide(cursor);
}

EnvironmentId environment_of(const ComputeInput& input, InternTable& table) {
  std::map<std::string, const TokenList*> declared;
  for_each_in_cascade(input.blocks, [&](const Declaration& declaration) {
    if (declaration.is_custom()) declared[declaration.custom] = &declaration.tokens;
  });
  if (declared.empty()) return input.parent.environment;
  Environment parent = table.environment(input.parent.environment);
  for (auto entry = declared.begin(); entry != declared.end();) {
    const auto wide = wide_of(*entry->second);
    if (wide == Wide::initial) parent.erase(entry->first);
    entry = wide ? declared.erase(entry) : std::next(entry);
  }
  return table.intern(resolve(parent, declared));
}

class Computation {
 public:
  Computation(const ComputeInput& input, InternTable& table)
      : input_(input),
        scope_{.parent = input.parent,
               .node = input.node,
               .families = table.families(),
               .em = input.parent.style.font_size,
               .root_em = input.root_em,
               .lh = input.parent.style.line_height} {
    inherit();
    to_.environment = environment_of(input, table);
    choose(table.environment(to_.environment));
  }

  Context run() {
    if (is_root()) scope_.root_em = scope_.em;
    apply(Property::font_size);
    scope_.em = to_.style.font_size;
    if (is_root()) scope_.root_em = scope_.em;
    apply_line_height();
    apply(Property::color);
    use_current_color();
    for (size_t i = static_cast<size_t>(Property::color) + 1; i < kPropertyCount; ++i) {
      apply(static_cast<Property>(i));
    }
    finish();
    return std::move(to_);
  }

 private:
  bool is_root() const { return input_.root_em == base::Length(); }

  void inherit() {
    for (const auto rows : {text_properties(), box_properties(), fragment_properties()}) {
      for (const PropertyRow& row : rows) {
        if (row.inherited) row.copy(to_, input_.parent);
      }
    }
    const ComputedStyle& parent = input_.parent.style;
    to_.style.language = input_.language.value_or(parent.language);
    to_.style.direction =
        input_.language ? direction_of_language(*input_.language) : parent.direction;
    if (input_.direction) to_.style.direction = *input_.direction;
  }

  // The winning value of each property, var() replaced.
  void choose(const Environment& environment) {
    const Lookup lookup = [&](const std::string& name) -> const TokenList* {
      const auto found = environment.find(name);
      return found == environment.end() ? nullptr : found->second.get();
    };
    for_each_in_cascade(input_.blocks, [&](const Declaration& declaration) {
      if (declaration.is_custom()) return;
      const Longhands& longhands =
          declaration.is_pending() ? replace(declaration, lookup) : declaration.longhands;
      for (const Longhand& each : longhands) {
        const Property side = physical(each.property, to_.style.direction);
        winners_[static_cast<size_t>(side)] = &each.value;
      }
    });
  }

  // CSS Variables 1, 3.1: what is no value after all is `unset`.
  const Longhands& replace(const Declaration& declaration, const Lookup& lookup) {
    Problem problem;
    if (const auto value = substitute(declaration.tokens, lookup)) {
      auto parsed = parse_value(declaration.property, trimmed(*value), declaration.span, problem);
      if (parsed) return replaced_.emplace_back(std::move(*parsed));
    }
    Longhands unset;
    for (const Property each : longhands_of(declaration.property)) {
      unset.emplace_back(each, Wide::unset);
    }
    return replaced_.emplace_back(std::move(unset));
  }

  void apply(Property property) {
    const Value* value = winners_[static_cast<size_t>(property)];
    if (value == nullptr) return;
    const PropertyRow& row = row_of(property);
    const Wide* wide = std::get_if<Wide>(value);
    if (wide == nullptr) return row.compute(to_, *value, scope_);
    // Without a declaration `to_` has what `unset` gives: an inherited property
    // its parent's value, any other its initial one, border colours the current.
    if (*wide == Wide::inherit) row.copy(to_, input_.parent);
    if (*wide == Wide::initial && row.inherited) row.copy(to_, initial_context());
  }

  void apply_line_height() {
    apply(Property::line_height);
    if (to_.line_factor) {
      const Number factor = *to_.line_factor;
      to_.style.line_height =
          base::Length::raw(scaled(factor, to_.style.font_size.units(), 1, kLongest));
    }
    scope_.lh = to_.style.line_height;
  }

  void use_current_color() {
    Border& border = to_.style.border;
    for (BorderEdge* edge :
         {&border.top, &border.right, &border.bottom, &border.left, &to_.style.columns.rule}) {
      edge->color = to_.style.color;
    }
    to_.own_decoration.color = to_.style.color;
  }

  void finish() {
    Border& border = to_.style.border;
    for (BorderEdge* edge :
         {&border.top, &border.right, &border.bottom, &border.left, &to_.style.columns.rule}) {
      if (edge->style == LineStyle::none) *edge = BorderEdge();
      // Takes no room, and wins over other borders of its place in a table (CSS 2.2, 17.6.2.1).
      if (edge->style == LineStyle::hidden) *edge = BorderEdge{LineStyle::hidden, {}, {}};
    }
    // CSS 2.2, 9.7: the root element is a block.
    if (is_root() && to_.style.display != Display::none) to_.style.display = Display::block;
    join_decoration();
    join_shift();
    join_features();
  }

  void join_features() {
    const FontVariants& all = to_.variants;
    std::string& joined = to_.style.features;
    joined.clear();
    for (const std::string* each :
         {&all.kerning, &all.ligatures, &all.position, &all.numeric, &all.settings}) {
      if (!joined.empty() && !each->empty()) joined += ',';
      joined += *each;
    }
  }

  // CSS Text Decoration 3, 2: the decoration of a box is drawn across its content,
  // but not into inline blocks and what is out of flow. One set of lines is kept;
  // its thickness and colour are those of the nearest box that has lines.
  void join_decoration() {
    const Decoration& own = to_.own_decoration;
    Decoration& joined = to_.style.decoration;
    const bool has_own = own.underline || own.line_through;
    const bool separate = input_.out_of_flow || to_.style.display == Display::inline_block;
    const Decoration around = separate ? Decoration() : input_.parent.style.decoration;
    joined = has_own ? own : around;
    joined.underline = own.underline || around.underline;
    joined.line_through = own.line_through || around.line_through;
  }

  // CSS 2.2, 10.8.1: an inline box is shifted with the box around it.
  void join_shift() {
    const Display display = to_.style.display;
    const bool inline_level = display == Display::inline_ || display == Display::inline_block;
    if (!inline_level || input_.out_of_flow) return;
    to_.style.baseline_shift = input_.parent.carried_shift + to_.own_shift;
    if (display == Display::inline_) to_.carried_shift = to_.style.baseline_shift;
  }

  const ComputeInput& input_;
  Scope scope_;
  Context to_ = initial_context();
  Winners winners_{};
  std::deque<Longhands> replaced_;
};

Context make_initial() {
  Context context;
  // CSS Backgrounds 3, 4.3: `medium`, which counts once there is a style.
  Border& border = context.style.border;
  for (BorderEdge* edge : {&border.top, &border.right, &border.bottom, &border.left}) {
    edge->width = base::Length::points(9, 4);
  }
  return context;
}

}  // namespace

base::Length Scope::length(const Measure& measure, base::Length whole) const {
  const auto of = [&](base::Length unit, int64_t denominator = 1) {
    return base::Length::raw(scaled(measure.number, unit.units(), denominator, kLongest));
  };
  switch (measure.unit) {
    case Unit::em:
      return of(em);
    case Unit::rem:
      return of(root_em);
    case Unit::lh:
      return of(lh);
    case Unit::percent:
      return of(whole, 100);
    default: {
      const Ratio points = points_in(measure.unit);
      return of(base::Length::points(points.numerator), points.denominator);
    }
  }
}

const Context& initial_context() {
  static const Context context = make_initial();
  return context;
}

Context compute(const ComputeInput& input, InternTable& table) {
  return Computation(input, table).run();
}

}  // namespace sable::style
